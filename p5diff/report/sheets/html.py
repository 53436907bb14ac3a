"""The brief as one self-contained HTML page, which prints on one A4 sheet."""

from __future__ import annotations

from p5diff.report.html.environment import fill
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.sheets.sheet import Sheet


def render(sheet: Sheet) -> str:
    """The sheet as HTML: no script, nothing loaded."""
    return fill(
        "brief.html",
        "brief.css",
        sheet=sheet,
        tag=language_tag(sheet.language),
        way=direction(sheet.language),
        language_tag=language_tag,
        direction=direction,
    )
