"""The front page: a sentence that answers, the events that matter most, the matrix, the stream, alarms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from p5diff.model.series import EventKind, Gap, Series, Wording
from p5diff.model.statement import Role
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import PageWords
from p5diff.report.series import matrix as tables
from p5diff.report.series.facts import ALARMS, cautions, dated, kind_of_text
from p5diff.report.series.matrix import MatrixCell
from p5diff.report.series.rank import Ranked, counts, ranked, surely_new
from p5diff.report.site.axis import WIDTH, positions, ticks
from p5diff.report.site.ladder import Happened, Ladders, Piece, pieces, short
from p5diff.report.site.made import Made
from p5diff.report.site.names import PageLink, topic_page
from p5diff.report.site.stream import Stream, stream

CARDS = 5
_ROW = 24
_TOP = 24
_LARGEST, _SMALLEST = 9.0, 2.5
"""Radii: two discs on neighbouring rows do not touch, and one sentence among many is still seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One event that matters: what happened, in which words, and where both wordings stand."""

    happened: Happened
    statement: str
    facts: str
    """Its date, where its name does not tell it, and what kind of text it is."""
    pieces: tuple[Piece, ...]
    thread: PageLink
    wordings: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A cell of the matrix as the picture draws it."""

    kind: str
    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A topic."""

    label: str
    href: str
    y: float
    spots: tuple[Spot, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The matrix on its axis of dates; the cells say the same in words."""

    width: int
    height: float
    ticks: tuple[tuple[float, str], ...]
    names: tuple[PageLink, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """An alarm: its words, its span, where it stands."""

    words: str
    span: str
    thread: PageLink | None
    wordings: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontEntry:
    """A statement of the series, and the page that compares it with the one before."""

    date: str
    page: PageLink
    title: str
    language: str
    direction: str
    facts: str
    pair: PageLink | None
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """All of the page."""

    title: str
    answer: str
    counts: tuple[tuple[int, str], ...]
    cautions: tuple[str, ...]
    cards: tuple[Card, ...]
    more: int
    grid: Grid
    stream: Stream
    newest: str
    alarms: tuple[tuple[str, tuple[Warned, ...]], ...]
    statements: tuple[FrontEntry, ...]
    language: str
    direction: str


def front(made: Made, ladders: Ladders) -> Front:
    """Work out the front page."""
    series = made.series
    found = ranked(series)
    return Front(
        title=made.title,
        answer=answer(series, ladders.say),
        counts=tuple((n, ladders.say.counted(n, words)) for n, words in counts(series)),
        cautions=cautions(series, ladders.say),
        cards=tuple(_card(ladders, item) for item in found[:CARDS]),
        more=max(len(found) - CARDS, 0),
        grid=_grid(series, ladders),
        stream=stream(series, ladders.say),
        newest=series.texts[-1].id,
        alarms=_alarms(series, ladders),
        statements=tuple(_listed(made, ladders)),
        language=language_tag(series.language),
        direction=direction(series.language),
    )


def answer(series: Series, say: PageWords) -> str:
    """One sentence: how much of what the series says runs through it, and what the newest does."""
    body = [t for t in series.threads if t.role is Role.BODY]
    first, last = series.texts[0].id, series.texts[-1].id
    newest = series.statements[-1]
    said = [t for t in body if isinstance(t.wordings[-1], Wording)]
    born = [t for t in said if any(e.event is EventKind.BORN and not e.others for e in t.events_in(newest))]
    new = sum(map(surely_new, born))
    old = sum(isinstance(t.wordings[0], Wording) for t in said)
    gone = sum(any(e.event is EventKind.DROPPED for e in t.events_in(newest)) for t in body)
    open_ = sum(t.wordings[-1] is Gap.NOT_COVERED for t in body)
    known = say.many(old, "{n} that was said in {name}", "{n} that were said in {name}", name=first)
    run = say(", ").join([known] * bool(old) + [say("{n} said for the first time", n=new)] * bool(new))
    text = [say.many(len(said), "{name} holds {n} thread", "{name} holds {n} threads", name=last)]
    if run:
        text = [say("{what}: {details}", what=text[0], details=run)]
    if gone:
        left = ("it leaves out {n} thread said before", "it leaves out {n} threads said before")
        text.append(say.many(gone, *left))
    elif not open_ and len(series.texts) > 1:
        text.append(say("nothing said in {name} is dropped", name=series.texts[-2].id))
    if open_:
        text.append(
            say.many(
                open_,
                "of {n} thread said before nobody can tell, since the text is partial",
                "of {n} threads said before nobody can tell, since the text is partial",
            )
        )
    return say("{all}.", all=say("; ").join(text))


def _card(ladders: Ladders, item: Ranked) -> Card:
    thread, event = item
    ref = event.statement
    at = ladders.at[ref]
    meta = ladders.series.texts[at]
    before, after = ladders.series.rests_on(thread, event)
    here = thread.wordings[at]
    shown: tuple[Piece, ...]
    if isinstance(here, Wording) and event.event is not EventKind.BORN:
        shown = pieces(here, before)
    else:  # what left, and what came in its place or for the first time
        gone = before if event.event is not EventKind.BORN else None
        told = (("delete", gone), ("insert", after))
        found = [(op, short(wording.text), False) for op, wording in told if wording]
        shown = tuple(piece for one in found for piece in (("keep", " ", False), one))[1:]
    return Card(
        happened=replace(ladders.happened(thread, event), others=()),  # both wordings stand here
        statement=ladders.places.name(ref),
        facts=ladders.say(", ").join(filter(None, (dated(meta), kind_of_text(meta, ladders.say)))),
        pieces=shown,
        thread=ladders.link(thread.id),
        wordings=ladders.wordings(thread, event),
    )


def _grid(series: Series, ladders: Ladders) -> Grid:
    matrix = tables.by_topic(series)
    at = positions(series)
    most = max((cell.count for row in matrix.rows for cell in row.cells), default=1) or 1
    rows = []
    for n, row in enumerate(matrix.rows):
        y = _TOP + _ROW * (n + 0.5)
        say = ladders.say
        label = row.label if row.id else say(row.label)
        spots = tuple(
            _spot(cell, x, y, most, say.led(say(", ").join((label, name))) + cell.told(say))
            for cell, x, name in zip(row.cells, at, matrix.statements, strict=True)
            if cell.count or cell.dropped or cell.gap == Gap.NOT_COVERED.value
        )
        cells = tuple(cell.told(ladders.say) for cell in row.cells)
        rows.append(GridRow(label=label, href=topic_page(row.id), y=y, spots=spots, cells=cells))
    return Grid(
        width=WIDTH,
        height=_TOP + _ROW * len(rows) + 6,
        ticks=ticks(series, at),
        names=tuple(ladders.places.link(ref) for ref in series.statements),
        rows=tuple(rows),
    )


def _spot(cell: MatrixCell, x: float, y: float, most: int, words: str) -> Spot:
    """A disc whose area is the number of sentences; a bar where all was dropped; a ring where unclear."""
    if cell.gap == Gap.NOT_COVERED.value:
        return Spot(kind="unclear", x=x, y=y, radius=3, words=words)
    if not cell.count:
        return Spot(kind="dropped", x=x, y=y, radius=4, words=words)
    kind = "said"
    if bool(cell.stronger) != bool(cell.weaker):
        kind = "stronger" if cell.stronger else "weaker"
    return Spot(
        kind=kind,
        x=x,
        y=y,
        radius=round(max(_LARGEST * (cell.count / most) ** 0.5, _SMALLEST), 1),
        words=words,
    )


def _alarms(series: Series, ladders: Ladders) -> tuple[tuple[str, tuple[Warned, ...]], ...]:
    found = []
    for kind, words in ALARMS.items():
        told = []
        for alarm in series.alarms:
            if alarm.kind is not kind:
                continue
            span = ""
            if alarm.since and alarm.until:
                first, last = ladders.places.name(alarm.since), ladders.places.name(alarm.until)
                span = first if first == last else ladders.say("{first} to {last}", first=first, last=last)
            thread = ladders.threads.get(alarm.thread)
            told.append(
                Warned(
                    words=short(alarm.text),
                    span=span,
                    thread=ladders.link(thread.id) if thread else None,
                    wordings=ladders.wordings(thread, thread.events_in(alarm.statement)[0]) if thread else (),
                )
            )
        if told:
            found.append((ladders.say(words), tuple(told)))
    return tuple(found)


def _listed(made: Made, ladders: Ladders) -> list[FrontEntry]:
    found = []
    refs = made.series.statements
    for n, meta in enumerate(made.series.texts):
        pair = PageLink(
            href=ladders.places.pair(refs[n - 1], refs[n]),
            text=ladders.say("compared with {name}", name=ladders.places.name(refs[n - 1])),
        )
        title = meta.title()
        found.append(
            FrontEntry(
                date=dated(meta),
                page=PageLink(href=ladders.places.page(meta.ref), text=meta.id),
                title=title if title != meta.id else "",
                language=language_tag(meta.language),
                direction=direction(meta.language),
                facts=kind_of_text(meta, ladders.say),
                pair=pair if n else None,
                word=made.word_files[n - 1] if n and made.word_files else "",
            )
        )
    return found
