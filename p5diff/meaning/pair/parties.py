"""Lists of States inside a pair, compared as sets: who joined, and who left.

A list is two States or more with nothing between them but commas, conjunctions and articles. The
order of a list says nothing. Two lists are compared where they have half of the shorter one in
common: "France and Japan" beside "Chile and Peru" are other States in another sentence, not a
change of parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import naming
from p5diff.model.alignment import Span
from p5diff.model.comparison import Evidence, Shift, Verdict
from p5diff.model.statement import Sentence

_SAME_LIST = 0.5
"""Share of the shorter list that both must name [0, 1]: with less it is a list of others."""
_BETWEEN = 12
"""Longest stretch between two States of a list, in characters: ", and the "; longer ones hold other words."""
_NAME = 4
"""Longest name of another member that a list of States may hold, in words."""
_INNER = re.compile(r"^\s?,(?P<name>[^,;:.()—–]+),")
_COMMAS = re.compile("[,،、，]")
_LISTED = frozenset({"state", "body"})
"""What can stand in a list of parties: the European Union signs beside States."""


class _Party(NamedTuple):
    name: str
    evidence: Evidence


def shifts(before: SideWords, after: SideWords, rules: Rules, language: Language) -> Iterator[Shift]:
    """What became of the lists of States: one shift for all who left, one for all who joined."""
    theirs = _lists(after, rules, language)
    known = _all_named(before, rules, language), _all_named(after, rules, language)
    left: list[_Party] = []
    joined: list[_Party] = []
    for ours in _lists(before, rules, language):
        other = next((t for t in theirs if _is_same(ours, t)), None)
        if other is None:
            continue
        theirs.remove(other)
        # Who left one list and stands elsewhere in the same pair has moved, and left nothing.
        left += [p for p in ours if p.name not in known[1]]
        joined += [p for p in other if p.name not in known[0]]
    if left:
        yield _shift(left, Verdict.LEFT)
    if joined:
        yield _shift(joined, Verdict.JOINED)


def _shift(found: Sequence[_Party], verdict: Verdict) -> Shift:
    words = ", ".join(p.evidence.text for p in found)
    left = verdict is Verdict.LEFT
    return Shift(
        aspect="parties",
        verdict=verdict,
        before=words if left else "",
        after="" if left else words,
        rule="lists of States, compared as sets",
        explanation=f"{len(found)} {'left' if left else 'joined'} a list whose other members stayed",
        evidence=tuple(p.evidence for p in found),
    )


def _is_same(one: Sequence[_Party], two: Sequence[_Party]) -> bool:
    first, second = {p.name for p in one}, {p.name for p in two}
    return len(first & second) >= _SAME_LIST * min(len(first), len(second))


def _all_named(side: SideWords, rules: Rules, language: Language) -> frozenset[str]:
    return frozenset(m.item.name for s in side.sentences for m in naming.find(s.text, rules, language))


def _lists(side: SideWords, rules: Rules, language: Language) -> list[list[_Party]]:
    """The lists of States of a side, in order."""
    found: list[list[_Party]] = []
    for sentence in side.sentences:
        run: list[Match[InstrumentName]] = []
        for match in naming.find(sentence.text, rules, language):
            if match.item.category not in _LISTED:
                continue
            name = sentence.text[match.start : match.end]
            if run and not _joined(sentence.text[run[-1].end : match.start], name, language):
                found += _as_list(run, side, sentence, language)
                run = []
            run.append(match)
        found += _as_list(run, side, sentence, language)
    return found


def _as_list(
    run: Sequence[Match[InstrumentName]], side: SideWords, sentence: Sentence, language: Language
) -> list[list[_Party]]:
    """The run as a list, if it is one: with two States or more, each named once."""
    if sum(m.item.category == "state" for m in run) < 2 or len({m.item.name for m in run}) < 2:
        return []
    return [[_party(match, side, sentence, language) for match in run]]


def _party(match: Match[InstrumentName], side: SideWords, sentence: Sentence, language: Language) -> _Party:
    start, text = match.start, sentence.text
    if language.AND_PREFIX and text.startswith(language.AND_PREFIX, start):
        start += len(language.AND_PREFIX)
    span = Span(start, match.end)
    return _Party(
        match.item.name,
        Evidence(side=side.side, sentence=sentence.id, span=span, text=text[start : match.end]),
    )


def _joined(between: str, name: str, language: Language) -> bool:
    """Whether two names stand in one list by what is between them: commas, conjunctions and articles,
    and nothing else; `name` is the second."""
    between = _unknown(between, language)
    if len(between) > _BETWEEN:
        return False
    prefixed = bool(language.AND_PREFIX) and name.startswith(language.AND_PREFIX)
    words = _COMMAS.sub(" , ", between).replace("’", "'").lower().split()
    links = language.AND | {","}
    linked = prefixed or any(word in links for word in words)
    return linked and all(word in links or word in language.ARTICLES for word in words)


def _unknown(between: str, language: Language) -> str:
    """The stretch without a member of the list that is no State: a name in capitals between two
    commas, such as an organization's."""
    inner = _INNER.search(between) if language.CASED else None
    if inner is None:
        return between
    words = [w for w in inner["name"].split() if w.lower() not in language.ARTICLES]
    named = 0 < len(words) <= _NAME and all(w[0].isupper() for w in words)
    return between[: inner.start("name")] + between[inner.end("name") :] if named else between
