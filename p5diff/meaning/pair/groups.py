"""A group of those who act that became another group, or all of them: "coastal States" → "all States".

The noun stayed, so it is no other name; what stands beside it tells which of them are meant.

Worked example. "Parties listed in Annex I shall report each year." → "All Parties shall report each year.":
the noun and all the rest stayed, what limited it went and "all" came: scope, widened. "Exporting countries
shall report." → "Importing countries shall report.": each side has a limit of its own: another group acts.
"The Parties shall report." → "The Parties, meeting in Oslo, shall report." has a limit on one side alone
and no "all": nothing is said here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import shared
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.model.comparison import Side

_SAME_REST = 0.85
"""Share of the rest of both sides that must be the same [0, 1]: hardly anything but the group changed."""
_ENOUGH = 2
"""Words of content that the rest must have; in Chinese (True in `_MOST`) they are characters."""
_MOST = {False: 6, True: 12}
"""Most words of content that tell the group from others, on either side ("listed in Annex I"); in Chinese
(True) characters."""
_BEFORE = 4
"""Most words before the noun in its clause that do not correspond: "all the other coastal"."""


_LIMIT = {False: 6, True: 4}
"""Letters that a limit has at least, small words and numbers beside it included; in Arabic (True), which
writes no short vowels, fewer: "both" and "two" are shorter, and limit nothing."""
_TO_DEED = 3
"""Words from the end of the phrase within which what the group does must stand: "each year report"."""


class OtherGroup(NamedTuple):
    """The words `[first, last)` that name the group on either side. `change`: 1 where it became all, -1 where
    all became some, 0 where another group stands instead."""

    before: tuple[int, int]
    after: tuple[int, int]
    change: int


class GroupWords(NamedTuple):
    """A side's words of those who act, of number for all, and of limits that a scale compares
    ("concerned"), of what is done, and of names and
    figures, which tell no group from others, by the
    numbers of its words."""

    actors: frozenset[int]
    everyone: frozenset[int]
    restricted: frozenset[int]
    deeds: frozenset[int]
    barred: frozenset[int]


class _Named(NamedTuple):
    head: int
    first: int
    last: int
    limits: list[int]
    everyone: bool


def find(
    ground: Correspondence, before: GroupWords, after: GroupWords, language: Language
) -> OtherGroup | None:
    """The group that acts, where it opens the sentence and became another."""
    links = ground.forward
    heads = [
        i for i in sorted(links) if ground.before.words[i].content and _is_actor(i, links[i], before, after)
    ]
    for head in heads[:1]:
        one = _named(ground, Side.BEFORE, head, before, language)
        two = _named(ground, Side.AFTER, links[head], after, language)
        if one is None or two is None or not _same_rest(ground, one, two):
            return None
        if one.limits and two.limits and _differ(ground, one, two):
            if not _is_other_group(one, two, before, after):
                return None
            return OtherGroup((one.first, one.last), (two.first, two.last), 0)
        if one.limits and not two.limits and two.everyone and not one.everyone:
            return OtherGroup((one.first, one.last), (two.first, two.last), 1)
        if two.limits and not one.limits and one.everyone and not two.everyone:
            return OtherGroup((one.first, one.last), (two.first, two.last), -1)
    return None


def _is_actor(i: int, j: int, before: GroupWords, after: GroupWords) -> bool:
    return i in before.actors or j in after.actors


def _named(
    ground: Correspondence, side: Side, head: int, group: GroupWords, language: Language
) -> _Named | None:
    """The phrase around a noun as far as its words have no counterpart: from where its clause opens (in a
    language that opens clauses with the verb, from the verb) to what the group does."""
    here, links = ground.sides(side)[0], ground.links(side)
    first = head
    while first > 0 and head - first < _BEFORE and _is_free(here, links, first - 1, head, group, language):
        first -= 1
    if not _opens(here, links, first, language):
        return None
    last = head + 1
    while last < len(here.words) and last not in links and _goes_on(here, last, head, group):
        last += 1
    if not language.VERB_FIRST and group.deeds.isdisjoint(range(last, last + _TO_DEED)):
        return None
    beside = [n for n in range(first, last) if n != head and here.words[n].content]
    limits = [n for n in beside if n not in group.everyone]
    if len(limits) > _MOST[ground.chinese] or not group.barred.isdisjoint(range(first, last)):
        return None
    letters = sum(len(here.words[n].key) for n in _telling(here, range(first, last), head, group, language))
    if len(limits) == 1 and letters < _LIMIT[language.VERB_FIRST] and not ground.chinese:
        return None
    everyone = any(n in group.everyone for n in range(first, last))
    return _Named(head, first, last, limits, everyone)


def _telling(
    here: SideWords, phrase: range, head: int, group: GroupWords, language: Language
) -> Iterator[int]:
    """The words of a phrase that may tell its group from others: a short noun does with its number ("Annex
    II")."""
    for at in phrase:
        if at != head and at not in group.everyone and here.words[at].key not in language.ARTICLES:
            yield at


def _is_free(
    here: SideWords, links: Collection[int], at: int, head: int, group: GroupWords, language: Language
) -> bool:
    """Whether a word before the noun belongs to its phrase: one that has no counterpart, or no weight."""
    if not _goes_on(here, at, head, group):
        return False
    if language.VERB_FIRST:
        return at in group.everyone
    return at not in links or not here.words[at].content


def _goes_on(here: SideWords, at: int, head: int, group: GroupWords) -> bool:
    word = here.words[at]
    same = word.sentence == here.words[head].sentence
    return same and not word.is_mark and at not in group.deeds


def _opens(here: SideWords, links: Collection[int], first: int, language: Language) -> bool:
    """Whether a sentence, or a clause after a mark, begins here; or the verb that opens it stands right
    before and stayed."""
    if language.VERB_FIRST:
        verb = first - 1
        return verb in links and (verb == 0 or here.words[verb - 1].is_mark)
    if first == 0:
        return True
    word, ahead = here.words[first], here.words[first - 1]
    return word.sentence != ahead.sentence or ahead.is_mark


def _is_other_group(one: _Named, two: _Named, before: GroupWords, after: GroupWords) -> bool:
    """Whether limits stand for each other: on the same side of the noun, or "all" beside one of them. "The
    participating States", "the States taking part" and "the States concerned" may be one group."""
    restricted = (set(one.limits) & set(before.restricted), set(two.limits) & set(after.restricted))
    if all(restricted):
        return False
    sides = [{n < named.head for n in named.limits} for named in (one, two)]
    return sides[0] == sides[1] or one.everyone != two.everyone


def _differ(ground: Correspondence, one: _Named, two: _Named) -> bool:
    """Whether what limits the group is said by other words on either side altogether."""
    ours = {ground.before.words[n].stem for n in one.limits}
    theirs = {ground.after.words[n].stem for n in two.limits}
    return ours.isdisjoint(theirs)


def _same_rest(ground: Correspondence, one: _Named, two: _Named) -> bool:
    rests = [
        [w.stem for n, w in enumerate(side.words) if w.content and not named.first <= n < named.last]
        for side, named in ((ground.before, one), (ground.after, two))
    ]
    most = max(len(rest) for rest in rests)
    return most >= _ENOUGH and shared(*rests) >= _SAME_REST * most
