"""Who might correspond to whom: units that share rare terms, found through an index.

Never all pairs. The rarest terms of a unit are looked up first, and the steps through the index
are counted: when a unit has used up its share, what it has gathered decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from p5diff.align.units import Side, Texts

_BOTH_WAYS = 1_000_000
_LEAST = 300


def candidates(
    texts: Texts, before: Sequence[int], after: Sequence[int], *, most: int, postings: int
) -> tuple[list[tuple[int, int]], bool]:
    """Pairs (unit before, unit after) worth scoring, sorted, and whether the bound was reached."""
    share = max(_LEAST, postings // max(1, len(before) + len(after)))
    found, bounded = _nearest(texts, texts.before, texts.after, before, after, most, share)
    pairs = {(i, j) for i, js in found.items() for j in js}
    if len(before) * len(after) <= _BOTH_WAYS:
        found, also = _nearest(texts, texts.after, texts.before, after, before, most, share)
        pairs.update((i, j) for j, near in found.items() for i in near)
        bounded |= also
    return sorted(pairs), bounded


def _nearest(
    texts: Texts, ours: Side, theirs: Side, units: Sequence[int], others: Sequence[int], most: int, share: int
) -> tuple[dict[int, list[int]], bool]:
    index: dict[str, list[int]] = {}
    for j in others:
        for term in theirs.terms[j]:
            index.setdefault(term, []).append(j)
    result = {}
    bounded = False
    for i in units:
        gathered, cut = _gather(ours.terms[i], index, texts.worth, share)
        bounded |= cut
        weight = theirs.weight
        scored = ((s / (weight[j] + 3.0) ** 0.5, -j) for j, s in gathered.items())
        result[i] = [-j for _, j in nlargest(most, scored)]
    return result, bounded


def _gather(
    terms: frozenset[str], index: dict[str, list[int]], worth: dict[str, float], share: int
) -> tuple[dict[int, float], bool]:
    """Summed worth of the terms shared with each other unit, rarest terms first."""
    lists = sorted((len(index[t]), t) for t in terms if t in index)
    gathered: dict[int, float] = {}
    for size, term in lists:
        if share <= 0:
            return gathered, True
        share -= size
        value = worth[term]
        for j in index[term]:
            gathered[j] = gathered.get(j, 0.0) + value
    return gathered, False
