"""The axis of dates: where each statement stands, as a picture needs it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from p5diff.model.series import Series
from p5diff.report.series.facts import date

WIDTH = 960
LEFT = 235
RIGHT = 30
CLOSEST = 13.0
"""Two marks of 50 statements keep this distance: (960 - 235 - 30) / 50 is 13.9."""


def positions(series: Series) -> tuple[float, ...]:
    """The x of each statement: by date, but never closer than marks need; evenly where a date is unknown
    or the order is not that of the dates."""
    days = [_day(date(meta)) for meta in series.texts]
    known = [day for day in days if day is not None]
    room = WIDTH - LEFT - RIGHT
    if len(known) < len(days) or known != sorted(known) or known[0] == known[-1]:
        return tuple(round(LEFT + room * n / max(len(days) - 1, 1), 1) for n in range(len(days)))
    return _apart([LEFT + room * (day - known[0]) / (known[-1] - known[0]) for day in known])


def _apart(wanted: list[float]) -> tuple[float, ...]:
    """Push marks apart to the right, then back from the right edge."""
    gap = min(CLOSEST, (WIDTH - LEFT - RIGHT) / max(len(wanted) - 1, 1))
    found = list(wanted)
    for n in range(1, len(found)):
        found[n] = max(found[n], found[n - 1] + gap)
    found[-1] = min(found[-1], WIDTH - RIGHT)
    for n in range(len(found) - 2, -1, -1):
        found[n] = min(found[n], found[n + 1] - gap)
    return tuple(round(x, 1) for x in found)


def ticks(series: Series, at: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """A label for each year that begins, where there is room; names of statements where dates lack."""
    shown: list[tuple[float, str]] = []
    free, year = -1000.0, ""
    for x, meta in zip(at, series.texts, strict=True):
        label = date(meta)[:4] or _cut(meta.id)
        half = _LETTER * len(label) / 2
        if label != year and x - half >= free:
            shown.append((x, label))
            free = x + half + _LETTER
            year = label
    return tuple(shown)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


_LETTER = 7.0
"""Width of a letter in the type of the axis, a little more than of a figure."""
_LONGEST = 12
"""Letters of a name on the axis: three or four of them fit side by side, and each has its page below."""


def _day(dated: str) -> int | None:
    """The day as a number; a date of a year or a month alone stands for its first day."""
    parts = dated.split("-")
    try:
        return datetime.date(
            int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1
        ).toordinal()
    except ValueError:
        return None
