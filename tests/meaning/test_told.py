"""What a pair tells of and what lies ahead in it, who is named where a clause opens, which days are one."""

from __future__ import annotations

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.shifts import deadlines, named, told
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.alignment import Pair, PairKind
from tests.meaning.texts import aligned, one, statement


def _both(before: str, after: str) -> BothSides:
    ours, theirs = one(before), one(after)
    return BothSides(aligned(ours, theirs).pairs[0], ours.meta, theirs.meta, load_rules())


@pytest.mark.parametrize(
    ("before", "after", "ahead", "past"),
    [
        ("They met.", "We will meet.", False, True),
        ("We will meet.", "They met.", False, True),
        ("We will meet.", "We must meet.", True, False),
        ("They met.", "They met.", False, True),
        ("The dam.", "The dams.", True, False),
        ("They met and ships shall stay.", "They met.", False, True),
        ("They met and ships shall stay.", "The dams.", True, False),
        ("Ships must stay.", "Ships may stay.", True, False),
        ("The old dam collapsed.", "The dams.", False, True),
        ("We welcome boats.", "We urge boats.", False, False),
    ],
)
def test_what_is_told_and_what_may_lie_ahead(before: str, after: str, ahead: bool, past: bool) -> None:
    both = _both(before, after)
    assert (told.may_all_lie_ahead(both), told.is_told(both)) == (ahead, past)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ghana will report to Malta.", ["ghana"]),
        ("Ghana and Malta will report.", ["ghana", "malta"]),
        ("Here, Ghana will report to Malta.", ["ghana"]),
        ("In this regard, Ghana will report to Malta.", []),
        ("For this, Ghana will report to Malta.", ["ghana"]),
        ("And so it is that Ghana will report to Malta.", []),
        ("Boats Ghana will report.", []),
    ],
)
def test_who_is_named_where_a_clause_opens(text: str, names: list[str]) -> None:
    both = _both(text, "The boats stay.")
    assert [name.key for name in named.names(both, both.sides[0])] == names


@pytest.mark.parametrize(
    ("key", "known", "same"),
    [
        ((2031, 5, 3), {"--05-03"}, True),
        ((2031, 5, 3), {(2031, 5, 4), "--05-04", "--06-03"}, False),
        ((2031, 5, 0), {"--05-00"}, False),
        ("--05-03", {"--05-03"}, True),
        ("--05-03", {(2031, 5, 3)}, True),
        ("--05-03", {(2031, 5, 4), (2031, 6, 3)}, False),
        ("--05-00", {(2031, 5, 0)}, False),
    ],
)
def test_a_day_without_its_year_is_the_same_day(
    key: tuple[int, int, int] | str, known: set[tuple[int, int, int] | str], same: bool
) -> None:
    assert deadlines._is_known(key, known) is same


def test_a_side_of_two_sentences_is_told_where_one_of_them_only_tells() -> None:
    """Each sentence by its own words: the past form of the one is none of the other."""
    ours, theirs = statement(["The dam.", "The mill collapsed."]), statement(["The dam.", "We will meet."])
    pair = Pair(before=tuple(ours.sentences()), after=tuple(theirs.sentences()), kind=PairKind.REWORDED)
    assert told.is_told(BothSides(pair, ours.meta, theirs.meta, load_rules()))
    ours = statement(["We will meet.", "The mill collapsed."])
    pair = Pair(before=tuple(ours.sentences()), after=tuple(theirs.sentences()), kind=PairKind.REWORDED)
    assert told.is_told(BothSides(pair, ours.meta, theirs.meta, load_rules()))
    ours = statement(["The dam.", "We must mend what collapsed."])
    pair = Pair(before=tuple(ours.sentences()), after=tuple(theirs.sentences()), kind=PairKind.REWORDED)
    assert not told.is_told(BothSides(pair, ours.meta, theirs.meta, load_rules()))
