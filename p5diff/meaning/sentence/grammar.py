"""What a sentence does where no verb of it is known: by its construction alone.

Lists of verbs end; grammar does not. "The dyke will be raised", «Маяк будет перемонтирован» say by tense and
voice alone that something will be done, whoever knows the verb. The constructions of each language are data
of `p5diff.language.grammar`; here each becomes an act. Such an act tells of what kind a sentence is; nothing
is compared by it.

Worked example. "We entreat the wardens to unlock the sluice.": no row knows "entreat"; a first person, those
whom it addresses and an infinitive make a plea: `plead`, a call. "Hail flattens the vineyards.": a whole
sentence with a verb and no time to it says how things are: `depict`, a position.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from p5diff.language import Language
from p5diff.language.grammar import Shown, every
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import Words
from p5diff.meaning.rules.ladder import Act
from p5diff.meaning.rules.markerfile import Marker
from p5diff.meaning.rules.source import RuleFile
from p5diff.model.comparison import MarkKind

SOURCE = "grammar."
"""What the rule of an act that a construction shows begins with."""
_ACTS = {
    "unsettled": "proceed",
    "pending": "proceed",
    "plea": "plead",
    "accord": "foresee",
    "duty": "bind",
    "order": "foresee",
    "future": "foresee",
    "past": "narrate",
    "norm": "depict",
    "ours": "depict",
    "statement": "depict",
}
"""What each construction makes of a sentence."""
_NOBODY = frozenset({"unsettled", "pending", "norm", "future", "past", "statement"})
"""Constructions that do not say that those who speak act."""
_OPEN = frozenset({"assert", "depict", "narrate", "tell"})
"""Acts of known rows that many a sentence shows by the way (a copula, a past): a construction says it better.
A row that knows its verb is never overruled."""
_ENDS = frozenset(".!?")
_WHOLE = frozenset({"ours", "statement"})
"""Constructions of whole sentences alone: an item of a list that begins small and ends so ("harassment of
others.") says nothing by itself."""
_FELT = "ours"
_NORM = "norm"
"""What ought to be overrules what is told behind it alone: "who fled should be let in once it has ended"."""
_LAST = "statement"
"""Where a sentence only says how things are, no construction that is tried after it holds."""
_OVERRULES = {
    "unsettled": _OPEN | {"decide", "undertake", "intend", "bind"},
    "pending": _OPEN,
    "plea": _OPEN,
    "accord": _OPEN,
    "duty": _OPEN,
    "order": _OPEN,
    "future": _OPEN,
    "norm": _OPEN,
    "past": _OPEN,
    "ours": frozenset({"assert", "depict"}),
    "statement": frozenset[str](),
}
"""Which of them each construction overrules."""


def read(
    text: str, words: Words, rows: Sequence[Match[Marker]], language: Language, known: Mapping[str, Act]
) -> Match[Marker] | None:
    """The act that the construction of a sentence shows, as if a row had found it; nothing where a row that
    holds (`rows`) knows better. `known`: the acts in use."""
    held = {row.item.act.id for row in rows}
    if not held <= _OVERRULES["unsettled"]:
        return None
    item = text[:1].islower() and text.rstrip()[-1:] in _ENDS
    wanted = {name for name, acts in _OVERRULES.items() if held <= acts} | {_LAST}
    for shown in every(text, language.GRAMMAR, wanted):
        if item and shown.name in _WHOLE:
            break
        act = known.get(_ACTS[shown.name])
        if act is not None and held <= _OVERRULES[shown.name] and not _known(shown, act, rows):
            return _match(shown, words, act, language)
        if shown.name == _LAST:
            break
    return None


def _known(shown: Shown, act: Act, rows: Sequence[Match[Marker]]) -> bool:
    """Whether the rows say as much already: the first of them makes the sentence the same, or tells of
    something before what ought to be. Whose feelings are said, no row of a plain verb knows."""
    if not rows or shown.name == _FELT:
        return False
    told = [row.start for row in rows if row.item.act.kind is MarkKind.RECORD]
    late = shown.name == _NORM and any(start < shown.start for start in told)
    return late or rows[0].item.act.kind is act.kind


def _match(shown: Shown, words: Words, act: Act, language: Language) -> Match[Marker] | None:
    first = max(bisect_right(words.starts, shown.start) - 1, 0)
    last = bisect_left(words.starts, shown.end)
    if first >= last:
        return None
    return Match(_row(shown.name, act, language), first, last, *words.span(first, last))


@cache
def _row(name: str, act: Act, language: Language) -> Marker:
    """The row that stands for a construction."""
    return Marker(
        id=name,
        act=act,
        verb="",
        embedded="",
        impersonal=name in _NOBODY,
        doer=False,
        actor="",
        patterns=(),
        after=None,
        not_after=(),
        not_before=(),
        without=frozenset(),
        match="",
        spare="",
        source=RuleFile(f"{SOURCE}{language.CODE}", "", ""),
    )
