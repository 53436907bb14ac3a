"""From when a text holds: another day, term or event from which it enters into force.

Worked example. "This Act enters into force on the day of its publication." → "This Act enters into force six
months after its publication.": one Act, and another time: deadline, changed. Neither is sooner or later than
asked, since nobody has to do anything by then. "Upon its signature" → "on the day of its signature" says the
same: a word that came is no other time, unless it is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from p5diff.language import Language
from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.shifts import verdict
from p5diff.meaning.shifts.both import BothSides, Place
from p5diff.model.comparison import Shift, Verdict

_SAME_REST = 0.5
"""Share of the words of content outside the time that must be the same, of both sides together [0, 1]: one
text enters into force on both sides."""


def find(both: BothSides) -> Iterator[Shift]:
    """The time from which a text holds, where it became another."""
    one, two = _when(both, 0), _when(both, 1)
    if one is None or two is None or likeness(_rest(both, 0, one), _rest(both, 1, two)) < _SAME_REST:
        return
    ours, theirs = _said(both, 0, one), _said(both, 1, two)
    went, came = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    if (came and went) or any(ours[w] for w in went) or any(theirs[w] for w in came):
        yield verdict.made(
            both,
            "deadline",
            Verdict.CHANGED,
            both.quoted(one, two),
            "the words behind those of entry into force",
            "another time from which it holds",
        )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(language.MEASURES.in_force) or r"(?!)", re.IGNORECASE)


def _when(both: BothSides, number: int) -> Place | None:
    """The words that say when; none where the side says it nowhere, or twice."""
    side = both.sides[number]
    found = [(n, m) for n, s in enumerate(side.sentences) for m in _pattern(both.language).finditer(s.text)]
    if len(found) != 1:
        return None
    sentence, match = found[0]
    start, end = match.span(match.lastindex or 0)
    inside = [
        at
        for at, w in enumerate(side.words)
        if w.sentence == sentence and start <= w.start < end and not w.is_mark
    ]
    named = any(side.words[at].content for at in inside)
    return (inside[0], inside[-1] + 1) if named else None


def _said(both: BothSides, number: int, place: Place) -> dict[str, bool]:
    """The words that say when, but those that only lead to it ("upon"); whether each is a figure."""
    small = both.language.AGENCY.openers
    words = both.sides[number].words[slice(*place)]
    return {w.stem: w.figure for w in words if (w.content or w.figure) and w.key not in small}


def _rest(both: BothSides, number: int, place: Place) -> list[str]:
    words = both.sides[number].words
    return [w.stem for at, w in enumerate(words) if w.content and not place[0] <= at < place[1]]
