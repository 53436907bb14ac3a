"""PDF files with a font of the test's own, in which each glyph is named as a test wants it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest

Box = tuple[int, int, int, int]
"""Left, bottom, right and top of what a glyph draws, of 1,000 units an em."""


class Letter(NamedTuple):
    """A glyph: its box and width, what its file names it, and what its font does."""

    box: Box | None
    width: int
    named: str = ""
    own: str = ""


def font(letters: Mapping[str, Letter], *, called: Mapping[str, str] | None = None) -> bytes:
    """A font of rectangles. `called` names glyphs otherwise than `letters` does."""
    builder: Any = pytest.importorskip("fontTools.fontBuilder").FontBuilder(1000, isTTF=True)
    pens: Any = pytest.importorskip("fontTools.pens.ttGlyphPen")
    names = {key: (called or {}).get(key, f"g{number}") for number, key in enumerate(letters)}
    order = [".notdef", *names.values()]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(one.own): names[key] for key, one in letters.items() if one.own})
    glyphs = {".notdef": pens.TTGlyphPen(None).glyph()}
    for key, one in letters.items():
        pen = pens.TTGlyphPen(None)
        if one.box:
            left, bottom, right, top = one.box
            pen.moveTo((left, bottom))
            for point in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(point)
            pen.closePath()
        glyphs[names[key]] = pen.glyph()
    builder.setupGlyf(glyphs)
    metrics = {".notdef": (500, 0)}
    metrics |= {names[key]: (one.width, one.box[0] if one.box else 0) for key, one in letters.items()}
    builder.setupHorizontalMetrics(metrics)
    return font_file(builder)


def font_file(builder: Any) -> bytes:
    """The file of a font (a builder of fontTools) that has its glyphs and their widths."""
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost()
    made = io.BytesIO()
    builder.font.save(made)
    return made.getvalue()


Placed = tuple[str, float]
"""The key of a glyph and where it stands, in ems from the left edge of its line."""


def pdf(
    letters: Mapping[str, Letter],
    lines: Sequence[Sequence[Placed]],
    *,
    called: Mapping[str, str] | None = None,
    turned: bool = False,
    leading: int = 20,
) -> bytes:
    """Lines of glyphs in 12 points, in the order in which they are drawn. `turned` gives the glyphs other
    codes than their numbers, with a table that tells which; `leading` is the distance of lines in points."""
    numbers = {key: number for number, key in enumerate(letters, start=1)}
    codes = {key: 2 * number + 64 if turned else number for key, number in numbers.items()}
    pieces = []
    for row, line in enumerate(lines):
        for key, at in line:
            pieces.append(f"1 0 0 1 {72 + 12 * at:.2f} {720 - leading * row} Tm <{codes[key]:04X}> Tj")
    named = [(codes[key], one.named) for key, one in letters.items() if one.named]
    rows = "\n".join(f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for code, text in named)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(named)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    mapping = bytearray(2 * (max(codes.values()) + 1))
    for key, code in codes.items():
        mapping[2 * code : 2 * code + 2] = numbers[key].to_bytes(2, "big")
    widths = " ".join(f"{codes[key]} [{one.width}]" for key, one in letters.items())
    content = f"BT /F 12 Tf {' '.join(pieces)} ET"
    program = font(letters, called=called)
    to_glyph = "9 0 R" if turned else "/Identity"
    return _file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            ("", content.encode()),
            "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H/DescendantFonts[6 0 R]"
            "/ToUnicode 8 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor 7 0 R/CIDToGIDMap {to_glyph}/W [{widths}]>>",
            "<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
            "/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 10 0 R>>",
            ("", table.encode()),
            ("", bytes(mapping)),
            (f"/Length1 {len(program)}", program),
        ]
    )


def _file(objects: Sequence[str | tuple[str, bytes]]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        if isinstance(one, str):
            body = one.encode()
        else:
            head, data = one
            body = f"<<{head}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
