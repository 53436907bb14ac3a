"""A glyph as a page draws it: what the file and the font call it, and where its ink is."""

from __future__ import annotations

from dataclasses import dataclass

NAMELESS = "\ufffd"
"""Stands for a glyph that neither the file nor its font names."""
_HAIR = 0.005
"""Of the type size: nothing is drawn that is thinner; the thinnest strokes have 0.02."""
_FLAT = 0.12
"""Of the type size: the lowest letters (seen in Scheherazade) have 0.137, and the stroke between two letters
is as thick as a pen, about 0.09."""
_ON_LINE = 0.25
"""Of the type size: how far from its line such a stroke may lie; a dash of Arabic stands higher."""
_MARK_ABOVE = 0.4
"""Of the type size: what is drawn wholly above this height is a mark; letters begin lower."""
_STANDS, _TALL = 0.06, 0.42
"""Of the type size: an alef ends on the line, and is taller than the tooth of a yeh (0.3)."""


@dataclass(slots=True)
class Drawn:
    """A glyph on a page: the characters that PDFium gives for it, and what it is."""

    indices: list[int]
    named: str
    """What the file names it, nothing if it does not."""
    given: str
    """What PDFium gives for it, which is its number where the file does not name it."""
    key: tuple[str, int]
    """Name of its font and its code there."""
    own: frozenset[str]
    """What the font says it draws."""
    box: tuple[float, float, float, float]
    """Left, right, bottom and top of its ink, in points over its line."""
    loose: tuple[float, float]
    """Left and right of its box, in points."""
    size: float
    base: float
    """Height of its line on the page."""
    order: tuple[int, int]
    """Its place among the glyphs that its page draws."""
    spelt: tuple[int, str] | None
    """What the file spells out for the piece of its page that it belongs to, and which piece that is."""

    @property
    def is_raised(self) -> bool:
        """Whether it draws a mark: above where letters stand, or below the line."""
        return self.has_ink and (self.box[2] > _MARK_ABOVE * self.size or self.box[3] < 0)

    @property
    def has_ink(self) -> bool:
        """Whether it leaves ink: PDFium gives a space the height of a hair."""
        return self.box[1] - self.box[0] > _HAIR * self.size and self.height > _HAIR * self.size

    @property
    def height(self) -> float:
        """The height of its ink."""
        return self.box[3] - self.box[2]

    @property
    def is_stroke(self) -> bool:
        """Whether it is flat and lies on the line: the stroke that lengthens a word."""
        flat = self.height < _FLAT * self.size
        return flat and abs(self.box[2]) < _ON_LINE * self.size

    @property
    def is_upright(self) -> bool:
        """Whether it stands on the line like an alef."""
        return abs(self.box[2]) < _STANDS * self.size and self.box[3] > _TALL * self.size

    @property
    def middle(self) -> float:
        """The middle of its ink, across."""
        return (self.box[0] + self.box[1]) / 2
