"""Words of number and of pace in sentences that were turned around: what they must belong to."""

from __future__ import annotations

import pytest

from p5diff.workflows.compare import compare_texts


def _said(before: str, after: str) -> set[tuple[str, str]]:
    first, last = "The delegations met by the river.", "They thanked the host."
    found = compare_texts(f"{first}\n\n{before}\n\n{last}", f"{first}\n\n{after}\n\n{last}", language="en")
    return {(s.aspect, s.verdict.value) for change in found.changes for s in change.shifts}


LOSSES = "The crews report losses of nets to the harbour office at night."


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (LOSSES, "To the harbour office, crews report all losses of nets, by letter or in person.", True),
        # the noun stands among other words there
        (LOSSES, "All losses in trade with the islands were borne by the crews of the harbour.", False),
        # the sentence is about something else, whatever its noun brings along
        (
            "The board decides that after May the taking of votes shall only be by crews and local harbour "
            "pilots that have signed the charter or paid for it;",
            "Calls upon all crews and local harbour pilots that have not done so to consider signing at the "
            "earliest date, before the spring fair on the conservation of the islands, the charter;",
            False,
        ),
        # its noun is limited otherwise on the other side
        (
            "The crews report serious losses of nets to the harbour office at night.",
            "To the harbour office, crews report all losses of nets, by letter or in person.",
            False,
        ),
    ],
)
def test_all_belongs_to_a_noun_of_both_sides(before: str, after: str, told: bool) -> None:
    assert (("scope", "widened") in _said(before, after)) is told
    assert (("scope", "narrowed") in _said(after, before)) is told


def test_pace_counts_where_something_is_to_be_done() -> None:
    before = "Complaints of the crews will be read and looked into, and an answer will be sent by post."
    after = "Complaints of the crews will promptly be looked into by the new harbour board."
    assert ("qualifier", "stronger") in _said(before, after)
    assert ("qualifier", "weaker") in _said(after, before)


def test_pace_beside_another_verb_says_nothing() -> None:
    before = "Complaints of the crews will be read and looked into, and an answer will be sent by post."
    after = "Complaints of the crews will be looked into; the new harbour board meets promptly each spring."
    assert not {v for a, v in _said(before, after) if a == "qualifier"}
