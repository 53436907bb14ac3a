# ruff: noqa: E501 (sentences stay whole)
"""What stands in one gap, and where a host is divided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.align import align_sentences
from p5diff.align.scoring.gaps import NARROW, WIDEST, Gaps
from p5diff.align.scoring.seam import Seam, parts, seam
from tests.align.strategies import law


def _gaps(before: str, after: str, links: list[tuple[int, int]]) -> Gaps:
    """Units are the words of two lines; "-" is an empty one."""
    sides = [["" if word == "-" else word for word in side.split()] for side in (before, after)]
    return Gaps(links, links, (sides[0], sides[1]))


def test_two_that_are_alone_between_two_links() -> None:
    gaps = _gaps("aaa bbbb ccc", "ddd eeee fff", [(0, 0), (2, 2)])
    assert gaps.pairs() == [(1, 1)]
    assert gaps.figures(1, 1) == (1.0, 1.0)


def test_one_beside_two_is_half_as_alone_and_stands_as_far_along_as_it_does() -> None:
    gaps = _gaps("aaa bbbb ccc", "ddd ee ee fff", [(0, 0), (2, 3)])
    assert gaps.pairs() == [(1, 1), (1, 2)]
    assert gaps.figures(1, 1) == (0.5, 0.75)


def test_units_of_different_gaps_and_linked_ones_say_nothing() -> None:
    gaps = _gaps("a b c d e", "a b c d e", [(0, 0), (2, 2), (4, 4)])
    assert gaps.pairs() == [(1, 1), (3, 3)]
    assert gaps.figures(1, 3) == gaps.figures(2, 2) == (0.0, 0.0)


def test_a_unit_that_is_linked_out_of_order_is_not_left_in_its_gap() -> None:
    units = ["aa", "bb", "cc", "dd", "ee"]
    backbone = [(0, 0), (4, 4)]
    gaps = Gaps(backbone, [*backbone, (1, 3)], (units, units))
    assert gaps.pairs() == [(2, 1), (2, 2), (3, 1), (3, 2)]


def test_an_empty_unit_stands_in_no_gap() -> None:
    assert _gaps("a - c", "a b c", [(0, 0), (2, 2)]).pairs() == []


@pytest.mark.parametrize(
    ("rows", "columns", "most"), [(NARROW, NARROW, NARROW**2), (30, 30, 88), (WIDEST + 1, 2, 0)]
)
def test_how_many_pairs_of_a_gap_are_looked_at(rows: int, columns: int, most: int) -> None:
    assert len(_gaps("x " * rows, "y " * columns, []).pairs()) == most


@law
@given(st.integers(1, 20), st.integers(1, 20))
def test_gaps_are_the_same_from_either_side(rows: int, columns: int) -> None:
    there = _gaps("xx " * rows, "yyy " * columns, [])
    back = _gaps("yyy " * columns, "xx " * rows, [])
    assert sorted(there.pairs()) == sorted((i, j) for j, i in back.pairs())
    assert [there.figures(i, j) for i, j in there.pairs()] == [back.figures(j, i) for i, j in there.pairs()]


WORTH = dict.fromkeys("abcdefghx", 1.0)


def _seam(host: str, mates: str, unit: str, *, last: bool = True) -> Seam:
    return seam(parts(host, set(mates), WORTH, last=last), frozenset(unit), len(unit), WORTH)


def test_a_cut_gives_the_unit_what_its_partner_leaves() -> None:
    found = _seam("abcdef", "abc", "dexx")
    assert found.held == pytest.approx(2 / 3)
    assert found.room == pytest.approx(3 / 4)
    assert found.gain == pytest.approx(2 / 3)


def test_before_the_partner_the_other_end_is_cut() -> None:
    assert _seam("fedcba", "abc", "de", last=False) == _seam("abcdef", "abc", "de")


def test_what_the_partner_has_too_is_no_gain() -> None:
    found = _seam("abcabc", "abc", "abc")
    assert (found.gain, found.room, found.held) == (0.0, 0.0, 0.0)


def test_a_word_that_the_partner_happens_to_share_does_not_hide_the_rest() -> None:
    """The last word of the host is in the partner too; the cut still falls behind the third."""
    found = _seam("abcdefa", "abc", "def")
    assert found.held == 1.0
    assert found.gain == pytest.approx(2 / 3)


SENTENCES = {
    "de": (
        ["Die Stadt liegt am Fluss.", "Alle Bürger zahlen die Gebühr pünktlich.", "Der Rat tagt im Mai."],
        ["Die Stadt liegt an dem Fluss.", "Jeder Bürger muss pünktlich zahlen.", "Der Rat tagt stets im Mai."],
    ),
    "ru": (
        ["Город стоит на реке.", "Все жители своевременно платят сбор.", "Совет заседает в мае."],
        ["Город стоит на берегу реки.", "Каждый житель обязан платить вовремя.", "Совет всегда заседает в мае."],
    ),
    "es": (
        ["La ciudad está junto al río.", "Todo vecino paga la tasa a tiempo.", "El consejo se reúne en mayo."],
        ["La ciudad está al lado del río.", "Cada vecino debe pagar puntualmente.", "El consejo se reúne siempre en mayo."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_reworded_from_end_to_end_between_two_that_stayed(language: str) -> None:
    before, after = SENTENCES[language]
    assert list(align_sentences(before, after, language=language)) == [(0, 0), (1, 1), (2, 2)]
