"""Strokes that lengthen Arabic words to fill a line (kashida), and what PDFs call them.

Some programs draw the stroke with a glyph that claims to be a bracket, a digit or an at sign. It
betrays itself: again and again the same character stands inside words, after a letter that joins
to the next. Such characters are no text; they are dropped, and counted for a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_JOINING = "بتثجحخسشصضطظعغفقكلمنهيئپچگـ"
_LETTER = "\u0620-\u064a\u0671-\u06d3"
_VOWELS = "\u064b-\u065f\u0670"
_INSIDE = re.compile(
    rf"(?<=[{_JOINING}{_VOWELS}])([\x01-\x1f0-9A-Za-z@()\[\]{{}}#$&*+<=>^|~\\!?%'])\1*(?=[{_LETTER}])"
)
_TATWEEL = re.compile(
    rf"(?<=[{_LETTER}{_VOWELS}])\u0640+(?=[{_LETTER}])|(?<=[{_LETTER}{_VOWELS}]{{2}})\u0640+(?![{_LETTER}])"
)
"""Strokes inside a word; at its end too, where letters are set apart, but for a letter that stands alone
("1445 هـ", the era)."""
_CONTROL = re.compile(r"[\x01\x03-\x1f]")
_LEAST = 5
"""Times that a sign stands inside words before it is taken for a stroke: fewer may be slips."""


def find_strokes(texts: Iterable[str]) -> frozenset[str]:
    """The characters that are strokes in this document."""
    counts = Counter(match[1] for text in texts for match in _INSIDE.finditer(text))
    return frozenset(char for char, count in counts.items() if count >= _LEAST or char < " ")


def without_strokes(text: str, strokes: frozenset[str]) -> tuple[str, int]:
    """The text without strokes inside words, and how many misnamed ones were dropped."""
    dropped = 0

    def drop(match: re.Match[str]) -> str:
        nonlocal dropped
        if match[1] not in strokes:
            return match.group()
        dropped += len(match.group())
        return ""

    if strokes:
        text = _INSIDE.sub(drop, text)
    return _CONTROL.sub(" ", _TATWEEL.sub("", text)), dropped
