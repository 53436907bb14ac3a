"""Lines of justified text that are stretched so far that their words look like cells.

In a narrow column a line of two or three long words is stretched to fill it, and the gaps between them are
as wide as those between the cells of a table. Such a line starts and ends where the whole lines of its column
do, and its gaps are alike; a single gap proves nothing, and the lines around must be whole.

Worked example. Six lines run from 51 to 286 points; "they", "distribute", "among" start at 51 and end at 286
with two gaps of 25: one line. "Port", "12" with the 12 set to the right at 286 between rows of the same kind
stay two pieces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from statistics import median

from p5diff.ingest.readers.pdf.lines import PageLine, measured
from p5diff.text.characters import BULLETS

_SAME = 1.5
"""Points between edges that are one edge: justified lines end within a fraction of a point."""
_SPACE = 0.8
"""Of the type size: a space of a line that is set by itself; those between cells are wider."""
_OVERLAP = 0.3
"""Of the type size: how far letters reach over their neighbours."""
_LEAST = 3
"""Whole lines that make a measure: two may end at one place by chance."""
_ALIKE = 0.2
"""How far, as a share of the usual one, the gaps of a stretched line differ: kerning moves them a little."""
_GAP = 0.12
"""Of the type size: a gap between words; letters of one word stand closer."""
_INDENT = 4.0
"""Ems that a first line with its label may start behind the others."""
_PITCH = 1.9
"""Ems between the baselines of neighbouring lines at most, wide leading included."""
_LABEL = re.compile(rf"[()]?(?:\d{{1,3}}|[^\W\d_]{{1,4}})[.()]|[{BULLETS}–—-]")
"""A label, of which brackets in a line from the right may be turned."""

_Box = tuple[float, float]


def with_whole_lines(pieces: Sequence[PageLine]) -> list[PageLine]:
    """The pieces of a page: those that PDFium parted within a line put together, and those of stretched
    lines (`whole`)."""
    rows = [_near_joined(row) for row in _rows(pieces)]
    pieces = [piece for row in rows for piece in row]
    if all(len(row) == 1 for row in rows):
        return list(pieces)
    boxes = _boxes(pieces)
    for box in boxes:
        rows = [_joined(rows, index, box) for index in range(len(rows))]
    return [piece for row in rows for piece in row]


def _rows(pieces: Sequence[PageLine]) -> list[list[PageLine]]:
    rows: list[list[PageLine]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        if rows and abs(rows[-1][0].base - piece.base) < 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _near_joined(row: list[PageLine]) -> list[PageLine]:
    """A row with the pieces that stand a word space apart, or less, as one: PDFium begins anew where the
    direction of reading or the font changes."""
    marks = [p for p in row if all(unicodedata.category(c) == "Mn" for c in p.text.strip())]
    result: list[PageLine] = []
    for piece in (p for p in row if p not in marks):
        last = result[-1] if result else None
        if (
            last
            and -_OVERLAP * piece.size < piece.left - last.right < _SPACE * piece.size
            and _alike(last, piece)
        ):
            parts = [*last.parts, *piece.parts]
            joined = measured(PageLine(parts, piece.page))
            first, second = (piece, last) if joined.rtl else (last, piece)
            joined.text = f"{first.text} {second.text}"
            result[-1] = joined
        else:
            result.append(piece)
    return [*result, *marks]


def with_labels(pieces: Sequence[PageLine]) -> list[PageLine]:
    """The pieces with each label that hangs out before its text put together with it."""
    result: list[PageLine] = []
    for row in _rows(pieces):
        joined: list[PageLine] = []
        for piece in reversed(row) if row[0].rtl else row:
            last = joined[-1] if joined else None
            gap = abs(piece.left - last.right if not piece.rtl else last.left - piece.right) if last else 0.0
            if last and _LABEL.fullmatch(last.text.strip()) and gap < _INDENT * piece.size:
                joined[-1] = measured(PageLine([*last.parts, *piece.parts], piece.page))
                joined[-1].text = f"{last.text} {piece.text}"
            else:
                joined.append(piece)
        result += joined
    return result


def _alike(one: PageLine, other: PageLine) -> bool:
    if one.node and other.node and one.node is not other.node:
        return False
    return abs(one.size - other.size) < 0.1 * one.size and abs(one.base - other.base) < 0.1 * one.size


def _boxes(pieces: Sequence[PageLine]) -> list[_Box]:
    """Left and right edge of each measure that whole lines of the page fill, the narrowest first."""
    boxes: list[_Box] = []
    for piece in pieces:
        if any(_fills(piece, box) for box in boxes):
            continue
        box = (piece.left, piece.right)
        if sum(_fills(other, box) for other in pieces) >= _LEAST:
            boxes.append(box)
    return sorted(boxes, key=lambda box: box[1] - box[0])


def _fills(piece: PageLine, box: _Box) -> bool:
    return abs(piece.left - box[0]) < _SAME and abs(piece.right - box[1]) < _SAME


def _joined(rows: Sequence[list[PageLine]], index: int, box: _Box) -> list[PageLine]:
    """A row with its pieces inside the measure as one, where they fill it as stretched words do."""
    row = rows[index]
    inside = [p for p in row if p.left > box[0] - _SAME and p.right < box[1] + _SAME]
    if len(inside) < 2 or inside[-1].right < box[1] - _SAME:
        return row
    if len({p.node for p in inside if p.node}) > 1:
        return row  # the file says that they are several
    size = max(p.size for p in inside)
    line = measured(PageLine([part for p in inside for part in p.parts], inside[0].page))
    if line.left - box[0] > _INDENT * size and box[1] - line.right > _SAME:
        return row
    gaps = _gaps(line, labelled=_LABEL.match(inside[0].text) is not None)
    if len(gaps) > 1:
        usual = median(gaps)
        stretched = all(abs(gap - usual) <= max(_ALIKE * usual, 1.0) for gap in gaps)
    else:
        stretched = _is_between_whole(rows, index, box, size)
    if not stretched:
        return row
    line.whole = True
    line.text = " ".join(p.text for p in (reversed(inside) if line.rtl else inside))
    return sorted([*(p for p in row if p not in inside), line], key=lambda p: p.left)


def _gaps(line: PageLine, *, labelled: bool) -> list[float]:
    """The gaps between the words of a line, that after a label apart."""
    glyphs = sorted((g for part in line.parts for g in part if not g.text.isspace()), key=lambda g: g.left)
    gaps, reach = [], glyphs[0].right
    for glyph in glyphs[1:]:
        if glyph.left - reach > _GAP * line.size:
            gaps.append(glyph.left - reach)
        reach = max(reach, glyph.right)
    if labelled and gaps:
        del gaps[-1 if line.rtl else 0]
    return gaps


def _is_between_whole(rows: Sequence[list[PageLine]], index: int, box: _Box, size: float) -> bool:
    """Whether a line above or below fills the measure in one piece, as the lines of a paragraph do."""
    return any(
        0 <= other < len(rows)
        and abs(rows[other][0].base - rows[index][0].base) < _PITCH * size
        and any(_fills(piece, box) for piece in rows[other])
        for other in (index - 1, index + 1)
    )
