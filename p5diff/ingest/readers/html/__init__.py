"""Web pages: the statement among the page's furniture, nothing of it lost.

An own tree (from the standard library's tokenizer) is the base, because the usual libraries drop
text silently on deep or huge pages and cut what they take for boilerplate: here everything that
is not taken for the statement is kept as furniture, and a note says so where it looks like text.
Where trafilatura (the extra `html`) is installed, it is asked as a second reader. Reading
happens in a limited child process (`p5diff.ingest.sandbox.parent`).
"""

from __future__ import annotations

from p5diff.ingest.sandbox.limits import DEFAULT, Limits, megabytes, too_large
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.model.source import RawText


def read(
    data: bytes, *, name: str, encoding: str | None = None, charset: str = "", limits: Limits = DEFAULT
) -> RawText:
    """Headings, paragraphs, list items and notes of the page's main text; the rest as furniture.

    `encoding` overrules what the page says, `charset` is what the server's header said. Raises
    `InputError` for what is no HTML text, too large, nested too deeply or not decodable.
    """
    if len(data) > limits.html_bytes:
        raise too_large(name, f"it has {megabytes(len(data))}", megabytes(limits.html_bytes))
    return read_in_child("html", data, name=name, limits=limits, encoding=encoding or "", charset=charset)


def parse(
    data: bytes, *, name: str, encoding: str = "", charset: str = "", limits: Limits = DEFAULT
) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    from p5diff.ingest.readers.html.page import read_page

    return read_page(data, name=name, encoding=encoding, charset=charset, limits=limits)
