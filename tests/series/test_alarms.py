"""What a reader of the newest statement is told: threads and names made by hand, a letter a statement.

`x` says it, `-` does not though it covers the topic, `?` does not cover it.
"""

from __future__ import annotations

import pytest

from p5diff.model.comparison import MarkKind
from p5diff.model.series import Event, EventKind, Gap, Naming, Series, Thread, Wording
from p5diff.model.statement import Coverage, Metadata, Role
from p5diff.threads.alarms import alarms

REFS = ("s1", "s2", "s3", "s4")
GAPS = {"-": Gap.ABSENT, "?": Gap.NOT_COVERED}


def thread(
    said: str, *events: tuple[EventKind, str], kind: MarkKind = MarkKind.COMMITMENT, role: Role = Role.BODY
) -> Thread:
    refs = REFS[-len(said) :]
    return Thread(
        id=f"{refs[said.index('x')]}#p1.1",
        role=role,
        wordings=tuple(
            Wording(statement=ref, sentences=("p1.1",), text=f"They light lamps ({ref}).", kind=kind)
            if letter == "x"
            else GAPS[letter]
            for ref, letter in zip(refs, said, strict=True)
        ),
        events=tuple(Event(statement="s4", event=event, others=(o,) if o else ()) for event, o in events),
    )


def series(
    *threads: Thread, names: tuple[Naming, ...] = (), partial: str = "", count: int = 4, quiet: str = ""
) -> Series:
    refs = REFS[-count:]
    texts = tuple(
        Metadata(
            ref=ref,
            id=ref,
            language="en",
            coverage=Coverage.PARTIAL if ref == partial else Coverage.FULL,
            not_covered=("ctbt",) if ref == quiet else (),
        )
        for ref in refs
    )
    return Series(statements=refs, texts=texts, threads=threads, names=names)


DROPPED, BORN, REVIVED = (EventKind.DROPPED, ""), (EventKind.BORN, ""), (EventKind.REVIVED, "")
THREADS = [
    ("xxx-", [DROPPED], ["absent s1 s3"]),
    ("-xx-", [DROPPED], ["absent s2 s3"]),
    ("--x-", [DROPPED], []),  # one mention is no habit
    ("x-x-", [DROPPED], []),  # nor are two with a gap between them
    ("x?x-", [DROPPED], ["absent s1 s3"]),  # what did not cover it says nothing
    ("xx?-", [DROPPED], ["absent s1 s2"]),
    ("xxx?", [DROPPED], []),
    ("xxx-", [], []),
    ("---x", [BORN], ["first use s4 "]),
    ("-?-x", [BORN], []),  # it may have been said there
    ("---x", [(EventKind.BORN, "s3#p2.1")], []),  # it branched off from another
    ("x--x", [REVIVED], ["revived s1 s1"]),
    ("xx-x", [REVIVED], ["revived s1 s2"]),
    ("xxxx", [], []),
]


def told(found: Series) -> list[str]:
    return [f"{alarm.kind.value} {alarm.since} {alarm.until}" for alarm in alarms(found)]


@pytest.mark.parametrize(("said", "events", "wanted"), THREADS)
def test_what_became_of_a_thread(said: str, events: list[tuple[EventKind, str]], wanted: list[str]) -> None:
    one = thread(said, *events)
    assert told(series(one)) == wanted
    for alarm in alarms(series(one)):
        assert (alarm.thread, alarm.statement, alarm.text) == (one.id, "s4", one.last.text)
    # a title or a date is no commitment
    assert told(series(thread(said, *events, role=Role.TITLE))) == []


def test_the_first_use_of_what_does_nothing_is_no_alarm() -> None:
    assert told(series(thread("---x", BORN, kind=MarkKind.NONE))) == []
    assert told(series(thread("xx-x", REVIVED, kind=MarkKind.NONE))) == ["revived s1 s2"]


def test_one_statement_has_no_alarms_and_two_have() -> None:
    assert told(series(thread("x", BORN), count=1)) == []
    assert told(series(thread("-x", BORN), count=2)) == ["first use s4 "]


@pytest.mark.parametrize(
    ("named", "partial", "wanted"),
    [
        (("s4",), "", "first named"),
        (("s4",), "s1", ""),  # the partial text may have named it
        (("s4",), "s4", ""),
        (("s3", "s4"), "", ""),
        (("s1", "s2", "s3"), "", "no longer named s1 s3"),
        (("s2", "s3"), "", "no longer named s2 s3"),
        (("s1", "s2", "s3"), "s1", "no longer named s1 s3"),
        (("s1", "s2", "s3"), "s4", ""),
        (("s1", "s3"), "", ""),
        (("s1", "s2"), "", ""),
    ],
)
def test_names_that_came_and_went(named: tuple[str, ...], partial: str, wanted: str) -> None:
    names = (Naming(category="body", name="Lamp Office", statements=named),)
    for found in (alarms(series(names=names, partial=partial)), alarms(series(names=names, quiet=partial))):
        assert [f"{a.kind.value} {a.since} {a.until}".strip() for a in found] == [wanted] * bool(wanted)
        assert all((a.text, a.statement, a.thread) == ("Lamp Office", "s4", "") for a in found)


def test_absences_stand_before_first_uses_and_returns_and_names_last() -> None:
    names = (Naming(category="body", name="Lamp Office", statements=("s4",)),)
    found = alarms(
        series(thread("---x", BORN), thread("x--x", REVIVED), thread("xxx-", DROPPED), names=names)
    )
    kinds = [alarm.kind for alarm in found]
    assert len(kinds) == 4 and kinds == sorted(kinds, key=list(type(kinds[0])).index)
    assert kinds[0].value == "absent"
