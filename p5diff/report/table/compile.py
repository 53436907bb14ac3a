"""Comparisons to a table: which sentences of which statement speak on which topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, Comparison
from p5diff.model.statement import Metadata, Sentence, separator
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.naming import travelling
from p5diff.report.order import side_of
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import SIGNS
from p5diff.report.view import (
    FORMALITIES,
    OTHER,
    cautions,
    describe,
    main_topic,
    numbers,
    place,
    sections,
    topic_name,
)

_LAST = (FORMALITIES, OTHER)
SILENT, NOT_COVERED = "—", "not covered by this partial text"
LEGEND = (
    "Against the statement before: + new, ~ reworded, ≈ recast, ↕ moved, ▲ stronger, ▼ weaker. "
    "- not in the next statement. Underlined: words that the statement before does not have there. "
    "— says nothing on the topic. ? not covered by a partial text."
)
"""What the signs of the cells mean."""
LEGEND_BOLD = (
    "Against the statement before: + new, ~ reworded, ≈ recast, ↕ moved, ▲ stronger, ▼ weaker. "
    "- not in the next statement. In bold: words that the statement before does not have there. "
    "— says nothing on the topic. ? not covered by a partial text."
)
"""The same where new words are in bold, as in Markdown."""


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

    `marks` has for each entry the signs of `LEGEND` that apply to it, or nothing; `runs` its words once more,
    as (whether the statement before has other words there, words); `numbers` the number of its change in the
    comparison with the statement before (or after, where it is not in that one), 0 for none, and `sides` in
    which of the two: -1, 1, or 0.
    """

    entries: tuple[tuple[str, str], ...]
    silence: str = ""
    marks: tuple[str, ...] = ()
    runs: tuple[tuple[tuple[bool, str], ...], ...] = ()
    numbers: tuple[int, ...] = ()
    sides: tuple[int, ...] = ()

    def told(self) -> Iterator[tuple[str, str, str, tuple[tuple[bool, str], ...]]]:
        """For each entry: its signs, its place, its change (`#3`, or nothing), its words as runs."""
        for mark, (place_, _), number, runs in zip(
            self.marks, self.entries, self.numbers, self.runs, strict=True
        ):
            yield mark, place_, f"#{number}" if number else "", runs


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


def compiled(compared: Comparison | Sequence[Comparison], say: PageWords | None = None) -> Table:
    """The table of one comparison, or of successive ones: N comparisons, N + 1 columns.

    `say` has the words of the table itself, English unless given.

    Raises ValueError when there is no comparison.
    """
    say = say or PageWords()
    given = (compared,) if isinstance(compared, Comparison) else tuple(compared)
    found = tuple(travelling(comparison, say.language) for comparison in given)
    if not found:
        raise ValueError("a table needs a comparison")
    metas = (found[0].before, *(comparison.after for comparison in found))
    columns = [_said(found[0], "before"), *(_said(comparison, "after") for comparison in found)]
    labels = _labels(found)
    marked = _marks(found)
    rows = tuple(
        TableRow(
            label=topic_name(label, say),
            cells=tuple(
                _cell(meta, topic, c.get(topic, []), marks, say)
                for meta, c, marks in zip(metas, columns, marked, strict=True)
            ),
        )
        for topic, label in labels.items()
    )
    return Table(
        columns=tuple(_column(meta, say) for meta in metas),
        rows=tuple(row for row in rows if any(cell.entries for cell in row.cells)),
        cautions=tuple(_cautions(found, say)),
        version=found[0].provenance.version,
    )


def _cautions(found: tuple[Comparison, ...], say: PageWords) -> Iterator[str]:
    """Every caution; in a series, with the names of the two texts it speaks of."""
    for comparison in found:
        names = f"{comparison.before.id} → {comparison.after.id}: " if len(found) > 1 else ""
        yield from (f"{names}{caution}" for caution in cautions(comparison, say))


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


class _Mark(NamedTuple):
    """What is known of a sentence against its neighbours: its signs, the number of the change and in which
    comparison that stands (-1: with the statement before, 1: with the one after), and its words as runs."""

    signs: str = ""
    number: int = 0
    side: int = 0
    runs: tuple[tuple[bool, str], ...] = ()


_PLAIN = _Mark()


def _marks(found: tuple[Comparison, ...]) -> list[dict[str, _Mark]]:
    """For each statement: sentence id → its mark, against the statement before and the one after."""
    columns: list[dict[str, _Mark]] = [{} for _ in range(len(found) + 1)]
    numbered = [numbers(comparison) for comparison in found]
    for column, comparison in enumerate(found):
        for at, change in enumerate(comparison.changes, start=1):
            number = numbered[column].get(at, 0)
            for sentence, runs in zip(change.pair.after, _runs(comparison, change), strict=True):
                columns[column + 1][sentence.id] = _Mark(_signs(change), number, -1 if number else 0, runs)
    for column, comparison in enumerate(found):
        for at, change in enumerate(comparison.changes, start=1):
            if change.pair.kind is PairKind.DROPPED:
                for sentence in change.pair.before:
                    mark = columns[column].get(sentence.id, _PLAIN)
                    told = mark if mark.number else mark._replace(number=numbered[column][at], side=1)
                    columns[column][sentence.id] = told._replace(signs=mark.signs + SIGNS["dropped"])
    return columns


def _runs(comparison: Comparison, change: Change) -> list[tuple[tuple[bool, str], ...]]:
    """The sentences after as runs, where their words are those of the statement before but for some."""
    pair = change.pair
    if pair.kind is not PairKind.REWORDED:
        return [()] * len(pair.after)
    sides = side_of(pair, "after", comparison.before.language, comparison.after.language)
    return [tuple((changed and not editorial, text) for changed, editorial, text in side) for side in sides]


def _signs(change: Change) -> str:
    """The signs of a change as a reader of the newer text sees it."""
    kind = change.pair.kind
    shown = kind in (PairKind.NEW, PairKind.REWORDED, PairKind.RECAST)
    moved = SIGNS["moved"] * (change.pair.moved and kind is not PairKind.UNCOVERED)
    return SIGNS[kind.value] * shown + moved + "".join(SIGNS[word] for word in change.directions)


def _cell(
    meta: Metadata, topic: str, sentences: list[Sentence], marks: dict[str, _Mark], say: PageWords
) -> TopicCell:
    """Neighbouring sentences of one paragraph in which nothing changed as one entry."""
    runs: list[list[Sentence]] = []
    for item in sentences:
        last = runs[-1][-1] if runs else None
        follows = last is not None and (last.block, last.number + 1) == (item.block, item.number)
        alike = last is not None and _same_mark(marks.get(last.id, _PLAIN), marks.get(item.id, _PLAIN))
        if follows and alike:
            runs[-1].append(item)
        else:
            runs.append([item])
    between = separator(meta.language)
    partial = topic in meta.not_covered or "*" in meta.not_covered
    return TopicCell(
        entries=tuple((say.place(place(tuple(run))), between.join(s.text for s in run)) for run in runs),
        silence="" if runs else f"? {say(NOT_COVERED)}" if partial else SILENT,
        marks=tuple(marks.get(run[0].id, _PLAIN).signs for run in runs),
        runs=tuple(tuple(_spelled(run, marks, between)) for run in runs),
        numbers=tuple(marks.get(run[0].id, _PLAIN).number for run in runs),
        sides=tuple(marks.get(run[0].id, _PLAIN).side for run in runs),
    )


def _same_mark(one: _Mark, two: _Mark) -> bool:
    """Whether two sentences may stand in one entry: nothing changed in either, or one change holds both."""
    return (one.signs, one.number, one.side) == (two.signs, two.number, two.side)


def _spelled(run: list[Sentence], marks: dict[str, _Mark], between: str) -> Iterator[tuple[bool, str]]:
    """The words of an entry as runs."""
    for at, sentence in enumerate(run):
        if at:
            yield False, between
        yield from marks.get(sentence.id, _PLAIN).runs or ((False, sentence.text),)


def _column(meta: Metadata, say: PageWords) -> Column:
    return Column(
        name=meta.ref,
        title=meta.title(say.language),
        facts=describe(meta, say),
        language=language_tag(meta.language),
        direction=direction(meta.language),
        date=meta.adopted or (meta.dates[-1] if meta.dates else ""),
    )
