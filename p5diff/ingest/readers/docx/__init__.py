"""Word documents (DOCX): an own walk of the zip and its XML, for nothing may be lost silently.

What common libraries lose and this reader keeps: inserted text of tracked changes, text boxes,
automatic numbers, footnotes. Tracked changes are read as accepted. Parsing happens in a limited
child process (`p5diff.ingest.sandbox.parent`); needs the extra `docx` (lxml).
"""

from __future__ import annotations

from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child, require
from p5diff.model.source import RawText


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """Blocks of the document: headings, paragraphs with their labels, notes, page furniture.

    Raises `InputError` for what is no DOCX (an old .doc, an encrypted or damaged file), for
    bombs and for XML with a DOCTYPE; `MissingExtra` without lxml.
    """
    require("lxml", extra="docx", purpose="reading Word documents")
    return read_in_child("docx", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    from p5diff.ingest.readers.docx.document import read_document
    from p5diff.ingest.readers.docx.package import Package

    with Package(data, name=name, limits=limits) as package:
        return read_document(package)
