"""A whole deed that came into a sentence beside what it said, or went out of it.

Worked example. "We will watch prices closely and will give more help." → "We will watch prices closely.": the
clause with the second "will" has no word of the other side, and all the rest is there: scope, narrowed.
"… and will publish the prices" → "… and shall make the prices public" is one deed in other words: the two
clauses share "prices", and nothing is said; nor is it where both sides have a deed of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.meaning.basis import likeness
from p5diff.meaning.correspondence import SideWords
from p5diff.meaning.degrees import ENGAGEMENT, MODAL
from p5diff.meaning.shifts.both import BothSides, Place
from p5diff.model.comparison import MarkKind

_BEFORE = {False: 3, True: 6}
"""Words between what joins a clause and its verb ("and the Secretariat shall"); in Chinese (True)
characters."""
_ENOUGH = {False: 2, True: 4}
"""Words of content that a deed has at least, its verb and an object; in Chinese characters."""
_KNOWN = 0.2
"""Most of its words of content that the other side may have [0, 1]: what is more was only said otherwise."""
_BINDS = {MODAL: 50, ENGAGEMENT: 25}
"""Value of a word of its scale from which a clause asks or undertakes something: "should", "make efforts";
that something can be read somewhere is no deed."""
_INSTEAD = {False: 1, True: 2}
"""Words of content that may stand in its place on the other side; in Chinese characters."""
_JOINED = 3
"""Words at the beginning of what stands there among which its own "and" or "or" follows."""
_ROOT = 4
"""Letters by which two words are one, however they are inflected."""
_SAME_REST = 0.5
"""Share of the rest that both sides must have in common [0, 1]: the deed came to a sentence that stayed."""
_REST = {False: 2, True: 4}
"""Words of content that must be left of the sentence it came to; in Chinese characters."""


def find(both: BothSides, number: int) -> list[Place]:
    """The words of each deed that one side alone has, its joining word left out; none where the other side
    has one of its own instead."""
    found = list(_clauses(both, number))
    if not found or any(_clauses(both, 1 - number)):
        return []
    side, other = both.sides[number], both.sides[1 - number]
    inside = {at for place in found for at in range(*place)}
    rest = [w.stem for at, w in enumerate(side.words) if w.content and at not in inside]
    theirs = [w.stem for w in other.words if w.content]
    enough = min(len(rest), len(theirs)) >= _REST[both.ground.chinese]
    return found if enough and likeness(rest, theirs) >= _SAME_REST else []


def _clauses(both: BothSides, number: int) -> Iterator[Place]:
    """Each clause of a side that binds or asks, stands behind another, and has no words of the other side."""
    side, chinese = both.sides[number], both.ground.chinese
    known = {_root(w.stem) for w in both.sides[1 - number].words if w.content}
    doers = both.words_of(side, "actors")
    doers |= {at for _, place in both.parties_named(side) for at in range(*place)}
    last = 0
    for verb in _verbs(both, number):
        first = _opening(both, number, verb)
        if verb < last or first is None or not _follows(both, number, first):
            continue
        if not chinese and any(side.words[at].content and at not in doers for at in range(first, verb)):
            continue  # "oil and gasoline prices will rise": nobody is known to do it
        last = _end(side, verb)
        own = [w for w in side.words[first:last] if w.content]
        objects = sum(w.content for w in side.words[verb + 1 : last])
        shared = sum(_root(w.stem) in known for w in own)
        if min(len(own), objects + 1) < _ENOUGH[chinese] or shared > _KNOWN * len(own):
            continue
        if _is_alone(both, number, first, last):
            yield first, last


def _verbs(both: BothSides, number: int) -> list[int]:
    """The words of a side that bind or ask, in order."""
    first = both.language.VERB_FIRST
    acts = (a for a in both.acts[number] if a.act.kind in {MarkKind.COMMITMENT, MarkKind.CALL})
    found = {a.first if first else a.last - 1 for a in acts}
    found |= {
        p.first
        for p in both.degrees[number]
        if p.scale.id in {MODAL, ENGAGEMENT} and (p.degree.value or 0) >= _BINDS[p.scale.id]
    }
    return sorted(found)


def _follows(both: BothSides, number: int, first: int) -> bool:
    """Whether a clause stands behind another: behind an act or a word of strength of its sentence, or in a
    sentence after the first."""
    words = both.sides[number].words
    if words[first].sentence != words[first - 1].sentence:
        return True
    before = [a.first for a in both.acts[number]]
    before += [p.first for p in both.degrees[number] if p.scale.aspect == "strength"]
    return any(at < first and words[at].sentence == words[first].sentence for at in before)


def _is_alone(both: BothSides, number: int, first: int, last: int) -> bool:
    """Whether hardly anything stands in the place of a clause on the other side, or only what was joined in
    its turn ("or to ban any member" → "and will give reasons")."""
    gap = both.ground.gap(both.sides[number].side, first, last)
    other = both.sides[1 - number]
    there = range(gap.left_there + 1, gap.right_there)
    if sum(other.words[at].content for at in there) <= _INSTEAD[both.ground.chinese]:
        return True
    return any(_conjoins(both, 1 - number, at) for at in there[:_JOINED])


def _root(stem: str) -> str:
    return stem[:_ROOT]


def _opening(both: BothSides, number: int, verb: int) -> int | None:
    """Where the clause of a verb begins: behind a conjunction or a comma, or with a sentence after the first;
    None for what opens the first sentence."""
    words = both.sides[number].words
    for at in range(verb, max(0, verb - _BEFORE[both.ground.chinese] - 1), -1):
        if _joins(both, number, at) or words[at].sentence != words[at - 1].sentence:
            return at
    return None


def _joins(both: BothSides, number: int, at: int) -> bool:
    """Whether a mark, "and" or "or" stands before a word, or "and" is written onto it."""
    words = both.sides[number].words
    return at > 0 and (not words[at - 1].key[0].isalnum() or _conjoins(both, number, at))


def _conjoins(both: BothSides, number: int, at: int) -> bool:
    if at == 0:
        return False
    before, here = both.sides[number].words[at - 1 : at + 1]
    prefix = both.language.AND_PREFIX
    ends = {p.last for p in both.degrees[number] if p.scale.between}
    return (bool(prefix) and here.key.startswith(prefix)) or at in ends or before.key in both.language.AND


def _end(side: SideWords, verb: int) -> int:
    """The end of the clause of a verb: the next mark, or the end of its sentence."""
    at = verb
    while at < len(side.words) and side.words[at].sentence == side.words[verb].sentence:
        if not side.words[at].key[0].isalnum() and side.words[at].key != "、":
            break
        at += 1
    return at
