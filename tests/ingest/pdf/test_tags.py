"""Tags of a PDF decide where the pages bear them out, and are left alone where they do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from p5diff.ingest.readers.pdf.tags import Tags
from p5diff.model.setaside import SetAsideReason as Reason
from p5diff.model.source import BlockKind, RawText
from tests.ingest.pdf.tagged import Element, Line, tagged
from tests.ingest.pdf.test_shapes import LONG, aside, printed, read, texts

pytest.importorskip("pypdfium2")

FULL = "The keepers of the lamps met in the hall of the harbour and heard the report on"
"""A line that fills its measure."""


def lines(first: int, top: float, *words: str, left: float = 72) -> list[Line]:
    """Lines below each other, their contents numbered from `first`."""
    return [(first + n, left, top - 14 * n, 11.0, text) for n, text in enumerate(words)]


def units(*parts: tuple[str, int, Sequence[int]]) -> Element:
    """A document of elements that hold contents of a page each."""
    return ("Document", [(kind, [(page, n) for n in numbers]) for kind, page, numbers in parts])


def test_paragraphs_without_gap_or_indent_are_told_by_their_tags() -> None:
    page = lines(0, 700, FULL, f"{FULL} oil.", f"{FULL}", f"{FULL} it.", FULL, "wicks.")
    raw = read(tagged([page], units(("P", 0, [0, 1]), ("P", 0, [2, 3]), ("P", 0, [4, 5]))))
    assert texts(raw) == [f"{FULL} {FULL} oil.", f"{FULL} {FULL} it.", f"{FULL} wicks."]


def test_a_paragraph_goes_on_over_the_page_as_its_tags_say() -> None:
    first = lines(0, 140, FULL, "on the oil.")
    second = lines(0, 740, "The wicks were trimmed.", FULL, "lamps.")
    one = ("Document", [("P", [(0, 0), (0, 1), (1, 0)]), ("P", [(1, 1), (1, 2)])])
    assert texts(read(tagged([first, second], one))) == [
        f"{FULL} on the oil. The wicks were trimmed.",
        f"{FULL} lamps.",
    ]


def test_a_paragraph_at_the_top_of_a_page_begins_as_its_tags_say() -> None:
    first = [*lines(0, 140, f"{FULL} all", f"{FULL} oil,"), (2, 72, 112, 11.0, FULL), (3, 72, 98, 11.0, FULL)]
    second = lines(0, 740, "and to the pilots.", FULL, f"{FULL} wicks.", "then the lamps.")
    tree = (
        "Document",
        [("P", [(0, 0), (0, 1)]), ("P", [(0, 2), (0, 3), (1, 0)]), ("P", [(1, 1), (1, 2), (1, 3)])],
    )
    assert len(texts(read(tagged([first, second], tree)))) == 3


def test_without_an_element_that_goes_on_over_a_page_geometry_decides_there() -> None:
    first = lines(0, 140, FULL, FULL)
    second = lines(0, 740, "on the wicks of the lamps.")
    raw = read(tagged([first, second], units(("P", 0, [0, 1]), ("P", 1, [0]))))
    assert texts(raw) == [f"{FULL} {FULL} on the wicks of the lamps."]


def test_headings_have_the_level_of_their_tags() -> None:
    page = lines(0, 700, "The lamps", "The oil", f"{FULL} it.")
    raw = read(tagged([page], units(("H1", 0, [0]), ("H2", 0, [1]), ("P", 0, [2]))))
    found = [(block.text, block.level) for block in raw.blocks if block.kind is BlockKind.HEADING]
    assert found == [("The lamps", 1), ("The oil", 2)]


def test_items_keep_their_label_and_nested_ones_stand_apart() -> None:
    words = ("1.", "The lamps are lit:", "-", "in winter;", "-", "in summer.", "2.", "The end.")
    page: list[Line] = [
        (n, 72.0 + 20 * (n % 2), 700.0 - 14 * (n // 2), 11.0, text) for n, text in enumerate(words)
    ]

    def item(n: int, *inner: Element) -> Element:
        return ("LI", [("Lbl", [(0, n)]), ("LBody", [("P", [(0, n + 1)]), *inner])])

    nested: Element = ("L", [item(2), item(4)])
    raw = read(tagged([page], ("Document", [("L", [item(0, nested), item(6)])])))
    assert texts(raw) == ["1. The lamps are lit:", "- in winter;", "- in summer.", "2. The end."]


def table(pages: Sequence[Sequence[Line]], *rows: Sequence[Sequence[tuple[int, int]]]) -> RawText:
    """Read pages of which each cell holds these contents."""
    made: list[Element] = [("TR", [("TD", cell) for cell in row]) for row in rows]
    return read(tagged(pages, ("Document", [("Table", made)])))


def test_cells_are_told_by_their_tags_however_near_they_stand() -> None:
    page: list[Line] = [
        (0, 72, 700, 11.0, "Port Ellen"),
        (1, 128, 700, 11.0, "lamp, oil"),
        (2, 128, 686, 11.0, "and wick"),
        (3, 72, 672, 11.0, "Vado"),
        (4, 128, 672, 11.0, "none"),
    ]
    raw = table([page], [[(0, 0)], [(0, 1), (0, 2)]], [[(0, 3)], [(0, 4)]])
    assert texts(raw) == ["Port Ellen | lamp, oil and wick", "Vado | none"]


def test_a_row_goes_on_over_the_page() -> None:
    first: list[Line] = [
        (0, 72, 70, 11.0, "Vado"),
        (1, 200, 70, 11.0, "1,204"),
        (2, 300, 70, 11.0, "open but for"),
    ]
    second: list[Line] = [
        (0, 300, 740, 11.0, "hard winters"),
        (1, 72, 700, 11.0, "Ellen"),
        (2, 200, 700, 11.0, "96"),
    ]
    raw = table([first, second], [[(0, 0)], [(0, 1)], [(0, 2), (1, 0)]], [[(1, 1)], [(1, 2)]])
    assert texts(raw) == ["Vado | 1,204 | open but for hard winters", "Ellen | 96"]


@pytest.mark.parametrize("rest", ["hard winters", "Fridays"])
def test_a_row_that_a_program_begins_anew_on_the_next_page_is_one(rest: str) -> None:
    first: list[Line] = [(0, 72, 70, 11.0, "Vado"), (1, 200, 70, 11.0, "open but for")]
    second: list[Line] = [
        (0, 200, 740, 11.0, rest),
        (1, 72, 700, 11.0, "Ellen"),
        (2, 200, 700, 11.0, "96"),
    ]
    raw = table([first, second], [[(0, 0)], [(0, 1)]], [[], [(1, 0)]], [[(1, 1)], [(1, 2)]])
    assert texts(raw) == [f"Vado | open but for {rest}", "Ellen | 96"]


def test_notes_are_told_by_their_tags_in_the_size_of_the_text() -> None:
    page = [*lines(0, 700, f"{FULL} oil1"), *lines(1, 500, "1", "See the report on wicks.")]
    page[1], page[2] = (1, 72, 504, 6.0, "1"), (2, 78, 500, 11.0, "See the report on wicks.")
    tree: Element = ("Document", [("P", [(0, 0)]), ("Note", [("P", [(0, 1), (0, 2)])])])
    raw = read(tagged([page], tree))
    assert aside(raw, Reason.FOOTNOTE) == ["See the report on wicks."]
    assert len(texts(raw)) == 1


def test_artifacts_are_set_aside_wherever_they_stand_and_text_at_the_edge_is_not() -> None:
    pages = [
        [
            *lines(0, 770, f"Article {n}", f"{FULL} it."),
            (-1, 300, 400, 11.0, "DRAFT"),
            (-1, 72, 20, 9.0, f"Lamps {n}"),
        ]
        for n in (1, 2)
    ]
    tree = units(*(("P", page, [n]) for page in (0, 1) for n in (0, 1)))
    raw = read(tagged(pages, tree))
    assert texts(raw) == ["Article 1", f"{FULL} it.", "Article 2", f"{FULL} it."]
    assert aside(raw, Reason.FURNITURE) == ["DRAFT", "DRAFT"]
    assert len([block for block in raw.blocks if not block.is_text]) == 4


def test_three_columns_are_read_as_the_tree_orders_them() -> None:
    page: list[Line] = []
    for column in range(3):
        page += lines(
            4 * column,
            700,
            "The keepers of lamps",
            "met in the hall and",
            f"spoke of part {column + 1}.",
            left=60 + 170 * column,
        )
    raw = read(tagged([page], units(*(("P", 0, [4 * c, 4 * c + 1, 4 * c + 2]) for c in range(3)))))
    assert texts(raw) == [f"The keepers of lamps met in the hall and spoke of part {n}." for n in (1, 2, 3)]


def test_a_list_that_its_author_broke_into_lines_stays_in_lines() -> None:
    page = lines(0, 700, FULL, "The oil;", "The wicks;", "The lamps.")
    raw = read(tagged([page], units(("P", 0, [0]), ("P", 0, [1, 2, 3]))))
    assert texts(raw) == [FULL, "The oil;", "The wicks;", "The lamps."]


# --- tags that are not to be believed


def plain(page: Sequence[Line]) -> list[str]:
    """What geometry says of the same lines."""
    return texts(read(tagged([[(None, *line[1:]) for line in page]], ("Document", []))))


def test_a_tag_for_each_line_is_not_believed() -> None:
    page = lines(
        0, 700, f"{FULL} oil and", "on wicks and lamps, which all of them had", f"{FULL} seen and", "so on."
    )
    page += lines(4, 600, f"{FULL} oil and", "the others.")
    raw = read(tagged([page], units(*(("P", 0, [n]) for n in range(6)))))
    assert texts(raw) == plain(page)
    assert len(texts(raw)) < 6


@pytest.mark.parametrize(("pages", "most"), [(39, 39), (40, 10), (48, 12)])
def test_a_long_document_asks_for_wrong_tags_on_a_few_of_its_pages(
    monkeypatch: pytest.MonkeyPatch, pages: int, most: int
) -> None:
    page = lines(
        0, 700, f"{FULL} oil and", "on wicks and lamps, which all of them had", f"{FULL} seen and", "so on."
    )
    asked: list[object] = []
    real = Tags.page
    monkeypatch.setattr(Tags, "page", lambda *given: asked.append(1) or real(*given))
    raw = read(tagged([page] * pages, units(*(("P", at, [n]) for at in range(pages) for n in range(4)))))
    assert len(texts(raw)) == 2 * pages  # as geometry says: a line in four would be a paragraph else
    assert len(asked) == most


def test_one_paragraph_for_the_whole_page_is_not_believed() -> None:
    page = [line for n in range(4) for line in lines(3 * n, 700 - 70 * n, FULL, FULL, f"{FULL[:-10]} their.")]
    halves = units(("P", 0, range(6)), ("P", 0, range(6, 12)))
    assert texts(read(tagged([page], halves))) == plain(page)
    assert len(plain(page)) == 4


def test_an_order_that_goes_up_the_page_is_not_believed() -> None:
    page = [line for n in range(4) for line in lines(2 * n, 700 - 50 * n, f"Part {n}. {FULL}", "the oil.")]
    tree = units(*(("P", 0, [2 * n, 2 * n + 1]) for n in (3, 2, 1, 0)))
    assert texts(read(tagged([page], tree))) == plain(page)
    assert texts(read(tagged([page], tree)))[0].startswith("Part 0.")


def test_tags_that_leave_out_much_of_the_text_are_not_believed() -> None:
    page: list[Line] = [
        *lines(0, 700, FULL, "the oil."),
        *[(None, *line[1:]) for line in lines(2, 672, FULL, "the oil.")],
    ]
    assert texts(read(tagged([page], units(("P", 0, [0]), ("P", 0, [1]))))) == plain(page)


def test_text_that_is_called_furniture_from_end_to_end_is_text() -> None:
    page = lines(0, 700, *[FULL] * 6)
    artifacts: list[Line] = [(-1, *line[1:]) for line in page]
    raw = read(tagged([[*artifacts, (0, 72, 500, 11.0, "The end.")]], units(("P", 0, [0]))))
    assert texts(raw)[0].startswith(FULL)


def test_a_tree_with_too_many_branches_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    page = lines(0, 700, FULL, f"{FULL} oil.", f"{FULL}", "it.")
    tree = units(("P", 0, [0, 1]), ("P", 0, [2, 3]))
    assert len(texts(read(tagged([page], tree)))) == 2
    monkeypatch.setattr("p5diff.ingest.readers.pdf.tags._MOST", 3)
    assert texts(read(tagged([page], tree))) == plain(page)


def test_files_without_tags_are_not_asked_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object) -> None:
        raise AssertionError("tags were asked for")

    monkeypatch.setattr(Tags, "page", ask)
    assert len(texts(read(printed(f"<p>{LONG}agreed.</p>")))) == 1
