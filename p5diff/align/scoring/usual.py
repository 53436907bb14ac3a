"""What is usual in this comparison: how far its texts keep their order, how alike linked units are,
and how many have found a partner.

The same wording says more in a light revision than in a text written from scratch; so each candidate is
weighed against what the links that are likely so far look like.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from p5diff.align.scoring.features import WORDING, Figures

USUAL = ("order", "likeness", "matched", "stream", "alone", "along", "alone_loose", "along_loose")
_COSINE = WORDING.index("cosine")
_LENGTH = WORDING.index("length")
_PRIOR = 3
"""As if so many links of middling likeness had been seen before."""


class Usual(NamedTuple):
    """What is usual in one comparison, each in [0, 1] but `uneven`."""

    order: float
    """How far order is kept."""
    likeness: float
    """Mean cosine of the linked units."""
    matched: float
    """Share of the shorter text that has a partner."""
    uneven: float
    """How unequal linked units are in length: the mean of |log of the ratio|."""

    @property
    def strict(self) -> float:
        """How far place may be relied on: order kept by nine links in ten leaves two thirds of it."""
        return self.order**4

    @property
    def loose(self) -> float:
        """How far the texts reword what they share."""
        return 1 - self.likeness


def usual(
    figures: Figures, found: Sequence[tuple[int, int]], certain: int, sizes: tuple[int, int]
) -> tuple[float, float, float]:
    """Mean cosine of the links `found` by wording; share of the shorter text that has a partner; and how
    unequal the linked units are in length, on average."""
    likeness = 0.5 * _PRIOR + sum([figures[i, j][_COSINE] for i, j in found])
    uneven = 0.2 * _PRIOR + sum([figures[i, j][_LENGTH] for i, j in found])
    seen = len(found) + _PRIOR
    return likeness / seen, (len(found) + certain + 1) / (min(sizes) + 2), uneven / seen
