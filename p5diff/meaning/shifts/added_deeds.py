"""A whole deed that came into a sentence beside what it said, or went out of it.

Worked example. "We will watch prices closely and will give more help." → "We will watch prices closely.": the
clause with the second "will" has no word of the other side, and all the rest is there: scope, narrowed.
"… and will publish the prices" → "… and shall make the prices public" is one deed in other words: the two
clauses share "prices", and nothing is said; nor is it where both sides have a deed of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import ENGAGEMENT, MODAL
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
    has one of its own instead, or where the rest only tells when ("once they have signed, …")."""
    if both.words_of(both.sides[number], "unreal"):
        return []
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
    verbs = _verbs(both, number)
    if not verbs:
        return
    known = {_root(w.stem) for w in both.sides[1 - number].words if w.content}
    doers = both.words_of(side, "actors")
    doers |= {at for _, place in both.parties_named(side) for at in range(*place)}
    openings = _openings(both, number)
    last = 0
    for verb, deed in verbs:
        reach = range(verb, max(0, verb - _BEFORE[chinese] - 1), -1)
        first = next((at for at in reach if at in openings), None)
        if verb < last or first is None:
            continue
        if not chinese and any(side.words[at].content and at not in doers for at in range(first, verb)):
            continue  # "oil and gasoline prices will rise": nobody is known to do it
        last = _end(side, verb)
        own = [w for w in side.words[first:last] if w.content]
        shared = sum(_root(w.stem) in known for w in own)
        done = sum(w.content for w in side.words[deed:last])
        if done < _ENOUGH[chinese] or shared > _KNOWN * len(own):
            continue  # "and decide to sail": nothing that something is done to
        if _is_alone(both, number, first, last):
            yield first, last


def _verbs(both: BothSides, number: int) -> list[Place]:
    """The words of a side that bind or ask, in order, each with the last word of its phrase, from which on
    words belong to the deed: "will", "to" of "intend to", a verb that promises by its form."""
    first = both.language.VERB_FIRST
    acts = (a for a in both.acts[number] if a.act.kind in {MarkKind.COMMITMENT, MarkKind.CALL})
    found = {(a.first, a.first) if first else (a.last - 1, a.last - 1) for a in acts}
    found |= {
        (p.first, p.last - 1)
        for p in both.degrees[number]
        if p.scale.id in {MODAL, ENGAGEMENT} and (p.degree.value or 0) >= _BINDS[p.scale.id]
    }
    return sorted(found)


def _openings(both: BothSides, number: int) -> frozenset[int]:
    """Where a further clause may begin: behind a mark, "and" or "or", where an act or word of strength stands
    before it in its sentence; and with a sentence after the first."""
    words = both.sides[number].words
    first: dict[int, int] = {}
    for at in (
        *(a.first for a in both.acts[number]),
        *(p.first for p in both.degrees[number] if p.scale.aspect == "strength"),
    ):
        first[words[at].sentence] = min(at, first.get(words[at].sentence, at))
    joined = _conjoined(both, number)
    joined |= {at for at in range(1, len(words)) if words[at - 1].is_mark}
    behind = {at for at in joined if first.get(words[at].sentence, at) < at}
    starts = (at for at in range(1, len(words)) if words[at].sentence != words[at - 1].sentence)
    return frozenset((*behind, *starts))


def _conjoined(both: BothSides, number: int) -> frozenset[int]:
    """The words that "and" or "or" stands before, or is written onto."""
    words, prefix = both.sides[number].words, both.language.AND_PREFIX
    ends = {p.last for p in both.degrees[number] if p.scale.between and p.last < len(words)}
    ends |= {at for at in range(1, len(words)) if words[at - 1].key in both.language.AND}
    return frozenset(ends | {at for at, w in enumerate(words) if prefix and at and w.key.startswith(prefix)})


def _is_alone(both: BothSides, number: int, first: int, last: int) -> bool:
    """Whether hardly anything stands in the place of a clause on the other side, or only what was joined in
    its turn ("or to ban any member" → "and will give reasons")."""
    gap = both.ground.gap(both.sides[number].side, first, last)
    other = both.sides[1 - number]
    there = range(gap.left_there + 1, gap.right_there)
    if sum(other.words[at].content for at in there) <= _INSTEAD[both.ground.chinese]:
        return True
    return not _conjoined(both, 1 - number).isdisjoint(there[:_JOINED])


def _root(stem: str) -> str:
    return stem[:_ROOT]


def _end(side: SideWords, verb: int) -> int:
    """The end of the clause of a verb: the next mark, or the end of its sentence."""
    at = verb
    while at < len(side.words) and side.words[at].sentence == side.words[verb].sentence:
        if side.words[at].is_mark and side.words[at].key != "、":
            break
        at += 1
    return at
