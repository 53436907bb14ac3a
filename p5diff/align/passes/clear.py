"""Clear cases: units that are nearly the same, with no rival near, or with rivals that stand elsewhere.

The rare words of a unit vote for their owners on the other side; the few with most votes are
compared in full. Most of a light revision is settled here, at a fraction of the cost of weighing.
Among near-twins, the one that stands beside a link as its fellow does is the one meant.

Worked example. "The parties shall notify any change of the bridges listed." beside "The parties shall
notify each change of the bridges listed.": no other unit has "bridges", so the two are linked at once.
Where a list says the same of lighthouses, the unit beside the one already linked is the one meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from p5diff.align.passes.links import Link
from p5diff.align.scoring.alike import edit_ratio
from p5diff.align.units.texts import Texts

LEAST = 0.75
"""Least edit ratio, in words, of a clear pair [0, 1]."""
LEAD = 0.15
"""How much the best must lead over every rival on both sides [0, 1]."""
_RARE = 6
"""Most units of a side that a rare word stands in: with more, it votes for too many to tell them apart."""
_LONG = 4_000
"""Units of both texts above which a word is rare by the free units alone: in so many hardly any word stands
in a dozen, though those that have a partner already vote for nobody. Shorter texts, where every unit counts
as a possible rival, lose two links of the judged laws by it."""
_COMPARED = 3
"""Candidates compared in full: those with most votes; each is a comparison in full."""
_SHORTEST = 4
"""Fewest words of a unit: under four, one word in common is a quarter of it and proves nothing."""

Ranked = Mapping[int, Sequence[tuple[float, int]]]
"""Unit before → (edit ratio, unit after), the most alike first."""


def clear(
    texts: Texts, rows: Sequence[int], columns: Sequence[int], taken: Sequence[tuple[int, int]]
) -> list[Link]:
    """Links between free units that are clear from both sides."""
    ranked = _ranked(texts, rows, columns)
    links = _alone(ranked)
    return links + _beside(ranked, [*taken, *links])


def _ranked(texts: Texts, rows: Sequence[int], columns: Sequence[int]) -> Ranked:
    """For each unit that is nearly the same as some: those most like it."""
    ratio = edit_ratio()
    ours, theirs = texts.before.symbols, texts.after.symbols
    owners = _owners(texts.after.words, columns, _times(texts, rows, columns))
    rare = set(owners)
    found: dict[int, list[tuple[float, int]]] = {}
    for i in rows:
        x = ours[i]
        if len(x) >= _SHORTEST:
            elected = _elected(rare.intersection(texts.before.words[i]), owners)
            alike = sorted([(ratio(x, theirs[j]), j) for j in elected])[::-1]
            if alike and alike[0][0] >= LEAST:
                found[i] = alike
    return found


def _times(texts: Texts, rows: Sequence[int], columns: Sequence[int]) -> Mapping[str, int]:
    """Word → how many units hold it; of long texts, how many of those that are free."""
    ours, theirs = texts.before.words, texts.after.words
    if len(ours) + len(theirs) <= _LONG:
        return texts.times()
    free = chain([ours[i] for i in rows], [theirs[j] for j in columns])
    return Counter(chain.from_iterable(map(set, free)))


def _owners(
    words: Sequence[Sequence[str]], units: Sequence[int], times: Mapping[str, int]
) -> dict[str, list[int]]:
    """Rare word → the units that hold it. A word in more units than this, on both sides, is not rare."""
    rare = {word for word, n in times.items() if n <= 2 * _RARE}
    owners: dict[str, list[int]] = {}
    for j in units:
        for word in rare.intersection(words[j]):
            owners.setdefault(word, []).append(j)
    return {word: held for word, held in owners.items() if len(held) <= _RARE}


def _elected(words: set[str], owners: Mapping[str, Sequence[int]]) -> list[int]:
    """The units with most votes, if they hold two thirds of these rare words."""
    votes: dict[int, int] = {}
    for word in words:
        for j in owners[word]:
            votes[j] = votes.get(j, 0) + 1
    enough = len(words) * 2
    ranked = sorted([(-n, j) for j, n in votes.items() if n * 3 >= enough])
    return [j for _, j in ranked[:_COMPARED]]


def _alone(ranked: Ranked) -> list[Link]:
    """Pairs that lead over every rival on both sides."""
    claims: dict[int, list[tuple[float, int]]] = {}
    for i, alike in ranked.items():
        if _leads(alike):
            claims.setdefault(alike[0][1], []).append((alike[0][0], i))
    links = []
    for j, found in sorted(claims.items()):
        found.sort(reverse=True)
        if _leads(found):
            links.append(Link(found[0][1], j, round(found[0][0], 4), "clear"))
    return links


def _leads(alike: Sequence[tuple[float, int]]) -> bool:
    return len(alike) < 2 or alike[0][0] - alike[1][0] >= LEAD


def _beside(ranked: Ranked, taken: Sequence[tuple[int, int]]) -> list[Link]:
    """From each link onwards, then backwards: the next units, if none is more like the one before."""
    linked = dict(taken)
    back = {j for _, j in taken}
    links = []
    for step in (1, -1):
        for i in sorted(ranked, reverse=step < 0):
            j = linked.get(i - step, -2) + step
            if i in linked or j in back:
                continue
            best = ranked[i][0][0]
            if (best, j) in ranked[i]:
                linked[i] = j
                back.add(j)
                links.append(Link(i, j, round(best, 4), "clear"))
    return links
