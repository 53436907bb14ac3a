"""What was promised for a date that the other text already lies behind: dropped, and yet not given up.

Worked example. "We agreed to meet again in Beijing in 2022." is not said again in the text of "Beijing,
14 April 2022". That says nothing of a will that changed: the date was reached.

Both texts must be dated, and the date must have lain ahead when it was written: what a text says of the past
is no promise for it. Where the other text lies within the date ("in 2022"), its place must be named as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from p5diff.language import Language, get
from p5diff.meaning.pair.basis import stem
from p5diff.meaning.pattern.words import scan
from p5diff.meaning.sentence import due
from p5diff.model.alignment import Pair, PairKind, Span
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Shift, Side, Verdict
from p5diff.model.statement import Role, Sentence, Statement
from p5diff.text.dates import find_dates

_FIRST, _LAST = (1, 1), (12, 31)
_LAST_DAY = 31
"""Of any month: only the order counts."""

Day = tuple[int, int, int]


class Dated(NamedTuple):
    """When a text was made, and the line that says so (None where only its record does)."""

    day: Day
    line: Sentence | None
    place: str


def dated(statement: Statement) -> Dated | None:
    """The last day that a text's record names, else its date line or its title; None without any."""
    meta = statement.meta
    for written in (meta.adopted, *reversed(meta.dates)):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
            return Dated(due.day(written), None, meta.place)
    language = get(meta.language)
    for role in (Role.DATE, Role.TITLE):
        for sentence in _of_role(statement, role):
            found = list(find_dates(sentence.text, language=language))
            if found:
                rest = _without_dates(sentence.text, language) if role is Role.DATE else ""
                return Dated(due.day(found[-1].last), sentence, rest)
    return None


def find(
    pair: Pair,
    marks: tuple[CommitmentMark, ...],
    before: Dated | None,
    after: Dated | None,
    language: Language,
) -> Shift | None:
    """The shift of a dropped promise or call whose date was reached; None for any other pair."""
    if pair.kind is not PairKind.DROPPED or before is None or after is None:
        return None
    if not any(m.kind in (MarkKind.COMMITMENT, MarkKind.CALL) for m in marks):
        return None
    named = [(s, place) for s in pair.before for place in _named(s, language)]
    if not named:
        return None
    sentence, (span, first, last, is_deadline) = max(named, key=lambda n: n[1][2])
    ahead = first > before.day or (is_deadline and last >= before.day)
    if not ahead or not (last < after.day or _is_here(sentence, first, after, language)):
        return None
    day = "-".join(f"{n:02}" for n in after.day)
    evidence = [_quoted(Side.BEFORE, sentence, span)]
    if after.line is not None:
        evidence.append(_quoted(Side.AFTER, after.line, Span(0, len(after.line.text))))
    return Shift(
        aspect="deadline",
        verdict=Verdict.DATE_REACHED,
        before=evidence[0].text,
        after=after.line.text if after.line is not None else day,
        rule="a date ahead of the one text and not of the other",
        explanation=f"it lay ahead when the first text was written; the other is of {day}",
        evidence=tuple(evidence),
    )


def _named(sentence: Sentence, language: Language) -> Iterator[tuple[Span, Day, Day, bool]]:
    """Each year that a sentence names, as far as its words tell the day: the first and the last day that is
    meant, and whether something is due by it."""
    text = sentence.text
    deadlines = [d for d in due.find(text, language) if d.when is not None]
    days = [(d.start, d.end, d.first, d.last) for d in find_dates(text, language=language)]
    for match in due.YEARS.finditer(text):
        year = int(match.group())
        deadline = next((d for d in deadlines if d.start <= match.start() < d.end), None)
        whole = next((d for d in days if d[0] <= match.start() < d[1]), None)
        if whole is not None:
            first, last = due.day(whole[2]), due.day(whole[3])
            span = Span(whole[0], whole[1])
        elif deadline is not None and deadline.when is not None and deadline.when[1]:
            month = deadline.when[1]
            first, last = (year, month, 1), (year, month, deadline.when[2] or _LAST_DAY)
            span = Span(deadline.start, deadline.end)
        else:
            first, last = (year, *_FIRST), (year, *_LAST)
            span = Span(match.start(), match.end())
        if deadline is not None:
            span = Span(deadline.start, deadline.end)
        yield span, first, last, deadline is not None


def _is_here(sentence: Sentence, first: Day, after: Dated, language: Language) -> bool:
    """Whether the other text was made within the date, at the place that the sentence names."""
    if first > after.day or not after.place:
        return False
    if not language.SEPARATOR:
        return after.place in sentence.text
    wanted = {stem(f, language) for f in scan(after.place, language).forms if f.keys[0].isalpha()}
    return bool(wanted) and wanted <= {stem(f, language) for f in scan(sentence.text, language).forms}


def _without_dates(text: str, language: Language) -> str:
    for found in reversed(list(find_dates(text, language=language))):
        text = text[: found.start] + text[found.end :]
    return text.strip(" ,;:.()（），。、،")


def _quoted(side: Side, sentence: Sentence, span: Span) -> Evidence:
    return Evidence(side=side, sentence=sentence.id, span=span, text=sentence.text[span.start : span.end])


def _of_role(statement: Statement, role: Role) -> Iterator[Sentence]:
    return (s for p in statement.paragraphs for s in p.sentences if s.role is role)
