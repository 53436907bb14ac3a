"""The answer and a verdict in the words of one language: the same on a screen and on paper."""

from __future__ import annotations

from dataclasses import replace

from p5diff.model.comparison import LedgerEntry, Shift, Side
from p5diff.report.answer import QUOTED, by_place, numbered
from p5diff.report.brief import POINTS, Brief, Point, TopicCount
from p5diff.report.phrasebook import Phrases
from p5diff.report.phrases import ARROWS


def said(found: Brief, words: Phrases) -> str:
    """The answer: a sentence in English; elsewhere counts under their names, which need no agreement."""
    if words.language == "en":
        return found.answer
    names = by_place(found.before, found.after) or (found.before.id, found.after.id)
    if "other-language" in found.limits:
        return words.say(
            "answer", before=found.before.ref, after=found.after.ref, clauses=words.say("other-language")
        )
    parts = [
        (meant, n, "" if more else point.shown, () if more else point.elsewhere)
        for point in (*found.points, *found.further)
        for more, (meant, n) in enumerate(point.parts)
    ]
    clauses = [
        words.say("clause", label=words.word("consequences", meant.value), n=n)
        + _beside(words.requoted(shown) if at < QUOTED else "", doubtful, words)
        for at, (meant, n, shown, doubtful) in enumerate(parts[:POINTS])
    ]
    if found.keeps:
        clauses.append(words.say("keeps"))
    if not clauses:
        clauses = [words.say("nothing" if found.sections else "same")]
    limits = [words.say(key) for key in found.limits]
    return words.say("answer", before=names[0], after=names[1], clauses=words.joined([*clauses, *limits]))


def _beside(shown: str, doubtful: tuple[int, ...], words: Phrases) -> str:
    """What stands behind a count in brackets."""
    said = [shown] if shown else []
    said += [words.say("elsewhere", numbers=numbered(doubtful))] if doubtful else []
    return words.say("beside", said=words.joined(said)) if said else ""


def title(point: Point, words: Phrases) -> str:
    """What a point tells of, as a heading: `New commitments`, or `Calls dropped (1); new calls (3)` where it
    gathers."""
    named = words.word("consequences", point.consequence.value)
    if len(point.parts) > 1:
        named = words.joined(
            words.word("consequences", meant.value) + words.say("beside", said=n) for meant, n in point.parts
        )
    return named[:1].upper() + named[1:]


def topic_counts(topic: TopicCount, words: Phrases) -> str:
    """How often what happened in a topic: `2 new, 1 dropped`."""
    return words.listed(words.counted(n, words.word("kinds", what)) for what, n in topic.counts)


def as_quoted(entry: LedgerEntry, found: Brief, words: Phrases) -> LedgerEntry:
    """A thing named, as the text calls it where the text is in the language of the page; else by the
    name that folds its aliases, which is English.
    """
    side = Side.BEFORE if entry.status == "left" else Side.AFTER
    meta = found.before if side is Side.BEFORE else found.after
    if words.language == "en" or meta.language != words.language or entry.category not in _NAMED:
        return entry
    quoted = next((e.text for e in entry.evidence if e.side is side and e.text), entry.value)
    return replace(entry, value=" ".join(quoted.split()))


_NAMED = frozenset({"instrument", "body", "state", "action"})
"""Categories of the ledger whose values are names, folded from what the texts say."""


def verdict(shift: Shift, words: Phrases) -> str:
    """`▼ strength weaker: agreed to → agreed to consider`."""
    named = f"{ARROWS.get(shift.verdict, '=')} {words.word('aspects', shift.aspect)}"
    told = f"{named} {verdict_word(shift, words)}"
    return (
        f"{words.led(told)}{shift.before or '—'} → {shift.after or '—'}"
        if shift.before or shift.after
        else told
    )


def verdict_word(shift: Shift, words: Phrases) -> str:
    """What became of an aspect, in agreement with its name where the language asks: `portée élargie`."""
    plain = shift.verdict.value
    agreeing = words.tables.get("agreeing", {})
    key = f"{shift.aspect} {plain}"
    return words.word("agreeing", key) if key in agreeing else words.word("verdicts", plain)
