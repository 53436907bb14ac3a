"""Stronger or weaker: one verdict at most, by the rung of the ladder first, then by the degree of a scale.

Worked example. "We agree to report" → "We consider reporting": two acts on different rungs, weaker by the
ladder. "We strongly urge" → "We urge": one rung; the degree of the adverb tells: weaker. Where words point
both ways, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.meaning.pair.placed import MODAL, NEGATION, DegreeChange
from p5diff.meaning.shifts import rungs, verdict
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.comparison import Shift, Verdict

_INTENSIFIER = "intensifier"
"""The scale of adverbs that strengthen a verb."""
_DENIED_BY = 2
"""Words between a modal verb and the "not" that denies what it governs, at most one: "will, however, not"."""


def find(both: BothSides, found: Sequence[DegreeChange]) -> list[Shift]:
    """The shift of strength that words of degree and acts tell, where all of them point one way."""
    denied = [f for f in found if f.scale.id == NEGATION]
    flipped = [f for f in found if f.scale.id == MODAL and any(_beside(f, d) for d in denied)]
    of_degree = [
        f
        for f in found
        if f.scale.aspect == "strength" and f not in flipped and not rungs.is_restated(both, f)
    ]
    if not of_degree:
        # Approval that became refusal is told as a flip: neither is stronger than the other.
        if flipped or any(f.scale.aspect == "negation" and f.before and f.after for f in found):
            return []
        by_rung = rungs.by_rung(both)
        return [by_rung] if by_rung is not None else []
    # A verb of another degree tells more than the adverb that came or went with it.
    verbs = [f for f in of_degree if f.scale.id != _INTENSIFIER]
    told: dict[Verdict, Shift] = {}
    for finding in verbs or of_degree:
        shift = rungs.ranked(both, finding) or verdict.of_degree(both, finding)
        told.setdefault(shift.verdict, shift)
    return list(told.values()) if len(told) == 1 else []


def _beside(one: DegreeChange, denial: DegreeChange) -> bool:
    """Whether a denial that came or went stands beside a word of the same side, before it ("no deben") or
    behind: of "should publish" → "will not publish" the flip is told, and no strength."""
    return any(
        mine is not None
        and its is not None
        and max(its.first - mine.last, mine.first - its.last) < _DENIED_BY
        for mine, its in ((one.before, denial.before), (one.after, denial.after))
    )
