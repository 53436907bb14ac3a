"""The brief as the first page of a document: lines with their role, for Word, OpenDocument and paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata
from p5diff.report import excerpt
from p5diff.report.brief import Brief, BriefLine, Point, brief
from p5diff.report.naming import day, heading
from p5diff.report.phrasebook import phrases
from p5diff.report.phrases import COUNTED, OVERLAPPING, counted
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import cautions, describe
from p5diff.report.wording import title

_TOPICS = 12
"""So many topics are told; with the rest they fill a page of A4 and no more."""
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


def cover(comparison: Comparison, selection: Selection = ALL) -> tuple[CoverLine, ...]:
    """One page: title, answer, what to know before quoting, points, topics, names, and what was compared."""
    return tuple(_lines(comparison, selection))


def _lines(comparison: Comparison, selection: Selection) -> Iterator[CoverLine]:
    found = brief(comparison, selection)
    yield _plain("title", heading(comparison).plain)
    yield _plain("answer", found.answer)
    if selection.filters:
        yield _plain("head", selection.said(comparison))
    for caution in cautions(comparison)[:4]:
        yield _plain("small", f"※ {caution}")
    yield from _points(comparison, found)
    tally = counted(comparison.tally, (*COUNTED, *OVERLAPPING), comparison)
    if tally:
        yield _plain("head", ", ".join(f"{n} {word}" for n, word in tally))
    topics = [f"{t.label}: {', '.join(f'{n} {what}' for what, n in t.counts)}" for t in found.topics]
    if topics:
        more = f"; {len(topics) - _TOPICS} more topics" if len(topics) > _TOPICS else ""
        yield _plain("small", "; ".join(topics[:_TOPICS]) + more)
    yield from _named(found)
    rest = excerpt.not_told(found)
    if rest:
        yield _plain("small", rest)
    yield from _compared(comparison)


def _points(comparison: Comparison, found: Brief) -> Iterator[CoverLine]:
    for point, items, others in excerpt.fitted(found):
        yield _plain("head", _headed(point))
        for item in items:
            yield _item(comparison, item)
            for shift in item.shifts:
                yield _plain("small", excerpt.shift_words(shift))
        if others:
            yield _plain("small", f"also {_numbered(others)}")
    for point in excerpt.unplaced(found):
        yield _plain("small", f"{_headed(point)}: {_numbered(point.others)}")


def _headed(point: Point) -> str:
    """What a point tells of, with how many changes it has: "Calls dropped (4)"."""
    named = title(point, phrases("en"))
    return f"{named[0].upper()}{named[1:]} ({point.count})"


def _item(comparison: Comparison, item: BriefLine) -> CoverLine:
    places = " → ".join(dict.fromkeys(p for p in (item.before_place, item.after_place) if p))
    language = (comparison.after if item.after else comparison.before).language
    return CoverLine(
        role="item",
        runs=(("place", f"{item.number}  {places}  "), *excerpt.pieces(item)),
        language=language,
    )


def _numbered(found: tuple[int, ...]) -> str:
    named, more = excerpt.numbers(found)
    return ", ".join(map(str, named)) + (f" and {more} more" if more else "")


def _named(found: Brief) -> Iterator[CoverLine]:
    for category in dict.fromkeys(entry.category for entry in found.ledger):
        said = []
        for status in ("entered", "left", "changed"):
            entries = [e for e in found.ledger if (e.category, e.status) == (category, status)]
            values = [f"{e.previous} → {e.value}" if e.previous else e.value for e in entries]
            more = f"; {len(values) - _NAMES} more" if len(values) > _NAMES else ""
            if values:
                said.append(f"{status} {'; '.join(values[:_NAMES])}{more}")
        yield _plain("small", f"{category}: {'. '.join(said)}")


def _compared(comparison: Comparison) -> Iterator[CoverLine]:
    for name, meta in (("Before", comparison.before), ("After", comparison.after)):
        yield _plain("foot", f"{name}: {_described(meta)}")
    yield _plain("foot", f"Compared with p5diff {comparison.provenance.version}.")


def _described(meta: Metadata) -> str:
    when = day(meta.adopted) if meta.adopted else "–".join(dict.fromkeys(day(d) for d in meta.dates))
    sha = f"source SHA-256 {meta.source.sha256}" if meta.source.sha256 else ""
    revision = f"corpus revision {meta.revision}" if meta.revision else ""
    facts = (meta.title(), meta.ref, describe(meta), meta.place, when, sha, revision)
    return ", ".join(dict.fromkeys(fact for fact in facts if fact))


def _plain(role: str, text: str) -> CoverLine:
    return CoverLine(role=role, runs=(("keep", text),))
