"""Spelling variants folded, for comparison keys only: "organisation" and "organization" say the same."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from p5diff.language import Language


@lru_cache(maxsize=65536)
def fold(word: str, *, language: Language) -> str:
    """The word in lower case, in the spelling that comparisons use. Never stored, never shown.

    >>> from p5diff.language import ar, en, ru
    >>> fold("Organisation", language=en), fold("ещё", language=ru), fold("أمن", language=ar)
    ('organization', 'еще', 'امن')
    """
    lower = word.casefold()
    for pattern, replacement in _folds(language):
        lower = pattern.sub(replacement, lower)
    return language.VARIANTS.get(lower, lower)


@cache
def _folds(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in language.FOLDS)
