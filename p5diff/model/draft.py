"""What a reader makes of a source file, before anything is normalised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from p5diff.model.alignment import Note


class BlockKind(StrEnum):
    """What a stretch of the source is, as far as its format tells."""

    LINES = "lines"
    """Lines as laid out (plain text, PDF): line breaks and blank lines prove nothing yet."""
    PARAGRAPH = "paragraph"
    """A paragraph known as such (DOCX, HTML): line breaks inside it mean nothing."""
    HEADING = "heading"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    """Running headers, page numbers, mastheads, menus: kept here as evidence, not in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A stretch of the source. `text` is as read, decoded; `page` counts from 1, 0 if none;
    `offset` is where it starts in the decoded source (code points), -1 if unknown."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    page: int = 0
    offset: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A source file as its reader sees it. `properties` holds what the format states outright
    (front matter, document properties): title, date, language, url …"""

    blocks: tuple[RawBlock, ...]
    format: str
    encoding: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
