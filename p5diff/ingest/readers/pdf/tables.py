"""Tables on a page: rows of cells that stand below each other, apart from the words of a line.

A row becomes one paragraph, its cells in reading order. A single row of far pieces is no table: its
pieces (the two sides of a letterhead, two signatures) are lines of their own. A table that ends a page
goes on at the top of the next where lines there stand in its columns.

Worked example. A page ends with the row "LC/1 | Report of the", and the next one begins with "keepers"
under the second of these cells and then "LC/2 | Agenda": the rows are "LC/1 | Report of the keepers"
and "LC/2 | Agenda".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from p5diff.ingest.readers.pdf.bidi import drawn
from p5diff.ingest.readers.pdf.lines import LABEL, PageLine, measured

_CELL_GAP = 1.5
"""Ems between two cells at least; stretched word spaces stay below."""
_FAR = 3.0
"""Ems between two pieces of one line that have nothing to do with each other."""
_EDGE = 4.0
"""Cells of one column start, or end, within so many points of each other."""
_NUMBER = re.compile(r"[\w/.()-]{1,10}[.):]")
"""A number that stands before its title: "78/272."."""
_FIGURE = re.compile(r"[-+−]?\d[\d.,\s]{0,12}%?")
_NARROW_CELL = 0.5
"""Ems between two cells at least where other rows show that a cell starts there; spaces are half as wide."""
_SAME = 1.5
"""Points between starts of cells that are one: programs set them to a fraction of a point."""
_JUSTIFIED = 3
"""Whole lines that end at one place before a column counts as justified."""
_DEEPEST = 4.0
"""Ems between the starts of a paragraph's first and second line: labels and indents are no deeper."""
SMALLER = 0.9
"""Of a table's type size: what stands below it in smaller type are notes, and it may go on over the page."""
_ACROSS = 10.0
"""Ems between the two sides of a letterhead; a letter that belongs to its line stands nearer."""
SENTENCE_END = re.compile(r"[.!?…。！？:：;；؟]\s*$")
"""After it no cell goes on over the page; what closes a quotation or bracket may stand amid a sentence."""
_BREAK = 1.7
"""Ems between the baselines of two lines of one paragraph at most: they stand 1.2 to 1.5 apart."""
_TURNED = str.maketrans("()[]", ")(][")
_LEAST_ROWS = 3
"""Full rows of a table: two lines that happen to have a gap are none."""
_ROW_GAP = 1.2
"""How much farther apart lines of two rows stand than lines of one, where that is shown at all."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A table that ends a page: its columns, and the cells of its last row by their numbers."""

    columns: list[tuple[float, float]]
    row: int
    cells: dict[int, PageLine]
    rtl: bool
    size: float


def with_cells(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines of each page with those of tables parted into cells (`row`, `cell`), and lines of far
    pieces into lines of their own (`alone`)."""
    split = [[[line] if line.row else _cells(line) for line in page] for page in pages]
    result: list[list[PageLine]] = []
    above: _Open | None = None
    for number, page in enumerate(pages):
        following = (pages[number + 1], split[number + 1]) if number + 1 < len(pages) else ((), ())
        done, above = _page_with_cells(page, split[number], above, following)
        result.append(done)
    return result


_Next = tuple[Sequence[PageLine], Sequence[list[PageLine]]]
"""The lines of the page after, whole and as cells."""


def _page_with_cells(
    lines: Sequence[PageLine], split: list[list[PageLine]], above: _Open | None, following: _Next
) -> tuple[list[PageLine], _Open | None]:
    result: list[PageLine] = []
    index = 0
    ends: _Open | None = None
    if above:
        index = _lead(lines, split, above)
        result += [_continued(cell, above) for cells in split[:index] for cell in cells]
        ends = above if index else None
    known = above.columns if above else []
    while index < len(lines):
        if lines[index].row:  # of a table whose lines are drawn
            result.append(lines[index])
            ends, known = None, []
            index += 1
            continue
        end = _table_end(lines, split, index, known, following)
        if end == index:
            end = _end_below_head(lines, split, index, following)
        known = []
        if end > index:
            rows = _rows(split[index:end], lines[index].page * 10_000 + index + 1)
            result += rows
            ends = _open(rows, split[index:end])
            index = end
            continue
        result += _alone(lines, split, index)
        if ends and lines[index].size >= SMALLER * ends.size:
            ends = None
        index += 1
    return result, ends


def _open(rows: Sequence[PageLine], split: Sequence[list[PageLine]]) -> _Open:
    columns: list[tuple[float, float]] = []
    for cells in split:
        columns = _widened(columns, cells)
    last = rows[-1].row
    ends = {line.cell: line for line in rows if line.row == last}
    rtl = sum(line.rtl for line in rows) * 2 > len(rows)
    return _Open(columns, last, ends, rtl, max(line.size for line in rows))


def _lead(lines: Sequence[PageLine], split: Sequence[list[PageLine]], above: _Open) -> int:
    """How many lines at the top of a page belong to the last row of the page before: those whose cells all
    stand in columns of it, none in the first; or whose cells all go on amid a sentence."""
    first = int(_goes_on_inside(split, above))
    outer = max(above.columns, key=lambda c: c[1]) if above.rtl else min(above.columns)
    for index in range(first, len(lines)):
        cells = split[index]
        if lines[index].row:
            return index
        gapped = index and lines[index - 1].base - lines[index].base > _BREAK * lines[index].size
        if gapped or any(_stands_in(cell, outer) for cell in cells):
            return index
        if not all(
            any(_stands_in(cell, column) for column in above.columns) and _fits(cell, above.columns)
            for cell in cells
        ):
            return index
    return len(lines)


def _goes_on_inside(split: Sequence[list[PageLine]], above: _Open) -> bool:
    if not split or len(split[0]) < 2:
        return False
    cells = [(_column_of(cell, above), cell) for cell in split[0]]
    before = [(above.cells.get(number), cell) for number, cell in cells]
    return all(
        old is not None and _text(cell)[:1].islower() and not SENTENCE_END.search(_text(old))
        for old, cell in before
    )


def _column_of(cell: PageLine, above: _Open) -> int:
    """The number of the column that a cell stands in, in reading order from 1."""
    nearest = min(range(len(above.columns)), key=lambda n: _off(cell, above.columns[n]))
    return len(above.columns) - nearest if above.rtl else nearest + 1


def _continued(cell: PageLine, above: _Open) -> PageLine:
    cell.row, cell.cell = above.row, _column_of(cell, above)
    return cell


def _cells(line: PageLine) -> list[PageLine]:
    """The pieces of a line that stand apart, from left to right."""
    if line.whole:
        return [line]
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
    if len(cells) != 2:
        return False
    if cells[0].rtl:
        text = _text(cells[1])
        looks = (text, text[::-1].translate(_TURNED), "".join(drawn(list(text))))
        return len(text) <= 6 and any(LABEL.match(f"{look} ") for look in looks)
    text = _text(cells[0])
    return bool(_NUMBER.fullmatch(text) or (len(text) <= 6 and LABEL.match(f"{text} ")))


def _table_end(
    lines: Sequence[PageLine],
    split: Sequence[list[PageLine]],
    start: int,
    known: list[tuple[float, float]],
    following: _Next,
) -> int:
    """The end of the table that starts with this line; the start itself where there is none. `known` are
    the columns of a table that ends the page before: one row is enough to go on with it. Where this page
    ends with a row, those at the top of the next one count with it."""
    if len(split[start]) < 2 or _is_labelled(split[start]):
        return start
    goes_on = bool(known) and all(any(_stands_in(cell, c) for c in known) for cell in split[start])
    columns = known if goes_on else [(cell.left, cell.right) for cell in split[start]]
    end, full, many, columns = _run(lines, split, start, columns)
    if not all(line.size < SMALLER * lines[start].size for line in lines[end:]):
        following = ((), ())
    if full and following[0]:
        rtl = sum(cell.rtl for cells in split[start:end] for cell in cells) * 2 > full
        begins = _lead(*following, _Open(columns, 0, {}, rtl, 0.0))
        first = following[1][begins] if begins < len(following[1]) else []
        if len(first) > 1 and all(any(_stands_in(cell, column) for column in columns) for cell in first):
            _, more, many_more, _ = _run(*following, begins, columns)
            full, many = full + more, many + many_more
    return end if goes_on or full >= _LEAST_ROWS or (full >= 2 and many >= 2) else start


def _end_below_head(
    lines: Sequence[PageLine], split: list[list[PageLine]], index: int, following: _Next
) -> int:
    """The end of the table of which this line holds the heads of columns, too near each other to be told
    apart but for the cells below, one for each column; they are parted then. The line itself otherwise."""
    if len(split[index]) != 1 or lines[index].whole or index + 1 == len(lines) or lines[index + 1].row:
        return index
    end = _table_end(lines, split, index + 1, [], following)
    if end == index + 1:
        return index
    columns: list[tuple[float, float]] = []
    for cells in _recut(split[index + 1 : end], rtl=lines[index].rtl):
        columns = _widened(columns, cells)
    heads = list(_cut(lines[index], split[index], columns))
    if len(heads) != len(columns) or not _goes_on(lines[index], lines[index + 1], split[index + 1], columns):
        return index
    split[index] = heads
    return end


def _run(
    lines: Sequence[PageLine],
    split: Sequence[list[PageLine]],
    start: int,
    columns: list[tuple[float, float]],
) -> tuple[int, int, int, list[tuple[float, float]]]:
    """How far rows follow each other, how many have two cells and three, and the columns they make."""
    full = many = 0
    end = start
    for index in range(start, len(lines)):
        cells = _cut(lines[index], split[index], columns)
        if index > start and not _goes_on(lines[index - 1], lines[index], cells, columns):
            break
        if len(cells) > 1:
            full += 1
            many += len(cells) > 2
            end = index + 1
        columns = _widened(columns, cells)
    nearest = min((a.base - b.base for a, b in pairwise(lines[start:end])), default=inf)
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], split[end], columns):
        if lines[end - 1].base - lines[end].base > _ROW_GAP * nearest:
            break  # a second line of a cell stands no farther off than rows do: this one is below the table
        end += 1
    return end, full, many, columns


def _cut(
    line: PageLine, cells: Sequence[PageLine], columns: Sequence[tuple[float, float]]
) -> Sequence[PageLine]:
    """The cells of a line; a single one is cut where a column of the table above begins, unless a piece runs
    over several columns: a line of text, one of whose spaces stands there by chance."""
    if len(cells) != 1 or line.whole:
        return cells
    starts = [column[1] if line.rtl else column[0] for column in columns]
    pieces = _cut_at(cells[0], starts, rtl=line.rtl)
    return pieces if all(_fits(piece, columns) for piece in pieces) else cells


def _widened(columns: list[tuple[float, float]], cells: Sequence[PageLine]) -> list[tuple[float, float]]:
    """The columns with the cells of one more line in them; a cell that stands in none opens one. Where two
    cells share a column, it was one of two heads that stand near each other, and they take its place."""
    result = [c for c in columns if sum(cell.left < c[1] and c[0] < cell.right for cell in cells) < 2]
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
    if line.row or line.column != last.column or last.base - line.base > 4 * line.size or _is_labelled(cells):
        return False
    if len(cells) == 1:
        return any(_stands_in(cells[0], column) for column in columns) and _fits(cells[0], columns)
    return sum(any(_stands_in(cell, column) for column in columns) for cell in cells) >= 2


def _fits(cell: PageLine, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a cell keeps to one column: a line of text below the table runs over several."""
    inside = [column for column in columns if cell.left < column[1] and column[0] < cell.right]
    return len(inside) == 1 and len(columns) > 1


def _stands_in(cell: PageLine, column: tuple[float, float]) -> bool:
    return _off(cell, column) < _EDGE


def _recut(split: Sequence[list[PageLine]], *, rtl: bool) -> list[list[PageLine]]:
    """The cells with those cut that hold two: a long word leaves less room to the next cell than parts
    cells elsewhere, but that one starts where other rows have cells that start there."""
    edges = [cell.right if rtl else cell.left for cells in split if len(cells) > 1 for cell in cells]
    near = [_beginnings(cell, rtl=rtl) for cells in split for cell in cells]
    starts = [edge for edge in edges if _is_start(edge, edges, near)]
    return [[piece for cell in cells for piece in _cut_at(cell, starts, rtl=rtl)] for cells in split]


def _beginnings(cell: PageLine, *, rtl: bool) -> list[float]:
    """Where words of a cell begin behind a gap that may part two cells."""
    glyphs = sorted((g for part in cell.parts for g in part if not g.text.isspace()), key=lambda g: g.left)
    wide = [(a, b) for a, b in pairwise(glyphs) if b.left - a.right > _NARROW_CELL * cell.size]
    return [a.right if rtl else b.left for a, b in wide]


def _is_start(edge: float, edges: Sequence[float], near: Sequence[Sequence[float]]) -> bool:
    """Whether cells begin at a place: two rows show it by their gaps, or one does and narrower gaps of two
    more end there."""
    shown = sum(abs(edge - other) < _SAME for other in edges)
    narrow = sum(any(abs(edge - place) < _SAME for place in places) for places in near)
    return shown > 1 or narrow > 1


def _cut_at(cell: PageLine, starts: Sequence[float], *, rtl: bool) -> list[PageLine]:
    glyphs = sorted((g for part in cell.parts for g in part if not g.text.isspace()), key=lambda g: g.left)
    for one, two in pairwise(glyphs):
        edge = one.right if rtl else two.left
        wide = two.left - one.right > _NARROW_CELL * cell.size
        if wide and any(abs(edge - start) < _SAME for start in starts):
            place = (one.right + two.left) / 2
            halves = [
                [[g for g in part if (g.left + g.right < 2 * place) == before] for part in cell.parts]
                for before in (True, False)
            ]
            parts = [[p for p in half if any(not g.text.isspace() for g in p)] for half in halves]
            pieces = [measured(PageLine(part, cell.page, column=cell.column)) for part in parts]
            return [pieces[0], *_cut_at(pieces[1], starts, rtl=rtl)]
    return [cell]


def _off(cell: PageLine, column: tuple[float, float]) -> float:
    """How far a cell is from starting, ending or being centred where a column does (points)."""
    middle = abs(cell.left + cell.right - column[0] - column[1]) / 2
    return min(abs(cell.left - column[0]), abs(cell.right - column[1]), middle)


def _same_column(one: PageLine, other: PageLine) -> bool:
    return _stands_in(one, (other.left, other.right))


def _rows(split: Sequence[list[PageLine]], number: int) -> list[PageLine]:
    """The cells of a table's lines, each with its row and its place in it. Where gaps show the rows, they
    part them, else a row begins with each line that has a first cell."""
    rtl = sum(cell.rtl for cells in split for cell in cells) * 2 > sum(map(len, split))
    split = _recut(split, rtl=rtl)
    widest = max(split, key=len)
    drops = [above[0].base - below[0].base for above, below in pairwise(split)]
    shown = max(drops, default=0.0) > _ROW_GAP * min(drops, default=0.0) and not _are_rows(split, drops)
    result: list[PageLine] = []
    row = number
    for index, cells in enumerate(split):
        first = min(cells, key=lambda c: -c.right if rtl else c.left)
        edge = max(widest, key=lambda c: c.right) if rtl else min(widest, key=lambda c: c.left)
        if index:
            parted = drops[index - 1] > _ROW_GAP * min(drops) if shown else _same_column(first, edge)
            row += parted
        for cell in sorted(cells, key=lambda c: -c.right if rtl else c.left):
            cell.row = row
            nearest = min(range(len(widest)), key=lambda n: _off(cell, (widest[n].left, widest[n].right)))
            cell.cell = len(widest) - nearest if rtl else nearest + 1
            result.append(cell)
    return result


def _are_rows(split: Sequence[list[PageLine]], drops: Sequence[float]) -> bool:
    """Whether lines that no gap parts are rows all the same, as where a gap stands below the head alone: each
    of them has all cells, and a column of figures or several lines in a row go on in none."""
    stretches: list[list[list[PageLine]]] = [[split[0]]]
    for drop, cells in zip(drops, split[1:], strict=True):
        if drop > _ROW_GAP * min(drops):
            stretches.append([])
        stretches[-1].append(cells)
    most = max(map(len, split))
    several = [stretch for stretch in stretches if len(stretch) > 1]
    return all(
        all(len(cells) == most for cells in one)
        and (
            _has_figures(one)
            or (len(one) > 2 and not any(_goes_on_low(c) for cells in one[1:] for c in cells))
        )
        for one in several
    )


def _goes_on_low(cell: PageLine) -> bool:
    """Whether a cell begins as the second line of one does: in lower case."""
    return _text(cell)[:1].islower()


def _has_figures(stretch: Sequence[list[PageLine]]) -> bool:
    """Whether a column holds a figure and nothing else in each of these lines."""
    return any(
        all(_FIGURE.fullmatch(_text(cells[number])) for cells in stretch) for number in range(len(stretch[0]))
    )


def _alone(lines: Sequence[PageLine], split: Sequence[list[PageLine]], index: int) -> list[PageLine]:
    """The line itself, or its pieces where they are far from each other and each has words."""
    line, cells = lines[index], split[index]
    far = len(cells) > 1 and all(b.left - a.right > _FAR * line.size for a, b in pairwise(cells))
    if not far or _is_labelled(cells) or not all(_has_words(cells, n, line.size) for n in range(len(cells))):
        return [line]
    if _is_stretched(lines, split, index):
        return [line]
    inner = cells[-1] if line.rtl else cells[0]
    below = lines[index + 1] if index + 1 < len(lines) and len(split[index + 1]) == 1 else None
    if len(cells) == 2 and below and _is_under(below, inner):
        # one side of the letterhead has a second line: the other side goes first, as a line of its own
        outer = cells[0] if line.rtl else cells[1]
        outer.alone = True
        return [outer, inner]
    for cell in cells:
        cell.alone = True
    return sorted(cells, key=lambda c: -c.right) if line.rtl else cells


def _has_words(cells: Sequence[PageLine], number: int, size: float) -> bool:
    """Whether a piece is something by itself: words, or the letter of a series of documents that stands at
    the other side of the page."""
    text = _text(cells[number])
    if sum(c.isalnum() for c in text) >= 3:
        return True
    last = number == len(cells) - 1 > 0
    return last and len(text) == 1 and text.isupper() and cells[-1].left - cells[-2].right > _ACROSS * size


def _is_under(below: PageLine, cell: PageLine) -> bool:
    """Whether the next line goes on with one piece of a line: same edge, same type, close below."""
    edge = abs(below.right - cell.right) if cell.rtl else abs(below.left - cell.left)
    alike = abs(below.size - cell.size) < 0.1 * cell.size and below.bold == cell.bold
    return (
        edge < _EDGE and alike and below.column == cell.column and cell.base - below.base < _BREAK * cell.size
    )


def _is_stretched(lines: Sequence[PageLine], split: Sequence[list[PageLine]], index: int) -> bool:
    """Whether a line is one of a justified paragraph, stretched to fill it: it ends where several whole
    lines of its column do, and the next one goes on below it, or the one above goes on in it."""
    line = lines[index]
    column = [o for n, o in enumerate(lines) if o.column == line.column and len(split[n]) == 1]
    ends = sum(abs(_end(o) - _end(line)) < _EDGE for o in column)
    if ends < _JUSTIFIED:
        return False
    above, below = index - 1, index + 1
    near = [
        lines[other]
        for other in (above, below)
        if 0 <= other < len(lines)
        and lines[other].column == line.column
        and 0 < abs(lines[other].base - line.base) < _BREAK * line.size
        and abs(lines[other].size - line.size) < 0.1 * line.size
    ]
    return any(abs(_start(o) - _start(line)) < _DEEPEST * line.size for o in near)


def _start(line: PageLine) -> float:
    return -line.right if line.rtl else line.left


def _end(line: PageLine) -> float:
    return -line.left if line.rtl else line.right
