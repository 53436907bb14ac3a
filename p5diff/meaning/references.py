"""Document symbols and action numbers: references that look the same in every language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.text.characters import has_figure

# United Nations document symbols: a body in capitals, then parts after slashes, at least one of
# them with a digit; "(2009)" is the year of a Security Council resolution. A final full stop
# belongs to the sentence. Pattern checked against the examples of docs/commitments.md.
_PART = r"[A-Z0-9][A-Za-z0-9]*(?:[.\-][A-Za-z0-9]+)*"
SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9_/.])(?=[A-Z]{{1,10}}/\S*\d)[A-Z]{{1,10}}(?:/{_PART})+(?: ?[(（]\d{{4}}[)）])?"
)

_ACTION_WORDS = {
    "en": r"\b[Aa]ctions?",
    "zh": "行动",
    "fr": r"\b[Mm]esures?|\b[Aa]ctions?",
    "ru": r"\b[Дд]ействи(?:е|я|й|ям|ями|ях|ем|ю)",
    "es": r"\b[Mm]edidas?",
    "ar": "(?:ال)?إجراءات?|(?:ال)?إجراء",
}
_NUMBER = r"\d{1,2}(?!\d)"
_JOIN = r"\s*(?:,|、|，|،|;|and|to|et|à|и|y|a|و|和|至|–|-)\s*(?:and|et|и|y|和)?\s*"


class Reference(NamedTuple):
    """A reference and its span of code points."""

    value: str
    start: int
    end: int


@cache
def _actions(language: Language) -> re.Pattern[str]:
    word = _ACTION_WORDS.get(language.CODE, r"(?!)")
    return re.compile(rf"(?:{word})\s?({_NUMBER}(?:{_JOIN}{_NUMBER}){{0,30}})")


_YEAR = r"(?: ?[(（](?P<year>\d{4})[)）])?"
_RESOLUTION = (
    rf"(?:UNSC|Security Council) [Rr]esolution (?P<no>\d{{2,4}})\b{_YEAR}",
    rf"(?:安全理事会|安理会)第?(?P<no>\d{{2,4}}){_YEAR}号决议",
    rf"[Rr]ésolution (?P<no>\d{{2,4}}){_YEAR} du Conseil de sécurité",
    rf"[Rr]esolución (?P<no>\d{{2,4}}){_YEAR} del Consejo de Seguridad",
    rf"[Рр]езолюци\w+ (?P<no>\d{{2,4}}){_YEAR} Совета Безопасности",
    rf"قرار مجلس الأمن (?P<no>\d{{2,4}}){_YEAR}",
)


@cache
def _resolutions() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _RESOLUTION))


def symbols(text: str) -> list[Reference]:
    """The UN document symbols in `text`: `CD/1864`, `S/RES/1887 (2009)` …, and resolutions of the
    Security Council called by their number alone, as their symbol."""
    if not has_figure(text):
        return []
    printed = SYMBOL.finditer(text) if "/" in text else ()
    written = [Reference(_canonical(m.group()), *m.span()) for m in printed]
    called = [Reference(_resolution(m), *m.span()) for p in _resolutions() for m in p.finditer(text)]
    return sorted([*written, *called], key=lambda found: found.start)


def _resolution(match: re.Match[str]) -> str:
    year = match["year"]
    return f"S/RES/{match['no']} ({year})" if year else f"S/RES/{match['no']}"


def _canonical(symbol: str) -> str:
    symbol = symbol.replace("（", "(").replace("）", ")")
    return re.sub(r" ?\(", " (", symbol)


def actions(text: str, language: Language) -> list[Reference]:
    """The numbers of actions ("actions 5, 20 and 21"), each with its own span."""
    if not has_figure(text):
        return []
    return [
        Reference(number.group(), m.start(1) + number.start(), m.start(1) + number.end())
        for m in _actions(language).finditer(text)
        for number in re.finditer(r"\d+", m.group(1))
    ]
