"""The report page: one HTML file that needs nothing else, for a browser, a printer, an archive."""

from __future__ import annotations

from p5diff.model.comparison import Comparison


def render(comparison: Comparison) -> str:
    """The comparison as one self-contained HTML page.

    No request leaves it, it works without JavaScript, and no character of the texts can become
    markup: see docs/reports.md.
    """
    from p5diff.report.html.environment import fill
    from p5diff.report.html.page import build

    return fill("report.html", "report.css", "report.js", page=build(comparison))
