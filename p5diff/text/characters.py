"""Characters: what encodings, keyboards and PDFs leave in a text that nobody can read.

Only print changes here, never wording: canonical composition (NFC, never NFKC, which would turn
"²" into "2"), one kind of space, no byte order mark, no soft hyphen. What can carry meaning or
mislead (zero-width and bidirectional controls) stays, for the checks to show.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

BREAK = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
"""Every way to end a line: CRLF, LF, CR, VT, NEL, LINE and PARAGRAPH SEPARATOR."""
BULLETS = "•‣▪▫◦●○■□◆◇►▸➢❖❑❒✓✔·"
"""Signs that open an item of a list and say nothing else, as word processors offer them; dashes and stars are
signs of other things too."""
_SPACES = re.compile("[\t\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FIGURE = re.compile(r"\d")
_INNER_SOFT_HYPHEN = re.compile("\u00ad(?! *(?:\n|$))")
_WIDE_PUNCTUATION = "“”‘’…—―·《》〈〉「」『』【】"
_WIDE = (
    "[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)


def line_ends(text: str) -> str:
    """Every kind of line end made LF; a form feed (page break) stays."""
    return BREAK.sub("\n", text) if odd_breaks(text) else text


def odd_breaks(text: str) -> bool:
    """Whether any line ends otherwise than by LF."""
    return any(map(text.__contains__, "\r\x0b\x85\u2028\u2029"))


def characters(text: str) -> str:
    """NFC, plain spaces, no byte order mark, no soft hyphen but at the end of a line.

    A soft hyphen that ends a line marks a divided word: joining lines uses it up.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    return _INNER_SOFT_HYPHEN.sub("", _SPACES.sub(" ", text))


def has_figure(text: str) -> bool:
    """Whether a decimal figure of any script stands in the text: most sentences have none."""
    if text.isascii():
        return any(map(text.__contains__, "0123456789"))
    return _FIGURE.search(text) is not None


@cache
def _class(characters: str) -> re.Pattern[str]:
    return re.compile(characters)


def is_wide(char: str) -> bool:
    """Whether the character takes two columns in Chinese print: Han, full-width marks."""
    return char >= "\u2e80" and _class(_WIDE).match(char) is not None


@lru_cache(maxsize=65536)
def columns(char: str) -> int:
    """Columns of a character on a typewriter page: 0 (marks), 1, or 2 (East Asian)."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@lru_cache(maxsize=65536)
def chinese_columns(char: str) -> int:
    """The same where ambiguous marks (“ ” — …) are printed two columns wide, as in Chinese."""
    return 2 if char in _WIDE_PUNCTUATION else columns(char)
