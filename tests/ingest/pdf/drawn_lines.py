"""Lines of a page made of letters of one width, for the steps that see lines and not files."""

from __future__ import annotations

from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine, measured

LETTER = 5.0
"""Points that each letter takes, at a type size of ten."""


def glyphs(text: str, left: float, base: float, size: float = 10.0, *, bold: bool = False) -> list[Glyph]:
    step = LETTER * size / 10
    return [
        Glyph(char, left + n * step, left + (n + 1) * step, base, size, bold, made=char == " ")
        for n, char in enumerate(text)
    ]


def line(
    base: float, *parts: tuple[float, str], size: float = 10.0, page: int = 0, bold: bool = False
) -> PageLine:
    """A line of pieces, each with its left edge."""
    made = measured(PageLine([glyphs(text, left, base, size, bold=bold) for left, text in parts], page))
    made.text = " ".join(text for _, text in parts)
    return made


def shown(piece: PageLine) -> str:
    return " ".join("".join(g.text for g in part).strip() for part in piece.parts)
