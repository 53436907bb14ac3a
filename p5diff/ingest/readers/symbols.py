"""Symbol fonts: what the characters of Symbol and Wingdings stand for in Unicode.

The table of Symbol is the encoding that Adobe published with the font ("symbol.txt" of the
Unicode Consortium's vendor mappings); of Wingdings, the bullets, dashes and boxes that documents use.
"""

from __future__ import annotations

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


def symbol(code: int, font: str) -> str:
    """The character that a font shows for a code (0x20 to 0xFF, or the same from 0xF000), or nothing.

    >>> symbol(0xF0B3, "Symbol"), symbol(0xF0FC, "Wingdings"), symbol(0xF0EE, "Odd")
    ('≥', '✓', '')
    """
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    name = font.strip().lower()
    if name == "symbol" or name.startswith("symbol "):
        return _SYMBOL.get(low, "")
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low, "")
    return _COMMON.get(low, "") if 0xF000 <= code <= 0xF0FF else ""


def spelled(text: str, font: str) -> str:
    """Text with the private characters of symbol fonts spelled, as far as they are known.

    >>> spelled("\uf0b3 5", "Symbol")
    '≥ 5'
    """
    if not any("\uf020" <= char <= "\uf0ff" for char in text):
        return text
    return "".join((symbol(ord(c), font) or c) if "\uf020" <= c <= "\uf0ff" else c for c in text)
