"""Text that a file spells out for a piece of a page (`ActualText`), and that PDFium does not give.

Some programs name no glyph and spell out what each piece draws (ISO 32000, 14.9.4). Where the pieces of a
word are spelled one by one, PDFium passes over some of them: a letter is drawn and none is read. Such a piece
is found by its having no character, and put in its place.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot
from typing import Any, NamedTuple

_UNSEEN = frozenset({3, 7})
"""Modes of drawing text that leave no ink (ISO 32000, table 104): invisible, and clipping only."""
_LONGEST = 64
"""Bytes of what is spelled out for a piece of a word; longer texts stand for whole lines or pictures."""


class Spelt(NamedTuple):
    """A piece of text that a page draws and PDFium does not give. Lengths in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def unread(page: Any, textpage: Any) -> list[Spelt]:
    """The pieces of a page that are spelled out and have no character."""
    import pypdfium2.raw as pdfium

    spelt = [
        (piece, *found)
        for piece in _texts(page)
        if (found := spelling(piece)) and pdfium.FPDFTextObj_GetTextRenderMode(piece) not in _UNSEEN
    ]
    if not spelt:
        return []
    raw = textpage.raw
    read = {_address(pdfium.FPDFText_GetTextObject(raw, n)) for n in range(textpage.count_chars())}
    given = {mark for piece, mark, _ in spelt if _address(piece) in read}
    result: dict[int, Spelt] = {}
    for piece, mark, text in spelt:
        if mark in given or not text.strip():
            continue
        place = _placed(piece, text)
        if place and mark in result:  # several pieces under one spelling
            first = result[mark]
            place = first._replace(left=min(first.left, place.left), right=max(first.right, place.right))
        if place:
            result[mark] = place
    return list(result.values())


def _texts(page: Any) -> Iterator[Any]:
    import pypdfium2.raw as pdfium

    for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
        piece = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield piece


def spelling(piece: Any, key: bytes = b"ActualText") -> tuple[int, str] | None:
    """Which mark of the page spells out a piece of text (of PDFium), by its address, and as what; `key` is
    what the file calls such a text."""
    import pypdfium2.raw as pdfium

    length = ctypes.c_ulong()
    for number in range(pdfium.FPDFPageObj_CountMarks(piece)):
        mark = pdfium.FPDFPageObj_GetMark(piece, number)
        buffer = (ctypes.c_ubyte * _LONGEST)()
        # As text, PDFium gives the characters of Latin-1 wrongly.
        if not pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, _LONGEST, length):
            continue
        if 0 < length.value <= _LONGEST:
            return _address(mark), _decoded(bytes(buffer)[: length.value])
    return None


def _decoded(data: bytes) -> str:
    """The text of a string of a PDF (ISO 32000, 7.9.2.2), or of one that lacks the sign of its two bytes.

    >>> _decoded(b"\xfe\xff\x06\x44"), _decoded(b"\x06\x44"), _decoded(b"fi"), _decoded(b"\xef\xbb\xbffi")
    ('ل', 'ل', 'fi', 'fi')
    """
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "ignore")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "ignore")
    pairs = len(data) % 2 == 0 and any(byte < ord(" ") for byte in data[::2])
    return data.decode("utf-16-be" if pairs else "latin-1", "ignore")


def _placed(piece: Any, text: str) -> Spelt | None:
    import pypdfium2.raw as pdfium

    left, bottom, right, top, size = (ctypes.c_float() for _ in range(5))
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetBounds(piece, left, bottom, right, top):
        return None
    pdfium.FPDFPageObj_GetMatrix(piece, matrix)
    pdfium.FPDFTextObj_GetFontSize(piece, size)
    height = size.value * (hypot(matrix.c, matrix.d) or 1.0)
    return Spelt(text, left.value, right.value, matrix.f, height) if right.value > left.value else None


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
