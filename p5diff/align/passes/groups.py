"""From links to groups: the sentences that correspond to one another, in reading order.

Worked example. The links A–a and A–b make one group, A beside a and b: a split. C–c makes a group of
two. D, in no link, is a group of its own: dropped, shown where it stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from p5diff.align.passes.links import Link

N = TypeVar("N", int, float)


@dataclass(slots=True, kw_only=True)
class UnitGroup:
    """Linked units of both sides, each sorted; one side is empty for what is new or dropped."""

    before: list[int]
    after: list[int]
    confidence: float = 1.0
    found_by: str = ""
    moved: bool = False


def grouped(links: Sequence[Link]) -> list[UnitGroup]:
    """Connected units together, sorted by their first unit before; surest finder named last."""
    owner: dict[tuple[int, int], UnitGroup] = {}
    degree = Counter([link.before for link in links]), Counter([link.after for link in links])
    single = []
    for link in sorted(links):
        if degree[0][link.before] == 1 == degree[1][link.after]:
            group = UnitGroup(
                before=[link.before],
                after=[link.after],
                confidence=link.confidence,
                found_by=link.found_by,
            )
            single.append(group)
            continue
        left, right = owner.get((0, link.before)), owner.get((1, link.after))
        group = left or right or UnitGroup(before=[], after=[], confidence=1.0)
        if left and right and left is not right:
            _absorb(left, right, owner)
            group = left
        _add(group, link, owner)
    unique = {id(group): group for group in owner.values()}
    for group in unique.values():
        group.before.sort()
        group.after.sort()
    return sorted([*single, *unique.values()], key=lambda g: g.before)


def _add(group: UnitGroup, link: Link, owner: dict[tuple[int, int], UnitGroup]) -> None:
    for side, index, units in ((0, link.before, group.before), (1, link.after, group.after)):
        if index not in units:
            units.append(index)
        owner[side, index] = group
    if not group.found_by or link.confidence < group.confidence:
        group.found_by = link.found_by
    group.confidence = min(group.confidence, link.confidence)


def _absorb(group: UnitGroup, other: UnitGroup, owner: dict[tuple[int, int], UnitGroup]) -> None:
    group.before += other.before
    group.after += other.after
    if other.confidence < group.confidence:
        group.confidence, group.found_by = other.confidence, other.found_by
    owner.update(dict.fromkeys([(0, i) for i in other.before] + [(1, j) for j in other.after], group))


def mark_moved(groups: Sequence[UnitGroup], weight: Sequence[int], *, turned: bool) -> None:
    """Mark the groups that stand out of order: all but the heaviest run that keeps it.

    `weight` gives each group's size, so that a short passage moves past a long one, and not the
    other way round. `turned` says from which side to look, so that ties fall the same from both.
    """
    kept = heaviest_rising([(g.before[0], g.after[0]) for g in groups], weight, turned=turned)
    for place, group in enumerate(groups):
        group.moved = place not in kept


def heaviest_rising(
    points: Sequence[tuple[int, int]], weight: Sequence[int], *, turned: bool = False
) -> set[int]:
    """Indices of the heaviest subsequence of `points` that rises on both sides."""
    if turned:
        points = [(j, i) for i, j in points]
    ranked = sorted(range(len(points)), key=lambda k: points[k])
    runs = _in_step(ranked, [j for _, j in points])
    values = sorted({points[run[0]][1] for run in runs})
    best: list[tuple[int, int]] = [(0, -1)] * (len(values) + 1)
    previous: list[int] = []
    for rank, run in enumerate(runs):
        place = bisect_left(values, points[run[0]][1])
        total, before = highest(best, place)
        previous.append(before)
        raise_to(best, place + 1, (total + sum([weight[k] for k in run]), rank))
    rank = max(best)[1]
    kept: set[int] = set()
    while rank >= 0:
        kept.update(runs[rank])
        rank = previous[rank]
    return kept


def _in_step(ranked: Sequence[int], values: Sequence[int]) -> list[list[int]]:
    """Points that follow each other on both sides, with no other between: all are kept, or none is.

    `ranked` are the numbers of the points, sorted; `values` where each stands on the other side.
    """
    ahead = {j: k for k, j in pairwise(sorted(set(values)))}
    often = Counter(values)
    runs: list[list[int]] = []
    last = None
    for k in ranked:
        if (
            last is not None
            and ahead.get(values[k]) == values[last]
            and often[values[k]] == 1 == often[values[last]]
        ):
            runs[-1].append(k)
        else:
            runs.append([k])
        last = k
    return runs


def highest(tree: Sequence[tuple[N, int]], end: int) -> tuple[N, int]:
    """Largest entry among the first `end` places of a Fenwick tree."""
    found = tree[0]
    while end > 0:
        found = max(found, tree[end])
        end &= end - 1
    return found


def raise_to(tree: list[tuple[N, int]], place: int, entry: tuple[N, int]) -> None:
    """Enter a value of one place into a Fenwick tree of largest entries."""
    while place < len(tree):
        tree[place] = max(tree[place], entry)
        place += place & -place


def in_reading_order(groups: Sequence[UnitGroup], sizes: tuple[int, int]) -> list[UnitGroup]:
    """All groups, with the units no link has: new ones at their place after, dropped ones where
    they stood, that is, behind the group that holds the unit before them."""
    linked = {i for g in groups for i in g.before}
    seen = {j for g in groups for j in g.after}
    new = [UnitGroup(before=[], after=[j]) for j in range(sizes[1]) if j not in seen]
    ordered = sorted([*groups, *new], key=lambda g: g.after[0])
    behind: dict[int, list[UnitGroup]] = {}
    host = -1
    holder = {i: id(g) for g in groups if not g.moved for i in g.before}
    for i in range(sizes[0]):
        if i not in linked:
            behind.setdefault(host, []).append(UnitGroup(before=[i], after=[]))
        else:
            host = holder.get(i, host)
    result = behind.get(-1, [])
    for group in ordered:
        result.append(group)
        result += behind.get(id(group), []) if group.before and not group.moved else []
    return result
