"""What is usual in a comparison, and that pairs are weighed against it."""

from __future__ import annotations

import pytest

from p5diff.align.scoring.features import WORDING
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.score import NAMES
from p5diff.align.scoring.usual import USUAL, Usual, usual

_COSINE = WORDING.index("cosine")


def _figures(cosine: float) -> tuple[float, ...]:
    return tuple(cosine if k == _COSINE else 0.0 for k in range(len(WORDING)))


def test_without_links_nothing_is_known() -> None:
    assert usual({}, [], 0, (10, 20)) == (0.5, 1 / 12, pytest.approx(0.2))


def test_likeness_is_that_of_the_likely_links_and_comes_near_it_with_their_number() -> None:
    few = usual({(0, 0): _figures(1.0)}, [(0, 0)], 0, (40, 40))
    many = usual({(k, k): _figures(1.0) for k in range(30)}, [(k, k) for k in range(30)], 0, (40, 40))
    assert 0.5 < few[0] < many[0] < 1.0
    assert few[1] < many[1]


def test_it_is_the_same_from_either_side() -> None:
    figures = {(0, 1): _figures(0.4), (2, 3): _figures(0.8)}
    turned = {(j, i): values for (i, j), values in figures.items()}
    assert usual(figures, list(figures), 2, (5, 9)) == usual(turned, list(turned), 2, (9, 5))


def test_every_place_figure_is_weighed() -> None:
    assert set(USUAL) <= set(NAMES["first"])


def test_order_kept_by_nine_links_in_ten_leaves_two_thirds_of_what_place_says() -> None:
    known = Usual(order=0.9, likeness=0.25, matched=1.0, uneven=0.0)
    assert known.strict == pytest.approx(2 / 3, abs=0.02)
    assert known.loose == 0.75


def test_uneven_is_how_unequal_likely_links_are_in_length() -> None:
    length = WORDING.index("length")
    figures = {(k, k): tuple(1.0 if n == length else 0.0 for n in range(len(WORDING))) for k in range(30)}
    assert 0.8 < usual(figures, list(figures), 0, (30, 30))[2] < 1.0


def test_near_is_one_on_the_backbone_and_falls_on_both_sides() -> None:
    order = OrderScore([(0, 0), (4, 4), (8, 8)], (9, 9))
    assert order.nearness(4, 4) == order.nearness(2, 2) == 1.0
    assert order.nearness(2, 2) > order.nearness(2, 3) > order.nearness(2, 5) > order.nearness(2, 8)
