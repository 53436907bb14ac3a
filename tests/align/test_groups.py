"""Groups, moves and reading order."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from p5diff.align.passes.groups import grouped, heaviest_rising, in_reading_order, mark_moved
from p5diff.align.passes.links import Link
from p5diff.align.passes.together import _walls
from tests.align.strategies import law

pairs = st.tuples(st.integers(0, 6), st.integers(0, 6))


@law
@given(links=st.sets(pairs, max_size=10))
def test_each_unit_is_in_one_group(links: set[tuple[int, int]]) -> None:
    groups = grouped([Link(i, j) for i, j in links])
    for side in (0, 1):
        units = [u for g in groups for u in (g.before, g.after)[side]]
        assert sorted(units) == sorted({p[side] for p in links})
    for i, j in links:
        assert any(i in g.before and j in g.after for g in groups)
    mark_moved(groups, [1] * len(groups), turned=False)
    ordered = in_reading_order(groups, (7, 7))
    assert sorted(i for g in ordered for i in g.before) == list(range(7))
    assert sorted(j for g in ordered for j in g.after) == list(range(7))
    starts = [g.after[0] for g in ordered if g.after]
    assert starts == sorted(starts)


@law
@given(
    points=st.lists(
        st.tuples(pairs, st.integers(1, 9)), max_size=7, unique_by=(lambda p: p[0][0], lambda p: p[0][1])
    )
)
def test_the_heaviest_rising_run_is_heaviest(points: list) -> None:
    places, weights = [p for p, _ in points], [w for _, w in points]
    kept = heaviest_rising(places, weights)

    def rises(chosen: tuple[int, ...]) -> bool:
        chain = sorted(places[k] for k in chosen)
        return all(a[1] < b[1] for a, b in pairwise(chain))

    best = max(
        sum(weights[k] for k in chosen)
        for size in range(len(points) + 1)
        for chosen in combinations(range(len(points)), size)
        if rises(chosen)
    )
    assert rises(tuple(kept))
    assert sum(weights[k] for k in kept) == best


def test_a_group_is_as_sure_as_its_least_sure_link_and_says_who_found_that() -> None:
    links = [Link(0, 0, 0.9, "clear"), Link(0, 1, 0.5, "growth"), Link(0, 2, 0.7, "wording")]
    for order in (links, links[::-1]):
        (group,) = grouped(order)
        assert (group.found_by, group.confidence) == ("growth", 0.5)


def test_groups_that_one_unit_joins_are_as_sure_as_the_less_sure_of_them() -> None:
    """The third unit before stands in both: what were two groups is one."""
    for first, second in ((0.5, 0.9), (0.9, 0.5)):
        links = [Link(0, 0, first, "clear"), Link(1, 1, second, "growth")]
        (group,) = grouped([*links, Link(2, 0, 0.95, "wording"), Link(2, 1, 0.95, "wording")])
        assert (group.before, group.after, group.confidence) == ([0, 1, 2], [0, 1], 0.5)
        assert group.found_by == ("clear" if first < second else "growth")


def test_runs_in_step_are_kept_or_left_as_one() -> None:
    """A long passage that keeps step is one point; what crosses it weighs against all of it."""
    steps = [(i, i + 1) for i in range(5)]
    assert heaviest_rising([*steps, (5, 0)], [1] * 5 + [4]) == set(range(5))
    assert heaviest_rising([*steps, (5, 0)], [1] * 5 + [6]) == {5}
    between = [(0, 0), (1, 2), (2, 1), (3, 3)]
    assert heaviest_rising(between, [1, 1, 2, 1]) == {0, 2, 3}
    assert heaviest_rising([(0, 1), (1, 1), (2, 2)], [9, 1, 1]) == {0, 2}


def test_fixed_links_side_by_side_are_one_wall() -> None:
    walls = _walls([Link(4, 7), Link(0, 0), Link(1, 1), Link(2, 2), Link(3, 6)])
    assert [(w.block.before, w.block.after, w.worth) for w in walls] == [
        ((0, 2), (0, 2), 3.0),
        ((3, 4), (6, 7), 2.0),
    ]
