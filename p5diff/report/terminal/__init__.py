"""The terminal: a comparison as lines of styled chunks, then as plain or coloured text."""

from __future__ import annotations

import io

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection
from p5diff.report.terminal.comparison import Options, comparison_lines
from p5diff.report.terminal.paint import paint

__all__ = ["Options", "comparison_lines", "paint", "render"]


def render(
    comparison: Comparison,
    *,
    selection: Selection = ALL,
    options: Options | None = None,
    color: bool = False,
) -> str:
    """What `p5diff diff` prints, as plain text of 80 columns unless `options` say otherwise."""
    text = io.StringIO()
    paint(comparison_lines(comparison, options or Options(selection=selection)), text, color=color)
    return text.getvalue()
