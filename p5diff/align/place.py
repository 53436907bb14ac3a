"""What is measured of where a candidate pair stands: rivals, neighbours, order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from p5diff.align.features import Figures
from p5diff.align.order import Order

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
    order: Order,
) -> Figures:
    """The figures of `PLACE` for each pair, given its score so far and the links sure so far."""
    rivals = _best_two(scores, 0), _best_two(scores, 1)
    taken = {i: (i, j) for i, j in sure}, {j: (i, j) for i, j in sure}
    result: Figures = {}
    for i, j in pairs:
        own = scores[i, j]
        row, column = own - _other(rivals[0][i], own), own - _other(rivals[1][j], own)
        result[i, j] = (
            min(row, column),
            max(row, column),
            0.5 * (row >= 0) + 0.5 * (column >= 0),
            float(row >= 0 and column >= 0),
            order.neighbours(i, j),
            order.nearness(i, j),
            log((own + 1e-6) / (1 - own + 1e-6)),
            *order.region(i, j),
            max(_held(taken[0].get(i), (i, j), scores), _held(taken[1].get(j), (i, j), scores)),
        )
    return result


def _held(link: tuple[int, int] | None, pair: tuple[int, int], scores: Scores) -> float:
    """How sure the unit is of another partner; 0 if it has none."""
    return 0.0 if link is None or link == pair else scores.get(link, 1.0)


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
