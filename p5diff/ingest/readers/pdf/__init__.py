"""PDF files: PDFium gives characters with their places, p5diff finds lines, columns, paragraphs.

A PDF holds no paragraphs, only marks on pages. Everything that makes them text again (running
heads, footnotes, columns, hyphens, right-to-left order) is worked out from geometry in the
modules of this package. Reading happens in a limited child process (`p5diff.ingest.sandbox.parent`);
needs the extra `pdf` (pypdfium2).
"""

from __future__ import annotations

from collections.abc import Callable

from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child, require
from p5diff.model.source import RawText


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """Headings, paragraphs, footnotes and page furniture of a PDF, each with its page.

    Raises `InputError` for a damaged or encrypted file, for one without a text layer (a scan)
    and for one that goes over a limit; `MissingExtra` without pypdfium2.
    """
    require("pypdfium2", extra="pdf", purpose="reading PDF files")
    return read_in_child("pdf", data, name=name, limits=limits)


def parse(
    data: bytes,
    *,
    name: str,
    limits: Limits = DEFAULT,
    alive: Callable[[int, int], None] = lambda page, pages: None,
) -> RawText:
    """As `read`, in this very process: for the child, and for tests. Calls `alive` after each page
    with its number and that of all pages."""
    from p5diff.ingest.readers.pdf.document import read_document

    return read_document(data, name=name, limits=limits, alive=alive)
