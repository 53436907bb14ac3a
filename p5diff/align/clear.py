"""Clear cases: units that are nearly the same, with no rival anywhere near.

The rare words of a unit vote for their owners on the other side; the few with most votes are
compared in full. Most of a light revision is settled here, at a fraction of the cost of weighing.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

from p5diff.align.alike import edit_ratio
from p5diff.align.links import Link
from p5diff.align.units import Side, Texts

LEAST = 0.75
"""Least edit ratio, in words, of a clear pair [0, 1]."""
LEAD = 0.15
"""How much the best must lead over every rival on both sides [0, 1]."""
_RARE = 6
_COMPARED = 3
_SHORTEST = 4


def clear(texts: Texts, rows: Sequence[int], columns: Sequence[int]) -> list[Link]:
    """Links between free units that are clear from both sides."""
    ratio = edit_ratio()
    ours, theirs = texts.before.symbols, texts.after.symbols
    owners = _owners(texts.after, columns)
    claims: dict[int, list[tuple[float, int]]] = {}
    for i in rows:
        x = ours[i]
        if len(x) < _SHORTEST:
            continue
        ranked = sorted(((ratio(x, theirs[j]), j) for j in _elected(x, owners)), reverse=True)
        if ranked and ranked[0][0] >= LEAST and (len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= LEAD):
            claims.setdefault(ranked[0][1], []).append((ranked[0][0], i))
    links = []
    for j, found in sorted(claims.items()):
        found.sort(reverse=True)
        if len(found) < 2 or found[0][0] - found[1][0] >= LEAD:
            links.append(Link(found[0][1], j, round(found[0][0], 4), "clear"))
    return links


def _owners(side: Side, units: Sequence[int]) -> dict[str, list[int]]:
    """Rare word → the units that hold it."""
    owners: dict[str, list[int]] = {}
    for j in units:
        for symbol in set(side.symbols[j]):
            owners.setdefault(symbol, []).append(j)
    return {symbol: held for symbol, held in owners.items() if len(held) <= _RARE}


def _elected(x: str, owners: dict[str, list[int]]) -> list[int]:
    """The units with most votes, if they hold two thirds of the rare words of `x`."""
    votes: dict[int, int] = {}
    rare = 0
    for symbol in set(x):
        held = owners.get(symbol)
        if held:
            rare += 1
            for j in held:
                votes[j] = votes.get(j, 0) + 1
    best = [(-n, j) for j, n in votes.items() if n * 3 >= rare * 2]
    return [j for _, j in nsmallest(_COMPARED, best)]
