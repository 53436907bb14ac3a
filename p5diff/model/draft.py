"""What a reader makes of a source file, before and after it is put into stored form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from p5diff.model.alignment import Note
from p5diff.model.statement import Paragraph


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a sentence stands in the source: page from 1 (0 if the format has none), and the
    half-open span of code points in the decoded source (-1, -1 if the reader kept none)."""

    page: int = 0
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A stretch of the source that is not part of the text, and why it was left out."""

    text: str
    reason: str
    """`page number`, `running head`, `document code`, `masthead`, `footnote`, `furniture` …"""
    page: int = 0
    offset: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What the source seems to say about itself, for a person to confirm. Empty where silent.

    `date` is the likeliest day of adoption and `dates` every day named around the text, all
    ISO 8601. `confidence` in [0, 1] speaks of the language.
    """

    title: str = ""
    date: str = ""
    dates: tuple[str, ...] = ()
    symbol: str = ""
    place: str = ""
    language: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A source put into stored form, with everything a person needs to check it.

    `stored` is the text as the corpus keeps it and `paragraphs` what it parses to. `locate`
    works out `origins`, which few ask for and which cost as much as the rest, and `propose` the
    `proposals`, which only adding a text to a corpus asks for.
    """

    stored: str
    paragraphs: tuple[Paragraph, ...]
    language: str
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[Note, ...] = ()
    locate: Callable[[], tuple[tuple[str, Origin], ...]] = field(default=tuple, repr=False, compare=False)
    propose: Callable[[], Proposals] = field(default=Proposals, repr=False, compare=False)

    @property
    def proposals(self) -> Proposals:
        """What the source seems to say about itself."""
        return self.propose()

    @property
    def origins(self) -> tuple[tuple[str, Origin], ...]:
        """Each sentence id with its place in the source, in reading order."""
        return self.locate()
