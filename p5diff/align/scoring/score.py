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
Kind = tuple[float, float]
"""Of what kind a comparison is: how unlike its linked units are, and how strictly it keeps order; both
[0, 1]. A table may hold, beside the weight of a figure, what each of the two adds to it."""
KINDS = (" loose", " strict")
"""Behind the name of a figure: the weight that comes to its own with a text of that kind."""


def judge(
    figures: Figures, table: str, tables: Tables = WEIGHTS, kind: Kind = (0.0, 0.0)
) -> dict[tuple[int, int], float]:
    """Probability that each pair corresponds, by one of the tables of weights."""
    return dict(zip(figures, _logistic(figures.values(), NAMES[table], tables[table], kind), strict=True))


def judge_rows(
    rows: Sequence[Sequence[float]], table: str, tables: Tables = WEIGHTS, kind: Kind = (0.0, 0.0)
) -> list[float]:
    """The same for bare rows of figures."""
    return _logistic(rows, NAMES[table], tables[table], kind)


def _logistic(
    rows: Iterable[Sequence[float]], names: Sequence[str], weights: Mapping[str, float], kind: Kind
) -> list[float]:
    """1 / (1 + e^-(bias + sum of weight × figure)) for each row."""
    factors = [_weight(name, weights, kind) for name in names]
    bias = _weight("bias", weights, kind)
    totals = [bias + fsum(map(mul, factors, values)) for values in rows]
    return [1 / (1 + exp(-max(-30.0, min(30.0, total)))) for total in totals]


def _weight(name: str, weights: Mapping[str, float], kind: Kind) -> float:
    loose, strict = KINDS
    return (
        weights[name] + weights.get(name + loose, 0.0) * kind[0] + weights.get(name + strict, 0.0) * kind[1]
    )
