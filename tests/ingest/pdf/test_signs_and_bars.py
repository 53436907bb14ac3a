"""Gaps, marks, bars and boxes of pages: both sides of each figure, on glyphs made by hand."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf import bars as b
from p5diff.ingest.readers.pdf import echoes as e
from p5diff.ingest.readers.pdf import gaps as s
from p5diff.ingest.readers.pdf import hidden as h
from p5diff.ingest.readers.pdf import letters as r
from p5diff.ingest.readers.pdf.bars import Bar
from p5diff.ingest.readers.pdf.gaps import Spaces
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine, measured
from tests.ingest.pdf.drawn_lines import line

FATHA, FATHATAN, SHADDA = "\u064e", "\u064b", "\u0651"
WRITTEN, WIDE = Spaces(written=True), Spaces(written=True, wide=True)


def at(
    text: str, left: float, right: float, *, base: float = 700, size: float = 10, index: int = 0, made: bool = False, written: bool = False
) -> Glyph:  # fmt: skip
    return Glyph(text, left, right, base, size, bold=False, made=made, index=index, written=written)


def between(one: str, other: str, gap: float, *, spaces: Spaces, rtl: bool, index: int) -> bool:
    """Whether a space is put between two glyphs so far apart; `other` stands to the right."""
    glyphs = [at(one, 100, 105, index=0), at(other, 105 + gap, 110 + gap, index=index)]
    whole = measured(PageLine([glyphs], 0))
    whole.rtl = rtl
    return any(g.text == " " for g in s.spaced(glyphs, whole, spaces))


@pytest.mark.parametrize(
    ("one", "other", "gap", "spaces", "rtl", "index", "parted"),
    [
        ("a", "b", 2.3, Spaces(), False, 1, False), ("a", "b", 2.5, Spaces(), False, 1, True),
        # Arabic, from the right: `other` comes first, and leaves the gap of its own shape behind it.
        ("ب", "ا", 2.1, Spaces(), True, 1, False), ("ب", "ا", 2.3, Spaces(), True, 1, True), ("ب", "ر", 0.9, Spaces(), True, 1, False), ("ب", "ر", 1.1, Spaces(), True, 1, True),
        ("ب", "د", 1.3, Spaces(), True, 1, False), ("ب", "د", 1.5, Spaces(), True, 1, True), ("ب", "ة", 0.3, Spaces(), True, 1, False), ("ب", "ة", 0.5, Spaces(), True, 1, True), ("ب", "ب", 0.7, Spaces(), True, 1, False), ("ب", "ب", 0.9, Spaces(), True, 1, True),
        ("ب", "ء", 1.9, Spaces(), True, 1, False), ("ب", "ء", 2.1, Spaces(), True, 1, True), ("(", "ب", 1.7, Spaces(), True, 1, False), ("(", "ب", 1.9, Spaces(), True, 1, True), ("ب", "5", 1.7, Spaces(), True, 1, False), ("ب", "5", 1.9, Spaces(), True, 1, True),
        # Where the file writes its spaces.
        ("ب", "ب", 0.4, WRITTEN, True, 1, False), ("ب", "ب", 0.6, WRITTEN, True, 1, True), ("ب", "ب", 2.9, WIDE, True, 1, False), ("ب", "ب", 3.1, WIDE, True, 1, True), ("ب", "5", 1.1, WRITTEN, True, 1, False), ("ب", "5", 1.3, WRITTEN, True, 1, True),
        ("ب", "(", 2.9, WRITTEN, True, 1, False), ("ب", "(", 1.1, WIDE, True, 1, False), ("ب", "(", 1.3, WIDE, True, 1, True), ("ب", "ر", 2.9, WRITTEN, True, 1, False), ("ب", "ر", 3.1, WRITTEN, True, 1, True),
        # Two stretches that the file draws apart.
        ("ب", "ر", 1.6, WRITTEN, True, 13, True), ("ب", "ر", 1.6, WRITTEN, True, 12, False), ("ب", "ر", 1.4, WRITTEN, True, 13, False),
        ("ب", "،", 1.1, Spaces(), True, 1, False), ("ب", "،", 1.3, Spaces(), True, 1, True), ("5", "،", 1.3, Spaces(), True, 1, False),
    ],
)  # fmt: skip
def test_how_wide_a_gap_is_a_space(
    one: str, other: str, gap: float, spaces: Spaces, rtl: bool, index: int, parted: bool
) -> None:
    assert between(one, other, gap, spaces=spaces, rtl=rtl, index=index) is parted


@pytest.mark.parametrize(
    ("label", "gap", "parted"),
    [
        ("a)", 1.1, False),
        ("a)", 1.3, True),
        ("(100)", 1.3, True),
        ("ab)", 1.3, False),
        ("(1000)", 1.3, False),
    ],
)
def test_a_narrow_tab_behind_a_label(label: str, gap: float, parted: bool) -> None:
    glyphs = [at(char, 5.0 * n, 5.0 * n + 5) for n, char in enumerate(label)]
    glyphs.append(at("P", 5 * len(label) + gap, 5 * len(label) + gap + 5))
    assert any(g.text == " " for g in s.spaced(glyphs, measured(PageLine([glyphs], 0)), Spaces())) is parted


@pytest.mark.parametrize(
    ("letters", "written", "wide", "found"),
    [(20, 1, 0, (True, False)), (21, 1, 0, (False, False)), (10, 2, 1, (True, False)), (10, 3, 2, (True, True)), (10, 1, 1, (True, True)), (10, 0, 0, (False, False))],
)  # fmt: skip
def test_how_a_document_writes_its_spaces(
    letters: int, written: int, wide: int, found: tuple[bool, bool]
) -> None:
    spaces = [at(" ", 0, 3, written=True, made=n >= wide) for n in range(written)]
    glyphs = [*spaces, *(at("a", 0, 5) for _ in range(letters - len(spaces)))]
    assert s.spaces_of([PageLine([glyphs], 0)]) == found


@pytest.mark.parametrize(("right", "over"), [(13, False), (12.9, False), (17, True)])
def test_a_space_over_the_last_letter_parts_nothing(right: float, over: bool) -> None:
    space = at(" ", 10, 16, written=True)
    assert s._lies_over(space, at("a", 5, right)) is over
    assert not s._lies_over(at(" ", 10, 16), at("a", 5, 17)) and not s._lies_over(
        at("b", 10, 16, written=True), at("a", 5, 17)
    )


@pytest.mark.parametrize(("gap", "wider"), [(1.1, False), (1.3, True)])
def test_a_space_without_width_takes_that_of_its_gap(gap: float, wider: bool) -> None:
    glyphs = [at("a", 0, 5), at(" ", 5, 5, made=True, written=True), at("b", 5 + gap, 10 + gap)]
    found = s._in_gap(1, glyphs)
    assert (found.right - found.left > 0, found.made) == (wider, not wider)
    assert s._in_gap(1, [at("a", 0, 5), at(" ", 4.6, 4.6, made=True, written=True), at("b", 8, 10)]).made
    assert s._in_gap(1, [at(FATHA, 0, 5), at(" ", 5, 5, made=True, written=True), at("b", 8, 10)]).made
    assert s._in_gap(0, glyphs) is glyphs[0]


@pytest.mark.parametrize(
    ("mark", "left", "gap", "found"),
    [
        (FATHATAN, 10, 1.6, True),
        (FATHATAN, 10, 1.4, False),
        (FATHA, 10, 1.6, False),
        (FATHATAN, 14, 1.6, False),
    ],
)
def test_a_space_by_a_mark_that_ends_a_word(mark: str, left: float, gap: float, found: bool) -> None:
    right = 5 + gap
    ordered = [at("ب", 0, 5), at(mark, left if left > 12 else right, 12), at("ر", right, 12)]
    assert (s._gap_around(at(" ", 5.1, 5.1), ordered) is not None) is found


@pytest.mark.parametrize(("text", "wide"), [(" ", True), ("\u00a0", True), ("\u2003", False)])
def test_a_space_that_has_a_width(text: str, wide: bool) -> None:
    assert s._is_wide_space(at(text, 0, 3, written=True)) is wide
    assert not s._is_wide_space(at(text, 0, 3)) and not s._is_wide_space(
        at(text, 0, 3, written=True, made=True)
    )


@pytest.mark.parametrize(("gap", "size", "opens"), [(4.1, 10, True), (4.0, 10, False)])
def test_the_space_behind_the_sign_of_an_item(gap: float, size: float, opens: bool) -> None:
    glyphs = [at("–", 0, 5), at(" ", 5, 6), at("各", 5 + gap, 20)]
    assert s._opens_item(glyphs, 1) is opens
    assert (
        not s._opens_item([at("各", 0, 5), *glyphs[1:]], 1)
        and not s._opens_item(glyphs[:2], 1)
        and not s._opens_item(glyphs, 0)
    )


@pytest.mark.parametrize(
    ("text", "base", "right", "off"),
    [
        ("ا" + FATHA, 700, 2.6, True),
        ("ا" + FATHA, 700, 2.7, False),
        ("ا" + FATHA, 700.6, 9, True),
        ("ا" + FATHA, 700.5, 9, False),
        ("ا", 710, 2, False),
    ],
)
def test_a_letter_placed_by_its_mark_tells_nothing_of_gaps(
    text: str, base: float, right: float, off: bool
) -> None:
    whole = line(700, (0, "x"))
    assert s._is_off(at(text, 0, right, base=base), at("ب", 20, 25), whole) is off
    assert s._is_off(at("ب", 20, 25), at(text, 0, right, base=base), whole) is off


# --- marks


@pytest.mark.parametrize(
    ("text", "across", "rise", "by"),
    [("ر", 5.9, 0, True), ("ر", 6.0, 0, False), ("ر", 0, 9.9, True), ("ر", 0, 10, False), ("ب", 0, 0, False)],
)
def test_the_same_letter_stands_in_the_line(text: str, across: float, rise: float, by: bool) -> None:
    assert e._stands_by(at("ر", 0, 5), at(text, across, 5 + across, base=700 + rise)) is by


@pytest.mark.parametrize(
    ("left", "right", "index", "twice"),
    [(0.9, 5.9, 0, True), (1.0, 6.0, 0, False), (1.9, 15, 1, True), (2.0, 15, 1, False), (1.9, 15, 0, False), (1.9, 15, 12, True), (1.9, 15, 13, False), (1.5, 11.5, 1, False), (1.5, 11.6, 1, True)],
)  # fmt: skip
def test_one_glyph_that_is_given_twice(left: float, right: float, index: int, twice: bool) -> None:
    assert e._is_twice(at("ر", 0, 5), at("ر", left, right, index=index)) is twice


def test_of_two_that_are_one_the_wider_stays() -> None:
    narrow, wide, other = at("ر", 0, 2, index=1), at("ر", 0.5, 5, index=2), at("ب", 0.5, 5, index=3)
    assert e.once([narrow, wide, other]) == [wide, other] and e.once([wide, narrow]) == [wide]
    spaces = [at(" ", 0, 2), at(" ", 0, 2)]
    assert e.once(spaces) == spaces


def test_a_letter_named_with_its_mark_off_the_line_goes() -> None:
    level = [at("ر", 0, 5, index=1), at(FATHA, 1, 4, index=2), at("ب", 5, 10, index=3)]
    off = [at("ر", 1, 4, base=702, index=8), at(FATHA, 1, 4, base=702, index=9)]
    assert e._without_echoes([*level, *off]) == level
    # Its letter or its mark stands nowhere else, or it stands on the line: it stays.
    for glyphs in (
        [level[2], level[1], *off],
        [level[0], level[2], *off],
        [*level, at("ر", 1, 4, base=700.5), off[1]],
        [*level, off[0]],
    ):
        assert e._without_echoes(glyphs) == glyphs
    space = at(" ", 4, 4, base=702, made=True, written=True)
    assert e._without_echoes([*level, *off, space]) == level


@pytest.mark.parametrize(
    ("gap", "rise", "one"), [(0.04, 0, True), (0.06, 0, False), (0, 0.04, True), (0, 0.06, False)]
)
def test_a_mark_and_a_letter_that_are_one_glyph(gap: float, rise: float, one: bool) -> None:
    assert e._is_of(at(FATHA, 5 + gap, 8, base=700 + rise), at("ر", 0, 5)) is one
    assert e._is_of(at(FATHA, -4, -gap, base=700 - rise), at("ر", 0, 5)) is one


@pytest.mark.parametrize(
    ("right", "index", "own", "share"),
    [
        (10, 1, 5, True), (10, 1, 5.2, True), (10, 1, 5.4, False), (10, 4, 5, True), (5, 2, 5, True), (5, 3, 5, False), (10, 3, 5, True), (10, 5, 5, False), (15, 1, 5, False), (9, 1, 5, False), (0, 1, 5, True), (-5, 1, 5, False),
    ],
)  # fmt: skip
def test_the_equal_shares_of_one_box(right: float, index: int, own: float, share: bool) -> None:
    assert r._is_share(at(FATHA, right - 5, right, index=index), at("ر", 10, 15), own) is share


@pytest.mark.parametrize(
    ("first", "second", "turned", "read"),
    [
        (("ا", 0, 5), ("ل", 0, 5), None, "لا"), (("ل", 0, 5), ("ا", 0, 5), True, "لا"), (("م", 0, 5), ("ب", 0, 5), True, "بم"), (("م", 0, 5), ("ب", 0, 5), False, "مب"), (("م", 0, 5), ("ب", 0, 5), None, "بم"),
        (("م", 0, 5), ("ب", 1, 6), None, "بم"), (("م", 1, 6), ("ب", 0, 5), None, "مب"), (("م", 0, 5), ("ب", 1, 6), True, "مب"), (("م", 0, 5), ("ب", 1, 6), False, "بم"), (("a", 0, 5), ("b", 1, 6), True, "ab"), (("م", 0, 5), ("b", 0, 5), True, "مb"),
        (("م", 0, 5), ("ب", 0, 5.6), True, "مب"), (("م", 0, 5), ("ب", 0.04, 5.4), True, "بم"), (("م", 0, 5), ("ب", 0.06, 5), True, "مب"),
    ],
)  # fmt: skip
def test_the_letters_of_one_glyph_in_order(
    first: tuple[str, float, float], second: tuple[str, float, float], turned: bool | None, read: str
) -> None:
    assert r._ligature(at(*first), at(*second), turned=turned) == read


def test_on_which_letter_a_mark_stands() -> None:
    hosts = [(at("ب", 20, 25, index=1), 5.0), (at("ر", 10, 15, index=3), 5.0), (at("ا", 0, 3, index=5), 3.0)]

    def host(text: str, left: float, index: int) -> str:
        return r._host_of(at(text, left, left + 2, index=index), hosts)[0].text

    assert host(FATHA, 21, 9) == "ب" and host(FATHA, 11, 9) == "ر"
    # The one that the file names before it, where it is hardly farther than the nearest.
    assert host(FATHA, 15.6, 2) == "ب" and host(FATHA, 14.9, 2) == "ر"
    # An alef bears no mark where another letter is near.
    assert host(FATHA, 6.4, 9) == "ر" and host(FATHA, 3.0, 9) == "ا"
    # A hamza makes a letter of its own with an alef.
    assert host("\u0654", 5.4, 9) == "ا" and host("\u0654", 6.6, 9) == "ر"


# --- bars and boxes


@pytest.mark.parametrize(
    ("left", "right", "strikes"), [(-4, 14, True), (-4.1, 14, False), (-4, 14.1, False), (0, 10, True)]
)
def test_a_bar_strikes_what_it_begins_and_ends_with(left: float, right: float, strikes: bool) -> None:
    assert b._is_strike([at("a", 0, 5), at("b", 5, 10)], Bar(left, 703, right, 704)) is strikes


@pytest.mark.parametrize(("right", "strikes"), [(18, False), (17.9, True)])
def test_letters_fill_most_of_what_strikes_them(right: float, strikes: bool) -> None:
    assert b._is_strike([at("a", 0, 5), at("b", right - 4, right)], Bar(0, 703, right, 704)) is strikes


@pytest.mark.parametrize(("left", "meets"), [(3.0, True), (3.1, False)])
def test_a_bar_runs_through_the_middle_of_a_letter(left: float, meets: bool) -> None:
    assert b._meets(at("a", 0, 5), Bar(left, 702.5, 20, 703.5)) is meets
    assert b._meets(at("a", 20, 25), Bar(0, 702.5, 25 - left, 703.5)) is meets
    assert not b._meets(at("a", 0, 5), Bar(0, 699, 20, 700)) and not b._meets(
        at("a", 0, 5), Bar(0, 709, 20, 710)
    )


@pytest.mark.parametrize(("gap", "drop", "count"), [(1.0, 0, 1), (1.1, 0, 2), (0, 0.9, 1), (0, 1.0, 2)])
def test_bars_that_touch_are_one(gap: float, drop: float, count: int) -> None:
    found = b.chained([Bar(0, 700, 10, 701), Bar(10 + gap, 700 + drop, 20, 701 + drop)])
    assert len(found) == count
    if count == 1:
        assert found == [Bar(0, 700, 20, 701 + drop)]
    assert b.chained([Bar(0, 700, 30, 701), Bar(5, 700, 10, 701)]) == [Bar(0, 700, 30, 701)]


@pytest.mark.parametrize(("size", "base", "raised"), [(8.4, 703, True), (8.5, 703, False), (8.4, 700, False)])
def test_a_mark_raised_over_struck_words(size: float, base: float, raised: bool) -> None:
    assert b._is_raised(at("1", 5, 8, base=base, size=size), at("a", 0, 5)) is raised


def test_spaces_and_marks_between_struck_letters_are_struck_too() -> None:
    run = [
        at("a", 0, 5, index=1),
        at(" ", 5, 8, index=2),
        at("b", 8, 13, index=3),
        at("1", 13, 15, index=4, base=704, size=6),
        at(" ", 15, 18, index=5),
        at("c", 18, 23, index=6),
    ]
    assert b._with_spaces(run, frozenset({1, 3})) == [True, True, True, False, False, False]
    assert b._with_spaces(run, frozenset({1, 3, 6})) == [True] * 6
    assert b._with_spaces(run, frozenset({6})) == [False] * 5 + [True]
    assert b._with_spaces(run, frozenset({1, 6})) == [True, False, False, False, False, True]


@pytest.mark.parametrize(
    ("box", "inside"),
    [((-1, 0, 10, 4), True), ((-1.1, 0, 10, 4), False), ((0, 0, 101, 4), True), ((0, 0, 101.1, 4), False), ((0, -2, 10, 2), True), ((0, -3, 10, 2), False), ((0, 98, 10, 102), True), ((0, 98, 10, 103), False)],
)  # fmt: skip
def test_a_text_is_on_the_page_by_its_middle(box: tuple[float, float, float, float], inside: bool) -> None:
    assert h._inside(box, (0, 0, 100, 100)) is inside


@pytest.mark.parametrize(
    ("box", "meet"),
    [
        ((10, 0, 20, 10), False),
        ((9.9, 0, 20, 10), True),
        ((0, 10, 10, 20), False),
        ((0, 9.9, 10, 20), True),
        ((2, 2, 3, 3), True),
        ((9, 11, 20, 20), False),
    ],
)
def test_boxes_meet_where_they_share_more_than_an_edge(
    box: tuple[float, float, float, float], meet: bool
) -> None:
    assert h._meet((0, 0, 10, 10), box) is meet and h._meet(box, (0, 0, 10, 10)) is meet


def test_colours_are_alike_up_to_a_figure_and_areas_are_of_both_sides() -> None:
    for near, alike in ((h._ALIKE - 1, True), (h._ALIKE, False)):
        assert h._alike((100, 100, 100, 255), (100, 100 + near, 100 - near, 0)) is alike
    assert h._area((1, 2, 4, 7)) == 15 and h._change(b"\x01\x09", b"\x03\x05") == 4


def test_the_lines_of_a_path() -> None:
    square = [(0.0, 0.0), (100.0, 0.0), (100.0, 1.0), (0.0, 1.0)]
    assert list(h._bars_of(square, stroked=False)) == [Bar(0, 0, 100, 1)]
    assert [bar.level for bar in h._bars_of([(0, 0), (100, 0), (100, 50)], stroked=True)] == [True, False]
    assert (
        list(h._bars_of([(0, 0)], stroked=False)) == []
        and list(h._bars_of([(0, 0), (9, 9)], stroked=True)) == []
    )
