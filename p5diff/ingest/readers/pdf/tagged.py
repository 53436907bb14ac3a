"""Lines of a tagged PDF: are its tags to be believed, and in what order do they put the lines?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.tables import SENTENCE_END, with_cells
from p5diff.ingest.readers.pdf.tags import NodeKind, TagNode

_LAST = 1 << 30
"""After all elements of a page."""
_BAD = 0.02
"""Share of the turns from element to element that may look wrong: a caption or a box stands anywhere."""
_FEW = 2
"""Wrong turns that decide even in a short document."""
_EDGE = 1.5
"""Points within which cells of one column begin."""


def is_sane(pages: Sequence[Sequence[PageLine]]) -> bool:
    """Whether the pages bear the elements out: their order goes down the page and on to the next column or
    page, none is a line that a sentence runs over, and none holds paragraphs that gaps part."""
    lines = [
        line for page in pages for line in page if line.node and line.node.kind is not NodeKind.FURNITURE
    ]
    units = len({line.node for line in lines})
    if not units:
        return False
    most = max(_FEW - 1, int(_BAD * units))
    cut = sum(_is_cut(one, other) for one, other in pairwise(lines))
    turns = [(own[0], last[-1]) for page in pages for last, own in pairwise(_in_turn(page))]
    back = sum(_is_above(line, before) for line, before in turns)
    beside = sum(_is_beside(line, before) for line, before in turns)
    return cut <= most and beside <= most and back <= most and _gapped(pages) <= most


def _is_beside(line: PageLine, before: PageLine) -> bool:
    """Whether a paragraph begins beside the end of the one before it: a table that is not said to be one."""
    return abs(line.base - before.base) < 0.3 * line.size


def _is_cut(one: PageLine, other: PageLine) -> bool:
    """Whether two lines of one sentence, one below the other, are said to be of two paragraphs."""
    if one.node is None or other.node is None or one.node.root is other.node.root:
        return False
    if {one.node.kind, other.node.kind} - {NodeKind.PARAGRAPH} or one.page != other.page:
        return False
    drop = one.base - other.base
    close = 0 < drop < 1.6 * one.size and abs(one.size - other.size) < 0.05 * one.size
    runs = one.text[-1:].isalpha() and one.text[-1:].islower() and other.text[:1].islower()
    wide = one.width > 0.9 * other.width and abs(one.left - other.left) < one.size
    return close and runs and wide and one.bold == other.bold


def _in_turn(page: Sequence[PageLine]) -> list[list[PageLine]]:
    """The lines of each paragraph of a page as the file writes them, in the order of the tree."""
    places: dict[TagNode, list[PageLine]] = defaultdict(list)
    for line in page:
        if line.node and line.node.kind not in (NodeKind.FURNITURE, NodeKind.NOTE, NodeKind.CELL):
            places[line.node].append(line)
    return [sorted(places[node], key=_written) for node in sorted(places, key=lambda node: node.order)]


def _written(line: PageLine) -> int:
    """Its place in the order in which the file draws things."""
    return min(glyph.index for part in line.parts for glyph in part if not glyph.text.isspace())


def _is_above(line: PageLine, before: PageLine) -> bool:
    """Whether a paragraph begins above the end of the one before it, in the same column."""
    shared = min(line.right, before.right) - max(line.left, before.left)
    return line.base > before.base + before.size and shared > 0.5 * min(line.width, before.width)


def _gapped(pages: Sequence[Sequence[PageLine]]) -> int:
    """How many paragraphs hold a gap that parts paragraphs elsewhere: twice the distance of their lines."""
    result = 0
    for page in pages:
        bases: dict[TagNode, list[float]] = defaultdict(list)
        for line in page:
            if line.node and line.node.kind in (NodeKind.PARAGRAPH, NodeKind.ITEM):
                bases[line.node].append(line.base)
        for heights in bases.values():
            drops = [a - b for a, b in pairwise(heights) if a > b]
            result += len(drops) > 1 and max(drops) > 1.7 * min(drops)
    return result


def in_tree_order(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines of each page as the tree orders their elements, with rows and cells; untagged lines stay
    behind the line they stood behind, notes come last. Columns are counted anew where the order changes."""
    result = [_with_cells(_page_in_order(page)) for page in pages]
    for before, page in pairwise(result):
        join_rows([line for line in before if line.node and line.node.kind is not NodeKind.NOTE], page)
    filled: dict[int, set[int]] = defaultdict(set)
    lines = [line for page in result for line in page if line.row]
    for line in lines:
        filled[line.row].add(line.cell)
    for line in lines:
        if len(filled[line.row]) == 1:
            line.row = line.cell = 0  # the only words of their row: a table serves to place them
    return result


def _with_cells(page: Sequence[PageLine]) -> list[PageLine]:
    """The page with what stands apart in its untagged lines parted, as in files without tags."""
    result: list[PageLine] = []
    for tagged, lines in groupby(page, key=lambda line: line.node is not None):
        stretch = list(lines)
        result += stretch if tagged else with_cells([stretch])[0]
    return result


def _page_in_order(page: Sequence[PageLine]) -> list[PageLine]:
    place = 0
    keyed: list[tuple[int, int, PageLine]] = []
    for number, line in enumerate(page):
        if line.node and line.node.kind is not NodeKind.FURNITURE:
            place = line.node.order if line.node.kind is not NodeKind.NOTE else _LAST
            if line.node.kind is NodeKind.CELL:
                line.row, line.cell = line.node.row, line.node.cell
        keyed.append((place, number, line))
    ordered = [line for _, _, line in sorted(keyed, key=lambda key: key[:2])]
    if ordered != list(page) and not any(line.row for line in ordered):
        column = 0
        for last, line in pairwise([ordered[0], *ordered]):
            column += line.base > last.base + 0.5 * line.size
            line.column = column
    return ordered


def _number_by_place(row: Sequence[PageLine], before: Sequence[PageLine]) -> None:
    """Number the cells of a row that begins a page by the columns of the table above, where it has fewer
    cells and each begins in a column: some programs number those anew that alone go on over the page."""
    columns: dict[int, set[float]] = defaultdict(set)
    for line in before:
        if line.row:
            columns[line.cell].add(_beginning(line))
    if len({line.cell for line in row}) >= len(columns):
        return
    places = [
        [cell for cell, edges in columns.items() if any(abs(_beginning(line) - e) < _EDGE for e in edges)]
        for line in row
    ]
    if all(len(found) == 1 for found in places):
        for line, found in zip(row, places, strict=True):
            line.cell = found[0]


def _beginning(line: PageLine) -> float:
    return line.right if line.rtl else line.left


def join_rows(before: Sequence[PageLine], page: Sequence[PageLine]) -> None:
    """Where a page ends with a row of a table and the next begins with one, take the two for one if the
    second has no first cell, or its cells go on amid a sentence, or no cell of it is one of the first: some
    programs begin all elements anew."""
    if not before or not page or not before[-1].row or not page[0].row or before[-1].row == page[0].row:
        return
    above = {line.cell: line for line in before if line.row == before[-1].row}
    below = [line for line in page if line.row == page[0].row]
    _number_by_place(below, before)
    first = {line.cell: line for line in reversed(below)}
    inside = all(
        cell in above and line.text[:1].islower() and not SENTENCE_END.search(above[cell].text)
        for cell, line in first.items()
    )
    apart = not above.keys() & first.keys()  # a cell set at the middle of its row may stay behind alone
    if inside or apart or (1 in above and 1 not in first):
        for line in below:
            line.row = before[-1].row
