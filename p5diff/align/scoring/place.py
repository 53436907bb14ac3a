"""What is measured of where a candidate pair stands: rivals, neighbours, order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from p5diff.align.scoring.features import Figures
from p5diff.align.scoring.order import OrderScore

PLACE = (
    "margin_least",
    "margin_most",
    "best",
    "best_both",
    "neighbours",
    "near",
    "score",
    "region",
    "region_step",
    "taken",
)

Scores = Mapping[tuple[int, int], float]


def place(
    pairs: Sequence[tuple[int, int]],
    scores: Scores,
    sure: Sequence[tuple[int, int]],
    order: OrderScore,
) -> Figures:
    """The figures of `PLACE` for each pair, given its score so far and the links sure so far."""
    rivals = _best_two(scores, 0), _best_two(scores, 1)
    partners = dict(sure), {j: i for i, j in sure}
    result: Figures = {}
    for pair in pairs:
        i, j = pair
        own = scores[pair]
        row, column = own - _other(rivals[0][i], own), own - _other(rivals[1][j], own)
        least, most = (row, column) if row < column else (column, row)
        near, step = order.region(i, j)
        result[pair] = (
            least,
            most,
            0.5 * (least >= 0) + 0.5 * (most >= 0),
            float(least >= 0),
            order.neighbours(i, j),
            order.nearness(i, j),
            log((own + 1e-6) / (1 - own + 1e-6)),
            near,
            step,
            _taken(pair, partners, scores),
        )
    return result


def _taken(
    pair: tuple[int, int], partners: tuple[Mapping[int, int], Mapping[int, int]], scores: Scores
) -> float:
    """How sure one of the two is of another partner; 0 if neither has one."""
    i, j = pair
    q, p = partners[0].get(i, j), partners[1].get(j, i)
    held = 0.0 if q == j else scores.get((i, q), 1.0)
    return held if p == i else max(held, scores.get((p, j), 1.0))


def _best_two(scores: Scores, side: int) -> dict[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = {}
    for pair, value in scores.items():
        first, second = best.get(pair[side], (0.0, 0.0))
        if value > first:
            best[pair[side]] = (value, first)
        elif value > second:
            best[pair[side]] = (first, value)
    return best


def _other(best: tuple[float, float], own: float) -> float:
    """The best score besides one's own."""
    return best[1] if own >= best[0] else best[0]
