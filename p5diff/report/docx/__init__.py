"""Word: both texts as one document with tracked changes, written without any library."""

from __future__ import annotations

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection


def render(comparison: Comparison, *, selection: Selection = ALL, words: str = "en") -> bytes:
    """A DOCX file: accept all its changes for the text after, reject them for the text before.

    The brief is its first page. It stands in that page's header, so that it is no part of either text.
    Moves are a deletion and an insertion: native moves have made Word report damage. The same
    comparison gives the same bytes; dates are those of the statements, or of SOURCE_DATE_EPOCH.
    With a `selection`, only those changes are tracked, and rejecting them takes back no others. `words` is
    the language of cover and comments, one of `p5diff.report.phrasebook.LANGUAGES`.
    """
    from p5diff.report.cover import cover
    from p5diff.report.docx.body import document
    from p5diff.report.docx.comments import Comments
    from p5diff.report.docx.cover import footer, header
    from p5diff.report.docx.package import package, stamp
    from p5diff.report.docx.parts import fixed_parts
    from p5diff.report.naming import dated, heading, travelling
    from p5diff.report.phrasebook import PageWords

    comparison, say = travelling(comparison, words), PageWords(words)
    date = dated(comparison)
    comments = Comments(comparison, date, explain=selection.explain, say=say)
    body = document(comparison, comments, date, selection, say)
    title = heading(comparison, words).plain
    said = (selection.said(comparison, say),) if selection.filters else ()
    first = cover(comparison, selection, say)
    pages = {"cover": header(first), "coverfoot": footer(first)}
    parts = fixed_parts(title, said, comparison.after.language, date, cover=pages)
    return package(
        {**parts, "word/document.xml": body, "word/comments.xml": comments.xml()}, date=date or stamp()
    )
