"""What each glyph of an Arabic document draws, where the file names it after more, or after nothing.

Many programs name a glyph by the text that it was first drawn for. Where that was a letter with its marks
("أُ": a letter, a hamza, a vowel, up to three glyphs), one glyph got the name of all and the others none,
wherever they stand afterwards: the next mark reads as a letter with a mark, the next letter as nothing. What
is drawn stands in the tables of the font (`fontnames`). Where these say nothing, the glyphs beside it tell:

- what no table names and stands beside the mark of a letter that is not there is that letter;
- a letter with a mark in its name that stands beside that mark draws the letter alone;
- ink that is flat and lies on the line is the stroke that lengthens a word;
- all else has no name that can be trusted (`NAMELESS`).

Which vowel stands on which letter is told afterwards (`vowels`).
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from math import hypot
from typing import Any, NamedTuple

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.codes import (
    SPELT_KEY,
    Code,
    Place,
    blank_pieces,
    codes,
    file_names,
    glyph_numbers,
    is_nameless,
    numbered_copy,
    places,
    saved,
    unspelt_copy,
)
from p5diff.ingest.readers.pdf.drawn import NAMELESS, Drawn
from p5diff.ingest.readers.pdf.fontnames import font_names
from p5diff.ingest.readers.pdf.spelt import spelling
from p5diff.ingest.readers.pdf.vowels import Cluster, MarkOrder, learn, placed_marks

_STROKE = "\u0640"
_BESIDE = 0.6
"""Of the type size: how far the middles of a letter and its mark may be apart; letters are as wide."""
_ALEF = "\u0627"
_OFF = 0.08
"""Of the type size: how far beside the box of its letter the middle of a mark may stand."""
_SAME_LINE = 0.75
"""Of the type size: lines are farther apart."""
_BACKWARDS = re.compile("[\u064b-\u065f]+[\u0620-\u064a]")
_NEAR = 4
"""Glyphs of the file within which a letter and its marks stand: there are three marks at most."""


class Renamed(NamedTuple):
    """What a character of a page is read as; nothing where the glyph's name has another place."""

    text: str
    left: float
    right: float
    """Its box in points: PDFium gives each letter of a name a share of it."""
    base: float | None = None
    """Height of the line of its letter, where the character is that of a mark."""
    whole: bool = False
    """Whether it is a letter with its marks, in the letter's own box."""


class Ranks(NamedTuple):
    """Which glyphs of its page a character stands for, in the order in which they are drawn, and the middles
    of the spaces that are drawn just before and after them, in points."""

    first: int
    last: int
    after_space: float | None
    before_space: float | None


class Renaming:
    """The characters of a document's pages that are read otherwise than the file names them."""

    def __init__(self, document: Any) -> None:
        """Reads the whole document (a pypdfium2 one), and a copy of it that is named by numbers."""
        self.document = _unspelt(document)
        """The document whose characters are meant: each glyph by itself, whatever the file spells out."""
        self.pages: list[dict[int, Renamed]] = []
        self.ranks: list[dict[int, Ranks]] = []
        """For each page the characters whose place in the order of drawing is known."""
        self.unplaced = 0
        """Vowels and other marks of which it is not certain on which letter they stand."""
        self.misnamed = 0
        """Glyphs that draw something else than the file names them."""
        self.lost: list[str] = []
        """Fonts of letters for which PDFium gives no character, so that no text would hold them."""
        self._fonts: dict[tuple[str, int], dict[int, frozenset[str]]] = {}
        drawn = self._drawn(self.document)
        names = _names([[glyph for glyph in page if glyph.indices] for page in drawn])
        order = MarkOrder([[g for g in page if g.has_ink] for page in drawn], names)
        learn([[glyph for glyph in page if glyph.has_ink] for page in drawn], names, order)
        for page in drawn:
            self._add(page, names, order)

    def _add(self, page: Sequence[Drawn], names: dict[tuple[str, int], str], order: MarkOrder) -> None:
        """Read one page, all of whose glyphs are given."""
        inked = [glyph for glyph in page if glyph.has_ink]
        clusters, unplaced = placed_marks(inked, names, order)
        self.unplaced += unplaced
        renamed: dict[int, Renamed] = {}
        done = {id(glyph) for one in clusters for glyph in one.glyphs}
        for glyph in page:
            text = names.get(glyph.key)
            if id(glyph) in done or not glyph.indices:
                continue
            if text is None:
                if len(glyph.indices) > 1:
                    renamed.update(_renamed(glyph, glyph.named))
            elif not glyph.named or not glyph.is_raised or _has_letter_below(glyph, inked):
                renamed.update(_renamed(glyph, text))
                self.misnamed += 1
        for one in clusters:
            renamed.update(_as_one(one))
            as_named = _parts("".join(glyph.named for glyph in one.glyphs)) == _parts(one.text)
            self.misnamed += 0 if as_named else len(one.glyphs)
        said = {id(glyph) for one in clusters if any(g.indices for g in one.glyphs) for glyph in one.glyphs}
        self.lost += [g.key[0] for g in inked if not g.indices and id(g) not in said]
        self.pages.append(renamed)
        self.ranks.append(_ranks(page, clusters))

    def _drawn(self, document: Any) -> list[list[Drawn]]:
        import pypdfium2

        copy = numbered_copy(document)
        if not copy:
            return []
        try:
            numbered = pypdfium2.PdfDocument(copy)
        except pypdfium2.PdfiumError:
            return []
        if len(numbered) != len(document):
            return []
        tables, self._named = glyph_numbers(copy), file_names(saved(document))
        result = []
        for number in range(len(document)):
            page, twin = document[number], numbered[number]
            textpage, numbers = page.get_textpage(), twin.get_textpage()
            blanks = [_blank(*piece) for piece in blank_pieces(twin, numbers)]
            glyphs = self._page(textpage, numbers, codes(twin, numbers), tables)
            result.append(sorted([*glyphs, *blanks], key=lambda glyph: glyph.order))
            for opened in (textpage, numbers, page, twin):
                opened.close()
        numbered.close()
        return result

    def _page(
        self, textpage: Any, numbers: Any, found: dict[Place, Code | None], tables: dict[str, bytes]
    ) -> list[Drawn]:
        """The glyphs of a page in the order in which they are drawn, spaces too."""
        import pypdfium2.raw as pdfium

        raw = textpage.raw
        standing = {
            place: self._glyph(numbers.raw, place, code, tables) for place, code in found.items() if code
        }
        for index, place in places(textpage):
            number = pdfium.FPDFText_GetUnicode(raw, index)
            character = chr(number) if 0 < number < 0xD800 or 0xE000 <= number < 0x110000 else ""
            control = unicodedata.category(character or " ") == "Cc"
            if glyph := standing.get(place):
                glyph.indices.append(index)
                glyph.named += "" if control or is_nameless(raw, index) else character
                glyph.given += character
        result = sorted(standing.values(), key=lambda glyph: glyph.order)
        _turn_names(result)
        for glyph in result:
            if names := self._named.get(glyph.key[0]):
                glyph.named = _in_order(names.get(glyph.key[1], "").strip("\0"))
        return result

    def _glyph(self, raw: Any, place: Place, code: Code, tables: dict[str, bytes]) -> Drawn:
        """A glyph, as yet without its characters."""
        import pypdfium2.raw as pdfium

        index = code.order[1]
        sides, loose = [ctypes.c_double() for _ in range(4)], pdfium.FS_RECTF()
        pdfium.FPDFText_GetCharBox(raw, index, *sides)
        pdfium.FPDFText_GetLooseCharBox(raw, index, loose)
        left, right, bottom, top = (side.value for side in sides)
        font, own = self._own(raw, index, code, tables)
        base = place.y / 100
        return Drawn(
            indices=[],
            named="",
            given="",
            key=(font, code.number),
            own=own,
            box=(left, right, bottom - base, top - base),
            loose=(loose.left, loose.right),
            size=self._size(raw, index),
            base=base,
            order=code.order,
            spelt=_sound(spelling(pdfium.FPDFText_GetTextObject(raw, index), SPELT_KEY)),
        )

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


def _unspelt(document: Any) -> Any:
    """A copy in which nothing is spelled out, or the document itself where none can be made."""
    import pypdfium2

    copy = unspelt_copy(document)
    try:
        opened = pypdfium2.PdfDocument(copy) if copy else document
    except pypdfium2.PdfiumError:
        return document
    return opened if len(opened) == len(document) else document


def _as_one(cluster: Cluster) -> dict[int, Renamed]:
    """Its characters: one of its letter, or of its marks, stands for all."""
    indices = [n for glyph in (cluster.letter, *cluster.glyphs) for n in glyph.indices]
    if not indices:
        return {}
    one = Renamed(cluster.text, *cluster.box, base=cluster.letter.base, whole=True)
    return {n: one._replace(text="") for n in indices} | {indices[0]: one}


def _in_order(name: str) -> str:
    """A name in the order of reading: some programs write a letter after its mark, as they are drawn."""
    return name[::-1] if _BACKWARDS.match(name) else name


def _sound(spelt: tuple[int, str] | None) -> tuple[int, str] | None:
    """What is spelled out, unless it is no text: some programs write a zero for a mirrored bracket."""
    return spelt if spelt and spelt[1].isprintable() and spelt[1].strip() else None


def _blank(number: int, x: float, base: float) -> Drawn:
    """A space that is drawn by itself."""
    return Drawn([], "", "", ("", 0), frozenset(), (x, x, 0, 0), (x, x), 0, base, (number, 0), None)


def _ranks(page: Sequence[Drawn], clusters: Sequence[Cluster]) -> dict[int, Ranks]:
    """The places of a page's characters in the order of drawing; those of a letter are its marks' too."""
    numbers = {id(glyph): n for n, glyph in enumerate(page)}
    groups = [[numbers[id(glyph)] for glyph in one.glyphs] for one in clusters]
    grouped = {n for group in groups for n in group}
    groups += [[n] for n, glyph in enumerate(page) if n not in grouped and glyph.has_ink]

    def space(number: int, beside: Drawn) -> float | None:
        if not 0 <= number < len(page) or page[number].has_ink:
            return None
        level = abs(page[number].base - beside.base) < _SAME_LINE * beside.size
        return sum(page[number].loose) / 2 if level else None

    result: dict[int, Ranks] = {}
    for group in groups:
        first, last = min(group), max(group)
        letter = page[group[0]]
        ranks = Ranks(first, last, space(first - 1, letter), space(last + 1, letter))
        result.update({index: ranks for n in group for index in page[n].indices})
    return result


def _turn_names(page: Sequence[Drawn]) -> None:
    """The names of several letters as the file writes them. PDFium turns a line that it takes for one from
    right to left, and with it the letters of each name."""
    named = [glyph for glyph in page if glyph.indices]
    for at, glyph in enumerate(named):
        if len(glyph.indices) < 2 or not right_to_left([glyph.named]):
            continue
        if same := [text for text in glyph.own if sorted(text) == sorted(glyph.named)]:
            glyph.named = same[0]
            continue
        for other in (named[at + 1] if at + 1 < len(named) else None, named[at - 1] if at else None):
            if other and abs(other.base - glyph.base) < glyph.size and right_to_left([other.named]):
                later = other.order > glyph.order
                if (other.indices[0] < glyph.indices[0]) == later:
                    glyph.named = glyph.named[::-1]
                break


def _has_letter_below(mark: Drawn, page: Sequence[Drawn]) -> bool:
    """Whether a letter stands where a mark does. PDFium drops a letter that has no name and the number of a
    space or line break: the mark's name is then all that tells of it, and stays."""
    reach = _OFF * mark.size
    return any(
        not glyph.is_raised
        and abs(glyph.base - mark.base) < mark.size
        and glyph.loose[0] - reach < mark.middle < glyph.loose[1] + reach
        for glyph in page
    )


def _renamed(glyph: Drawn, text: str) -> dict[int, Renamed]:
    """Its characters: the first one stands for all of it."""
    is_mark = text and all(unicodedata.category(c) == "Mn" for c in text)
    left, right = glyph.box[:2] if is_mark else glyph.loose
    first, *others = glyph.indices
    return {first: Renamed(text, left, right), **{n: Renamed("", left, right) for n in others}}


def _names(pages: Sequence[Sequence[Drawn]]) -> dict[tuple[str, int], str]:
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


def _is_misnamed(glyph: Drawn) -> bool:
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


def _use_neighbours(pages: Sequence[Sequence[Drawn]], found: dict[tuple[str, int], str]) -> None:
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


def _share(glyph: Drawn, parts: list[str], near: list[Drawn], found: dict[tuple[str, int], str]) -> None:
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
    left = unicodedata.normalize("NFC", "".join(sorted(rest, key=_is_mark)))
    if len(left) == len(nameless) == 1 and nameless[0].is_raised == _is_mark(left):
        found[nameless[0].key] = left


def _bare(glyph: Drawn, parts: list[str], near: list[Drawn], found: dict[tuple[str, int], str]) -> None:
    """A letter that is named with its marks, and stands beside them, draws the letter alone."""
    marks = {part for part in parts if _is_mark(part)}
    bases = [part for part in parts if not _is_mark(part)]
    if glyph.key in found or glyph.own or glyph.is_raised or not marks or len(bases) != 1:
        return
    beside = {part for g in near if g.is_raised for part in _drawn_marks(found.get(g.key, g.named), glyph)}
    if marks <= beside:
        found[glyph.key] = bases[0]


def _drawn_marks(named: str, letter: Drawn) -> list[str]:
    """The marks in the name of a glyph; the hamza of a letter in it only where the glyph beside is called
    that letter too."""
    whole = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", named))
    same = whole == unicodedata.normalize("NFC", unicodedata.normalize("NFKC", letter.named))
    return [part for part in (_parts(named) if same else whole) if _is_mark(part)]


def _tell_alef(glyph: Drawn, parts: list[str], near: list[Drawn], found: dict[tuple[str, int], str]) -> None:
    """A hamza or madda that is named after its alef stands over an alef again where a glyph without a name
    stands upright on the line: the other letters that bear one are low, or go below the line."""
    if glyph.is_raised and _ALEF in parts and len(parts) == 2:
        nameless = [g for g in near if not g.named and g.key not in found and not g.is_raised]
        if len(nameless) == 1 and nameless[0].is_upright:
            found[nameless[0].key] = _ALEF


def _stands_by(glyph: Drawn, other: Drawn) -> bool:
    """Whether two glyphs are a letter and its mark by their places."""
    level = abs(glyph.base - other.base) < other.size
    return glyph is not other and level and abs(glyph.middle - other.middle) < _BESIDE * other.size
