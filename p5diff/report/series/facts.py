"""What every view of a series says of its texts: when, what kind of text, what to know before quoting.

washington-2012  2012-06-29  translation
paris-2011       2011-07-01  digest, partial
"""

from __future__ import annotations

from p5diff.model.series import Series
from p5diff.model.statement import Edition, Metadata
from p5diff.report.phrasebook import PageWords, Say, english
from p5diff.text.dates import last_day


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
