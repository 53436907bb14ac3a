"""Sentences of any length: bounded work, said in the result, and the same words found as in short ones."""

from __future__ import annotations

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import compare_texts
from p5diff.language import LANGUAGES
from p5diff.meaning import load_rules
from p5diff.meaning.pair import runs as module
from p5diff.meaning.pair.runs import runs
from p5diff.meaning.pattern.matcher import outermost
from p5diff.meaning.sentence import reading
from tests.text.test_linear import growth

SIDES = st.lists(st.integers(0, 6), max_size=40)
CLAUSES = {
    "en": ("the States will report on item {n}", "the States may report on item {n}"),
    "fr": ("les États présenteront le point {n}", "les États examineront le point {n}"),
    "ru": ("государства должны сообщить о пункте {n}", "государства могут сообщить о пункте {n}"),
    "zh": ("各国必须报告第{n}项", "各国可以报告第{n}项"),
}


def _sentence(language: str, count: int, change: int) -> str:
    """One sentence of `count` clauses, of which the one numbered `change` is weaker."""
    strong, weak = CLAUSES[language]
    return ", ".join((weak if n == change else strong).format(n=n) for n in range(count)) + "."


@given(SIDES, SIDES)
def test_short_sides_are_compared_as_ever(one: list[int], two: list[int]) -> None:
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    assert [tuple(run) for run in runs(one, two)] == [tuple(block) for block in blocks if block.size]


@given(SIDES, SIDES, st.integers(0, 30))
def test_runs_of_long_sides_are_in_order_and_the_same_words(
    one: list[int], two: list[int], most: int
) -> None:
    """Law: every run is in both, none overlaps or crosses another."""
    before = module._PRODUCT
    module._PRODUCT = most
    try:
        found = runs(one, two)
    finally:
        module._PRODUCT = before
    i = j = 0
    for run in found:
        assert run.size > 0 and run.before >= i and run.after >= j
        assert one[run.before : run.before + run.size] == two[run.after : run.after + run.size]
        i, j = run.before + run.size, run.after + run.size


def test_a_long_side_with_few_changes_corresponds_all_but_there() -> None:
    dice = random.Random(1)
    one = [dice.randrange(50_000) for _ in range(60_000)]
    two = list(one)
    changed = sorted(dice.sample(range(60_000), 300))
    for at in changed:
        two[at] = -at - 1
    found = {run.before + n: run.after + n for run in runs(one, two) for n in range(run.size)}
    assert found == {at: at for at in range(60_000) if at not in set(changed)}


def test_a_long_side_without_any_landmark_corresponds_at_its_ends_only() -> None:
    one, two = ["a"] * 3_000, ["a"] * 2_000 + ["b"] + ["a"] * 3_000
    assert sum(run.size for run in runs(one, two)) >= 2_000


@pytest.mark.parametrize("language", CLAUSES)
def test_a_sentence_past_the_bound_is_compared_by_words_and_the_result_says_so(language: str) -> None:
    count = reading.LONGEST // len(CLAUSES[language][0]) + 1
    one, two = _sentence(language, count, -1), _sentence(language, count, count // 2)
    done = compare_texts(one, two, language=language)
    notes = [note for note in done.provenance.notes if note.slug == "sentence-too-long"]
    assert len(notes) == 2 and "p1.1" in notes[0].message
    (change,) = done.changes
    assert change.pair.kind == "reworded" and not change.shifts
    assert all(mark.kind == "none" for mark in change.marks)
    assert 0 < sum(len(edit.text) for edit in change.pair.edits if edit.op != "keep") < 60


@pytest.mark.parametrize("language", CLAUSES)
def test_a_sentence_below_the_bound_is_read_as_ever(language: str) -> None:
    done = compare_texts(_sentence(language, 3, -1), _sentence(language, 3, 1), language=language)
    assert not [note for note in done.provenance.notes if note.slug == "sentence-too-long"]
    assert any(change.marks for change in done.changes)


ROWS = {
    "en": ("shall ", "the ", "not ", "[shall] ", "[the 1] ["),
    "fr": ("doivent ", "les ", "ne ", "[doivent] ", "[les 1] ["),
    "es": ("deberán ", "los ", "no ", "[deberán] ", "[los 1] ["),
    "ru": ("должны ", "что ", "не ", "[должны] ", "[что 1] ["),
    "zh": ("应", "谨", "同意，", "[应]", "[谨 1] ["),
    "ar": ("يجب ", "أن ", "لن ", "[يجب] ", "[أن 1] ["),
}


@pytest.mark.parametrize("language", ROWS)
def test_rows_of_one_word_are_compared_in_line_with_their_length(language: str) -> None:
    """All rows of a language, as a paragraph and as short sentences each: four times the text takes about
    four times the work."""

    def work(text: str) -> None:
        number = text.rpartition(" ")[2]
        size = len(text) // 6
        rows = [(row * size)[:size] for row in ROWS[language]]
        short = [f"{row * 30}{n}." for row in ROWS[language] for n in range(size // 200)]
        for made in (rows, short):
            one = "\n\n".join(made)
            compare_texts(f"{one}\n\n{number}", f"{one[: size // 3]} {one[size // 2 :]}", language=language)

    assert growth(work, "x", 8_000) < 9


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_a_row_of_one_word_is_not_read_for_what_it_does(language: str) -> None:
    """And the result says so; a sentence of as many words is read."""
    row = ROWS[language][0]
    done = compare_texts(row * 300, row * 250, language=language)
    assert [n.slug for n in done.provenance.notes].count("sentence-too-long") == 2
    assert not any(change.shifts for change in done.changes)


def test_what_is_not_kept_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory that is full changes nothing but the time."""
    texts = [_sentence("en", 1, n % 2).replace("item 0", f"item {n}") for n in range(30)]
    wanted = [reading.read(text, load_rules(), LANGUAGES["en"]) for text in texts]
    monkeypatch.setattr(reading, "_REMEMBERED", 7)
    reader = reading._RuleReader(load_rules())
    for _ in range(3):
        for text, want in zip(texts, wanted, strict=True):
            got = reader.read(text, LANGUAGES["en"])
            assert [act.verb for act in got.acts] == [act.verb for act in want.acts]
            assert got.named == want.named
    assert sum(map(len, reader._memory.values())) == 7 == reader._held


def test_long_sentences_count_for_the_room_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_REMEMBERED", 100)
    reader = reading._RuleReader(load_rules())
    for n in range(100):
        text = f"{n} " * 2000
        assert reader.remembered("any", text, LANGUAGES["en"], lambda text=text: text) == text
    kept = sum(map(len, reader._memory.values()))
    assert kept == 10  # of eleven each
    reader.forget("other")
    assert reader._held >= 100
    reader.forget("any")
    assert reader._held == 0 and not any(reader._memory.values())


def test_a_term_inside_a_hint_is_found_among_many() -> None:
    """As before hints were looked for from the end: every hint that a term lies in, and no other."""
    from p5diff.meaning import topics

    rules = load_rules()
    dice = random.Random(2)
    words = (
        "conference on disarmament nuclear weapon test ban treaty peaceful uses of energy dialogue".split()
    )
    for _ in range(20):
        text = " ".join(dice.choice(words) for _ in range(200))
        named = reading.named(text, rules, LANGUAGES["en"])
        terms = outermost([m for m in named.terms if not m.item.strength.hint])
        hints = outermost([*terms, *(m for m in named.terms if m.item.strength.hint)])
        firsts = [hint.first for hint in hints]
        for term in terms:
            around = {id(h) for h in topics._around(term, hints, firsts)}
            assert around == {id(h) for h in hints if h.first <= term.first and term.last <= h.last}
