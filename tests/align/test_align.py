"""The whole alignment: laws, shapes, moves, paragraphs, renumbering, titles, bounds."""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from hypothesis import given

import p5diff
from p5diff.align import DEFAULT, Settings, align, align_sentences
from p5diff.align.paragraphs import paragraph_links
from p5diff.align.pause import collector_paused
from p5diff.model.alignment import Alignment, Op, Pair, PairKind, Shape
from p5diff.model.statement import Metadata, Paragraph, Role, Sentence, Statement
from tests.align.strategies import law, statement, two_documents

A = "The Parties shall report on their holdings of fissile material every two years."
B = "Each Party shall appoint one national authority and inform the depositary of it."
C = "Nothing in this text prevents peaceful research on reactors of the fourth generation."
D = "The secretariat keeps a register of all notifications received under article nine."
E = "Inspectors may visit declared facilities upon forty-eight hours of notice."


def kinds(result: Alignment) -> Counter[PairKind]:
    return Counter(p.kind for p in result.pairs)


def of_kind(result: Alignment, kind: PairKind) -> list[Pair]:
    return [p for p in result.pairs if p.kind is kind]


@law
@given(pair=two_documents())
def test_each_sentence_is_in_exactly_one_pair(pair: tuple) -> None:
    """Law 2: each sentence of each side is in exactly one pair."""
    before, after = statement(pair[0]), statement(pair[1])
    result = align(before, after)
    assert Counter(s.id for p in result.pairs for s in p.before) == Counter(s.id for s in before.sentences())
    assert Counter(s.id for p in result.pairs for s in p.after) == Counter(s.id for s in after.sentences())


@law
@given(pair=two_documents())
def test_edits_replay_in_every_pair(pair: tuple) -> None:
    """Law 1: replaying a pair's edits on *before* gives *after*, and the mirror image gives *before*."""
    for p in align(statement(pair[0]), statement(pair[1])).pairs:
        assert "".join(e.text for e in p.edits if e.op is not Op.INSERT) == p.before_text("en")
        assert "".join(e.text for e in p.edits if e.op is not Op.DELETE) == p.after_text("en")


@law
@given(pair=two_documents())
def test_a_statement_compared_with_itself_shows_no_change(pair: tuple) -> None:
    """Law 3: a statement compared with itself shows no change."""
    result = align(statement(pair[1]), statement(pair[1]))
    assert set(kinds(result)) <= {PairKind.UNCHANGED}
    assert not any(p.moved for p in result.pairs)
    assert all(link.kind is PairKind.UNCHANGED and not link.moved for link in result.paragraphs)
    assert not result.renumbered


@law
@given(pair=two_documents())
def test_swapping_sides_swaps_new_and_dropped(pair: tuple) -> None:
    """Law 3: swapping sides swaps new and dropped; the pairs are the same."""
    before, after = statement(pair[0]), statement(pair[1])
    there, back = align(before, after), align(after, before)
    ends = {(tuple(s.id for s in p.before), tuple(s.id for s in p.after), p.moved) for p in there.pairs}
    assert ends == {
        (tuple(s.id for s in p.after), tuple(s.id for s in p.before), p.moved) for p in back.pairs
    }
    assert kinds(there)[PairKind.NEW] == kinds(back)[PairKind.DROPPED]
    assert kinds(there)[PairKind.EDITORIAL] == kinds(back)[PairKind.EDITORIAL]


@law
@given(pair=two_documents())
def test_the_paragraph_view_agrees_with_the_sentences(pair: tuple) -> None:
    """Both views come from one alignment: every block once, new or dropped only if all of it is."""
    before, after = statement(pair[0]), statement(pair[1])
    result = align(before, after)
    assert sorted(b for link in result.paragraphs for b in link.before) == list(range(len(before.paragraphs)))
    assert sorted(b for link in result.paragraphs for b in link.after) == list(range(len(after.paragraphs)))
    paired = {s.block for p in result.pairs if p.before and p.after for s in p.before}
    dropped = {b for link in result.paragraphs if link.kind is PairKind.DROPPED for b in link.before}
    assert not paired & dropped
    assert paired | dropped == set(range(len(before.paragraphs)))


@law
@given(pair=two_documents())
def test_lists_of_sentences_link_within_range(pair: tuple) -> None:
    """`align_sentences` gives sorted, distinct links inside both lists, mirrored when exchanged."""
    before, after = [s for p in pair[0] for s in p], [s for p in pair[1] for s in p]
    links = align_sentences(before, after, language="en")
    assert list(links) == sorted(set(links))
    assert all(0 <= i < len(before) and 0 <= j < len(after) for i, j in links)
    assert all(0 <= link.confidence <= 1 for link in links)
    assert sorted((j, i) for i, j in links) == list(align_sentences(after, before, language="en"))


def test_a_moved_paragraph_is_moved_and_its_edits_are_shown() -> None:
    after = D.replace("register", "public register")
    result = align(statement([[A], [B], [C], [D]]), statement([[after], [A], [B], [C]]))
    moved = [p for p in result.pairs if p.moved]
    assert [(p.before[0].id, p.after[0].id, p.kind) for p in moved] == [("p4.1", "p1.1", PairKind.REWORDED)]
    assert [e.text for e in moved[0].edits if e.op is Op.INSERT] == ["public "]
    assert [link.moved for link in result.paragraphs] == [True, False, False, False]


def test_a_split_sentence_is_one_pair() -> None:
    one = "Each Party shall appoint one national authority and shall inform the depositary of its address."
    two = [
        "Each Party shall appoint one national authority.",
        "It shall inform the depositary of its address.",
    ]
    result = align(statement([[A, one, C]]), statement([[A, *two, C]]))
    assert [p.shape for p in result.pairs] == [Shape.ONE_TO_ONE, Shape.SPLIT, Shape.ONE_TO_ONE]
    back = align(statement([[A, *two, C]]), statement([[A, one, C]]))
    assert [p.shape for p in back.pairs] == [Shape.ONE_TO_ONE, Shape.MERGED, Shape.ONE_TO_ONE]


def test_an_inserted_paragraph_is_one_insertion_and_a_run_of_renumberings() -> None:
    before = statement([[A], [B], [C], [D]], labels=("1.", "2.", "3.", "4."))
    after = statement([[A], [E], [B], [C], [D]], labels=("1.", "2.", "3.", "4.", "5."))
    result = align(before, after)
    assert kinds(result) == {PairKind.UNCHANGED: 4, PairKind.NEW: 1}
    (run,) = result.renumbered
    assert (run.before_first, run.before_last, run.after_first, run.after_last, run.count) == (
        "2.",
        "4.",
        "3.",
        "5.",
        3,
    )


def test_lettered_and_roman_labels_run_on() -> None:
    before = statement([[A], [B], [C]], labels=("(h)", "(i)", "(j)"))
    after = statement([[E], [A], [B], [C]], labels=("(h)", "(i)", "(j)", "(k)"))
    assert [run.count for run in align(before, after).renumbered] == [3]
    roman = align(
        statement([[A], [B]], labels=("iii.", "iv.")),
        statement([[E], [A], [B]], labels=("iii.", "iv.", "v.")),
    )
    assert [run.count for run in roman.renumbered] == [2]


def test_a_sentence_that_went_to_another_paragraph_leaves_both_paragraphs_apart() -> None:
    result = align(statement([[A, B, E], [C, D]]), statement([[A, B], [E, C, D]]))
    assert kinds(result) == {PairKind.UNCHANGED: 5}
    assert [(link.before, link.after, link.kind) for link in result.paragraphs] == [
        ((0,), (0,), PairKind.REWORDED),
        ((1,), (1,), PairKind.REWORDED),
    ]


def test_dropped_sentences_stand_where_they_stood() -> None:
    result = align(statement([[A], [B], [C], [D]]), statement([[A], [D]]))
    assert [p.kind for p in result.pairs] == [
        PairKind.UNCHANGED,
        PairKind.DROPPED,
        PairKind.DROPPED,
        PairKind.UNCHANGED,
    ]


def test_a_title_pairs_with_a_title_though_a_letter_repeats_it() -> None:
    title = "Third meeting on the register of notifications"

    def text(*parts: tuple[Role, str]) -> Statement:
        made = tuple(
            Paragraph(role=role, sentences=(Sentence(text=t, block=k, number=1, role=role),))
            for k, (role, t) in enumerate(parts)
        )
        return Statement(meta=Metadata(ref="x", id="x", language="en"), paragraphs=made)

    before = text((Role.LETTER, title), (Role.TITLE, title), (Role.BODY, A))
    after = text((Role.TITLE, title), (Role.BODY, A))
    pairs = {p.after[0].role: p.before[0].role for p in align(before, after).pairs if p.before and p.after}
    assert pairs == {Role.TITLE: Role.TITLE, Role.BODY: Role.BODY}


def test_only_punctuation_and_spelling_marks_are_editorial() -> None:
    result = align(statement([["The “P5” met , and agreed."]]), statement([['The "P5" met, and agreed.']]))
    assert kinds(result) == {PairKind.EDITORIAL: 1}


def test_topics_decide_where_wording_does_not() -> None:
    before = statement([["They welcome work on it."]])
    after = statement([["They support progress on it."], ["They welcome talks on that."]])
    topic = frozenset({"ctbt"})
    other = frozenset({"middle-east"})
    result = align(before, after, topics=({"p1.1": topic}, {"p1.1": topic, "p2.1": other}))
    plain = align(before, after)
    assert _confidence(result, "p1.1") >= _confidence(plain, "p1.1")
    assert _confidence(result, "p2.1") <= _confidence(plain, "p2.1")


def _confidence(result: Alignment, after: str) -> float:
    return sum(p.confidence for p in result.pairs if p.before and p.after and p.after[0].id == after)


def test_empty_sides_and_settings_are_reported() -> None:
    result = align(statement([]), statement([[A]]))
    assert kinds(result) == {PairKind.NEW: 1}
    assert align(statement([]), statement([])).pairs == ()
    assert dict(result.settings) == dict(DEFAULT.as_items())
    assert align_sentences([], [A], language="en") == ()
    assert align_sentences(["", ""], ["", A], language="en") == ()


def test_a_reached_bound_is_said() -> None:
    def clause(k: int, verb: str) -> list[str]:
        words = (f"party{k % 4}", f"notice{k % 5}", f"matter{k % 6}", f"channel{k % 7}", f"office{k % 3}")
        return [f"Under this text {' '.join(words)} {verb}."]

    before = [clause(k, "shall be bound by what was said before") for k in range(120)]
    after = [clause(k, "will answer for all that is asked later on") for k in range(120)][::-1]
    result = align(statement(before), statement(after), settings=Settings(postings=1))
    assert "alignment-bounded" in {note.slug for note in result.notes}
    assert not align(statement([[A]]), statement([[A]])).notes


def test_the_collector_is_left_as_it_was() -> None:
    """Also when an alignment fails on the way."""
    assert gc.isenabled()
    align_sentences([A], [B], language="en")
    with pytest.raises(AttributeError):
        align(None, None)  # type: ignore[arg-type]
    assert gc.isenabled()


def test_an_alignment_leaves_no_cycles() -> None:
    """Which is why the collector may rest meanwhile: nothing waits for it."""
    before, after = [A, B, C, D], [D.replace("keeps", "holds"), E, A, B.replace("shall", "will")]
    align_sentences(before, after, language="en")
    align(statement([before]), statement([after]))
    gc.collect()
    with collector_paused():
        align_sentences(before, after, language="en")
        align(statement([before]), statement([after]))
        assert gc.collect() == 0


MOVED = "They met in Oslo in the spring."
OTHER = "Nets and boats were counted in every village on the coast and the lists were printed."


def _tied(before: str, after: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [
        (link.before, link.after) for link in p5diff.compare_texts(before, after, language="en").paragraphs
    ]


@pytest.mark.parametrize("more", ["", " and of the reefs beyond the old bridges of the northern bay"])
def test_a_sentence_that_moved_ties_nothing_where_both_paragraphs_have_a_stronger_tie(more: str) -> None:
    """Whether it is more than a third of its paragraph or less: two pairs of paragraphs, no group of four."""
    kept = f"All harbours were surveyed by the keepers of the lamps{more}."
    before, after = f"{MOVED} {kept}\n\n{OTHER}\n", f"{kept}\n\n{MOVED} {OTHER}\n"
    assert _tied(before, after) == _tied(after, before) == [((0,), (0,)), ((1,), (1,))]


@pytest.mark.parametrize("more", ["", " and of the reefs beyond the old bridges of the northern bay"])
def test_a_sentence_ties_a_paragraph_that_has_nothing_else_in_common(more: str) -> None:
    """However much it is of the paragraph that it left: a split, though most of the second half is new."""
    kept = f"All harbours were surveyed by the keepers of the lamps{more}."
    assert _tied(f"{MOVED} {kept}\n", f"{kept}\n\n{MOVED} {OTHER}\n") == [((0,), (0, 1))]


def test_two_that_share_as_much_with_one_as_with_another_belong_to_both() -> None:
    """Two paragraphs cut anew: the second had one sentence in each of the two that follow."""
    one, two, three, four = "They met in Oslo.", "They built an inn.", "They sold nets.", "They fed goats."
    assert len(three) == len(four)
    found = _tied(f"{one} {two}\n\n{three} {four}\n", f"{one} {two} {three}\n\n{four}\n")
    assert found == [((0, 1), (0, 1))]


def test_paragraphs_that_are_apart_are_tied_where_one_has_no_other_tie() -> None:
    """The sentence that moved is most of its paragraph: a group of four, unless the two are apart."""
    kept = "All harbours were surveyed."
    before, after = statement([[MOVED, kept], [OTHER]]), statement([[kept], [MOVED, OTHER]])
    pairs = align(before, after).pairs

    def found(apart: set[tuple[int, int]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        links = paragraph_links(pairs, before.paragraphs, after.paragraphs, apart=apart)
        return [(link.before, link.after) for link in links]

    assert found(set()) == [((0, 1), (0, 1))]
    assert found({(0, 1)}) == [((0,), (0,)), ((1,), (1,))]
    assert found({(0, 0), (0, 1), (1, 1)}) == [((0, 1), (0, 1))]
