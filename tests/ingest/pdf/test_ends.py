"""Where a paragraph ends when neither a gap nor an indent tells."""
# ruff: noqa: E501  (lines as they stand on the page)

from __future__ import annotations

from functools import partial

import pytest

from p5diff.ingest.readers.pdf.measures import PageMeasures
from p5diff.ingest.readers.pdf.paragraphs import LineGroup, LineShape, _starts_new
from tests.ingest.pdf import test_pages
from tests.ingest.pdf.drawn_lines import line
from tests.ingest.pdf.test_shapes import drawn, printed, read, texts, two_pages

pytest.importorskip("pypdfium2")
pytest.importorskip("weasyprint", exc_type=ImportError)

Piece = tuple[float, float, float, str]
FULL = "The keepers of the lamps met in the hall of the harbour and heard the report on oil and"
"""A line that fills its measure."""
ENDS = "on wicks, and they thanked the pilots who serve in the channels of the northern port."
"""One that nearly does, and ends a sentence."""


lines = partial(test_pages.lines, pitch=13.5)


@pytest.mark.parametrize("quote", ["“Eastford rules”", "’Twas", "…and so"])
def test_a_line_that_begins_with_a_sign_is_no_new_paragraph(quote: str) -> None:
    style = "<style>@page { size: 125mm 200mm; margin: 15mm } body { font: 12pt 'Liberation Sans' } p { margin: 0 0 3mm }</style>"
    text = f"They recalled the decision of the port (the {quote} of old), under which each lock is opened at sunrise and closed at sunset."
    assert texts(read(printed(f"<p>{text}</p>" * 3, style))) == [text] * 3


def test_the_mark_of_a_note_behind_its_stop_does_not_hide_the_end() -> None:
    inner = "They came. They met. They saw the lamps. They heard of oil. They went. They wrote of it."
    first = [
        *lines(160, inner, FULL, "and closed."),
        (129, 137, 6, "1"),
        (72, 60, 6, "1"),
        (77, 56, 8, "See the list."),
    ]
    second = lines(
        740, "[Option 1: Lamps are lit each night of the year by those who keep them.]", "Then they met."
    )
    raw = read(two_pages(first, second))
    assert texts(raw)[0].endswith("and closed.")


def justified(*paragraphs: str, gap: str = "0") -> list[str]:
    style = f"<style>@page {{ size: A5; margin: 18mm }} body {{ font: 11pt 'Liberation Serif' }} p {{ margin: 0 0 {gap}; text-align: justify }}</style>"
    return texts(read(printed("".join(f"<p>{text}</p>" for text in paragraphs), style)))


def test_a_justified_line_that_falls_short_of_the_edge_ends_its_paragraph() -> None:
    # the last line leaves 1 to 3 em, less than the next word needs
    words = "They met. They heard of oil. They agreed on wicks. They saw the lamps. They went. They thanked all of the pilots of the"
    for ending in ("harbour.", "haven.", "port."):
        paragraphs = [
            f"{words} {ending}",
            "Notwithstanding this, keepers of other harbours were asked. All came.",
        ]
        assert justified(*paragraphs * 3) == paragraphs * 3, ending


def test_full_last_lines_end_paragraphs_where_these_have_one_sentence() -> None:
    ragged = FULL.replace("the report", "reports")
    page = [
        FULL,
        ENDS,
        ragged,
        "on the boats.",
        ragged,
        ENDS,
        ragged,
        "on the quay.",
        FULL,
        ENDS,
        ragged,
        "on the lamps.",
    ]
    assert texts(read(drawn(*lines(740, *page)))) == [
        f"{a} {b}" for a, b in zip(page[::2], page[1::2], strict=True)
    ]


def test_full_last_lines_end_none_where_sentences_end_inside_of_lines() -> None:
    inner = "on wicks. They thanked the pilots. They met the captains too. All of them were asked on"
    page = [
        FULL,
        inner,
        "the boats and the lamps and the winter, and on what was to be done with each of the port.",
        FULL,
        inner,
        "the boats.",
    ]
    assert len(texts(read(drawn(*lines(740, *page))))) == 1


def test_lines_of_single_line_paragraphs_do_not_make_their_gap_the_usual_distance() -> None:
    items = [
        f"Item {n} of the list was read and agreed by all of the keepers who were there on that day."
        for n in range(20)
    ]
    page = [piece for n, text in enumerate(items) for piece in [(72.0, 760 - 22.0 * n, 11.0, text)]]
    page += lines(320, FULL, FULL.lower(), FULL.lower(), "lamps.")
    page += lines(320 - 4 * 13.5 - 8.5, FULL)
    assert len(texts(read(drawn(*page)))) == 22


def test_a_small_gap_inside_of_a_running_sentence_is_no_end() -> None:
    page = [*lines(740, FULL, "on wicks, and they agreed on the report of the experts, and stressed")]
    page += [
        (72, 740 - 13.5 * 2 - 5, 11, f"{FULL.lower()}"),
        (72, 740 - 13.5 * 3 - 5, 11, "were content with it."),
    ]
    page += lines(600, FULL, FULL.lower(), "so on.")
    assert len(texts(read(drawn(*page)))) == 2


def test_one_word_that_is_divided_at_many_lines_is_not_divided_by_a_program() -> None:
    page = [line for _ in range(4) for line in (f"{FULL[:70]} their user-", "friendly oil.")]
    found = texts(read(drawn(*lines(740, *page))))
    assert all("user-friendly" in text for text in found)


@pytest.mark.parametrize(("count", "paragraphs"), [(6, 6), (4, 1)])
def test_lines_that_all_end_a_sentence_are_a_paragraph_each(count: int, paragraphs: int) -> None:
    """Nothing else parts them: they are as far apart as lines are, and end near the same edge."""
    ends = ["keepers", "masters", "pilots", "sailors", "guests", "judges"]
    page = [
        f"The report on the lamps in the winter was then read and agreed by all of the {end}." for end in ends
    ]
    assert len(texts(read(drawn(*lines(740, *page[:count]))))) == paragraphs


FOUR = (
    "The keepers met.",
    "They cleaned the lamps of the port before noon.",
    "All agreed.",
    "It closed late.",
)


def test_four_lines_that_each_end_a_sentence_are_four_paragraphs_however_far_apart() -> None:
    """Nothing else tells: the widest of them fills the column that they make."""
    assert texts(read(drawn(*((72, 700 - 28 * n, 11, text) for n, text in enumerate(FOUR))))) == list(FOUR)


def test_lines_that_go_on_stay_one_paragraph_beside_them() -> None:
    lines = (FOUR[0], "They cleaned the lamps of the port before noon and", "all agreed.", FOUR[3])
    assert len(texts(read(drawn(*((72, 700 - 28 * n, 11, text) for n, text in enumerate(lines)))))) < 4


def test_the_distance_of_lines_is_measured_to_a_fraction_of_a_point() -> None:
    """A gap of 5 points between paragraphs whose lines stand 18.75 apart."""
    heights = [700.0]
    said = [
        "The keepers of the lamps met in the hall of the port and",
        "heard the report on oil. Who will bring the wicks to it?",
        "A crew of four that is none of the port will bring them.",
        "They thanked the pilots who serve in the channels of the",
        "port and in the harbour.",
        "They closed the hall, and wrote to the towns of the coast",
        "that all lamps are lit.",
    ]
    for text in said[1:]:
        new = text.startswith("They")
        heights.append(heights[-1] - (23.75 if new else 18.75))
    raw = read(drawn(*((72, height, 12.5, text) for height, text in zip(heights, said, strict=True))))
    assert texts(raw) == [" ".join(said[:3]), " ".join(said[3:5]), " ".join(said[5:])]


@pytest.mark.parametrize(("said", "whole"), [("they saw in", True), ("they saw.", False)])
def test_a_line_that_a_raised_mark_pushes_down_goes_on_amid_a_sentence(said: str, whole: bool) -> None:
    """Lines stand 14 apart, the one with the mark 19, and paragraphs 22."""
    first = [
        (72, 740, 11, FULL),
        (72, 726, 11, f"{FULL[:78]} {said}"),
        (72, 707, 11, "1998"),
        (98, 711, 6, "2"),
    ]
    rest = [
        (102, 707, 11, "of the lamps and on the wicks, and so they went on, all of them,"),
        (72, 693, 11, "and closed."),
    ]
    after = [(72, 671, 11, FULL), (72, 657, 11, FULL), (72, 643, 11, "and closed.")]
    assert len(texts(read(drawn(*first, *rest, *after)))) == (2 if whole else 3)


@pytest.mark.parametrize(
    ("stop", "language", "items"),
    [
        (
            "؛",
            "ar",
            ("قياس الماء في الميناء كل أسبوع", "نشر الأرقام كلها قبل نهاية الشهر", "فتح الأبراج أمام الزوار"),
        ),
        ("；", "zh", ("每周测量港口的水位并记录", "在每月十五日之前公布数据", "向参观者开放所有的塔楼")),
        (";", "ru", ("измерять воду в порту", "публиковать все данные", "открыть башни для всех")),
    ],
)
def test_items_that_end_with_a_semicolon_and_begin_with_a_label_are_paragraphs(
    stop: str, language: str, items: tuple[str, ...]
) -> None:
    direction = "rtl" if language == "ar" else "ltr"
    style = "<style>@page { size: 80mm 120mm; margin: 10mm } p { margin: 0; text-align: justify }</style>"
    body = "".join(f"<p>{n}. {item}{stop}</p>" for n, item in enumerate(items, start=1))
    raw = read(printed(f"<div dir='{direction}' style='width: max-content'>{body}</div>", style, language))
    found = ["".join(f"{b.label}{b.text}".split()) for b in raw.blocks if b.is_text]
    assert found == ["".join(f"{n}.{item}{stop}".split()) for n, item in enumerate(items, start=1)]


@pytest.mark.parametrize(("short", "ends"), [(0.0, False), (0.1, False), (3.0, True), (8.0, True)])
@pytest.mark.parametrize(("gaps", "over"), [(False, True), (True, True), (False, False)])
@pytest.mark.parametrize("after", ["They regretted", "Они сожалели", "وأعربت الوفود"])
def test_a_justified_line_that_reaches_the_edge_ends_no_paragraph(
    short: float, ends: bool, gaps: bool, over: bool, after: str
) -> None:
    """Over a page, and where nothing parts paragraphs; `short` is the room it leaves, in ems."""
    measures = PageMeasures(
        size=10,
        pitch={},
        edges={(1, 0): (50, 350), (2, 0): (50, 350)},
        justified=True,
        single=True,
        gaps=gaps,
    )
    last = line(100, (50, "x" * 30 + "."), page=1)
    last.right = 350 - 10 * short
    following = line(700 if over else 88, (50, after), page=2 if over else 1)
    following.right = 350
    assert _starts_new(LineGroup(lines=[last]), following, None, LineShape.FLUSH, measures) is ends


def test_a_line_of_han_that_fills_its_measure_may_end_a_paragraph() -> None:
    edges = {(1, 0): (50.0, 350.0), (2, 0): (50.0, 350.0)}
    measures = PageMeasures(size=10, pitch={}, edges=edges, justified=True, single=True)
    last = line(100, (50, "会" * 59 + "。"), page=1)
    following = line(700, (50, "各国代表团感谢港口的人民。"), page=2)
    assert _starts_new(LineGroup(lines=[last]), following, None, LineShape.FLUSH, measures)


@pytest.mark.parametrize(
    ("alone", "gaps", "begins", "ends"),
    [
        (True, True, "Then they met again and went", True),
        (False, True, "Then they met again and went", False),
        (True, False, "Then they met again and went", False),
        (True, True, "then they met again and went", False),
    ],
)
def test_no_line_of_a_paragraph_is_left_alone_at_the_foot_of_a_page(
    alone: bool, gaps: bool, begins: str, ends: bool
) -> None:
    """Programs keep two lines together where paragraphs are set apart: one alone is a paragraph."""
    edges = {(1, 0): (50.0, 350.0), (2, 0): (50.0, 350.0)}
    measures = PageMeasures(size=10, pitch={}, edges=edges, gaps=gaps)
    last = line(100, (50, "They thank all of the keepers of the lamps and of oil them."), page=1)
    last.right = 350
    group = LineGroup(lines=[last] if alone else [line(114, (50, "They met"), page=1), last])
    following = line(700, (50, begins), page=2)
    following.right = 350
    below = line(686, (50, "the port of the north."), page=2)
    assert _starts_new(group, following, below, LineShape.FLUSH, measures) is ends


def test_no_line_of_a_paragraph_is_left_alone_at_the_top_of_a_page() -> None:
    edges = {(1, 0): (50.0, 350.0), (2, 0): (50.0, 350.0)}
    measures = PageMeasures(size=10, pitch={10.0: 14.0}, edges=edges, gaps=True)
    last = line(100, (50, "They thank all of the keepers of the lamps and of oil them."), page=1)
    last.right = 350
    group = LineGroup(lines=[line(114, (50, "They met"), page=1), last])
    one = line(700, (50, "Then they met and saw the lamps and the oil and the wicks."), page=2)
    one.right = 350
    for base, ends in ((660, True), (686, False)):
        below = line(base, (50, "the next one begins here."), page=2)
        assert _starts_new(group, one, below, LineShape.FLUSH, measures) is ends
    # a line that ends amid a sentence is no last one
    amid = line(700, (50, "Then they met and saw the lamps and the oil and the wicks,"), page=2)
    amid.right = 350
    assert not _starts_new(group, amid, None, LineShape.FLUSH, measures)


@pytest.mark.parametrize("end", ["valleys; and", "vallées ; et", "долин; и", "valles; y", "السهول؛ و"])
def test_an_item_ends_before_the_next_label_though_its_line_is_full(end: str) -> None:
    edges = {(1, 0): (50.0, 350.0), (2, 0): (50.0, 350.0)}
    measures = PageMeasures(size=10, pitch={10.0: 14.0}, edges=edges)
    last = line(100, (50, f"(b) train pilots from the {end}"), page=1)
    last.right = 350
    for base, page in ((86, 1), (700, 2)):
        item = line(base, (50, "(c) keep the port open"), page=page)
        text = line(base, (50, "keep the port open to"), page=page)
        assert _starts_new(LineGroup(lines=[last]), item, None, LineShape.FLUSH, measures)
        assert not _starts_new(LineGroup(lines=[last]), text, None, LineShape.FLUSH, measures)
