"""Which words of degree changed, by the finders asked in turn, the surest first.

Worked example. "States should report" → "States must report": the words around correspond, and
`degrees.compare` tells it. Where nothing around the verbs corresponds, those are asked that find one promise
by its verb's form, one duty asked for by a call, and one deed bound to otherwise in a sentence written anew.
Of strength only the first finder that tells anything counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.meaning.pair import degrees, outright, predicates, rewritten, summons
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import ENGAGEMENT, MODAL, DegreeChange
from p5diff.meaning.sentence import brackets
from p5diff.meaning.sentence.speech import PLAIN
from p5diff.meaning.shifts import rungs
from p5diff.meaning.shifts.both import BothSides, SideAct


def find(both: BothSides) -> list[DegreeChange]:
    """The words of degree that changed; of strength by the first way that finds any, the surest first."""
    before, after = both.degrees
    found = degrees.compare(both.ground, before, after)
    if not _tells_strength(found):
        found += list(outright.find(both.ground, before, after, both.language))[:1]
    if not _tells_strength(found):
        found += summons.find(both.ground, before, after, both.rules, both.language)
    if not _tells_strength(found) and rungs.by_rung(both) is None:
        found += _written_anew(both)
        if not _tells_strength(found):
            found += _of_one_deed(both)
    return found


def of_one_deed(both: BothSides) -> list[DegreeChange]:
    """The one deed that both sides bind to in words of another strength, where hardly anything else of
    the two sentences is the same."""
    return (_written_anew(both) or _of_one_deed(both, one_verb=True))[:1]


def _written_anew(both: BothSides) -> list[DegreeChange]:
    """A deed that is undertaken or asked for otherwise, in a sentence that changed around it."""
    ours, theirs = (_undertakings(acts) for acts in both.acts)
    found = list(rewritten.engaged(both.ground, both.degrees, (ours, theirs), both.rules))
    return found or list(rewritten.asked(both.ground, both.degrees, both.rules, both.language))


def _of_one_deed(both: BothSides, *, one_verb: bool = False) -> list[DegreeChange]:
    """Deeds under words of another strength, wherever they stand; what stands in open brackets is told of
    as a draft. Where the same words of strength only changed places ("must … may" → "may … must"), what one
    deed lost the other won."""
    if any(_is_bracketed(both, side) for side in both.sides) or _same_words(both):
        return []
    scale = next((p.scale for placed in both.degrees for p in placed if p.scale.id == ENGAGEMENT), None)
    before, after = (
        [*placed, *rewritten.bare(placed, _undertakings(acts), scale, both.rules)]
        for placed, acts in zip(both.degrees, both.acts, strict=True)
    )
    promising = _promising(both.acts[0]), _promising(both.acts[1])
    return list(predicates.find(both.sides, (before, after), promising, both.language, one_verb=one_verb))


def _is_bracketed(both: BothSides, side: SideWords) -> bool:
    """Whether a word of strength stands in open brackets, where others may be meant; "[INSERT ADDRESS]"
    holds none."""
    for s in side.sentences:
        places = [(m.start, m.end) for m in both.weighed(s) if m.item.scale.aspect == "strength"]
        places += [(a.span.start, a.span.end) for a in both.read(s).known_acts if a.act.id not in PLAIN]
        if any(brackets.is_open(s.text, *place) for place in places):
            return True
    return False


def _same_words(both: BothSides) -> bool:
    """Whether both sides have words of the same strength, two at least and each as often."""
    one, two = (
        sorted((p.scale.id, p.degree.value or 0) for p in placed if p.scale.id in {MODAL, ENGAGEMENT})
        for placed in both.degrees
    )
    return one == two and len(one) > 1


def _undertakings(acts: Sequence[SideAct]) -> list[rewritten.Undertaking]:
    """The acts by which those who speak undertake something, or leave it undone."""
    return [
        rewritten.Undertaking(a.act.act.id, a.first, a.last)
        for a in acts
        if a.act.actor == "we" and not a.act.negated
    ]


def _promising(acts: Sequence[SideAct]) -> frozenset[int]:
    """The words of a side that undertake something by their own form alone."""
    return frozenset(a.first for a in acts if a.act.act.id == "undertake" and a.last - a.first == 1)


def _tells_strength(found: Sequence[DegreeChange]) -> bool:
    return any(f.scale.aspect == "strength" for f in found)
