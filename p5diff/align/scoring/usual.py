"""What is usual in this comparison: how far its texts keep their order, how alike linked units are,
and how many have found a partner.

The same wording says more in a light revision than in a text written from scratch; so each candidate is
weighed against what the links that are likely so far look like.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.align.scoring.features import WORDING, Figures

USUAL = ("order", "likeness", "matched", "stream")
_COSINE = WORDING.index("cosine")
_PRIOR = 3
"""As if so many links of middling likeness had been seen before."""


def usual(
    figures: Figures, found: Sequence[tuple[int, int]], certain: int, sizes: tuple[int, int]
) -> tuple[float, float]:
    """Mean cosine of the links `found` by wording; share of the shorter text that has a partner."""
    likeness = 0.5 * _PRIOR + sum(figures[i, j][_COSINE] for i, j in found)
    return likeness / (len(found) + _PRIOR), (len(found) + certain + 1) / (min(sizes) + 2)
