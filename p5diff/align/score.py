"""From figures to a probability: a logistic weighting with a small, readable table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from p5diff.align.features import WORDING, Figures
from p5diff.align.grow import GROWTH
from p5diff.align.place import PLACE, STREAM
from p5diff.align.weights import WEIGHTS

NAMES: dict[str, tuple[str, ...]] = {
    "wording": WORDING,
    "first": WORDING + PLACE + STREAM,
    "second": WORDING + PLACE + STREAM,
    "growth": GROWTH,
}
"""Pass → the figures it weighs, in order."""


def judge(figures: Figures, table: str) -> dict[tuple[int, int], float]:
    """Probability that each pair corresponds, by one of the tables of `WEIGHTS`."""
    return logistic(figures, NAMES[table], WEIGHTS[table])


def logistic(
    figures: Figures, names: Sequence[str], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """1 / (1 + e^-(bias + sum of weight × figure)) for each pair."""
    used = [(k, weights[name]) for k, name in enumerate(names) if weights.get(name)]
    bias = weights["bias"]
    result = {}
    for pair, values in figures.items():
        total = bias
        for k, weight in used:
            total += weight * values[k]
        result[pair] = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return result
