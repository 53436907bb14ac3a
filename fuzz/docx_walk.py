"""Fuzz the DOCX walk: bytes as a zip, as a document part, and as content of a body."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz


def load() -> Callable[[bytes], None]:
    """The DOCX parser, run in this very process."""
    from p5diff.ingest.docx import parse
    from tests.ingest.bombs import body, docx

    def target(data: bytes) -> None:
        kind, rest = data[:1], data[1:]
        if kind < b"\x40":
            parse(rest, name="fuzz")
        elif kind < b"\x80":
            parse(docx(rest), name="fuzz")
        elif kind < b"\xc0":
            parse(docx(body("\x00").encode().replace(b"\x00", rest)), name="fuzz")
        else:
            parse(docx(body("<w:p/>"), numbering=rest, styles=rest, footnotes=rest), name="fuzz")

    return target


if __name__ == "__main__":
    fuzz(load)
