"""Who gets the room of a page: which changes are told, and at what length.

Each line of the page goes where a reader learns most from it. What a change tells at a length is the share of
its words that is shown; what it is worth falls with its rank, point by point and change by change. So short
sentences are told whole, long ones as far as they say more than the next change would, and no point is
without its first change as long as there is room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from p5diff.report.answer import DIRECTIONS
from p5diff.report.brief import BriefLine, Point

_WORTH = (
    ("COMMITMENT", 1.0),
    ("FLIPPED", 1.0),
    ("CALL", 0.9),
    ("POSITION", 0.6),
    ("WEAKER", 0.8),
    ("STRONGER", 0.8),
    ("RECAST", 0.3),
    ("DROPPED", 0.15),
    ("NEW", 0.15),
    ("REWORDED", 0.15),
)
"""What a change is worth by the start of the name of its point's consequence, `_OTHERWISE` where none fits:
what binds before what is thought, and both before what only tells."""
_OTHERWISE = 0.9
_DIRECTED = 1.5
"""How much more a change is worth that has a verdict of direction: it takes a line for the verdict, and its
words are the evidence."""
_NEXT = 0.85
"""What the next change of a point is worth beside the one before it: the fifth half of the first. From 0.8 to
0.9, or with the worths above a fifth more or less, `benchmarks.points` tells the same within three of 107."""


Drawn = Callable[[BriefLine, int], tuple[int, float]]
"""(change, length) → how high it is, and which share of its words it tells."""


def allotted(
    points: Sequence[Point],
    room: int,
    lengths: Sequence[int],
    drawn: Drawn,
    frame: Callable[[Point, int], int],
) -> list[tuple[int, ...]]:
    """For each point the lengths in which its first changes are told; the others are named by number.

    `lengths` rise; `frame(point, changes)` is how high a point is without the changes that it tells. Where
    not even one change of each point finds room, the last points tell none.
    """
    found = [_Telling(at, point, lengths, drawn, frame) for at, point in enumerate(points)]
    left = room - sum(frame(point, 0) for point in points)
    for telling in found:
        for step in telling.steps()[:1]:
            if step.height <= left:
                left -= step.height
                telling.take(step)
    while steps := [step for telling in found for step in telling.steps() if step.height <= left]:
        best = max(steps, key=lambda step: step.worth)
        if best.worth <= 0:
            break
        left -= best.height
        found[best.point].take(best)
    return [tuple(lengths[at] for at in telling.told) for telling in found]


def _turn(line: BriefLine) -> float:
    return _DIRECTED if any(shift.verdict in DIRECTIONS for shift in line.shifts) else 1.0


@dataclass(frozen=True, slots=True)
class _Step:
    """One change told, or told at more length: `worth` by the line, and `height` more lines."""

    point: int
    item: int
    length: int
    height: int
    worth: float


class _Telling:
    """The changes of one point that are told, each at the place of its length."""

    def __init__(
        self, at: int, point: Point, lengths: Sequence[int], drawn: Drawn, frame: Callable[[Point, int], int]
    ) -> None:
        self._at, self._point, self._lengths = at, point, lengths
        self._drawn, self._frame = drawn, frame
        self._known: dict[tuple[int, int], tuple[int, float]] = {}
        self.told: list[int] = []

    def take(self, step: _Step) -> None:
        """Tell a change as the step says."""
        self.told[step.item : step.item + 1] = [step.length]

    def steps(self) -> list[_Step]:
        """Each change that is told at each greater length, and the next one at each."""
        name = self._point.consequence.name
        worth = next((worth for start, worth in _WORTH if name.startswith(start)), _OTHERWISE)
        found = []
        for item in range(min(len(self.told) + 1, len(self._point.items))):
            was = self.told[item] if item < len(self.told) else -1
            high, share = self._measured(item, was) if was >= 0 else (0, 0.0)
            if was < 0:
                high = self._frame(self._point, item) - self._frame(self._point, item + 1)
            for length in range(was + 1, len(self._lengths)):
                now, told = self._measured(item, length)
                more = now - high
                gain = worth * _NEXT**item * _turn(self._point.items[item]) * (told - share)
                found.append(_Step(self._at, item, length, more, gain / max(more, 1)))
        return found

    def _measured(self, item: int, length: int) -> tuple[int, float]:
        if (item, length) not in self._known:
            self._known[item, length] = self._drawn(self._point.items[item], self._lengths[length])
        return self._known[item, length]
