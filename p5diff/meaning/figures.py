"""Figures that measure nothing: those of a name or of a reference.

"Article 6", "resolution 1267 (1999)", "Track 1.5" and "the 2010 Review Conference" name a thing;
their figures are neither numbers nor dates that a ledger should count.
"""

from __future__ import annotations

import re
from functools import cache

from p5diff.language import Language
from p5diff.text.characters import has_figure

_MORE = r"(?:\s?(?:,|;|and|to|et|à|y|a|и|و|–|-)\s?(?:and\s|et\s|y\s|и\s)?\d+(?:[./]\d+)*(?:\s?\(\d+\))*)*"
_FIGURE = rf"\d+(?:[./]\d+)*(?:\s?\(\w+\))*{_MORE}"


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    named = [re.compile(pattern) for pattern in language.NUMBERED_NAMES]
    if language.REFERS:
        named.append(re.compile(rf"(?:{language.REFERS})\s?(?P<y>{_FIGURE})", re.IGNORECASE))
    named.append(re.compile(r"\d[(（](?P<y>\d{4})[)）]"))
    return tuple(named)


def of_names(text: str, language: Language) -> list[tuple[int, int]]:
    """Where the figures of names and references stand in `text`, as code points."""
    if not has_figure(text):
        return []
    return [match.span("y") for pattern in _patterns(language) for match in pattern.finditer(text)]
