"""Word edits: exact both ways, whole words, no salad."""

from __future__ import annotations

import pytest
from hypothesis import example, given

import p5diff
from p5diff.align.words.changes import diff_words
from p5diff.language import get
from p5diff.model.alignment import Op, PairKind, WordEdit
from tests.align.graphemes import grapheme_edges, inside_tokens
from tests.align.strategies import languages, law, revised, texts


def replay(edits: tuple[WordEdit, ...], gone: Op) -> str:
    return "".join(e.text for e in edits if e.op is not gone)


def shown(before: str, after: str, language: str = "en", terms: frozenset[str] = frozenset()) -> str:
    """`[-deleted]{+inserted}`, with ~ for editorial."""
    out = []
    for e in diff_words(before, after, language=get(language), terms=terms):
        sign = "~" if e.editorial else {Op.DELETE: "-", Op.INSERT: "+", Op.KEEP: ""}[e.op]
        frame = {Op.KEEP: "{}", Op.DELETE: "[{}]", Op.INSERT: "{{{}}}"}[e.op]
        out.append(frame.format(sign + e.text))
    return "".join(out)


@law
@given(pair=revised(), language=languages)
def test_replay_gives_the_other_side(pair: tuple[str, str], language: str) -> None:
    """Law 1: replaying a pair's edits on *before* gives *after*, and the mirror image gives *before*."""
    before, after = pair
    edits = diff_words(before, after, language=get(language))
    assert replay(edits, Op.INSERT) == before
    assert replay(edits, Op.DELETE) == after
    for e in edits:
        assert before[slice(*e.before)] == ("" if e.op is Op.INSERT else e.text)
        assert after[slice(*e.after)] == ("" if e.op is Op.DELETE else e.text)


@law
@given(before=texts, after=texts, language=languages)
def test_unrelated_texts_replay_too(before: str, after: str, language: str) -> None:
    """Law 1, for texts that share little."""
    edits = diff_words(before, after, language=get(language))
    assert replay(edits, Op.INSERT) == before
    assert replay(edits, Op.DELETE) == after


@law
@given(pair=revised(), language=languages)
@example(("\x1b\u200d\u0600", "\x1b\u200d\u0600the "), "en")
def test_edits_start_and_end_between_tokens(pair: tuple[str, str], language: str) -> None:
    """No highlight starts or ends inside a word, and no grapheme is ever split."""
    for text, spans in zip(pair, _spans(*pair, language), strict=True):
        edges = {p for span in spans for p in span}
        assert not edges & inside_tokens(text)
        assert edges <= grapheme_edges(text)


def _spans(before: str, after: str, language: str) -> tuple[list, list]:
    edits = diff_words(before, after, language=get(language))
    return [e.before for e in edits], [e.after for e in edits]


@law
@given(pair=revised(), language=languages)
def test_exchanging_the_sides_mirrors_the_edits(pair: tuple[str, str], language: str) -> None:
    """Law 3: swapping sides swaps what is deleted and what is inserted, and nothing else."""
    before, after = pair
    there = diff_words(before, after, language=get(language))
    back = diff_words(after, before, language=get(language))
    assert [e.text for e in there if e.op is Op.KEEP] == [e.text for e in back if e.op is Op.KEEP]
    assert [e.text for e in there if e.op is Op.DELETE] == [e.text for e in back if e.op is Op.INSERT]


@law
@given(text=texts, language=languages)
def test_a_text_compared_with_itself_is_kept_whole(text: str, language: str) -> None:
    """Law 3: a text compared with itself shows no change."""
    edits = diff_words(text, text, language=get(language))
    assert [(e.op, e.text) for e in edits] == ([(Op.KEEP, text)] if text else [])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("within thirty (30) days", "within sixty (60) days", "within [-thirty (30)]{+sixty (60)} days"),
        ("nuclear peaceful uses", "peaceful nuclear uses", "[-nuclear peaceful]{+peaceful nuclear} uses"),
        ("They agree. They note.", "They agree. They see. They note.", "They agree. {+They see. }They note."),
        ("the “NPT”", 'the "NPT"', 'the [~“]{~"}NPT[~”]{~"}'),
        ("a  b", "a b", "a[~  ]{~ }b"),
        ("States, [shall] act", "States, act", "States, [-[shall] ]act"),
        ("2010-2012", "2010 2012", "2010[--]{+ }2012"),
        (
            "the nonproliferation goal",
            "the non-proliferation goal",
            "the [~nonproliferation]{~non-proliferation} goal",
        ),
        ("a five-year plan", "a five year plan", "a [~five-year]{~five year} plan"),
        ("", "New.", "{+New.}"),
        ("Old.", "", "[-Old.]"),
        ("P5’s aim", "P5’s aims", "P5’s [-aim]{+aims}"),
    ],
)
def test_what_a_reader_sees(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_a_term_is_never_cut() -> None:
    terms = frozenset({"不扩散核武器条约", "全面禁止核试验条约"})
    got = shown("重申不扩散核武器条约的目标", "重申全面禁止核试验条约的目标", "zh", terms)
    assert got == "重申[-不扩散核武器条约]{+全面禁止核试验条约}的目标"
    got = shown(
        "the nuclear-weapon States agree",
        "the nuclear States agree",
        "en",
        frozenset({"nuclear-weapon States"}),
    )
    assert got == "the [-nuclear-weapon States]{+nuclear States} agree"


def test_word_salad_is_one_change() -> None:
    before = "A quick brown fox jumps over the lazy dog in the garden"
    after = "The slow red cat sits on a lazy mat in the house"
    assert sum(e.op is Op.KEEP for e in diff_words(before, after, language=get("en"))) <= 2


def test_repetitive_and_long_texts_stay_exact_and_bounded() -> None:
    before, after = "the " * 30_000, "the of " * 14_000
    edits = diff_words(before, after, language=get("en"))
    assert replay(edits, Op.INSERT) == before
    assert replay(edits, Op.DELETE) == after
    assert diff_words(before, after, language=get("en")) == edits


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("re-sign", "resign", False),
        ("resign", "re-sign", False),
        ("co-operate", "cooperate", True),
        ("cooperate", "co-operate", True),
    ],
)
def test_a_hyphen_is_print_except_where_it_makes_another_word(before: str, after: str, same: bool) -> None:
    comparison = p5diff.compare_texts(
        f"They will {before} this year.", f"They will {after} this year.", language="en"
    )
    changed = [edit for edit in comparison.changes[0].pair.edits if edit.op is not p5diff.Op.KEEP]
    assert [edit.text for edit in changed] == [before, after]
    assert all(edit.editorial is same for edit in changed)


@pytest.mark.parametrize(
    ("code", "whole", "torn"),
    [
        ("en", "The keeper shall elect a helper.", "The keeper sh all elect a helper."),
        ("en", "It is without prejudice to a letter.", "It is without prejudic e to a letter."),
        ("fr", "Les lampes brillent partout.", "Les lampes br illent partout."),
        ("es", "Las normas rigen siempre.", "Las norma s rigen siempre."),
        ("ru", "Лампы горят всегда.", "Ламп ы горят всегда."),
    ],
)
def test_a_false_space_inside_a_word_says_nothing(code: str, whole: str, torn: str) -> None:
    found = p5diff.compare_texts(whole + "\n", torn + "\n", language=code).changes
    assert [(change.pair.kind, change.shifts) for change in found] == [(PairKind.EDITORIAL, ())]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They may be there.", "They maybe there."),
        ("Keep a way open.", "Keep away open."),
        ("They set it apart.", "They set it a part."),
    ],
)
def test_two_words_and_one_stay_different(one: str, other: str) -> None:
    found = p5diff.compare_texts(one + "\n", other + "\n", language="en").changes
    assert [change.pair.kind for change in found] == [PairKind.REWORDED]
