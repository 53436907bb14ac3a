"""From figures to a probability: a logistic weighting with a small, readable table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, fsum
from operator import mul

from p5diff.align.scoring.features import WORDING, Figures
from p5diff.align.scoring.place import PLACE
from p5diff.align.scoring.usual import USUAL
from p5diff.align.scoring.weights import WEIGHTS

GROWTH = (
    "score",
    "wording",
    "held",
    "explained",
    "unexplained",
    "close",
    "joined",
    "joined_gain",
    "order",
    "stream",
    "stream_strict",
)

NAMES: dict[str, tuple[str, ...]] = {
    "wording": WORDING,
    "first": WORDING + PLACE + USUAL,
    "second": WORDING + PLACE + USUAL,
    "growth": GROWTH,
}
"""Pass → the figures it weighs, in order."""


Tables = Mapping[str, Mapping[str, float]]


def judge(figures: Figures, table: str, tables: Tables = WEIGHTS) -> dict[tuple[int, int], float]:
    """Probability that each pair corresponds, by one of the tables of weights."""
    return logistic(figures, NAMES[table], tables[table])


def logistic(
    figures: Figures, names: Sequence[str], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """1 / (1 + e^-(bias + sum of weight × figure)) for each pair."""
    factors = [weights[name] for name in names]
    bias = weights["bias"]
    result = {}
    for pair, values in figures.items():
        total = bias + fsum(map(mul, factors, values))
        result[pair] = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return result
