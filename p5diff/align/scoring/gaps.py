"""What stands between two links that keep their order: who is left there with whom.

Where order is kept, a unit that nothing links lies between the same two links as its counterpart, if
it has one. One unit alone on either side of such a gap is likelier to be the other reworded from end to end
than one of two and three; among several, those are meant that stand equally far along.

Worked example. Before: A B C, after: a b c, with A–a and C–c linked: B and b are alone in their gap
(`alone` 1, `along` 1). Were b followed by one unit more, `alone` would be 1/2.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NARROW = 4
"""Most units of a gap, on either side, whose every pair is looked at: 16 pairs."""
ASIDE = 1
"""Units off the place as far along, up to which a pair of a wider gap is looked at."""
WIDEST = 40
"""Units of a gap from which its ends say nothing any more of who stands across."""


class Gaps:
    """Made from the links that keep order, all that are sure so far, and the words of each unit."""

    def __init__(
        self,
        backbone: Sequence[tuple[int, int]],
        sure: Sequence[tuple[int, int]],
        symbols: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        taken = {i for i, _ in sure}, {j for _, j in sure}
        self._of: tuple[dict[int, tuple[int, float]], dict[int, tuple[int, float]]] = {}, {}
        self._held: list[tuple[list[int], list[int]]] = []
        points = [(-1, -1), *backbone, (len(symbols[0]), len(symbols[1]))]
        for (i, j), (p, q) in pairwise(points):
            if p - i > 1 and q - j > 1:
                rows = [u for u in range(i + 1, p) if u not in taken[0] and symbols[0][u]]
                columns = [u for u in range(j + 1, q) if u not in taken[1] and symbols[1][u]]
                if 0 < len(rows) <= WIDEST and 0 < len(columns) <= WIDEST:
                    self._enter(0, rows, symbols[0])
                    self._enter(1, columns, symbols[1])
                    self._held.append((rows, columns))

    def _enter(self, side: int, units: Sequence[int], symbols: Sequence[str]) -> None:
        total, done = sum([len(symbols[u]) for u in units]), 0
        for unit in units:
            self._of[side][unit] = len(self._held), (done + len(symbols[unit]) / 2) / total
            done += len(symbols[unit])

    def figures(self, i: int, j: int) -> tuple[float, float]:
        """How far the two are alone in one gap; and how equally far along: both 0 in different gaps."""
        ours, theirs = self._of[0].get(i), self._of[1].get(j)
        if ours is None or theirs is None or ours[0] != theirs[0]:
            return 0.0, 0.0
        rows, columns = self._held[ours[0]]
        return 1 / max(len(rows), len(columns)), 1 - abs(ours[1] - theirs[1])

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of units of one gap that are worth a look."""
        found = []
        for rows, columns in self._held:
            narrow = max(len(rows), len(columns)) <= NARROW
            for x, i in enumerate(rows):
                # Twice the place, so that both sides count in whole numbers and see the same.
                place = (2 * x + 1) * len(columns) - len(rows)
                reach = 2 * ASIDE * max(len(rows), len(columns))
                found += [
                    (i, j) for y, j in enumerate(columns) if narrow or abs(2 * y * len(rows) - place) <= reach
                ]
        return found
