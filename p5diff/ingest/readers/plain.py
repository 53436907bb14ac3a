"""Plain text: lines as laid out, whose breaks and blank lines prove nothing yet."""

from __future__ import annotations

from p5diff.ingest.decode import decode
from p5diff.ingest.extent import check_extent
from p5diff.model.source import BlockKind, RawBlock, RawText
from p5diff.text.unmerged import check_merged


def read(data: bytes, *, name: str, encoding: str | None = None) -> RawText:
    """The text as one block of lines. Raises `InputError` for bytes that are no text, or
    more of it than is read."""
    text, used, notes = decode(data, encoding=encoding, name=name)
    check_extent(text, name=name)
    check_merged(text, name=name)
    block = RawBlock(text=text, kind=BlockKind.LINES, offset=0)
    return RawText(blocks=(block,), format="plain", encoding=used, notes=notes)
