"""A condition, an exception or a concession that came or went with its whole clause.

A word of a scale that opens a clause ("if", "apart from", "although") brings words along that stand nowhere
else; so it is the rest of the sentence, the clause left out, that must be the same.

Worked example. "We will reopen the office." → "We will reopen the office if the road is clear.": the clause
holds no word that corresponds, and all the rest does: a condition came. "If the road is clear, we will
meet." → "If the bridge is safe, we will meet.": both sides have a condition; nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.meaning.pair.placed import DegreeChange, PlacedDegree
from p5diff.model.comparison import Side, Verdict

HEDGE = "hedge"
"""The scale of words of reserve, of which some open a clause too ("unless")."""
_SAME_REST = 0.8
"""Share of the words outside the clause that must be the same [0, 1], of both sides together: the clause came
to a sentence that stayed."""
_OWN = 0.34
"""Most of the words of content of the clause that may stand on the other side where they correspond [0, 1]:
what is more was only turned round."""
_ENOUGH = 2
"""Words of content that a clause has at least; a single one is a word of reserve ("if possible"), which the
scale of these tells. In Chinese, characters."""
_REST = 3
"""Words of content that must be left: less is no sentence that a condition could come to."""
_COMMAS = frozenset(",،，、")


def find(
    ground: Correspondence,
    before: Sequence[PlacedDegree],
    after: Sequence[PlacedDegree],
) -> Iterator[DegreeChange]:
    """Each clause that came or went. A side that has as many such words as the other has lost none."""
    for side, mine, other in ((Side.BEFORE, before, after), (Side.AFTER, after, before)):
        opens = [p for p in mine if p.scale.clause]
        if len(opens) <= sum(p.scale.clause for p in other):
            continue
        told = [p for p in mine if p.scale.id == HEDGE]
        for place in opens:
            last = _end(ground, side, place)
            if last is None or any(place.first <= p.first < last for p in told):
                continue
            whole = place._replace(last=last)
            if side is Side.BEFORE:
                yield DegreeChange(place.scale, whole, None, Verdict.STRONGER)
            else:
                yield DegreeChange(place.scale, None, whole, Verdict.WEAKER)
            break


def inside(found: DegreeChange, clause: DegreeChange) -> bool:
    """Whether words that came or went stand in a clause that did."""
    return any(
        part is not None and whole is not None and whole.first <= part.first and part.last <= whole.last
        for part, whole in ((found.before, clause.before), (found.after, clause.after))
    )


def _end(ground: Correspondence, side: Side, place: PlacedDegree) -> int | None:
    """Where the clause ends that a word opens, if it stands alone on its side: at a comma or at the end of
    the sentence, wherever the rest is the same."""
    here, there = ground.sides(side)
    links = ground.links(side)
    sentence = here.words[place.first].sentence
    theirs = [w.stem for w in there.words if w.content]
    for at in _ends(here, place.last, sentence):
        inside = [n for n in range(place.last, at) if here.words[n].content]
        if len(inside) < _ENOUGH or sum(n in links for n in inside) > _OWN * len(inside):
            continue
        rest = [w.stem for n, w in enumerate(here.words) if w.content and not place.first <= n < at]
        if min(len(rest), len(theirs)) < _REST:
            continue
        if likeness(rest, theirs) >= _SAME_REST:
            return at
    return None


def _ends(side: SideWords, start: int, sentence: int) -> Iterator[int]:
    """The places where a clause may end: each comma or mark of its sentence, and the sentence's end."""
    at = start
    while at < len(side.words) and side.words[at].sentence == sentence:
        if side.words[at].is_mark:
            yield at
        at += 1
    yield at
