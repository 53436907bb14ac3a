"""A text rewritten from end to end: read by the order that faint traces keep."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.as_shown import links_shown
from benchmarks.judged import FOLDER, Counts, score
from benchmarks.rewritten import rewritten
from benchmarks.strangers import strangers
from p5diff import language as languages
from p5diff.align import align, align_sentences
from p5diff.align.passes.in_order import (
    ALONE,
    CELLS,
    DOUBTED,
    JOINED,
    LONGEST,
    PAIR,
    SURE,
    expected,
    open_gaps,
    paths,
)
from p5diff.align.passes.links import Link
from p5diff.align.scoring.faint import Faint
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import describe, read
from p5diff.model.statement import Metadata, Statement
from p5diff.text.stored import parse
from tests.align.strategies import law

LEASE = (
    "Tenants are obliged to clean the stairwell in weekly rotation.",
    "Noise disturbing the peace is to be avoided between ten and six.",
    "The keeping of animals requires the landlord's prior consent.",
    "Damage to the heating system shall be notified to the caretaker.",
    "Washing machines may be installed in the basement only.",
)
PLAIN = (
    "Every week another tenant sweeps the stairs.",
    "From ten at night until six we all stay quiet.",
    "A new playground has opened behind the house.",
    "If you would like a dog, ask the landlord first.",
    "If you feel no heat, phone the caretaker.",
    "Your washing machine goes into the basement.",
)


def test_a_plain_version_is_linked_by_the_order_that_its_traces_keep() -> None:
    links = align_sentences(LEASE, PLAIN, language="en")
    assert [(i, j) for i, j in links] == [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]
    assert sum(link.found_by == "order" for link in links) == 4
    assert all(0.5 <= link.confidence < 1 for link in links)


def test_the_same_from_either_side() -> None:
    there = align_sentences(LEASE, PLAIN, language="en")
    back = align_sentences(PLAIN, LEASE, language="en")
    assert list(there) == sorted(there) and list(back) == sorted(back)
    assert [(i, j, x.confidence, x.found_by) for x in there for i, j in [x]] == sorted(
        (i, j, x.confidence, x.found_by) for x in back for j, i in [x]
    )


@pytest.mark.parametrize(("ours", "theirs"), [(1, 1), (2, 2), (3, 1), (5, 6)])
def test_the_same_however_the_sentences_stand_in_paragraphs(ours: int, theirs: int) -> None:
    """Of what is wholly rewritten, paragraphs have no more in common than their sentences."""
    found = align(_paragraphs(LEASE, ours), _paragraphs(PLAIN, theirs))
    pairs = {(s.text, t.text) for pair in found.pairs for s in pair.before for t in pair.after}
    assert pairs == {(LEASE[i], PLAIN[j]) for i, j in align_sentences(LEASE, PLAIN, language="en")}


def _paragraphs(sentences: Sequence[str], size: int) -> Statement:
    parts = [sentences[k : k + size] for k in range(0, len(sentences), size)]
    paragraphs = parse("\n\n".join("\n".join(part) for part in parts), language=languages.get("en"))
    return Statement(meta=Metadata(ref="x", id="x", language="en"), paragraphs=paragraphs)


def test_the_same_traces_in_no_order_are_no_rewriting() -> None:
    """Read from its end, the plain version has all the traces and no order: nothing but what shares most."""
    links = align_sentences(LEASE, PLAIN[::-1], language="en")
    assert len(links) <= 1


def test_a_text_that_shares_nothing_stays_new_as_a_whole() -> None:
    other = (
        "Trains in the hills run late because of snow.",
        "Grain has become a third dearer.",
        "Our museum shuts for repairs.",
        "Doctors warn against water from wells.",
    )
    assert align_sentences(LEASE, other, language="en") == ()


def test_where_a_quarter_is_as_it_was_what_stands_in_a_gap_is_new_and_dropped() -> None:
    kept = ("The lease runs for three years.", "Rent is due on the first of each month.")
    links = align_sentences([kept[0], *LEASE, kept[1]], [kept[0], *PLAIN, kept[1]], language="en")
    assert [(i, j) for i, j in links if i in {0, 6}] == [(0, 0), (6, 7)]
    assert "order" not in {link.found_by for link in links}


def test_paths_of_one_pair_weigh_what_its_odds_say() -> None:
    """Three ways: the pair, or one alone after the other, in two turns."""
    chances, said = paths([[3.0]])
    pair, apart = 3.0 * PAIR, 2 * ALONE * ALONE
    assert chances[0][0] == pytest.approx(pair / (pair + apart))
    assert said == pytest.approx(_log((pair + apart) / (PAIR + apart)))


def _log(value: float) -> float:
    from math import log

    return log(value)


def test_pairs_that_keep_order_support_each_other_and_a_crossing_one_does_not() -> None:
    """What lies between two sure pairs gains by them; between two that cross each other it does not."""
    faint = [[50.0, 0.2, 0.2], [0.2, 1.0, 0.2], [0.2, 0.2, 50.0]]
    chances, said = paths(faint)
    assert chances[1][1] > 0.9 and said > 0
    crossed = [[0.2, 0.2, 50.0], [0.2, 1.0, 0.2], [50.0, 0.2, 0.2]]
    assert paths(crossed)[0][1][1] < 0.4 and paths(crossed)[1] < said


def test_faint_links_say_that_more_was_too_faint_to_be_linked() -> None:
    assert expected([]) == expected([3.3] * 9) == DOUBTED
    assert DOUBTED < expected([1.6]) < expected([1.6] * 5) < expected([0.5] * 9) == SURE
    assert expected([1.5, 1.6, 1.4, 6.0]) < expected([1.5, 1.6, 1.4])


def test_but_not_that_two_that_share_nothing_are_one() -> None:
    """The third sentences have no trace in common: between faint links they stay dropped and new."""
    before = ("The weir is to be repaired.", "Eels shall be counted.", "Fines are doubled.", "Otters stay.")
    after = ("Repairs of a weir.", "Someone counts an eel.", "Who sins pays more.", "An otter may live here.")
    assert [(i, j) for i, j in align_sentences(before, after, language="en")] == [(0, 0), (1, 1), (3, 3)]


def test_one_beside_two_is_a_step_of_its_own() -> None:
    chances, _ = paths([[20.0, 20.0]])
    both = JOINED * 400
    one = 2 * PAIR * 20 * ALONE
    assert chances[0][0] == pytest.approx((both + one / 2) / (both + one + 3 * ALONE**3))
    assert chances[0][0] == pytest.approx(chances[0][1])


def _faint(before: Sequence[str], after: Sequence[str], hints: Hints, code: str = "en") -> Faint:
    texts = read(before, after, reader_for(languages.get(code)))
    describe(texts)
    return Faint(texts, range(len(before)), range(len(after)), hints)


def test_a_trace_says_more_the_fewer_others_have_it() -> None:
    """One trace that no other pair has says more than even, one that all have says less."""
    faint = _faint(LEASE, PLAIN, Hints())
    assert faint.odds(3, 4) > 5 > 1 > faint.odds(3, 0)
    everywhere = [f"{sentence} The caretaker says so." for sentence in PLAIN]
    assert _faint(LEASE, everywhere, Hints()).odds(3, 0) < 1


def test_pieces_of_words_tell_a_compound_from_its_half() -> None:
    before = ("Schäden an der Heizungsanlage sind anzuzeigen.", "Fahrräder sind abzustellen.")
    after = ("Die Zentralheizung ist kaputt?", "Ein Rad steht da.")
    faint = _faint(before, after, Hints(), "de")
    assert faint.figures(0, 0)[3] > 0 == faint.figures(1, 0)[3]


def test_in_a_text_without_spaces_one_character_is_a_piece() -> None:
    faint = _faint(("申请签证", "停留期限"), ("签字证明", "医院关门"), Hints(), "zh")
    assert faint.figures(0, 0)[3] > 0 == faint.figures(0, 1)[3]


def test_a_title_is_no_sentence_and_topics_count_a_little() -> None:
    body = Hints(topics=([frozenset()] * 5, [frozenset()] * 6), roles=("b" * 5, "b" * 4 + "t" + "b"))
    assert _faint(LEASE, PLAIN, body).odds(3, 4) == 0
    known = [frozenset({"homes"})] * 5, [frozenset({"homes"})] * 5 + [frozenset({"trade"})]
    plain, told = _faint(LEASE, PLAIN, Hints()), _faint(LEASE, PLAIN, Hints(topics=known))
    assert told.odds(3, 4) > plain.odds(3, 4) and told.odds(4, 5) < plain.odds(4, 5)


@law
@given(st.lists(st.lists(st.floats(0.01, 400), min_size=3, max_size=3), min_size=1, max_size=5))
def test_chances_are_chances_and_mirror(odds: list[list[float]]) -> None:
    chances, said = paths(odds)
    assert all(-1e-9 <= chance <= 1 + 1e-9 for row in chances for chance in row)
    turned, back = paths([list(column) for column in zip(*odds, strict=True)])
    assert back == pytest.approx(said, abs=1e-9)
    assert [list(column) for column in zip(*turned, strict=True)] == [pytest.approx(row) for row in chances]


def test_gaps_lie_between_links_that_keep_order_and_hold_what_has_no_link() -> None:
    links = [Link(0, 0), Link(2, 2), Link(3, 7), Link(5, 5)]  # 3–7 crosses
    units = ["x"] * 8
    assert [tuple(gap) for gap in open_gaps(links, (units, units))] == [
        ([1], [1]),
        ([4], [3, 4]),
        ([6, 7], [6]),
    ]
    assert open_gaps(links, (["x", "", *units[2:]], units))[0].before == [4]


def test_gaps_that_would_cost_too_much_are_left() -> None:
    far = LONGEST + 1
    assert open_gaps([], (["x"] * far, ["x"])) == []
    side = 60
    many = [Link(k * (side + 1), k * (side + 1)) for k in range(1, 5)]
    units = ["x"] * (side + 1) * 5
    assert len(open_gaps(many, (units, units))) == CELLS // side**2


@pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/judged is not here")
def test_strangers_are_linked_by_order_nowhere() -> None:
    found = [
        link
        for judged in strangers()[::9]
        for link in align_sentences(judged.old, judged.new, language=judged.language)
        if link.found_by == "order"
    ]
    assert found == []


@pytest.mark.parametrize(
    ("lot", "right", "wrong", "false_new"), [(1, 119, 2, 21), (2, 76, 2, 6), (3, 37, 2, 13), (4, 46, 3, 11)]
)
def test_rewritten_texts_keep_what_was_reached(lot: int, right: int, wrong: int, false_new: int) -> None:
    total = Counts()
    for judged in rewritten(lot):
        total += score(judged, links_shown(judged))
    assert total.right >= right and total.wrong <= wrong and total.new_wrong <= false_new
