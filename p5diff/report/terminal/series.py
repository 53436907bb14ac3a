"""A series in a terminal: its summary, a thread as a ladder of wordings, the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.model.comparison import MarkKind
from p5diff.model.series import Alarm, AlarmKind, Event, EventKind, Gap, Series, Thread, Wording
from p5diff.model.statement import Metadata, Role
from p5diff.report.cut import cells
from p5diff.report.phrasebook import PageWords
from p5diff.report.series.facts import ALARMS, cautions, date, dated, detail, kind_of_text
from p5diff.report.series.matrix import Matrix, MatrixRow
from p5diff.report.series.rank import called, counts, ranked
from p5diff.report.site.names import thread_link
from p5diff.report.terminal.comparison import rule
from p5diff.report.terminal.layout import Chunk, Line, chunk, wrap
from p5diff.report.terminal.words import marked

ENGLISH = PageWords()
LEGEND = "· not said   ? not covered   blank: not said yet   number: sentences, then the strongest"
"""What the signs of the matrix mean."""
_FEW = 5
"""So many events, or alarms of a kind, are told; the rest is counted."""
_SHOWN = 240
"""Characters of a wording in the summary: three lines of a usual terminal. Ladders show it whole."""
_SIGNS = {
    EventKind.BORN: ("+", "new"),
    EventKind.DROPPED: ("-", "dropped"),
    EventKind.RECAST: ("≈", "recast"),
    EventKind.WEAKENED: ("▼", "weaker"),
    EventKind.STRENGTHENED: ("▲", "stronger"),
    EventKind.CARRIED_OUT: ("✓", "stronger"),
    EventKind.SPLIT: ("⋔", "reworded"),
    EventKind.MERGED: ("⋈", "reworded"),
    EventKind.REVIVED: ("↺", "new"),
    EventKind.REWORDED: ("~", "reworded"),
    EventKind.KEPT: ("=", "unchanged"),
    EventKind.NOT_COVERED: ("?", "uncovered"),
}
_INDENT = " " * 5


def said_of_forms(what: str, exact: int, near: int, say: PageWords = ENGLISH) -> str:
    """How many threads say what was looked for as it was typed, and how many in other forms of it."""
    named = say.book.quoted(what)
    if not exact:
        return say(
            "no text says {what} in these words; what follows says it in other forms of them", what=named
        )
    return say(
        "threads that say {what} in these words: {n}; in other forms of them, listed after those: {more}",
        what=named,
        n=exact,
        more=near,
    )


def series_lines(series: Series, width: int, say: PageWords = ENGLISH) -> Iterator[Line]:
    """The summary: statements, what lives and what left, the events that matter most, alarms, in the words of
    `say`."""
    texts = series.texts
    shared = _shared_title(texts)
    span = say("{first} to {last}", first=texts[0].id, last=texts[-1].id)
    told = say("{n} statements", n=len(texts)) + say(", ") + span
    yield from wrap([chunk(say.led(told) + shared if shared else told, "title")], width)
    yield from _notes(series, width, say)
    if all(_named(meta, shared, say) == meta.id and date(meta) and not dated(meta) for meta in texts):
        yield from wrap([chunk(", ".join(meta.id for meta in texts))], width, first="  ", rest="  ")
    else:
        for meta in texts:
            day = f"  {date(meta) or say('no date'):<11}" if dated(meta) or not date(meta) else "  "
            yield from wrap([chunk(day), chunk(_named(meta, shared, say))], width, rest=_INDENT)
    yield []
    yield from wrap([chunk(_counts(series, say))], width)
    found = ranked(series)
    if found:
        yield []
        yield rule(say("What matters most"), width)
        for thread, event in found[:_FEW]:
            yield from _event(series, thread, event, width, say)
        if len(found) > _FEW:
            more = say("{n} more events of this kind: p5diff trace, p5diff matrix", n=len(found) - _FEW)
            yield from wrap([chunk(more, "dim")], width, first="  ", rest="  ")
    yield from alarm_lines(series, width, say)
    yield from _unread(say, width)


def _unread(say: PageWords, width: int) -> Iterator[Line]:
    """That nobody who speaks the language has read these words, where that is so."""
    if not say.book.reviewed:
        yield []
        yield from wrap([chunk(say.book.say("unreviewed"), "dim")], width, first="  ", rest="  ")


def _notes(series: Series, width: int, say: PageWords) -> Iterator[Line]:
    for message in cautions(series, say):
        yield from wrap([chunk(message, "caution")], width, first="  ! ", rest="    ")


def _named(meta: Metadata, shared: str, say: PageWords) -> str:
    title = meta.title(meta.language)
    return " · ".join(
        filter(None, (meta.id, kind_of_text(meta, say), title if title not in (meta.id, shared) else ""))
    )


def _shared_title(texts: Sequence[Metadata]) -> str:
    """The title that all of them bear, told once; empty where they differ or have none."""
    titles = {meta.title(meta.language) for meta in texts}
    return titles.pop() if len(titles) == 1 and titles.isdisjoint(meta.id for meta in texts) else ""


def _counts(series: Series, say: PageWords) -> str:
    """One sentence in words."""
    body = [t for t in series.threads if t.role is Role.BODY]
    said = sum(isinstance(t.wordings[-1], Wording) for t in body)
    unclear = sum(t.wordings[-1] is Gap.NOT_COVERED for t in body)
    held = [say("{n} threads", n=len(body)), say("{n} of them said in the newest statement", n=said)]
    held += [say("{n} not covered by it", n=unclear)] * bool(unclear)
    told = say(", ").join(f"{n} {say.counted(n, words)}" for n, words in counts(series))
    whole = say(", ").join(held)
    return say("{all}.", all=say.led(whole) + told if told else whole)


def _event(series: Series, thread: Thread, event: Event, width: int, say: PageWords) -> Iterator[Line]:
    sign, style = _SIGNS[event.event]
    name = _id_of(series, event.statement)
    became = f" {sign} {say(event.event.value)} {say('in')} {name}"
    head = [chunk(became, style), chunk(f"  {thread.id}", "dim")]
    yield from wrap(head, width, rest=_INDENT)
    before, after = series.rests_on(thread, event)
    gone = event.event in (EventKind.DROPPED, EventKind.RECAST)
    told = [before, after] if event.event is EventKind.RECAST else [before if gone else after or before]
    for number, wording in enumerate(w for w in told if w is not None):
        now = say.led(say("now")) if number else ""
        yield from wrap([chunk(f"{now}{_short(wording.text)}")], width, first=_INDENT, rest=_INDENT)
    if event.detail:
        yield from wrap([chunk(detail(event, say), "dim")], width, first=_INDENT, rest=_INDENT + "  ")


def alarm_lines(series: Series, width: int, say: PageWords = ENGLISH) -> Iterator[Line]:
    """The alarms of the newest statement, by kind."""
    if not series.alarms:
        return
    yield []
    yield rule(f"{say('Watch in')} {series.texts[-1].id}", width)
    for kind in AlarmKind:
        found = [a for a in series.alarms if a.kind is kind]
        if not found:
            continue
        yield from wrap([chunk(f" {say.led(say(ALARMS[kind]))}{len(found)}", "topic")], width, rest="   ")
        for alarm in found[:_FEW]:
            yield from wrap(_alarm(series, alarm, say), width, first=_INDENT, rest=_INDENT + "  ")
        if len(found) > _FEW:
            yield [chunk(_INDENT + say("{n} more", n=len(found) - _FEW), "dim")]


def _alarm(series: Series, alarm: Alarm, say: PageWords) -> list[Chunk]:
    span = ""
    if alarm.since and alarm.until:
        first, last = _id_of(series, alarm.since), _id_of(series, alarm.until)
        span = f" ({_span(first, last, say)})"
    thread = f"  {alarm.thread}" if alarm.thread else ""
    return [chunk(_short(alarm.text)), chunk(f"{span}{thread}", "dim")]


def _span(first: str, last: str, say: PageWords) -> str:
    return first if first == last else say("{first} to {last}", first=first, last=last)


def trace_lines(
    series: Series,
    threads: Sequence[Thread],
    width: int,
    say: PageWords = ENGLISH,
    *,
    near: Sequence[Thread] = (),
) -> Iterator[Line]:
    """Each thread as a ladder of wordings, dated, each marked against the one before; those that say what was
    looked for in other forms alone (`near`) behind a line that says so.
    """
    yield from _notes(series, width, say)
    for number, thread in enumerate([*threads, *near]):
        if number:
            yield []
        if threads and number == len(threads):
            yield [chunk(f"{say.led(say('In other forms of these words'))}{len(near)}", "topic")]
            yield []
        yield from _ladder(series, thread, width, say)
    yield from _unread(say, width)


def _ladder(series: Series, thread: Thread, width: int, say: PageWords) -> Iterator[Line]:
    labels = dict(series.topics)
    topics = say(", ").join(labels.get(t, t) for t in thread.topics)
    yield rule(f"{thread.id}" + (f" · {topics}" if topics else ""), width)
    first, last = _id_of(series, thread.first.statement), _id_of(series, thread.last.statement)
    spoken = say("first said in {first}, last in {last}", first=first, last=last)
    site = say("its page on the site that p5diff site makes: {link}", link=thread_link(thread))
    yield from wrap(
        [chunk(say("; ").join([spoken, *_gaps(series, thread, say)]), "dim")],
        width,
        first="  ",
        rest=_INDENT,
    )
    yield from wrap(
        [chunk(site, "dim")],
        width,
        first="  ",
        rest=_INDENT,
    )
    before: Wording | None = None
    kept: list[str] = []
    for meta, wording in zip(series.texts, thread.wordings, strict=True):
        events = thread.events_in(meta.ref)
        same = isinstance(wording, Wording) and before is not None and wording.text == before.text
        if same and all(e.event is EventKind.KEPT for e in events):
            kept.append(meta.id)
            continue
        yield from _kept(kept, width, say)
        kept = []
        if isinstance(wording, Wording):
            yield from _rung(meta, wording, thread, before, width, say)
            before = wording
        elif events:
            yield from _gap(meta, events, width, say)
    yield from _kept(kept, width, say)


def _gaps(series: Series, thread: Thread, say: PageWords) -> list[str]:
    said = [at for at, w in enumerate(thread.wordings) if isinstance(w, Wording)]
    inside = [
        _id_of(series, series.statements[at])
        for at in range(said[0], said[-1])
        if thread.wordings[at] is Gap.ABSENT
    ]
    silent = [
        _id_of(series, series.statements[at])
        for at in range(said[0], said[-1])
        if thread.wordings[at] is Gap.NOT_COVERED
    ]
    named = (("not said in {names}", inside), ("not covered in {names}", silent))
    return [say(words, names=", ".join(names)) for words, names in named if names]


def _kept(names: list[str], width: int, say: PageWords) -> Iterator[Line]:
    if names:
        told = _span(names[0], names[-1], say)
        if len(names) > 1:
            told += say.book.say("beside", said=say("{n} statements", n=len(names)))
        yield from wrap(
            [chunk(f" = {say.led(say('in the same words'))}{told}", "unchanged")], width, rest=_INDENT
        )


def _rung(
    meta: Metadata, wording: Wording, thread: Thread, before: Wording | None, width: int, say: PageWords
) -> Iterator[Line]:
    events = thread.events_in(meta.ref)
    signs = " ".join(f"{_SIGNS[e.event][0]} {say(called(thread, e))}" for e in events)
    style = _SIGNS[events[-1].event][1] if events else ""
    place = f"¶{wording.paragraph}" if wording.paragraph else wording.sentences[0]
    does = " · ".join(dict.fromkeys(_does(wording, say)))
    head = [
        chunk(f" {signs}", style),
        chunk(f"  {_when(meta, say)} {place}" + (f"  {does}" if does else ""), "dim"),
    ]
    yield from wrap(head, width, rest=_INDENT)
    words = marked(wording.edits) if before is not None and wording.edits else [chunk(wording.text)]
    yield from wrap(words, width, first=_INDENT, rest=_INDENT)
    for event in events:
        if event.detail:
            yield from wrap([chunk(detail(event, say), "dim")], width, first=_INDENT, rest=_INDENT + "  ")
        if event.others:
            told = say("see {names}", names=", ".join(event.others))
            yield from wrap([chunk(told, "dim")], width, first=_INDENT, rest=_INDENT + "  ")


def _does(wording: Wording, say: PageWords) -> Iterator[str]:
    """Its kind and rung, as far as there are any."""
    if wording.kind is not MarkKind.NONE:
        yield say(wording.kind.value)
    if wording.rung and wording.rung != MarkKind.NONE.value:
        yield say.rung(wording.rung)


def _when(meta: Metadata, say: PageWords) -> str:
    """Its date, where its name does not tell it, its name, and what kind of text it is."""
    kind = kind_of_text(meta, say)
    return (f"{dated(meta)}  " if dated(meta) else "") + meta.id + (f" ({kind})" if kind else "")


def _gap(meta: Metadata, events: Sequence[Event], width: int, say: PageWords) -> Iterator[Line]:
    for event in events:
        sign, style = _SIGNS[event.event]
        others = "  " + say("see {names}", names=", ".join(event.others)) if event.others else ""
        yield from wrap(
            [
                chunk(f" {sign} {say(event.event.value)}", style),
                chunk(f"  {_when(meta, say)}{others}", "dim"),
            ],
            width,
            rest=_INDENT,
        )
        if event.detail:
            yield from wrap([chunk(detail(event, say), "dim")], width, first=_INDENT, rest=_INDENT + "  ")


def matrix_lines(matrix: Matrix, series: Series, width: int, say: PageWords = ENGLISH) -> Iterator[Line]:
    """The matrix: a grid where it fits, else row by row with the cells in words."""
    yield from _notes(series, width, say)
    columns = [f"{d[:4]}" if d else s for s, d in zip(matrix.statements, matrix.dates, strict=True)]
    heads = [_unique(columns, n, matrix.statements[n]) for n in range(len(columns))]
    label = min(max((cells(_label(row, say)) for row in matrix.rows), default=8), max(width // 4, 12))
    sizes = [
        max(cells(head), *(cells(row.cells[n].short(say)) for row in matrix.rows), 3)
        for n, head in enumerate(heads)
    ]
    if label + sum(size + 2 for size in sizes) <= width:
        yield from _grid(matrix, heads, sizes, label, say)
        yield from wrap([chunk(say(LEGEND), "dim")], width)
    else:
        for row in matrix.rows:
            yield from _spelled(row, matrix, width, say)
    yield from _unread(say, width)


def _label(row: MatrixRow, say: PageWords) -> str:
    return row.label if row.id else say(row.label)


def _unique(columns: list[str], number: int, name: str) -> str:
    return columns[number] if columns.count(columns[number]) == 1 else name


def _grid(matrix: Matrix, heads: list[str], sizes: list[int], label: int, say: PageWords) -> Iterator[Line]:
    yield [
        chunk(" " * label),
        *(chunk("  " + h + " " * (s - cells(h)), "topic") for h, s in zip(heads, sizes, strict=True)),
    ]
    for row in matrix.rows:
        lines = wrap([chunk(_label(row, say))], label)
        shown = [c.short(say) for c in row.cells]
        yield [
            *_padded(lines[0], label),
            *(
                chunk(
                    "  " + text + " " * (size - cells(text)), _style(cell.stronger, cell.weaker, cell.dropped)
                )
                for text, size, cell in zip(shown, sizes, row.cells, strict=True)
            ),
        ]
        yield from lines[1:]


def _padded(line: Line, width: int) -> Line:
    return [*line, Chunk(" " * (width - sum(cells(c.text) for c in line)))]


def _style(stronger: int, weaker: int, dropped: int) -> str:
    if dropped:
        return "dropped"
    if bool(stronger) != bool(weaker):
        return "stronger" if stronger else "weaker"
    return ""


def _spelled(row: MatrixRow, matrix: Matrix, width: int, say: PageWords) -> Iterator[Line]:
    yield from wrap([chunk(_label(row, say), "topic")], width, rest="  ")
    for name, day, cell in zip(matrix.statements, matrix.dates, row.cells, strict=True):
        if cell.count or cell.dropped or cell.gap == Gap.NOT_COVERED.value:
            yield from wrap([chunk(f"  {day or name}  {cell.told(say)}")], width, rest=_INDENT)


def _id_of(series: Series, ref: str) -> str:
    return next((meta.id for meta in series.texts if meta.ref == ref), ref)


def _short(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    cut = text[:_SHOWN]
    return (cut[: cut.rindex(" ")] if " " in cut[_SHOWN // 2 :] else cut) + " …"
