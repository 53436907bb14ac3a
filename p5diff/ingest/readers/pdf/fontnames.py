"""Letters that a PDF does not name and the font inside it does.

Programs name each glyph by the text that it was first drawn for. Where a letter was first drawn together
with its mark, one of the two got the name of both and the other none, wherever it stands. A TrueType
font that is embedded whole enough brings a table of its own (`cmap`): which character each of its glyphs
draws. It is asked only for glyphs without a name, and believed only where the width agrees
(OpenType 1.9, tables `cmap`, `hhea`, `hmtx`, `head`).
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_CODES = ((0x0620, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
"""First and last code of blocks with Arabic letters: those that programs draw as a letter and its marks."""
_MOST_CODES = sum(last - first + 1 for first, last in _CODES)
"""Codes of a subtable that are asked: each stands there once, if the font is sound."""
_LARGEST = 1 << 25
"""Bytes of a font: the largest of real ones, of Chinese, have 20 million."""
_MOST_SEGMENTS = 1 << 16
"""Segments of a table: there are no more glyphs in a font."""
_MOST_SUBTABLES = 16
"""Subtables that are asked: real fonts have up to six, and a hostile one could name 65,535."""
_AGREES = 0.05
"""Ems by which the width on the page may differ from the font's own: it may be the ink's there."""


class FontNames(NamedTuple):
    """What an embedded font says of its glyphs: letters by glyph number, and widths in ems."""

    letters: dict[int, str]
    widths: tuple[float, ...]
    """By glyph number; the last one holds for all that follow."""

    def letter(self, glyph: int, width: float) -> str:
        """The letter that a glyph draws, empty where the font does not say or `width` (in ems) disagrees."""
        letter = self.letters.get(glyph, "")
        if not letter or not self.widths:
            return ""
        own = self.widths[min(glyph, len(self.widths) - 1)]
        return letter if abs(own - width) <= _AGREES else ""


NO_NAMES = FontNames({}, ())


def font_names(data: bytes) -> FontNames:
    """The letters that the table of a TrueType font names; none of a damaged font or one of another kind."""
    if len(data) > _LARGEST:
        return NO_NAMES
    try:
        tables = _tables(data)
        if not {"cmap", "head", "hhea", "hmtx"} <= set(tables):
            return NO_NAMES
        return FontNames(_letters(tables["cmap"]), _widths(tables))
    except (struct.error, ValueError, ZeroDivisionError):
        return NO_NAMES


def _tables(data: bytes) -> dict[str, bytes]:
    if data[:4] not in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[str, bytes] = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag.decode("latin-1")] = data[start : start + length]
    return tables


def _widths(tables: dict[str, bytes]) -> tuple[float, ...]:
    (em,) = struct.unpack_from(">H", tables["head"], 18)
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    return tuple(struct.unpack_from(">H", tables["hmtx"], 4 * n)[0] / em for n in range(count))


def _letters(cmap: bytes) -> dict[int, str]:
    """Glyph number → the letter it draws. One that is said to draw several different ones draws none."""
    found: dict[int, set[str]] = {}
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(min(count, _MOST_SUBTABLES)):
        platform, encoding, start = struct.unpack_from(">HHL", cmap, 4 + 8 * number)
        if platform == 0 or (platform, encoding) in {(3, 1), (3, 10)}:
            for code, glyph in islice(_pairs(cmap[start:]), _MOST_CODES):
                text = unicodedata.normalize("NFKC", chr(code))
                if glyph and len(text) == 1 and unicodedata.category(text) == "Lo":
                    found.setdefault(glyph, set()).add(text)
    return {glyph: min(texts) for glyph, texts in found.items() if len(texts) == 1}


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """The codes of Arabic letters that a subtable names (formats 4 and 12), each with its glyph."""
    (kind,) = struct.unpack_from(">H", table, 0)
    if kind == 4:
        yield from _short_pairs(table)
    elif kind == 12:
        (count,) = struct.unpack_from(">L", table, 12)
        for number in range(min(count, _MOST_SEGMENTS)):
            start, end, glyph = struct.unpack_from(">LLL", table, 16 + 12 * number)
            for code in _codes(start, end):
                yield code, glyph + code - start


def _short_pairs(table: bytes) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", table, 6)
    for number in range(double // 2):
        at = 14 + 2 * number
        (end,) = struct.unpack_from(">H", table, at)
        start, delta, offset = (struct.unpack_from(">H", table, at + 2 + n * double)[0] for n in (1, 2, 3))
        for code in _codes(start, end):
            glyph = code
            if offset:
                place = at + 2 + 3 * double + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", table, place)
                if not glyph:
                    continue
            yield code, (glyph + delta) % 65536


def _codes(start: int, end: int) -> Iterator[int]:
    """The codes of Arabic letters within a segment."""
    for first, last in _CODES:
        yield from range(max(start, first), min(end, last) + 1)
