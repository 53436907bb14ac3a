"""How alike two units are, in words, at a cost that stays bounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

MAX_CELLS = 16_000_000
"""Largest table for one edit ratio: beyond 4,000 × 4,000 words, words are counted without order."""

UNEQUAL = 60
"""A unit of so many times another's words is not looked at beside it: a weighing reads the whole of the
longer, so that one long unit beside many short ones would cost the product of their sizes, not the sum."""
_SHORTEST = 4
"""Words that a unit counts as at least, so that one of a word is looked at beside all but the very long."""


def comparable(words: int, others: int) -> bool:
    """Whether two units of so many words are near enough in length to have anything to do with each other.

    >>> comparable(3, 200), comparable(3, 300)
    (True, False)
    """
    return max(words, others) <= UNEQUAL * max(min(words, others), _SHORTEST)


def edit_ratio() -> Callable[[str, str], float]:
    """A function of two strings of symbols: 1 for the same, 0 for nothing in common."""
    from rapidfuzz.distance import Indel

    exact: Callable[[str, str], float] = Indel.normalized_similarity

    def ratio(x: str, y: str) -> float:
        return exact(x, y) if len(x) * len(y) <= MAX_CELLS else counted_ratio(x, y)

    return ratio


def counted_ratio(x: str, y: str) -> float:
    """The same figure with the order of words left out: never lower than the edit ratio."""
    if not x and not y:
        return 1.0
    return 2 * (Counter(x) & Counter(y)).total() / (len(x) + len(y))
