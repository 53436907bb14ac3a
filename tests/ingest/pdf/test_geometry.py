"""Tables, grids, columns and measures of pages, on lines made by hand: no file takes part."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf.bars import Bar
from p5diff.ingest.readers.pdf.columns import find_gutter, pages_in_order
from p5diff.ingest.readers.pdf.fontnames import font_names
from p5diff.ingest.readers.pdf.grids import with_grids
from p5diff.ingest.readers.pdf.hidden import _times
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.measures import measure
from p5diff.ingest.readers.pdf.tables import with_cells
from tests.ingest.pdf.drawn_lines import line, shown

Row = tuple[str, ...]
AT = (72.0, 180.0, 300.0)
FULL = "The wardens light every lamp at dusk and count the sails that pass."
"""67 letters: 335 points, over all three columns."""


def rows(base: float, *texts: Row, drop: float = 14, page: int = 0) -> list[PageLine]:
    """Rows of cells, one below the other; an empty cell is left out."""
    return [
        line(base - n * drop, *((x, t) for x, t in zip(AT, row, strict=False) if t), page=page)
        for n, row in enumerate(texts)
    ]


def cells(page: list[PageLine]) -> list[list[tuple[int, str]]]:
    """The rows that a page was parted into: the number and the words of each cell."""
    found: dict[int, dict[int, list[str]]] = {}
    for piece in page:
        if piece.row:
            found.setdefault(piece.row, {}).setdefault(piece.cell, []).append(shown(piece))
    return [[(number, " ".join(words)) for number, words in row.items()] for row in found.values()]


def table(*texts: Row, drop: float = 14) -> list[list[tuple[int, str]]]:
    return cells(with_cells([rows(700, *texts, drop=drop)])[0])


PORTS = (("Port", "Ships", "Notes"), ("Quay", "12", "closed"), ("Basin", "87", "open"))


def test_rows_of_cells_are_a_table() -> None:
    wanted = [[(1, a), (2, b), (3, c)] for a, b, c in PORTS]
    assert table(*PORTS) == wanted


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (PORTS[:1], 0),  # one row of far pieces
        (PORTS[:2], 2),  # two rows of three cells are enough
        ((("Port", "Ships"), ("Quay", "12")), 0),  # two of two are chance
        ((("Port", "Ships"), ("Quay", "12"), ("Basin", "87")), 3),
        ((("(a)", "Lamps are lit"), ("(b)", "Boats are counted"), ("(c)", "Gates are shut")), 0),
        ((("12.", "Lamps are lit"), ("13.", "Boats are counted"), ("14.", "Gates are shut")), 0),
    ],
)
def test_how_many_rows_make_a_table(texts: tuple[Row, ...], count: int) -> None:
    assert len(table(*texts)) == count


@pytest.mark.parametrize(("drop", "count"), [(14, 3), (39, 3), (41, 0)])
def test_rows_stand_within_four_ems_of_each_other(drop: float, count: int) -> None:
    assert len(table(*PORTS, drop=drop)) == count


def test_a_cell_may_be_empty_or_run_over_two_lines() -> None:
    more = (*PORTS, ("", "9", ""), ("Lock", "3", "waits for"), ("", "", "the tide"))
    found = table(*more)
    assert [text for _, text in found[2]] == ["Basin", "87 9", "open"]
    assert [text for _, text in found[-1]] == ["Lock", "3", "waits for the tide"]


def test_a_line_of_text_ends_a_table() -> None:
    page = [*rows(700, *PORTS), line(640, (72, FULL)), *rows(620, ("Lamp", "1", "lit"))]
    made = with_cells([page])[0]
    assert len(cells(made)) == 3
    assert next(shown(p) for p in made if not p.row) == FULL


def test_a_table_goes_on_over_the_page() -> None:
    """With rows of its own, and with the rest of its last row, where no first cell stands there."""
    one = rows(200, *PORTS)
    two = rows(700, ("", "", "for boats"), ("Lock", "3", "waits"), page=1)
    first, second = with_cells([one, two])
    assert len(cells(first)) == 3
    parts = cells(second)
    assert parts[0] == [(3, "for boats")]
    assert next(p.row for p in second if p.row) == [p.row for p in first if p.row][-1]
    assert parts[1] == [(1, "Lock"), (2, "3"), (3, "waits")]


def test_a_table_does_not_go_on_below_a_line_of_text() -> None:
    one = [*rows(200, *PORTS), line(150, (72, FULL))]
    first, second = with_cells([one, rows(700, ("Lock", "3", "waits"), page=1)])
    assert len(cells(first)) == 3 and cells(second) == []


def test_small_notes_below_a_table_do_not_end_it() -> None:
    one = [*rows(200, *PORTS), line(150, (72, FULL), size=7)]
    _, second = with_cells([one, rows(700, ("Lock", "3", "waits"), page=1)])
    assert [[text for _, text in row] for row in cells(second)] == [["Lock", "3", "waits"]]


def test_a_page_of_plain_lines_stays_as_it_is() -> None:
    page = [line(700 - 14 * n, (72, FULL)) for n in range(5)]
    made = with_cells([page])[0]
    assert [shown(p) for p in made] == [FULL] * 5 and not any(p.row or p.alone for p in made)


# -------------------------------------------------------------- lines around cells

LEVELS, STANDS = (700.0, 670.0, 640.0, 610.0), (72.0, 150.0, 220.0, 400.0)


def bars(levels: tuple[float, ...] = LEVELS, stands: tuple[float, ...] = STANDS) -> list[Bar]:
    lying = [Bar(stands[0], y - 0.5, stands[-1], y + 0.5) for y in levels]
    return [*lying, *(Bar(x - 0.5, levels[-1], x + 0.5, levels[0]) for x in stands)]


def grid(page: list[PageLine], drawn: list[Bar]) -> list[list[tuple[int, str]]]:
    return cells(with_grids([page], [drawn])[0])


IN_GRID = [
    line(681, (80, "Port"), (160, "Ships"), (230, "Notes")),
    line(651, (80, "Quay"), (160, "12"), (230, "closed")),
    line(621, (80, "Basin"), (160, "87"), (230, "open")),
]


def test_lines_make_cells_however_near_their_words_are() -> None:
    near = [line(681, (130, "Port"), (151, "Ships")), line(651, (80, "Quay"), (160, "12"))]
    assert grid(near, bars()) == [[(1, "Port"), (2, "Ships")], [(1, "Quay"), (2, "12")]]
    assert grid(IN_GRID, bars()) == [
        [(1, "Port"), (2, "Ships"), (3, "Notes")],
        [(1, "Quay"), (2, "12"), (3, "closed")],
        [(1, "Basin"), (2, "87"), (3, "open")],
    ]


def test_a_letter_belongs_to_the_cell_of_its_middle_at_whatever_height() -> None:
    page = [
        line(690, (80, "Port")),
        line(674, (160, "Ships")),  # lower in the same row
        line(651, (80, "Quay"), (160, "12")),
    ]
    assert grid(page, bars()) == [[(1, "Port"), (2, "Ships")], [(1, "Quay"), (2, "12")]]
    # a letter half over the line: its middle decides
    page = [line(681, (146, "S"), (160, "x")), line(651, (80, "Quay"), (160, "12"))]
    assert grid(page, bars())[0] == [(1, "S"), (2, "x")]
    page = [line(681, (149, "S"), (80, "x")), line(651, (80, "Quay"), (160, "12"))]
    assert sorted(grid(page, bars())[0]) == [(1, "x"), (2, "S")]


def test_where_a_line_is_left_out_two_cells_are_one() -> None:
    drawn = [bar for bar in bars() if not (bar.x == 150.0 and not bar.level)]
    drawn.append(Bar(149.5, 610, 150.5, 670))  # not in the first row
    page = [line(681, (80, "Port of"), (160, "ships"), (230, "Notes")), *IN_GRID[1:]]
    assert grid(page, drawn)[0] == [(1, "Port of ships"), (3, "Notes")]


@pytest.mark.parametrize(
    ("drawn", "page"),
    [
        (bars(stands=(72.0, 400.0)), IN_GRID),  # a frame around paragraphs
        (bars(levels=(700.0, 610.0)), IN_GRID[:1]),  # one row
        (bars(), [IN_GRID[0], line(651, (80, "Quay"))]),  # one row with two cells
        (bars(), [*IN_GRID, line(655, (300, "runs over the edge of it"))]),
        ([], IN_GRID),
    ],
)
def test_what_is_no_grid_is_left_as_it_is(drawn: list[Bar], page: list[PageLine]) -> None:
    assert grid(page, drawn) == []


def test_what_stands_around_a_grid_keeps_its_place() -> None:
    page = [line(720, (72, "Above")), *IN_GRID, line(590, (72, "Below"))]
    made = with_grids([page], [bars()])[0]
    assert [shown(p) for p in made if not p.row] == ["Above", "Below"]
    assert [bool(p.row) for p in made] == [False, *[True] * 9, False]


def test_a_transformation_after_another() -> None:
    move, grow, turn = (
        (1.0, 0.0, 0.0, 1.0, 5.0, 7.0),
        (2.0, 0.0, 0.0, 3.0, 0.0, 0.0),
        (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
    )
    assert _times(move, grow) == (2, 0, 0, 3, 10, 21)
    assert _times(grow, move) == (2, 0, 0, 3, 5, 7)
    assert _times(grow, turn) == (0, 2, -3, 0, 0, 0)
    assert _times((1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)) == (25, 28, 57, 64, 100, 112)


@pytest.mark.parametrize(
    "data", [b"", b"abcd", b"PK\x03\x04" + b"\x00" * 60, b"OTTO\xff\xff", b"true\x00\x01"]
)
def test_what_is_no_font_names_nothing(data: bytes) -> None:
    assert not font_names(data)


# ------------------------------------------------------------------------ columns


def column(
    left: float, count: int, *, top: float = 700, words: str = "the lamps of the northern piers"
) -> list[PageLine]:
    return [line(top - 14 * n, (left, words)) for n in range(count)]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [(6, 6, True), (4, 4, True), (6, 4, True), (1, 6, False), (0, 6, False), (3, 3, True), (2, 2, True)],
)
def test_two_columns_are_found_by_their_lines(left: int, right: int, found: bool) -> None:
    pieces = [*column(72, left), *column(320, right)]
    gutter = find_gutter(pieces)
    assert (gutter is not None) is found
    if gutter is not None:
        assert 227 <= gutter.x <= 320 and gutter.starts == (72, 320)


def test_short_columns_need_one_width_and_an_edge() -> None:
    narrow = column(320, 3, words="piers of the")
    assert find_gutter([*column(72, 3), *narrow]) is None
    ragged = [line(700 - 14 * n, (320 + 9 * n, "the lamps of the northern"[: 25 - 3 * n])) for n in range(3)]
    assert find_gutter([*column(72, 3), *ragged]) is None
    words = [line(700 - 14 * n, (320, "The lamps of the northern piers")) for n in range(3)]
    assert find_gutter([*column(72, 3), *words]) is None  # no sentence runs on there


def test_columns_are_read_one_after_the_other_between_lines_that_cross_them() -> None:
    title = line(730, (72, "The lamps of the northern piers and the lamps of the southern ones"))
    left = [line(700 - 14 * n, (72, f"left {n} of the northern piers")) for n in range(5)]
    right = [line(700 - 14 * n, (320, f"right {n} of the northern pier")) for n in range(5)]
    (page,) = pages_in_order([[title, *(p for pair in zip(left, right, strict=True) for p in pair)]])
    read = [shown(p).split(" of")[0] for p in page]
    assert read == ["The lamps", *(f"left {n}" for n in range(5)), *(f"right {n}" for n in range(5))]
    assert len({p.column for p in page}) == 3


def test_a_page_with_one_line_in_its_second_column_borrows_the_gutter() -> None:
    first = [*column(72, 6), *column(320, 6)]
    last = [*column(72, 3), line(700, (320, "ends here."))]
    _, page = pages_in_order([first, last])
    assert shown(page[-1]) == "ends here." and page[-1].column != page[0].column
    across = line(660, (200, "the lamps of the northern piers"))
    _, page = pages_in_order(
        [[*column(72, 6), *column(320, 6)], [*column(72, 3), line(700, (320, "x")), across]]
    )
    assert {p.column for p in page} == {0}


FULL_WIDTH = "The lamps of the northern piers and the lamps of the southern ones are"


def above_columns(*above: PageLine) -> list[PageLine]:
    """Lines over the whole width, then two columns below them, in the order of the page."""
    left = [line(600 - 14 * n, (72, f"left {n} of the northern piers")) for n in range(5)]
    right = [line(600 - 14 * n, (320, f"right {n} of the northern pier")) for n in range(5)]
    return [*above, *(p for pair in zip(left, right, strict=True) for p in pair)]


def test_labels_and_raised_marks_of_lines_over_both_columns_stay_with_them() -> None:
    dash, text = line(680, (72, "-")), line(680, (90, FULL_WIDTH))
    mark, marked = line(664, (430, "1"), size=6), line(660, (72, FULL_WIDTH))
    short = line(640, (72, "and they met."))
    (page,) = pages_in_order([above_columns(dash, text, marked, mark, short, line(620, (72, FULL_WIDTH)))])
    # each with its label or its mark
    assert [(round(p.left), len(p.parts)) for p in page[:3]] == [(72, 2), (72, 2), (72, 1)]
    # one stretch, so that the distances between its lines are seen
    assert len({p.column for p in page[:4]}) == 1 and len({p.column for p in page}) == 3


def test_a_label_that_stands_a_little_lower_than_its_line_is_not_of_the_columns_below() -> None:
    text, dash = line(620, (90, FULL_WIDTH)), line(619.4, (72, "-"))  # set a little lower
    (page,) = pages_in_order([above_columns(text, dash)])
    assert (round(page[0].left), len(page[0].parts)) == (72, 2)
    assert shown(page[1]).startswith("left 0")


def test_the_longer_of_two_columns_keeps_its_last_line() -> None:
    longer = line(600 - 14 * 5, (72, "left 5 of the northern piers"))
    (page,) = pages_in_order([[*above_columns(), longer, line(480, (72, FULL_WIDTH))]])
    assert [shown(p).split(" of")[0] for p in page[4:7]] == ["left 4", "left 5", "right 0"]


def test_a_table_and_its_heading_below_two_columns_go_over_the_whole_width() -> None:
    head = line(500, (72, "Annex"))
    rows = [
        [line(470 - 22 * n, (at, word)) for at, word in ((72, "pier"), (180, "lamp"), (330, "keeper"))]
        for n in range(2)
    ]
    (page,) = pages_in_order([[*above_columns(), head, *(piece for row in rows for piece in row)]])
    assert [shown(p) for p in page[-3:]] == ["Annex", "pier lamp keeper", "pier lamp keeper"]
    assert [shown(p).split(" of")[0] for p in page[4:6]] == ["left 4", "right 0"]


def test_the_words_of_a_stretched_line_of_a_column_are_no_cells() -> None:
    pieces = above_columns()
    left = next(p for p in pieces if shown(p).startswith("left 2"))
    end = max(p.right for p in pieces if p.right < 320)
    stretched = [line(left.base, (72, "lighthouse")), line(left.base, (end - 60, "inspectorate"))]
    (page,) = pages_in_order([[*(p for p in pieces if p is not left), *stretched]])
    assert [shown(p).split(" of")[0] for p in page[1:4]] == ["left 1", "lighthouse inspectorate", "left 3"]


def test_a_page_of_short_columns_among_full_lines_borrows_the_gutter() -> None:
    full = [line(760 - 14 * n, (72, FULL_WIDTH)) for n in range(12)]
    pieces = [
        *full,
        *(p for pair in zip(column(72, 4, top=580), column(320, 4, top=580), strict=True) for p in pair),
    ]
    assert find_gutter(pieces) is None
    _, page = pages_in_order([[*column(72, 6), *column(320, 6)], pieces])
    assert [round(p.left) for p in page[12:]] == [72] * 4 + [320] * 4


@pytest.mark.parametrize("label", ["(a)", ")a)", ")a(", "(ب)"])
def test_a_label_at_the_right_of_a_line_from_the_right_is_no_cell(label: str) -> None:
    """Files name its brackets after their look or their sense, or both alike."""
    items = [line(700 - 16 * n, (200, "حيباصملا ليغشت"), (420, label)) for n in range(4)]
    (page,) = with_cells([items])
    assert [bool(p.row) for p in page] == [False] * 4


def test_a_line_below_a_table_one_of_whose_spaces_stands_at_a_column_is_text() -> None:
    rows = [line(700 - 14 * n, *zip(AT, ("pier", "lamp", "keeper"), strict=True)) for n in range(3)]
    below = line(650, (72, "They thank the port"), (AT[1], "of the wardens and of all of their sails"))
    (page,) = with_cells([[*rows, below]])
    assert [bool(p.row) for p in page] == [True] * 9 + [False]


# ----------------------------------------------------------------------- measures

WIDE = "the wardens light every lamp at dusk and count all of the sails"
"""63 letters."""


def body(*lengths: int, left: float = 72, pitch: float = 14, stop: tuple[int, ...] = ()) -> list[PageLine]:
    """Lines cut to these numbers of letters; those of `stop` end in one."""
    made = []
    for n, length in enumerate(lengths):
        text = WIDE[:length]
        made.append(line(700 - pitch * n, (left, f"{text[:-1]}." if n in stop else text)))
    return made


def test_the_figures_of_a_page_of_text() -> None:
    found = measure([body(63, 63, 62, 63, 40)])
    assert found.size == 10 and found.pitch == {10.0: 14.0}
    assert found.edges == {(0, 0): (72, 72 + 63 * 5)}
    assert (found.single, found.gaps, found.headed, found.indents) == (False, False, False, frozenset())


@pytest.mark.parametrize(
    ("lengths", "stop", "justified"),
    [
        ((63, 63, 63, 63, 63), (), True),
        ((63, 55, 60, 50, 58), (), False),
        ((63, 63, 63, 50, 50), (), True),  # three of five
        ((63, 63, 50, 50, 50), (), False),
        ((63, 63, 63, 20, 20), (), True),  # short lines do not count
        ((63, 63, 63, 50, 50, 50), (3, 4, 5), True),  # nor do the ends of sentences
    ],
)
def test_text_is_justified_where_most_wide_lines_reach_the_edge(
    lengths: tuple[int, ...], stop: tuple[int, ...], justified: bool
) -> None:
    assert measure([body(*lengths, stop=stop)]).justified is justified


@pytest.mark.parametrize(("gaps", "found"), [(0, False), (1, False), (2, True)])
def test_gaps_part_paragraphs_where_sentences_end_before_them_again(gaps: int, found: bool) -> None:
    page: list[PageLine] = []
    base = 700.0
    for part in range(3):
        for text in (WIDE, WIDE, f"{WIDE[:30]}."):
            page.append(line(base, (72, text)))
            base -= 14
        base -= 12 if part < gaps else 0
    assert measure([page]).gaps is found


@pytest.mark.parametrize(("indented", "wanted"), [(2, frozenset()), (3, frozenset({2.0}))])
def test_an_indent_is_usual_from_three_lines_on(indented: int, wanted: frozenset[float]) -> None:
    page = [line(700 - 14 * n, (92 if n < indented else 72, WIDE)) for n in range(9)]
    found = measure([page])
    assert found.indents == wanted
    assert found.is_usual_indent(2.1) is bool(wanted) and not found.is_usual_indent(2.2)


@pytest.mark.parametrize(
    ("ends", "inside", "single"), [(3, 0, True), (2, 0, False), (3, 3, False), (4, 3, True)]
)
def test_paragraphs_of_one_sentence_are_the_custom_where_more_end_than_sentences_inside(
    ends: int, inside: int, single: bool
) -> None:
    page = body(63, 63, 63, 63)
    texts = [f"{WIDE[:30]}."] * ends + [
        "The lamps are lit. The sails are counted and all of the wardens"
    ] * inside
    page += [line(600 - 14 * n, (72, text)) for n, text in enumerate(texts)]
    assert measure([page]).single is single


def test_the_commonest_size_is_that_of_the_text_by_letters_not_lines() -> None:
    small = [line(400 - 9 * n, (72, "a note"), size=7) for n in range(9)]
    assert measure([[*body(63, 63, 63), *small]]).size == 10


def test_a_stray_line_that_hangs_out_is_no_edge() -> None:
    text = body(*[63] * 12)
    assert measure([[*text, line(500, (30, WIDE))]]).edges[0, 0][0] == 72
    assert measure([[*text, line(500, (50, WIDE))]]).edges[0, 0][0] == 50  # ragged: others come near
    assert measure([[*text, line(500, (30, WIDE)), line(480, (30, WIDE))]]).edges[0, 0][0] == 30
