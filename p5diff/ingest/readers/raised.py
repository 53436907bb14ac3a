"""Raised and lowered characters: a power, a note's mark, or a way of writing a word.

Print raises three kinds of things. A power ("10⁶", "km²") belongs to the figure before it; a note's
mark ("1995²") belongs to no word; the end of an ordinal or an abbreviation ("21st", "Mᵐᵉ") is
the word itself. What stands before tells them apart, where the format does not.
"""

from __future__ import annotations

import re
from enum import Enum, auto

_PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyz"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_UP = str.maketrans(_PLAIN, _RAISED)
_DOWN = str.maketrans(_RAISED, _PLAIN)
_MARK = re.compile(r"[\[(]?\s{0,3}(?:\d{1,3}|[*†‡§]{1,4}|[a-z]{1,2}|[ivx]{1,5})\s{0,3}[\])]?\Z")
_MARKS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})+\Z")
_POWER = re.compile(r"[+\-−–]?\d{1,3}\Z")
_FIGURE = re.compile(r"(?<![\d.,/])(\d{1,2})\Z")
"""One or two figures, alone: what powers are taken of. A year or the number of a resolution is longer."""
_MANTISSA = re.compile(r"(?:×|x|·|\*|[=≈<>≤≥±]|\d[.,])\s?\d{1,6}\Z")
_UNIT = re.compile(
    r"(?:[\d\s/·(⋅.\u00a0]|\A|(?<=[\u3400-\u9fff]))"
    r"(?:[kcdmnµμ]?m|[khcdmµμ]?[gslLJWNPHVA]|kPa|Pa|Hz|ft|in|yd|mi|Bq|Gy|Sv|rad|mol|К?км|[смд]?м|с|кг|г|كم|م|سم"
    r"|[千厘毫分平立]?米|公里|厘米|毫米)\Z"
)
"""Signs of units that are squared and cubed, in the letters of the six languages."""
_VARIABLE = re.compile(r"(?<![^\W\d_])[A-Za-zα-ωΑ-Ω]\Z")
_SHORT = re.compile(r"(?<![^\W\d_])(?:[NnDMVP]|M[lmg]?|Ml|Mg|S|Sr|Dr|C|Cie|St|Ste|Pr|Pt|[IVXLC]{1,7})\Z")
"""Beginnings of abbreviations that print raises the end of: Nᵒ, Dʳ, Mᵐᵉ, Sᵗᵉ, XXᵉ."""


_LONGEST_MARK = 5
"""Characters of a mark that a paragraph may open with: "[12]", "***"; more is a word set small."""


class Kind(Enum):
    """What a raised piece is."""

    POWER = auto()
    NOTE = auto()
    WORD = auto()


def kind(before: str, mark: str) -> Kind:
    """What the raised `mark` is after the text `before`.

    >>> kind("10", "6"), kind("in 1995", "2"), kind("the 21", "st")
    (<Kind.POWER: 1>, <Kind.NOTE: 2>, <Kind.WORD: 3>)
    """
    mark = mark.strip()
    if not mark or not before.strip():
        return Kind.NOTE if _MARK.match(mark) and len(mark) <= _LONGEST_MARK else Kind.WORD
    if mark.isalpha():
        return _letters(before, mark)
    if _POWER.match(mark) and not before[-1:].isspace() and _takes_power(before[-40:], mark):
        return Kind.POWER
    return Kind.NOTE if _MARK.match(mark) or _MARKS.match(mark) else Kind.POWER


def _letters(before: str, mark: str) -> Kind:
    last = before[-1]
    if last.isdigit():
        year = re.search(r"\d{4}\Z", before) is not None
        return Kind.NOTE if year and len(mark) == 1 and mark.islower() else Kind.WORD
    if len(mark) > 1 or not mark.islower():
        return Kind.WORD
    if mark == "n" and _VARIABLE.search(before):
        return Kind.POWER
    return Kind.WORD if last.isalpha() and _SHORT.search(before) else Kind.NOTE


def _takes_power(before: str, mark: str) -> bool:
    if mark[0] in "+-−–":
        return True
    return any(p.search(before) for p in (_FIGURE, _MANTISSA, _UNIT, _VARIABLE)) or before.endswith(
        ("σ", "⟩")
    )


def raised(before: str, text: str) -> str:
    """A raised piece as it is written in plain text, where it is no note's mark.

    >>> raised("10", "6"), raised("10", "-6"), raised("the 21", "st"), raised("x", "n/2")
    ('⁶', '⁻⁶', 'st', '^(n/2)')
    """
    bare = text.strip()
    joined = before[-1:].isdigit() and bare[:1].isdigit()  # would make another figure of the two
    small = len(bare) > 12 and not joined  # a line set small, no power
    if not bare or small or kind(before, bare) is Kind.WORD:
        return text
    if all(char in _PLAIN or char == "–" for char in bare):
        return bare.replace("–", "−").translate(_UP)
    if all(char in _RAISED or (not char.isalnum() and char not in "/.,") for char in bare):
        return bare
    return "^" + bare if len(bare) == 1 or bare.isalnum() else f"^({bare})"


def opening(mark: str) -> str:
    """A raised mark that a paragraph opens with, as it is written in plain text.

    >>> opening("2"), opening("*")
    ('²', '*')
    """
    return mark.translate(_UP) if mark.isdigit() else mark


def superscript(text: str) -> str:
    """Raised where Unicode has the characters, else after `^`; for formulas, which say it outright.

    >>> superscript("6"), superscript("n+1"), superscript("Q")
    ('⁶', 'ⁿ⁺¹', '^Q')
    """
    bare = text.strip()
    if all(char in _PLAIN for char in bare):
        return bare.translate(_UP)
    return "^" + bare if len(bare) == 1 or bare.isalnum() else f"^({bare})"


def mark_of(text: str) -> str:
    """The bare mark of a note: "[12]" is 12, "⁴" is 4.

    >>> mark_of(" [12] "), mark_of("⁴")
    ('12', '4')
    """
    return text.strip().strip("[]() \u00a0.").translate(_DOWN)


def flat(text: str) -> str:
    """Raised figures and letters as plain ones, to count characters by.

    >>> flat("10⁶")
    '106'
    """
    return text.translate(_DOWN)
