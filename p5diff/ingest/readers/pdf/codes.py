"""Which glyph of its font each character of a page is, whatever the file names it.

PDFium tells what a file calls each glyph (its `ToUnicode` tables) and not which glyph it is. So a copy of
the file is made in which each table names each glyph by its number, in the area for private use, and the
copy is read beside the original: what stands in one place is one glyph.
"""

from __future__ import annotations

import ctypes
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

_TABLE = re.compile(rb"/ToUnicode +(\d+) 0 R")
_ROOT = re.compile(rb"/Root +(\d+ \d+ R)")
_AREA = 0xE000
"""First code of the area for private use: no letters, no signs that are mirrored or put in another order."""
_NUMBERED = 0x1900
"""Numbers that the area has codes for. PDFium gives the others as they are, as what no table names."""
_SAVE_PLAIN = 3
"""FPDF_REMOVE_SECURITY: the copy is not encrypted."""


class Place(NamedTuple):
    """Where a glyph stands: its origin, and the bottom and top of its ink, in hundredths of a point."""

    x: int
    y: int
    bottom: int
    top: int


class Code(NamedTuple):
    """What a glyph is called in its font, and its place in the order in which the page draws its glyphs: that
    of the piece of text, and its own there."""

    number: int
    order: tuple[int, int]


def numbered_copy(document: Any) -> bytes:
    """The document with its glyphs named by their numbers; empty where it has no tables or no root."""
    saved = io.BytesIO()
    document.save(saved, flags=_SAVE_PLAIN)
    data = saved.getvalue()
    tables, roots = [int(number) for number in _TABLE.findall(data)], _ROOT.findall(data)
    if not tables or not roots:
        return b""
    # The name of one table for all: that with the shortest number, so that it fits wherever another stood.
    number = b"%d" % min(tables)
    data = _TABLE.sub(lambda m: (b"/ToUnicode %s 0 R" % number).ljust(len(m[0])), data)
    table = _numbers()
    added = b"\n%s 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (number, len(table), table)
    # Without a table of places, PDFium looks for all objects itself, and the last one of a number counts.
    return data + added + b"trailer\n<</Root %s>>\nstartxref\n0\n%%%%EOF\n" % roots[-1]


def _numbers() -> bytes:
    """The table that names each glyph by its number: ranges of 256, since none may pass such a bound."""
    rows = range(0, _NUMBERED, 0x100)
    return b"\n".join(
        [
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /N def /CMapType 2 def",
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange %d beginbfrange" % len(rows),
            *(b"<%04X> <%04X> <%04X>" % (row, row + 0xFF, _AREA + row) for row in rows),
            b"endbfrange endcmap end end",
        ]
    )


def is_nameless(page: Any, index: int) -> bool:
    """Whether the file names no character for a glyph, by its place in the raw text of a page."""
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFText_HasUnicodeMapError(page, index) == 1)  # -1 is a fault of the call


def codes(page: Any, textpage: Any) -> dict[Place, Code | None]:
    """The glyphs of a page of the numbered copy, by their places; None where two stand in one."""
    import pypdfium2.raw as pdfium

    found: dict[Place, Code | None] = {}
    drawn = {_address(pdfium.FPDFPage_GetObject(page.raw, n)): n for n in range(_objects(page))}
    for index, place in places(textpage):
        number = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if _AREA <= number < _AREA + _NUMBERED:
            number -= _AREA
        elif number < _NUMBERED or not is_nameless(textpage.raw, index):
            continue
        if place in found:
            found[place] = None
            continue
        piece = _address(pdfium.FPDFText_GetTextObject(textpage.raw, index))
        found[place] = Code(number, (drawn.get(piece, 0), index))
    return found


def _objects(page: Any) -> int:
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page.raw))


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def places(textpage: Any) -> Iterator[tuple[int, Place]]:
    """The characters of a page that the file itself holds, by number, each with its place."""
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        yield index, Place(*(round(100 * side.value) for side in (x, y, bottom, top)))


def glyph_numbers(copy: bytes) -> dict[str, bytes]:
    """Name of a font → the table that turns its codes into numbers of glyphs, two bytes each; empty where the
    codes are these numbers. Fonts that have no such table (simple ones) are left out."""
    found: dict[str, bytes] = {}
    for name, table in _fonts(copy):
        found[name] = b"" if table == b"/Identity" else _stream(copy, int(table.split()[0]))
    return found


_CODED = re.compile(rb"/CIDToGIDMap *(/Identity|\d+ 0 R)")
_BASE = re.compile(rb"/BaseFont */([^\s/<>\[\]()]+)")
_LONGEST_TABLE = 1 << 17
"""Bytes of a table of codes: two for each of 65,536."""


def _fonts(copy: bytes) -> Iterator[tuple[str, bytes]]:
    for match in _CODED.finditer(copy):
        start, end = copy.rfind(b" obj", 0, match.start()), copy.find(b"endobj", match.end())
        if start < 0 or end < 0:
            continue
        if base := _BASE.search(copy, start, end):
            yield base[1].decode("latin-1"), match[1]


def _stream(copy: bytes, number: int) -> bytes:
    """The table of an object, unpacked; a single zero where it cannot be read, which numbers no glyph."""
    match = re.search(rb"(?<!\d)%d 0 obj\b(.{0,500}?)\bstream\r?\n" % number, copy, re.DOTALL)
    if not match:
        return b"\0"
    body = copy[match.end() : copy.find(b"endstream", match.end())]
    if b"/FlateDecode" not in match[1]:
        return body
    try:
        return zlib.decompressobj().decompress(body, _LONGEST_TABLE)
    except zlib.error:
        return b"\0"
