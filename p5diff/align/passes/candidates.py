"""Who might correspond to whom: units that share rare terms, found through an index.

Never all pairs. The rarest terms of a unit are looked up first, and the steps through the index
are counted: when a unit has used up its share, what it has gathered decides.

Worked example. "The moratorium on dredging was prolonged": "moratorium" and "dredging" stand in two
units of the other side, "prolonged" in one, "the" in all. The first three lead to two candidates; "the"
is looked up last, if at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest

from p5diff.align.scoring.order import Axis, OrderScore
from p5diff.align.units.texts import Memo, Texts, UnitTexts, rarity

_LEAST, _MOST = 40, 60
"""Fewest and most steps through the index for one unit."""
_PAIRS = 8_000
"""Most pairs of one comparison; units that are many are given fewer candidates each."""
_FAINT = 0.7
"""A candidate must gather this share of what the unit's best one gathers [0, 1]."""

_LONG = 3.0
"""Added to the weight of a unit, so that a very short one does not win by its shortness."""


def candidates(
    texts: Texts,
    free: tuple[Sequence[int], Sequence[int]],
    others: tuple[Sequence[int], Sequence[int]],
    order: OrderScore,
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
    there = _Search(texts, texts.after, others[1], order.forward, share)
    back = _Search(texts, texts.before, others[0], order.back, share)
    right = there.nearest(texts.before, free[0], most)
    left = back.nearest(texts.after, free[1], most)
    # Leaving out a unit's commonest terms is the method; only a share cut short by `postings` is a bound.
    return sorted({*right, *((i, j) for j, i in left)}), share < _MOST and (there.cut or back.cut)


@dataclass(slots=True)
class _Search:
    """Looks for counterparts among the units `others` of one side."""

    texts: Texts
    side: UnitTexts
    others: Sequence[int]
    axis: Axis
    share: int
    cut: bool = False
    """Whether a unit had more steps to go through than its share."""

    def nearest(self, ours: UnitTexts, units: Sequence[int], most: int) -> list[tuple[int, int]]:
        """The best candidates of each unit; of those that tie, the ones near its expected place."""
        units_in_all = len(self.texts.before) + len(self.texts.after)
        floor, worth = rarity(2 * self.share, units_in_all), self.texts.worth
        wanted = {term for unit in units for term in ours.terms[unit] if worth[term] >= floor}
        terms = self.texts.terms.among([self.side.words[j] for j in self.others], wanted)
        index = _index(self.others, terms, self.share)
        weight = self.side.weight
        root = Memo(lambda j: (weight[j] + _LONG) ** 0.5)
        pairs: list[tuple[int, int]] = []
        for i in units:
            gathered = self._gather(ours.terms[i], index)
            alike = [(value / root[j], j) for j, value in gathered.items()]
            least = _FAINT * max(alike)[0] if alike else 0.0
            place = self.axis.expected(i)
            best = nsmallest(most, [(-value, abs(j - place), j) for value, j in alike if value >= least])
            pairs += [(i, j) for _, _, j in best]
        return pairs

    def _gather(self, terms: frozenset[str], index: Mapping[str, Sequence[int]]) -> dict[int, float]:
        """Summed worth of the terms shared with each other unit, the rarest terms first."""
        gathered: dict[int, float] = {}
        steps = 0
        for size, term in sorted([(len(index[term]), term) for term in terms if term in index]):
            steps += size
            if steps > self.share:
                self.cut = True
                break
            value = self.texts.worth[term]
            for j in index[term]:
                gathered[j] = gathered.get(j, 0.0) + value
        return gathered


def _index(units: Sequence[int], terms: Iterable[Set[str]], share: int) -> dict[str, list[int]]:
    """Term → the units that hold it; terms that more than `share` units hold are left out."""
    index: dict[str, list[int]] = {}
    for unit, held in zip(units, terms, strict=True):
        for term in held:
            index.setdefault(term, []).append(unit)
    return {term: held for term, held in index.items() if len(held) <= share}
