"""Characters with their places, as PDFium finds them on a page.

Lengths are points (1/72 inch); y grows upwards, as in PDF.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from p5diff.ingest.readers.pdf.tags import PageTags, TagNode
from p5diff.ingest.readers.pdf.trust import FontText

SOFT_HYPHENS = "\u00ad\ufffe\u0002"
"""How PDFium reports a hyphen that ends a line."""
_ARTEFACTS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdcf\ufdf0-\ufdfd\ufe70-\ufefc\u2e80-\u2fd5]")
NOTHING = "\u200a"
"""Text of a glyph that only holds the place of a letter that is not read; a space that is no word space."""
_SAMPLE = 4
"""One character in so many is asked whether its font names it: enough to judge a font by."""
_UNREADABLE = 2.0
"""Points: nobody reads type so small; the smallest of notes and maps has four."""
_BOLD_FLAG = 1 << 18
"""ForceBold among the flags of a font descriptor (ISO 32000, table 123)."""
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(slots=True)
class Glyph:
    """One character: its box (left, right), baseline and font size. `made` marks a space that
    PDFium put between two distant characters."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    made: bool = False
    index: int = -9
    """Its place in the order of the file; far from all others where it was made later."""
    written: bool = False
    """Whether it is a space that the file writes; some write it without any width (`made` as well)."""
    node: TagNode | None = None
    """What the tags of the file say it belongs to."""
    gone: bool = False
    """Whether it is a space where text stands that is not seen, or is struck out."""


class PageReader:
    """Reads the glyphs of one text page through PDFium's C functions."""

    def __init__(self, textpage: Any, tags: PageTags | None = None) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._page = textpage.raw
        self._tags = tags
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._fonts: dict[tuple[bytes, int, int], bool] = {}
        self.unmapped = 0
        """Characters the font does not name: PDFium gives a control or private code, or nothing."""
        self._run: tuple[float, float, bool] = (0.0, 1.0, False)
        self.fonts: dict[str, FontText] = {}
        """What each font of the page drew, by the font's name."""
        self._font_text = FontText()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._run_name = b""

    def runs(self, count: int, unseen: frozenset[int] = frozenset()) -> tuple[list[list[Glyph]], ...]:
        """The page's glyphs, cut where PDFium sees a new line: those that are seen, and the others.

        `unseen` are the numbers of characters that do not show; what is too small to be read is none that
        is seen either.
        """
        shown: list[list[Glyph]] = [[]]
        hidden: list[list[Glyph]] = [[]]
        for index, character in enumerate(self._units(count)):
            if character in "\r\n":
                for kind in (shown, hidden):
                    if kind[-1]:
                        kind.append([])
            elif character:
                glyph = self._glyph(index, character, not shown[-1])
                if index in unseen or self._is_tiny(glyph):
                    hidden[-1].append(glyph)
                    continue
                if shown[-1] and hidden[-1] and hidden[-1][-1].index > shown[-1][-1].index:
                    shown[-1] += _gone(shown[-1][-1], hidden[-1], glyph)
                shown[-1].append(glyph)
        return tuple(
            [run for run in kind if any(not g.text.isspace() for g in run)] for kind in (shown, hidden)
        )

    def _is_tiny(self, glyph: Glyph) -> bool:
        """Whether a glyph is too small to be read: by the size it claims, and by that of its ink."""
        if glyph.size >= _UNREADABLE or glyph.made:
            return False
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._pdfium.FPDFText_GetCharBox(self._page, glyph.index, left, right, bottom, top)
        return top.value - bottom.value < _UNREADABLE

    def _units(self, count: int) -> list[str]:
        """One text a character; surrogate halves, which PDFium may report apart, are rejoined."""
        codes = [self._pdfium.FPDFText_GetUnicode(self._page, index) for index in range(count)]
        units = []
        for index, code in enumerate(codes):
            following = codes[index + 1] if index + 1 < count else 0
            if 0xD800 <= code < 0xDC00 and 0xDC00 <= following < 0xE000:
                units.append(chr(0x10000 + ((code - 0xD800) << 10) + following - 0xDC00))
            else:
                units.append("" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code))
        return units

    def _count(self, character: str) -> None:
        self._font_text.characters.append(character if character >= " " else " ")
        named = character in SOFT_HYPHENS or character == "\t"
        self.unmapped += not named and unicodedata.category(character) in {"Cc", "Co", "Cn"}

    def _glyph(self, index: int, character: str, first: bool) -> Glyph:
        page, pdfium = self._page, self._pdfium
        doubtful = character.isspace() or character in SOFT_HYPHENS
        made = doubtful and pdfium.FPDFText_IsGenerated(page, index) == 1
        pdfium.FPDFText_GetLooseCharBox(page, index, self._box)
        pdfium.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        size, bold = (self._run[0] * self._run[1], self._run[2]) if made else self._font(index, first)
        text = plain(character)
        self._count(character)
        if unicodedata.category(text[:1]) == "Mn":
            self._use_ink(index)
        written = text.isspace() and not made
        made = made or (written and self._box.right - self._box.left < 0.01)
        glyph = Glyph(text, self._box.left, self._box.right, self._y.value, size, bold, made, index, written)
        if self._tags is not None:
            glyph.node = self._tags.node_of(index)
        return glyph

    def _use_ink(self, index: int) -> None:
        """A vowel mark has no width of its own: take the place of its ink."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if self._pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top):
            self._box.left, self._box.right = left.value, right.value

    def _font(self, index: int, first: bool) -> tuple[float, bool]:
        """Size on the page and weight; asked again only where the font changes or a run begins."""
        pdfium = self._pdfium
        nominal = pdfium.FPDFText_GetFontSize(self._page, index)
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        name = self._name.value
        if first or nominal != self._run[0] or name != self._run_name:
            pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
            scale = hypot(self._matrix.c, self._matrix.d) or 1.0
            self._run, self._run_name = (nominal, scale, self._is_bold(index, name)), name
        self._font_text.sampled += 1
        if index % _SAMPLE == 0:
            self._font_text.unnamed += _SAMPLE * (pdfium.FPDFText_HasUnicodeMapError(self._page, index) == 1)
        return nominal * self._run[1], self._run[2]

    def _is_bold(self, index: int, name: bytes) -> bool:
        weight, flags = self._pdfium.FPDFText_GetFontWeight(self._page, index), self._flags.value
        self._font_text = self.fonts.setdefault(name.decode("latin-1"), FontText())
        self._font_text.characters.append(" ")
        key = (name, flags, weight)
        if key not in self._fonts:
            named = bool(_BOLD_NAME.search(name))
            self._fonts[key] = named or bool(flags & _BOLD_FLAG) or weight >= 600
        return self._fonts[key]


def _gone(before: Glyph, hidden: Sequence[Glyph], after: Glyph) -> list[Glyph]:
    """A space as wide as the unseen text between two glyphs, where it stands in their line: the gap that it
    leaves is none between cells."""
    between = [g for g in hidden if before.index < g.index and abs(g.base - after.base) < 0.3 * after.size]
    if not between:
        return []
    left, right = min(g.left for g in between), max(g.right for g in between)
    made = replace(between[0], text=" ", left=left, right=right, made=True, written=False, gone=True)
    return [made]


def plain(character: str) -> str:
    """The character behind a printer's form: ligatures, Arabic letter shapes, Kangxi radicals.

    >>> plain("ﬁ"), plain("\\ufefb"), plain("⽤")
    ('fi', 'لا', '用')
    """
    return unicodedata.normalize("NFKC", character) if _ARTEFACTS.match(character) else character
