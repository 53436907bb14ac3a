"""Rows as CSV that is safe to open: no hidden characters, and no cell that starts a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from p5diff.text.visible import visible

_STARTS = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width forms too."""


_COMMAND = re.compile(r"(?m)^(?=[^\S\n]*(?:::|##\[))")
"""Where a build server that shows the table would obey a line of it."""


def to_csv(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV: UTF-8, comma, quoted where needed, a line feed behind each."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([harmless(visible(cell)) for cell in row] for row in rows)
    return stream.getvalue()


def harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet, or a build server that prints it, would run it."""
    cell = _COMMAND.sub("'", cell)
    return f"'{cell}" if cell.lstrip(" ")[:1] in _STARTS and cell.strip(" ") else cell
