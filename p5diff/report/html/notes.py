"""What the page says about each change: the apparatus under the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from p5diff.model.alignment import Pair, PairKind, Shape
from p5diff.model.comparison import Comparison, Shift
from p5diff.report.excerpt import aspect_words, reason, told_shifts
from p5diff.report.order import order
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import ARROWS, KIND_WORDS, SHAPE_WORDS, SHAPED, uncovered_words
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import FORMALITIES, OTHER, ChangeRow, Section, rows, sections

TOKEN_WORDS = {kind.value: words for kind, words in KIND_WORDS.items()}
"""Token → how a filter calls it; tokens without an entry are words themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftNote:
    """A change in meaning, in words. `detail` is the rule behind it, where it was asked for."""

    arrow: str
    text: str
    before: str
    after: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """One change: its number, what happened, where, on what topic, and what it means."""

    number: int
    kind: str
    tokens: tuple[str, ...]
    """Kind, shape, `moved`: what the page filters by."""
    words: tuple[str, ...]
    strength: tuple[str, ...]
    topics: tuple[str, ...]
    topic_labels: tuple[str, ...]
    before_place: str
    after_place: str
    displaced: bool
    shifts: tuple[ShiftNote, ...]

    @property
    def facts(self) -> list[tuple[str, ...]]:
        """What the page filters by: kinds, topics, strength."""
        return [self.tokens, self.topics, self.strength]


def notes(
    comparison: Comparison,
    selection: Selection = ALL,
    *,
    say: PageWords | None = None,
) -> dict[int, ChangeNote]:
    """Index of a row → its note, for every change that is one and was asked for, in reading order."""
    say = say or PageWords()
    found = order(comparison)
    labels = {row.at: s for s in sections(comparison) for row in s.rows}
    named = dict(comparison.topics)
    result = {}
    for row in rows(comparison):
        if row.number and selection.matches(row.change):
            section = labels[row.at]
            topics = dict.fromkeys((section.topic, *(t.topic for t in row.change.topics)))
            names = tuple(
                topic_label(section, say) if t == section.topic else named.get(t, t) for t in topics
            )
            note = _note(row, row.at in found.displaced, tuple(topics), names, selection.explain, say)
            if row.pair.kind is PairKind.UNCOVERED:
                note = replace(note, words=(say(uncovered_words(comparison)), *note.words[1:]))
            result[row.at] = note
    return result


def topic_label(section: Section, say: PageWords) -> str:
    """What a topic is called: as its rules say, but in the language of the page where p5diff names it."""
    return say(section.label) if section.topic in (OTHER, FORMALITIES) else section.label


def _note(
    row: ChangeRow,
    displaced: bool,
    topics: tuple[str, ...],
    labels: tuple[str, ...],
    explain: bool,
    say: PageWords,
) -> ChangeNote:
    tokens = tuple(_tokens(row.pair, displaced))
    return ChangeNote(
        number=row.number,
        kind=row.pair.kind.value,
        tokens=tokens,
        words=tuple(_words(token, row.pair, say) for token in tokens),
        strength=row.change.directions,
        topics=topics,
        topic_labels=labels,
        before_place=say.place(row.before_place),
        after_place=say.place(row.after_place),
        displaced=displaced,
        shifts=tuple(_shift(s, explain, say) for s in told_shifts(row.change.shifts)),
    )


def _tokens(pair: Pair, displaced: bool) -> Iterator[str]:
    if pair.kind is not PairKind.UNCHANGED or not (pair.moved or displaced):
        yield pair.kind.value
    if pair.moved or displaced:
        yield "moved"
    if pair.shape is not Shape.ONE_TO_ONE:
        yield SHAPE_WORDS[pair.shape]


def _words(token: str, pair: Pair, say: PageWords) -> str:
    """A token as a note says it, with numbers where sentences were split or merged."""
    before, after = len(pair.before), len(pair.after)
    numbered = {SHAPE_WORDS[shape]: said for shape, said in SHAPED.items()}
    return say(numbered.get(token) or TOKEN_WORDS.get(token, token), before=before, after=after)


def _shift(shift: Shift, explain: bool, say: PageWords) -> ShiftNote:
    return ShiftNote(
        arrow=ARROWS.get(shift.verdict, "·"),
        text=aspect_words(shift, say.book),
        before=shift.before,
        after=shift.after,
        detail=reason(shift) if explain else "",
    )
