"""OpenDocument: both texts as one text document with tracked changes, written without any library."""

from __future__ import annotations

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection


def render(comparison: Comparison, *, selection: Selection = ALL, words: str = "en") -> bytes:
    """An ODT file: accept all its changes for the text after, reject them for the text before.

    The brief is its first page, in that page's header, so that it is no part of either text. The same
    comparison gives the same bytes; dates are those of the statements, or of SOURCE_DATE_EPOCH. With a
    `selection`, only those changes are tracked. `words` is the language of cover and comments.
    """
    from p5diff.report.cover import OPEN, cover
    from p5diff.report.docx.package import iso, stamp
    from p5diff.report.naming import dated, heading, travelling
    from p5diff.report.odt.body import content
    from p5diff.report.odt.package import package
    from p5diff.report.odt.styles import meta, styles
    from p5diff.report.phrasebook import PageWords

    comparison, say = travelling(comparison, words), PageWords(words)
    date = dated(comparison) or stamp()
    title = heading(comparison, words).plain
    said = selection.said(comparison, say)
    return package(
        {
            "content.xml": content(comparison, selection, iso(date)[:-1], say),
            "styles.xml": styles(
                title, said, comparison.after.language, cover(comparison, selection, say, high=OPEN)
            ),
            "meta.xml": meta(title, iso(date)[:-1]),
        },
        date,
    )
