"""No page loses most of its words as a head or foot, unless other pages show that they are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.ingest.readers.pdf.furniture import split_furniture
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.tags import FURNITURE
from p5diff.model.setaside import SetAsideReason

HEIGHT = 842.0
WORDLESS = {SetAsideReason.PAGE_NUMBER, SetAsideReason.DOCUMENT_CODE, SetAsideReason.RULE}


def page(
    number: int, texts: list[tuple[float, str]], *, tagged: frozenset[str] = frozenset()
) -> list[PageLine]:
    """Lines of a page: height of the baseline and text. `tagged` are those that tags call furniture."""
    return [
        PageLine(
            [], number, left=72, right=72 + 5.0 * len(text), base=base, size=11, text=text,
            node=FURNITURE if text in tagged else None,
        )
        for base, text in texts
    ]  # fmt: skip


def sheet(number: int, head: list[str], body: list[str], foot: list[str]) -> list[PageLine]:
    """A page with lines at its upper edge, in the middle and at its lower edge."""
    top = [(810.0 - 13 * n, text) for n, text in enumerate(head)]
    middle = [(690.0 - 14 * n, text) for n, text in enumerate(body)]
    bottom = [(60.0 - 13 * n, text) for n, text in enumerate(foot)]
    return page(number, top + middle + bottom)


def kept_and_lost(pages: list[list[PageLine]]) -> list[tuple[list[str], list[str]]]:
    body, away = split_furniture(pages, [HEIGHT] * len(pages))
    return [
        (
            [piece.text for piece in rest],
            [row.text for row, reason in aside.rows if reason not in WORDLESS],
        )
        for rest, aside in zip(body, away, strict=True)
    ]


WORDS = st.lists(
    st.sampled_from("lake harbour quay lamp vessel 12 Annex гавань озеро مرفأ 港口 port clos of the".split()),
    min_size=1,
    max_size=7,
).map(" ".join)
LINES = st.lists(WORDS, max_size=4)


@given(
    heads=st.lists(st.tuples(LINES, LINES), min_size=1, max_size=2),
    bodies=st.lists(LINES, min_size=1, max_size=6),
    numbered=st.booleans(),
)
def test_law_no_page_loses_most_of_its_words(
    heads: list[tuple[list[str], list[str]]], bodies: list[list[str]], numbered: bool
) -> None:
    """Of every page more than half of the words stay, or those that go stand on another page that keeps more
    than half: as text, or as the head that they are."""
    pages = []
    for number, body in enumerate(bodies, start=1):
        head, foot = heads[number % len(heads)]
        pages.append(sheet(number, head, body, [*foot, str(number)] if numbered else foot))
    before = sorted(piece.text for one in pages for piece in one)
    found = kept_and_lost(pages)
    body, away = split_furniture(pages, [HEIGHT] * len(pages))
    after = [piece.text for rest in body for piece in rest]
    after += [piece.text for aside in away for row, _ in aside.rows for piece in row.pieces]
    assert sorted(after) == before

    def letters(texts: list[str]) -> str:
        return "".join(c for c in "".join(texts).lower() if c.isalnum())

    for number, (kept, lost) in enumerate(found):
        if len(letters(lost)) <= len(letters(kept)):
            continue
        others = [pair for n, pair in enumerate(found) if n != number]
        for line in lost:
            as_text = any(letters([line]) in letters(other) for other, _ in others)
            as_head = any(line in gone and len(letters(gone)) <= len(letters(rest)) for rest, gone in others)
            assert as_text or as_head, (line, found)


BODY = [
    "The keepers of the harbours agreed on lamps that burn",
    "all night, and on sails that are seen from afar by all",
    "who come home late in the year, when the days are dark.",
]


def test_a_head_goes_from_a_last_page_that_has_a_line_of_text() -> None:
    head = ["Conference on Inland Harbours", "Second session, held in the great hall of Eastford"]
    bodies = [[f"{word} {line}" for line in BODY] for word in ("So", "Thus", "Then")]
    found = kept_and_lost([sheet(n, head, body, []) for n, body in enumerate([*bodies, ["Done."]], start=1)])
    assert [lost for _, lost in found] == [head] * 4
    assert found[3][0] == ["Done."]


@pytest.mark.parametrize("pages", [2, 3, 5])
def test_slides_with_little_below_their_words_keep_them(pages: int) -> None:
    """Each page says the same at its edges, and next to nothing between."""
    head = [
        "All keepers of harbours shall report each collision",
        "to the office before the end of the month",
    ]
    found = kept_and_lost([sheet(n, head, [f"Case {n}"], []) for n in range(1, pages + 1)])
    assert all(not lost for _, lost in found)


def test_what_tags_call_furniture_is_text_where_it_is_most_of_a_page_and_stands_nowhere_else() -> None:
    lines = [(700.0 - 14 * n, text) for n, text in enumerate(BODY)]
    wrong = page(2, [*lines, (60.0, "The end.")], tagged=frozenset(BODY))
    first = page(1, [(690.0 - 14 * n, f"Lamp {n} of the pier") for n in range(9)])
    first += page(1, [(60.0, "Printed in Eastford")], tagged=frozenset({"Printed in Eastford"}))
    found = kept_and_lost([first, wrong])
    assert found[0][1] == ["Printed in Eastford"]
    assert (sorted(found[1][0]), found[1][1]) == (sorted([*BODY, "The end."]), [])


@pytest.mark.parametrize(
    ("foot", "goes"),
    [
        ("Harbour, 6 May 2033 {n}/3", True),
        ("{n} of 3 Port of the lamps", True),
        ("Le port, le 6 mai 2033 {n} sur 3", True),
        ("El puerto, 6 de mayo {n} de 3", True),
        ("Гавань, 6 мая {n} из 3", True),
        ("مرفأ الشمال {n} من 3", True),
        ("港口会议宣言 {n}/3", True),
        ("Port of the lamps {n}", True),
        ("{n} Le port des lampes", True),
        ("港口会议宣言 {n}", True),
        ("Annex {n}", False),
        ("附件 {n}", False),
    ],
)
@pytest.mark.parametrize("place", [800.0, 50.0])
def test_a_head_that_counts_with_its_pages_is_one_and_a_numbered_title_is_none(
    foot: str, goes: bool, place: float
) -> None:
    """In small type the number of the page alone is enough, where more than a word stands with it."""
    bodies = ["lake of the harbour and lamps", "quay of the vessels and ports", "port of the lake and oil"]
    pages = []
    for number, body in enumerate(bodies, start=1):
        lines = page(number, [(690.0 - 14 * n, f"{body} {word}") for n, word in enumerate("abcdef")])
        (edge,) = page(number, [(place, foot.format(n=number))])
        edge.size = 8
        pages.append([*lines, edge])
    assert [bool(lost) for _, lost in kept_and_lost(pages)] == [goes] * 3


def test_a_title_as_large_as_the_text_that_counts_is_no_head() -> None:
    titles = ["Part of the lamps 1", "Part of the lamps 2", "Part of the lamps 3"]
    pages = [sheet(n, [title], ["lake of the harbour"] * 6, []) for n, title in enumerate(titles, start=1)]
    assert not any(title in lost for title, (_, lost) in zip(titles, kept_and_lost(pages), strict=True))


@pytest.mark.parametrize(
    ("words", "rtl"),
    [(["Page", "{n} of", "3"], False), (["Стр.", "{n}", "из 3"], False), (["3", "من", "{n}", "صفحة"], True)],
)
def test_a_head_whose_words_are_drawn_one_by_one_is_read_as_one(words: list[str], rtl: bool) -> None:
    pages = []
    for number in (1, 2, 3):
        lines = page(number, [(690.0 - 14 * n, f"lake {word} quay") for n, word in enumerate("abcdef")])
        left, head = 400.0, []
        for word in words:
            text = word.format(n=number)
            width = 4.0 * len(text)
            head.append(
                PageLine([], number, left=left, right=left + width, base=800, size=9, text=text, rtl=rtl)
            )
            left += width + 2.5
        pages.append([*head, *lines])
    body, away = split_furniture(pages, [HEIGHT] * 3)
    assert all(aside.rows for aside in away)
    assert not any(piece.base == 800 for rest in body for piece in rest)


@pytest.mark.parametrize(
    ("foot", "taken"), [("3/{n}", True), ("{n}/3", True), ("5/{n}", False), ("7/3", False)]
)
def test_the_number_of_an_arabic_page_stands_behind_that_of_all(foot: str, taken: bool) -> None:
    pages = [sheet(n, [], ["مرفأ الشمال port"] * 6, [foot.format(n=n)]) for n in (1, 2, 3)]
    body, _ = split_furniture(pages, [HEIGHT] * 3)
    # 3/3 on the last page is a number either way
    assert [len(rest) == 6 for rest in body[:2]] == [taken] * 2
