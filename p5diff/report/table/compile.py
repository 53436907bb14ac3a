"""Comparisons to a table: which sentences of which statement speak on which topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata, Sentence, separator
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.view import FORMALITIES, OTHER, cautions, describe, place, sections

_LAST = (FORMALITIES, OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A statement."""

    name: str
    title: str
    facts: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a statement says on a topic, as (place, words); else why it says nothing."""

    entries: tuple[tuple[str, str], ...]
    silence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A topic across all statements."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The whole table, with every caution of its comparisons."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    cautions: tuple[str, ...]
    version: str


def compiled(compared: Comparison | Sequence[Comparison]) -> Table:
    """The table of one comparison, or of successive ones: N comparisons, N + 1 columns.

    Raises ValueError when there is no comparison.
    """
    found = (compared,) if isinstance(compared, Comparison) else tuple(compared)
    if not found:
        raise ValueError("a table needs a comparison")
    metas = (found[0].before, *(comparison.after for comparison in found))
    columns = [_said(found[0], "before"), *(_said(comparison, "after") for comparison in found)]
    labels = _labels(found)
    rows = tuple(
        TableRow(
            label=label,
            cells=tuple(_cell(meta, topic, c.get(topic, [])) for meta, c in zip(metas, columns, strict=True)),
        )
        for topic, label in labels.items()
    )
    return Table(
        columns=tuple(_column(meta) for meta in metas),
        rows=tuple(row for row in rows if any(cell.entries for cell in row.cells)),
        cautions=tuple(_cautions(found)),
        version=found[0].provenance.version,
    )


def _cautions(found: tuple[Comparison, ...]) -> Iterator[str]:
    """Every caution; in a series, with the names of the two texts it speaks of."""
    for comparison in found:
        names = f"{comparison.before.id} → {comparison.after.id}: " if len(found) > 1 else ""
        yield from (f"{names}{caution}" for caution in cautions(comparison))


def _labels(found: tuple[Comparison, ...]) -> dict[str, str]:
    """Topic → label, in the order of the comparisons; formalities and other matter last."""
    labels = {topic: label for comparison in found for topic, label in comparison.topics}
    labels |= {
        s.topic: s.label for comparison in found for s in sections(comparison) if s.topic not in labels
    }
    return {t: labels[t] for t in labels if t not in _LAST} | {t: labels[t] for t in _LAST if t in labels}


def _said(comparison: Comparison, side: str) -> dict[str, list[Sentence]]:
    """Topic → the sentences of one side that come under it, in reading order."""
    said: dict[str, list[Sentence]] = {}
    for section in sections(comparison):
        found = [s for row in section.rows for s in getattr(row.pair, side)]
        said[section.topic] = sorted(found, key=lambda s: (s.block, s.number))
    return said


def _cell(meta: Metadata, topic: str, sentences: list[Sentence]) -> Cell:
    """Neighbouring sentences of one paragraph as one entry."""
    runs: list[list[Sentence]] = []
    for item in sentences:
        if runs and (runs[-1][-1].block, runs[-1][-1].number + 1) == (item.block, item.number):
            runs[-1].append(item)
        else:
            runs.append([item])
    between = separator(meta.language)
    entries = tuple((place(tuple(run)), between.join(s.text for s in run)) for run in runs)
    partial = topic in meta.not_covered or "*" in meta.not_covered
    return Cell(
        entries=entries, silence="" if entries else "not covered by this partial text" if partial else "—"
    )


def _column(meta: Metadata) -> Column:
    return Column(
        name=meta.ref,
        title=meta.title(),
        facts=describe(meta),
        language=language_tag(meta.language),
        direction=direction(meta.language),
    )
