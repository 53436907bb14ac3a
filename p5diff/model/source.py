"""What a reader makes of a source file, before and after it is put into stored form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.statement import Paragraph


class BlockKind(StrEnum):
    """What a stretch of the source is, as far as its format tells."""

    LINES = "lines"
    """Lines as laid out (plain text): line breaks and blank lines prove nothing yet."""
    PARAGRAPH = "paragraph"
    """A paragraph known as such (DOCX, HTML): line breaks inside it mean nothing."""
    HEADING = "heading"
    LIST_ITEM = "list item"
    """A paragraph of a list, its printed mark in `label`."""
    ROW = "row"
    """A row of a table, its cells joined with ` | `."""
    FOOTNOTE = "footnote"
    """A foot- or endnote: set aside, kept beside the sentence that calls it."""
    SET_ASIDE = "set aside"
    """Anything else that is no part of the text; `reason` says why."""

    @property
    def is_text(self) -> bool:
        """Whether blocks of this kind are words of the text."""
        return self not in (BlockKind.FOOTNOTE, BlockKind.SET_ASIDE)


class CarrierChoice(StrEnum):
    """What to take of a file that may be a page which carries a statement."""

    JUDGED = "judged"
    """What its signs tell; all of it where there are two readings."""
    WHOLE = "whole"
    """All of it: the page is the text."""
    INSIDE = "inside"
    """What it carries, even where the signs leave another reading."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A mark in a block's text that called a note: the note's `key`, and where the mark stood
    (an index into `RawBlock.text`, from which the mark itself has been taken out)."""

    key: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A stretch of the source: words of the text, or set aside with a reason.

    A reader emits every character of its source in one block or another, in reading order
    (white space, markup and what a named step replaces apart): nothing may vanish, and nothing
    may be said twice. `text` is as read, decoded. `page` counts from 1 (0: none); `offset` is
    where the block starts in the decoded source (code points, -1 if unknown).

    `label` is the printed label ("4.", "(a)", the mark of a note), not repeated in `text`.
    `calls` are the note marks that stood in `text`; a FOOTNOTE has in `key` what they name it
    by, unique within its source (any string: "fn2", "p3-1"). `reason` belongs to SET_ASIDE (and may
    make a FOOTNOTE an endnote); `place` is said only where a reader knows better than "page 3"
    or "paragraph 7", which are worked out from the order of the blocks.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    page: int = 0
    offset: int = -1
    reason: SetAsideReason | None = None
    place: str = ""
    key: str = ""
    calls: tuple[NoteCall, ...] = ()
    quoted: bool = False
    """Whether the format marks it as part of a block quotation."""
    linked: bool = False
    """Whether all its words lead elsewhere (links of a page)."""
    setting: str = ""
    """Where and how the format sets it (its box, its style): equal for paragraphs that are set alike, and
    without meaning by itself."""

    @property
    def is_text(self) -> bool:
        """Whether the block is words of the text, and not set aside."""
        return self.kind.is_text


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
    publisher: str = ""
    """Who published the page that carries the statement, as it names itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source file and the text that it holds: a plain value, worked out once.

    `data` are the bytes that were read and `raw` the blocks they hold. `stored` is the text as
    the corpus keeps it and `paragraphs` what it parses to. `set_aside` is everything else, in
    the order of the source. `notes` say what was done or is doubtful. `sure` in [0, 1] speaks of a
    `detected` language; a stated one is sure. `p5diff.ingest.origins` and `p5diff.ingest.proposals` tell of a
    source where its sentences stand and what it says of itself.
    """

    raw: RawText
    language: str
    stored: str
    paragraphs: tuple[Paragraph, ...]
    name: str = ""
    data: bytes = field(default=b"", repr=False)
    detected: bool = False
    sure: float = 1.0
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[Note, ...] = ()
    carrier: Proposals | None = None
    """What the page says that carries the statement; None where none does."""

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes that were read."""
        return hashlib.sha256(self.data).hexdigest()
