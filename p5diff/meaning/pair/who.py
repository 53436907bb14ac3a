"""Who acts, or who hosts, where neither is a name that p5diff knows by its place: one phrase for another.

Worked example. "The Executive Director will draw up a list of laboratories." → "The Governing Board will draw
up a list of laboratories.": what opens the clause became another thing, the verb and all the rest
stayed: actor, changed. "The next forum will be held in Kazakhstan." → "… in Uzbekistan.": the words of a
meeting stayed and one State stands for another: actor, changed. A sentence that is rewritten tells
nothing of who acts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import shared
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.model.comparison import Side

_LONGEST = {False: 7, True: 12}
"""Longest phrase that is told of as who acts, in words; in Chinese (True) in characters."""
_SAME_REST = 0.8
"""Share of the rest of the sentence that must be the same [0, 1]: one phrase went for another, and hardly
anything else changed."""
_VERBS = 2
"""Words up to the verb among which another one may make it a passive: "be" of "shall be submitted"."""
_PERSON = 2
"""Letters at the beginning of an Arabic verb that tell time and person."""
_PERSONS = "يتن"
_ENOUGH = 2
"""Words of content that the rest must have: of "The Board will act" nothing else is left to agree."""

Place = tuple[int, int]
"""The words `[first, last)` of a side."""


class Exchanged(NamedTuple):
    """What stands for what: the words of either side."""

    before: Place
    after: Place


def subject(
    ground: Correspondence,
    verbs: tuple[Sequence[Place], Sequence[Place]],
    apart: tuple[frozenset[int], frozenset[int]],
    language: Language,
) -> Exchanged | None:
    """The phrase before a verb that stayed (after it, where clauses open with their verb) that became
    another. `apart` are words that are no part of such a phrase: of number, of negation, of degree."""
    there = {place[1] - 1 for place in verbs[1]}
    for _, last in verbs[0]:
        verb = last - 1
        other = ground.forward.get(verb, _in_other_gender(ground, verb, there) if language.VERB_FIRST else -1)
        if other not in there:
            continue
        if language.VERB_FIRST:
            found = Exchanged(
                (last, _next_linked(ground.before, ground.forward, last)),
                (other + 1, _next_linked(ground.after, ground.backward, other + 1)),
            )
        else:
            found = Exchanged((_opening(ground.before, verb), verb), (_opening(ground.after, other), other))
        if is_thing(ground.before, found.before, last, language):
            continue
        if is_thing(ground.after, found.after, other + 1, language):
            continue
        if _is_other(ground, found, apart, language):
            return found
    return None


def is_thing(side: SideWords, who: Place, behind: int, language: Language) -> bool:
    """Whether a subject does nothing by itself: the verb around `behind` says what is done to it ("the report
    shall be adopted"), it belongs to somebody named before ("their application"), or there is none: where
    clauses open with their verb, nobody may stand behind the last word of a text."""
    agency = language.AGENCY
    if who[0] == len(side.words):
        return True
    verbs = {word.key for word in side.words[max(who[0], behind - _VERBS) : behind + 1]} - agency.itself
    return side.words[who[0]].key in agency.theirs or not agency.passives.isdisjoint(verbs)


def name(ground: Correspondence, before: Sequence[Place], after: Sequence[Place]) -> Exchanged | None:
    """The one name of a side that the other does not have, where it has one other name instead."""
    if len(before) != 1 or len(after) != 1:
        return None
    gap = ground.gap(Side.BEFORE, *before[0])
    inside = gap.left_there < after[0][0] and after[0][1] <= gap.right_there
    found = Exchanged(before[0], after[0])
    return found if inside and _same_rest(ground, found) else None


def _in_other_gender(ground: Correspondence, verb: int, there: Collection[int]) -> int:
    """The verb of the other side that differs in its first letters alone, by which Arabic tells genders
    apart (سيحتفظ, ستحتفظ); -1 where there is none."""
    key = ground.before.words[verb].key
    for other in there:
        word = ground.after.words[other].key
        alike = len(word) == len(key) > _PERSON + 1 and word[_PERSON:] == key[_PERSON:]
        if alike and other not in ground.backward and word[0] in (key[0], *_PERSONS):
            return other
    return -1


def _opening(side: SideWords, verb: int) -> int:
    """Where the clause of a verb opens: after the last comma or mark before it."""
    first = verb
    while first > 0:
        word = side.words[first - 1]
        if word.sentence != side.words[verb].sentence or word.is_mark:
            break
        first -= 1
    return first


def _next_linked(side: SideWords, links: dict[int, int], start: int) -> int:
    """The next word of content that corresponds, in the clause of the word before `start`; articles before
    it belong to it."""
    last = start
    clause = side.words[start - 1].clause
    while last < len(side.words) and side.words[last].clause == clause:
        if side.words[last].content and last in links:
            break
        last += 1
    return last


def _is_other(
    ground: Correspondence, found: Exchanged, apart: tuple[frozenset[int], frozenset[int]], language: Language
) -> bool:
    sides = (ground.before, ground.after)
    for side, links, place, taken in zip(sides, (ground.forward, ground.backward), found, apart, strict=True):
        words = side.words[place[0] : place[1]]
        inside = range(*place)
        if not 0 < len(words) <= _LONGEST[ground.chinese] or not any(w.content for w in words):
            return False
        if not taken.isdisjoint(inside) or any(w.figure or w.is_mark for w in words):
            return False
        if any(w.content and at in links for at, w in zip(inside, words, strict=True)):
            head = max(at for at in inside if side.words[at].content)
            plain = all(w.content for w in words[-(place[1] - _first_content(side, place)) :])
            if ground.chinese or not language.NOUN_LAST or head in links or not plain:
                return False
    prefix = language.ADJUNCT_PREFIX
    if prefix and all(s.words[a].key.startswith(prefix) for s, (a, _) in zip(sides, found, strict=True)):
        return False  # "with the warmest …", "with sincere …" tell how, and nobody's name begins alike twice
    stems = [{w.stem for w in s.words[a:b] if w.content} for s, (a, b) in zip(sides, found, strict=True)]
    verb = int(language.VERB_FIRST)  # its letters tell the gender of who acts
    whole = Exchanged(*((a - verb, b) for a, b in found))
    return stems[0] != stems[1] and _same_rest(ground, whole)


def _first_content(side: SideWords, place: Place) -> int:
    return next(at for at in range(*place) if side.words[at].content)


def _same_rest(ground: Correspondence, found: Exchanged) -> bool:
    rests = [
        list(_content(side, place)) for side, place in zip((ground.before, ground.after), found, strict=True)
    ]
    longest = max(map(len, rests))
    return min(map(len, rests)) >= _ENOUGH and shared(*rests) >= _SAME_REST * longest


def _content(side: SideWords, apart: Place) -> Iterator[str]:
    return (w.stem for n, w in enumerate(side.words) if w.content and not apart[0] <= n < apart[1])
