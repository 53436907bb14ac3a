"""Word: both texts as one document with tracked changes, written without any library."""

from __future__ import annotations

from p5diff.model.comparison import Comparison


def render(comparison: Comparison) -> bytes:
    """A DOCX file: accept all its changes for the text after, reject them for the text before.

    Moves are a deletion and an insertion whose comments name each other: native moves have made
    Word report damage. The same comparison gives the same bytes; dates are fixed, or those of
    SOURCE_DATE_EPOCH.
    """
    from p5diff.report.docx.body import document
    from p5diff.report.docx.comments import Comments
    from p5diff.report.docx.package import package, stamp
    from p5diff.report.docx.parts import fixed_parts
    from p5diff.report.view import cautions

    date = stamp()
    comments = Comments(comparison, date)
    body = document(comparison, comments, date)
    title = f"{comparison.before.id} → {comparison.after.id}"
    parts = fixed_parts(title, cautions(comparison), comparison.after.language, date)
    return package({**parts, "word/document.xml": body, "word/comments.xml": comments.xml()})
