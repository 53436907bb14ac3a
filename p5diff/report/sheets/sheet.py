"""The brief as a sheet of paper: fitted to one A4 page, in the words of one language.

The forms that are drawn on paper or sent (Markdown, HTML, Word, PDF) draw this and nothing else. The page
holds by construction: every part is measured in lines of `WIDTH` cells, narrower than a line of the page
in the type these forms use, and the points take what head, topics, ledger and foot leave of `LINES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from p5diff.model.statement import Metadata
from p5diff.report.bidi import QUOTED, right_to_left
from p5diff.report.brief import Brief, BriefLine, Point
from p5diff.report.cut import cells, short
from p5diff.report.excerpt import about, pieces, share
from p5diff.report.phrasebook import PageWords, Phrases
from p5diff.report.phrases import SIGNS
from p5diff.report.rank import DIRECTED
from p5diff.report.room import allotted
from p5diff.report.subjects import Subject, grouped
from p5diff.report.view import describe
from p5diff.report.wording import as_quoted, said, topic_counts, verdict
from p5diff.report.wording import title as titled

WIDTH = 92
"""Cells of a line. A4 within margins of 18 mm holds about 105 letters of 9.5 points."""
LINES = 66
"""Lines of a page. A4 within those margins holds about 66 lines of 11.5 points, and few reckoned here are
full; the tests draw pages of 160 changes in four scripts."""
_LENGTHS = (72, 160, 240, 330)
"""Cells that a change may be told in: with its place one line, two, three, four."""
_TOPICS, _NAMES, _CAUTIONS = 8, 5, 3
"""So many topics, lines of the ledger and cautions are told; more of them are counted."""
_ALSO = 2
"""Lines that name the changes of a point which are not told."""
_LINE = 2 * WIDTH
"""Cells of one line of the ledger or one caution: two lines of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetItem:
    """One change: sign, number, place, and its words as (operation, text); `verdict` may be empty."""

    sign: str
    what: str
    number: int
    place: str
    pieces: tuple[tuple[str, str], ...]
    verdict: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPoint:
    """A point: its title, how many changes it has, those told, and the numbers of others in words."""

    title: str
    count: int
    items: tuple[SheetItem, ...]
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One of the two texts: `side` in words, its title and what is known of it."""

    side: str
    title: str
    facts: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """All changes of a topic, for the whole behind the page."""

    label: str
    items: tuple[SheetItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page. `further` are verdicts of direction under none of the points, by number; `chapters` are
    empty unless the whole was asked for. `language` is that of the page's own words.
    """

    language: str
    title: str
    answer: str
    texts: tuple[Text, ...]
    selected: str
    points: tuple[SheetPoint, ...]
    further: tuple[str, ...]
    topics_title: str
    topics: tuple[str, ...]
    ledger_title: str
    ledger: tuple[str, ...]
    alarms_title: str
    alarms: tuple[str, ...]
    heed_title: str
    cautions: tuple[str, ...]
    foot: tuple[str, ...]
    chapters: tuple[Chapter, ...] = ()


def sheet(found: Brief, words: Phrases, *, full: bool = False, alarms: Iterable[str] = ()) -> Sheet:
    """The brief fitted to one page; with `full`, every change by topic behind it.

    `alarms` are lines on the series that the newer text belongs to, most important first.
    """
    topics = _most(_topics(found, words), _TOPICS, words, "more-topics")
    ledger = _most(_ledger(found, words), _NAMES, words, "more-ledger")
    cautions = _most([short(c, _LINE) for c in found.cautions], _CAUTIONS, words, "more-notes")
    told_alarms = _most([short(alarm, _LINE) for alarm in alarms], _CAUTIONS, words, "more-ledger")
    say = PageWords(words.language)
    texts = (_text(words.say("before"), found.before, say), _text(words.say("after"), found.after, say))
    answer = _turned(said(found, words), words)
    further = tuple(
        f"{words.led(words.word('consequences', point.consequence.value))}{_numbers(point.others, words)}"
        for point in found.further
        if point.consequence in DIRECTED
    )
    fixed = [answer, found.selected, *further, *topics, *ledger, *cautions, *told_alarms]
    fixed += [f"{text.title} {text.facts}" for text in texts]
    used = sum(_lines(text) for text in fixed) + 10  # title, headings and the white space between parts
    points = _fitted(found, words, LINES - used)
    return Sheet(
        language=words.language,
        title=words.say("title", before=found.before.id, after=found.after.id),
        answer=answer,
        texts=texts,
        selected=found.selected,
        points=points,
        further=further,
        topics_title=words.say("by-topic"),
        topics=tuple(topics),
        ledger_title=words.say("ledger"),
        ledger=tuple(ledger),
        alarms_title=words.say("newest"),
        alarms=tuple(told_alarms),
        heed_title=words.say("to-heed"),
        cautions=tuple(cautions),
        foot=tuple(_foot(found, words, points)),
        chapters=_chapters(found, words) if full else (),
    )


def _turned(text: str, words: Phrases) -> str:
    """A line of ours with its arrows as the page is read: from right to left, they point to the left.
    Quoted words stay as they stand.
    """
    if not right_to_left(words.language):
        return text
    pieces = QUOTED.split(text)
    return "".join(piece if at % 2 else piece.replace("→", "←") for at, piece in enumerate(pieces))


def _fitted(found: Brief, words: Phrases, room: int) -> tuple[SheetPoint, ...]:
    """As many changes under each point, in as many words, as find room; the others by number."""

    def drawn(line: BriefLine, longest: int) -> tuple[int, float]:
        item = _item(line, words, longest)
        return _high(item), share(line, item.pieces)

    def frame(point: Point, told: int) -> int:
        return 2 + _lines(_also(point, words, told, found.subjects))

    told = allotted(found.points, room, _LENGTHS, drawn, frame)
    return tuple(
        _point(point, words, lengths, found.subjects)
        for point, lengths in zip(found.points, told, strict=True)
    )


def _high(item: SheetItem) -> int:
    shown = f"{item.place} #{item.number} {''.join(text for _, text in item.pieces)}"
    return _lines(shown) + (_lines(item.verdict) if item.verdict else 0)


def _also(point: Point, words: Phrases, told: int, subjects: Mapping[int, Subject]) -> str:
    """The changes behind those that are told, by subject and number: as many as `_ALSO` lines hold."""
    left = [item.number for item in point.items[told:]] + list(point.others)
    in_order = [number for group in grouped(left, subjects) for number in group.numbers]
    shown = in_order
    signed = len(point.parts) > 1
    while (named := _said_of(shown, len(left), subjects, words, signed=signed)) and _lines(named) > _ALSO:
        shown = shown[:-1]
    return (words.say("also", numbers=named) if told else named) if left else ""


def _said_of(
    shown: Sequence[int], every: int, subjects: Mapping[int, Subject], words: Phrases, *, signed: bool
) -> str:
    left = every - len(shown)
    return about(shown, subjects, words, signed=signed) + (f" {words.say('more', n=left)}" if left else "")


def _point(
    point: Point, words: Phrases, lengths: Sequence[int], subjects: Mapping[int, Subject]
) -> SheetPoint:
    return SheetPoint(
        title=titled(point, words),
        count=point.count,
        items=tuple(_item(item, words, most) for item, most in zip(point.items, lengths, strict=False)),
        also=_also(point, words, len(lengths), subjects),
    )


def _item(line: BriefLine, words: Phrases, longest: int = 0) -> SheetItem:
    """A change; all of its words where `longest` is 0."""
    directed = [
        s for s in line.shifts if s.verdict.value in ("stronger", "weaker", "narrowed", "widened", "flipped")
    ]
    told = directed or list(line.shifts)
    return SheetItem(
        sign=SIGNS[line.what],
        what=words.word("kinds", line.what),
        number=line.number,
        place=_turned(
            " → ".join(dict.fromkeys(p for p in (line.before_place, line.after_place) if p)), words
        ),
        pieces=tuple(pieces(line, longest)),
        verdict=_turned(short(verdict(told[0], words), WIDTH if longest else 0), words) if told else "",
        language=line.language,
    )


def _topics(found: Brief, words: Phrases) -> list[str]:
    return [words.led(topic.label) + topic_counts(topic, words) for topic in found.topics]


def _ledger(found: Brief, words: Phrases) -> list[str]:
    """One line a category and status."""
    entries = [as_quoted(entry, found, words) for entry in found.ledger]
    grouped: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        value = _turned(f"{entry.previous} → {entry.value}" if entry.previous else entry.value, words)
        grouped.setdefault((entry.category, entry.status), []).append(value)
    return [
        short(
            words.led(f"{words.word('categories', category)}, {words.word('statuses', status)}")
            + "; ".join(values),
            _LINE,
        )
        for (category, status), values in grouped.items()
    ]


def _foot(found: Brief, words: Phrases, points: tuple[SheetPoint, ...]) -> list[str]:
    told = sum(len(point.items) for point in points)
    every = sum(len(section.lines) for section in found.sections)
    lines = [words.say("more-changes", n=every - told)] if every > told else []
    lines += [words.say("not-compared", n=found.uncovered)] if found.uncovered else []
    lines += [words.say("quiet", n=found.quiet)] if found.quiet else []
    lines += [] if words.reviewed else [words.say("unreviewed")]
    return [*lines, words.say("made", version=found.version)]


def _chapters(found: Brief, words: Phrases) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(label=section.label, items=tuple(_item(line, words) for line in section.lines))
        for section in found.sections
    )


def _text(side: str, meta: Metadata, say: PageWords) -> Text:
    """What travels names files, never folders."""
    ref = meta.ref if meta.corpus else PurePath(meta.ref.replace("\\", "/")).name
    facts = [*meta.symbols, ref, describe(meta, say), meta.adopted]
    return Text(
        side=side,
        title=meta.title(),
        facts=" · ".join(fact for fact in facts if fact),
        language=meta.language,
    )


def _most(lines: list[str], most: int, words: Phrases, key: str) -> list[str]:
    """At most so many lines; the last one counts the others."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], words.say(key, n=len(lines) - most + 1)]


def _numbers(numbers: Iterable[int], words: Phrases) -> str:
    """`#3, #7 and 12 more`: as many as one line holds."""
    found = list(numbers)
    shown: list[str] = []
    for number in found:
        if sum(len(text) + 2 for text in shown) + len(f"#{number}") > WIDTH - 24:
            break
        shown.append(f"#{number}")
    rest = len(found) - len(shown)
    return ", ".join(shown) + (f" {words.say('more', n=rest)}" if rest else "")


def _lines(text: str) -> int:
    return -(-cells(text) // WIDTH)
