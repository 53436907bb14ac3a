"""Deeds under other words of strength in sentences written anew: what is told, and what is not."""

from __future__ import annotations

import pytest

from p5diff.workflows.compare import compare_texts

AROUND = ("The delegations met by the river.", "They thanked the host.")


def _strength(before: str, after: str) -> list[tuple[str, str, str]]:
    first, last = AROUND
    found = compare_texts(f"{first}\n\n{before}\n\n{last}", f"{first}\n\n{after}\n\n{last}", language="en")
    return [
        (s.verdict.value, s.before, s.after)
        for change in found.changes
        for s in change.shifts
        if s.aspect == "strength"
    ]


def test_the_words_of_both_sides_are_the_evidence() -> None:
    assert _strength(
        "Keepers should take urgent measures in answer to any leak that a captain reports.",
        "Having heard the captain, and with the owners' help, the keepers will take fitting measures.",
    ) == [("stronger", "should", "will")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # another verb with one word of its object in common
        (
            "Keepers should take measures in answer to any leak that a captain reports.",
            "Having heard the captain, the keepers will explain measures that others took.",
        ),
        # the same deed twice on one side: which of the two became the other is not known
        (
            "Keepers should take measures by day, and may take measures by night, on any leak.",
            "Whatever a captain reports, keepers will take measures with the owners' help.",
        ),
        # denied on one side only: no change of degree
        (
            "Keepers should take measures in answer to a leak that captains report.",
            "After a false alarm that captains report, keepers will not take measures in answer.",
        ),
        # a noun of the verb's root
        (
            "The course of the tide may change twice a year near the old pier.",
            "Pilots who know the old pier near the tide welcome the change twice a year of its course.",
        ),
    ],
)
def test_nothing_is_told(before: str, after: str) -> None:
    assert not _strength(before, after)
