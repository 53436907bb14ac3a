"""Tables drawn in plain characters, as Pandoc writes them into Markdown: a grid, or columns under dashes.

+------+------+      Port     Dues
| Port | Dues |      -------- ------
+======+======+      Harlow   12
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

_GRID = re.compile(r" {0,3}\+(?:[-=:]{3,}\+){1,40}\s*$")
_COLUMNS = re.compile(r" {0,8}-{2,}(?: +-{2,}){1,40}\s*$")
_FRAME = re.compile(r" {0,8}-{3,}\s*$")
HEAD = 6
"""Lines within which the dashes of a table's columns stand: a frame and a head of four lines above them."""
_MOST_LINES = 400
"""Lines of a table: pages of one are looked through no farther."""


class DrawnTable(NamedTuple):
    """The rows of a table, each cell as lines, and how many lines of the source it takes."""

    rows: list[list[str]]
    length: int


def may_begin(lines: Sequence[str]) -> bool:
    """Whether the first `HEAD` of some lines look like the beginning of a table."""
    return bool(_GRID.match(lines[0])) or any(map(_COLUMNS.match, lines))


def drawn_table(lines: Sequence[str]) -> DrawnTable | None:
    """The table that begins with the first of some lines; None where none does."""
    if _GRID.match(lines[0]):
        return _grid(lines)
    return _aligned(lines)


def _grid(lines: Sequence[str]) -> DrawnTable | None:
    """Rows between rules; the lines of one row are joined cell by cell."""
    rows: list[list[str]] = []
    row: list[list[str]] = []
    for at, line in enumerate(lines[1:_MOST_LINES], 1):
        bare = line.strip()
        if _GRID.match(line):
            rows += [["\n".join(cell).strip() for cell in row]] if row else []
            row = []
        elif bare.startswith("|") and bare.endswith("|"):
            cells = [cell.strip() for cell in bare[1:-1].split("|")]
            row = [[*before, cell] for before, cell in zip(row or [[]] * len(cells), cells, strict=False)]
        else:
            return DrawnTable(rows, at) if rows and not row else None
    return DrawnTable(rows, min(len(lines), _MOST_LINES)) if rows and not row else None


def _aligned(lines: Sequence[str]) -> DrawnTable | None:
    """Columns under dashes: with a frame rows are parted by blank lines, else each line is one."""
    framed = _FRAME.match(lines[0]) is not None
    rule = next((i for i, line in enumerate(lines[:HEAD]) if _COLUMNS.match(line)), -1)
    if rule < 0 or (not framed and (rule > 1 or (rule == 1 and not lines[0].startswith(" ")))):
        return None
    end = next((i for i in range(rule + 1, min(len(lines), _MOST_LINES)) if _ends(lines, i, rule, framed)), 0)
    if not end:
        return None
    starts = [match.start() for match in re.finditer("-+", lines[rule])]
    heads = lines[int(framed) : rule]
    body = list(lines[rule + 1 : end])
    groups = [heads, *(_parted(body) if framed else [[line] for line in body])]
    rows = [_cells(group, starts) for group in groups if any(map(str.strip, group))]
    closing = end < len(lines) and bool(lines[end].strip())
    return DrawnTable(rows, end + closing)


def _ends(lines: Sequence[str], at: int, rule: int, framed: bool) -> bool:
    """Whether the rows end before a line: with the frame, else with a blank line, or dashes where dashes
    begin the table."""
    if framed:
        return _FRAME.match(lines[at]) is not None
    if not rule and _COLUMNS.match(lines[at]):
        return True
    return bool(rule) and at > rule + 1 and not lines[at].strip()


def _parted(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        else:
            groups.append([])
    return groups


def _cells(lines: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The words of some lines column by column; a wide character takes two places."""
    cells = []
    placed = [_placed(line) for line in lines]
    for start, end in zip(starts, [*starts[1:], 10_000], strict=True):
        parts = ["".join(char for char, at in line if start <= at < end).strip() for line in placed]
        cells.append("\n".join(part for part in parts if part))
    return cells


def _placed(line: str) -> list[tuple[str, int]]:
    found, at = [], 0
    for char in line:
        found.append((char, at))
        at += 2 if east_asian_width(char) in "WF" else 1
    return found
