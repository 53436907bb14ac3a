"""Each pass by itself, on units small enough that the links can be told by eye."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from p5diff import language as languages
from p5diff.align.passes.anchors import anchors
from p5diff.align.passes.candidates import _index, _Search, candidates
from p5diff.align.passes.choose import one_to_one
from p5diff.align.passes.clear import clear
from p5diff.align.passes.ground import grounded
from p5diff.align.passes.links import Link
from p5diff.align.passes.renumber import renumberings
from p5diff.align.passes.stream import shared_words
from p5diff.align.scoring.order import OrderScore
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import Texts, describe, read
from p5diff.model.alignment import PairKind, ParagraphLink
from p5diff.model.statement import Paragraph, Role, Sentence


def texts_of(before: Sequence[str], after: Sequence[str], language: str = "en") -> Texts:
    texts = read(list(before), list(after), reader_for(languages.get(language)))
    describe(texts)
    return texts


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("A X B X", "X A X B", [(0, 1, 1.0), (1, 2, 0.95), (2, 3, 1.0), (3, 0, 0.95)]),
        ("N M N L", "M N L", [(1, 0, 1.0), (2, 1, 0.95), (3, 2, 1.0)]),
        ("X X A", "X A", [(1, 0, 0.95), (2, 1, 1.0)]),
        ("A X X", "A X X", [(0, 0, 1.0), (1, 1, 0.95), (2, 2, 0.95)]),
        ("X X", "X X X", [(0, 0, 0.95), (1, 1, 0.95)]),
        ("X X B", "B X", [(0, 1, 0.95), (2, 0, 1.0)]),
        ("A - B", "A - B", [(0, 0, 1.0), (2, 2, 1.0)]),
        ("A B", "C D", []),
    ],
)
def test_equal_units_are_linked_once_there_beside_a_link_or_in_order(
    before: str, after: str, wanted: list[tuple[int, int, float]]
) -> None:
    """One letter a unit; "-" is one of no words."""
    ours, theirs = ([u.replace("-", "") for u in side.split()] for side in (before, after))
    found = anchors(ours, theirs, [], "exact")
    assert [(i, j, link.confidence) for link in found for i, j in [link]] == wanted
    assert {link.found_by for link in found} <= {"exact"}


def test_what_is_taken_is_not_linked_again_and_holds_its_neighbours() -> None:
    taken = [Link(0, 1, 1.0, "exact")]
    assert anchors(["A", "X", "X"], ["X", "A", "X"], taken, "folded") == [(1, 2), (2, 0)]
    assert anchors(["A"], ["A"], [Link(0, 0, 1.0, "exact")], "folded") == []


def test_the_surest_pair_is_chosen_first_and_each_unit_once() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7, (1, 1): 0.4, (2, 2): 0.39}
    found = one_to_one(scores, [], 0.4, "wording")
    assert [(*link, link.confidence, link.found_by) for link in found] == [
        (0, 0, 0.9, "wording"),
        (1, 1, 0.4, "wording"),
    ]
    assert one_to_one(scores, [(0, 5)], 0.4, "wording") == [(1, 0)]
    assert one_to_one(scores, [(5, 0)], 0.4, "wording") == [(0, 1)]
    assert one_to_one({(1, 0): 0.5, (0, 1): 0.5, (0, 0): 0.5}, [], 0.5, "wording") == [(0, 0)]


NOTIFY = "The parties shall notify any change of the bridges listed."
NOTIFIED = "The parties shall notify each change of the bridges listed."


def test_what_is_nearly_the_same_and_has_no_rival_is_clear() -> None:
    texts = texts_of([NOTIFY, "Fees are low."], ["It rained.", NOTIFIED])
    found = clear(texts, [0, 1], [0, 1], [])
    assert found == [(0, 1)] and found[0].found_by == "clear" and 0.75 <= found[0].confidence < 1


def test_what_shares_less_than_three_quarters_is_not_clear() -> None:
    texts = texts_of([NOTIFY], ["The parties of the accord shall keep a list of bridges."])
    assert clear(texts, [0], [0], []) == []


def test_units_of_three_words_prove_nothing() -> None:
    texts = texts_of(["Bridges were built"], ["Bridges were built."])
    assert clear(texts, [0], [0], []) == []


@pytest.mark.parametrize(("others", "found"), [(2_000, [(0, 0)]), (1_999, [])])
def test_in_a_long_text_words_are_rare_that_few_free_units_hold(others: int, found: list[Link]) -> None:
    """Each word stands in hundreds of units that have a partner already: they vote for nobody."""
    rest = ["Each year the parties shall notify any sale or change of the bridges listed."] * 800
    rest += ["They met."] * (others - len(rest))
    texts = texts_of([NOTIFY, *rest], [NOTIFIED, *rest])
    taken = [(k, k) for k in range(1, others + 1)]
    assert clear(texts, [0], [0], taken) == found


def lights(word: str) -> list[str]:
    """Near-twins: each differs from the next in one name."""
    return [
        f"The coast guard {word} the old lighthouse of {name} in spring." for name in "Ada Bel Cor".split()
    ]


def test_among_near_twins_none_leads() -> None:
    texts = texts_of(lights("shall paint"), [text.replace(" of ", " near ") for text in lights("will paint")])
    assert clear(texts, [0], [1, 2], []) == []


def test_among_near_twins_the_one_beside_a_link_is_meant() -> None:
    """The name is not among the words that tell them apart here: all stand at one distance."""
    before = ["They met."] + ["The guard shall paint the old tower by the sea in spring."] * 2
    after = ["They met."] + ["The guard will paint the old tower by the sea in spring."] * 2
    texts = texts_of(before, after)
    assert clear(texts, [1, 2], [1, 2], []) == []
    assert clear(texts, [1, 2], [1, 2], [(0, 0)]) == [(1, 1), (2, 2)]
    texts = texts_of([*before[1:], before[0]], [*after[1:], after[0]])
    assert clear(texts, [0, 1], [0, 1], [(2, 2)]) == [(1, 1), (0, 0)]


def test_one_stream_says_how_many_words_two_units_share_in_order() -> None:
    texts = texts_of(["met in Oslo and agreed on fees"], ["met in Oslo", "agreed on all fees"])
    assert shared_words(texts, [0], [0, 1]) == {(0, 0): 3, (0, 1): 3}
    texts = texts_of(["met in Oslo", "agreed on fees"], ["agreed on fees in May", "met in Oslo"])
    assert shared_words(texts, [0, 1], [0, 1]) == {(0, 1): 3}
    assert shared_words(texts, [1], [0]) == {(1, 0): 3}


@pytest.mark.parametrize(
    ("found_by", "topics", "kept"),
    [
        ("exact", (set(), set()), True),
        ("clear", (set(), set()), True),
        ("clear", ({"a"}, {"b"}), False),
        ("wording", (set(), set()), False),
    ],
)
def test_a_link_rests_on_content_or_on_being_the_same(
    found_by: str, topics: tuple[set[str], set[str]], kept: bool
) -> None:
    """Ten words each, none of content in common; links that are certain, or clear and on one topic, pass."""
    texts = texts_of(
        ["Boats and the nets of it are to be in there."], ["Fees and the lists of it are to be in there."]
    )
    hints = Hints(topics=([frozenset(topics[0])], [frozenset(topics[1])]))
    link = Link(0, 0, 0.9, found_by)
    assert (grounded(texts, [link], 0.9, hints) == [link]) is kept


def test_a_clear_link_is_as_long_as_its_shorter_unit() -> None:
    ours = "Boats and the nets of it are to be in there, and to be of it, and in it."
    texts = texts_of([ours], ["Fees are to be in there."])
    assert grounded(texts, [Link(0, 0, 0.9, "clear")], 0.9, Hints()) == []
    assert grounded(texts, [Link(0, 0, 0.9, "clear")], 0.0, Hints()) == [(0, 0)]


def test_content_is_that_of_the_poorer_unit() -> None:
    """All that the short one says stands in the long one; the half of it is not enough."""
    texts = texts_of(
        ["Boats fish.", "Nets cost money."],
        [
            "Boats fish near harbours while lighthouses guide sailors home.",
            "Money buys bread and salt for winter.",
        ],
    )
    links = [Link(0, 0, 0.5, "wording"), Link(1, 1, 0.5, "wording")]
    assert grounded(texts, links, 0.9, Hints()) == [(0, 0)]


CROPS = [f"The {word} harvest of the {place} was counted." for word, place in
         [("barley", "north"), ("millet", "south"), ("rye", "east"), ("oats", "west")]]  # fmt: skip


def paired(before: Sequence[str], after: Sequence[str], **bounds: int) -> tuple[list[tuple[int, int]], bool]:
    texts, order = texts_of(before, after), OrderScore([], (len(before), len(after)))
    free = list(range(len(before))), list(range(len(after)))
    return candidates(texts, free, free, order, **{"most": 2, "postings": 10_000, **bounds})


def test_candidates_share_rare_words() -> None:
    pairs, cut = paired(CROPS, [text.replace("was counted", "has been counted") for text in CROPS[::-1]])
    assert not cut and {(0, 3), (1, 2), (2, 1), (3, 0)} <= set(pairs)
    assert paired(["Fees are low."], ["Boats fish."]) == ([], False)


def test_a_candidate_gathers_what_the_terms_it_shares_are_worth() -> None:
    texts = texts_of(["Rye and barley were sown."], ["Rye was sown.", "Nobody sowed barley.", "Boats fish."])
    search = _Search(texts, texts.after, range(3), OrderScore([], (1, 3)).forward, 60)
    ours, theirs = texts.before.terms[0], texts.after.terms
    gathered = search._gather(ours, _index(range(3), [theirs[j] for j in range(3)], 60))
    shared = {j: sum(texts.worth[term] for term in ours & theirs[j]) for j in range(3)}
    assert gathered == {j: value for j, value in shared.items() if value} and len(gathered) == 2


def test_a_faint_candidate_beside_a_strong_one_is_none() -> None:
    after = ["Rye was sown beside the canal.", "The mayor spoke at length about barley."]
    mayor = "The mayor spoke at length."
    assert paired(["Rye and barley were sown beside the canal.", mayor], after)[0] == [(0, 0), (1, 1)]
    assert {(0, 0), (0, 1)} <= set(paired(["Nobody sowed rye, or barley.", mayor], after)[0])


def test_units_that_tie_come_near_their_place_first() -> None:
    """Thirty of a kind on either side: each is given those that stand where it does."""
    same = ["The ferry leaves the quay at dawn."] * 30
    texts, order = texts_of(same, same), OrderScore([], (30, 30))
    free = list(range(30)), list(range(30))
    pairs, _ = candidates(texts, free, free, order, most=2, postings=10_000)
    assert {(i, i) for i in range(30)} <= set(pairs) and all(abs(i - j) <= 2 for i, j in pairs)


def test_the_more_units_the_fewer_candidates_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many pairs for all units together, and two at least for each."""
    same = ["The ferry leaves the quay at dawn."] * 10
    several = {}
    for pairs in (200, 80, 20):
        monkeypatch.setattr("p5diff.align.passes.candidates._PAIRS", pairs)
        found, _ = paired(same, same, most=6)
        several[pairs] = max(sum(i == unit for i, _ in found) for unit in (0, 9))
    assert several == {200: 6, 80: 4, 20: 2}


def test_a_bound_that_was_reached_is_said() -> None:
    same = ["The ferry leaves the quay at dawn."] * 30
    assert paired(same, same, postings=1)[1]
    assert not paired(same, same)[1], "leaving out common words is the method"
    assert not paired(same[:4], same[:4], postings=1)[1]


def paragraphs(*labels: str) -> list[Paragraph]:
    made = []
    for block, label in enumerate(labels):
        sentence = Sentence(text="x", block=block, number=1, role=Role.BODY, paragraph=block + 1)
        made.append(Paragraph(sentences=(sentence,), role=Role.BODY, number=block + 1, label=label))
    return made


def renumbered(
    before: Sequence[Paragraph], after: Sequence[Paragraph], *ties: tuple[int, int], moved: bool = False
) -> list[tuple[str, str, str, str, int]]:
    links = [ParagraphLink(before=(i,), after=(j,), moved=moved, kind=PairKind.UNCHANGED) for i, j in ties]
    return [
        (run.before_first, run.before_last, run.after_first, run.after_last, run.count)
        for run in renumberings(links, before, after)
    ]


def test_a_run_of_labels_that_shifted_is_one_renumbering() -> None:
    before, after = paragraphs("1.", "2.", "3."), paragraphs("1.", "2.", "3.", "4.")
    assert renumbered(before, after, (0, 1), (1, 2), (2, 3)) == [("1.", "3.", "2.", "4.", 3)]
    assert renumbered(before, after, (0, 0), (1, 1), (2, 2)) == []
    assert renumbered(before, after, (0, 1), (2, 3)) == [
        ("1.", "1.", "2.", "2.", 1),
        ("3.", "3.", "4.", "4.", 1),
    ]


def test_without_labels_the_number_counts_unless_it_moved() -> None:
    before, after = paragraphs("", ""), paragraphs("", "", "")
    assert renumbered(before, after, (0, 1), (1, 2)) == [("1", "2", "2", "3", 2)]
    assert renumbered(before, after, (0, 1), (1, 2), moved=True) == []
    assert renumbered(paragraphs("", ""), paragraphs("(a)", ""), (0, 0)) == [("", "", "(a)", "(a)", 1)]


def test_paragraphs_that_were_split_are_not_renumbered() -> None:
    before, after = paragraphs("1.", "2."), paragraphs("1.", "2.", "3.")
    links = [
        ParagraphLink(before=(0,), after=(1, 2), kind=PairKind.REWORDED),
        ParagraphLink(before=(0, 1), after=(2,), kind=PairKind.REWORDED),
    ]
    assert renumberings(links, before, after) == ()


@pytest.mark.parametrize(
    ("one", "two", "follow"),
    [
        ("(a)", "(b)", True), ("z)", "aa)", True), ("(iv)", "(v)", True),
        ("VIII.", "IX.", True), ("XXXIX.", "XL.", True), ("xcix)", "c)", True), ("CDXCIX", "D", True),
        ("CMXCIX", "M", True), ("iii", "iv", True), ("xi", "xiii", False),
        ("XIX.", "XX.", True),
        ("9.", "10.", True),
        ("Article 4", "Article 5", True), ("1.2", "1.3", True), ("1.9", "2.10", False), ("(a)", "b.", False),
        ("(a)", "(c)", False), ("4.", "6.", False), ("5.", "4.", False), ("–", "–", False),
        ("–", "5.", False), ("5.", "–", False), ("4.", "5)", False), ("9", "10", True), ("0.", "1.", False),
        ("ab.", "ac.", False), ("zz.", "aaa.", True), ("٩.", "١٠.", True), ("", "1.", False),
        ("ia.", "ib.", False),
    ],
)  # fmt: skip
def test_labels_that_count_on_belong_to_one_run(one: str, two: str, follow: bool) -> None:
    before, after = paragraphs(one, two), paragraphs("7.", "8.")
    assert len(renumbered(before, after, (0, 0), (1, 1))) == (1 if follow else 2)
