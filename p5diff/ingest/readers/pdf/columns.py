"""Reading order on a page: find the gutter of a two-column layout, if there is one."""

from __future__ import annotations

from p5diff.ingest.readers.pdf.lines import Line, merged

_LEAST_LINES = 4
_FILLED = 0.55
"""A column's lines fill at least this share of it, or it is a table, a list or a signature."""


def pages_in_order(pages: list[list[Line]]) -> list[list[Line]]:
    """All pages in reading order. A gutter seen on one page holds for short pages as well."""
    gutters = [find_gutter(page) for page in pages]
    known = sorted({gutter for gutter in gutters if gutter is not None})
    return [
        in_reading_order(page, _borrowed(page, known) if gutter is None else gutter)
        for page, gutter in zip(pages, gutters, strict=True)
    ]


def _borrowed(pieces: list[Line], known: list[float]) -> float | None:
    """Another page's gutter, where nothing crosses it here and both sides hold something."""
    for x in known:
        left, right = [p for p in pieces if p.right <= x], [p for p in pieces if p.left >= x]
        if left and right and len(left) + len(right) == len(pieces):
            return x
    return None


def in_reading_order(pieces: list[Line], gutter: float | None) -> list[Line]:
    """The page's pieces as whole lines in reading order; `column` counts the stretches of one
    column each, so that lines of different stretches are never compared by their distance."""
    if gutter is None:
        return merged(pieces)
    rtl = sum(p.rtl for p in pieces) * 2 > len(pieces)
    lines: list[Line] = []
    for number, stretch in enumerate(_stretches(pieces, gutter, rtl)):
        for line in merged(stretch):
            line.column = number
            lines.append(line)
    return lines


def find_gutter(pieces: list[Line]) -> float | None:
    """Where the white stripe between two columns is, or None for a single column."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    middle = [p.right + 0.5 for p in pieces if 0.3 < (p.right - left) / (right - left or 1) < 0.7]
    best: tuple[int, float] | None = None
    for x in sorted({round(x, 1) for x in middle}):
        crossing = sum(p.left < x < p.right for p in pieces)
        if _two_columns(pieces, x, left, right) and (best is None or crossing <= best[0]):
            best = (crossing, x)
    return None if best is None else best[1]


def _two_columns(pieces: list[Line], x: float, left: float, right: float) -> bool:
    before = [p for p in pieces if p.right <= x]
    after = [p for p in pieces if p.left >= x]
    if min(len(before), len(after)) < _LEAST_LINES:
        return False
    sides = ((before, x - left), (after, right - x))
    filled = all(sum(p.width >= _FILLED * room for p in side) >= 0.5 * len(side) for side, room in sides)
    shared = min(max(p.base for p in before), max(p.base for p in after)) - max(
        min(p.base for p in before), min(p.base for p in after)
    )
    return filled and shared > 0 and sum(p.left < x < p.right for p in pieces) <= 0.5 * len(pieces)


def _stretches(pieces: list[Line], gutter: float, rtl: bool) -> list[list[Line]]:
    """Bands between full-width lines, each as its two columns; the full-width lines by themselves."""
    result: list[list[Line]] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    wide: list[Line] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        if piece.left < gutter < piece.right:
            result += _closed(sides, rtl)
            sides = ([], [])
            wide.append(piece)
            continue
        if wide:
            result.append(wide)
            wide = []
        sides[piece.left >= gutter].append(piece)
    return [*result, *([wide] if wide else []), *_closed(sides, rtl)]


def _closed(sides: tuple[list[Line], list[Line]], rtl: bool) -> list[list[Line]]:
    """Left then right (or the other way round); a lonely pair of pieces is one line, no columns."""
    if min(len(sides[0]), len(sides[1])) < 2:
        both = [*sides[0], *sides[1]]
        return [both] if both else []
    return [sides[1], sides[0]] if rtl else [sides[0], sides[1]]
