"""The brief as the first page of a document: lines with their role, for Word, OpenDocument and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata
from p5diff.report import excerpt
from p5diff.report.bidi import right_to_left
from p5diff.report.brief import Brief, BriefLine, Point, brief
from p5diff.report.cut import cells
from p5diff.report.naming import heading
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import COUNTED, OVERLAPPING, counted
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import cautions, describe
from p5diff.report.wording import as_quoted, said, title, topic_counts

WORD, OPEN = 560, 440
"""Points that the lines of a cover may be high together, by `_height`, in Word and OpenDocument files:
LibreOffice cuts what is more off the header of a page without a word, at four fifths and two thirds of A4."""
_HEIGHTS = {
    "title": (48, 28.0),
    "answer": (78, 17.0),
    "head": (88, 17.0),
    "item": (94, 13.5),
    "small": (104, 11.5),
}
"""Cells that fill a line of each role, and the points it takes, with the space before it."""
_FOOT_WIDE, _FOOT_HIGH, _FEET = 110, 9.5, 5
"""Cells that fill a line at the foot, with a checksum that does not break; the points it takes; and how many
lines LibreOffice leaves the foot under the highest cover: what is more it cuts off."""
_LARGER = 1.25
"""How much larger Arabic is set."""
_NAMES = 8
"""So many names of a category are told; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """A paragraph of the cover. `role` is title, answer, head, item, small or foot (of the page);
    `runs` are (operation, text).
    """

    role: str
    runs: tuple[tuple[str, str], ...]
    language: str = "en"


def cover(
    comparison: Comparison, selection: Selection = ALL, say: PageWords | None = None, *, high: int = WORD
) -> tuple[CoverLine, ...]:
    """One page: title, answer, what to know before quoting, points, topics, names, and what was compared.

    `say` has the words of the page itself, English unless given; texts stay as they are.
    `high` is how much room there is, in points.
    """
    say = say or PageWords()
    found = brief(comparison, selection, say)
    lines: tuple[CoverLine, ...] = ()
    for size in _SIZES:
        lines = tuple(_Cover(comparison, found, selection, say, size).lines())
        if _height(lines) <= high:
            break
    return lines


class _Size(NamedTuple):
    """How much a cover tells: changes, cells of each, how many of the others are named, topics, categories of
    things named."""

    changes: int
    cells: int
    others: int
    topics: int
    categories: int


_SIZES = (
    _Size(excerpt.TOLD, 160, 14, 12, 12),
    _Size(excerpt.TOLD, 160, 14, 6, 4),
    _Size(excerpt.TOLD, 160, 14, 3, 1),
    _Size(excerpt.TOLD, 120, 10, 0, 0),
    _Size(6, 120, 10, 0, 0),
    _Size(5, 90, 8, 0, 0),
    _Size(3, 90, 5, 0, 0),
)
"""The most generous that a page holds is taken; what it leaves out is counted."""


def _height(lines: Sequence[CoverLine]) -> float:
    """About how high the lines are together, in points; of those at the foot of the page what is more than
    the room that they have."""
    high, feet = 0.0, 0
    for line in lines:
        if line.role in _HEIGHTS:
            width, one = _HEIGHTS[line.role]
            larger = _LARGER if right_to_left(line.language) else 1
            high += one * larger * -(-cells("".join(text for _, text in line.runs)) // width)
        else:
            feet += -(-cells("".join(text for _, text in line.runs)) // _FOOT_WIDE)
    return high + max(0, feet - _FEET) * _FOOT_HIGH


class _Cover:
    """Draws the page in the words of one language."""

    def __init__(
        self, comparison: Comparison, found: Brief, selection: Selection, say: PageWords, size: _Size
    ) -> None:
        self._comparison = comparison
        self._selection = selection
        self._say = say
        self._found = found
        self._size = size

    def lines(self) -> Iterator[CoverLine]:
        """All lines of the page."""
        comparison, say, found = self._comparison, self._say, self._found
        yield self._plain("title", heading(comparison, say.language).plain)
        yield self._plain("answer", said(found, say.book))
        if self._selection.filters:
            yield self._plain("head", self._selection.said(comparison, say))
        for caution in cautions(comparison, say)[:4]:
            yield self._plain("small", f"※ {caution}")
        yield from self._points()
        tally = counted(comparison.tally, (*COUNTED, *OVERLAPPING), comparison)
        if tally:
            yield self._plain("head", say.book.listed(say.book.counted(n, say(word)) for n, word in tally))
        topics = [f"{say.led(t.label)}{topic_counts(t, say.book)}" for t in found.topics if t.counts]
        if topics:
            left = len(topics) - self._size.topics
            more = [say("and {n} more", n=left) if self._size.topics else str(left)] if left > 0 else []
            yield self._plain(
                "small", f"{say.led(say('By topic'))}{say('; ').join([*topics[: self._size.topics], *more])}"
            )
        yield from self._named()
        rest = excerpt.not_told(found, say, self._size.changes)
        if rest:
            yield self._plain("small", rest)
        yield from self._compared()
        if not say.book.reviewed:
            yield self._plain("foot", say.book.say("unreviewed"))

    def _points(self) -> Iterator[CoverLine]:
        for point, items, others in excerpt.fitted(self._found, self._size.changes):
            yield self._plain("head", self._headed(point))
            for item in items:
                yield self._item(item)
                for shift in item.shifts:
                    yield self._plain("small", excerpt.shift_words(shift, self._say.book))
            if others:
                yield self._plain(
                    "small", f"{self._say('also')} {self._about(others, signed=len(point.parts) > 1)}"
                )
        for point in excerpt.unplaced(self._found):
            yield self._plain("small", f"{self._say.led(self._headed(point))}{self._numbered(point.others)}")

    def _headed(self, point: Point) -> str:
        """What a point tells of, with how many changes it has: "Calls dropped (4)"."""
        return f"{title(point, self._say.book)} ({point.count})"

    def _item(self, item: BriefLine) -> CoverLine:
        sides = dict.fromkeys(p for p in (item.before_place, item.after_place) if p)
        places = " → ".join(map(self._say.place, sides))
        language = (self._comparison.after if item.after else self._comparison.before).language
        return CoverLine(
            role="item",
            runs=(("place", f"{item.number}  {places}  "), *excerpt.pieces(item, self._size.cells)),
            language=language,
        )

    def _about(self, found: tuple[int, ...], *, signed: bool) -> str:
        """`“Lake Orr” 3, 7; “grain” 9 and 12 more`."""
        named, more = excerpt.numbers(found, self._size.others)
        return excerpt.about(named, self._found.subjects, self._say.book, "{}", signed=signed) + (
            f" {self._say('and {n} more', n=more)}" if more else ""
        )

    def _numbered(self, found: tuple[int, ...]) -> str:
        named, more = excerpt.numbers(found)
        return ", ".join(map(str, named)) + (f" {self._say('and {n} more', n=more)}" if more else "")

    def _named(self) -> Iterator[CoverLine]:
        words = self._say.book
        ledger = [as_quoted(entry, self._found, words) for entry in self._found.ledger]
        categories = tuple(dict.fromkeys(entry.category for entry in ledger))
        for category in categories[: self._size.categories]:
            told = []
            for status in ("entered", "left", "changed"):
                entries = [e for e in ledger if (e.category, e.status) == (category, status)]
                values = [f"{e.previous} → {e.value}" if e.previous else e.value for e in entries]
                left = len(values) - _NAMES
                more = f"; {self._say('and {n} more', n=left)}" if left > 0 else ""
                if values:
                    told.append(
                        f"{words.word('statuses', status)} {self._say('; ').join(values[:_NAMES])}{more}"
                    )
            yield self._plain("small", f"{words.led(words.word('categories', category))}{'. '.join(told)}")
        if others := categories[self._size.categories :]:
            counts = [(words.word("categories", c), sum(e.category == c for e in ledger)) for c in others]
            named = ", ".join(f"{name} ({n})" for name, n in counts)
            yield self._plain("small", f"{self._say.led(self._say('Named in the texts'))}{named}")

    def _compared(self) -> Iterator[CoverLine]:
        say, comparison = self._say, self._comparison
        for name, meta in ((say("Before"), comparison.before), (say("After"), comparison.after)):
            yield self._plain("foot", f"{say.led(name)}{self._described(meta)}")
        made = f"p5diff {comparison.provenance.version}"
        yield self._plain("foot", say("Compared with {made}.", made=made))

    def _described(self, meta: Metadata) -> str:
        say = self._say
        when = (
            say.day(meta.adopted) if meta.adopted else "–".join(dict.fromkeys(say.day(d) for d in meta.dates))
        )
        facts = (
            meta.ref,
            describe(meta, say),
            meta.place,
            when,
            f"{say('Source SHA-256')} {meta.source.sha256}" if meta.source.sha256 else "",
            f"{say('Corpus revision')} {meta.revision}" if meta.revision else "",
        )
        return ", ".join(dict.fromkeys(fact for fact in facts if fact))

    def _plain(self, role: str, text: str) -> CoverLine:
        return CoverLine(role=role, runs=(("keep", text),), language=self._say.language)
