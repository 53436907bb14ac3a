"""The page as data: everything the template draws, nothing drawn yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata, Role
from p5diff.report import setaside
from p5diff.report.html.brief import PageBrief, page_brief
from p5diff.report.html.flow import FlowDiagram, flow
from p5diff.report.html.foot import FootEvidence, evidence
from p5diff.report.html.inline import InlineLine, inline_lines
from p5diff.report.html.notes import TOKEN_WORDS, ChangeNote, notes
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.html.words import TopicWords, topic_words
from p5diff.report.naming import Heading, heading, travelling
from p5diff.report.parallel import FacingBand, bands
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import COUNTED, OVERLAPPING, uncovered_words
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import cautions, describe, renumberings


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A text as the page introduces it."""

    name: str
    short: str
    """What tells it from the other text: its date, title or id."""
    title: str
    language: str
    direction: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A run of bands or lines, open, or folded away because nothing in it changed."""

    folded: bool
    items: tuple[FacingBand, ...] | tuple[InlineLine, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOption:
    """An entry of a filter: its value, its words, how many changes have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """All of the report."""

    heading: Heading
    heading_language: str
    before: Plate
    after: Plate
    cautions: tuple[str, ...]
    notices: tuple[str, ...]
    """What was noted while reading and comparing, that does not bear on quoting: at the foot."""
    filtered: str
    """Which changes were asked for, and how many are not shown; empty for all."""
    counts: tuple[tuple[int, str], ...]
    overlaps: tuple[tuple[int, str], ...]
    brief: PageBrief
    renumbered: tuple[str, ...]
    set_aside: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    """What was left out and differs: what and where, its kind, its words as (operation, text)."""
    set_aside_same: str
    notes: dict[int, ChangeNote]
    homes: dict[tuple[str, int], tuple[int, ...]]
    """Side and block → the changes whose notes stand under that paragraph."""
    side_by_side: tuple[Fold, ...]
    inline: tuple[Fold, ...]
    filters: tuple[tuple[str, str, tuple[FilterOption, ...]], ...]
    flow: FlowDiagram
    words: tuple[TopicWords, ...]
    uncovered: str
    evidence: FootEvidence
    differs: bool
    long: bool
    """Whether so much stands on the page that a browser had better lay out first what is looked at."""
    cited: tuple[str, str, str]
    """Both texts and the maker, as a citation names them."""


def build(comparison: Comparison, selection: Selection = ALL, *, say: PageWords | None = None) -> ReportPage:
    """Work out every part of the page, for all changes or for those asked for."""
    say = say or PageWords()
    comparison = travelling(comparison, say.language)
    found = notes(comparison, selection, say=say)
    shown = found if selection.filters else None
    faced = tuple(band if shown is None else _narrowed(band, found) for band in bands(comparison))
    titled = _titled(comparison, say)
    grave, notices = _cautions(comparison, say)
    return ReportPage(
        heading=titled,
        heading_language=language_tag(titled.language),
        before=_plate(say("Before"), titled.before, comparison.before, say),
        after=_plate(say("After"), titled.after, comparison.after, say),
        cautions=grave,
        notices=notices,
        filtered=selection.said(comparison, say),
        counts=_counts(comparison, COUNTED),
        overlaps=_counts(comparison, OVERLAPPING),
        brief=page_brief(comparison, selection, say),
        renumbered=tuple(_renumbered(comparison)),
        set_aside=tuple(_set_aside(comparison, say)),
        set_aside_same=setaside.unchanged(comparison, say),
        notes=found,
        homes=_homes(faced, found),
        side_by_side=_folds(faced, _band_is_quiet, _band_is_head, partial(_band_summary, say=say)),
        inline=_inline(comparison, shown, say),
        filters=_filters(found.values(), uncovered_words(comparison), say),
        flow=flow(comparison, say),
        words=topic_words(comparison, say),
        uncovered=uncovered_words(comparison),
        evidence=evidence(comparison, say),
        long=len(faced) > _LONG,
        differs=bool(notes(comparison) or comparison.set_aside.differing),
        cited=_cited(comparison, say),
    )


def _inline(
    comparison: Comparison, shown: Mapping[int, ChangeNote] | None, say: PageWords
) -> tuple[Fold, ...]:
    """Both texts in one column, of the changes that are shown."""
    lines = inline_lines(comparison, shown)
    return _folds(lines, _line_is_quiet, _line_is_head, partial(_line_summary, say=say))


def _cited(comparison: Comparison, say: PageWords) -> tuple[str, str, str]:
    maker = f"p5diff {comparison.provenance.version}"
    return _cite(comparison.before, say), _cite(comparison.after, say), maker


def _titled(comparison: Comparison, say: PageWords) -> Heading:
    """The heading in the page's language, where texts without names are "before" and "after"."""
    titled = heading(comparison, say.language)
    if (titled.before, titled.after) == ("before", "after"):
        return replace(titled, before=say("before"), after=say("after"))
    return titled


def _set_aside(
    comparison: Comparison, say: PageWords
) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """What both texts leave out and differs: what is said of it, its kind, its words."""
    for row in setaside.rows(comparison):
        yield setaside.said(row, say), row.kind.value, tuple((edit.op.value, edit.text) for edit in row.edits)


_LONG = 600
"""Passages from which on a page opens noticeably later when all of them are laid out first: about 50,000
words in each text."""


def _cautions(comparison: Comparison, say: PageWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What must be known before quoting, and what can wait for the foot of the page."""
    later = {say.note(note.message) for note in comparison.provenance.notes if note.slug in _FOR_THE_FOOT}
    said = cautions(comparison, say)
    return tuple(c for c in said if c not in later), tuple(c for c in said if c in later)


_FOR_THE_FOOT = frozenset({"set-aside", "set-aside-compared"})
"""Notes on page furniture and the like, which were no part of either text."""


def _narrowed(band: FacingBand, found: Mapping[int, ChangeNote]) -> FacingBand:
    """The band with the marks of the changes that were asked for, and no other."""
    before, after = (
        tuple(
            replace(
                block,
                parts=tuple(
                    part
                    if part.change in found
                    else replace(part, runs=((False, False, "".join(text for *_, text in part.runs)),))
                    for part in block.parts
                ),
            )
            for block in side
        )
        for side in (band.before, band.after)
    )
    marked = any(part.change in found for block in (*before, *after) for part in block.parts)
    return replace(band, before=before, after=after, unchanged=not marked)


def _homes(
    faced: Iterable[FacingBand], found: Mapping[int, ChangeNote]
) -> dict[tuple[str, int], tuple[int, ...]]:
    """Where a band holds several paragraphs of a side, notes stand under the paragraph they speak of."""
    homes: dict[tuple[str, int], tuple[int, ...]] = {}
    for band in faced:
        if max(len(band.before), len(band.after)) < 2:
            continue
        told = set(band.told) & set(found)
        for side, blocks in (("after", band.after), ("before", band.before)):
            for block in blocks:
                own = tuple(part.change for part in block.parts if part.first and part.change in told)
                homes[side, block.block] = own
                told -= set(own)
    return homes


def _plate(name: str, short: str, meta: Metadata, say: PageWords) -> Plate:
    when = say.day(meta.adopted) if meta.adopted else "–".join(dict.fromkeys(map(say.day, meta.dates)))
    told = ("" if short.startswith(meta.title()) else meta.title(), meta.place, when, describe(meta, say))
    return Plate(
        name=name,
        short=short,
        title=meta.title(),
        language=language_tag(meta.language),
        direction=direction(meta.language),
        fact=" · ".join(dict.fromkeys(p for p in told if p)),
    )


def _cite(meta: Metadata, say: PageWords) -> str:
    facts = (meta.title(say.language), *meta.symbols, meta.ref, describe(meta, say), meta.revision[:12])
    return ", ".join(dict.fromkeys(fact for fact in facts if fact))


def counts(comparison: Comparison) -> tuple[tuple[int, str], ...]:
    """Every count that is not zero, with its word; the overlapping ones last."""
    return _counts(comparison, (*COUNTED, *OVERLAPPING))


def _counts(comparison: Comparison, names: Iterable[str]) -> tuple[tuple[int, str], ...]:
    found = ((getattr(comparison.tally, name), name) for name in names)
    words = {"uncovered": uncovered_words(comparison)}
    return tuple((count, words.get(name, name)) for count, name in found if count)


def _renumbered(comparison: Comparison) -> Iterable[str]:
    for run in renumberings(comparison):
        one = run.count == 1
        before = run.before_first if one else f"{run.before_first}–{run.before_last}"
        after = run.after_first if one else f"{run.after_first}–{run.after_last}"
        yield f"{before} → {after}"


def _filters(
    found: Iterable[ChangeNote], uncovered: str, say: PageWords
) -> tuple[tuple[str, str, tuple[FilterOption, ...]], ...]:
    found = tuple(found)
    words = {**TOKEN_WORDS, "uncovered": uncovered}
    kinds = _choices((t, say(words.get(t, t))) for note in found for t in note.tokens)
    topics = _choices((t, w) for note in found for t, w in zip(note.topics, note.topic_labels, strict=True))
    strength = _choices((s, say(s)) for note in found for s in note.strength)
    named = (
        ("kind", say("Kind"), kinds),
        ("topic", say("Topic"), topics),
        ("strength", say("Strength"), strength),
    )
    return tuple(item for item in named if item[2])


def _choices(values: Iterable[tuple[str, str]]) -> tuple[FilterOption, ...]:
    counts: dict[tuple[str, str], int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return tuple(FilterOption(value=v, label=label, count=count) for (v, label), count in counts.items())


T = TypeVar("T", FacingBand, InlineLine)


def _folds(
    items: Sequence[T],
    quiet: Callable[[T], bool],
    head: Callable[[T], bool],
    summary: Callable[[Sequence[T]], str],
) -> tuple[Fold, ...]:
    """Fold runs of quiet items; titles stay, and so does a heading right above a change."""
    kept = [not quiet(item) for item in items]
    for index in range(len(items) - 1, -1, -1):
        role = _role(items[index])
        above = index + 1 < len(items) and kept[index + 1] and role is Role.HEADING
        kept[index] = kept[index] or role is Role.TITLE or (head(items[index]) and above)
    folds: list[tuple[bool, list[T]]] = []
    for item, open_ in zip(items, kept, strict=True):
        if not folds or folds[-1][0] is open_:
            folds.append((not open_, []))
        folds[-1][1].append(item)
    return tuple(
        Fold(folded=folded, items=tuple(run), summary=summary(run) if folded else "") for folded, run in folds
    )


def _role(item: FacingBand | InlineLine) -> Role:
    if isinstance(item, InlineLine):
        return item.role
    return (item.after or item.before)[0].role


def _band_is_quiet(band: FacingBand) -> bool:
    return band.unchanged


def _band_is_head(band: FacingBand) -> bool:
    return all(block.role is Role.HEADING for block in (*band.before, *band.after))


def _band_summary(run: Sequence[FacingBand], say: PageWords) -> str:
    numbers = [block.number for band in run for block in band.after if block.number is not None]
    return _summary(sum(len(band.after) for band in run), numbers, say)


def _line_is_quiet(line: InlineLine) -> bool:
    return line.unchanged


def _line_is_head(line: InlineLine) -> bool:
    return line.role is Role.HEADING


def _line_summary(run: Sequence[InlineLine], say: PageWords) -> str:
    return _summary(len(run), [line.after_number for line in run if line.after_number is not None], say)


def _summary(count: int, numbers: list[int], say: PageWords) -> str:
    where = ""
    if numbers:
        where = f" (¶{numbers[0]})" if len(numbers) == 1 else f" (¶{numbers[0]}–{numbers[-1]})"
    return say.many(count, "{n} paragraph unchanged", "{n} paragraphs unchanged") + where
