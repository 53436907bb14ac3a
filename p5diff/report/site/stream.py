"""The stream: how many words each statement spends on a topic, as bands over the dates."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.model.series import Series, Wording
from p5diff.model.statement import Role
from p5diff.report.phrasebook import Say
from p5diff.report.site.axis import WIDTH, positions, ticks
from p5diff.text.tokens import printed_tokens

BANDS = 6
"""Bands that a reader can tell apart; smaller topics make one band together."""
_HEIGHT = 220.0
_TOP = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamBand:
    """A topic: its outline, and its words in each statement."""

    label: str
    path: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """The picture; the counts of its bands are the same in figures."""

    width: int
    height: float
    bands: tuple[StreamBand, ...]
    ticks: tuple[tuple[float, str], ...]
    names: tuple[str, ...]


def stream(series: Series, say: Say) -> Stream:
    """Words by leading topic; each sentence counts once, under the topic it leads with."""
    counts = _counted(series)
    order = sorted((t for t in counts if t), key=lambda t: -sum(counts[t]))
    chosen = order[:BANDS]
    rest = [*order[BANDS:], *([""] if "" in counts else [])]
    labels = dict(series.topics)
    rows = [(labels.get(t, t), counts[t]) for t in chosen]
    if rest:
        rows.append(
            (
                say("other topics, or none"),
                [sum(counts[t][n] for t in rest) for n in range(len(series.statements))],
            )
        )
    at = positions(series)
    highest = max((sum(row[n] for _, row in rows) for n in range(len(at))), default=0) or 1
    scale = _HEIGHT / highest
    base = [_TOP + _HEIGHT] * len(at)
    bands = []
    for label, row in rows:
        top = [round(low - n * scale, 1) for low, n in zip(base, row, strict=True)]
        bands.append(StreamBand(label=label, path=_outline(at, top, base), counts=tuple(row)))
        base = top
    return Stream(
        width=WIDTH,
        height=_TOP + _HEIGHT + 6,
        bands=tuple(bands),
        ticks=ticks(series, at),
        names=tuple(meta.id for meta in series.texts),
    )


def _counted(series: Series) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for thread in series.threads:
        if thread.role is not Role.BODY:
            continue
        for n, wording in enumerate(thread.wordings):
            if isinstance(wording, Wording):
                topic = wording.topics[0] if wording.topics else ""
                row = found.setdefault(topic, [0] * len(series.statements))
                row[n] += _words(wording.text)
    return found


def _words(text: str) -> int:
    return sum(any(c.isalnum() for c in token) for token in printed_tokens(text))


def _outline(at: tuple[float, ...], top: list[float], base: list[float]) -> str:
    there = "L".join(f"{x} {y}" for x, y in zip(at, top, strict=True))
    back = "L".join(f"{x} {y}" for x, y in reversed(list(zip(at, base, strict=True))))
    return f"M{there}L{back}Z"
