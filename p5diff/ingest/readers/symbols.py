"""Symbol fonts: what the characters of Symbol and Wingdings stand for in Unicode.

The table of Symbol is the encoding that Adobe published with the font ("symbol.txt" of the
Unicode Consortium's vendor mappings); of Wingdings, the bullets, dashes and boxes that documents use.
"""

from __future__ import annotations

import re

_SYMBOL: dict[int, str] = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xFF)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
        "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
        "\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
        "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
_WINGDINGS: dict[int, str] = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_COMMON: dict[int, str] = {
    0xB7: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xFC: "✓",
    0x6C: "●",
    0x6E: "■",
    0x2D: "–",
    0xBE: "—",
}
"""What a private character means where its font is not said, as documents use it."""


_SUBSET = re.compile("[A-Z]{6}\\+")
"""What a PDF puts before the name of a font of which it holds a part (ISO 32000, 9.6.4)."""
_SYMBOL_NAME = re.compile(r"symbol(?:[ ,-].*|mt|ps)?|opensymbol")
"""Symbol as documents and PDFs name it, and the font that LibreOffice sets in its place."""
_OTHER_WINGDINGS = re.compile(r"wingdings[ -]?[23]")
"""Fonts of other signs, of which no table is kept."""

_PAST_LETTERS = "\uf0a0"
"""First private character that is no letter of ASCII with 0xF000 added."""


def sign(character: str, font: str) -> str:
    """A character as a page shows it: a private one of a symbol font spelled, any other as it is. Where the
    font is not known for its signs, codes of letters stay: fonts of text are numbered so as well.

    >>> sign("\uf0b7", "BAAAAA+OpenSymbol"), sign("\uf06c", "Wingdings-Regular"), sign("\uf06c", "Times")
    ('•', '●', '\uf06c')
    """
    if not "\uf020" <= character <= "\uf0ff" or len(character) > 1:
        return character
    name = _family(font)
    known = name.startswith("wingdings") or _SYMBOL_NAME.fullmatch(name)
    return (symbol(ord(character), font) if known or character >= _PAST_LETTERS else "") or character


def _family(font: str) -> str:
    """The name of a font in small letters, without the mark of a part of it."""
    return _SUBSET.sub("", font.strip()).lower()


def symbol(code: int, font: str) -> str:
    """The character that a font shows for a code (0x20 to 0xFF, or the same from 0xF000), or nothing.

    >>> symbol(0xF0B3, "Symbol"), symbol(0xF0FC, "Wingdings"), symbol(0xF0EE, "Odd")
    ('≥', '✓', '')
    """
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    name = _family(font)
    if _SYMBOL_NAME.fullmatch(name):
        return _SYMBOL.get(low, "")
    if name.startswith("wingdings"):
        return "" if _OTHER_WINGDINGS.match(name) else _WINGDINGS.get(low, "")
    return _COMMON.get(low, "") if 0xF000 <= code <= 0xF0FF else ""


def spelled(text: str, font: str) -> str:
    """Text with the private characters of symbol fonts spelled, as far as they are known.

    >>> spelled("\uf0b3 5", "Symbol")
    '≥ 5'
    """
    if not any("\uf020" <= char <= "\uf0ff" for char in text):
        return text
    return "".join((symbol(ord(c), font) or c) if "\uf020" <= c <= "\uf0ff" else c for c in text)
