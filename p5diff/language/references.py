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

SYMBOL_WORD = r"[A-Z]{1,12}(?:\.[A-Z0-9]{1,8}){0,4}/[A-Z0-9]{1,12}(?:[./][A-Z0-9]{1,12}){0,8}\b"
"""What of a symbol is one word of a text; the brackets of a session or year are words of their own."""
