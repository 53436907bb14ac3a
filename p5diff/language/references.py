"""Document symbols: written alike in every language, defined once.

Pattern checked against the symbols of the United Nations and its bodies: `S/RES/1887 (2009)`,
`A/C.1/67/L.3`, `NPT/CONF.2015/PC.I/12`, `INFCIRC/66/Rev.2`, `GC(56)/RES/13`,
`GOV/2012/55-GC(56)/1`.
"""

from __future__ import annotations

import re

_SESSION = r"(?:\(\d{1,4}\))?"
_BODY = rf"[A-Z]{{1,10}}(?:\.\d{{1,4}})?{_SESSION}"
_PART = rf"[A-Z0-9][A-Za-z0-9]{{0,15}}(?:[.\-][A-Za-z0-9]{{1,12}}){{0,4}}{_SESSION}"
SYMBOL_PATTERN = (
    rf"(?<![A-Za-z0-9_/.])(?=[A-Z]\S{{0,20}}/\S{{0,60}}\d){_BODY}(?:/{_PART}){{1,9}}(?: ?[(（]\d{{4}}[)）])?"
)
SYMBOL = re.compile(SYMBOL_PATTERN)
"""A document symbol: a body in capitals, then parts after slashes, at least one of them with a
figure; "(2009)" is the year of a resolution of the Security Council. A final full stop belongs to
the sentence."""

_LETTER = r"[^\W\d_]"
_OWN_PART = r"[^\W_]{1,15}(?:[.\-][^\W_]{1,12}){0,4}"
_OWN = re.compile(rf"(?P<body>{_LETTER}{{1,10}})(?:\.[^\W_]{{1,4}}){{0,2}}(?:/{_OWN_PART}){{1,9}}")
_UNCASED = 3
"""Letters of the longest body in a script without capitals: longer ones are words ("أيار/2031")."""


def is_symbol(text: str) -> bool:
    """Whether a text is a document symbol and nothing else (a star of a reissue apart), in any script: alone on
    its line it needs less proof than in a sentence.

    >>> is_symbol("ЛСМ/2034/21"), is_symbol("и/или 5"), is_symbol("HC/2034/9*")
    (True, False, True)
    """
    line = text.strip(" *")
    if SYMBOL.fullmatch(line):
        return True
    # no line is read for its figures that has no stroke: most lines of a text
    match = _OWN.fullmatch(line) if "/" in line and any(char.isdigit() for char in line) else None
    return match is not None and (match["body"].isupper() or _is_short(match["body"]))


def _is_short(body: str) -> bool:
    """Whether letters without case are few enough to abbreviate a body."""
    return body.upper() == body.lower() and len(body) <= _UNCASED


SYMBOL_WORD = r"[A-Z]{1,12}(?:\.[A-Z0-9]{1,8}){0,4}/[A-Z0-9]{1,12}(?:[./][A-Z0-9]{1,12}){0,8}\b"
"""What of a symbol is one word of a text; the brackets of a session or year are words of their own."""
