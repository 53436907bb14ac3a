"""Tables by the lines around their cells, heads of columns that stand near each other, heads of pages."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf.grids import _go_on
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.model.source import RawText
from tests.ingest.blocks import rows_of
from tests.ingest.pdf.test_shapes import drawn, printed, read, texts

pytest.importorskip("pypdfium2")

ROWS = [
    ["Harbour", "Ships", "Remarks"],
    ["North quay", "1,204", "closed in winter from November to the end of March"],
    ["South basin", "87", "dredged twice"],
    ["Old lock", "–", "awaits a decision of the council on its gates"],
]
BEFORE = "The office counted the ships of all harbours on the river in the spring, and found these:"
AFTER = "They agreed to meet again; the council decides on the place before the end of the next year."
STYLE = """<style>@page { size: 148mm 210mm; margin: 20mm } body { font: 13pt 'Liberation Serif' }
p { text-align: justify; margin: 0 } table { border-collapse: collapse; margin: 0 }
td { padding: 1pt 3pt; width: %s; vertical-align: %s; border: %s }</style>"""


def table(border: str, *, align: str = "top", width: str = "24mm") -> RawText:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    body = f"<p>{BEFORE}</p><table>{rows}</table><p>{AFTER}</p>"
    return read(printed(body, STYLE % (width, align, border)))


@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
@pytest.mark.parametrize("border", ["0.5pt solid black", "2pt solid black", "0.5pt solid #888"])
def test_each_word_is_of_the_cell_that_it_stands_in(border: str, align: str) -> None:
    """However near the next cell is, and at whatever height of its row a cell's words are set."""
    raw = table(border, align=align)
    assert rows_of(raw) == [" | ".join(row) for row in ROWS]
    assert texts(raw) == [BEFORE, *map(" | ".join, ROWS), AFTER]


def cells(*lines: str, edge: int = 400) -> str:
    """The operators of lines around two rows of two cells, with others in them."""
    frame = [f"60 {y} m {edge} {y} l S\n" for y in (700, 660, 620)]
    uprights = [f"{x} 620 m {x} 700 l S\n" for x in (60, 200, 400)]
    return "".join([*frame, *uprights, *lines])


WORDS = [(70, 680, 11, "One"), (210, 680, 11, "Two"), (70, 640, 11, "Three"), (210, 640, 11, "Four")]


def test_two_rows_of_two_cells_are_a_table_if_lines_say_so() -> None:
    assert rows_of(read(drawn(*WORDS, words=cells()))) == ["One | Two", "Three | Four"]
    assert rows_of(read(drawn(*WORDS))) == []


def test_a_word_that_runs_over_the_edge_is_in_no_table() -> None:
    over = (300, 680, 11, "words that go on beyond the last line of what seemed a table")
    assert rows_of(read(drawn(*WORDS, over, words=cells()))) == []


def test_a_frame_around_paragraphs_is_no_table() -> None:
    frame = "60 600 340 100 re S\n200 600 m 200 620 l S\n"
    lines = [(70, 680, 11, "The keepers met in the hall."), (70, 650, 11, "They closed at noon.")]
    raw = read(drawn(*lines, words=frame))
    assert (rows_of(raw), texts(raw)) == ([], [line[3] for line in lines])


def test_cells_that_are_one_hold_their_words_once() -> None:
    """The line between the first two cells is left out."""
    lines = [f"60 {y} m 400 {y} l S\n" for y in (700, 660, 620, 580)]
    lines += ["60 580 m 60 700 l S\n", "400 580 m 400 700 l S\n", "200 580 m 200 660 l S\n"]
    words = [
        (70, 680, 11, "Ships counted in the spring of the year"),
        *((x, y - 40, s, t) for x, y, s, t in WORDS),
    ]
    raw = read(drawn(*words, words="".join(lines)))
    assert rows_of(raw) == ["Ships counted in the spring of the year", "One | Two", "Three | Four"]


def test_heads_of_columns_near_each_other_are_cells_where_the_columns_begin_below() -> None:
    """Gaps of 1.3 and 1.2 em in the first row, which is no table by itself."""
    columns = (72, 130, 180)
    rows = [
        ("Harbour", "Lamps", "Remarks"),
        ("Quay", "14", "closed"),
        ("Basin", "87", "open"),
        ("Lock", "3", "open"),
    ]
    words = [
        (x, 600 - 16 * n, 11, cell)
        for n, row in enumerate(rows)
        for x, cell in zip(columns, row, strict=True)
    ]
    assert rows_of(read(drawn(*words))) == [" | ".join(row) for row in rows]


HEAD = {
    "en": ["Conference on Harbours", "Second session, Room 4", "Document CH/2/11"],
    "ru": ["Конференция по гаваням", "Вторая сессия, зал 4", "Документ КГ/2/11"],
    "zh": ["内河港口会议", "第二届会议，第四会议室", "文件 CH/2/11"],
}
FONTS = {"zh": "Noto Serif CJK SC"}
TEXT = {
    "en": BEFORE + " " + AFTER,
    "ru": "Делегации рассмотрели состояние всех гаваней и договорились встретиться вновь в будущем году.",
    "zh": "各代表团审查了河上所有港口的状况，并商定明年再次举行会议，会议地点由港口理事会在年底之前决定。",
}


def headed(lines: list[str], language: str, style: str = "") -> list[str]:
    font = FONTS.get(language, "Liberation Serif")
    page = f"<style>body {{ font: 12pt '{font}' }} div {{ text-align: center; {style} }}</style>"
    body = "".join(f"<div>{line}</div>" for line in lines)
    return texts(read(printed(f"{body}<p>{TEXT[language]}</p>", page, language)))


@pytest.mark.parametrize("language", HEAD)
def test_centred_lines_of_a_head_are_lines_of_their_own(language: str) -> None:
    found = [text.replace("件C", "件 C") for text in headed(HEAD[language], language)]
    assert found == [*HEAD[language], TEXT[language]]


@pytest.mark.parametrize(
    ("lines", "style"),
    [
        (["Report of the", "Council of Harbours"], ""),
        (["REPORT ON", "HARBOURS"], ""),
        (["Report on harbours,", "Quays and Locks"], ""),
        (["Report on harbours", "and on their lamps"], ""),
        (["Joint Report", "Harbours of the River"], "font-size: 16pt"),
        (["Joint Report", "Harbours of the River"], "font-weight: bold"),
    ],
)
def test_a_title_broken_for_its_sense_is_one(lines: list[str], style: str) -> None:
    assert headed(lines, "en", style) == [" ".join(lines), TEXT["en"]]


@pytest.mark.parametrize("language", ["es", "fr", "ru", "en"])
def test_a_line_that_begins_with_per_cent_keeps_its_space(language: str) -> None:
    body = "<p>They counted all ships and found that 62,5 <br>% of them had lamps at their bows.</p>"
    found = texts(read(printed(body, language=language)))
    assert found == ["They counted all ships and found that 62,5 % of them had lamps at their bows."]


@pytest.mark.parametrize(("size", "joined"), [(8.0, True), (11.0, False)])
def test_a_row_that_the_page_cuts_is_one_though_notes_stand_below_it(size: float, joined: bool) -> None:
    """Cells of one row on two pages: two at the end of the first, the third on the next."""
    above = [PageLine([], 1, size=11, row=9, cell=n, text=text) for n, text in ((1, "Quay"), (2, "87"))]
    note = PageLine([], 1, size=size, text="A note, or a paragraph.")
    below = [
        PageLine([], 2, size=11, row=20, cell=3, text="closed"),
        PageLine([], 2, size=11, row=21, cell=1),
    ]
    _go_on([*above, note], below)
    assert [line.row for line in below] == ([9, 21] if joined else [20, 21])


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [([2], [1, 3], True), ([1, 2], [3], True), ([1, 2], [1, 3], False), ([2, 3], [1, 2], False)],
)
def test_a_row_of_which_cells_stay_behind_on_a_page_is_one(
    above: list[int], below: list[int], joined: bool
) -> None:
    first = [PageLine([], 1, size=11, row=9, cell=n, text=f"Quay {n}.") for n in above]
    second = [PageLine([], 2, size=11, row=20, cell=n, text=f"Basin {n}.") for n in below]
    _go_on(first, second)
    assert {line.row for line in second} == ({9} if joined else {20})
