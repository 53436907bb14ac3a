"""Sentences and paragraphs tell one story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.align import align
from p5diff.align.passes.agree import MOST, SHARED, SURE, Agreed, agreed, are_told, settled
from p5diff.align.passes.links import Link
from p5diff.model.alignment import PairKind
from p5diff.model.statement import Metadata, Statement
from p5diff.text.stored import parse
from tests.align.strategies import law

BLOCKS = (0, 0, 1), (0, 0, 1)
WORDS = ("ab", "cd", "ef"), ("ab", "xd", "yz")


def _statement(text: str) -> Statement:
    paragraphs = parse(text, language=languages.get("en"))
    return Statement(meta=Metadata(ref="x", id="x", language="en"), paragraphs=paragraphs)


def test_a_likely_sentence_does_not_tie_paragraphs_that_have_no_other_tie() -> None:
    links = [Link(0, 0, 1.0, "exact"), Link(1, 2, 0.6, "wording")]
    assert agreed(links, [Link(0, 0, 0.9, "wording")], BLOCKS, WORDS).links == [(0, 0)]


def test_a_sure_one_does() -> None:
    links = [Link(0, 0, 1.0, "exact"), Link(1, 2, 0.96, "wording")]
    assert agreed(links, [Link(0, 0, 0.9, "wording")], BLOCKS, WORDS).links == links


def test_of_a_text_rewritten_from_end_to_end_a_likely_sentence_ties() -> None:
    links = [Link(1, 2, 0.6, "wording")]
    assert agreed(links, [], BLOCKS, WORDS).links == []
    assert agreed(links, [], BLOCKS, WORDS, rewritten=True).links == links


def test_a_likely_sentence_stays_where_a_firm_one_joins_the_same_paragraphs() -> None:
    """The two do not correspond as wholes; a sentence of each is the same, and another is likely."""
    links = [Link(0, 0, 1.0, "exact"), Link(1, 1, 0.6, "wording")]
    assert agreed(links, [], BLOCKS, WORDS).links == links


def test_where_both_paragraphs_have_others_it_stays_and_ties_nothing() -> None:
    links = [Link(0, 0, 1.0, "exact"), Link(1, 2, 0.6, "wording"), Link(2, 1, 1.0, "exact")]
    paragraphs = [Link(0, 0, 0.9, "wording"), Link(1, 1, 0.9, "wording")]
    blocks = (0, 0, 1), (0, 1, 1)
    found = agreed(links, paragraphs, blocks, WORDS)
    assert found.links == links
    assert found.apart == {(0, 1)}


def test_paragraphs_that_correspond_get_the_link_of_their_most_alike_sentences() -> None:
    found = agreed([], [Link(0, 0, 0.7, "wording")], BLOCKS, (("ab", "cd", ""), ("qr", "xd", "")))
    assert [(*link, link.confidence, link.found_by) for link in found.links] == [(1, 1, 0.7, "paragraph")]


def test_but_not_of_sentences_that_share_nothing() -> None:
    assert agreed([], [Link(1, 1, 0.7, "wording")], BLOCKS, WORDS).links == []


def test_ties_fall_the_same_from_either_side() -> None:
    words = ("ab", "ab"), ("ab", "ab")
    blocks = (0, 0), (0, 0)
    there = agreed([], [Link(0, 0, 0.7, "wording")], blocks, words)
    back = agreed([], [Link(0, 0, 0.7, "wording")], blocks, words, turned=True)
    assert there.links == [(j, i) for i, j in back.links] == [(0, 0)]


def test_a_heading_never_becomes_a_sentence_of_the_body() -> None:
    before = _statement("# Nuclear safety and security\n\nThey met in Oslo in May to take stock.\n")
    after = _statement(
        "# Taking stock\n\nThey met in Oslo in May to take stock.\n\n"
        "They discussed nuclear safety and security at length.\n"
    )
    for pair in align(before, after).pairs:
        assert len({s.role for s in (*pair.before, *pair.after)}) == 1
    assert any(pair.kind is PairKind.NEW for pair in align(before, after).pairs)


@pytest.mark.parametrize(
    ("blocks", "links", "wanted"),
    [
        (((0, 0, 1), (0, 0, 1)), [(0, 0), (1, 1), (2, 2)], [(0, 0), (1, 1)]),
        (((0, 1, 1), (0, 0, 1)), [(1, 0), (2, 1)], [(1, 0)]),
        (((0, 0, 1), (0, 1, 1)), [(0, 0), (1, 1), (2, 2)], []),
        (((0,), (0, 0)), [(0, 0)], []),
        (((0, 0), (0,)), [(0, 0)], []),
    ],
)
def test_paragraphs_are_settled_where_every_sentence_of_both_is(
    blocks: tuple[Sequence[int], Sequence[int]], links: list[tuple[int, int]], wanted: list[tuple[int, int]]
) -> None:
    found = settled([Link(i, j, 1.0, "exact") for i, j in links], blocks)
    assert [(*link, link.confidence, link.found_by) for link in found] == [(*w, 1.0, "exact") for w in wanted]


def test_a_weighed_link_settles_nothing() -> None:
    assert settled([Link(0, 0, 0.99, "wording")], ((0,), (0,))) == []


@pytest.mark.parametrize("one", [(1, 2), (2, 1)])
def test_a_likely_one_goes_whichever_of_its_paragraphs_has_no_other(one: tuple[int, int]) -> None:
    links = [Link(0, 0, 1.0, "exact"), Link(*one, 0.6, "wording")]
    found = agreed(links, [], BLOCKS, WORDS)
    assert found.links == [(0, 0)] and found.apart == frozenset()


def test_a_likely_one_between_two_that_are_spoken_for_goes() -> None:
    """Between one that is and one that is free it stays: the beginning of a split."""
    firm = [Link(0, 0, 1.0, "exact"), Link(2, 2, 1.0, "exact")]
    both = agreed([*firm, Link(0, 2, 0.6, "wording")], [], BLOCKS, WORDS)
    assert both.links == [(0, 0), (2, 2)] and both.apart == frozenset()
    for free in ((1, 2), (2, 1)):
        found = agreed([*firm, Link(*free, 0.6, "wording")], [], BLOCKS, WORDS)
        assert found.links == sorted([(0, 0), (2, 2), free])
        assert found.apart == {(BLOCKS[0][free[0]], BLOCKS[1][free[1]])}


def test_as_sure_as_can_be_is_sure() -> None:
    links = [Link(1, 2, SURE, "wording")]
    assert agreed(links, [], BLOCKS, WORDS).links == links
    assert agreed([Link(1, 2, SURE - 0.01, "wording")], [], BLOCKS, WORDS).links == []


def test_a_sentence_that_is_spoken_for_is_not_the_link_of_its_paragraphs() -> None:
    """p0 and q1 correspond; the first sentence of p0 stands in q0 already."""
    links = [Link(0, 0, 1.0, "exact")]
    words = ("ab", "ac", "ef"), ("ab", "xd", "ab")
    found = agreed(links, [Link(0, 1, 0.7, "wording")], BLOCKS, words)
    assert found.links == [(0, 0), (1, 2)]


def test_large_paragraphs_are_not_searched() -> None:
    many = MOST // 20
    size = many + 1
    for ours, theirs, wanted in ((many, 20, 1), (size, 20, 0)):
        words = (("ab",) * ours, ("ab",) * theirs)
        found = agreed([], [Link(0, 0, 0.7, "wording")], ((0,) * ours, (0,) * theirs), words)
        assert len(found.links) == wanted


def test_a_likely_one_needs_both_its_paragraphs_spoken_for_by_number() -> None:
    """Paragraph 2 of the one side is spoken for, and no paragraph 2 of the other."""
    blocks = (0, 1, 2), (0, 1, 3)
    words = ("ab", "cd", "ef"), ("ab", "cd", "ef")
    links = [Link(0, 0, 1.0, "exact"), Link(1, 1, 0.6, "wording"), Link(2, 2, 1.0, "exact")]
    assert agreed(links, [], blocks, words).links == [(0, 0), (2, 2)]
    links = [Link(0, 0, 1.0, "exact"), Link(0, 1, 0.6, "wording"), Link(1, 2, 1.0, "exact")]
    assert agreed(links, [], ((0, 1, 2), (0, 0, 1)), words).links == links
    swapped = [Link(0, 1, 1.0, "exact"), Link(1, 0, 1.0, "exact"), Link(2, 0, 0.6, "wording")]
    assert agreed(swapped, [], ((5, 6, 6), (7, 8)), words).links == swapped


@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_without_a_link_shares_a_sentence_that_has_a_partner(turned: bool) -> None:
    """P has its one sentence linked with R and corresponds to S as well, which has no other link: a split."""
    links = [Link(0, 0, 1.0, "exact")]
    blocks, words = ((0, 1), (0, 1)), (("abcd", "zz"), ("abc", "bcd"))
    wholes = [Link(0, 0, 0.99, "wording"), Link(0, 1, SHARED, "growth")]
    if turned:
        wholes = [Link(j, i, x.confidence, x.found_by) for x in wholes for i, j in [x]]
        words = words[::-1]
    found = agreed(links, wholes, blocks, words, turned=turned).links
    wanted = [(0, 0), (1, 0)] if turned else [(0, 0), (0, 1)]
    assert found == wanted
    assert (found[1].confidence, found[1].found_by) == (SHARED, "paragraph")


def test_but_only_where_the_paragraphs_are_likely_enough_to_correspond() -> None:
    links = [Link(0, 0, 1.0, "exact")]
    wholes = [Link(0, 0, 0.99, "wording"), Link(0, 1, SHARED - 0.01, "growth")]
    assert agreed(links, wholes, ((0, 1), (0, 1)), (("abcd", "zz"), ("abc", "bcd"))).links == links


def test_the_sentence_of_a_pair_is_shared_that_is_most_alike() -> None:
    links = [Link(0, 0, 1.0, "exact"), Link(1, 1, 1.0, "exact")]
    blocks, words = ((0, 0), (0, 0, 1)), (("abcd", "efgh"), ("abcx", "efgx", "gh"))
    found = agreed(links, [Link(0, 0, 1.0, "exact"), Link(0, 1, 0.9, "growth")], blocks, words)
    assert found.links == [(0, 0), (1, 1), (1, 2)]


def test_free_sentences_come_before_those_that_have_a_partner() -> None:
    links = [Link(0, 0, 1.0, "exact")]
    blocks, words = ((0, 0), (0, 1)), (("abcd", "de"), ("abc", "abcde"))
    found = agreed(links, [Link(0, 0, 0.99, "wording"), Link(0, 1, 0.9, "growth")], blocks, words)
    assert found.links == [(0, 0), (1, 1)]


def test_a_sentence_in_a_larger_group_is_not_shared_further() -> None:
    """It would bring units together that have nothing in common: of a chain of penalties all would be one."""
    links = [Link(0, 0, 1.0, "exact"), Link(0, 1, 1.0, "exact")]
    wholes = [Link(0, 0, 0.99, "wording"), Link(0, 1, 0.99, "growth"), Link(0, 2, 0.99, "growth")]
    found = agreed(links, wholes, ((0,), (0, 1, 2)), (("abcdef",), ("ab", "cd", "ef")))
    assert found.links == links


UNIT, BLOCK = st.integers(0, 5), st.integers(0, 3)
SIX = st.lists(BLOCK, min_size=6, max_size=6).map(sorted)
LINK = st.builds(
    Link,
    UNIT,
    UNIT,
    st.sampled_from([0.4, SURE - 0.01, SURE, 1.0]),
    st.sampled_from(["exact", "wording", "growth"]),
)
WHOLE = st.builds(Link, BLOCK, BLOCK, st.sampled_from([0.5, SHARED, 1.0]), st.just("wording"))


@law
@given(
    kept=st.sets(UNIT, min_size=3),
    more=st.sets(LINK, max_size=3),
    wholes=st.sets(WHOLE, max_size=6),
    before=SIX,
    after=SIX,
    rewritten=st.booleans(),
)
def test_where_the_sentences_tell_all_whole_paragraphs_change_nothing(
    kept: set[int], more: set[Link], wholes: set[Link], before: list[int], after: list[int], rewritten: bool
) -> None:
    links = sorted({*(Link(k, k, 1.0, "exact") for k in kept), *more})
    if are_told(links, (before, after)):
        words = ("ab", "bc", "cd", "de", "ef", "fa"), ("ab", "bd", "cd", "df", "ef", "fb")
        found = agreed(links, sorted(wholes), (before, after), words, rewritten=rewritten)
        assert found == Agreed(links, frozenset())


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ([Link(0, 0, 1.0, "exact"), Link(2, 2, SURE, "wording")], True),
        ([Link(0, 0, 1.0, "exact"), Link(2, 2, SURE - 0.01, "wording")], False),
        ([Link(0, 0, 1.0, "exact"), Link(1, 1, 0.4, "wording"), Link(2, 2, 1.0, "exact")], True),
        ([Link(0, 0, 1.0, "exact"), Link(1, 2, 0.4, "wording"), Link(2, 2, 1.0, "exact")], False),
        ([Link(0, 0, 1.0, "exact")], False),
        ([Link(0, 0, 1.0, "exact"), Link(2, 1, 1.0, "exact")], False),
        ([Link(0, 0, 1.0, "exact"), Link(1, 2, 1.0, "exact")], False),
    ],
)
def test_what_the_sentences_tell_of_their_paragraphs(links: list[Link], told: bool) -> None:
    """Of two paragraphs on either side: both tied, no weak link elsewhere."""
    assert are_told(links, BLOCKS) is told
