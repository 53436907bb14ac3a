"""Make any text safe to show: what cannot be seen, or steers a terminal, is spelled out.

Control characters, escape sequences, bidirectional controls and invisible characters are
written `<U+202E>` (the remedy of CVE-2021-42574, "Trojan Source": show, never strip). Arabic
letters, joiners inside Persian or Indic words excepted, and ordinary spaces stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, bidi, BOM
    "\u2800\u3164\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # blanks that are letters, music
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff"  # lone surrogates, what no character is
    "\ufe00-\ufe0f\U000e0000-\U000e0fff]"  # variation selectors, tags
    # but for variants of signs and Han characters
    "(?<![#*0-9\u00a9\u00ae\u203c-\u9fff\uf900-\ufaff\uff00-\uff0f\U0001f000-\U0003ffff][\ufe00-\ufe0f])"
    # and for joiners that spelling asks for: in words of Arabic and Indic scripts, in emoji
    "(?!(?:(?<=[\u0620-\u06ff\u0750-\u077f\u0900-\u0dff][\u200c\u200d])"
    "|(?<=[\U0001f000-\U0001faff\ufe0f\u2600-\u27bf]\u200d))"
    "[\u0620-\u06ff\u0750-\u077f\u0900-\u0dff\U0001f000-\U0001faff\u2600-\u27bf])"
)


def visible(text: str) -> str:
    """The text with every hidden or controlling character spelled out as `<U+XXXX>`.

    >>> visible("a\\x1b[31mb\\u202ec")
    'a<U+001B>[31mb<U+202E>c'
    """
    return _HIDDEN.sub(_spell, text)


def spelled(text: str, spell: Callable[[str], str]) -> str:
    """The text with every hidden or controlling character replaced by what `spell` makes of it."""
    return _HIDDEN.sub(lambda match: spell(match.group()), text)


def hidden_characters(text: str) -> list[tuple[int, str]]:
    """Offset and `U+XXXX` name of each hidden or controlling character."""
    return [(m.start(), f"U+{ord(m.group()):04X}") for m in _HIDDEN.finditer(text)]


def _spell(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
