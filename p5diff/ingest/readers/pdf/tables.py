"""Tables on a page: rows of cells that stand below each other, apart from the words of a line.

A row becomes one paragraph, its cells in reading order. A single row of far pieces is no table: its
pieces (the two sides of a letterhead, two signatures) are lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from p5diff.ingest.readers.pdf.lines import PageLine, measured
from p5diff.ingest.readers.pdf.paragraphs import LABEL

_CELL_GAP = 1.5
"""Ems between two cells at least; stretched word spaces stay below."""
_FAR = 3.0
"""Ems between two pieces of one line that have nothing to do with each other."""
_EDGE = 4.0
"""Cells of one column start, or end, within so many points of each other."""
_NUMBER = re.compile(r"[\w/.()-]{1,10}[.):]")
"""A number that stands before its title: "78/272."."""
_LEAST_ROWS = 3
"""Full rows of a table: two lines that happen to have a gap are none."""
_ROW_GAP = 1.2
"""How much farther apart lines of two rows stand than lines of one, where that is shown at all."""


def with_cells(lines: list[PageLine]) -> list[PageLine]:
    """The lines of one page with those of tables parted into cells (`row`, `cell`), and lines of far
    pieces into lines of their own (`alone`)."""
    split = [_cells(line) for line in lines]
    result: list[PageLine] = []
    index = 0
    while index < len(lines):
        end = _table_end(lines, split, index)
        if end > index:
            result += _rows(split[index:end], lines[index].page * 10_000 + index + 1)
            index = end
            continue
        result += _alone(lines[index], split[index])
        index += 1
    return result


def _cells(line: PageLine) -> list[PageLine]:
    """The pieces of a line that stand apart, from left to right."""
    parts = sorted(line.parts, key=lambda part: min(g.left for g in part if not g.text.isspace()))
    cells: list[PageLine] = []
    for part in parts:
        piece = measured(PageLine([part], line.page))
        if cells and piece.left - cells[-1].right < _CELL_GAP * line.size:
            cells[-1].parts.append(part)
            measured(cells[-1])
        else:
            cells.append(piece)
    for cell in cells:
        cell.column = line.column
    return cells


def _text(cell: PageLine) -> str:
    return "".join(g.text for part in cell.parts for g in part).strip()


def _is_labelled(cells: Sequence[PageLine]) -> bool:
    """A label that hangs out before its text."""
    text = _text(cells[0])
    return len(cells) == 2 and bool(_NUMBER.fullmatch(text) or (len(text) <= 6 and LABEL.match(f"{text} ")))


def _table_end(lines: Sequence[PageLine], split: Sequence[list[PageLine]], start: int) -> int:
    """The end of the table that starts with this line; the start itself where there is none."""
    if len(split[start]) < 2 or _is_labelled(split[start]):
        return start
    columns = [(cell.left, cell.right) for cell in split[start]]
    full = many = 0
    end = start
    for index in range(start, len(lines)):
        cells = split[index]
        if index > start and not _goes_on(lines[index - 1], lines[index], cells, columns):
            break
        if len(cells) > 1:
            full += 1
            many += len(cells) > 2
            end = index + 1
        columns = _widened(columns, cells)
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], split[end], columns):
        end += 1
    return end if full >= _LEAST_ROWS or (full >= 2 and many >= 2) else start


def _widened(columns: list[tuple[float, float]], cells: Sequence[PageLine]) -> list[tuple[float, float]]:
    """The columns with the cells of one more line in them; a cell that stands in none opens one."""
    result = list(columns)
    for cell in cells:
        at = next((n for n, column in enumerate(result) if _stands_in(cell, column)), None)
        if at is None:
            result.append((cell.left, cell.right))
        else:
            result[at] = (min(result[at][0], cell.left), max(result[at][1], cell.right))
    return sorted(result)


def _goes_on(
    last: PageLine, line: PageLine, cells: Sequence[PageLine], columns: Sequence[tuple[float, float]]
) -> bool:
    """Whether a line belongs to the table above it: its cells stand in columns of it."""
    if line.column != last.column or last.base - line.base > 4 * line.size or _is_labelled(cells):
        return False
    if len(cells) == 1:
        return any(_stands_in(cells[0], column) for column in columns) and _fits(cells[0], columns)
    return sum(any(_stands_in(cell, column) for column in columns) for cell in cells) >= 2


def _fits(cell: PageLine, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a cell keeps to one column: a line of text below the table runs over several."""
    inside = [column for column in columns if cell.left < column[1] and column[0] < cell.right]
    return len(inside) == 1 and len(columns) > 1


def _stands_in(cell: PageLine, column: tuple[float, float]) -> bool:
    middle = abs(cell.left + cell.right - column[0] - column[1]) / 2
    return min(abs(cell.left - column[0]), abs(cell.right - column[1]), middle) < _EDGE


def _same_column(one: PageLine, other: PageLine) -> bool:
    return _stands_in(one, (other.left, other.right))


def _rows(split: Sequence[list[PageLine]], number: int) -> list[PageLine]:
    """The cells of a table's lines, each with its row and its place in it. Where gaps show the rows, they
    part them, else a row begins with each line that has a first cell."""
    widest = max(split, key=len)
    drops = [above[0].base - below[0].base for above, below in pairwise(split)]
    shown = max(drops, default=0.0) > _ROW_GAP * min(drops, default=0.0)
    result: list[PageLine] = []
    rtl = sum(cell.rtl for cells in split for cell in cells) * 2 > sum(map(len, split))
    row = number
    for index, cells in enumerate(split):
        first = min(cells, key=lambda c: -c.right if rtl else c.left)
        edge = max(widest, key=lambda c: c.right) if rtl else min(widest, key=lambda c: c.left)
        if index:
            parted = drops[index - 1] > _ROW_GAP * min(drops) if shown else _same_column(first, edge)
            row += parted
        for cell in sorted(cells, key=lambda c: -c.right if rtl else c.left):
            cell.row = row
            nearest = min(range(len(widest)), key=lambda n: _distance(widest[n], cell))
            cell.cell = len(widest) - nearest if rtl else nearest + 1
            result.append(cell)
    return result


def _distance(column: PageLine, cell: PageLine) -> float:
    return min(
        abs(column.left - cell.left),
        abs(column.right - cell.right),
        abs(column.left + column.right - cell.left - cell.right) / 2,
    )


def _alone(line: PageLine, cells: list[PageLine]) -> list[PageLine]:
    """The line itself, or its pieces where they are far from each other and each has words."""
    far = len(cells) > 1 and all(b.left - a.right > _FAR * line.size for a, b in pairwise(cells))
    if not far or _is_labelled(cells) or any(sum(c.isalnum() for c in _text(cell)) < 3 for cell in cells):
        return [line]
    for cell in cells:
        cell.alone = True
    return sorted(cells, key=lambda c: -c.right) if line.rtl else cells
