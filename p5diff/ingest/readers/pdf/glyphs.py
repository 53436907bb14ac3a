"""Characters with their places, as PDFium finds them on a page.

Lengths are points (1/72 inch); y grows upwards, as in PDF.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.clusters import Ranks, Renamed
from p5diff.ingest.readers.pdf.codes import is_nameless
from p5diff.ingest.readers.pdf.drawn import NAMELESS
from p5diff.ingest.readers.pdf.spelt import Spelt, spelling
from p5diff.ingest.readers.pdf.tags import PageTags, TagNode
from p5diff.ingest.readers.pdf.trust import FontText
from p5diff.ingest.readers.pdf.vowels import VOWELS
from p5diff.ingest.readers.symbols import sign

SOFT_HYPHENS = "\u00ad\ufffe\u0002"
"""How PDFium reports a hyphen that ends a line."""
_ARTEFACTS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdcf\ufdf0-\ufdfd\ufe70-\ufefc\u2e80-\u2fd5]")
HYPHENS = ("\u00ad", "-", "\u2010")
"""Hyphens that a file may name: one that only divides a word, one of a word's own, and one that is either."""
NOTHING = "\u200a"
"""Text of a glyph that only holds the place of a letter that is not read; a space that is no word space."""
_UNREADABLE = 2.0
"""Points: nobody reads type so small; the smallest of notes and maps has four."""
_MARK_ABOVE = 0.4
"""Of the type size: what is drawn wholly above this height over its own baseline is a mark; letters that a
typeface raises above others of their word begin lower."""
_FIGURE_ABOVE, _FIGURE_LOW, _FIGURE_SHARE = 0.25, 0.55, 0.6
"""Of the type size: how far above the line a raised figure is drawn, how low one is at most, and the size in
which it is set as others are. Ordinary figures stand on the line, or go below it, and half of them higher."""
_NEIGHBOURS = 3
"""Places in the file within which a mark and its letter stand: a letter has two marks, seldom three."""
_TWIN = 0.4
"""Of the type size: how far a mark stands from the middle of its letter, at most; letters are as wide."""
_SAME = 0.05
"""Points by which the heights of two characters that are one glyph may differ: PDFium cuts some in shares."""
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
    whole: bool = False
    """Whether it is a letter with its marks, in the letter's own box."""
    ranks: Ranks | None = None
    """Its place in the order in which the page is drawn, where that is known."""
    nameless: str = ""
    """The name of its font, where the file does not name the glyph: its text is then a number at most."""


class _CharacterAnswers:
    """Where PDFium writes what it tells of one character: made once a page, not once a character."""

    def __init__(self, pdfium: Any) -> None:
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.name, self.flags = ctypes.create_string_buffer(128), ctypes.c_int()


class PageReader:
    """Reads the glyphs of one text page through PDFium's C functions."""

    def __init__(
        self,
        textpage: Any,
        tags: PageTags | None = None,
        renamed: Mapping[int, Renamed] | None = None,
        spelt: Sequence[Spelt] = (),
        ranks: Mapping[int, Ranks] | None = None,
        hyphens: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`renamed` are the numbers of characters that are read otherwise than the file names them, `spelt`
        pieces of text that have no characters, `ranks` the order in which characters are drawn, `hyphens`
        what each font names its only hyphen."""
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._page = textpage.raw
        self._tags = tags
        self._told = _CharacterAnswers(pdfium)
        self._fonts: dict[tuple[bytes, int, int], bool] = {}
        self._renamed = renamed or {}
        self._ranks = ranks or {}
        self._hyphens = hyphens
        self._spelt = spelt
        self._arabic = False
        self.doubtful = False
        """Whether glyphs of Arabic have no name, or may have one of several letters and marks."""
        self.named: list[str] = []
        """What PDFium gives for characters that are read otherwise than the file names them."""
        self.ghosts: list[str] = []
        """Letters, and marks named twice, that are not drawn."""
        self.vowels = 0
        """Vowel signs that no letter was found for beforehand."""
        self.unmapped = 0
        """Characters the font does not name: PDFium gives a control or private code, or nothing."""
        self._run: tuple[float, float, bool] = (0.0, 1.0, False)
        self.fonts: dict[str, FontText] = {}
        """What each font of the page drew, by the font's name."""
        self._font_text = FontText()
        self._run_name, self._run_font = b"", ""

    def runs(self, count: int, unseen: frozenset[int] = frozenset()) -> tuple[list[list[Glyph]], ...]:
        """The page's glyphs, cut where PDFium sees a new line: those that are seen, and the others.

        `unseen` are the numbers of characters that do not show; what is too small to be read is none that
        is seen either.
        """
        shown: list[list[Glyph]] = [[]]
        hidden: list[list[Glyph]] = [[]]
        units = self._units(count)
        self._arabic = right_to_left(units)
        for index, character in enumerate(units):
            if character in "\r\n" and index not in self._renamed:
                for kind in (shown, hidden):
                    if kind[-1]:
                        kind.append([])
            elif character or index in self._renamed:
                glyph = self._glyph(index, character, not shown[-1])
                if not glyph.text:
                    continue
                if index in unseen or self._is_tiny(glyph):
                    hidden[-1].append(glyph)
                    continue
                if shown[-1] and hidden[-1] and hidden[-1][-1].index > shown[-1][-1].index:
                    shown[-1] += _gone(shown[-1][-1], hidden[-1], glyph)
                shown[-1].append(glyph)
                self.vowels += self._arabic and not glyph.whole and bool(VOWELS.search(glyph.text))
                if character.isspace() and hidden[-1] and hidden[-1][-1].index == index - 1:
                    hidden[-1].append(glyph)  # it has no ink to tell whether it is seen
        shown = [self._without_ghosts(run) for run in shown]
        for number, piece in enumerate(self._spelt):
            _put_in(piece, shown, -100 * (number + 1))
        return tuple(
            [run for run in kind if any(not g.text.isspace() for g in run)] for kind in (shown, hidden)
        )

    def _without_ghosts(self, run: list[Glyph]) -> list[Glyph]:
        """A run without letters that are not drawn: a mark is named after its letter as well where the two
        were first drawn together. With the letter beside it, its mark may be named twice too."""
        if not self._arabic:
            return run
        gone: set[int] = set()
        for at, glyph in enumerate(run):
            if not _is_letter(glyph):
                continue
            near = [
                n for n in range(max(at - _NEIGHBOURS, 0), at + _NEIGHBOURS + 1) if n < len(run) and n != at
            ]
            own = [n for n in near if _is_mark(run[n])]
            twin = next((n for n in near if n not in gone and _are_twins(run, at, n)), None)
            if twin is None:
                continue  # the letter's own glyph may have no name at all
            box = self._ink(glyph)
            if not _is_raised(box, glyph):
                continue
            marks = [n for n in own if _is_same(self._ink(run[n]), box)]
            others = {run[n].text for n in own if n not in marks}
            gone.update(n for n in marks if run[n].text in others)
            gone.add(at)
        self.ghosts += [run[n].text for n in gone]
        return [g for n, g in enumerate(run) if n not in gone] if gone else run

    def _ink(self, glyph: Glyph) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of what is drawn."""
        sides = [ctypes.c_double() for _ in range(4)]
        self._pdfium.FPDFText_GetCharBox(self._page, glyph.index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        return left, right, bottom, top

    def _raise_figure(self, glyph: Glyph) -> None:
        """Put a figure that is drawn small and wholly above its line there, in the size that it has: fonts
        hold raised figures of their own, which are set on the line in the size of the text."""
        _, _, bottom, top = self._ink(glyph)
        if bottom - glyph.base > _FIGURE_ABOVE * glyph.size and top - bottom < _FIGURE_LOW * glyph.size:
            glyph.base, glyph.size = bottom, glyph.size * _FIGURE_SHARE

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
        named = len(character) != 1 or character in SOFT_HYPHENS or character == "\t"
        self.unmapped += not named and unicodedata.category(character) in {"Cc", "Co", "Cn"}

    def _glyph(self, index: int, character: str, first: bool) -> Glyph:
        page, pdfium, told = self._page, self._pdfium, self._told
        given, other = character, self._renamed.get(index)
        if other:
            character = other.text
            self.named.append(given)
        doubtful = character.isspace() or character in SOFT_HYPHENS
        made = doubtful and pdfium.FPDFText_IsGenerated(page, index) == 1
        if character in SOFT_HYPHENS and not made:
            character = self._hyphen(index) or character
        pdfium.FPDFText_GetLooseCharBox(page, index, told.box)
        pdfium.FPDFText_GetCharOrigin(page, index, told.x, told.y)
        run = (self._run[0] * self._run[1], self._run[2])
        size, bold = run if made else self._font(index, first, character)
        if not other:
            character = sign(character, self._run_font)
        text = plain(character)
        self._count(character)
        nameless = not made and (is_nameless(page, index) or is_control(given))
        self._font_text.unnamed += nameless and not other
        if self._arabic:
            self.doubtful = self.doubtful or nameless or unicodedata.category(text[:1] or " ") == "Mn"
        if other:
            told.box.left, told.box.right = other.left, other.right
        elif unicodedata.category(text[:1]) == "Mn":
            self._use_ink(index)
        written = text.isspace() and not made
        made = made or (written and told.box.right - told.box.left < 0.01)
        glyph = Glyph(text, told.box.left, told.box.right, told.y.value, size, bold, made, index, written)
        if len(text) == 1 and text in "0123456789":  # the zero of Arabic is a point that stands high
            self._raise_figure(glyph)
        glyph.whole = other is not None and other.whole
        glyph.ranks = self._ranks.get(index)
        if other and other.base is not None:
            glyph.base = other.base
        if nameless and (not other or text == NAMELESS):
            glyph.nameless = self._run_font
        if self._tags is not None:
            glyph.node = self._tags.node_of(index)
        return glyph

    def _hyphen(self, index: int) -> str:
        """A hyphen at the end of a line as the file names it, where that is certain: PDFium calls all the
        same."""
        told = spelling(self._pdfium.FPDFText_GetTextObject(self._page, index))
        if told and told[1] in HYPHENS:
            return told[1]
        if self._pdfium.FPDFText_IsHyphen(self._page, index) != 1:
            return ""  # the number of a glyph without a name
        self._font(index, True, "-")
        return self._hyphens().get(self._run_font, "")

    def _use_ink(self, index: int) -> None:
        """A vowel mark has no width of its own: take the place of its ink."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if self._pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top):
            self._told.box.left, self._told.box.right = left.value, right.value

    def _font(self, index: int, first: bool, character: str) -> tuple[float, bool]:
        """Size on the page and weight; asked again only where the font changes or a run begins, and behind a
        space there: PDFium may give a space no scale."""
        pdfium, told = self._pdfium, self._told
        nominal = pdfium.FPDFText_GetFontSize(self._page, index)
        pdfium.FPDFText_GetFontInfo(self._page, index, told.name, len(told.name), told.flags)
        name = told.name.value
        if first or nominal != self._run[0] or name != self._run_name:
            pdfium.FPDFText_GetMatrix(self._page, index, told.matrix)
            scale = hypot(told.matrix.c, told.matrix.d) or 1.0
            self._run = nominal, scale, self._is_bold(index, name)
            self._run_name, self._run_font = b"" if character.isspace() else name, name.decode("latin-1")
        self._font_text.sampled += 1
        return nominal * self._run[1], self._run[2]

    def _is_bold(self, index: int, name: bytes) -> bool:
        weight, flags = self._pdfium.FPDFText_GetFontWeight(self._page, index), self._told.flags.value
        self._font_text = self.fonts.setdefault(name.decode("latin-1"), FontText())
        self._font_text.characters.append(" ")
        key = (name, flags, weight)
        if key not in self._fonts:
            named = bool(_BOLD_NAME.search(name))
            self._fonts[key] = named or bool(flags & _BOLD_FLAG) or weight >= 600
        return self._fonts[key]


def _is_letter(glyph: Glyph) -> bool:
    return len(glyph.text) == 1 and unicodedata.bidirectional(glyph.text) == "AL" and glyph.text.isalpha()


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.category(glyph.text[:1]) == "Mn"


def _is_raised(box: tuple[float, float, float, float], glyph: Glyph) -> bool:
    """Whether what is drawn stands wholly above where letters do, or below them."""
    return box[2] - glyph.base > _MARK_ABOVE * glyph.size or box[3] < glyph.base


def _are_twins(run: Sequence[Glyph], one: int, other: int) -> bool:
    """Whether two letters are the same, near each other, with marks alone between them."""
    first, second = run[one], run[other]
    apart = abs(first.left + first.right - second.left - second.right) / 2
    between = run[min(one, other) + 1 : max(one, other)]
    return first.text == second.text and apart < _TWIN * first.size and all(_is_mark(g) for g in between)


def _is_same(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes are one, or shares of one."""
    level = all(abs(a - b) < _SAME for a, b in zip(one[2:], other[2:], strict=True))
    return level and max(one[0], other[0]) - min(one[1], other[1]) < _SAME


def _put_in(piece: Spelt, runs: list[list[Glyph]], index: int) -> None:
    """Put a piece of text that has no characters into the run in whose line it stands, or into one of its
    own, unless its letters stand there: a mark may be spelled with the letter below it. Its `index` is far
    from all others: it tells nothing of an order."""
    text = "".join(map(plain, piece.text))
    there = [
        g
        for run in runs
        for g in run
        if abs(g.base - piece.base) < piece.size and g.left < piece.right and piece.left < g.right
    ]
    if set(text) <= {c for g in there for c in g.text}:
        return
    glyph = Glyph(text, piece.left, piece.right, piece.base, piece.size, False, index=index)

    def off(run: list[Glyph]) -> float:
        level = [g for g in run if abs(g.base - piece.base) < _TWIN * piece.size]
        return min((max(g.left - piece.right, piece.left - g.right, 0) for g in level), default=piece.size)

    near = min(runs, key=off, default=None)
    if near is not None and off(near) < piece.size:
        near.append(glyph)
    else:
        runs.append([glyph])


def _gone(before: Glyph, hidden: Sequence[Glyph], after: Glyph) -> list[Glyph]:
    """A space as wide as the unseen text between two glyphs, where it stands in their line: the gap that it
    leaves is none between cells."""
    between = [g for g in hidden if before.index < g.index and abs(g.base - after.base) < 0.3 * after.size]
    if not between:
        return []
    left, right = min(g.left for g in between), max(g.right for g in between)
    made = replace(between[0], text=" ", left=left, right=right, made=True, written=False, gone=True)
    return [made]


def is_control(character: str) -> bool:
    """Whether what PDFium gives is a control code, which no page draws: the number of a glyph without a name,
    as some programs name these. A tab, a break of a line and a hyphen at its end are what they are."""
    return unicodedata.category(character[:1] or " ") == "Cc" and character not in "\t\r\n" + SOFT_HYPHENS


def plain(character: str) -> str:
    """The character behind a printer's form: ligatures, Arabic letter shapes, Kangxi radicals.

    >>> plain("ﬁ"), plain("\\ufefb"), plain("⽤")
    ('fi', 'لا', '用')
    """
    return unicodedata.normalize("NFKC", character) if _ARTEFACTS.match(character) else character
