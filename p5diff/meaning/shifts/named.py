"""Who is named where a clause opens: the place of who acts.

Worked example. "For this, Malta will report to Ghana.": "Malta" opens the clause behind its lead-in and is
named there (`named`); "Ghana" stands behind the verb and is nobody who acts.
"""

from __future__ import annotations

from typing import NamedTuple

from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.sentence.speech import PLAIN
from p5diff.meaning.shifts import verdict
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.comparison import Side

_OPENING = 4
"""Words and marks before a name from which it no longer opens its clause: "For this, Malta" does."""


class Name(NamedTuple):
    """One who is named: by what two names are one, as who (`we`, `some`, `others` or `named`), and the words
    `[first, last)` of the side."""

    key: str
    label: str
    first: int
    last: int


def names(both: BothSides, side: SideWords) -> list[Name]:
    """Who is named where the clauses of a side open."""
    found: list[Name] = []
    for offset, sentence in zip(side.offsets, side.sentences, strict=True):
        said = both.read(sentence)
        spans = [(m.item, m.first, m.last) for m in said.spans("actors")]
        spans += [
            ("named", m.first, m.last) for m in said.named.names if m.item.category in {"body", "state"}
        ]
        for label, first, last in spans:
            a, b = first + offset, last + offset
            if any(a < other.last and b > other.first for other in found) or not opens(both, side, a):
                continue
            if label == "named" and sentence.text.startswith(verdict.OWNERS, side.words[b - 1].end):
                continue  # "Ghana's mills", 加纳的磨坊
            key = " ".join(w.stem for w in side.words[a:b] if w.content) or label
            found.append(Name(key, label, a, b))
    return found


def opens(both: BothSides, side: SideWords, at: int) -> bool:
    """Whether a word stands where a clause opens; its verb may come first in Arabic. The name of whose it is
    opens none: "Mills of Ghana are old"."""
    if _belongs(both, side, at):
        return False
    links = both.ground.links(side.side)
    if both.language.VERB_FIRST and at - 1 in links and _begins(side, at - 1):
        return True
    return _begins(side, at)


def _begins(side: SideWords, at: int) -> bool:
    clause = side.words[at].clause
    opening = [w for w in side.words[max(0, at - _OPENING) : at] if w.clause == clause]
    return len(opening) < _OPENING and not any(w.content for w in opening[-1:])


def _belongs(both: BothSides, side: SideWords, at: int) -> bool:
    """Whether a preposition stands before a word, articles apart, behind a word of content of its clause that
    does nothing by itself: "the Government of Ghana" acts."""
    agency, words = both.language.AGENCY, side.words
    clause = words[at].clause
    while at > 0 and words[at - 1].key in both.language.ARTICLES - agency.openers:
        at -= 1
    if at < 2 or words[at - 1].key not in agency.openers or words[at - 2].clause != clause:
        return False
    if any(
        a.first <= at - 2 < a.last for a in both.acts[side.side is Side.AFTER] if a.act.act.id not in PLAIN
    ):
        return False  # "we call on Ghana"
    owned = words[at - 2]
    return owned.content and not (agency.bodies and owned.key.startswith(agency.bodies))
