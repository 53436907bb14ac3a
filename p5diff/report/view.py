"""A comparison as rows under topics: what every renderer draws, before it is drawn.

Nothing here is styled or escaped. What changed is numbered from 1 in reading order, so that "change 12" names
the same change in the terminal, the page, the Word file and the mail, and the last number is how many there
are. A sentence that stands as it was, where it was, has no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from p5diff.model.alignment import Pair, Renumbering, Shape
from p5diff.model.clause import Clause
from p5diff.model.comparison import Change, Comparison
from p5diff.model.statement import Coverage, Metadata, Role, Sentence
from p5diff.report import setaside
from p5diff.report.naming import adopted
from p5diff.report.order import order
from p5diff.report.phrasebook import PageWords, Say, english
from p5diff.report.phrases import EDITION_WORDS

FORMALITIES = "formalities"
OTHER = "other"
FIXED_TOPICS = {FORMALITIES: "Title, letter and formalities", OTHER: "Other"}
"""Topics that p5diff names itself."""
FIXED_LABELS = frozenset(FIXED_TOPICS.values())
_LABEL_SIGNS = ".()）（、．︑, "
"""Signs around a printed number: "(7)", "7." and "七、" are named by the number."""


_ROMAN = re.compile(r"[ivx]+")
"""A number of an item below a letter; the ninth letter is one of its own behind "h"."""


class ChangeRow(NamedTuple):
    """One change with its number (0 where nothing changed), its place `at` (from 1) among all rows of the
    comparison, and its places in words (`¶2`, `¶3–4`, `title`).
    """

    number: int
    at: int
    change: Change
    before_place: str
    after_place: str

    @property
    def pair(self) -> Pair:
        """The pair of the change."""
        return self.change.pair

    @property
    def words(self) -> tuple[str, ...]:
        """What happened, in plain words: kind first, then moved, shape, strength."""
        return change_words(self.change)


class Section(NamedTuple):
    """The rows of one topic, in reading order."""

    topic: str
    label: str
    rows: tuple[ChangeRow, ...]


def rows(comparison: Comparison) -> tuple[ChangeRow, ...]:
    """All rows in the order of the comparison; those in which something changed are numbered."""
    numbered = numbers(comparison)
    before, after = (_by_sentence(side) for side in (comparison.clauses.before, comparison.clauses.after))
    ours = _labels(s for change in comparison.changes for s in change.pair.before)
    theirs = _labels(s for change in comparison.changes for s in change.pair.after)
    return tuple(
        ChangeRow(
            number=numbered.get(index, 0),
            at=index,
            change=change,
            before_place=place(change.pair.before, before, ours),
            after_place=place(change.pair.after, after, theirs),
        )
        for index, change in enumerate(comparison.changes, start=1)
    )


def numbers(comparison: Comparison) -> dict[int, int]:
    """Index (from 1) of each row in which something changed → its number."""
    quiet = order(comparison).quiet
    told = (index for index in range(1, len(comparison.changes) + 1) if index not in quiet)
    return {index: number for number, index in enumerate(told, start=1)}


def sections(comparison: Comparison, chosen: Iterable[ChangeRow] | None = None) -> tuple[Section, ...]:
    """Rows (all, or `chosen`) under their main topic, topics in the comparison's order."""
    grouped: dict[str, list[ChangeRow]] = {}
    for row in rows(comparison) if chosen is None else chosen:
        grouped.setdefault(main_topic(row.change), []).append(row)
    labels = {**dict(comparison.topics), OTHER: FIXED_TOPICS[OTHER], FORMALITIES: FIXED_TOPICS[FORMALITIES]}
    ordered = [topic for topic in labels if topic in grouped]
    ordered += [topic for topic in grouped if topic not in labels]
    return tuple(
        Section(topic=topic, label=labels.get(topic, topic), rows=tuple(grouped[topic])) for topic in ordered
    )


def main_topic(change: Change) -> str:
    """The first topic tagged; formalities for what is not body; else `other`."""
    sentences = change.pair.after or change.pair.before
    if all(s.role is not Role.BODY for s in sentences):
        return FORMALITIES
    return change.topics[0].topic if change.topics else OTHER


def topic_name(label: str, say: Say = english) -> str:
    """A topic by its label; the sections that belong to no topic by the words of a page."""
    return say(label) if label in FIXED_LABELS else label


def clause_words(clause: Clause) -> str:
    """A clause of a resolution in words: `operative 2, Further requests`, `speaker`."""
    named = f"{clause.role.value} {clause.number.strip(_LABEL_SIGNS)}".strip()
    return f"{named}, {clause.opening}" if clause.opening else named


def _by_sentence(clauses: Iterable[Clause]) -> dict[str, Clause]:
    return {identifier: clause for clause in clauses for identifier in clause.sentences}


def _labels(sentences: Iterable[Sentence]) -> dict[int, str]:
    """The number that is printed before a paragraph, by its block, without the signs around it; of items that
    follow a number, one by one, with what stands above them: `12 a`, `12 a ii`."""
    printed: dict[int, str] = {}
    for s in sentences:
        label = s.label.strip(_LABEL_SIGNS) if _is_number(s.label) else ""
        printed[s.block] = printed.get(s.block, "") or label
    above: list[str] = []
    for block in sorted(printed):
        label = printed[block]
        if not label or block - 1 not in printed:
            above = []
        if label[:1].isdigit():
            above = [label]
        elif label and above:
            opens = len(above) == 2 and label == "i" and above[1] != "h"
            nested = opens or (len(above) == 3 and _ROMAN.fullmatch(label))
            above = [*above[: 2 if nested else 1], label]
            printed[block] = " ".join(above)
    return printed


def place(
    sentences: tuple[Sentence, ...],
    clauses: Mapping[str, Clause] | None = None,
    labels: Mapping[int, str] | None = None,
) -> str:
    """Where sentences stand: `¶3`, `¶3, ¶5`, `¶3–5`, `title`; empty for none. In a resolution with
    the clause, where it is one alone: `¶5 (operative 2, Welcomes)`; else with the numbers that the text
    itself prints, where each of the paragraphs has one and they are not the same: `¶12 (7)`."""
    within = {clause.block: clause for s in sentences if (clause := (clauses or {}).get(s.id))}
    if len(within) == 1:
        return f"{place(sentences)} ({clause_words(next(iter(within.values())))})"
    counted = {s.block: s.paragraph for s in sentences}
    printed = [(labels or {}).get(block, "") for block in counted]
    if printed and all(printed) and printed != [str(number) for number in counted.values()]:
        return f"{place(sentences)} ({', '.join(printed)})"
    names: list[str] = []
    numbers = sorted({s.paragraph for s in sentences if s.paragraph is not None})
    for first, last in _runs(numbers):
        names.append(f"¶{first}" if first == last else f"¶{first}–{last}")
    for role in dict.fromkeys(s.role for s in sentences if s.paragraph is None):
        names.append(role.value)
    return ", ".join(names)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, last) runs: [1, 2, 4] → [(1, 2), (4, 4)]."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def change_words(change: Change) -> tuple[str, ...]:
    """Kind, moved, shape and strength of a change in plain words."""
    pair = change.pair
    words = [pair.kind.value]
    if pair.moved:
        words.append("moved")
    if pair.shape is Shape.MANY_TO_MANY:
        words.append(f"{len(pair.before)} sentences to {len(pair.after)}")
    elif pair.shape is not Shape.ONE_TO_ONE:
        words.append(pair.shape.value)
    return (*words, *change.directions)


def renumberings(comparison: Comparison) -> tuple[Renumbering, ...]:
    """Runs of shifted paragraph numbers, where both numbers are printed in the texts.

    Where a text prints none, a shifted count says nothing that new and dropped paragraphs do not;
    and a bullet is no number: another bullet stands with the words that it leads.
    """
    before = {s.label for change in comparison.changes for s in change.pair.before if _is_number(s.label)}
    after = {s.label for change in comparison.changes for s in change.pair.after if _is_number(s.label)}
    return tuple(r for r in comparison.renumbered if r.before_first in before and r.after_first in after)


def _is_number(label: str) -> bool:
    """Whether a printed label counts ("4.", "(a)", "三、") and is not a mere bullet."""
    return any(c.isalnum() for c in label)


def describe(meta: Metadata, say: Say = english) -> str:
    """One line on a text: what it is, how much of it, in which language."""
    words = [say(EDITION_WORDS[meta.edition]), meta.language]
    if meta.coverage is Coverage.PARTIAL:
        words.insert(1, say("partial"))
    return say(", ").join(words)


def cautions(comparison: Comparison, say: PageWords | None = None, *, listed: bool = True) -> tuple[str, ...]:
    """What a reader must know before quoting: editions, coverage, then every note; in English unless `say`
    has other words. `listed`: what was left out of the texts stands further down."""
    say = say or PageWords()
    said: list[str] = []
    before, after = comparison.before, comparison.after
    first, second = adopted(before), adopted(after)
    if first and second and first > second:
        said.append(
            say(
                "The text before is dated {first}, the text after {second}: are they in the right order? "
                "As they stand, new means older.",
                first=first,
                second=second,
            )
        )
    for name, meta in (("before", before), ("after", after)):
        if meta.coverage is Coverage.PARTIAL:
            said.append(say(_PARTIAL[name]))
    if comparison.set_aside.differing:
        said.append(setaside.caution(comparison, say, listed=listed))
    said.extend(say.note(note.message) for note in comparison.provenance.notes)
    return tuple(dict.fromkeys(said))


_PARTIAL = {
    "before": "The text before is partial: what it does not cover counts as neither new nor dropped.",
    "after": "The text after is partial: what it does not cover counts as neither new nor dropped.",
}
