"""Lines of a source, with the evidence of layout that each carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from p5diff.model.source import RawBlock
from p5diff.text.characters import BREAK, characters, odd_breaks

_END = re.compile(BREAK.pattern + "|(?P<page>\f)")
_RUN = re.compile(" {2,}")


class TextLine(NamedTuple):
    """A line that is not blank. `text` is clean, single-spaced, without its indent.

    `blanks` counts the blank lines before it. `torn` says that a page ended (or furniture was
    taken out) between it and the line before, so that blanks there prove nothing. `raw` is the
    line as read and `start` its offset in the decoded source (code points, -1 if unknown).
    """

    text: str
    indent: int = 0
    blanks: int = 0
    torn: bool = False
    page: int = 0
    start: int = -1
    raw: str = ""
    ruled: bool = False
    """Whether a rule, and nothing else that was taken out, stood between it and the line before."""


def split_lines(blocks: Iterable[RawBlock]) -> list[TextLine]:
    """The lines of consecutive blocks of layout, in order, pages and offsets kept."""
    lines: list[TextLine] = []
    blanks, torn = 0, False
    for block in blocks:
        for raw, page, start, new_page in _raw_lines(block):
            torn = torn or (new_page and bool(lines))
            text = characters(raw).rstrip(" \f")
            if not text.strip(" "):
                blanks += 1
                continue
            lines.append(_line(text, raw, blanks, torn, page, start))
            blanks, torn = 0, False
        torn = True
    return lines


def _line(text: str, raw: str, blanks: int, torn: bool, page: int, start: int) -> TextLine:
    body = text.lstrip(" ")
    wide_indent = len(raw) - len(raw.lstrip("\u3000")) if raw[0] == "\u3000" else 0
    return TextLine(
        text=_RUN.sub(" ", body) if "  " in body else body,
        indent=len(text) - len(body) + wide_indent,
        blanks=blanks,
        torn=torn,
        page=page,
        start=start,
        raw=raw,
    )


def _raw_lines(block: RawBlock) -> Iterator[tuple[str, int, int, bool]]:
    """(line, page, offset, opens a page) for each line of the block."""
    if "\f" in block.text or odd_breaks(block.text):
        yield from _paged_lines(block)
        return
    at = 0
    for raw in block.text.split("\n"):
        yield raw, block.page, _offset(block, at), False
        at += len(raw) + 1


def _paged_lines(block: RawBlock) -> Iterator[tuple[str, int, int, bool]]:
    """The same where form feeds part pages, or lines end in several ways."""
    at, page, new_page = 0, block.page, False
    paged = block.page > 0 or "\f" in block.text
    page = page or int(paged)
    for match in _END.finditer(block.text):
        yield block.text[at : match.start()], page, _offset(block, at), new_page
        new_page = match.group("page") is not None
        page += int(new_page and paged)
        at = match.end()
    yield block.text[at:], page, _offset(block, at), new_page


def _offset(block: RawBlock, at: int) -> int:
    return block.offset + at if block.offset >= 0 else -1
