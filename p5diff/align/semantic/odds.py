"""What a model of meaning says of two sentences, once it is known what it says of any two.

A cosine by itself says little: between an English and a French sentence that have nothing in common the
model gives 0.84, between a Chinese and an English one that translate each other 0.89. So each is held
against what the two sentences have with all others, and the odds are set by the links that are sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

_SAMPLE = 24
"""Sure links whose sentences are read besides, to know what is usual: a mean of as many is
good to a tenth of the distance that matters."""
_ENOUGH = 6
"""Sure links from which the texts show by themselves how much more alike translations are."""
_FARTHER = 0.055
_SPREAD = 0.017
"""How much more alike two translations are than the sentences of the two texts at large, and how that of
other pairs varies: in the 15 pairs of the Declaration 0.035–0.095, and 0.012–0.023."""
_FARTHEST = (0.03, 0.1)
_SPREADS = (0.012, 0.025)
"""What the texts may show instead."""
_COOLED = 0.5
"""The model sees what the words show too: its odds count half."""
_MOST = 8.0
"""Most that it says for or against a link."""


class MeaningOdds:
    """Log odds of sentences, by what a model says of them.

    `alike` gives the cosine of sentence i of one text and j of the other; `open_` are those it is asked
    about, `sure` links that are known, from which it is learned what is usual.
    """

    def __init__(
        self,
        alike: Callable[[int, int], float],
        open_: tuple[frozenset[int], frozenset[int]],
        sure: Sequence[tuple[int, int]],
    ) -> None:
        self._open = open_
        step = max(len(sure) // _SAMPLE, 1)
        known = sure[::step][:_SAMPLE]
        rows = sorted(open_[0] | {i for i, _ in known})
        columns = sorted(open_[1] | {j for _, j in known})
        cosines = {(i, j): alike(i, j) for i in rows for j in columns}
        by_row = {i: fmean(cosines[i, j] for j in columns) for i in rows} if columns else {}
        by_column = {j: fmean(cosines[i, j] for i in rows) for j in columns} if rows else {}
        self._above = {(i, j): a - (by_row[i] + by_column[j]) / 2 for (i, j), a in cosines.items()}
        self._farther, spread = _FARTHER, _SPREAD
        if len(known) >= _ENOUGH:
            together = [self._above[pair] for pair in known]
            mates = dict(known)
            apart = [z for (i, j), z in self._above.items() if i in mates and mates[i] != j]
            self._farther = min(max(fmean(together), _FARTHEST[0]), _FARTHEST[1])
            spread = min(max(fmean(z * z for z in apart) ** 0.5, _SPREADS[0]), _SPREADS[1])
        self._slope = self._farther / spread**2

    def odds(self, before: Iterable[int], after: Iterable[int]) -> float:
        """What speaks for a link of these sentences in nats; nothing where one of them is not open."""
        ours, theirs = tuple(before), tuple(after)
        if not (self._open[0].issuperset(ours) and self._open[1].issuperset(theirs)):
            return 0.0
        best = [max(self._above[i, j] for j in theirs) for i in ours]
        best += [max(self._above[i, j] for i in ours) for j in theirs]
        found = _COOLED * self._slope * (fmean(best) - self._farther / 2)
        return min(max(found, -_MOST), _MOST)
