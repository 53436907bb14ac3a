"""What each glyph of an Arabic document draws, where the file names it after more, or after nothing.

Many programs name a glyph by the text that it was first drawn for. Where that was a letter with its marks
("أُ": a letter, a hamza, a vowel, up to three glyphs), one glyph got the name of all and the others none,
wherever they stand afterwards: the next mark reads as a letter with a mark, the next letter as nothing. What
is drawn stands in the tables of the font (`fontnames`). Where these say nothing, the glyphs beside it tell:

- what no table names and stands beside the mark of a letter that is not there is that letter;
- a letter with a mark in its name that stands beside that mark draws the letter alone;
- ink that is flat and lies on the line is the stroke that lengthens a word;
- all else has no name that can be trusted (`NAMELESS`).
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, NamedTuple

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.codes import (
    Code,
    Place,
    codes,
    glyph_numbers,
    is_nameless,
    numbered_copy,
    places,
)
from p5diff.ingest.readers.pdf.fontnames import font_names

NAMELESS = "\ufffd"
"""Stands for a glyph that neither the file nor its font names."""
_STROKE = "\u0640"
_FLAT = 0.14
"""Of the type size: no letter is so low, and the stroke between two letters is as thick as a pen."""
_ON_LINE = 0.25
"""Of the type size: how far from its line such a stroke may lie; a dash of Arabic stands higher."""
_MARK_ABOVE = 0.4
"""Of the type size: what is drawn wholly above this height is a mark; letters begin lower."""
_BESIDE = 0.6
"""Of the type size: how far the middles of a letter and its mark may be apart; letters are as wide."""
_ALEF = "\u0627"
_STANDS, _TALL = 0.06, 0.42
"""Of the type size: an alef ends on the line, and is taller than the tooth of a yeh (0.3)."""
_OFF = 0.08
"""Of the type size: how far beside the box of its letter the middle of a mark may stand."""
_NEAR = 4
"""Glyphs of the file within which a letter and its marks stand: there are three marks at most."""


class Renamed(NamedTuple):
    """What a character of a page is read as; nothing where the glyph's name has another place."""

    text: str
    left: float
    right: float
    """Its box in points: PDFium gives each letter of a name a share of it."""


class _Spelt(NamedTuple):
    """A character that the file gives for several glyphs at once: the middle of its ink, and its line."""

    text: str
    middle: float
    base: float


@dataclass(slots=True)
class _Drawn:
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

    @property
    def is_raised(self) -> bool:
        """Whether it draws a mark: above where letters stand, or below the line."""
        return self.has_ink and (self.box[2] > _MARK_ABOVE * self.size or self.box[3] < 0)

    @property
    def has_ink(self) -> bool:
        return self.box[1] - self.box[0] > 0.01 and self.box[3] - self.box[2] > 0.01

    @property
    def is_stroke(self) -> bool:
        flat = self.box[3] - self.box[2] < _FLAT * self.size
        return flat and abs(self.box[2]) < _ON_LINE * self.size

    @property
    def is_upright(self) -> bool:
        """Whether it stands on the line like an alef."""
        return abs(self.box[2]) < _STANDS * self.size and self.box[3] > _TALL * self.size

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[1]) / 2


class Renaming:
    """The characters of a document's pages that are read otherwise than the file names them."""

    def __init__(self, document: Any) -> None:
        """Reads the whole document (a pypdfium2 one), and a copy of it that is named by numbers."""
        self.pages: list[dict[int, Renamed]] = [{} for _ in range(len(document))]
        self._spelt: list[list[_Spelt]] = []
        """For each page the characters that the file gives for several glyphs at once (`ActualText`)."""
        self._fonts: dict[tuple[str, int], dict[int, frozenset[str]]] = {}
        drawn = self._drawn(document)
        names = _names([page for page in drawn if page])
        for number, page in enumerate(drawn):
            for glyph in page:
                text = names.get(glyph.key)
                if text is None or (glyph.named and not glyph.is_raised and self._is_spelt(glyph, number)):
                    continue
                if not glyph.named or not glyph.is_raised or _has_letter_below(glyph, page):
                    self.pages[number].update(_renamed(glyph, text))

    def _is_spelt(self, glyph: _Drawn, number: int) -> bool:
        """Whether the file spells out what a glyph and those beside it draw: it is a part of that text."""
        parts, reach = _parts(glyph.named), _BESIDE * glyph.size
        return any(
            abs(one.middle - glyph.middle) < reach
            and abs(one.base - glyph.base) < reach
            and set(_parts(one.text)) & set(parts)
            for one in self._spelt[number]
        )

    def _drawn(self, document: Any) -> list[list[_Drawn]]:
        import pypdfium2

        copy = numbered_copy(document)
        if not copy:
            return [[] for _ in range(len(document))]
        try:
            numbered = pypdfium2.PdfDocument(copy)
        except pypdfium2.PdfiumError:
            return [[] for _ in range(len(document))]
        if len(numbered) != len(document):
            return [[] for _ in range(len(document))]
        tables = glyph_numbers(copy)
        result = []
        for number in range(len(document)):
            page, twin = document[number], numbered[number]
            textpage, numbers = page.get_textpage(), twin.get_textpage()
            result.append(self._page(textpage, codes(twin, numbers), tables))
            for opened in (textpage, numbers, page, twin):
                opened.close()
        numbered.close()
        return result

    def _page(self, textpage: Any, found: dict[Place, Code | None], tables: dict[str, bytes]) -> list[_Drawn]:
        import pypdfium2.raw as pdfium

        raw, result = textpage.raw, list[_Drawn]()
        self._spelt.append([])
        standing: dict[Place, _Drawn] = {}
        sides = [ctypes.c_double() for _ in range(4)]
        loose = pdfium.FS_RECTF()
        for index, place in places(textpage):
            code = found.get(place)
            number = pdfium.FPDFText_GetUnicode(raw, index)
            character = chr(number) if 0 < number < 0xD800 or 0xE000 <= number < 0x110000 else ""
            pdfium.FPDFText_GetCharBox(raw, index, *sides)
            left, right, bottom, top = (side.value for side in sides)
            control = unicodedata.category(character or " ") == "Cc"
            if code is None or (character.isspace() and not control):
                if character.strip():
                    self._spelt[-1].append(_Spelt(character, (left + right) / 2, place.y / 100))
                continue
            nameless = control or is_nameless(raw, index)
            named = "" if nameless else character
            pdfium.FPDFText_GetLooseCharBox(raw, index, loose)
            if glyph := standing.get(place):
                glyph.indices.append(index)
                glyph.named += named
                glyph.given += character
                ink = glyph.box
                glyph.box = (min(ink[0], left), max(ink[1], right), ink[2], ink[3])
                glyph.loose = (min(glyph.loose[0], loose.left), max(glyph.loose[1], loose.right))
                continue
            size = self._size(raw, index)
            font, own = self._own(raw, index, code, tables)
            base = place.y / 100
            box = (left, right, bottom - base, top - base)
            key = (font, code.number)
            sides_of_box = (loose.left, loose.right)
            standing[place] = _Drawn(
                [index], named, character, key, own, box, sides_of_box, size, base, code.order
            )
            result.append(standing[place])
        return result

    @staticmethod
    def _size(raw: Any, index: int) -> float:
        import pypdfium2.raw as pdfium

        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        return float(pdfium.FPDFText_GetFontSize(raw, index) * (hypot(matrix.c, matrix.d) or 1.0))

    def _own(self, raw: Any, index: int, code: Code, tables: dict[str, bytes]) -> tuple[str, frozenset[str]]:
        """The name of a glyph's font, and what that font says the glyph draws."""
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(raw, index))
        if not font:
            return "", frozenset()
        buffer, length = ctypes.create_string_buffer(128), ctypes.c_size_t()
        pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
        name = buffer.value.decode("latin-1")
        table = tables.get(name)
        if table is None or not pdfium.FPDFFont_GetFontData(font, None, 0, length):
            return name, frozenset()
        key = (name, length.value)
        if key not in self._fonts:
            data = (ctypes.c_uint8 * length.value)()
            told = pdfium.FPDFFont_GetFontData(font, data, length.value, length)
            self._fonts[key] = font_names(bytes(data)) if told else {}
        at = 2 * code.number
        glyph = int.from_bytes(table[at : at + 2], "big") if table else code.number
        return name, self._fonts[key].get(glyph, frozenset())


def _has_letter_below(mark: _Drawn, page: Sequence[_Drawn]) -> bool:
    """Whether a letter stands where a mark does. PDFium drops a letter that has no name and the number of a
    space or line break: the mark's name is then all that tells of it, and stays."""
    reach = _OFF * mark.size
    return any(
        not glyph.is_raised
        and abs(glyph.base - mark.base) < mark.size
        and glyph.loose[0] - reach < mark.middle < glyph.loose[1] + reach
        for glyph in page
    )


def _renamed(glyph: _Drawn, text: str) -> dict[int, Renamed]:
    """Its characters: the first one stands for all of it."""
    is_mark = text and all(unicodedata.category(c) == "Mn" for c in text)
    left, right = glyph.box[:2] if is_mark else glyph.loose
    first, *others = glyph.indices
    return {first: Renamed(text, left, right), **{n: Renamed("", left, right) for n in others}}


def _names(pages: Sequence[Sequence[_Drawn]]) -> dict[tuple[str, int], str]:
    """What the glyphs draw that are read otherwise than their file names them, by font and code."""
    every = {glyph.key: glyph for page in pages for glyph in page}
    found: dict[tuple[str, int], str] = {}
    for key, glyph in every.items():
        if glyph.own and _is_misnamed(glyph):
            found[key] = min(glyph.own, key=lambda text: (len(text), text))
    _use_neighbours(pages, found)
    for key, glyph in every.items():
        if key not in found and not glyph.named:
            found[key] = "" if not glyph.has_ink else _STROKE if glyph.is_stroke else NAMELESS
    return found


def _is_misnamed(glyph: _Drawn) -> bool:
    """Whether the font contradicts the name of a glyph: it has none, or one of a letter and marks of which
    the glyph draws some."""
    if not glyph.named:
        return True
    named = _parts(glyph.named)
    own = [_parts(text) for text in glyph.own]
    if named in own or not right_to_left([*glyph.own, glyph.named]):
        return False
    return any(map(_is_mark, named)) and all(set(parts) < set(named) for parts in own)


def _parts(text: str) -> list[str]:
    """Letters and marks apart, in an order of their own: PDFium may turn them round."""
    return sorted(unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).replace(_STROKE, ""))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _use_neighbours(pages: Sequence[Sequence[_Drawn]], found: dict[tuple[str, int], str]) -> None:
    """Fill in what the glyphs beside a glyph tell of it.

    A name is the text that its glyph was first drawn for, so that only there all that it names is drawn.
    """
    first: dict[tuple[str, int], tuple[int, tuple[int, int]]] = {}
    for number, page in enumerate(pages):
        for glyph in page:
            first[glyph.key] = min(first.get(glyph.key, (number, glyph.order)), (number, glyph.order))
    for number, page in enumerate(pages):
        for at, glyph in enumerate(page):
            if not right_to_left([glyph.named]) or len(parts := _parts(glyph.named)) < 2:
                continue
            near = [g for g in page[max(at - _NEAR, 0) : at + _NEAR + 1] if _stands_by(g, glyph)]
            if first[glyph.key] == (number, glyph.order):
                _share(glyph, parts, near, found)
            _bare(glyph, parts, near, found)
            _tell_alef(glyph, parts, near, found)


def _share(glyph: _Drawn, parts: list[str], near: list[_Drawn], found: dict[tuple[str, int], str]) -> None:
    """Share out a name among a glyph and those beside it that have none."""
    marks = [part for part in parts if _is_mark(part)]
    bases = [part for part in parts if not _is_mark(part)]
    if glyph.key not in found and not glyph.own and marks and len(bases) == 1:
        letter = any(not g.named and not g.is_raised and found.get(g.key, bases[0]) == bases[0] for g in near)
        if glyph.is_raised and letter:
            found[glyph.key] = "".join(marks)
    rest = list(parts)
    for text in (
        found.get(glyph.key, glyph.named),
        *(found[g.key] for g in near if not g.named and g.key in found),
    ):
        for part in _parts(text):
            if part in rest:
                rest.remove(part)
    nameless = [g for g in near if not g.named and g.key not in found]
    if len(rest) == len(nameless) == 1 and nameless[0].is_raised == _is_mark(rest[0]):
        found[nameless[0].key] = rest[0]


def _bare(glyph: _Drawn, parts: list[str], near: list[_Drawn], found: dict[tuple[str, int], str]) -> None:
    """A letter that is named with its marks, and stands beside them, draws the letter alone."""
    marks = {part for part in parts if _is_mark(part)}
    bases = [part for part in parts if not _is_mark(part)]
    if glyph.key in found or glyph.own or glyph.is_raised or not marks or len(bases) != 1:
        return
    if marks <= {part for g in near if g.is_raised for part in _parts(found.get(g.key, g.named))}:
        found[glyph.key] = bases[0]


def _tell_alef(
    glyph: _Drawn, parts: list[str], near: list[_Drawn], found: dict[tuple[str, int], str]
) -> None:
    """A hamza or madda that is named after its alef stands over an alef again where a glyph without a name
    stands upright on the line: the other letters that bear one are low, or go below the line."""
    if glyph.is_raised and _ALEF in parts and len(parts) == 2:
        nameless = [g for g in near if not g.named and g.key not in found and not g.is_raised]
        if len(nameless) == 1 and nameless[0].is_upright:
            found[nameless[0].key] = _ALEF


def _stands_by(glyph: _Drawn, other: _Drawn) -> bool:
    """Whether two glyphs are a letter and its mark by their places."""
    level = abs(glyph.base - other.base) < other.size
    return glyph is not other and level and abs(glyph.middle - other.middle) < _BESIDE * other.size
