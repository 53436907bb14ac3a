"""A concordance in a terminal: what to look at, then the texts side by side."""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.concordance import Concordance
from p5diff.report.concord.rows import LABELS, UNSURE, ConcordRow, labelled, places, rows, summary
from p5diff.report.terminal.layout import Line, chunk, columns, wrap
from p5diff.report.view import describe

_GUTTER = 3
_NARROWEST = 20
"""Cells between the columns, and of a column at least."""


def lines(concordance: Concordance, width: int, *, everything: bool = True) -> Iterator[Line]:
    """Discrepancies first, then the two texts side by side (`everything`); `width` in cells."""
    for name, meta in (("before", concordance.before), ("after", concordance.after)):
        yield from wrap([chunk(meta.title(), "title")], width)
        yield from wrap(
            [chunk(f"{name}: {meta.ref} · {describe(meta)}", "dim")], width, first="  ", rest="  "
        )
    for note in concordance.provenance.notes:
        yield from wrap([chunk(f"※ {note.message}", "caution")], width)
    yield from wrap([chunk(summary(concordance))], width)
    if concordance.discrepancies:
        yield []
        yield [chunk("To look at", "topic")]
        for item in concordance.discrepancies:
            head = f"{places(item)}  {LABELS[item.kind]}: "
            yield from wrap(
                [chunk(head, "reworded"), chunk(item.explanation)], width, first="  ", rest="    "
            )
            for quoted in item.evidence:
                yield from wrap([chunk(f"“{quoted.text}”", "dim")], width, first="    ", rest="    ")
    if everything:
        yield []
        for row in rows(concordance):
            yield from _side_by_side(row, width)


def _side_by_side(row: ConcordRow, width: int) -> Iterator[Line]:
    half = max((width - _GUTTER) // 2, _NARROWEST)
    marks = [LABELS[d.kind] for d in row.discrepancies]
    marks += ["moved"] if row.link.moved else []
    marks += ["to check"] if row.link.confidence < UNSURE else []
    head = f"{places(row.link)}  {row.link.confidence:.2f}" + "".join(f" · {m}" for m in marks)
    yield from wrap([chunk(head, "caution" if marks else "dim")], width)
    sides = [
        [line for s in side for line in wrap([chunk(labelled(s))], half)] for side in (row.before, row.after)
    ]
    yield from columns(sides[0], sides[1], half)
    yield []
