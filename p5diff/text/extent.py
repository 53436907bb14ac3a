"""How long a text may be: the one home of the figures, for documents and for what a corpus or git holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from p5diff.errors import InputError

CHARACTERS = 16_000_000
"""Characters of one text: as many as the bytes that a reader may answer, and far above any statement."""
BLOCKS = 250_000
"""Paragraphs, notes and pieces set aside: each costs as much as a long sentence does in all that comes
after. Twice the 100,000 paragraphs up to which growth is measured, with room for wrapped lines."""
PARAGRAPH = 1_000_000
"""Characters of one paragraph: a book without a line end. The longest of a real statement have some 10,000;
what is longer than this has lost its line ends, and to be told of "the paragraph" would be of no use."""
STORED_CHARACTERS = 2 * CHARACTERS
"""The same text in stored form, with a line end for each sentence and a mark before what needs one."""
STORED_LINES = 4 * BLOCKS
"""Lines of a text in stored form, blank ones among them: a paragraph, its sentences and what parts it."""


def check_stored(text: str, *, name: str) -> None:
    """Refuse a text in stored form that no document can have become (`InputError`, slug `input-too-large`),
    before it is cut into paragraphs."""
    if len(text) > STORED_CHARACTERS:
        raise too_long(name, f"{len(text):,} characters", f"{STORED_CHARACTERS:,}")
    lines = text.count("\n")
    if lines > STORED_LINES:
        raise too_long(name, f"{lines:,} lines", f"{STORED_LINES:,}")
    most = 2 * PARAGRAPH
    if len(text) > most:
        check_paragraphs(map(len, _BLANK.split(text)), name=name, most=most)


_BLANK = re.compile(r"\n[^\S\n]*\n")
"""What parts the paragraphs of a stored text."""


def check_paragraphs(lengths: Iterable[int], *, name: str, most: int | None = None) -> None:
    """Refuse a text one of whose paragraphs is longer than any statement (`InputError`, slug
    `input-too-large`)."""
    longest, limit = max(lengths, default=0), most or PARAGRAPH
    if longest > limit:
        raise InputError(
            "input-too-large",
            f"{name} has a paragraph that is longer than p5diff reads",
            cause=f"it has {longest:,} characters without a line end that parts it; the limit is {limit:,}",
            hint="put an empty line between the paragraphs, or save the statement from its source again",
        )


def too_long(name: str, what: str, limit: str) -> InputError:
    """The error for a text that is longer than any statement."""
    return InputError(
        "input-too-large",
        f"{name} is larger than p5diff reads",
        cause=f"it has {what}; the limit is {limit}",
        hint="save only the statement itself, or split the file",
    )
