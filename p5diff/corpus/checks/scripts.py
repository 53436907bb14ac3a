"""Words whose letters look right and are not: Latin, Cyrillic and Greek mixed (homoglyphs)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from p5diff.language import Language
from p5diff.language.script import HAN

_LETTER = rf"[^\W\d_{HAN}]"
_WORD = re.compile(rf"{_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "MATHEMATICAL", "LISU")
_SYMBOL = 5
"""Letters of the longest sign of science that mixes Greek and Latin ("μmol", "ΔGeff"): longer is a word."""
_LIKE_LATIN = frozenset("АВЕЅІЈКМНОРСТУХаеоисрхуіјѕԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυτχ")
_QUANTITIES = frozenset("αικρτχ")
"""Of these, the ones that stand alone in science (α-particles, κ, ρ, τ, χ); ο and υ do not."""
_LIKE_CYRILLIC = frozenset("ABEKMHOPCTYXaeopcyxk")


def odd_words(text: str, *, language: Language) -> Iterator[tuple[int, str, str]]:
    """Offset, word and reason for each word that mixes scripts or pretends to be of another.

    >>> from p5diff.language import en
    >>> list(odd_words("the Treаty", language=en))
    [(4, 'Treаty', 'mixes CYRILLIC (U+0430) and LATIN letters')]
    """
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() and language.SCRIPT != "Cyrillic":
            continue
        reason = _mixed(word) or _pretending(word, language)
        if reason:
            yield match.start(), word, reason


def _mixed(word: str) -> str:
    scripts: dict[str, list[str]] = {}
    for letter in word:
        script = script_of(letter)
        if script:
            scripts.setdefault(script, []).append(letter)
    if len(scripts) < 2 or _is_sign(scripts):
        return ""
    fewest = sorted(scripts, key=lambda script: (len(scripts[script]), script))
    odd = ", ".join(f"U+{ord(letter):04X}" for letter in scripts[fewest[0]])
    return f"mixes {fewest[0]} ({odd}) and {' and '.join(fewest[1:])} letters"


def _is_sign(scripts: dict[str, list[str]]) -> bool:
    """Whether a mixture is a unit or a quantity: Greek letters that no Latin one looks like, with
    few others beside them ("kΩ", "Δt", "μSv")."""
    return (
        set(scripts) == {"GREEK", "LATIN"}
        and not _LIKE_LATIN.intersection(scripts["GREEK"])
        and sum(map(len, scripts.values())) <= _SYMBOL
    )


def _pretending(word: str, language: Language) -> str:
    if len(word) == 1 and word in _QUANTITIES:
        return ""
    if language.SCRIPT != "Cyrillic" and set(word) <= _LIKE_LATIN:
        return f"is written in {script_of(word[0])} letters that look like Latin ones"
    if language.SCRIPT == "Cyrillic" and len(word) > 2 and not word.isupper() and set(word) <= _LIKE_CYRILLIC:
        return "is written in LATIN letters that look like Cyrillic ones"
    return ""


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter, if it is one of those with letters that look alike; else empty."""
    name = unicodedata.name(letter, "")
    return next((script for script in _ALIKE if name.startswith(script)), "")
