"""The brief at the top of the page: the shared brief, with the words that tell each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from p5diff.model.comparison import Comparison
from p5diff.report import brief as shared
from p5diff.report import excerpt
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import PageWords, Phrases
from p5diff.report.phrases import SIGNS
from p5diff.report.selection import Selection
from p5diff.report.subjects import Subject, grouped
from p5diff.report.wording import as_quoted, said, title, topic_counts

_TOPICS = 12
"""So many topics are told, in the comparison's order; with the rest of the brief they fill a page."""
_NAMES = 6
"""So many names of a category are shown; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change in a line or two: its sign and place, its words (kept, deleted, inserted), its verdicts."""

    number: int
    sign: str
    what: str
    place: str
    language: str
    direction: str
    pieces: tuple[tuple[str, str], ...]
    verdicts: tuple[str, ...]


class Other(NamedTuple):
    """Changes that are not told: words of the texts for what they are about (empty for none), their numbers,
    and the sign of what they are, in a point of several kinds."""

    subject: str
    numbers: tuple[int, ...]
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopPoint:
    """Changes with one consequence: some told, the others by number under their subjects (in `language`);
    `more` of them are only counted."""

    title: str
    count: int
    items: tuple[Told, ...]
    others: tuple[Other, ...]
    more: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What entered, left or changed among the things named, of one category; `more` are only counted."""

    category: str
    entered: tuple[str, ...]
    left: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBrief:
    """The brief as a page draws it. `topics` are (topic, counts in words); `rest` says what it leaves out."""

    answer: str
    points: tuple[TopPoint, ...]
    further: tuple[TopPoint, ...]
    topics: tuple[tuple[str, str], ...]
    more_topics: int
    named: tuple[LedgerLine, ...]
    rest: str


def page_brief(comparison: Comparison, selection: Selection, say: PageWords) -> PageBrief:
    """The brief of a comparison, or of the changes that were asked for."""
    found = shared.brief(comparison, selection, say)
    return PageBrief(
        answer=said(found, say.book),
        points=tuple(
            _point(comparison, point, items, others, say, found.subjects)
            for point, items, others in excerpt.fitted(found)
        ),
        further=tuple(
            _point(comparison, point, (), point.others, say, {}) for point in excerpt.unplaced(found)
        ),
        topics=tuple((topic.label, topic_counts(topic, say.book)) for topic in found.topics[:_TOPICS]),
        more_topics=max(len(found.topics) - _TOPICS, 0),
        named=tuple(_named(found, say.book)),
        rest=excerpt.not_told(found, say),
    )


def _point(
    comparison: Comparison,
    point: shared.Point,
    items: tuple[shared.BriefLine, ...],
    others: tuple[int, ...],
    say: PageWords,
    subjects: Mapping[int, Subject],
) -> TopPoint:
    named, more = excerpt.numbers(others)
    return TopPoint(
        title=title(point, say.book),
        count=point.count,
        items=tuple(_told(comparison, item, say) for item in items),
        others=tuple(
            Other(group.words, group.numbers, excerpt.sign_of(group, signed=len(point.parts) > 1))
            for group in grouped(named, subjects)
        ),
        more=more,
        language=language_tag(comparison.after.language),
    )


def _told(comparison: Comparison, line: shared.BriefLine, say: PageWords) -> Told:
    language = (comparison.after if line.after else comparison.before).language
    return Told(
        number=line.number,
        sign=SIGNS[line.what],
        what=line.what,
        place=" → ".join(dict.fromkeys(say.place(p) for p in (line.before_place, line.after_place) if p)),
        language=language_tag(language),
        direction=direction(language),
        pieces=tuple(excerpt.pieces(line)),
        verdicts=tuple(excerpt.shift_words(shift, say.book) for shift in line.shifts),
    )


def _named(found: shared.Brief, words: Phrases) -> list[LedgerLine]:
    result = []
    ledger = [as_quoted(entry, found, words) for entry in found.ledger]
    for category in dict.fromkeys(entry.category for entry in ledger):
        entries = [entry for entry in ledger if entry.category == category]
        entered = [e.value for e in entries if e.status == "entered"]
        left = [e.value for e in entries if e.status == "left"]
        changed = [(e.previous, e.value) for e in entries if e.status == "changed"]
        shown = (len(entered[:_NAMES]), len(left[:_NAMES]), len(changed[:_NAMES]))
        result.append(
            LedgerLine(
                category=words.word("categories", category),
                entered=tuple(entered[:_NAMES]),
                left=tuple(left[:_NAMES]),
                changed=tuple(changed[:_NAMES]),
                more=len(entries) - sum(shown),
            )
        )
    return result
