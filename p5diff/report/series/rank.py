"""Which events of a series matter most: the same order in every output.

What ended after one statement stands last. Else the order is by what the thread does, then by what
happened, then the newest first, then by how long the thread had run: a commitment dropped after ten
years stands before one dropped after two. What was dropped and came back stands with the returns: the newest
statement may hold it.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from p5diff.model.comparison import MarkKind
from p5diff.model.series import Event, EventKind, Gap, Series, Thread, Wording
from p5diff.model.statement import Role

ORDER = (
    EventKind.DROPPED,
    EventKind.WEAKENED,
    EventKind.STRENGTHENED,
    EventKind.CARRIED_OUT,
    EventKind.REVIVED,
    EventKind.BORN,
    EventKind.RECAST,
)
"""What happened, by consequence; other events are not among those that matter most."""
KINDS = (
    MarkKind.COMMITMENT,
    MarkKind.CALL,
    MarkKind.PROCESS,
    MarkKind.POSITION,
    MarkKind.RECORD,
    MarkKind.NONE,
)
"""What a thread does, by consequence."""


COUNTS = (
    (EventKind.BORN, "born later"),
    (EventKind.DROPPED, "dropped"),
    (EventKind.REVIVED, "came back"),
    (EventKind.STRENGTHENED, "grew stronger"),
    (EventKind.WEAKENED, "grew weaker"),
    (EventKind.CARRIED_OUT, "carried out"),
    (EventKind.RECAST, "recast"),
)
"""What is counted in one line. Other languages keep these words in a table of their own, in the
forms that a count asks for."""
UNSURE = "first here in these texts"
"""What is called born is called this where a partial text before it may have held it."""


class Ranked(NamedTuple):
    """An event with its thread."""

    thread: Thread
    event: Event


def ranked(series: Series) -> list[Ranked]:
    """All events that matter, those that matter most first; what the first statement says is no event."""
    place = {ref: number for number, ref in enumerate(series.statements)}
    found = [
        Ranked(thread, event)
        for thread in series.threads
        if thread.role is Role.BODY
        for event in thread.events
        if event.event in ORDER and place[event.statement] > 0 and not _branched(event)
        if event.event is not EventKind.BORN or surely_new(thread)
    ]
    return sorted(found, key=lambda item: _weight(item, place))


def _branched(event: Event) -> bool:
    """Born of another thread: told with that one."""
    return event.event is EventKind.BORN and bool(event.others)


def surely_new(thread: Thread) -> bool:
    """Whether no partial text could have hidden an earlier wording."""
    first = next(n for n, w in enumerate(thread.wordings) if isinstance(w, Wording))
    return Gap.NOT_COVERED not in thread.wordings[:first]


def counts(series: Series) -> tuple[tuple[int, str], ...]:
    """Figures with their words, those that are not zero."""
    body = [t for t in series.threads if t.role is Role.BODY]
    later = set(series.statements[1:])
    events = Counter(
        e.event
        for t in body
        for e in t.events
        if e.statement in later and not (e.event is EventKind.BORN and (e.others or not surely_new(t)))
    )
    return tuple((events[kind], words) for kind, words in COUNTS if events[kind])


def called(thread: Thread, event: Event) -> str:
    """The word for an event, which claims no more than the texts hold."""
    unsure = event.event is EventKind.BORN and not event.others and not surely_new(thread)
    return UNSURE if unsure else event.event.value


_LASTING = 2
"""Said in fewer statements, a sentence was never part of what the series says, and its end is no event."""


def _weight(item: Ranked, place: dict[str, int]) -> tuple[bool, int, int, int, int, str]:
    thread, event = item
    at = place[event.statement]
    said = sum(isinstance(w, Wording) for w in thread.wordings[:at])
    passing = event.event in (EventKind.DROPPED, EventKind.RECAST) and said < _LASTING
    promised = KINDS.index(kind_before(thread, at))
    happened = EventKind.REVIVED if _came_back(item, place) else event.event
    return passing, promised, ORDER.index(happened), -at, -said, thread.id


def _came_back(item: Ranked, place: dict[str, int]) -> bool:
    """Whether what was dropped was said again later."""
    thread, event = item
    later = thread.wordings[place[event.statement] + 1 :]
    return event.event is EventKind.DROPPED and any(isinstance(w, Wording) for w in later)


def kind_before(thread: Thread, at: int) -> MarkKind:
    """What the thread did when last said, up to statement number `at`."""
    said = [w for w in thread.wordings[: at + 1] if isinstance(w, Wording)]
    return said[-1].kind if said else thread.kind
