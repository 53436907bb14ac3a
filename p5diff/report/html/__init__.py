"""The report page: one HTML file that needs nothing else, for a browser, a printer, an archive."""

from __future__ import annotations

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection


def render(comparison: Comparison, *, selection: Selection = ALL, explain: bool = False) -> str:
    """The comparison as one self-contained HTML page.

    No request leaves it, it works without JavaScript, and no character of the texts can become
    markup: see docs/reports.md. With a `selection`, only those changes are marked and told; both texts
    stay whole. `explain` adds the rule behind each verdict.
    """
    from p5diff.report.html.environment import fill
    from p5diff.report.html.page import build

    page = build(comparison, selection, explain=explain)
    return fill("report.html", "report.css", "report.js", page=page)
