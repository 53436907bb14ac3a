"""OpenDocument texts (.odt, .ott and flat .fodt): an own walk, for nothing may be lost silently.

Needs nothing beyond the standard library. Tracked changes are read as accepted, automatic numbers
are counted out, notes, comments, hidden and struck text are set aside. Reading happens in a limited
child process (`p5diff.ingest.sandbox.parent`).
"""

from __future__ import annotations

from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.model.source import RawText


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """Blocks of the document. Raises `InputError` for what is damaged, locked, over a limit or no text."""
    return read_in_child("odt", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    from p5diff.ingest.readers.odt.document import read_document

    return read_document(data, name=name, limits=limits)
