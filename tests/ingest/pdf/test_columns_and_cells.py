"""Columns, cells and measures of pages: both sides of each figure, on lines that are boxes and words alone."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf import columns as c
from p5diff.ingest.readers.pdf import lines as n
from p5diff.ingest.readers.pdf import measures as m
from p5diff.ingest.readers.pdf import tables as t
from p5diff.ingest.readers.pdf.columns import Gutter
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine, measured
from p5diff.ingest.readers.pdf.measures import PageMeasures
from tests.ingest.pdf.drawn_lines import line, shown

M = PageMeasures(size=10.0, pitch={10.0: 12.0}, edges={(0, 0): (0.0, 200.0)})
GUTTER = Gutter(150, (0, 160), (140, 300))


def at(
    text: str, base: float = 700, left: float = 0, right: float = 200, *, size: float = 10, bold: bool = False, rtl: bool = False, column: int = 0, row: int = 0
) -> PageLine:  # fmt: skip
    return PageLine(
        [],
        0,
        left=left,
        right=right,
        base=base,
        size=size,
        bold=bold,
        text=text,
        rtl=rtl,
        column=column,
        row=row,
    )


def glyph(text: str, left: float, right: float, base: float = 700, size: float = 10) -> Glyph:
    return Glyph(text, left, right, base, size, bold=False)


def piece(text: str, left: float, base: float = 700, *, size: float = 10, rtl: bool = False) -> PageLine:
    """A piece of letters half as wide as their size."""
    made = measured(
        PageLine(
            [
                [
                    glyph(char, left + k * size / 2, left + (k + 1) * size / 2, base, size)
                    for k, char in enumerate(text)
                ]
            ],
            0,
        )
    )
    made.text, made.rtl = text, rtl
    return made


# --- lines


@pytest.mark.parametrize(
    ("rise", "size", "text", "left", "same"),
    [
        (1.9, 10, "abcdefg", 60, True), (2.0, 10, "abcdefg", 60, False), (-1.9, 10, "abcdefg", 60, True), (3, 8.4, "12", 52, True), (3, 8.5, "ab", 52, False), (3.1, 8.5, "12", 52, True), (3.0, 8.5, "12", 52, False),
        (6.9, 6, "12", 52, True), (7.0, 6, "12", 52, False), (-3, 6, "12", 52, False), (3, 6, "123456", 52, True), (3, 6, "1234567", 52, False), (3, 6, "12", 59.9, True), (3, 6, "12", 60, False), (3, 6, "12", -16, False), (3, 6, "12", -15.9, True),
        (9.9, 6, "\u064e", 20, True), (10, 6, "\u064e", 20, False), (9, 6, "\u064e", 51, False), (9, 6, "\u064e", 50.9, True), (9, 6, "\u064e", -1, False), (9, 6, "\u064e", -0.9, True),
    ],
)  # fmt: skip
def test_whether_a_piece_stands_on_a_line(
    rise: float, size: float, text: str, left: float, same: bool
) -> None:
    assert n.same_line(piece("abcdefghij", 0), piece(text, left, 700 + rise, size=size)) is same


@pytest.mark.parametrize(("drop", "rows"), [(7.5, 1), (7.6, 2)])
def test_where_a_run_drops_to_another_line(drop: float, rows: int) -> None:
    run = [glyph("a", 0, 5), glyph("b", 5, 10), glyph("c", 0, 5, 700 - drop), glyph("d", 5, 10, 700 - drop)]
    assert ["".join(g.text for g in row) for row in n._rows(run)] == (["abcd"] if rows == 1 else ["ab", "cd"])


@pytest.mark.parametrize(
    ("gaps", "wide"),
    [([], 12.5), ([4, 4], 12.5), ([4, 5, 6], 12.5), ([7, 8, 9], 16), ([20, 20, 20], 30), ([1.2, 8, 9], 12.5), ([1.3, 7, 9], 14)],
)  # fmt: skip
def test_how_wide_a_gap_parts_cells(gaps: list[float], wide: float) -> None:
    assert n._wide_gap([glyph("a", 0, 5)], gaps) == wide


@pytest.mark.parametrize(("left", "over"), [(2.9, True), (3.1, False), (5, False)])
def test_two_letters_over_each_other(left: float, over: bool) -> None:
    assert n.overlap(glyph("a", 0, 10), glyph("b", left, left + 10)) is over
    assert not n.overlap(glyph("a", 0, 10), glyph(" ", 0, 10)) and not n.overlap(
        glyph("a", 0, 0), glyph("b", 0, 5)
    )


def test_a_line_is_measured_by_its_full_letters() -> None:
    made = measured(
        PageLine([[glyph("a", 5, 10), glyph("b", 10, 15), glyph(" ", 0, 90), glyph("1", 15, 18, 704, 6)]], 0)
    )
    assert (made.size, made.base, made.left, made.right, made.width, made.count) == (10, 700, 5, 18, 13, 4)
    made = measured(PageLine([[glyph("a", 5, 10), glyph("b", 15, 20, 702, 8.5)]], 0))
    assert (made.size, made.base) == (9.25, 701)


# --- columns


@pytest.mark.parametrize(
    ("widths", "filled"),
    [([22, 22, 22, 22], True), ([21.9, 21.9, 22, 22], False), ([22, 21.9, 21.9, 22], False), ([22, 22, 21.9, 9], True), ([22, 21.9, 9], True), ([21.9, 21.9, 9], False), ([22] * 4 + [21.9] * 4, True), ([22] * 3 + [21.9] * 5, False)],
)  # fmt: skip
def test_lines_fill_their_column(widths: list[float], filled: bool) -> None:
    assert c._is_filled([at("x", 700 - 14 * k, 0, w) for k, w in enumerate(widths)], 40) is filled


@pytest.mark.parametrize(
    ("starts", "ends", "edge"),
    [([0, 0, 0, 9], [90, 80, 70, 60], True), ([0, 0, 9, 9], [90, 80, 70, 60], False), ([0, 2.9, 2.9, 9], [90, 80, 70, 60], True), ([0, 3.0, 0, 9], [90, 80, 70, 60], False), ([0, 5, 9, 20], [90, 90, 87.1, 60], True), ([0, 5, 9, 20], [90, 90, 87, 60], False)],
)  # fmt: skip
def test_columns_have_an_edge(starts: list[float], ends: list[float], edge: bool) -> None:
    assert (
        c._has_edge([at("x", 700 - 14 * k, a, b) for k, (a, b) in enumerate(zip(starts, ends, strict=True))])
        is edge
    )


@pytest.mark.parametrize(
    ("one", "other", "drop", "flows"),
    [("They met", "and went", 19.9, True), ("They met", "and went", 20, False), ("They met.", "and went", 12, False), ("They met,", "and went", 12, True), ("They met", "And went", 12, False), ("会议", "通过", 12, True), ("التقوا", "ثم", 12, True), ("Они", "и", 12, True)],
)  # fmt: skip
def test_a_sentence_runs_on_in_a_column(one: str, other: str, drop: float, flows: bool) -> None:
    assert c._flows([at(other, 700 - drop), at(one, 700)]) is flows


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [(["1. a", "2. b"], ["3. c"], True), (["1. a", "2. b"], ["4. c"], False), (["1. a"], ["2. c"], False), (["1. a", "2. b"], ["c"], False), (["1. a", "3. b"], ["4. c"], False), (["(1) a", "x", "(2) b"], ["(3) c", "(4) d"], True), (["1.a", "2.b"], ["3.c"], False)],
)  # fmt: skip
def test_labels_count_on_in_the_next_column(before: list[str], after: list[str], counts: bool) -> None:
    sides = [[at(text, 700 - 14 * k, rtl=False) for k, text in enumerate(side)] for side in (before, after)]
    assert c._count_on(*sides) is counts
    for side in sides:
        for each in side:
            each.rtl = True
    assert c._count_on(sides[1], sides[0]) is counts


@pytest.mark.parametrize(
    ("drops", "off", "banded"),
    [((40, 40), 0, True), ((40, 12), 0, False), ((40, 40), 1.9, True), ((40, 40), 2.0, False), ((17, 40, 40), 0, True), ((40, 40, 40, 40), 0, True)],
)  # fmt: skip
def test_rows_of_a_table_go_through_both_sides(drops: tuple[float, ...], off: float, banded: bool) -> None:
    base, before = 700.0, [at("x", 700), at("x", 688)]
    for drop in drops:
        base -= drop
        before += [at("x", base), at("x", base - 12)]
        base -= 12
    after = [at("y", each.base + off) for each in before]
    assert c._is_banded(before, after) is banded


@pytest.mark.parametrize(("off", "at_edge"), [(2.9, True), (3.0, False), (-2.9, True)])
def test_a_lonely_pair_stands_at_the_edges_of_its_columns(off: float, at_edge: bool) -> None:
    sides = ([at("a", 700, off, 100)], [at("b", 700, 160, 300)])
    assert c._are_columns(sides, GUTTER, False) is at_edge
    assert c._are_columns(([at("a", 700, 50, 140)], [at("b", 700, 200, 300 + off)]), GUTTER, True) is at_edge
    assert not c._are_columns(([], sides[1]), GUTTER, False)
    assert c._are_columns((sides[0] * 2, sides[1] * 2), GUTTER, False)
    assert not c._are_columns(([at("a", 700, 9, 100)], sides[1] * 2), GUTTER, False)


@pytest.mark.parametrize(("gap", "taken"), [(16.9, 0), (17, 1)])
def test_what_stands_under_both_columns_is_set_off(gap: float, taken: int) -> None:
    sides = ([at("a", 700), at("b", 688), at("c", 688 - gap)], [at("d", 700), at("e", 688)])
    assert len(c._below_both(sides)) == taken and len(sides[0]) == 3 - taken


@pytest.mark.parametrize(
    ("apart", "ends", "spread"),
    [(40, 140, False), (40.1, 130, True), (40, 130, False), (41, 139.1, False), (41, 139, True)],
)
def test_cells_over_the_whole_width_stand_far_apart_in_one_column(
    apart: float, ends: float, spread: bool
) -> None:
    row = [at("a", 700, 0, 30), at("b", 700, 30 + apart, ends), at("c", 700, 170, 290)]
    assert bool(c._spread_rows(row, GUTTER)) is spread


@pytest.mark.parametrize(("lines", "keeps"), [(4, True), (3, False)])
def test_how_many_lines_keep_to_a_known_column(lines: int, keeps: bool) -> None:
    side = [at("They met" if k % 2 == 0 else "and went", 700 - 12 * k, 2.9) for k in range(lines)]
    assert c._keeps_to(side, 0) is keeps and not c._keeps_to(side, -0.1)
    assert c._keeps_to([*side, *(at("x", 500, 50) for _ in range(lines))], 0) is keeps
    assert not c._keeps_to([*side, *(at("x", 500, 50) for _ in range(lines + 1))], 0)


@pytest.mark.parametrize(("count", "found"), [(1, False), (2, True)])
def test_half_of_the_lines_may_cross_the_gutter(count: int, found: bool) -> None:
    left = [at("They met", 700, 0, 140), at("and went", 688, 0, 140)] * count
    right = [at("They met", 700, 160, 300), at("and went", 688, 160, 300)] * count
    across = [at("x", 600 - 12 * k, 0, 300) for k in range(4 * count)]
    assert c._two_columns([*left, *right, *across], 150, 0, 300)
    assert not c._two_columns([*left, *right, *across, at("x", 500, 0, 300)], 150, 0, 300)
    narrow = [at(p.text, p.base, 160, 160 + 98) for p in right]
    assert c._two_columns([*left, *narrow], 150, 0, 300) is True
    if not found:
        narrower = [at(p.text, p.base, 160, 160 + 97) for p in right]
        assert not c._two_columns([*left, *narrower], 150, 0, 300)


# --- cells


@pytest.mark.parametrize(("gap", "count"), [(15, 2), (14.9, 1)])
def test_how_far_apart_cells_stand(gap: float, count: int) -> None:
    assert len(t._cells(line(700, (0, "ab"), (10 + gap, "cd")))) == count


@pytest.mark.parametrize(
    ("left", "right", "off"),
    [(3, 60, 3), (20, 98, 2), (-1, 90, 1), (20, 81, 0.5), (50, 90, 10), (20, 119, 19), (55, 60, 7.5)],
)
def test_how_far_a_cell_is_from_its_column(left: float, right: float, off: float) -> None:
    assert t._off(at("x", 700, left, right), (0, 100)) == off


@pytest.mark.parametrize(("left", "stands"), [(3.9, True), (4.0, False)])
def test_a_cell_stands_in_a_column_by_an_edge(left: float, stands: bool) -> None:
    assert t._stands_in(at("x", 700, left, 30), (0, 100)) is stands


@pytest.mark.parametrize(
    ("left", "right", "columns", "fits"),
    [(0, 50, [(0, 60), (80, 120)], True), (0, 80, [(0, 60), (80, 120)], True), (0, 81, [(0, 60), (80, 120)], False), (60, 70, [(0, 60), (80, 120)], False), (0, 50, [(0, 60)], False)],
)  # fmt: skip
def test_a_cell_keeps_to_one_column(
    left: float, right: float, columns: list[tuple[float, float]], fits: bool
) -> None:
    assert t._fits(at("x", 700, left, right), columns) is fits


def test_columns_widen_with_their_cells() -> None:
    assert t._widened([(0, 60)], [at("x", 700, 2, 70), at("y", 700, 100, 120)]) == [(0, 70), (100, 120)]
    # two cells in one column: it was one of two heads
    assert t._widened([(0, 120)], [at("x", 700, 0, 50), at("y", 700, 70, 120)]) == [(0, 50), (70, 120)]


@pytest.mark.parametrize(
    ("changed", "goes"),
    [
        ({}, True),
        ({"base": 660.0}, True),
        ({"base": 659.9}, False),
        ({"column": 1}, False),
        ({"row": 1}, False),
    ],
)
def test_a_line_goes_on_with_the_table_above(changed: dict[str, float], goes: bool) -> None:
    below = at("x", 688)
    for name, value in changed.items():
        setattr(below, name, value)
    columns = [(0.0, 60.0), (100.0, 160.0)]
    assert t._goes_on(at("y"), below, [piece("ab", 0), piece("cd", 100)], columns) is goes
    assert t._goes_on(at("y"), below, [piece("ab", 0)], columns) is goes
    assert not t._goes_on(at("y"), below, [piece("ab", 0), piece("cd", 130)], columns)
    assert not t._goes_on(at("y"), below, [piece("(a)", 0), piece("cd", 100)], columns)


@pytest.mark.parametrize(
    ("first", "labelled"),
    [
        ("(a)", True),
        ("78/272.", True),
        ("12.", True),
        ("pier", False),
        ("A/1", False),
        ("–", True),
        ("chapters", False),
    ],
)
def test_a_label_that_hangs_out_is_no_cell(first: str, labelled: bool) -> None:
    assert t._is_labelled([piece(first, 0), piece("text", 100)]) is labelled
    assert not t._is_labelled([piece(first, 0), piece("text", 100), piece("more", 200)])


@pytest.mark.parametrize(
    ("words", "number", "left", "has"),
    [(("pier", "lamp"), 0, 60, True), (("ab", "lamp"), 0, 60, False), (("pier", "E"), 1, 120, False), (("pier", "E"), 1, 120.1, True), (("pier", "e"), 1, 200, False), (("pier", "EF"), 1, 200, False), (("E", "pier"), 0, 200, False)],
)  # fmt: skip
def test_a_piece_is_something_by_itself(words: tuple[str, str], number: int, left: float, has: bool) -> None:
    assert t._has_words([piece(words[0], 0), piece(words[1], left)], number, 10) is has


@pytest.mark.parametrize(
    ("changed", "under"),
    [({}, True), ({"left": 3.9}, True), ({"left": 4.0}, False), ({"size": 10.9}, True), ({"size": 11.0}, False), ({"bold": True}, False), ({"column": 1}, False), ({"base": 683.1}, True), ({"base": 683.0}, False)],
)  # fmt: skip
def test_a_line_goes_on_with_one_side_of_a_letterhead(changed: dict[str, float], under: bool) -> None:
    below = at("x", 688, 0, 90)
    for name, value in changed.items():
        setattr(below, name, value)
    assert t._is_under(below, at("y", 700, 0, 100)) is under


@pytest.mark.parametrize(("gap", "alone"), [(30, False), (30.1, True)])
def test_pieces_that_are_far_apart_are_lines_of_their_own(gap: float, alone: bool) -> None:
    row = line(700, (0, "pier"), (20 + gap, "lamp"))
    made = t._alone([row], [t._cells(row)], 0)
    assert [one.alone for one in made] == ([True, True] if alone else [False])
    assert [shown(one) for one in made] == (["pier", "lamp"] if alone else ["pier lamp"])


@pytest.mark.parametrize(("place", "cut"), [(26.4, True), (26.6, False), (23.6, True), (23.4, False)])
def test_a_cell_is_cut_where_cells_begin(place: float, cut: bool) -> None:
    cell = line(700, (0, "abc"), (25, "def"))
    assert len(t._cut_at(cell, [place], rtl=False)) == 1 + cut
    assert len(t._cut_at(cell, [15.0], rtl=True)) == 2
    assert len(t._cut_at(line(700, (0, "abc"), (20, "def")), [20.0], rtl=False)) == 1
    assert len(t._cut_at(line(700, (0, "abc"), (20.1, "def")), [20.0], rtl=False)) == 2


@pytest.mark.parametrize(
    ("edges", "near", "start"),
    [
        ([5, 6.4], [], True),
        ([5, 6.5], [], False),
        ([5], [[5]], False),
        ([5], [[5], [6.4]], True),
        ([5], [[5, 5.1]], False),
    ],
)
def test_two_rows_show_where_cells_begin(edges: list[float], near: list[list[float]], start: bool) -> None:
    assert t._is_start(5, edges, near) is start


# --- measures


@pytest.mark.parametrize(
    ("one", "other", "widths", "runs"),
    [("They met", "and went", (9, 9), True), ("They met.", "and", (9, 9), False), ("They met", "And", (9, 9), False), ("会议", "通过", (9, 9), True), ("会议", "通过", (8, 9), False), ("会议。", "通过", (9, 9), False)],
)  # fmt: skip
def test_one_sentence_runs_over_two_lines(
    one: str, other: str, widths: tuple[float, float], runs: bool
) -> None:
    assert m._runs_on(at(one, right=widths[0]), at(other, right=widths[1])) is runs


@pytest.mark.parametrize(
    ("drops", "usual"),
    [
        ([12, 12, 20, 20], 12),
        ([12, 20, 20, 20, 20, 20], 20),
        ([12, 20, 20, 20, 20], 12),
        ([12.1, 12.2, 12.0, 20], 12.1),
    ],
)
def test_the_lower_of_the_usual_distances(drops: list[float], usual: float) -> None:
    assert m._usual(drops) == usual
    assert m._commonest([12, 12, 20, 20, 20]) == 20


@pytest.mark.parametrize(
    ("values", "outer"), [([0, 30, 30], 30), ([0, 29.9, 60], 0), ([0] * 1 + [50] * 20, 50), ([0], 0)]
)
def test_a_single_stray_value_is_no_edge(values: list[float], outer: float) -> None:
    assert m._outer(values, -1) == outer
    assert m._outer([-v for v in values], 1) == -outer


@pytest.mark.parametrize(
    ("edge", "full", "found"),
    [((50, 100), [(0, 200)], (0, 200)), ((50, 100), [(0, 200), (40, 150)], (40, 150)), ((50, 100), [(60, 200)], (50, 100)), ((50, 100), [(53, 97)], (50, 100)), ((50, 100), [(53.1, 200)], (50, 100)), ((50, 103), [(0, 100)], (0, 103)), ((50, 103.1), [(0, 100)], (50, 103.1)), ((50, 100), [], (50, 100))],
)  # fmt: skip
def test_a_column_of_few_lines_borrows_its_edges(
    edge: tuple[float, float], full: list[tuple[float, float]], found: tuple[float, float]
) -> None:
    assert m._borrowed(edge, full) == found


@pytest.mark.parametrize(
    ("gaps", "drop", "same", "found"),
    [(2, 15.1, True, True), (1, 15.1, True, False), (2, 15, True, False), (2, 15.1, False, False)],
)
def test_sentences_end_before_gaps(gaps: int, drop: float, same: bool, found: bool) -> None:
    base, page = 700.0, [at("They met.")]
    for k in range(4):
        base -= drop if k < gaps else 12
        page.append(at("They met.", base, column=0 if same else k + 1))
    assert m._has_gaps(page, M) is found


@pytest.mark.parametrize(
    ("reaching", "wide", "justified"),
    [(3, 5, True), (2, 5, False), (6, 10, True), (5, 10, False), (0, 0, False)],
)
def test_how_many_lines_reach_the_edge(reaching: int, wide: int, justified: bool) -> None:
    page = [at("They met", right=200 if k < reaching else 190) for k in range(wide)]
    assert m._is_justified(page, M) is justified
    assert not m._is_justified([at("They met", right=198) for _ in range(5)], M)
    assert m._is_justified([at("They met", right=198.1) for _ in range(5)], M)
    assert not m._is_justified([at("They met", left=80, right=200) for _ in range(5)], M)


@pytest.mark.parametrize(
    ("count", "open_ends", "after", "single"),
    [(5, 0, 0, True), (4, 0, 0, False), (4, 0, 4.1, True), (4, 0, 4.0, False), (6, 1, 0, False), (7, 1, 0, True), (2, 0, 4.1, False), (3, 0, 4.1, True), (3, 0, 4.0, False)],
)  # fmt: skip
def test_lines_that_are_a_paragraph_each(count: int, open_ends: int, after: float, single: bool) -> None:
    page = [
        at("They met" if k < open_ends else "They met.", 700 - 12 * k, right=200 - 10 * after)
        for k in range(count)
    ]
    assert m._is_single(page, M) is single
