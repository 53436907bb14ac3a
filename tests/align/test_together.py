"""Groups chosen together: the spine, what it pays for moved links, and who may still join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import exp
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.align import Link, align_sentences
from p5diff.align.passes.together import (
    SEED,
    SHORT,
    Together,
    Weighed,
    join_loose,
    left_over,
    links_of,
    spine,
)
from p5diff.align.scoring.joined import GROWTH, Joined, JoinedBlock
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.score import KINDS, NAMES, Tables, judge_rows
from p5diff.align.scoring.usual import Usual
from p5diff.align.scoring.weights import WEIGHTS
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import describe, read
from tests.align.strategies import law


def _weighed(before: tuple[int, ...], after: tuple[int, ...], worth: float) -> Weighed:
    return Weighed(JoinedBlock(before, after), worth, 0.9, "wording")


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, ...]:
    first = draw(st.integers(0, 5))
    return tuple(range(first, first + draw(st.integers(1, 3))))


@law
@given(st.lists(st.tuples(runs(), runs(), st.integers(1, 9)), max_size=8, unique_by=lambda t: (t[0], t[1])))
def test_the_spine_is_the_heaviest_chain_that_rises_on_both_sides(blocks: list[Any]) -> None:
    weighed = [_weighed(*block) for block in blocks]
    chain = spine(weighed, [], [], 0.3)

    def rises(chosen: tuple[Weighed, ...]) -> bool:
        ordered = sorted(chosen)
        return all(
            a.block.before[-1] < b.block.before[0] and a.block.after[-1] < b.block.after[0]
            for a, b in pairwise(ordered)
        )

    best = max(
        sum(w.worth for w in chosen)
        for size in range(len(weighed) + 1)
        for chosen in combinations(weighed, size)
        if rises(chosen)
    )
    assert rises(tuple(chain))
    assert sum(w.worth for w in chain) == best


def test_a_block_pays_for_the_moved_link_that_it_breaks() -> None:
    moved = [Link(0, 5, 0.9, "wording")]
    dear = _weighed((0,), (1,), 0.5)
    assert spine([dear], [], moved, 0.3) == []
    assert [w.block for w in spine([dear._replace(worth=0.7)], [], moved, 0.3)] == [dear.block]


def test_a_block_that_holds_the_whole_moved_link_pays_nothing() -> None:
    whole = _weighed((0, 1), (5,), 0.5)
    assert [w.block for w in spine([whole], [], [Link(0, 5, 0.9, "wording")], 0.3)] == [whole.block]


def test_certain_links_stand_in_the_way_of_blocks_that_cross_them() -> None:
    fixed = [Link(1, 1)]
    assert spine([_weighed((0,), (2,), 0.6)], fixed, [], 0.3) == []


def test_moved_links_stay_where_the_spine_left_both_ends() -> None:
    moved = [Link(0, 2, 0.8, "wording"), Link(3, 0, 0.7, "wording")]
    taken = links_of([_weighed((3,), (3,), 0.5)])
    assert left_over({(4, 0): 0.5, (4, 1): 0.2}, taken, moved, 0.3) == [(0, 2), (4, 0)]


def _joined(before: list[str], after: list[str]) -> Joined:
    texts = read(before, after, reader_for(languages.get("en")))
    describe(texts)
    order = OrderScore([], (len(before), len(after)))
    return Joined(texts, ({}, {}), {}, order, Usual(1.0, 0.5, 0.5, 0.2), ({}, {}))


@pytest.mark.parametrize(
    ("second", "own"),
    [
        ("They reaffirmed their commitment to peace.", 1.0),
        ("They reaffirmed their commitment to chess.", 0.0),
    ],
)
def test_a_repeated_opening_is_no_content(second: str, own: float) -> None:
    joined = _joined(
        ["They reaffirmed their commitment to trade and to peace."],
        ["They reaffirmed their commitment to trade.", second],
    )
    figures = dict(zip(GROWTH, joined.figures(JoinedBlock((0,), (0,)), 1, 1), strict=True))
    assert figures["own"] == own
    assert figures["held"] > 0.4
    assert (figures["overlap_gain"] > 0) is bool(own)


def test_figures_are_the_same_from_either_side() -> None:
    one = (
        ["Talks began in Geneva and will go on in Vienna."],
        ["Talks began in Geneva.", "They go on in Vienna."],
    )
    there = _joined(*one).figures(JoinedBlock((0,), (0,)), 1, 1)
    back = _joined(*one[::-1]).figures(JoinedBlock((0,), (0,)), 0, 1)
    assert there == pytest.approx(back)


def test_each_figure_has_its_weight() -> None:
    wanted = {table: {*names, "bias"} for table, names in NAMES.items()}
    wanted["growth"] |= {name + kind for name in wanted["growth"] for kind in KINDS}
    assert wanted == {table: set(weights) for table, weights in WEIGHTS.items()}


def test_what_the_kind_of_text_adds_to_a_weight() -> None:
    tables = {"growth": {"bias": -1.0, "bias loose": 4.0, "bias strict": 2.0} | dict.fromkeys(GROWTH, 0.0)}
    row = [[0.0] * len(GROWTH)]
    assert judge_rows(row, "growth", tables) == [pytest.approx(1 / (1 + exp(1)))]
    assert judge_rows(row, "growth", tables, (0.5, 1.0)) == [pytest.approx(1 / (1 + exp(-3)))]


def test_halves_are_chosen_together() -> None:
    """The worked example at the head of `passes/together.py`."""
    links = align_sentences(
        ["Talks began in Geneva and will go on in Vienna.", "They will report."],
        ["Talks began in Geneva.", "They will go on in Vienna.", "They will report."],
        language="en",
    )
    assert list(links) == [(0, 0), (0, 1), (1, 2)]


def test_what_both_share_is_no_pair_where_nothing_corresponds() -> None:
    """Two texts on one subject, sentence by sentence different."""
    before = [
        "The delegations met in Oslo to discuss the safety of shipping in northern waters.",
        "They agreed that pilots should be trained for ice.",
        "A register of harbours will be kept in Tromsø.",
    ]
    after = [
        "The delegations heard reports on fisheries and the price of fuel.",
        "They asked the bank for a loan to small yards.",
        "A seminar on insurance is planned for autumn.",
    ]
    assert align_sentences(before, after, language="en") == ()


class Plain(Together):
    """Texts of units of so many words; `likely` says how likely each unit (side, number) joins any block."""

    def __init__(
        self,
        sizes: tuple[Sequence[int], Sequence[int]],
        likely: Mapping[tuple[int, int], float] | None = None,
        certain: Sequence[Link] = (),
        partners: Mapping[tuple[int, int], Sequence[tuple[float, int]]] | None = None,
        hints: Hints | None = None,
    ) -> None:
        sides = [SimpleNamespace(symbols=["x" * size for size in side]) for side in sizes]
        texts = SimpleNamespace(before=sides[0], after=sides[1])
        known = partners or {}
        joined = SimpleNamespace(partners=lambda side, unit: known.get((side, unit), ()))
        super().__init__(texts, joined, certain, hints or Hints())  # type: ignore[arg-type]
        self.likely = likely or {}

    def probabilities(self, wanted: Sequence[Any], tables: Tables) -> dict[Any, float]:
        return {key: self.likely.get(key[1:], 0.0) for key in wanted}


ONE = JoinedBlock((1,), (1,))


def _around(together: Together, block: JoinedBlock = ONE, *, apart: bool = False) -> list[tuple[int, int]]:
    return list(together.options(block, apart=apart))


def test_neighbours_on_either_side_may_join_a_block() -> None:
    four = [5] * 4
    assert _around(Plain((four, four))) == [(0, 0), (0, 2), (1, 0), (1, 2)]
    assert _around(Plain((four, four)), JoinedBlock((0,), (3,))) == [(0, 1), (1, 2)]
    assert _around(Plain((four, four)), JoinedBlock((1, 2), (1, 2))) == [(0, 0), (0, 3), (1, 0), (1, 3)]
    assert _around(Plain(([5, 5, 0, 5], four))) == [(0, 0), (1, 0), (1, 2)]
    assert _around(Plain((four, four), certain=[Link(0, 2)])) == [(0, 2), (1, 0)]


def test_and_those_weighed_against_it_wherever_they_stand() -> None:
    known = {(1, 1): [(0.5, 3)], (0, 1): [(0.4, 4)], (1, 2): [(0.9, 4)]}
    together = Plain(([5] * 5, [5] * 5), partners=known)
    assert _around(together, apart=True) == [(0, 0), (0, 2), (0, 3), (1, 0), (1, 2), (1, 4)]
    assert _around(together) == [(0, 0), (0, 2), (1, 0), (1, 2)]


def test_who_is_short_beside_its_partners_takes_in_no_further_one() -> None:
    """Two of ten words beside one of as many as are asked for, and of one less."""
    pair = JoinedBlock((0, 1), (0,))
    enough = round(SHORT * 20)
    for words, found in ((enough, [(0, 2), (1, 1)]), (enough - 1, [(1, 1)])):
        assert _around(Plain(([10] * 3, [words] * 2)), pair) == found


def test_a_unit_joins_only_what_is_near_its_length_and_its_like() -> None:
    assert _around(Plain(([5, 5, 2000], [5, 5]))) == [(0, 0), (1, 0)]
    titled = Hints(roles=("bbt", "bb"))
    assert _around(Plain(([5] * 3, [5] * 2), hints=titled)) == [(0, 0), (1, 0)]
    assert _around(Plain(([5] * 2, [5] * 3), hints=Hints(roles=("bb", "tbb")))) == [(0, 0), (1, 2)]


def test_blocks_begin_with_likely_pairs_and_with_clear_ones() -> None:
    certain = [Link(2, 2, 0.9, "clear"), Link(3, 3, 1.0, "exact"), Link(4, 4, 1.0, "folded")]
    found = Plain(([5], [5]), certain=certain).seeds({(0, 1): SEED, (0, 0): 0.7, (1, 0): SEED - 0.01})
    assert found == [
        (JoinedBlock((0,), (0,)), 0.7, "wording"),
        (JoinedBlock((0,), (1,)), SEED, "wording"),
        (JoinedBlock((2,), (2,)), 0.9, "clear"),
    ]


@pytest.mark.parametrize(("sizes", "room"), [((4, 6), True), ((6, 4), True), ((5, 6), False)])
def test_a_clear_pair_has_room_where_two_words_are_left_over(sizes: tuple[int, int], room: bool) -> None:
    """All words of the shorter unit stand in the longer one."""
    together = Plain(([sizes[0]], [sizes[1]]))
    shared = min(sizes) / (sum(sizes) / 2)
    assert together.has_room(JoinedBlock((0,), (0,)), "clear", shared) is room
    assert together.has_room(JoinedBlock((0,), (0,)), "wording", shared)


def _blocks(together: Together, scores: Mapping[tuple[int, int], float]) -> dict[JoinedBlock, Weighed]:
    return {w.block: w for w in together.blocks(scores, {}, 0.3, 0.2)}


def test_a_block_is_worth_what_its_links_are_likelier_than_asked() -> None:
    found = _blocks(Plain(([9], [5, 5]), {(1, 1): 0.6}), {(0, 0): 0.8})
    alone, both = JoinedBlock((0,), (0,)), JoinedBlock((0,), (0, 1))
    assert set(found) == {alone, both}
    assert found[alone][1] == pytest.approx(0.5) and found[alone][2:] == (0.8, "wording")
    assert found[both][1] == pytest.approx(0.9) and found[both][2:] == (0.6, "growth")


def test_of_two_ways_to_a_block_the_one_worth_more_counts() -> None:
    likely = {(1, 0): 0.4, (1, 1): 0.9}
    found = _blocks(Plain(([9], [5, 5]), likely), {(0, 0): 0.8, (0, 1): 0.6})
    assert found[JoinedBlock((0,), (0, 1))].worth == pytest.approx(0.8 - 0.3 + 0.9 - 0.2)
    found = _blocks(Plain(([9], [5, 5]), likely), {(0, 0): 0.2, (0, 1): 0.9})
    assert found[JoinedBlock((0,), (0, 1))].worth == pytest.approx(0.6 - 0.2 + 0.9 - 0.5 + 0.0)


def test_blocks_grow_while_their_units_are_likely_and_no_wider_than_four() -> None:
    many = [9] * 7
    for p, widest in ((0.9, 4), (0.3, 4), (0.29, 1)):
        found = _blocks(Plain(([40], many), {(1, n): p for n in range(7)}), {(0, 0): 0.9})
        assert max(len(block.after) for block in found) == widest
    found = _blocks(Plain((many, [40]), {(0, n): 0.9 for n in range(7)}), {(0, 0): 0.9})
    assert max(len(block.before) for block in found) == 4


def test_a_block_worth_nothing_is_none() -> None:
    assert _blocks(Plain(([5], [5])), {(0, 0): 0.3}) == {}
    assert len(_blocks(Plain(([5], [5])), {(0, 0): 0.31})) == 1


def test_a_block_pays_for_each_moved_link_that_it_breaks() -> None:
    moved = [Link(0, 5, 0.9, "wording"), Link(6, 1, 0.5, "wording")]
    for worth, kept in ((0.81, True), (0.79, False)):
        assert bool(spine([_weighed((0,), (1,), worth)], [], moved, 0.3)) is kept


def test_all_units_of_a_block_are_linked_with_all_across() -> None:
    found = links_of([Weighed(JoinedBlock((0, 1), (2, 3)), 1.0, 0.123456, "growth")])
    assert found == [(0, 2), (0, 3), (1, 2), (1, 3)]
    assert {(x.confidence, x.found_by) for x in found} == {(0.1235, "growth")}


def _loose(together: Together, links: Sequence[Link], more: float = 0.4) -> list[tuple[int, int, float]]:
    return [(*x, x.confidence) for x in join_loose(together, links, {}, more)]


def test_what_has_no_link_joins_the_block_beside_it() -> None:
    likely = {(0, 0): 0.4, (0, 2): 0.39, (1, 0): 0.7, (1, 2): 0.5}
    together = Plain(([5] * 3, [5] * 3), likely)
    link = Link(1, 1, 0.9, "wording")
    assert _loose(together, [link]) == [(1, 0, 0.7), (1, 2, 0.5), (0, 1, 0.4)]
    assert _loose(together, [Link(1, 1, 1.0, "exact")]) == []
    assert _loose(together, [link, Link(2, 0, 1.0, "exact")]) == [(1, 2, 0.5), (0, 1, 0.4)]
    assert _loose(together, [link, Link(0, 2, 1.0, "exact")]) == [(1, 0, 0.7)]
    assert _loose(Plain(([5] * 3, [5] * 3), likely), [Link(1, 1, 1.0, "clear")]) == []


def test_it_is_linked_with_all_units_across_and_joins_one_block_only() -> None:
    likely = {(1, 2): 0.8}
    together = Plain(([5] * 4, [9] * 4), likely)
    links = [Link(0, 1, 0.9, "wording"), Link(1, 1, 0.9, "wording"), Link(3, 3, 0.9, "wording")]
    assert _loose(together, links) == [(0, 2, 0.8), (1, 2, 0.8)]
