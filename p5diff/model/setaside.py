"""What a source holds besides the words of the statement: kept, with its reason and its place.

Nothing of a source vanishes: text and set-aside pieces together are its characters (law 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SetAsideReason(StrEnum):
    """Why a piece of a source is no part of the text. The values are published."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    """A remark in the margin (DOCX, ODT) or in the source (`<!-- … -->`)."""
    STRUCK = "struck text"
    """Struck out by its look: `<s>`, line-through, a strike of DOCX, `~~` of Markdown."""
    DELETED = "deleted text"
    """Marked as deleted: tracked changes, `<del>`."""
    HIDDEN = "hidden text"
    """Not shown to a reader: `display: none`, vanished runs."""
    ALTERNATIVE = "alternative text"
    """Words that stand for a picture, or another form of what is read already."""
    CAPTION = "caption"
    TEXT_BOX = "text box"
    HEADER = "header"
    """A header that the format states as such."""
    FOOTER = "footer"
    RUNNING_HEAD = "running head"
    """A line that recurs at the edges of pages, found by its place."""
    PAGE_NUMBER = "page number"
    DOCUMENT_CODE = "document code"
    """A job number or bar code of a printing office; a symbol at the edge of a page."""
    MASTHEAD = "masthead"
    """The head of a circulated document: organisation, symbol, distribution, date, language."""
    RULE = "rule"
    """A line of marks alone ("* * *", "- END -"), or a line drawn with characters."""
    NAVIGATION = "navigation"
    """Menus, links to share or to other pages, search fields, notices of a site."""
    CARRIER = "carrier"
    """Words of the page or letter that carries the statement, not of the statement."""
    METADATA = "metadata"
    """What the format says about the document: front matter, properties, head of a message."""
    INSTRUCTION = "instruction"
    """Words to the program: codes of fields, scripts, styles, markup that is not read."""
    NOTE_MARK = "note mark"
    """The mark in the text that calls a note."""
    LABEL = "label"
    """The printed label of a piece that is set aside itself."""
    FURNITURE = "furniture"
    """Of the page and not of the text, where nothing more exact is known."""


UNCOMPARED = frozenset(
    {
        SetAsideReason.PAGE_NUMBER,
        SetAsideReason.DOCUMENT_CODE,
        SetAsideReason.MASTHEAD,
        SetAsideReason.RULE,
        SetAsideReason.NAVIGATION,
        SetAsideReason.CARRIER,
        SetAsideReason.METADATA,
        SetAsideReason.INSTRUCTION,
        SetAsideReason.NOTE_MARK,
        SetAsideReason.LABEL,
        SetAsideReason.FURNITURE,
    }
)
"""Reasons whose pieces belong to one copy, its print or its page: two copies of one text differ
in them, and that says nothing about the text. All others are compared."""

UNSAID = frozenset(
    {SetAsideReason.RULE, SetAsideReason.NOTE_MARK, SetAsideReason.LABEL, SetAsideReason.INSTRUCTION}
)
"""Reasons that are listed when asked for, but are not worth a note: they hold no words to a reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A stretch of the source that is no part of the text, and why.

    `place` says where, in words: "page 3", "paragraph 7" (after which body paragraph, or in
    it), "footnote 2", "beginning". `page` counts from 1 (0: the format has none), `offset` is where it
    starts in the decoded source (code points, -1 if unknown). A note has its printed mark in `label`, and
    in `sentence` the id of the sentence that calls it (empty where no call was found).
    """

    text: str
    reason: SetAsideReason
    place: str = ""
    page: int = 0
    offset: int = -1
    label: str = ""
    sentence: str = ""
