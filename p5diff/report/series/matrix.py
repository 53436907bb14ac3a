"""The matrix: topics (or threads) by statements. In each cell what is said, and what became of it.

A cell is silence only where the statement could have spoken: "not covered" is another thing, and so
is what no statement had said yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from p5diff.model.codec import to_dict
from p5diff.model.series import EventKind, Gap, Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.report import spreadsheet
from p5diff.report.phrasebook import Say, english
from p5diff.report.series.facts import date
from p5diff.report.series.rank import surely_new

_DIRECTIONS = {EventKind.STRENGTHENED: "stronger", EventKind.WEAKENED: "weaker"}
_TOLD = (EventKind.DROPPED, EventKind.REVIVED, EventKind.CARRIED_OUT)
NEVER = "not said yet"
SILENT = "not said"
NO_TOPIC = "(no topic)"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one statement says on a row. `count` is of sentences, `rung` the strongest of them.

    `gap` says why there are none: `absent`, `not covered`, or empty where `count` is not 0; `yet` is
    False where no earlier statement had said anything either.
    """

    count: int = 0
    rung: str = ""
    stronger: int = 0
    weaker: int = 0
    new: int = 0
    dropped: int = 0
    revived: int = 0
    carried_out: int = 0
    gap: str = ""
    yet: bool = True

    @property
    def words(self) -> str:
        """The cell in words, for a screen reader and a spreadsheet."""
        return self.told(english)

    def told(self, say: Say) -> str:
        """The same in a language."""
        if self.gap == Gap.NOT_COVERED.value:
            return say(self.gap)
        said = []
        if self.count:
            said.append(say("{n} sentences" if self.count > 1 else "1 sentence", n=self.count))
            said += [say("strongest: {rung}", rung=say.rung(self.rung))] * bool(self.rung)
        else:
            said.append(say(SILENT if self.yet else NEVER))
        for name in ("stronger", "weaker", "new", "dropped", "revived", "carried_out"):
            number = getattr(self, name)
            said += [say("{n} " + name.replace("_", " "), n=number)] * bool(number)
        return "; ".join(said)

    def short(self, say: Say = english) -> str:
        """The cell for a narrow column: `3 undertake ▲1 -1`; `·` not said, `?` not covered."""
        if self.gap == Gap.NOT_COVERED.value:
            return "?"
        if not self.count and not self.dropped:
            return "·" if self.yet else ""
        marks = (
            (self.stronger, "▲"),
            (self.weaker, "▼"),
            (self.dropped, "-"),
            (self.revived, "↺"),
            (self.carried_out, "✓"),
        )
        shown = [str(self.count)] if self.count else ["·"]
        shown += [say.rung(self.rung)] * bool(self.rung)
        return " ".join([*shown, *(f"{sign}{number}" for number, sign in marks if number)])


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A topic or a thread through the statements."""

    id: str
    label: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows by statements; `dates` are ISO 8601, empty where unknown."""

    statements: tuple[str, ...]
    dates: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def by_topic(series: Series) -> Matrix:
    """One row a topic, in the order of the rules; a last one for what has no topic."""
    body = [t for t in series.threads if t.role is Role.BODY]
    rows = []
    for topic, label in series.topics:
        threads = [t for t in body if topic in t.topics]
        if threads:
            rows.append(_row(series, topic, label, threads, topic))
    without = [t for t in body if not t.topics]
    if without:
        rows.append(_row(series, "", NO_TOPIC, without, ""))
    return _matrix(series, rows)


def by_thread(series: Series, threads: Iterable[Thread] | None = None) -> Matrix:
    """One row a thread, told by its last wording."""
    chosen = [t for t in series.threads if t.role is Role.BODY] if threads is None else threads
    return _matrix(series, [_row(series, t.id, t.last.text, [t], "") for t in chosen])


def _matrix(series: Series, rows: list[MatrixRow]) -> Matrix:
    return Matrix(
        statements=tuple(meta.id for meta in series.texts),
        dates=tuple(date(meta) for meta in series.texts),
        rows=tuple(rows),
    )


def _row(series: Series, name: str, label: str, threads: list[Thread], topic: str) -> MatrixRow:
    cells = []
    begun = False
    for at, ref in enumerate(series.statements):
        wordings = [t.wordings[at] for t in threads]
        said = [w for w in wordings if isinstance(w, Wording) and (not topic or topic in w.topics)]
        begun = begun or bool(said)
        cells.append(_cell(threads, wordings, said, ref, first=at == 0, begun=begun))
    return MatrixRow(id=name, label=label, cells=tuple(cells))


def _cell(
    threads: list[Thread],
    wordings: list[Wording | Gap],
    said: list[Wording],
    ref: str,
    *,
    first: bool,
    begun: bool,
) -> MatrixCell:
    events = Counter(e.event for t in threads for e in t.events_in(ref))
    new = sum(e.event is EventKind.BORN for t in threads if surely_new(t) for e in t.events_in(ref))
    strongest = max((w for w in said if w.rung), key=lambda w: w.strength or 0, default=None)
    quiet = not said and any(w is Gap.NOT_COVERED for w in wordings)
    gap = Gap.NOT_COVERED if quiet and not events[EventKind.DROPPED] else Gap.ABSENT
    return MatrixCell(
        count=len(said),
        rung=strongest.rung if strongest else "",
        stronger=events[EventKind.STRENGTHENED],
        weaker=events[EventKind.WEAKENED],
        new=0 if first else new,
        dropped=events[EventKind.DROPPED],
        revived=events[EventKind.REVIVED],
        carried_out=events[EventKind.CARRIED_OUT],
        gap="" if said else gap.value,
        yet=begun,
    )


def to_csv(matrix: Matrix, say: Say = english) -> str:
    """The matrix for a spreadsheet: id, row, then one column a statement, each cell in words of `say`. The
    heads of the first two are the same in all languages, for those who read it by program."""
    heads = [f"{s} ({d})" if d else s for s, d in zip(matrix.statements, matrix.dates, strict=True)]
    rows = [
        [row.id, row.label if row.id else say(row.label), *(cell.told(say) for cell in row.cells)]
        for row in matrix.rows
    ]
    return spreadsheet.to_csv([["id", "row", *heads], *rows])


def to_data(matrix: Matrix) -> dict[str, Any]:
    """The matrix as JSON-ready data: each row with its cells, in figures and in words."""
    return {
        "statements": list(matrix.statements),
        "dates": list(matrix.dates),
        "rows": [
            {
                "id": row.id,
                "label": row.label,
                "cells": [{**to_dict(cell), "words": cell.words} for cell in row.cells],
            }
            for row in matrix.rows
        ],
    }
