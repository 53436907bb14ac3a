"""Where a unit should stand, and how far two texts keep their order.

Links that are sure so far are points; the longest run of them that rises on both sides is the
backbone. Between two points of the backbone the expected place is interpolated. How large a
share of the points the backbone holds is how far order is kept: 1 for a light revision, near 0
for a catalogue sorted anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from p5diff.align.lcs import increasing


class Order:
    """Made from the sure links; asked about candidate pairs."""

    def __init__(self, links: Sequence[tuple[int, int]], sizes: tuple[int, int]) -> None:
        points = sorted(links)
        self.linked = set(points)
        self.backbone = increasing(points)
        self.kept = _share(points, self.backbone)
        self._sizes = sizes
        self._rows = [-1, *(i for i, _ in self.backbone), sizes[0]]
        self._columns = [-1, *(j for _, j in self.backbone), sizes[1]]
        self._left = {i for i, _ in points}, {j for _, j in points}

    def expected(self, i: int) -> float:
        """The place after where unit `i` before would stand, were the order kept."""
        k = bisect_left(self._rows, i)
        if k < len(self._rows) and self._rows[k] == i:
            return float(self._columns[k])
        low, high = self._rows[k - 1], self._rows[k]
        start, end = self._columns[k - 1], self._columns[k]
        return start + (end - start) * (i - low) / (high - low)

    def distance(self, i: int, j: int) -> float:
        """How many units `j` lies outside, or off the middle of, the gap that `i` stands in."""
        k = bisect_left(self._rows, i)
        low, high = self._columns[max(k - 1, 0)], self._columns[min(k, len(self._columns) - 1)]
        if self._rows[min(k, len(self._rows) - 1)] == i:
            return abs(j - self._columns[k])
        outside = max(low - j, j - high, -1) + 1
        return outside + 0.3 * min(abs(j - self.expected(i)), 10.0)

    def neighbours(self, i: int, j: int) -> float:
        """Share of the units just before and after that are linked side by side, too."""
        return 0.5 * ((i - 1, j - 1) in self.linked) + 0.5 * ((i + 1, j + 1) in self.linked)

    def alone(self, i: int, j: int) -> bool:
        """Whether both stand alone between the same two points of the backbone."""
        k = bisect_left(self._rows, i)
        if not 0 < k < len(self._rows) or self._rows[k] == i:
            return False
        return (
            self._rows[k] - self._rows[k - 1] == 2
            and self._columns[k] - self._columns[k - 1] == 2
            and self._columns[k] - 1 == j
        )


def _share(points: Sequence[tuple[int, int]], backbone: Sequence[tuple[int, int]]) -> float:
    """The backbone's share, drawn to one half while there are few points to judge by."""
    return (len(backbone) + 1) / (len(points) + 2)
