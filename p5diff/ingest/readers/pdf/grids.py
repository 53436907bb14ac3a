"""Tables with lines around their cells: what stands in a cell is told by the lines, not by gaps.

Lines that lie and lines that stand, and meet, make a grid. Its columns are the stretches between upright
lines, its rows those between lying ones; where a line is left out between two cells they are one. Each
letter belongs to the cell it stands in, however near the next cell's words are and at whatever height of
its row it is set.

Worked example. Three lying lines at the heights 700, 670 and 640 and four upright ones at 72, 150, 220 and
400 make two rows of three cells. A word at (160, 680) is of the second cell of the first row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from p5diff.ingest.readers.pdf.bars import Bar, chained
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine, merged, pieces
from p5diff.ingest.readers.pdf.tables import SMALLER
from p5diff.ingest.readers.pdf.tagged import join_rows

_MEET = 3.0
"""Points within which two lines meet: corners of cells are drawn as thick as their lines."""
_NARROWEST = 6.0
"""Points of a column or row at least: a double line is one."""
_LEAST = 2
"""Columns of a table, and rows of it with two cells or more that hold something: a frame around a paragraph
has one of each, a box with a heading one of two."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of one table."""

    level: tuple[Bar, ...]
    upright: tuple[Bar, ...]

    @property
    def left(self) -> float:
        return min(bar.left for bar in (*self.level, *self.upright))

    @property
    def right(self) -> float:
        return max(bar.right for bar in (*self.level, *self.upright))

    @property
    def bottom(self) -> float:
        return min(bar.bottom for bar in (*self.level, *self.upright))

    @property
    def top(self) -> float:
        return max(bar.top for bar in (*self.level, *self.upright))

    def rows(self) -> list[float]:
        """The heights between rows, from the bottom up, with both edges."""
        return _apart([self.bottom, *(bar.y for bar in self.level), self.top])

    def starts(self) -> list[float]:
        """Where columns begin, from left to right."""
        return _apart([self.left, *(bar.x for bar in self.upright), self.right])[:-1]

    def holds(self, line: PageLine) -> bool:
        """Whether a line stands inside of the table."""
        middle = line.base + 0.3 * line.size
        inside = self.left - _MEET < line.left and line.right < self.right + _MEET
        return inside and self.bottom < middle < self.top

    def crosses(self, line: PageLine) -> bool:
        """Whether a line stands partly inside."""
        middle = line.base + 0.3 * line.size
        level = self.bottom < middle < self.top and not self.holds(line)
        return level and line.left < self.right - _MEET and self.left + _MEET < line.right

    def cell_of(self, glyph: Glyph) -> tuple[int, int]:
        """The row, from the top, and the column, from the left, that a letter stands in, both from 0; of
        cells that are one, the first."""
        x, y = (glyph.left + glyph.right) / 2, glyph.base + 0.3 * glyph.size
        heights, starts = self.rows(), self.starts()
        row = max(0, min(len(heights) - 2, bisect_right(heights, y) - 1))
        column = max(0, bisect_right(starts, x) - 1)
        while row + 2 < len(heights) and not _lies(self.level, heights[row + 1], x):
            row += 1
        while column and not _stands(self.upright, starts[column], y):
            column -= 1
        return len(heights) - 2 - row, column


def _apart(places: Sequence[float]) -> list[float]:
    result: list[float] = []
    for place in sorted(places):
        if not result or place - result[-1] > _NARROWEST:
            result.append(place)
    return result


def _lies(bars: Sequence[Bar], y: float, x: float) -> bool:
    return any(abs(bar.y - y) <= _NARROWEST and bar.left - _MEET < x < bar.right + _MEET for bar in bars)


def _stands(bars: Sequence[Bar], x: float, y: float) -> bool:
    return any(abs(bar.x - x) <= _NARROWEST and bar.bottom - _MEET < y < bar.top + _MEET for bar in bars)


def with_grids(pages: Sequence[list[PageLine]], bars: Sequence[Sequence[Bar]]) -> list[list[PageLine]]:
    """The lines of each page with those inside of grids parted into cells (`row`, `cell`)."""
    result: list[list[PageLine]] = []
    for page, drawn in zip(pages, bars, strict=True):
        done = page
        for grid in _grids(drawn):
            done = _with_grid(done, grid)
        if result and done is not page:
            _go_on(result[-1], done)
        result.append(done)
    return result


def _go_on(before: Sequence[PageLine], page: Sequence[PageLine]) -> None:
    """Take a row that is cut by the end of a page for one, if the table is the last of one page, but for
    small notes, and the first of the next."""
    rows = [number for number, line in enumerate(before) if line.row]
    if not rows or not page or not page[0].row:
        return
    end = rows[-1] + 1
    if all(line.size < SMALLER * before[end - 1].size for line in before[end:]):
        join_rows(before[:end], page)


def _grids(bars: Sequence[Bar]) -> list[_Grid]:
    """The lines that meet each other, those of one table together."""
    level = chained([bar for bar in bars if bar.level])
    upright = [bar.turned() for bar in chained([bar.turned() for bar in bars if not bar.level])]
    found: list[_Grid] = []
    waiting = list(upright)
    while waiting:
        mine, lying = [waiting.pop()], list[Bar]()
        grown = True
        while grown:
            more = [bar for bar in level if bar not in lying and any(_meet(bar, one) for one in mine)]
            lying += more
            also = [bar for bar in waiting if any(_meet(one, bar) for one in lying)]
            mine += also
            waiting = [bar for bar in waiting if bar not in also]
            grown = bool(more or also)
        grid = _Grid(tuple(lying), tuple(mine))
        if lying and len(grid.starts()) >= _LEAST and len(grid.rows()) > _LEAST:
            found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def _meet(lying: Bar, standing: Bar) -> bool:
    across = lying.left - _MEET <= standing.x <= lying.right + _MEET
    return across and standing.bottom - _MEET <= lying.y <= standing.top + _MEET


def _with_grid(page: list[PageLine], grid: _Grid) -> list[PageLine]:
    """The page with the lines inside of a grid as cells, row by row, where the first of them stood; as it was
    where they make no table."""
    inside = [line for line in page if not line.row and grid.holds(line)]
    if not inside or any(grid.crosses(line) for line in page):
        return page
    cells: dict[tuple[int, int], list[list[Glyph]]] = {}
    for line in inside:
        for part in line.parts:
            for place, glyphs in _by_cell(part, grid).items():
                cells.setdefault(place, []).append(glyphs)
    rows = [row for row, _ in cells]
    if sum(rows.count(row) >= _LEAST for row in set(rows)) < _LEAST:
        return page
    first = page.index(inside[0])
    mine = {id(line) for line in inside}
    rtl = 2 * sum(line.rtl for line in inside) > len(inside)
    return [
        *(line for line in page[:first] if id(line) not in mine),
        *_cells(cells, inside[0], len(grid.starts()), first, rtl=rtl),
        *(line for line in page[first:] if id(line) not in mine),
    ]


def _by_cell(part: Sequence[Glyph], grid: _Grid) -> dict[tuple[int, int], list[Glyph]]:
    """The letters of a piece of a line, those of one cell together, with the spaces between them."""
    result: dict[tuple[int, int], list[Glyph]] = {}
    place: tuple[int, int] | None = None
    for glyph in part:
        if not glyph.text.isspace() or place is None:
            place = grid.cell_of(glyph)
        result.setdefault(place, []).append(glyph)
    return result


def _cells(
    cells: dict[tuple[int, int], list[list[Glyph]]], like: PageLine, columns: int, first: int, *, rtl: bool
) -> list[PageLine]:
    """The lines of all cells in reading order, with their rows and cells."""
    result: list[PageLine] = []
    for (row, column), parts in sorted(
        cells.items(), key=lambda item: (item[0][0], -item[0][1] if rtl else item[0][1])
    ):
        own = [piece for part in parts for piece in pieces(part, like.page)]
        for line in merged(own):
            line.column = like.column
            line.row = like.page * 10_000 + 5_000 + first + row
            line.cell = columns - column if rtl else column + 1
            result.append(line)
    return result
