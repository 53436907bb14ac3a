"""What one side of a translation denies and the other does not.

The words of a denial are counted, not understood. One side denies where a word stands that does nothing
else ("not", "aucun", "不"); the other affirms only where no word stands that could deny, refuse or exclude,
however loosely. "Without" is set apart, since both sides may say it beside what differs:

    They did not urge the States to sign without delay.
    Instaron a los Estados a firmar sin demora.          →  "not" is denied on one side
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from p5diff.language import Language

Spans = Sequence[tuple[int, int]]


def denied(text: str, names: Spans, language: Language) -> list[tuple[int, int]]:
    """Where a text denies, names left out ("the Treaty on the Non-Proliferation …")."""
    bare = _without(text, names)
    return _spans(language.DENIES, _blank(language.WITHOUT, _blank(language.IDLE_DENIALS, bare)))


def besides(text: str, names: Spans, language: Language) -> int:
    """How often a text says "without"."""
    return len(_spans(language.WITHOUT, _blank(language.IDLE_DENIALS, _without(text, names))))


def affirms(text: str, names: Spans, language: Language, beside: int) -> bool:
    """Whether nothing in a text could deny, `beside` times "without" apart; never in a language whose
    words that deny are not known."""
    if not language.MAY_DENY:
        return False
    bare = _without(text, names)
    if besides(text, names, language) > beside:
        return False
    return not _spans(language.MAY_DENY, _blank(language.WITHOUT, bare))


def _without(text: str, names: Spans) -> str:
    for start, end in names:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _blank(pattern: str, text: str) -> str:
    """The text with what matches as spaces, so that places stay."""
    return _compiled(pattern).sub(lambda m: " " * len(m.group()), text) if pattern else text


def _spans(pattern: str, text: str) -> list[tuple[int, int]]:
    if not pattern:
        return []
    found = (m.span() for m in _compiled(pattern).finditer(text))
    # لمّا is another word than لم: a vowel sign goes on with it
    return [(start, end) for start, end in found if not unicodedata.combining(text[end : end + 1] or " ")]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
