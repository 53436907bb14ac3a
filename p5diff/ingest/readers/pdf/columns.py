"""Reading order on a page: find the gutter of a two-column layout, if there is one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from p5diff.ingest.readers.pdf.justified import with_labels, with_whole_lines
from p5diff.ingest.readers.pdf.lines import PageLine, merged, same_line

_LEAST_LINES = 4
"""Lines on both sides that make columns without further evidence."""
_FILLED = 0.55
"""A column's lines fill at least this share of it, or it is a table, a list or a signature."""
_EDGE = 3.0
"""Lines that start or end within this distance (points) of each other share an edge."""
_ALIKE = 0.7
"""Columns are set to one width: the narrower has at least this share of the wider one."""
_BAND = 1.7
"""Ems between baselines of two rows of a table at least; lines stand up to 1.5 apart."""
_WIDER = 1.3
"""And so much farther apart than the lines of the page usually are."""
_LEVEL = 2.0
"""Points between baselines that are one: cells of a row begin at one height, whatever their type."""
_FLUSH = 1.0
"""Points from the edge of a column: lines that are stretched to fill it end there exactly."""
_FAR = 4.0
"""Ems between two pieces of one line that make them cells: a label stands nearer to its text."""
_BANDS = 3
"""Bands that must agree before a page has two columns: one or two are a table or a signature."""
_GOES_ON = re.compile(r"[^\W\d_]$|[,،，、-]$")
_COUNTED = re.compile(r"\(?(\d{1,3})[.)](?=\s)")
_LOWER = re.compile(r"[a-zà-öø-ÿа-яё]|[\u0620-\u064a\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white stripe between two columns: where it is, and where the lines beside it start and end."""

    x: float
    starts: tuple[float, float]
    ends: tuple[float, float]


def pages_in_order(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """All pages in reading order. A gutter seen on one page holds for pages with shorter columns as
    well: the last page of a text, or one whose second column has a single line."""
    pages = [with_whole_lines(page) for page in pages]
    gutters = [find_gutter(with_labels(page)) for page in pages]
    known = sorted({gutter for gutter in gutters if gutter is not None}, key=lambda gutter: gutter.x)
    return [
        in_reading_order(page, _borrowed(page, known) if gutter is None else gutter)
        for page, gutter in zip(pages, gutters, strict=True)
    ]


def _borrowed(pieces: list[PageLine], known: list[Gutter]) -> Gutter | None:
    """Another page's gutter, where nothing crosses it here and both sides hold something."""
    for gutter in known:
        left, right = (
            [p for p in pieces if p.right <= gutter.x],
            [p for p in pieces if p.left >= gutter.x],
        )
        if left and right and len(left) + len(right) == len(pieces):
            return gutter
        if not (left and right):
            continue
        foot = max(min(p.base for p in side) for side in (left, right)) - _LEVEL
        top = min(max(p.base for p in side) for side in (left, right)) + _LEVEL
        beside = [[p for p in side if foot <= p.base <= top] for side in (left, right)]
        if all(_keeps_to(side, start) for side, start in zip(beside, gutter.starts, strict=True)):
            return gutter
    return None


def _keeps_to(side: list[PageLine], start: float) -> bool:
    """Whether lines on one side of a gutter are those of its column, whatever else stands on the page."""
    lines = [piece for piece in side if abs(piece.left - start) < _EDGE]
    return len(lines) >= max(_LEAST_LINES, len(side) / 2) and _flows(lines)


def in_reading_order(pieces: list[PageLine], gutter: Gutter | None) -> list[PageLine]:
    """The page's pieces as whole lines in reading order; `column` counts the stretches of one
    column each, so that lines of different stretches are never compared by their distance."""
    if gutter is None:
        return merged(pieces)
    rtl = _is_rtl(pieces)
    lines: list[PageLine] = []
    for number, stretch in enumerate(_stretches(pieces, gutter, rtl)):
        for line in merged(stretch):
            line.column = number
            lines.append(line)
    return lines


def find_gutter(pieces: list[PageLine]) -> Gutter | None:
    """Where the white stripe between two columns is, or None for a single column."""
    if len(pieces) < _LEAST_LINES:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    middle = [p.right + 0.5 for p in pieces if 0.3 < (p.right - left) / (right - left or 1) < 0.7]
    best: tuple[int, float] | None = None
    for x in sorted({round(x, 1) for x in middle}):
        crossing = sum(p.left < x < p.right for p in pieces)
        if _two_columns(pieces, x, left, right) and (best is None or crossing <= best[0]):
            best = (crossing, x)
    if best is None:
        return None
    sides = _sides(pieces, best[1])
    return Gutter(
        best[1],
        (min(p.left for p in sides[0]), min(p.left for p in sides[1])),
        (max(p.right for p in sides[0]), max(p.right for p in sides[1])),
    )


def _sides(pieces: list[PageLine], x: float) -> tuple[list[PageLine], list[PageLine]]:
    return [p for p in pieces if p.right <= x], [p for p in pieces if p.left >= x]


def _two_columns(pieces: list[PageLine], x: float, left: float, right: float) -> bool:
    """Whether lines fill both sides of the stripe, few cross it, and they stand beside each other; short
    columns, and those one above the end of the other, must also be set to one width and edge."""
    before, after = _sides(pieces, x)
    if min(len(before), len(after)) < 2 or len(pieces) - len(before) - len(after) > 0.5 * len(pieces):
        return False
    inner, outer = min(p.left for p in after), max(p.right for p in before)
    if any(p.left < x < p.right and (p.right < inner or p.left > outer) for p in pieces):
        return False  # a line of one side crosses it: the stripe is farther on
    sides = ((before, x - left), (after, right - x))
    if (_is_banded(before, after) and not _count_on(before, after)) or not all(
        _is_filled(side, room) for side, room in sides
    ):
        return False
    shared = min(max(p.base for p in before), max(p.base for p in after)) - max(
        min(p.base for p in before), min(p.base for p in after)
    )
    if min(len(before), len(after)) >= _LEAST_LINES and shared > 0:
        return True
    widths = sorted(max(p.width for p in side) for side in (before, after))
    if widths[0] < _ALIKE * widths[1] or not all(_has_edge(side) for side in (before, after)):
        return False
    return min(len(before), len(after)) >= _LEAST_LINES or (shared >= 0 and _flows(before) and _flows(after))


def _is_banded(before: list[PageLine], after: list[PageLine]) -> bool:
    """Whether gaps go through both sides again and again, and both begin at one height below them, as
    between the rows of a table: paragraphs of two columns begin at heights of their own."""
    drops = [
        one.base - other.base
        for side in (before, after)
        for one, other in pairwise(sorted(side, key=lambda p: -p.base))
    ]
    usual = median(drops) if drops else 0.0
    bands: list[tuple[list[PageLine], list[PageLine]]] = []
    last: PageLine | None = None
    for piece, side in sorted(
        [*((p, 0) for p in before), *((p, 1) for p in after)], key=lambda o: -o[0].base
    ):
        if last is None or last.base - piece.base > max(_BAND * piece.size, _WIDER * usual):
            bands.append(([], []))
        bands[-1][side].append(piece)
        last = piece
    level = sum(bool(left and right) and abs(left[0].base - right[0].base) < _LEVEL for left, right in bands)
    return len(bands) >= _BANDS and level >= 0.8 * len(bands)


def _count_on(before: list[PageLine], after: list[PageLine]) -> bool:
    """Whether labels count down one side and go on at the top of the other, as they do in columns of equal
    paragraphs; across the rows of a table they would not."""
    sides = [
        [int(match[1]) for p in sorted(side, key=lambda p: -p.base) if (match := _COUNTED.match(p.text))]
        for side in (before, after)
    ]
    first, second = reversed(sides) if _is_rtl([*before, *after]) else sides
    counted = [*first, *second]
    return len(first) > 1 and len(second) > 0 and all(b == a + 1 for a, b in pairwise(counted))


def _is_rtl(pieces: Sequence[PageLine]) -> bool:
    return sum(p.rtl for p in pieces) * 2 > len(pieces)


def _is_filled(side: list[PageLine], room: float) -> bool:
    """Whether most lines fill their side; the last line of a column says nothing."""
    lines = sorted(side, key=lambda p: -p.base)
    lines = lines[:-1] if len(lines) < 2 * _LEAST_LINES else lines
    return sum(p.width >= _FILLED * room for p in lines) >= 0.5 * len(lines)


def _has_edge(side: list[PageLine]) -> bool:
    """Whether nearly all lines start, or nearly all end, at one place."""
    starts, ends = min(p.left for p in side), max(p.right for p in side)
    needed = 0.75 * len(side)
    return (
        sum(p.left - starts < _EDGE for p in side) >= needed
        or sum(ends - p.right < _EDGE for p in side) >= needed
    )


def _flows(side: list[PageLine]) -> bool:
    """Whether a sentence runs on from one line to the next, at the pitch of lines: cells of a table
    and signatures hold words of their own."""
    lines = sorted(side, key=lambda p: -p.base)
    return any(
        _GOES_ON.search(one.text) and _LOWER.match(other.text) and one.base - other.base < 2 * one.size
        for one, other in pairwise(lines)
    )


def _stretches(pieces: list[PageLine], gutter: Gutter, rtl: bool) -> list[list[PageLine]]:
    """Bands between full-width lines, each as its two columns; what goes over the page's whole width, short
    lines among full ones included, by itself."""
    result: list[list[PageLine]] = []
    sides: tuple[list[PageLine], list[PageLine]] = ([], [])
    single: list[PageLine] = []
    across = [piece for piece in pieces if piece.left < gutter.x < piece.right]
    across = sorted([*across, *_spread_rows(pieces, gutter)], key=lambda p: p.base)
    bases, reach = [piece.base for piece in across], max([1.0, *(piece.size for piece in pieces)])
    for piece in sorted(pieces, key=lambda p: -p.base):
        near = across[bisect_left(bases, piece.base - reach) : bisect_right(bases, piece.base + reach)]
        if not any(line is piece or same_line(line, piece) for line in near):
            sides[piece.left >= gutter.x].append(piece)
            continue
        below = _below_both(sides)
        if _are_columns(sides, gutter, rtl):
            result += [single, *_closed(sides, rtl=rtl)]
            single = below
        else:
            single += [*sides[0], *sides[1], *below]
        sides = ([], [])
        single.append(piece)
    if _are_columns(sides, gutter, rtl):
        result += [single, *_closed(sides, rtl=rtl)]
    else:
        result.append([*single, *sides[0], *sides[1]])
    return [stretch for stretch in result if stretch]


def _spread_rows(pieces: list[PageLine], gutter: Gutter) -> list[PageLine]:
    """Cells of a table over the whole width: two stand far apart in one column, and do not fill it from edge
    to edge as the words of a stretched line do."""
    rows: dict[tuple[int, bool], list[PageLine]] = {}
    for piece in sorted(pieces, key=lambda p: p.left):
        rows.setdefault((round(piece.base), piece.left >= gutter.x), []).append(piece)
    return [
        row[0]
        for (_, side), row in rows.items()
        if any(other.left - one.right > _FAR * one.size for one, other in pairwise(row))
        and not (
            abs(row[0].left - gutter.starts[side]) < _FLUSH
            and abs(row[-1].right - gutter.ends[side]) < _FLUSH
        )
    ]


def _below_both(sides: tuple[list[PageLine], list[PageLine]]) -> list[PageLine]:
    """Takes away what stands under both columns, set off by a gap: the heading of what follows over the whole
    width."""
    found: list[PageLine] = []
    for side, other in (sides, sides[::-1]):
        while len(side) > 1 and other and side[-1].base < other[-1].base:
            gap = side[-2].base - side[-1].base
            if gap < _BAND * side[-1].size:
                break
            found.insert(0, side.pop())
    return found


def _closed(sides: tuple[list[PageLine], list[PageLine]], *, rtl: bool) -> list[list[PageLine]]:
    """Left then right, or the other way round."""
    return [sides[1], sides[0]] if rtl else [sides[0], sides[1]]


def _are_columns(sides: tuple[list[PageLine], list[PageLine]], gutter: Gutter, rtl: bool) -> bool:
    """Whether pieces on both sides are columns. A lonely pair of pieces is one line, unless each stands at
    the edge of its column."""
    if min(len(sides[0]), len(sides[1])) >= 2:
        return True
    return all(sides) and all(_at_edge(side, gutter, n, rtl) for n, side in enumerate(sides))


def _at_edge(side: list[PageLine], gutter: Gutter, number: int, rtl: bool) -> bool:
    top = max(side, key=lambda p: p.base)
    return (
        abs(top.right - gutter.ends[number]) < _EDGE if rtl else abs(top.left - gutter.starts[number]) < _EDGE
    )
