"""What every view of a series says of its texts: when, what kind of text, what to know before quoting.

washington-2012  2012-06-29  translation
paris-2011       2011-07-01  digest, partial
"""

from __future__ import annotations

from p5diff.model.series import AlarmKind, Event, EventKind, Series
from p5diff.model.statement import Edition, Metadata
from p5diff.report.phrasebook import PageWords, Say, english
from p5diff.text.dates import last_day

ALARMS = {
    AlarmKind.ABSENT: "Said in two or more successive statements, and missing from the newest",
    AlarmKind.FIRST: "Said for the first time in this series",
    AlarmKind.REVIVED: "Said again after a gap",
    AlarmKind.NAMED_FIRST: "Named for the first time in this series",
    AlarmKind.NAMED_LAST: "Named before, no longer named",
}
"""What an alarm is called."""


def date(meta: Metadata) -> str:
    """The last day of a statement, ISO 8601, or empty."""
    return last_day(meta)


def dated(meta: Metadata) -> str:
    """The same where the statement's name does not say it already."""
    day = date(meta)
    return "" if day in meta.id or day.replace("-", "") in meta.id else day


def kind_of_text(meta: Metadata, say: Say = english) -> str:
    """Its edition, and that it is partial; empty for a whole text of no stated edition. A digest is nobody's
    wording, and a partial text is silent on more than it says."""
    edition = "" if meta.edition is Edition.UNSTATED else say(meta.edition.value)
    return ", ".join(filter(None, (edition, say("partial") if meta.partial else "")))


def detail(event: Event, say: PageWords) -> str:
    """What an event rests on, `aspect: words → words` each: the aspect in the language of the page. Of what
    came back the detail is a place, which stands as it is."""
    if event.event is EventKind.REVIVED:
        return event.detail
    if event.event in (EventKind.KEPT, EventKind.NOT_COVERED):  # a remark
        return say(event.detail)
    told = (part.partition(": ") for part in event.detail.split("; "))
    return say("; ").join(say.led(say.aspect(head)) + words if colon else head for head, colon, words in told)


def cautions(series: Series, say: PageWords | None = None) -> tuple[str, ...]:
    """What a reader must know before quoting."""
    say = say or PageWords()
    said = [say.note(note.message) for note in series.notes]
    for edition, words in (
        (Edition.DIGEST, "Paraphrases, not the wording of the statement: {names}."),
        (Edition.TRANSLATION, "Unofficial translations, not the wording of the statement: {names}."),
    ):
        found = [m.id for m in series.texts if m.edition is edition]
        if found:
            said.append(say(words, names=", ".join(found)))
    quiet = [m.id for m in series.texts if m.quiet]
    if quiet:
        said.append(
            say(
                "Parts of a statement or partial digests, whose silence says nothing: {names}.",
                names=", ".join(quiet),
            )
        )
    labels = dict(series.topics)
    for meta in series.texts:
        if meta.partial and not meta.quiet:
            topics = ", ".join(labels.get(topic, topic.replace("-", " ")) for topic in meta.not_covered)
            words = "{name} is partial, and silent on: {topics}." if topics else "{name} is partial."
            said.append(say(words, name=meta.id, topics=topics))
    return tuple(dict.fromkeys(said))
