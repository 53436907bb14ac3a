"""From figures to a probability: a logistic weighting with a small table of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from p5diff.align.features import NAMES, WORDING, Pairs
from p5diff.align.weights import PLACE_BIAS, PLACE_WEIGHTS, WORDING_BIAS, WORDING_WEIGHTS


def by_wording(figures: Pairs) -> dict[tuple[int, int], float]:
    """Probability that each pair corresponds, judged by its wording alone."""
    return _logistic(figures, WORDING, WORDING_WEIGHTS, WORDING_BIAS)


def by_place(wording: Pairs, place: Pairs) -> dict[tuple[int, int], float]:
    """The same, judged by wording, rivals, neighbours and place together."""
    joined = {pair: wording[pair] + place[pair] for pair in place}
    return _logistic(joined, NAMES, PLACE_WEIGHTS, PLACE_BIAS)


def _logistic(
    figures: Pairs, names: Sequence[str], weights: Mapping[str, float], bias: float
) -> dict[tuple[int, int], float]:
    row = [weights.get(name, 0.0) for name in names]
    used = [(k, w) for k, w in enumerate(row) if w]
    result = {}
    for pair, values in figures.items():
        total = bias
        for k, w in used:
            total += w * values[k]
        result[pair] = 1 / (1 + exp(-max(-40.0, min(40.0, total))))
    return result
