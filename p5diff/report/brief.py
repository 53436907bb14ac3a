"""The brief: what a desk officer reads first, computed from a comparison alone.

One page: one sentence that answers, at most five points ranked by consequence, a line of counts for each
topic, what entered, left or changed of the things named, and what was not compared. Every verdict of
direction is among the points or counted beside them with its number. Behind the page stands the whole:
by topic, each change with its paragraphs on both sides, the words, and the evidence.
Nothing here is styled: every renderer draws the same brief.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from p5diff.model.alignment import Op, Pair, PairKind, WordEdit
from p5diff.model.comparison import (
    Change,
    CommitmentMark,
    Comparison,
    Evidence,
    LedgerEntry,
    Shift,
    Side,
    Tally,
    Verdict,
)
from p5diff.model.statement import Metadata
from p5diff.report.answer import answer, elsewhere, keeps, limits, shown_by
from p5diff.report.phrasebook import PageWords
from p5diff.report.rank import Consequence, LedgerChange, Ranked, by_consequence, gathered, in_turn, named
from p5diff.report.selection import ALL, Selection
from p5diff.report.subjects import Subject, subjects
from p5diff.report.topicnames import in_language
from p5diff.report.view import FORMALITIES, ChangeRow, cautions, rows, sections, topic_name

NEW, DROPPED, STRONGER, WEAKER = "new", "dropped", "stronger", "weaker"
REWORDED, RECAST, MOVED = "reworded", "recast", "moved"
ORDER = (NEW, DROPPED, STRONGER, WEAKER, REWORDED, RECAST, MOVED)
POINTS = 5
"""At most so many points: what one reader keeps in mind, and a page holds."""
ITEMS = 16
"""At most so many changes are told under a point, where a page has room: the others are named by their
numbers. More would be a list to work through."""
_TOLD = frozenset({"entered", "left", "changed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One change. `number` names it in every output; `what` is one of `ORDER`.

    `does` says what the sentence counts for ("commitment, decision"), before → after where both
    differ. `before` and `after` are the whole texts, empty on the side that has none; `gone` and
    `come` the words that left and entered, `edits` the same words in their place. `shifts` leaves
    out verdicts of "same".
    """

    number: int
    what: str
    before_place: str
    after_place: str
    does: str
    before: str
    after: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    edits: tuple[WordEdit, ...]
    shifts: tuple[Shift, ...]
    language: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """The lines of one topic, by what happened, then in reading order."""

    topic: str
    label: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Changes with one consequence: up to `ITEMS` of them told, the others by number.

    `others` are the numbers of the changes that are not told, in the order of their rank.
    """

    consequence: Consequence
    items: tuple[BriefLine, ...]
    others: tuple[int, ...] = ()
    shown: str = ""
    """What stands for the count in a sentence: figures, words, names, quoted from the texts."""
    parts: tuple[tuple[Consequence, int], ...] = ()
    """The consequences told together, mostly one: each with how many changes it has, `consequence` first."""
    elsewhere: tuple[int, ...] = ()
    """Numbers of the changes on one side of which most words stand in one sentence of the other: rewordings,
    perhaps."""

    @property
    def count(self) -> int:
        """How many changes have this consequence."""
        return len(self.items) + len(self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """How much changed on a topic: words such as `new`, with how often, the most consequential first."""

    label: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page. `uncovered` counts sentences about which a partial text says nothing, `quiet`
    changes of print or formalities only; `ledger` holds what entered, left or changed.

    `answer` says in one sentence what became of what is promised; `points` are ranked, at most `POINTS`;
    `further` holds the numbers of the changes under consequences that did not find room, and `topics`
    counts all of them. `sections` tell every change.
    """

    before: Metadata
    after: Metadata
    tally: Tally
    answer: str
    points: tuple[Point, ...]
    further: tuple[Point, ...]
    topics: tuple[TopicCount, ...]
    sections: tuple[BriefSection, ...]
    uncovered: int
    quiet: int
    ledger: tuple[LedgerEntry, ...]
    ladder: str
    cautions: tuple[str, ...]
    keeps: bool
    """Whether every commitment that is recognised stands."""
    limits: tuple[str, ...]
    """What the counts cannot know: `other-language`, `as-partial`, `as-digest`, or nothing."""
    version: str
    subjects: Mapping[int, Subject] = field(default_factory=dict)
    """Number of a change → words quoted from it that tell what it is about (`p5diff/report/subjects.py`)."""
    selected: str = ""
    """What was asked for, and how much that leaves out; empty where the brief is of all changes."""


def brief(comparison: Comparison, selection: Selection = ALL, say: PageWords | None = None) -> Brief:
    """The brief of a comparison, of all its changes or of those selected.

    Topics, cautions and what was selected are told in the words of `say`, English unless given.
    """
    say = say or PageWords()
    comparison = in_language(comparison, say.language)
    chosen = [row for row in rows(comparison) if selection.matches(row.change)]
    found = [
        _section(comparison, s.topic, topic_name(s.label, say), s.rows) for s in sections(comparison, chosen)
    ]
    naming = named(comparison)
    ranked = by_consequence(chosen, naming)
    points = gathered(ranked, POINTS)
    changes = [row.change for row in chosen]
    told = sum(len(section.lines) for section in found)
    uncovered = sum(change.pair.kind is PairKind.UNCOVERED for change in changes)
    unchanged = sum(change.pair.kind is PairKind.UNCHANGED and not change.pair.moved for change in changes)
    return Brief(
        before=comparison.before,
        after=comparison.after,
        tally=Tally.of(changes),
        answer=answer(comparison, ranked, naming, changes),
        selected=selection.said(comparison, say),
        points=tuple(_shown_point(comparison, group, naming) for group in points[:POINTS]),
        further=tuple(_point(comparison, [one], told=0) for group in points[POINTS:] for one in group),
        topics=tuple(_topic_count(section) for section in found if section.lines),
        sections=tuple(section for section in found if section.lines),
        uncovered=uncovered,
        quiet=len(changes) - told - uncovered - unchanged,
        ledger=_ledger(comparison, changes if selection.filters else None, say),
        keeps=keeps(changes, ranked),
        limits=limits(comparison),
        version=comparison.provenance.version,
        subjects=subjects(
            comparison, chosen, {line.number: line.what for section in found for line in section.lines}
        ),
        ladder=comparison.provenance.ladder,
        cautions=cautions(comparison, say, listed=False),
    )


def _ledger(comparison: Comparison, chosen: list[Change] | None, say: PageWords) -> tuple[LedgerEntry, ...]:
    """What entered, left or changed, in the chosen changes alone where some were chosen. Across languages
    nothing: a name in other words had left."""
    if comparison.before.language != comparison.after.language:
        return ()
    told = [entry for entry in comparison.ledger if entry.status in _TOLD]
    return tuple(_readable(entry, say) for entry in told if chosen is None or _concerns(entry, chosen))


def _readable(entry: LedgerEntry, say: PageWords) -> LedgerEntry:
    """A day without a year (`--10-25`) as a reader says it; other values are canonical and stay."""
    value, previous = (
        say.day(text) if text.startswith("--") else text for text in (entry.value, entry.previous)
    )
    return replace(entry, value=value, previous=previous)


def _concerns(entry: LedgerEntry, changes: list[Change]) -> bool:
    """Whether a selected change holds what the entry rests on."""
    places = {(Side.BEFORE, s.id) for change in changes for s in change.pair.before}
    places |= {(Side.AFTER, s.id) for change in changes for s in change.pair.after}
    return any((e.side, e.sentence) in places for e in entry.evidence)


def _point(comparison: Comparison, group: Sequence[Ranked], told: int | None = None) -> Point:
    told = ITEMS if told is None else told
    found = in_turn(group)
    return Point(
        consequence=group[0][0],
        parts=tuple((meant, len(rows)) for meant, rows in group),
        items=tuple(_line(comparison, row, _what(row, "") or row.pair.kind.value) for row in found[:told]),
        others=tuple(row.number for row in found[told:]),
    )


def _shown_point(
    comparison: Comparison, group: Sequence[Ranked], naming: Mapping[int, LedgerChange]
) -> Point:
    """A point of the page: with words that show its first consequence, and what may stand elsewhere."""
    return replace(
        _point(comparison, group),
        shown=shown_by(comparison, *group[0], naming),
        elsewhere=tuple(n for _, found in group for n in elsewhere(found, naming)),
    )


def _topic_count(section: BriefSection) -> TopicCount:
    counts = Counter(line.what for line in section.lines)
    return TopicCount(label=section.label, counts=tuple((w, counts[w]) for w in ORDER if counts[w]))


def _section(comparison: Comparison, topic: str, label: str, rows: tuple[ChangeRow, ...]) -> BriefSection:
    lines = [_line(comparison, row, what) for row in rows if (what := _what(row, topic))]
    return BriefSection(
        topic=topic, label=label, lines=tuple(sorted(lines, key=lambda line: ORDER.index(line.what)))
    )


def _what(row: ChangeRow, topic: str) -> str:
    """What the brief calls a change; nothing for what it leaves out."""
    if topic == FORMALITIES:
        return ""
    kind = row.pair.kind
    if kind in {PairKind.NEW, PairKind.DROPPED}:
        return kind.value
    if row.change.direction:
        return row.change.direction
    if kind in {PairKind.REWORDED, PairKind.RECAST}:
        return kind.value
    return MOVED if row.pair.moved and kind is not PairKind.UNCOVERED else ""


def _line(comparison: Comparison, row: ChangeRow, what: str) -> BriefLine:
    pair, change = row.pair, row.change
    shifts = tuple(s for s in change.shifts if s.verdict is not Verdict.SAME)
    marked = [evidence for mark in change.marks for evidence in mark.evidence]
    return BriefLine(
        number=row.number,
        what=what,
        before_place=row.before_place,
        after_place=row.after_place,
        does=_does(change.marks),
        before=pair.before_text(comparison.before.language),
        after=pair.after_text(comparison.after.language),
        gone=tuple(_words(pair, Op.DELETE)),
        come=tuple(_words(pair, Op.INSERT)),
        edits=pair.edits,
        shifts=shifts,
        language=(comparison.after if pair.after else comparison.before).language,
        evidence=tuple(dict.fromkeys([*(e for s in shifts for e in s.evidence), *marked])),
    )


def _words(pair: Pair, op: Op) -> Iterator[str]:
    if pair.before and pair.after:
        yield from (e.text.strip() for e in pair.edits if e.op is op and not e.editorial and e.text.strip())


def _does(marks: tuple[CommitmentMark, ...]) -> str:
    """ "position" or "process → commitment": kinds, strongest of each side, with their rungs."""
    sides = [_strongest([m for m in marks if m.side is side]) for side in Side]
    words = [_mark_words(mark) for mark in sides if mark is not None]
    return " → ".join(dict.fromkeys(words))


def _strongest(marks: list[CommitmentMark]) -> CommitmentMark | None:
    return max(marks, key=lambda m: (bool(m.evidence), m.strength or 0), default=None)


def _mark_words(mark: CommitmentMark) -> str:
    kind = mark.kind.value
    return kind if mark.rung in {"", kind} else f"{kind}, {mark.rung}"
