"""Comparisons to a table: which sentences of which statement speak on which topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, Comparison
from p5diff.model.statement import Metadata, Sentence, separator
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrases import SIGNS
from p5diff.report.view import FORMALITIES, OTHER, cautions, describe, main_topic, place, sections

_LAST = (FORMALITIES, OTHER)
SILENT, NOT_COVERED = "—", "? not covered by this partial text"
LEGEND = (
    "Against the statement before: + new, ~ reworded, ≈ recast, ↕ moved, ▲ stronger, ▼ weaker. "
    "- not in the next statement. — says nothing on the topic. ? not covered by a partial text."
)
"""What the signs of the cells mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A statement."""

    name: str
    title: str
    facts: str
    language: str
    direction: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCell:
    """What a statement says on a topic, as (place, words); else why it says nothing.

    `marks` has for each entry the signs of `LEGEND` that apply to it, or nothing.
    """

    entries: tuple[tuple[str, str], ...]
    silence: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A topic across all statements."""

    label: str
    cells: tuple[TopicCell, ...]


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
            cells=tuple(
                _cell(meta, topic, c.get(topic, []), marks)
                for meta, c, marks in zip(metas, columns, _marks(found), strict=True)
            ),
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
    """Topic → the sentences of one side that come under it, in reading order: under every topic it has."""
    said: dict[str, list[Sentence]] = {}
    for change in comparison.changes:
        main = main_topic(change)
        others = [] if main in _LAST else [tag.topic for tag in change.topics]
        for topic in dict.fromkeys([main, *others]):
            said.setdefault(topic, []).extend(getattr(change.pair, side))
    return {topic: sorted(found, key=lambda s: (s.block, s.number)) for topic, found in said.items()}


def _marks(found: tuple[Comparison, ...]) -> list[dict[str, str]]:
    """For each statement: sentence id → its signs, against the statement before and the one after."""
    columns: list[dict[str, str]] = [{} for _ in range(len(found) + 1)]
    for number, comparison in enumerate(found):
        for change in comparison.changes:
            for sentence in change.pair.after:
                columns[number + 1][sentence.id] = _signs(change)
    for number, comparison in enumerate(found):
        for change in comparison.changes:
            if change.pair.kind is PairKind.DROPPED:
                for sentence in change.pair.before:
                    columns[number][sentence.id] = columns[number].get(sentence.id, "") + SIGNS["dropped"]
    return columns


def _signs(change: Change) -> str:
    """The signs of a change as a reader of the newer text sees it."""
    kind = change.pair.kind
    shown = kind in (PairKind.NEW, PairKind.REWORDED, PairKind.RECAST)
    moved = SIGNS["moved"] * (change.pair.moved and kind is not PairKind.UNCOVERED)
    return SIGNS[kind.value] * shown + moved + "".join(SIGNS[word] for word in change.directions)


def _cell(meta: Metadata, topic: str, sentences: list[Sentence], marks: dict[str, str]) -> TopicCell:
    """Neighbouring sentences of one paragraph with the same signs as one entry."""
    runs: list[list[Sentence]] = []
    for item in sentences:
        last = runs[-1][-1] if runs else None
        follows = last is not None and (last.block, last.number + 1) == (item.block, item.number)
        if last is not None and follows and marks.get(last.id, "") == marks.get(item.id, ""):
            runs[-1].append(item)
        else:
            runs.append([item])
    between = separator(meta.language)
    partial = topic in meta.not_covered or "*" in meta.not_covered
    return TopicCell(
        entries=tuple((place(tuple(run)), between.join(s.text for s in run)) for run in runs),
        silence="" if runs else NOT_COVERED if partial else SILENT,
        marks=tuple(marks.get(run[0].id, "") for run in runs),
    )


def _column(meta: Metadata) -> Column:
    return Column(
        name=meta.ref,
        title=meta.title(),
        facts=describe(meta),
        language=language_tag(meta.language),
        direction=direction(meta.language),
        date=meta.adopted or (meta.dates[-1] if meta.dates else ""),
    )
