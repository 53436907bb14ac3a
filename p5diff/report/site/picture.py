"""The picture of a topic: its threads as lanes over the dates, one each, so that many are no tangle.

solid: the same words · dashed: reworded · dotted: a gap · double: recast · thickness: the rung
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from p5diff.model.series import EventKind, Gap, Series, Thread, Wording
from p5diff.report.site.axis import WIDTH, positions, ticks

_LANE = 22
_TOP = 26
MOST = 60
"""Lanes of one picture: two screens. What has more is told in the list below, all of it."""
_LABEL = 26
"""Letters of a label: at 8 units each they end before the axis begins."""
_THINNEST, _THICKEST = 2.0, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Lines from one statement to the next, all of one kind and width: one path, since a lane has many."""

    kind: str
    width: float
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePoint:
    """A point where something happened: `born`, `stronger`, `weaker`, `dropped`, `back`, `unclear` (not
    covered)."""

    kind: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A fork, a join, or what took a recast sentence's place: from one lane to another."""

    kind: str
    path: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One thread."""

    number: int
    anchor: str
    words: str
    label: str
    """The beginning of the words, as much as stands left of the axis."""
    y: float
    stretches: tuple[Stretch, ...]
    dots: tuple[Stretch, ...]
    """Where it is said and nothing more happened."""
    marks: tuple[PicturePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All of it."""

    width: int
    height: float
    ticks: tuple[tuple[float, str], ...]
    columns: tuple[float, ...]
    lanes: tuple[Lane, ...]
    ties: tuple[Tie, ...]
    left_out: int


def picture(series: Series, threads: Sequence[Thread], links: Sequence[tuple[str, str]]) -> Picture:
    """The threads in the order given; `links` are (address, words) of each."""
    at = positions(series)
    strongest = max((w.strength or 0 for t in series.threads for w in t.said()), default=0)
    shown = list(threads[:MOST])
    rows = {thread.id: _TOP + _LANE * (n + 0.5) for n, thread in enumerate(shown)}
    lanes = tuple(
        Lane(
            number=n,
            anchor=links[n - 1][0],
            words=links[n - 1][1],
            label=_label(links[n - 1][1]),
            y=rows[thread.id],
            stretches=_joined(_stretches(thread, at, rows[thread.id], strongest)),
            dots=_joined(_dots(series, thread, at, rows[thread.id], strongest)),
            marks=tuple(_marks(series, thread, at, rows[thread.id], strongest)),
        )
        for n, thread in enumerate(shown, start=1)
    )
    return Picture(
        width=WIDTH,
        height=_TOP + _LANE * len(shown) + 8,
        ticks=ticks(series, at),
        columns=at,
        lanes=lanes,
        ties=tuple(_ties(series, shown, rows, at)),
        left_out=len(threads) - len(shown),
    )


def _label(words: str) -> str:
    """Cut by cells: a letter of a wide script takes two."""
    room = _LABEL
    for n, character in enumerate(words):
        room -= 2 if east_asian_width(character) in "WF" else 1
        if room < 0:
            return words[:n].rstrip() + "…"
    return words


def thickness(strength: int | None, strongest: int) -> float:
    """Of a line, by the rung of the ladder; the thinnest where there is none."""
    if not strength or not strongest:
        return _THINNEST
    return round(_THINNEST + (_THICKEST - _THINNEST) * strength / strongest, 1)


def _joined(lines: Iterable[tuple[str, float, str]]) -> tuple[Stretch, ...]:
    """Lines (kind, width, path) of one kind and width as one; a whole line that goes on where the last of its
    kind ended is drawn on, so that fifty statements in the same words are one stroke."""
    found: dict[tuple[str, float], list[str]] = {}
    for kind, width, path in lines:
        drawn = found.setdefault((kind, width), [])
        start, _, end = path.partition("H")
        if kind == "same" and drawn and f"M{drawn[-1].rpartition('H')[2]} {start.partition(' ')[2]}" == start:
            drawn[-1] = f"{drawn[-1].rpartition('H')[0]}H{end}"
        else:
            drawn.append(path)
    return tuple(Stretch(kind=k, width=w, path="".join(paths)) for (k, w), paths in found.items())


def _stretches(
    thread: Thread, at: Sequence[float], y: float, strongest: int
) -> Iterator[tuple[str, float, str]]:
    last: int | None = None
    for n, wording in enumerate(thread.wordings):
        if not isinstance(wording, Wording):
            continue
        if last is not None:
            before = thread.wordings[last]
            assert isinstance(before, Wording)
            kind = "gap" if n > last + 1 else "same" if before.text == wording.text else "reworded"
            width = 1.5 if kind == "gap" else thickness(wording.strength, strongest)
            yield kind, width, f"M{at[last]:g} {y:g}H{at[n]:g}"
        last = n


_KINDS = {
    EventKind.BORN: "born",
    EventKind.STRENGTHENED: "stronger",
    EventKind.WEAKENED: "weaker",
    EventKind.REVIVED: "back",
}


def _dots(
    series: Series, thread: Thread, at: Sequence[float], y: float, strongest: int
) -> Iterator[tuple[str, float, str]]:
    """Lines of no length, which a round cap makes a disc."""
    for n, wording in enumerate(thread.wordings):
        if isinstance(wording, Wording) and not _kind(series, thread, n):
            yield "said", 2 * _radius(wording, strongest), f"M{at[n]:g} {y:g}h0"


def _kind(series: Series, thread: Thread, number: int) -> str:
    """What happened in a statement, where a mark tells it."""
    events = {e.event for e in thread.events_in(series.statements[number])}
    return next((name for event, name in _KINDS.items() if event in events), "")


def _radius(wording: Wording, strongest: int) -> float:
    return thickness(wording.strength, strongest) / 2 + 1.5


def _marks(
    series: Series, thread: Thread, at: Sequence[float], y: float, strongest: int
) -> Iterator[PicturePoint]:
    for n, wording in enumerate(thread.wordings):
        events = {e.event for e in thread.events_in(series.statements[n])}
        if isinstance(wording, Wording):
            kind = _kind(series, thread, n)
            if kind:
                yield PicturePoint(kind=kind, x=at[n], y=y, radius=_radius(wording, strongest))
        elif EventKind.DROPPED in events:
            yield PicturePoint(kind="dropped", x=at[n], y=y, radius=4)
        elif wording is Gap.NOT_COVERED and EventKind.NOT_COVERED in events:
            yield PicturePoint(kind="unclear", x=at[n], y=y, radius=3)


_TIES = {EventKind.SPLIT: "fork", EventKind.MERGED: "join", EventKind.RECAST: "recast"}


def _ties(
    series: Series, shown: Sequence[Thread], rows: dict[str, float], at: Sequence[float]
) -> Iterator[Tie]:
    """From the thread that branches off, ends in another, or gave way; told once, by its own event."""
    column = {ref: n for n, ref in enumerate(series.statements)}
    for thread in shown:
        for event in thread.events:
            n = column[event.statement]
            kind = _TIES.get(event.event)
            here = isinstance(thread.wordings[n], Wording)
            branches_off = (
                event.event is EventKind.SPLIT and n and not isinstance(thread.wordings[n - 1], Wording)
            )
            ends = event.event in (EventKind.MERGED, EventKind.RECAST) and not here
            if kind is None or not n or not (branches_off or ends):
                continue
            for other in event.others:
                if other in rows:
                    y1, y2 = (
                        (rows[other], rows[thread.id]) if branches_off else (rows[thread.id], rows[other])
                    )
                    path, second = _curve(at[n - 1], y1, at[n], y2), ""
                    if kind == "recast":
                        second = _curve(at[n - 1], y1 + 3, at[n], y2 + 3)
                    yield Tie(kind=kind, path=path, second=second)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = round((x1 + x2) / 2, 1)
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
