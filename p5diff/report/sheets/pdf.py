"""The brief as PDF: the HTML sheet, set by WeasyPrint."""

from __future__ import annotations

from p5diff.report.pdf import written
from p5diff.report.sheets import html
from p5diff.report.sheets.sheet import Sheet


def render(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF, the same bytes for the same sheet.

    Raises `P5DiffError` (slug `missing-extra`) where WeasyPrint or what it needs is not installed.
    """
    return written(html.render(sheet))
