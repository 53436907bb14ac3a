"""What was undertaken and is told of as done, whatever its verb: the same verb, ahead and behind.

Deeds whose forms are listed (`deeds.toml`) need no such look; here the form of any verb tells.

Worked example. "The two States will survey the lower basin." → "The two States surveyed the lower basin.":
an undertaking and what is told, of one verb with one object, by the same who act: carried out. "The two
States surveyed the upper dam." has another object: nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.model.comparison import Side

_SAME_CLAUSE = 0.6
"""Share of both clauses that must be the same [0, 1], the forms of the verb apart: what is told must be
what was undertaken."""
_PASSED = 0
"""Words of content passed over on the way to the object: who restored "the mill by the lake" has not
restored "the school by the lake"."""
_REACH = 3
"""Words after those that undertake among which the verb stands: "will, if needed, also survey"."""


class VerbPlace(NamedTuple):
    """The words `[first, last)` of an act, up to its verb."""

    first: int
    last: int


def find(
    ground: Correspondence,
    ahead: Iterable[VerbPlace],
    told: Collection[VerbPlace],
    language: Language,
) -> tuple[VerbPlace, VerbPlace] | None:
    """The undertaking and the words that tell of it as done, each with its verb."""
    for one in ahead:
        for two in told:
            if ground.chinese:
                if _follows(ground, one.last, two.last):
                    return one, two
                continue
            pair = _verbs(ground, one, two, language)
            if pair is None or not _same_object(ground, *pair, language):
                continue
            places = (
                VerbPlace(one.first, max(one.last, pair[0] + 1)),
                VerbPlace(two.first, max(two.last, pair[1] + 1)),
            )
            if likeness(_rest(ground.before, places[0]), _rest(ground.after, places[1])) >= _SAME_CLAUSE:
                return places
    return None


def _rest(side: SideWords, place: VerbPlace) -> list[str]:
    """The words of content of a clause that are none of its verb."""
    clause = side.words[place.last - 1].clause
    return [
        w.stem
        for at, w in enumerate(side.words)
        if w.content and w.clause == clause and not place.first <= at < place.last
    ]


def _follows(ground: Correspondence, one: int, two: int) -> bool:
    """Whether the same words follow 将 and 已 at once, in a clause that is the same for the most part."""
    head = ground.next_content(Side.BEFORE, one, _PASSED)
    back = ground.next_content(Side.AFTER, two, _PASSED)
    if head is None or back is None or ground.forward[head] != back:
        return False
    return ground.same_clause(head, back) >= _SAME_CLAUSE


def _verbs(
    ground: Correspondence, one: VerbPlace, two: VerbPlace, language: Language
) -> tuple[int, int] | None:
    """The two forms of one verb: in the first place or right behind it, and among the words that tell ("the
    Ministers discussed the establishment" tells of no founding)."""
    for i in _near(ground.before, one):
        for j in range(two.first, two.last):
            if ground.before.words[i].key == ground.after.words[j].key:
                continue  # a form that stayed tells of no other time, and is no verb at all more often
            if language.same_verb(ground.before.words[i].key, ground.after.words[j].key):
                return i, j
    return None


def _near(side: SideWords, place: VerbPlace) -> Iterable[int]:
    clause = side.words[place.last - 1].clause
    stretch = range(place.first, min(len(side.words), place.last + _REACH))
    return (at for at in stretch if side.words[at].content and side.words[at].clause == clause)


def _same_object(ground: Correspondence, verb: int, told: int, language: Language) -> bool:
    """Whether the next word of content that stayed is the same behind both forms; in a language that opens
    clauses with the verb, who acts may stand there."""
    head = ground.next_content(Side.BEFORE, verb + 1, _PASSED)
    back = ground.next_content(Side.AFTER, told + 1, _PASSED)
    return head is not None and back is not None and ground.forward[head] == back
