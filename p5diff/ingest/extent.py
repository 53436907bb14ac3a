"""How much text is read, whatever the format it came in."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.source import BlockKind, RawBlock
from p5diff.model.statement import Paragraph
from p5diff.text.extent import BLOCKS, CHARACTERS, check_paragraphs, too_long

MOST_CHARACTERS = CHARACTERS
MOST_LINES = BLOCKS
"""Lines that are not blank: each can become a paragraph."""


def check_extent(text: str, *, name: str) -> None:
    """Refuse a text that is longer, or has more lines, than any statement (`InputError`, slug
    `input-too-large`). Line ends are counted before anything is laid out."""
    if len(text) > MOST_CHARACTERS:
        raise too_long(name, f"{len(text):,} characters", f"{MOST_CHARACTERS:,}")
    if len(text) < 2 * MOST_LINES:
        return
    lines = sum(1 for line in text.splitlines() if line and not line.isspace())
    if lines > MOST_LINES:
        raise too_long(name, f"{lines:,} lines that are not blank", f"{MOST_LINES:,}")


def check_blocks(blocks: Sequence[RawBlock], *, name: str) -> None:
    """The same for what a reader found: a small file of any format can hold more paragraphs than a text of
    the largest size has lines, and each costs as much in all that comes after."""
    if len(blocks) > MOST_LINES:
        raise too_long(name, f"{len(blocks):,} paragraphs", f"{MOST_LINES:,}")
    characters = sum(len(block.text) for block in blocks)
    if characters > MOST_CHARACTERS:
        raise too_long(name, f"{characters:,} characters", f"{MOST_CHARACTERS:,}")
    check_paragraphs(map(_longest_line, blocks), name=name)


def _longest_line(block: RawBlock) -> int:
    """Characters that certainly stay in one paragraph."""
    if block.kind is not BlockKind.LINES:
        return len(block.text)
    return max(map(len, block.text.splitlines()), default=0)


def check_laid_out(paragraphs: Sequence[Paragraph], *, name: str) -> None:
    """The same for what the layout made of it: lines without a blank one between them can become one."""
    check_paragraphs((sum(len(s.text) for s in one.sentences) for one in paragraphs), name=name)
