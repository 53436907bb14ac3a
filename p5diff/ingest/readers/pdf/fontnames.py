"""Characters that a PDF does not name, or names wrongly, and the font inside it names rightly.

Programs name each glyph by the text that it was first drawn for. Where a letter was first drawn together
with its mark, one of the two got the name of both and the other none, wherever it stands. A TrueType
font that is embedded whole enough brings tables of its own: which glyph draws which character (`cmap`), and
what its makers call each glyph (`post`: "uni0628.init"). They are asked where the file says nothing or what
cannot be, and believed only where the width agrees (OpenType 1.9, tables `cmap`, `post`, `hhea`, `hmtx`,
`head`; names of glyphs: Adobe Glyph List specification, section 2).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from itertools import islice

_CODES = (
    *((0x0020, 0x007E), (0x00A0, 0x00FF), (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF)),
    *((0x2010, 0x206F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
)
"""First and last code of blocks that Arabic text is written with: its letters, marks, figures and signs,
those of Latin, and the forms of letters."""
_MOST_CODES = sum(last - first + 1 for first, last in _CODES)
"""Codes of a subtable that are asked: each stands there once, if the font is sound."""
_LARGEST = 1 << 25
"""Bytes of a font: the largest of real ones, of Chinese, have 20 million."""
_MOST_SEGMENTS = 1 << 16
"""Segments of a table: there are no more glyphs in a font."""
_MOST_SUBTABLES = 16
"""Subtables that are asked: real fonts have up to six, and a hostile one could name 65,535."""
_STANDARD_NAMES = 258
"""Names of glyphs that every TrueType font shares, Latin ones; a font's own are numbered after them."""
_GLYPH_NAME = re.compile(r"(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))(?:\..*)?")


def font_names(data: bytes) -> dict[int, frozenset[str]]:
    """What the tables of a TrueType font name: number of a glyph → the texts it may stand for, several where
    it serves characters that look alike. Nothing of a damaged font or one of another kind."""
    if len(data) > _LARGEST:
        return {}
    try:
        tables = _tables(data)
        found = _characters(tables["cmap"]) if "cmap" in tables else {}
        for glyph, text in _called(tables.get("post", b"")):
            found.setdefault(glyph, {text})
        return {glyph: frozenset(texts) for glyph, texts in found.items()}
    except (struct.error, ValueError):
        return {}


def _tables(data: bytes) -> dict[str, bytes]:
    if data[:4] not in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[str, bytes] = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag.decode("latin-1")] = data[start : start + length]
    return tables


def _characters(cmap: bytes) -> dict[int, set[str]]:
    """Glyph number → the characters it draws, forms of a letter as the letter."""
    found: dict[int, set[str]] = {}
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(min(count, _MOST_SUBTABLES)):
        platform, encoding, start = struct.unpack_from(">HHL", cmap, 4 + 8 * number)
        if platform == 0 or (platform, encoding) in {(3, 1), (3, 10)}:
            for code, glyph in islice(_pairs(cmap[start:]), _MOST_CODES):
                if glyph and (text := _sound(chr(code))):
                    found.setdefault(glyph, set()).add(text)
    return found


def _sound(text: str) -> str:
    """A character without its form, a mark without the space that shows it; empty if it is none."""
    plain = unicodedata.normalize("NFKC", text)
    plain = plain.strip() or plain[:1]
    return plain if all(unicodedata.category(c)[0] in "LMNPSZ" for c in plain) else ""


def _called(post: bytes) -> Iterator[tuple[int, str]]:
    """The glyphs whose names spell the characters they draw ("uni06440627"), each with these (format 2)."""
    if len(post) < 34 or struct.unpack_from(">L", post)[0] != 0x00020000:
        return
    (count,) = struct.unpack_from(">H", post, 32)
    numbers = struct.unpack_from(f">{count}H", post, 34)
    names: list[str] = []
    at = 34 + 2 * count
    while at < len(post) and len(names) < _MOST_SEGMENTS:
        names.append(post[at + 1 : at + 1 + post[at]].decode("latin-1"))
        at += 1 + post[at]
    for glyph, number in enumerate(numbers):
        if _STANDARD_NAMES <= number < _STANDARD_NAMES + len(names):
            text = _spelt(names[number - _STANDARD_NAMES])
            if text:
                yield glyph, text


def _spelt(name: str) -> str:
    """The characters that the name of a glyph spells, empty if it spells none."""
    match = _GLYPH_NAME.fullmatch(name)
    if not match:
        return ""
    codes = (
        [int(match[1][n : n + 4], 16) for n in range(0, len(match[1]), 4)]
        if match[1]
        else [int(match[2], 16)]
    )
    if any(0xD800 <= code < 0xE000 or code > 0x10FFFF for code in codes):
        return ""
    return _sound("".join(map(chr, codes)))


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """The codes that a subtable names (formats 4 and 12), each with its glyph."""
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
    """The codes within a segment that are asked for."""
    for first, last in _CODES:
        yield from range(max(start, first), min(end, last) + 1)
