"""From figures to a probability: a logistic weighting with a small, readable table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, fsum
from operator import mul

from p5diff.align.features import WORDING, Figures
from p5diff.align.grow import GROWTH
from p5diff.align.place import PLACE
from p5diff.align.usual import USUAL
from p5diff.align.weights import WEIGHTS

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
