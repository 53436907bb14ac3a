"""A thread as a ladder of wordings: what each statement says, marked against the wording before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from p5diff.model.alignment import WordEdit
from p5diff.model.comparison import MarkKind
from p5diff.model.series import Event, EventKind, Series, Thread, Wording
from p5diff.report.phrasebook import PageWords, Say
from p5diff.report.series.facts import dated, detail, kind_of_text
from p5diff.report.series.rank import UNSURE, called
from p5diff.report.site.names import PageLink, Places, thread_link, topic_page

SIGNS = {
    EventKind.BORN: "+",
    EventKind.DROPPED: "−",
    EventKind.RECAST: "≈",
    EventKind.WEAKENED: "▼",
    EventKind.STRENGTHENED: "▲",
    EventKind.CARRIED_OUT: "✓",
    EventKind.SPLIT: "⋔",
    EventKind.MERGED: "⋈",
    EventKind.REVIVED: "↺",
    EventKind.REWORDED: "~",
    EventKind.KEPT: "=",
    EventKind.NOT_COVERED: "?",
}
"""A sign for each event; it stands beside the word, never for it."""
Piece = tuple[str, str, bool]
"""Operation (`keep`, `insert`, `delete`), words, whether print alone differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event as a page tells it. `others` are threads."""

    sign: str
    kind: str
    """The same for every language: what a style sheet knows it by."""
    word: str
    detail: str
    others: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRung:
    """One rung of the ladder: a statement, what it says, what happened there.

    `here` leads to the wording (or to the statement that lacks it), `before` to the one before; `same` is
    told instead of the words where they did not change; `until` is the last of several that keep them.
    """

    date: str
    """Where the name of the statement does not tell it."""
    facts: str
    """What kind of text it is, where that bears on what its words or its silence say."""
    here: PageLink
    before: PageLink | None
    does: str
    happened: tuple[Happened, ...]
    pieces: tuple[Piece, ...]
    same: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLadder:
    """A thread as its page shows it."""

    id: str
    anchor: str
    number: int
    words: str
    span: str
    topics: tuple[PageLink, ...]
    counts: str
    alive: bool
    steps: tuple[LadderRung, ...]


class Ladders:
    """Draws ladders of one series."""

    def __init__(self, series: Series, places: Places, say: PageWords) -> None:
        self.say = say
        self.series = series
        self.places = places
        self.at = {ref: n for n, ref in enumerate(series.statements)}
        self.threads = {thread.id: thread for thread in series.threads}
        self.labels = dict(series.topics)

    def steps(self, thread: Thread) -> tuple[LadderRung, ...]:
        """The rungs, oldest first; a run of statements that keep the words is one."""
        found: list[LadderRung] = []
        before: Wording | None = None
        for meta, wording in zip(self.series.texts, thread.wordings, strict=True):
            events = thread.events_in(meta.ref)
            if isinstance(wording, Wording):
                step = self._said(thread, wording, before, before or self._origin(thread, events))
                if step.same and found and found[-1].same and _quiet(events):
                    step = _longer(found.pop(), step)
                found.append(step)
                before = wording
            elif events:
                found.append(self._gap(thread, events, before))
        return tuple(found)

    def _origin(self, thread: Thread, events: tuple[Event, ...]) -> Wording | None:
        """The wording of another thread that this one begins from."""
        return self.series.rests_on(thread, events[0])[0] if events else None

    def _said(
        self, thread: Thread, wording: Wording, last: Wording | None, before: Wording | None
    ) -> LadderRung:
        """`last` is the thread's wording before, `before` that or the one it begins from."""
        events = thread.events_in(wording.statement)
        same = last is not None and last.text == wording.text
        kind = "" if wording.kind is MarkKind.NONE else self.say(wording.kind.value)
        rung = (
            "" if wording.rung in (wording.kind.value, MarkKind.NONE.value) else self.say.rung(wording.rung)
        )
        does = [part for part in (kind, rung) if part]
        return LadderRung(
            date=dated(self.series.texts[self.at[wording.statement]]),
            facts=kind_of_text(self.series.texts[self.at[wording.statement]], self.say),
            here=self.wording(wording),
            before=self.wording(before) if before else None,
            does=" · ".join(does),
            happened=tuple(self.happened(thread, e) for e in events),
            pieces=() if same else pieces(wording, last),
            same=same,
        )

    def _gap(self, thread: Thread, events: tuple[Event, ...], before: Wording | None) -> LadderRung:
        ref = events[0].statement
        after = self.series.rests_on(thread, events[0])[1]
        return LadderRung(
            date=dated(self.series.texts[self.at[ref]]),
            facts=kind_of_text(self.series.texts[self.at[ref]], self.say),
            here=self.wording(after) if after else self.places.link(ref),
            before=self.wording(before) if before else None,
            does="",
            happened=tuple(self.happened(thread, e) for e in events),
            pieces=(),
        )

    def wording(self, wording: Wording) -> PageLink:
        """The place of a wording, by its statement and paragraph."""
        href = self.places.sentence(wording.statement, wording.sentences[0])
        return PageLink(href=href, text=f"{self.places.name(wording.statement)} {_where(wording, self.say)}")

    def happened(self, thread: Thread, event: Event) -> Happened:
        """An event in words, with the threads it speaks of."""
        born = event.event is EventKind.BORN
        word = "born in place of" if born and event.others else called(thread, event)
        return Happened(
            sign=SIGNS[event.event],
            kind="born" if word == UNSURE else word.replace(" ", "-"),
            word=self.say(word),
            # what came back names a place: a link leads there
            detail="" if event.event is EventKind.REVIVED else detail(event, self.say),
            others=tuple(self.link(name) for name in event.others if name in self.threads),
        )

    def link(self, identifier: str) -> PageLink:
        """The page and place of a thread."""
        return PageLink(href=thread_link(self.threads[identifier]), text=identifier)

    def wordings(self, thread: Thread, event: Event) -> tuple[PageLink, ...]:
        """Both wordings that an event rests on: the one before (if any), and the one there, or the statement
        that has none."""
        before, after = self.series.rests_on(thread, event)
        missing = PageLink(
            href=self.places.page(event.statement),
            text=self.say("{name} (not said)", name=self.places.name(event.statement)),
        )
        found = [self.wording(before)] if before else []
        return (*found, self.wording(after) if after else missing)

    def ladder(self, thread: Thread, number: int) -> WordingLadder:
        """The thread as its page shows it."""
        first, last = thread.first.statement, thread.last.statement
        span = self.places.name(first)
        if last != first:
            span = self.say("{first} to {last}", first=span, last=self.places.name(last))
        return WordingLadder(
            id=thread.id,
            anchor=thread_link(thread).partition("#")[2],
            number=number,
            words=short(thread.last.text),
            span=span,
            topics=tuple(self._topics(thread.topics)),
            counts=self.say(", ").join(_counts(thread, self.say)),
            alive=thread.alive,
            steps=self.steps(thread),
        )

    def _topics(self, topics: Iterable[str]) -> Iterator[PageLink]:
        for topic in topics:
            yield PageLink(href=topic_page(topic), text=self.labels.get(topic, topic))


def pieces(wording: Wording, before: Wording | None) -> tuple[Piece, ...]:
    """The words of a wording, those that changed marked."""
    if before is None or not wording.edits:
        return (("keep", wording.text, False),)
    return tuple(_piece(edit) for edit in wording.edits)


def _piece(edit: WordEdit) -> Piece:
    return (edit.op.value, edit.text, edit.editorial)


def _longer(first: LadderRung, last: LadderRung) -> LadderRung:
    return replace(first, until=last.here.text)


def _quiet(events: tuple[Event, ...]) -> bool:
    return all(e.event is EventKind.KEPT for e in events)


def _where(wording: Wording, say: Say) -> str:
    """The paragraph as a reader would cite it; outside the body, what it is: `title`, `heading`."""
    if wording.paragraph:
        return f"¶{wording.paragraph}"
    role = wording.sentences[0].rstrip("0123456789.")
    return say(role) if role.isalpha() else wording.sentences[0]


_SHORT = 200
"""Characters of a wording in a list: two lines of a page."""


def short(text: str) -> str:
    """The beginning of a wording, cut at a word."""
    if len(text) <= _SHORT:
        return text
    cut = text[:_SHORT]
    return (cut[: cut.rindex(" ")] if " " in cut[_SHORT // 2 :] else cut) + " …"


def reworded(thread: Thread, until: int | None = None, refs: dict[str, int] | None = None) -> int:
    """How often its words changed, up to a statement."""
    said = {EventKind.REWORDED, EventKind.WEAKENED, EventKind.STRENGTHENED, EventKind.CARRIED_OUT}
    said |= {EventKind.SPLIT, EventKind.MERGED}
    found = {
        e.statement
        for e in thread.events
        if e.event in said and (until is None or refs is None or refs[e.statement] <= until)
    }
    return len(found - {thread.first.statement})


def _counts(thread: Thread, say: PageWords) -> Iterator[str]:
    yield say.many(sum(1 for _ in thread.said()), "in {n} statement", "in {n} statements")
    changed = reworded(thread)
    if changed:
        yield say("reworded {n}×", n=changed)
    returned = sum(e.event is EventKind.REVIVED for e in thread.events)
    if returned:
        yield say("came back {n}×", n=returned)
