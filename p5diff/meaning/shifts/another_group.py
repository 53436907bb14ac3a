"""Another group of those who act, or all of them instead of some: scope or actor, told before anything else.

Worked example. "Developed countries will report." → "All countries will report.": the same deed, of a group
and then of all: widened. "Coastal States" → "Island States": another group, which is another who acts.
"""

from __future__ import annotations

from p5diff.meaning.pair import groups
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import EXTENT, RESTRICTION
from p5diff.meaning.shifts import actors, told, verdict
from p5diff.meaning.shifts.both import BothSides, covered
from p5diff.model.comparison import Shift, Verdict


def find(both: BothSides) -> Shift | None:
    """Another group of those who act, or all of them, where what is to be done stayed."""
    if not told.may_all_lie_ahead(both):
        return None
    found = groups.find(both.ground, _words(both, 0), _words(both, 1), both.language)
    if found is None:
        return None
    quoted = both.quoted(found.before, found.after)
    if not found.change:
        return actors.shift(both, quoted, "a group", "another group")
    way = Verdict.WIDENED if found.change > 0 else Verdict.NARROWED
    why = "a group → all" if found.change > 0 else "all → a group"
    return verdict.made(both, "scope", way, quoted, "who acts: a group, or all", why)


def _words(both: BothSides, number: int) -> groups.GroupWords:
    side, placed = both.sides[number], both.degrees[number]
    extents = [p for p in placed if p.scale.id == EXTENT]
    limits = [p for p in placed if p.scale.id == RESTRICTION]
    actors = both.words_of(side, "actors")
    acts = [a for a in both.acts[number] if a.act.act.id not in told.TOLD]  # "Parties listed in Annex I"
    done = {at for a in acts for at in range(a.first, a.last)}
    done |= covered(p for p in placed if p.scale.aspect in {"strength", "negation"})
    # "All Parties" is no degree of its own, since a treaty means all of them anyway.
    everyone = covered(p for p in extents if p.degree.id == "all") | both.words_of(side, "wide")
    named = {at for _, place in both.parties_named(side) for at in range(*place)}
    return groups.GroupWords(
        actors,
        everyone,
        covered(limits),
        deeds=frozenset(done - actors - everyone),
        barred=covered(p for p in extents if p.degree.id != "all")
        | named
        | {at for at, word in enumerate(side.words) if word.figure and not _numbers(side, at)},
    )


def _numbers(side: SideWords, at: int) -> bool:
    """Whether a figure is the number of what stands before it: "Annex 2", "المرفق الثاني", 附件二."""
    return at > 0 and side.words[at - 1].content and not side.words[at - 1].figure
