"""Document symbols and action numbers: references that look the same in every language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from p5diff.language import LANGUAGES, Language
from p5diff.language.references import SYMBOL
from p5diff.text.characters import has_figure
from p5diff.text.needles import Spared

_NUMBER = r"\d{1,2}(?!\d)"
_JOIN = r"\s*(?:,|、|，|،|;|and|to|et|à|и|y|a|و|和|至|–|-)\s*(?:and|et|и|y|和)?\s*"


class TextReference(NamedTuple):
    """A reference and its span of code points."""

    value: str
    start: int
    end: int


@cache
def _actions(language: Language) -> Spared:
    word = language.ACTIONS or r"(?!)"
    return Spared(rf"(?:{word})\s?({_NUMBER}(?:{_JOIN}{_NUMBER}){{0,30}})")


_YEAR = r"(?: ?[(（](?P<year>\d{4})[)）])?"


@cache
def _resolutions() -> tuple[Spared, ...]:
    written = (p for known in LANGUAGES.values() for p in known.RESOLUTIONS)
    return tuple(Spared(pattern.replace("{year}", _YEAR)) for pattern in written)


def symbols(text: str) -> list[TextReference]:
    """The UN document symbols in `text`: `CD/1864`, `S/RES/1887 (2009)` …, and resolutions of the
    Security Council called by their number alone, as their symbol."""
    if not has_figure(text):
        return []
    printed = SYMBOL.finditer(text) if "/" in text else ()
    written = [TextReference(_canonical(m.group()), *m.span()) for m in printed]
    called = [TextReference(_resolution(m), *m.span()) for p in _resolutions() for m in p.finditer(text)]
    return sorted([*written, *called], key=lambda found: found.start)


def _resolution(match: re.Match[str]) -> str:
    year = match["year"]
    return f"S/RES/{match['no']} ({year})" if year else f"S/RES/{match['no']}"


def _canonical(symbol: str) -> str:
    symbol = symbol.replace("（", "(").replace("）", ")")
    return re.sub(r" ?\(", " (", symbol)


def actions(text: str, language: Language) -> list[TextReference]:
    """The numbers of actions ("actions 5, 20 and 21"), each with its own span."""
    if not has_figure(text):
        return []
    return [
        TextReference(number.group(), m.start(1) + number.start(), m.start(1) + number.end())
        for m in _actions(language).finditer(text)
        for number in re.finditer(r"\d+", m.group(1))
    ]
