"""Print variants folded, for comparison keys only: "organisation" and "organization" say the same.

What a print house may choose is folded: spelling of one word in two countries, ligatures, accents
on capitals, hamza and final forms, ё, figures grouped or in other digits, traditional and simplified
characters. What may say another thing is not: endings, plurals, apostrophes, accents inside words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from p5diff.language import Language
from p5diff.memo import SHORT

_SHORTEST_ACCENTED = 3
"""Letters from which the accent of a first letter tells no words apart (à, ô and él are shorter)."""
_ELIDED = re.compile("(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’']")
_SEPARATORS = str.maketrans({"٫": ".", "٬": ",", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_SPACED = re.compile(r"(?<=\d) (?=\d{3})")


def fold(word: str, *, language: Language) -> str:
    """The word in lower case, in the spelling that comparisons use. Never stored, never shown.

    >>> from p5diff.language import ar, en, ru
    >>> fold("Organisation", language=en), fold("ещё", language=ru), fold("أمن", language=ar)
    ('organization', 'еще', 'امن')
    """
    return _kept(word, language) if len(word) <= SHORT else _folded(word, language)


def _folded(word: str, language: Language) -> str:
    lower = word.casefold()
    if lower[:1].isdecimal():
        lower = _figure(lower, language)
    elif language.SCRIPT == "Latin" and not lower.isascii():
        lower = _first_letter_plain(lower)
    folds = _folds(language)
    if folds and _any_fold(language).search(lower):
        for pattern, replacement in folds:
            lower = pattern.sub(replacement, lower)
    return language.VARIANTS.get(lower, lower)


_kept = lru_cache(maxsize=65536)(_folded)


def capitals(word: str) -> str:
    """A word in capitals without its accents, which capitals need not bear; any other as it is.

    >>> capitals("TRAITÉ"), capitals("À"), capitals("traité")
    ('TRAITE', 'A', 'traité')
    """
    if word.isascii() or not word.isupper() or 1 < len(word) < _SHORTEST_ACCENTED:
        return word
    return "".join(map(_plain, word))


@cache
def letter_table(language: Language) -> dict[int, str]:
    """For `str.translate`: each letter that the language reads as another (traditional Chinese characters as
    simplified, ё as е, the forms of alef as one)."""
    return str.maketrans(dict(language.LETTER_FOLDS))


_TELLING = 5
"""Characters of one form from which it is told which forms a text is printed in: a quotation or a
name may hold a few of the other."""


def older_forms(text: str, *, language: Language) -> bool | None:
    """Whether a Chinese text is printed in traditional characters; None where it has hardly any
    that differ, and for any other script.

    >>> from p5diff.language import en, zh
    >>> older_forms("各國重申條約義務，會議結束。", language=zh), older_forms("the States", language=en)
    (True, None)
    """
    if language.SCRIPT != "Han":
        return None
    simplified = frozenset(language.LETTER_FOLDS.values())
    old = sum(char in language.LETTER_FOLDS for char in text)
    new = sum(char in simplified and char not in language.LETTER_FOLDS for char in text)
    # most simplified characters are used in traditional print too (后, 里), the other way hardly any
    if old >= _TELLING:
        return old * 10 >= new
    return False if new >= _TELLING else None


def _first_letter_plain(lower: str) -> str:
    """The word without the accent of its first letter, behind an elided article too ("l’Égypte")."""
    elided = _ELIDED.match(lower)
    at = elided.end() if elided else 0
    if len(lower) - at < _SHORTEST_ACCENTED or lower[at].isascii():
        return lower
    return lower[:at] + _plain(lower[at]) + lower[at + 1 :]


def _plain(letter: str) -> str:
    """The Latin letter without its accents; any other letter as it is."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


def _figure(figure: str, language: Language) -> str:
    """A number with the digits of everyday print and without the marks that group them."""
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in figure)
    digits = _SPACED.sub("", digits.translate(_SEPARATORS))
    mark = language.GROUPING
    if mark and mark in digits and re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?:\.\d+)?", digits):
        return digits.replace(mark, "")
    return digits


@cache
def _folds(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in language.FOLDS)


@cache
def _any_fold(language: Language) -> re.Pattern[str]:
    """What no fold has anything to do with is most words: found out in one search."""
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in language.FOLDS))
