"""The answer and a verdict in the words of one language: the same on a screen and on paper."""

from __future__ import annotations

from p5diff.model.comparison import Shift
from p5diff.report.answer import QUOTED
from p5diff.report.brief import Brief
from p5diff.report.phrasebook import Phrases
from p5diff.report.phrases import ARROWS


def said(found: Brief, words: Phrases) -> str:
    """The answer: a sentence in English; elsewhere counts under their names, which need no agreement."""
    if words.language == "en":
        return found.answer
    names = found.before.id, found.after.id
    if "other-language" in found.limits:
        return words.say(
            "answer", before=found.before.ref, after=found.after.ref, clauses=words.say("other-language")
        )
    clauses = [
        words.say("clause", label=words.word("consequences", point.consequence.value), n=point.count)
        + (f" ({point.shown})" if point.shown and at < QUOTED else "")
        for at, point in enumerate((*found.points, *found.further)[:5])
    ]
    if found.keeps:
        clauses.append(words.say("keeps"))
    if not clauses:
        clauses = [words.say("nothing" if found.sections else "same")]
    limits = [words.say(key) for key in found.limits]
    return words.say(
        "answer", before=names[0], after=names[1], clauses=words.say("between").join([*clauses, *limits])
    )


def verdict(shift: Shift, words: Phrases) -> str:
    """`▼ strength weaker: agreed to → agreed to consider`."""
    named = f"{ARROWS.get(shift.verdict, '=')} {words.word('aspects', shift.aspect)}"
    told = f"{named} {words.word('verdicts', shift.verdict.value)}"
    return f"{told}: {shift.before or '—'} → {shift.after or '—'}" if shift.before or shift.after else told
