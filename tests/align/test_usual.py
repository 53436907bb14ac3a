"""What is usual in a comparison, and that pairs are weighed against it."""

from __future__ import annotations

from p5diff.align.scoring.features import WORDING
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.score import NAMES
from p5diff.align.scoring.usual import USUAL, usual
from p5diff.align.scoring.weights import WEIGHTS

_COSINE = WORDING.index("cosine")


def _figures(cosine: float) -> tuple[float, ...]:
    return tuple(cosine if k == _COSINE else 0.0 for k in range(len(WORDING)))


def test_without_links_nothing_is_known() -> None:
    assert usual({}, [], 0, (10, 20)) == (0.5, 1 / 12)


def test_likeness_is_that_of_the_likely_links_and_comes_near_it_with_their_number() -> None:
    few = usual({(0, 0): _figures(1.0)}, [(0, 0)], 0, (40, 40))
    many = usual({(k, k): _figures(1.0) for k in range(30)}, [(k, k) for k in range(30)], 0, (40, 40))
    assert 0.5 < few[0] < many[0] < 1.0
    assert few[1] < many[1]


def test_it_is_the_same_from_either_side() -> None:
    figures = {(0, 1): _figures(0.4), (2, 3): _figures(0.8)}
    turned = {(j, i): values for (i, j), values in figures.items()}
    assert usual(figures, list(figures), 2, (5, 9)) == usual(turned, list(turned), 2, (9, 5))


def test_every_figure_has_a_weight_and_every_weight_a_figure() -> None:
    assert set(USUAL) <= set(NAMES["first"])
    for table, names in NAMES.items():
        assert set(WEIGHTS[table]) == {*names, "bias"}


def test_near_is_one_on_the_backbone_and_falls_on_both_sides() -> None:
    order = OrderScore([(0, 0), (4, 4), (8, 8)], (9, 9))
    assert order.nearness(4, 4) == order.nearness(2, 2) == 1.0
    assert order.nearness(2, 2) > order.nearness(2, 3) > order.nearness(2, 5) > order.nearness(2, 8)
