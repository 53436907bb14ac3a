"""Everything a text names that a ledger lists, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import figures, naming, reading, references
from p5diff.meaning.sentence.lists import WHOLE
from p5diff.model.alignment import Span
from p5diff.model.comparison import Evidence, Side
from p5diff.model.statement import Role, Sentence, Statement
from p5diff.text.characters import has_figure
from p5diff.text.dates import find_dates
from p5diff.text.needles import Spared

KEPT = "mentions"
"""What `sentence.reading` remembers for the ledger alone: what a sentence names."""
_YEAR = re.compile(r"(?<![\d.,/])(?:18|19|20|21)\d\d(?![\d/]|[.,]\d)")


class Mention(NamedTuple):
    """One thing named once. `unit` is what tells like from like (percent, months …). `small`: too
    common to be listed by itself ("the two sides"); that it became another is told all the same."""

    category: str
    value: str
    unit: str
    evidence: Evidence
    small: bool = False


def mentions(statement: Statement, rules: Rules, side: Side) -> Iterator[Mention]:
    """What the title and body name, in order; letters, signatures, date and place lines aside."""
    language = languages.get(statement.meta.language)
    for sentence in asked(statement):
        for category, value, unit, start, end, small in raw(sentence.text, rules, language):
            quoted = Evidence(
                side=side, sentence=sentence.id, span=Span(start, end), text=sentence.text[start:end]
            )
            yield Mention(category, value, unit, quoted, small)


def asked(statement: Statement, part: slice = WHOLE) -> Iterator[Sentence]:
    """The sentences of some paragraphs whose names count."""
    for paragraph in statement.paragraphs[part]:
        for sentence in paragraph.sentences:
            if sentence.role in {Role.BODY, Role.TITLE}:
                yield sentence


Raw = tuple[str, str, str, int, int, bool]
"""A mention by itself: category, value, unit, its span in code points, and whether it is small."""


def raw(text: str, rules: Rules, language: Language) -> list[Raw]:
    """What one sentence names, in the order of the categories."""
    return reading.remembered(KEPT, text, rules, language, lambda: list(_found(text, rules, language)))


def _found(text: str, rules: Rules, language: Language) -> Iterator[Raw]:
    """Categories in turn; a number that is part of a date, symbol, name … is none of its own."""
    taken = _Taken(text)
    for match in naming.find(text, rules, language):
        taken.add(match.start, match.end)
        yield match.item.category, match.item.name, "", match.start, match.end, False
    for symbol in references.symbols(text):
        taken.add(symbol.start, symbol.end)
        yield "symbol", symbol.value, "", symbol.start, symbol.end, False
    for action in references.actions(text, language):
        taken.add(action.start, action.end)
        yield "action", action.value, "", action.start, action.end, False
    for deadline in reading.read(text, rules, language).deadlines:
        value = text[deadline.start : deadline.end]
        unit = re.sub(r"\d+", "#", value.lower())
        yield "deadline", value.lower(), unit, deadline.start, deadline.end, False
        taken.add(deadline.start, deadline.end)
    names = _Names(text, language)
    for value, unit, start, end in _dates(text, language):
        if not (taken.holds(start, end) or (unit == "year" and names.holds(start, end))):
            taken.add(start, end)
            yield "date", value, unit, start, end, False
    for number in _numbers(text, language):
        start, end = number[3:5]
        if not (taken.holds(start, end) or names.holds(start, end)):
            yield number


class _Taken:
    """Which characters of a text have been read as something: a look-up costs the span alone."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text))

    def add(self, start: int, end: int) -> None:
        """These characters are taken."""
        self._marks[start:end] = b"\1" * (end - start)

    def holds(self, start: int, end: int) -> bool:
        """Whether one of these characters is taken."""
        return self._marks.find(1, start, end) >= 0


class _Names:
    """The figures of names and references, looked for where a figure is left that may be one of them."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._taken: _Taken | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether one of these characters is part of a name or reference."""
        if self._taken is None:
            self._taken = _Taken(self._text)
            for place in figures.of_names(self._text, self._language):
                self._taken.add(*place)
        return self._taken.holds(start, end)


def _dates(text: str, language: Language) -> Iterator[tuple[str, str, int, int]]:
    """Dates in full (ISO 8601; a range as first/last), then day and month, then bare years."""
    for found in find_dates(text, language=language):
        value = found.first if found.first == found.last else f"{found.first}/{found.last}"
        yield value, "day", found.start, found.end
    if not has_figure(text):
        return
    for match in _day_and_month(language).finditer(text):
        named = match.groupdict()
        day, month = int(named["d"] or named["d2"]), (named["m"] or named["m2"]).lower()
        number = int(month[:-1]) if month[:-1].isdigit() else language.MONTHS[month]
        yield f"--{number:02d}-{day:02d}", "day", match.start(), match.end()
    for match in _YEAR.finditer(text):
        yield match.group(), "year", match.start(), match.end()


@cache
def _day_and_month(language: Language) -> Spared:
    months = sorted(language.MONTHS, key=lambda m: (-len(m), m))
    names = "|".join(map(re.escape, months)) or r"(?!)"
    # a look at the first letter spares all the names at most words
    firsts = re.escape("".join(sorted({name[0] for name in months})))
    begun = f"(?=[{firsts}])" if firsts else ""
    return Spared(language.DAY_AND_MONTH.replace("{month}", f"{begun}(?:{names})"), re.IGNORECASE)


def _numbers(text: str, language: Language) -> Iterator[Raw]:
    for found in figures.find(text, language):
        yield "number", found.value, found.unit, found.start, found.end, found.small
