"""Heads of tables that a program prints again at the top of each page that the table goes on to.

They stand once in the text. Where a page ends with a table, and the next one begins with a row that says
what the table's first row does, that row belongs to the page, and a row that goes on below it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from p5diff.ingest.readers.pdf.furniture import Furniture, PageRow
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.tables import SMALLER
from p5diff.ingest.readers.pdf.tagged import join_rows
from p5diff.ingest.readers.pdf.tags import NodeKind
from p5diff.model.setaside import SetAsideReason

Head = dict[int, str]
"""The number of each cell of a row and its text."""


def take_repeated(pages: Sequence[list[PageLine]], away: Sequence[Furniture]) -> None:
    """Take repeated heads off the pages, whose lines have their texts, and put them with the furniture."""
    head: Head = {}
    for before, page, aside in zip(pages, pages[1:], away[1:], strict=False):
        table = _last_table(before)
        if not table or not page or not page[0].row:
            head = {}
            continue
        head = head or _row(table, table[0].row)
        if len(head) > 1 and _row(page, page[0].row) == head:
            mine = [line for line in page if line.row == page[0].row]
            aside.rows.append((PageRow(mine), SetAsideReason.RUNNING_HEAD))
            page[:] = [line for line in page if line.row != mine[0].row]
            join_rows(table, page)
        following = _last_table(page)
        if not following or following[0] is not page[0]:
            head = {}  # another table ends this page


def _last_table(page: Sequence[PageLine]) -> list[PageLine]:
    """The lines of the table that ends a page, notes below it aside; empty where something else does."""
    end = len(page)
    rows = [line for line in page if line.row]
    while end and rows and not page[end - 1].row:
        line = page[end - 1]
        note = line.node is not None and line.node.kind is NodeKind.NOTE
        if not (note or line.size < SMALLER * rows[-1].size):
            return []
        end -= 1
    start = end
    while start and page[start - 1].row:
        start -= 1
    return list(page[start:end])


def _row(lines: Sequence[PageLine], number: int) -> Head:
    """The texts of a row's cells."""
    texts: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.row == number:
            texts[line.cell].append(line.text)
    return {cell: " ".join(parts) for cell, parts in texts.items()}
