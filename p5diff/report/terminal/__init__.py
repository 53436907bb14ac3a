"""The terminal: a comparison as lines of styled chunks, then as plain or coloured text."""

from p5diff.report.terminal.comparison import Options, comparison_lines
from p5diff.report.terminal.paint import paint

__all__ = ["Options", "comparison_lines", "paint"]
