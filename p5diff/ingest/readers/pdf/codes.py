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
_SPELT, SPELT_KEY = b"ActualText", b"SpeltXText"
"""The key of a text that is spelled out, and another one of its length that means nothing."""
_STREAM = re.compile(
    rb"(?<!\d)(\d+) 0 obj\s*<<((?:(?!endobj|/Subtype */Image).){0,2000}?)>>\s*stream\r?\n", re.DOTALL
)
"""A stream, with its number and what is said of it; pictures are none that hold text."""
_PREDICTED = re.compile(rb"/Predictor|/Length1|/Type */(?:XRef|ObjStm|Metadata)")
"""Streams of tables and of fonts, which hold no page."""
_LONGEST_STREAM = 1 << 24
"""Bytes of a page's unpacked instructions: a page full of letters has some 200,000."""
_MOST_UNPACKED = 1 << 27
"""Bytes that are unpacked in all: the pages of 600 such."""
_MOST_PIECES = 1 << 18
"""Pieces of a page that are counted: a page of single letters has some 10,000."""
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


def saved(document: Any) -> bytes:
    """The bytes of an open document, not encrypted, each object by itself."""
    result = io.BytesIO()
    document.save(result, flags=_SAVE_PLAIN)
    return result.getvalue()


def unspelt_copy(document: Any) -> bytes:
    """The document with what it spells out for pieces of its pages (`ActualText`) under another key
    (`SPELT_KEY`), so that PDFium gives each glyph by itself; empty where it has no root, or too much to
    unpack."""
    data = saved(document)
    roots, streams, unpacked = _ROOT.findall(data), list[bytes](), 0
    for match in _STREAM.finditer(data):
        if b"/FlateDecode" not in match[2] or _PREDICTED.search(match[2]):
            continue
        try:
            packed = data[match.end() : data.find(b"endstream", match.end())]
            body = zlib.decompressobj().decompress(packed, _LONGEST_STREAM)
        except zlib.error:
            continue
        unpacked += len(body)
        if unpacked > _MOST_UNPACKED:
            return b""
        if _SPELT in body:
            body = body.replace(_SPELT, SPELT_KEY)
            streams.append(
                b"\n%s 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (match[1], len(body), body)
            )
    if not roots:
        return b""
    data = data.replace(b"/" + _SPELT, b"/" + SPELT_KEY)
    # Without a table of places, PDFium looks for all objects itself, and the last one of a number counts.
    return b"".join([data, *streams, b"trailer\n<</Root %s>>\nstartxref\n0\n%%%%EOF\n" % roots[-1]])


def numbered_copy(document: Any) -> bytes:
    """The document with its glyphs named by their numbers; empty where it has no tables or no root."""
    data = saved(document)
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
    drawn = {address(piece): n for n, piece in enumerate(_pieces(page))}
    for index, place in places(textpage):
        number = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if _AREA <= number < _AREA + _NUMBERED:
            number -= _AREA
        elif number < _NUMBERED or not is_nameless(textpage.raw, index):
            continue
        if place in found:
            found[place] = None
            continue
        piece = address(pdfium.FPDFText_GetTextObject(textpage.raw, index))
        found[place] = Code(number, (drawn.get(piece, 0), index))
    return found


def blank_pieces(page: Any, textpage: Any) -> Iterator[tuple[int, float, float]]:
    """The pieces of text of a page that leave no characters, which are spaces drawn by themselves: the number
    of each among all pieces, and its place in points."""
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    told = {address(pdfium.FPDFText_GetTextObject(raw, n)) for n in range(textpage.count_chars())}
    matrix = pdfium.FS_MATRIX()
    for number, piece in enumerate(_pieces(page)):
        is_text = pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_TEXT
        if is_text and address(piece) not in told and pdfium.FPDFPageObj_GetMatrix(piece, matrix):
            yield number, matrix.e, matrix.f


def _pieces(page: Any) -> Iterator[Any]:
    """What a page draws, in order, that of forms within it too."""
    import pypdfium2.raw as pdfium

    waiting = [pdfium.FPDFPage_GetObject(page.raw, n) for n in range(pdfium.FPDFPage_CountObjects(page.raw))]
    waiting.reverse()
    for _ in range(_MOST_PIECES):
        if not waiting:
            return
        piece = waiting.pop()
        yield piece
        if pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_FORM:
            inside = range(pdfium.FPDFFormObj_CountObjects(piece) - 1, -1, -1)
            waiting += [pdfium.FPDFFormObj_GetObject(piece, n) for n in inside]


def address(pointer: Any) -> int:
    """Where PDFium keeps something: two names of one thing have one address."""
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


_ENCODED = re.compile(rb"/Encoding(?! */Identity)")
_PART = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_NAMED = re.compile(rb"<((?:[0-9A-Fa-f]{2}){1,2})>\s*<([0-9A-Fa-f]*)>")
_NAMED_RANGE = re.compile(
    rb"<((?:[0-9A-Fa-f]{2}){1,2})>\s*<((?:[0-9A-Fa-f]{2}){1,2})>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])",
    re.DOTALL,
)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")


def file_names(data: bytes) -> dict[str, dict[int, str]]:
    """What a document (as PDFium saves it) names the glyphs of its fonts: name of a font → code → text.

    PDFium itself gives the number of a glyph that is not named, as a character. Fonts of one name that
    disagree are left out, and those that have an encoding beside their table of names.
    """
    found: dict[str, dict[int, str]] = {}
    doubtful: set[str] = set()
    for match in _TABLE.finditer(data):
        start, end = data.rfind(b" obj", 0, match.start()), data.find(b"endobj", match.end())
        base = _BASE.search(data, max(start, 0), end)
        if start < 0 or not base or _ENCODED.search(data, start, end):
            continue
        table = _texts(_stream(data, int(match[1])))
        for name in _called(base[1].decode("latin-1")):
            if found.setdefault(name, table) != table:
                doubtful.add(name)
    return {name: table for name, table in found.items() if name not in doubtful and table}


def _called(name: str) -> Iterator[str]:
    """What PDFium may call a font: without the mark of a part of it, and without that of its codes."""
    name = name.removesuffix("-Identity-H")
    yield name
    if "+" in name:
        yield name.partition("+")[2]


def _texts(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in _PART.finditer(table):
        if part[1] == b"bfchar":
            found.update((int(code, 16), _utf16(text)) for code, text in _NAMED.findall(part[2]))
            continue
        for first, last, text, several in _NAMED_RANGE.findall(part[2]):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFF) + 1)
            if several:
                found.update(zip(codes, map(_utf16, _HEX.findall(several)), strict=False))
            elif start := _utf16(text):
                found.update((c, start[:-1] + chr(ord(start[-1]) + c - codes[0])) for c in codes)
    return found


def _utf16(digits: bytes) -> str:
    even = digits.decode("ascii").rjust(len(digits) + len(digits) % 2, "0")
    return bytes.fromhex(even).decode("utf-16-be", "ignore")


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
