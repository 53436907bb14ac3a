"""Pieces of a line, gaps beside brackets, and lines of a title: on both sides of each figure."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from p5diff.ingest.readers.pdf.bars import Bar
from p5diff.ingest.readers.pdf.codes import _fonts
from p5diff.ingest.readers.pdf.gaps import Spaces, _beyond_bracket, _is_wide_space, spaced
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.grids import with_grids
from p5diff.ingest.readers.pdf.justified import with_labels, with_whole_lines
from p5diff.ingest.readers.pdf.lines import PageLine, measured
from p5diff.ingest.readers.pdf.paragraphs import LineGroup, LineShape, _other_display
from p5diff.ingest.readers.pdf.spelling import _leftmost_first
from tests.ingest.pdf.drawn_lines import line


def _glyph(text: str, left: float, right: float, *, made: bool = False, written: bool = False) -> Glyph:
    return Glyph(text, left, right, 700.0, 10.0, bold=False, made=made, written=written)


def _in_order(*parts: list[Glyph]) -> str:
    return "".join(g.text for g in _leftmost_first(measured(PageLine(list(parts), 0)), Spaces()))


def test_pieces_are_read_from_the_left_and_each_in_its_own_order() -> None:
    left, right = [_glyph("a", 0, 5), _glyph("b", 5, 10)], [_glyph("c", 20, 25)]
    assert _in_order(right, left) == "abc"
    assert _in_order([_glyph("e", 10, 15), _glyph("´", 5.1, 8)]) == "e´", (
        "an accent may begin before its letter"
    )
    assert _in_order([_glyph("b", 10, 15), _glyph("a", 4.9, 9)]) == "ab", (
        "half the type size is another place"
    )


def test_a_space_that_was_put_in_turns_nothing() -> None:
    accented = [_glyph("e", 10, 15), _glyph("´", 9, 12)]
    assert _in_order([_glyph(" ", 30, 31, made=True), *accented]) == " e´"
    assert _in_order([*accented, _glyph(" ", 0, 1, made=True)]) == "e´ "


def test_a_piece_amid_another_is_read_in_its_place() -> None:
    word, mark = [_glyph("a", 0, 5), _glyph("b", 12, 20)], [_glyph("1", 6, 10)]
    assert _in_order(word, mark) == "a1b"
    assert _in_order([_glyph("a", 0, 5), _glyph("b", 5, 10)], [_glyph("c", 9.5, 14)]) == "abc"


@pytest.mark.parametrize(
    ("sign", "first", "second", "wider"),
    [
        ("(", 1, 6, "second"),
        ("(", 6, 1, "first"),
        ("(", 3, 3, "same"),
        ("c", 1, 6, "same"),
        ("c", 6, 1, "same"),
    ],
)
def test_a_gap_beside_a_bracket_may_lie_beyond_it(sign: str, first: float, second: float, wider: str) -> None:
    """A word, a gap, a sign, a gap, a word."""
    one, two = _glyph("a", 0, 5), _glyph(sign, 5 + first, 8 + first)
    ordered = [one, two, _glyph("b", 8 + first + second, 40)]
    gaps = {"first": (5.0, 5 + first), "second": (8 + first, 8 + first + second)}
    for asked in gaps.values():
        assert _beyond_bracket(ordered, *asked) == gaps.get(wider, asked)


def test_a_space_that_the_file_writes_has_a_width_unless_it_was_put_in() -> None:
    assert _is_wide_space(_glyph(" ", 0, 1, written=True)) and _is_wide_space(
        _glyph("\u00a0", 0, 1, written=True)
    )
    assert not _is_wide_space(_glyph(" ", 0, 1))
    assert not _is_wide_space(_glyph(" ", 0, 1, written=True, made=True))
    assert not _is_wide_space(_glyph("\u2003", 0, 1, written=True))


def _rows(*pieces: PageLine) -> list[str]:
    return [piece.text for piece in with_whole_lines(list(pieces))]


@pytest.mark.parametrize(("gap", "one"), [(7.9, True), (8.1, False), (-2.9, True), (-3.1, False)])
def test_pieces_a_word_space_apart_are_one(gap: float, one: bool) -> None:
    """Of ten points: under eight, or over each other by less than three."""
    found = _rows(line(700, (72, "Port")), line(700, (92 + gap, "Maren")))
    assert found == (["Port Maren"] if one else ["Port", "Maren"])


def test_but_not_of_another_height_or_size() -> None:
    assert _rows(line(700, (72, "Port")), line(700.9, (95, "Maren"))) == ["Port Maren"]
    assert _rows(line(700, (72, "Port")), line(701.1, (95, "Maren"))) == ["Port", "Maren"]
    assert _rows(line(700, (72, "Port")), line(700, (95, "Maren"), size=9.1)) == ["Port Maren"]
    assert _rows(line(700, (72, "Port")), line(700, (95, "Maren"), size=8.9)) == ["Port", "Maren"]


def test_a_piece_of_marks_alone_stays_apart() -> None:
    found = with_whole_lines([line(700, (72, "Port")), line(700, (92, "\u064e")), line(700, (97, "Maren"))])
    assert sorted(piece.text for piece in found) == ["Port Maren", "\u064e"]


@pytest.mark.parametrize(
    ("label", "left", "one"), [("1.", 121, True), ("1.", 123, False), ("Port", 121, False)]
)
def test_a_label_that_hangs_out_belongs_to_its_text(label: str, left: float, one: bool) -> None:
    """Up to four ems behind it: a label of two letters from 72 ends at 82."""
    found = with_labels([line(700, (72, label)), line(700, (left + 10 * (label == "Port"), "Maren"))])
    assert len(found) == (1 if one else 2)


def _cells(*texts: str) -> list[tuple[int, str]]:
    bars = [Bar(72, y - 0.5, 400, y + 0.5) for y in (700, 670, 640)]
    bars += [Bar(x - 0.5, 640, x + 0.5, 700) for x in (72, 150, 220, 400)]
    page = [line(base, *zip((80, 160, 230), texts, strict=True)) for base in (681, 651)]
    return [
        (p.cell, "".join(g.text for part in p.parts for g in part).strip())
        for p in with_grids([page], [bars])[0]
    ]


def test_the_cells_of_a_table_from_the_right_are_counted_from_the_right() -> None:
    assert _cells("Port", "Ships", "Notes")[:3] == [(1, "Port"), (2, "Ships"), (3, "Notes")]
    assert [cell for cell, _ in _cells("ءانيم", "نفس", "لوألا")] == [1, 2, 3] * 2
    assert [text for _, text in _cells("ءانيم", "نفس", "لوألا")][:3] == ["لوألا", "نفس", "ءانيم"]


def test_what_has_no_table_of_codes_names_no_font() -> None:
    font = b"7 0 obj <</BaseFont /ABC+Sea /CIDToGIDMap /Identity>> endobj"
    assert list(_fonts(font)) == [("ABC+Sea", b"/Identity")]
    assert list(_fonts(b"\n" + font.replace(b"/Identity", b"12 0 R"))) == [("ABC+Sea", b"12 0 R")]
    for part in (b" obj", b"endobj", b"/BaseFont", b"/CIDToGIDMap"):
        assert list(_fonts(font.replace(part, b" "))) == []


@pytest.mark.parametrize(
    ("drop", "page", "parts"), [(14, 0, False), (19.5, 0, False), (19.7, 0, True), (14, 1, True)]
)
def test_lines_of_one_title_stand_near_each_other(drop: float, page: int, parts: bool) -> None:
    """At a pitch of fourteen points, less than 1.4 times that, on one page."""
    measures: Any = SimpleNamespace(pitch_of=lambda line: 14.0, size=8.0, slack=lambda line: (0.0, 0.0))
    group = LineGroup(
        [line(700, (72, "THE HARBOUR"), size=12), line(686, (72, "OF THE"), size=12)], LineShape.CENTRED
    )
    below = line(686 - drop, (72, "SEA"), size=12, page=page)
    assert _other_display(group, below, LineShape.CENTRED, measures) is parts


def test_each_line_at_the_far_end_is_one() -> None:
    group = LineGroup([line(700, (400, "Oslo"))], LineShape.END)
    measures: Any = SimpleNamespace(pitch_of=lambda line: 14.0)
    assert _other_display(group, line(686, (400, "2031")), LineShape.END, measures)


@pytest.mark.parametrize(
    ("sign", "gap", "spaces"),
    [("–", 12.0, 1), ("•", 12.0, 1), ("–", 2.0, 0), ("—", 0.0, 0), ("在", 12.0, 0)],
)
def test_only_the_sign_of_an_item_is_parted_from_the_han_behind_it(
    sign: str, gap: float, spaces: int
) -> None:
    """The space is PDFium's guess, and of no width: how wide the gap is tells."""
    made = Glyph(" ", 82, 82, 700, 10.0, False, made=True)
    han = [
        Glyph(char, 82 + gap + 10 * n, 92 + gap + 10 * n, 700, 10.0, False) for n, char in enumerate("港口")
    ]
    glyphs = [Glyph(sign, 72, 82, 700, 10.0, False), made, *han]
    found = spaced(glyphs, measured(PageLine([glyphs], 1)), Spaces())
    assert [g.text for g in found].count(" ") == spaces
