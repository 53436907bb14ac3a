"""Where a unit should stand, and how far two texts keep their order.

Links that are sure so far are points; the longest run of them that rises on both sides is the
backbone. Between two points of the backbone the expected place is interpolated. How large a
share of the points the backbone holds is how far order is kept: 1 for a light revision, near 0
for a catalogue sorted again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp

from p5diff.align.words.lcs import increasing

_REACH = 6
"""Neighbours looked at on each side: at six, their say has faded to a twentieth."""
_FARTHEST = 12
"""Units off its neighbours' course up to which a pair is thought near: at twelve, nearness is a twentieth."""
_NEARNESS = [exp(-distance / 4) for distance in range(_REACH + _FARTHEST + 1)]
_FADING = [exp(-distance / 2) for distance in range(_REACH + 1)]


class Axis:
    """Expected places in one direction: from the rows of the backbone to its columns."""

    def __init__(self, backbone: Sequence[tuple[int, int]], rows: int, columns: int) -> None:
        self._rows = [-1, *(i for i, _ in backbone), rows]
        self._columns = [-1, *(j for _, j in backbone), columns]
        self._gaps: dict[int, tuple[int, int, float]] = {}

    def gap(self, i: int) -> tuple[int, int, float]:
        """The columns that enclose unit `i`, and its expected place; all three the same on the backbone."""
        found = self._gaps.get(i)
        if found is None:
            found = self._gaps[i] = self._gap(i)
        return found

    def _gap(self, i: int) -> tuple[int, int, float]:
        k = bisect_left(self._rows, i)
        end = self._columns[k]
        if self._rows[k] == i:
            return end, end, float(end)
        low, start = self._rows[k - 1], self._columns[k - 1]
        return start, end, start + (end - start) * (i - low) / (self._rows[k] - low)

    def expected(self, i: int) -> float:
        """Where unit `i` would stand on the other side, were the order kept."""
        return self.gap(i)[2]

    def distance(self, i: int, j: int) -> float:
        """How far `j` lies outside the gap that `i` stands in, and off the expected place in it."""
        low, high, expected = self.gap(i)
        if low == high:
            return float(abs(j - low))
        off = 0.3 * min(abs(j - expected), 10.0)
        return off if low < j < high else off + max(low - j, j - high) + 1


class OrderScore:
    """Made from the sure links; asked about candidate pairs. The same from either side."""

    def __init__(self, links: Sequence[tuple[int, int]], sizes: tuple[int, int]) -> None:
        points = sorted((i, j) for i, j in links)
        backbone = self.backbone = increasing(points)
        self._linked = set(points)
        self._partner = dict(points)
        self._around: dict[int, list[tuple[int, int]]] = {}
        self.kept = (len(backbone) + 1) / (len(points) + 2)
        self.forward = Axis(backbone, *sizes)
        self.back = Axis([(j, i) for i, j in backbone], *sizes[::-1])

    def nearness(self, i: int, j: int) -> float:
        """1 at the expected place, falling towards 0 with the distance from it."""
        return 0.5 * exp(-self.forward.distance(i, j) / 3) + 0.5 * exp(-self.back.distance(j, i) / 3)

    def neighbours(self, i: int, j: int) -> float:
        """Share of the units just before and after that are linked side by side, too."""
        return 0.5 * ((i - 1, j - 1) in self._linked) + 0.5 * ((i + 1, j + 1) in self._linked)

    def region(self, i: int, j: int) -> tuple[float, float]:
        """How many units around `i` are linked to units around `j`; and how many in step with them."""
        around = self._around.get(i)
        if around is None:
            around = self._around[i] = self._partners(i)
        near = step = 0.0
        for d, q in around:
            if -_FARTHEST <= q - j <= _FARTHEST:
                near += _NEARNESS[abs(d) + abs(q - j)]
                if -1 <= q - j - d <= 1:
                    step += _FADING[abs(d)]
        return min(near, 3.0) / 3, min(step, 3.0) / 3

    def _partners(self, i: int) -> list[tuple[int, int]]:
        """How far each linked unit around `i` stands from it, and its partner."""
        steps = (d for d in range(-_REACH, _REACH + 1) if d and i + d in self._partner)
        return [(d, self._partner[i + d]) for d in steps]
