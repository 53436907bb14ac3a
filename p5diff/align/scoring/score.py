"""From figures to a probability: a logistic weighting with a small, readable table of weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum
from operator import mul

from p5diff.align.scoring.features import WORDING, Figures
from p5diff.align.scoring.joined import GROWTH
from p5diff.align.scoring.place import PLACE
from p5diff.align.scoring.usual import USUAL
from p5diff.align.scoring.weights import WEIGHTS

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
    return dict(zip(figures, _logistic(figures.values(), names, weights), strict=True))


def judge_rows(rows: Sequence[Sequence[float]], table: str, tables: Tables = WEIGHTS) -> list[float]:
    """The same for bare rows of figures."""
    return _logistic(rows, NAMES[table], tables[table])


def _logistic(
    rows: Iterable[Sequence[float]], names: Sequence[str], weights: Mapping[str, float]
) -> list[float]:
    factors = [weights[name] for name in names]
    bias = weights["bias"]
    totals = [bias + fsum(map(mul, factors, values)) for values in rows]
    return [1 / (1 + exp(-max(-30.0, min(30.0, total)))) for total in totals]
