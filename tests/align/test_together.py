"""Groups chosen together: the spine, what it pays for moved links, and who may still join."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.align import Link, align_sentences
from p5diff.align.passes.together import Weighed, left_over, links_of, spine
from p5diff.align.scoring.joined import GROWTH, Joined, JoinedBlock
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.score import KINDS, NAMES, judge_rows
from p5diff.align.scoring.usual import Usual
from p5diff.align.scoring.weights import WEIGHTS
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
def test_the_spine_is_the_heaviest_chain_that_rises_on_both_sides(blocks: list) -> None:
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
