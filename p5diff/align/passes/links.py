"""What the passes hand on: links between units, each with its finder and its certainty."""

from __future__ import annotations

from typing import NamedTuple

SETTLED = frozenset({"exact", "folded", "clear"})
"""Passes whose links are beyond doubt: they stand whatever the paragraphs say."""


class _Ends(NamedTuple):
    before: int
    after: int


class Link(_Ends):
    """Unit `before` of one text corresponds to unit `after` of the other; both count from 0.

    Unpacks and compares as the pair `(before, after)`. `confidence` in [0, 1]; `found_by` names
    the pass that made it.

    >>> i, j = Link(3, 4, confidence=0.9, found_by="wording")
    """

    confidence: float
    found_by: str

    def __new__(cls, before: int, after: int, confidence: float = 1.0, found_by: str = "") -> Link:
        """A link; it unpacks as a plain pair."""
        link = super().__new__(cls, before, after)
        link.confidence = confidence
        link.found_by = found_by
        return link
