"""Alarms: what a reader of the newest statement should be told of its series.

said 2009, 2011, 2012, not in 2014   → absent
not before, said in 2014             → first use
"""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.comparison import MarkKind
from p5diff.model.series import Alarm, AlarmKind, EventKind, Gap, Series, Thread, Wording
from p5diff.model.statement import Coverage, Role

SUCCESSIVE = 2
"""Said in this many statements running, a sentence is expected in the next."""


def alarms(series: Series) -> tuple[Alarm, ...]:
    """The alarms of the newest statement: absences, first uses, revivals, names; in reading order."""
    if len(series.statements) < SUCCESSIVE:
        return ()
    found = [*_of_threads(series), *_of_names(series)]
    order = list(AlarmKind)
    return tuple(sorted(found, key=lambda alarm: order.index(alarm.kind)))


def _of_threads(series: Series) -> Iterator[Alarm]:
    newest = series.statements[-1]
    for thread in series.threads:
        if thread.role is not Role.BODY:
            continue
        kind = _kind(thread, newest)
        if kind is not None:
            earlier = [w for w in thread.said() if w.statement != newest]
            before, _ = series.rests_on(thread, thread.events_in(newest)[0])
            yield Alarm(
                kind=kind,
                statement=newest,
                text=thread.last.text,
                thread=thread.id,
                since=before.statement if before and not earlier else thread.first.statement,
                until=before.statement if before else "",
            )


def _kind(thread: Thread, newest: str) -> AlarmKind | None:
    events = {event.event for event in thread.events_in(newest)}
    if EventKind.REVIVED in events:
        return AlarmKind.REVIVED
    if EventKind.DROPPED in events and thread.wordings[-1] is Gap.ABSENT and _ran(thread) >= SUCCESSIVE:
        return AlarmKind.ABSENT
    born = [event for event in thread.events_in(newest) if event.event is EventKind.BORN]
    if (
        born
        and not born[0].others
        and thread.kind is not MarkKind.NONE
        and Gap.NOT_COVERED not in thread.wordings
    ):
        return AlarmKind.FIRST
    return None


def _ran(thread: Thread) -> int:
    """In how many statements running it was said before the newest; texts that do not cover it apart."""
    ran = 0
    for wording in reversed(thread.wordings[:-1]):
        if isinstance(wording, Wording):
            ran += 1
        elif wording is Gap.ABSENT:
            break
    return ran


def _of_names(series: Series) -> Iterator[Alarm]:
    """First and last names, where no partial text could have hidden an earlier or a later one."""
    newest = series.texts[-1]
    whole = [meta.coverage is Coverage.FULL and not meta.not_covered for meta in series.texts]
    for naming in series.names:
        if naming.statements == (newest.ref,) and all(whole):
            yield Alarm(kind=AlarmKind.NAMED_FIRST, statement=newest.ref, text=naming.name)
        elif newest.ref not in naming.statements and whole[-1]:
            expected = series.statements[-1 - SUCCESSIVE : -1]
            if len(expected) == SUCCESSIVE and set(expected) <= set(naming.statements):
                yield Alarm(
                    kind=AlarmKind.NAMED_LAST,
                    statement=newest.ref,
                    text=naming.name,
                    since=naming.statements[0],
                    until=naming.statements[-1],
                )
