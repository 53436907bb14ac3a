"""A series: each commitment followed through successive statements, as data.

A *thread* is one commitment (or position, call …) in the wordings that the statements of a series
give it, one entry a statement: a wording, or a gap. Everything shown of a series is drawn from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from p5diff.model.alignment import Note, WordEdit
from p5diff.model.comparison import MarkKind
from p5diff.model.statement import Metadata, Role


class Gap(StrEnum):
    """Why a statement has no wording of a thread."""

    ABSENT = "absent"
    """The statement does not say it."""
    NOT_COVERED = "not covered"
    """Nobody can tell from it: the text is partial and silent on the topic, or one of both texts is a
    paraphrase, which need not share a word with the other."""


class EventKind(StrEnum):
    """What became of a thread in one statement."""

    BORN = "born"
    """Said for the first time in the series."""
    KEPT = "kept"
    """Said in the same words, or in words that differ in print only."""
    REWORDED = "reworded"
    RECAST = "recast"
    """Its place was taken by other words altogether; the thread ends, `others` names what came."""
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    CARRIED_OUT = "carried out"
    SPLIT = "split"
    """One wording became several: said of the thread that goes on and of each that branches off."""
    MERGED = "merged"
    """Several wordings became one: said of the thread that goes on and of each that ends in it."""
    DROPPED = "dropped"
    REVIVED = "revived"
    """Said again after a statement that did not say it. Where a thread had been reworded and still runs, its
    old wording may come back beside it: a thread of its own, `others` names that one, `detail` the place
    of the old wording."""
    NOT_COVERED = "not covered"


ENDINGS = frozenset({EventKind.DROPPED, EventKind.RECAST, EventKind.MERGED})
"""Events after which a thread has no wording, if the statement has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened to a thread in a statement.

    `others` are the ids of the threads it branched off from, joined or gave way to; `detail` says in
    words what an assertion of direction rests on ("strength: undertake → intend"), of a wording that comes
    back beside its thread where it had stood (`STATEMENT#SENTENCE`).
    """

    statement: str
    event: EventKind
    others: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What one statement says of a thread.

    `sentences` are ids in that statement (`p3.2`), in reading order, and `text` is theirs, joined.
    `rung` and `strength` are those of the ladder in use, `edits` lead here from the thread's last
    wording (empty where the words are the same, or where it is the first).
    """

    statement: str
    sentences: tuple[str, ...]
    text: str
    topics: tuple[str, ...] = ()
    kind: MarkKind = MarkKind.NONE
    rung: str = ""
    strength: int | None = None
    paragraph: str = ""
    """Number of the paragraph as a reader would cite it; empty outside the body."""
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One commitment, position or call through the statements of a series.

    `id` is `STATEMENT#SENTENCE` of its first wording, and so never changes as the series grows.
    `wordings` has one entry for each statement, in their order.
    """

    id: str
    topics: tuple[str, ...] = ()
    role: Role = Role.BODY
    wordings: tuple[Wording | Gap, ...] = ()
    events: tuple[Event, ...] = ()

    def said(self) -> Iterator[Wording]:
        """The wordings, oldest first, gaps left out."""
        return (wording for wording in self.wordings if isinstance(wording, Wording))

    @property
    def first(self) -> Wording:
        """The first wording. Every thread has one."""
        return next(self.said())

    @property
    def last(self) -> Wording:
        """The last wording there is."""
        return next(w for w in reversed(self.wordings) if isinstance(w, Wording))

    @property
    def alive(self) -> bool:
        """Whether the newest statement says it, or does not cover it."""
        return not self.wordings or self.wordings[-1] is not Gap.ABSENT

    @property
    def kind(self) -> MarkKind:
        """What its last wording does."""
        return self.last.kind

    def events_in(self, statement: str) -> tuple[Event, ...]:
        """Its events in one statement."""
        return tuple(event for event in self.events if event.statement == statement)


class AlarmKind(StrEnum):
    """What a reader of the newest statement should be told of its series."""

    ABSENT = "absent"
    """Said in two or more successive statements, and missing from the newest."""
    FIRST = "first use"
    """Said for the first time in the newest."""
    REVIVED = "revived"
    """Said again in the newest after a gap."""
    NAMED_FIRST = "first named"
    """An instrument or body that no earlier statement of the series names."""
    NAMED_LAST = "no longer named"
    """An instrument or body named in two or more successive statements, and not in the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One such thing: about a thread (by id) or a name, with the statements it rests on."""

    kind: AlarmKind
    statement: str
    text: str
    thread: str = ""
    since: str = ""
    """The first statement that said it."""
    until: str = ""
    """The last one that said it before `statement`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """An instrument or body, and the statements that name it."""

    category: str
    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Threads through the statements of a series. Pure data; see docs/series.md.

    `statements` are references in order of date; `texts` tells what is known of each. Each sentence
    of each statement is in exactly one wording of exactly one thread.
    """

    statements: tuple[str, ...]
    texts: tuple[Metadata, ...]
    threads: tuple[Thread, ...]
    topics: tuple[tuple[str, str], ...] = ()
    """Topic id → English label, for the topics that occur."""
    names: tuple[Naming, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    language: str = ""
    ladder: str = ""
    notes: tuple[Note, ...] = ()

    def thread(self, identifier: str) -> Thread | None:
        """The thread of that id."""
        return next((thread for thread in self.threads if thread.id == identifier), None)

    def rests_on(self, thread: Thread, event: Event) -> tuple[Wording | None, Wording | None]:
        """Both wordings of an event of a thread, before and after; None where there is none.

        A thread that begins by leaving another (split, in its place, or beside it) has its wording before
        there, one that ends in another has its wording after there.
        """
        at = self.statements.index(event.statement)
        here = thread.wordings[at]
        before = _last(thread.wordings[:at])
        after = here if isinstance(here, Wording) else None
        if event.others and (before is None or after is None):
            other = self.thread(event.others[0])
            if other and before is None:
                told = (w for w in other.said() if f"{w.statement}#{w.sentences[0]}" == event.detail)
                before = next(told, None) or _last(other.wordings[:at])
            if other and after is None and isinstance(there := other.wordings[at], Wording):
                after = there
        return before, after


def _last(wordings: Sequence[Wording | Gap]) -> Wording | None:
    return next((w for w in reversed(wordings) if isinstance(w, Wording)), None)
