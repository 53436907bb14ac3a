"""Who might correspond to whom: units that share rare terms, found through an index.

Never all pairs. The rarest terms of a unit are looked up first, and the steps through the index
are counted: when a unit has used up its share, what it has gathered decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.align.units import Side, Texts

_LEAST, _MOST = 60, 120
"""Fewest and most steps through the index for one unit."""
_PAIRS = 8_000
"""Most pairs of one comparison; units that are many are given fewer candidates each."""
_FAINT = 0.6
"""A candidate must gather this share of what the unit's best one gathers."""


def candidates(
    texts: Texts,
    free: tuple[Sequence[int], Sequence[int]],
    others: tuple[Sequence[int], Sequence[int]],
    *,
    most: int,
    postings: int,
) -> tuple[list[tuple[int, int]], bool]:
    """Pairs worth scoring, of a free unit of either side and one of the `others` across.

    Sorted; the second value says whether the bound of `postings` steps was reached.
    """
    units = max(1, len(free[0]) + len(free[1]))
    most = max(2, min(most, _PAIRS // units))
    share = min(_MOST, max(_LEAST, postings // units))
    right, cut = _nearest(texts, texts.before, texts.after, free[0], others[1], most, share)
    left, also = _nearest(texts, texts.after, texts.before, free[1], others[0], most, share)
    # Leaving out a unit's commonest terms is the method; only a share cut short by `postings` is a bound.
    return sorted({*right, *((i, j) for j, i in left)}), share < _MOST and (cut or also)


def _nearest(
    texts: Texts, ours: Side, theirs: Side, units: Sequence[int], others: Sequence[int], most: int, share: int
) -> tuple[list[tuple[int, int]], bool]:
    index: dict[str, list[int]] = {}
    for j in others:
        for term in theirs.terms[j]:
            index.setdefault(term, []).append(j)
    root = {j: (theirs.weight[j] + 3.0) ** 0.5 for j in others}
    pairs: list[tuple[int, int]] = []
    bounded = False
    for i in units:
        gathered, cut = _gather(ours.terms[i], index, texts.worth, share)
        bounded |= cut
        ranked = [(value / root[j], -j) for j, value in gathered.items()]
        floor = _FAINT * max(ranked, default=(0.0, 0))[0]
        best = sorted([entry for entry in ranked if entry[0] >= floor], reverse=True)
        pairs += [(i, -j) for _, j in best[:most]]
    return pairs, bounded


def _gather(
    terms: frozenset[str], index: dict[str, list[int]], worth: dict[str, float], share: int
) -> tuple[dict[int, float], bool]:
    """Summed worth of the terms shared with each other unit, rarest terms first."""
    lists = sorted((len(index[t]), t) for t in terms if t in index)
    gathered: dict[int, float] = {}
    for size, term in lists:
        if size > share:
            if gathered:
                return gathered, True
            return dict.fromkeys(index[term][:share], worth[term]), True
        share -= size
        value = worth[term]
        for j in index[term]:
            gathered[j] = gathered.get(j, 0.0) + value
    return gathered, False
