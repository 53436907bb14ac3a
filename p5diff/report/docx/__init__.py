"""Word: both texts as one document with tracked changes, written without any library."""

from __future__ import annotations

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection


def render(comparison: Comparison, *, selection: Selection = ALL) -> bytes:
    """A DOCX file: accept all its changes for the text after, reject them for the text before.

    The brief is its first page. It stands in that page's header, so that it is no part of either text.
    Moves are a deletion and an insertion: native moves have made Word report damage. The same
    comparison gives the same bytes; dates are those of the statements, or of SOURCE_DATE_EPOCH.
    With a `selection`, only those changes are tracked, and rejecting them takes back no others.
    """
    from p5diff.report.cover import cover
    from p5diff.report.docx.body import document
    from p5diff.report.docx.comments import Comments
    from p5diff.report.docx.cover import footer, header
    from p5diff.report.docx.package import package, stamp
    from p5diff.report.docx.parts import fixed_parts
    from p5diff.report.naming import dated, heading, travelling

    comparison = travelling(comparison)
    date = dated(comparison)
    comments = Comments(comparison, date, explain=selection.explain)
    body = document(comparison, comments, date, selection)
    title = heading(comparison).plain
    said = (selection.said(comparison),) if selection.filters else ()
    first = cover(comparison, selection)
    pages = {"cover": header(first), "coverfoot": footer(first)}
    parts = fixed_parts(title, said, comparison.after.language, date, cover=pages)
    return package(
        {**parts, "word/document.xml": body, "word/comments.xml": comments.xml()}, date=date or stamp()
    )
