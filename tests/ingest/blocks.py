"""What a reader gave, as the tests of all formats look at it."""

from __future__ import annotations

import unicodedata
from collections import Counter

from p5diff.model.source import BlockKind, RawText


def texts(raw: RawText) -> list[str]:
    """The words of every block that is text."""
    return [block.text for block in raw.blocks if block.is_text]


def rows_of(raw: RawText) -> list[str]:
    """The words of every row of a table."""
    return [block.text for block in raw.blocks if block.kind is BlockKind.ROW]


def aside(raw: RawText) -> list[tuple[str, str]]:
    """Reason and words of every block that is set aside."""
    return [(b.reason.value if b.reason else "", b.text) for b in raw.blocks if b.kind is BlockKind.SET_ASIDE]


def letters(text: str) -> Counter[str]:
    """Letters and figures, whatever form they are printed in: hyphens of line ends and brackets apart."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
