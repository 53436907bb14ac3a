"""Thin bars of a page: which boxes are bars, and which bars are one."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf.bars import Bar, bar_of, chained

BOXES = [
    ((10, 100, 60, 101), True, True),  # lies
    ((10, 100, 11, 160), True, False),  # stands
    ((10, 100, 60, 103), True, True),  # as thick as a bar may be
    ((10, 100, 60, 103.5), False, True),  # a box
    ((10, 100, 12, 103), False, False),  # a dot: hardly longer than thick
    ((10, 100, 12, 103.1), True, False),
    ((10, 100, 60, 100), True, True),  # a line without a body
]


@pytest.mark.parametrize(("box", "is_bar", "level"), BOXES)
def test_what_is_thin_and_longer_than_thick_is_a_bar(
    box: tuple[float, float, float, float], is_bar: bool, level: bool
) -> None:
    bar = bar_of(box)
    assert (bar is not None) == is_bar
    assert bar is None or bar.level == level


def test_a_bar_knows_its_middle_and_can_be_laid_down() -> None:
    bar = Bar(10, 100, 14, 160)
    assert (bar.x, bar.y, bar.level) == (12, 130, False)
    assert bar.turned() == Bar(100, 10, 160, 14) and bar.turned().level


CHAINS = [
    ([], []),
    ([Bar(10, 100, 20, 101), Bar(20.5, 100, 40, 101)], [Bar(10, 100, 40, 101)]),
    ([Bar(20.5, 100, 40, 101), Bar(10, 100, 20, 101)], [Bar(10, 100, 40, 101)]),  # in whatever order
    ([Bar(10, 100, 20, 101), Bar(21, 100, 40, 101)], [Bar(10, 100, 40, 101)]),  # a point apart
    ([Bar(10, 100, 20, 101), Bar(21.5, 100, 40, 101)], [Bar(10, 100, 20, 101), Bar(21.5, 100, 40, 101)]),
    ([Bar(10, 100, 50, 101), Bar(15, 100, 20, 101)], [Bar(10, 100, 50, 101)]),  # one within the other
    ([Bar(10, 100, 20, 101), Bar(20, 99.5, 40, 101.2)], [Bar(10, 99.5, 40, 101.2)]),  # the box of both
    ([Bar(10, 100, 20, 101), Bar(20, 102, 40, 103)], [Bar(10, 100, 20, 101), Bar(20, 102, 40, 103)]),
    (
        [Bar(10, 100, 20, 101), Bar(20, 300, 40, 301), Bar(20, 100, 30, 101), Bar(40, 300, 60, 301)],
        [Bar(10, 100, 30, 101), Bar(20, 300, 60, 301)],
    ),
]


@pytest.mark.parametrize(("bars", "one"), CHAINS)
def test_bars_of_one_height_that_touch_are_one(bars: list[Bar], one: list[Bar]) -> None:
    assert chained(bars) == one
    assert chained(one) == one
