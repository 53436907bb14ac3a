"""Where a unit should stand, and how far two texts keep their order.

Links that are sure so far are points; the longest run of them that rises on both sides is the
backbone. Between two points of the backbone the expected place is interpolated. How large a
share of the points the backbone holds is how far order is kept: 1 for a light revision, near 0
for a catalogue sorted anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp

from p5diff.align.lcs import increasing

_REACH = 6
_FARTHEST = 12
_NEARNESS = [exp(-distance / 4) for distance in range(_REACH + _FARTHEST + 1)]
_FADING = [exp(-distance / 2) for distance in range(_REACH + 1)]


class Axis:
    """Expected places in one direction: from the rows of the backbone to its columns."""

    def __init__(self, backbone: Sequence[tuple[int, int]], rows: int, columns: int) -> None:
        self._rows = [-1, *(i for i, _ in backbone), rows]
        self._columns = [-1, *(j for _, j in backbone), columns]

    def expected(self, i: int) -> float:
        """Where unit `i` would stand on the other side, were the order kept."""
        k = bisect_left(self._rows, i)
        if self._rows[k] == i:
            return float(self._columns[k])
        low, high = self._rows[k - 1], self._rows[k]
        start, end = self._columns[k - 1], self._columns[k]
        return start + (end - start) * (i - low) / (high - low)

    def distance(self, i: int, j: int) -> float:
        """How far `j` lies outside the gap that `i` stands in, and off the expected place in it."""
        k = bisect_left(self._rows, i)
        if self._rows[k] == i:
            return float(abs(j - self._columns[k]))
        low, high = self._columns[k - 1], self._columns[k]
        outside = max(low - j, j - high, -1) + 1
        return outside + 0.3 * min(abs(j - self.expected(i)), 10.0)

    def alone(self, i: int, j: int) -> bool:
        """Whether both stand alone between the same two points of the backbone."""
        k = bisect_left(self._rows, i)
        if self._rows[k] == i or self._columns[k] - 1 != j:
            return False
        return self._rows[k] - self._rows[k - 1] == 2 == self._columns[k] - self._columns[k - 1]


class Order:
    """Made from the sure links; asked about candidate pairs. The same from either side."""

    def __init__(self, links: Sequence[tuple[int, int]], sizes: tuple[int, int]) -> None:
        points = sorted((i, j) for i, j in links)
        backbone = increasing(points)
        self._linked = set(points)
        self._partner = dict(points)
        self.kept = (len(backbone) + 1) / (len(points) + 2)
        self.forward = Axis(backbone, *sizes)
        self._back = Axis([(j, i) for i, j in backbone], *sizes[::-1])

    def nearness(self, i: int, j: int) -> float:
        """1 at the expected place, falling towards 0 with the distance from it."""
        return 0.5 * exp(-self.forward.distance(i, j) / 3) + 0.5 * exp(-self._back.distance(j, i) / 3)

    def alone(self, i: int, j: int) -> float:
        """1 where nothing else is left between two points that both sides share."""
        return float(self.forward.alone(i, j))

    def neighbours(self, i: int, j: int) -> float:
        """Share of the units just before and after that are linked side by side, too."""
        return 0.5 * ((i - 1, j - 1) in self._linked) + 0.5 * ((i + 1, j + 1) in self._linked)

    def region(self, i: int, j: int) -> tuple[float, float]:
        """How many units around `i` are linked to units around `j`; and how many in step with them."""
        near = step = 0.0
        for d in range(-_REACH, _REACH + 1):
            q = self._partner.get(i + d) if d else None
            if q is None:
                continue
            if abs(q - j) <= _FARTHEST:
                near += _NEARNESS[abs(d) + abs(q - j)]
            if abs(q - j - d) <= 1:
                step += _FADING[abs(d)]
        return min(near, 3.0) / 3, min(step, 3.0) / 3
