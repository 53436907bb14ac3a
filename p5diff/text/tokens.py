"""Cut text into tokens, each with two faces: as printed and as compared.

A token is a word (with its combining marks), a number, one Han character, or one punctuation
mark. White space belongs to no token. Tokens never overlap and never split a grapheme.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TOKEN = re.compile(
    rf"[{_HAN}][{_MARKS}]*"
    rf"|\d+(?:[.,:]\d+)*"
    rf"|(?:[^\W{_HAN}_\d][{_MARKS}]*)+(?:['’\u2010-\u2011-](?:[^\W{_HAN}_][{_MARKS}]*)+)*"
    rf"|\w[{_MARKS}]*|[^\w\s][{_MARKS}]*"
)
_FOLDED = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)


def tokenise(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the tokens of `text`, in order."""
    return [m.span() for m in TOKEN.finditer(text)]


def key(token: str) -> str:
    """The token as compared: case, width, quotation marks and dashes folded. Never stored."""
    return unicodedata.normalize("NFKC", token).casefold().translate(_FOLDED)
