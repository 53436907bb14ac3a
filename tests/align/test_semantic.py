"""diff-match-patch judges by private symbols, without a clock."""

from __future__ import annotations

import unicodedata
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.align.units.stems import Stems
from p5diff.align.units.vocabulary import SymbolTable
from p5diff.align.units.wordtext import Reader
from p5diff.align.words.changes import diff_words
from p5diff.align.words.lcs import CommonRun
from p5diff.align.words.semantic import _blocks, _diffs, _judge, _outweighed, drop_salad
from p5diff.language import LANGUAGES
from tests.text.test_linear import growth


def test_the_judge_has_no_clock() -> None:
    assert _judge().Diff_Timeout == 0


def test_symbols_are_private_and_never_surrogates() -> None:
    """131,070 distinct tokens are private characters; beyond, no symbol is a surrogate or repeated."""
    vocabulary = SymbolTable()
    symbols = [vocabulary[f"w{k}"] for k in range(190_000)]
    assert len(set(symbols)) == len(symbols)
    assert {unicodedata.category(s) for s in symbols[:1000]} <= {"Co"}
    assert not any(0xD800 <= ord(s) <= 0xDFFF for s in symbols)


def test_marks_have_symbols_of_their_own_and_can_be_left_out() -> None:
    """Words that compare as equal share a symbol, with or without white space behind them."""
    reader = Reader(SymbolTable())
    read = reader.symbols("“Yes”, yes - YES ?")
    assert reader.words("“Yes”, yes - YES ?") == [read[1]] * 3
    assert all(symbol is reader.vocabulary["yes"] for symbol in reader.words("“Yes”, yes - YES ?"))
    assert len(read) == len(reader.word_text("“Yes”, yes - YES ?").pieces) == 8
    assert all(0xE000 <= ord(s) < 0xF900 for s in set(read) - {read[1]})


def test_each_piece_of_a_joined_word_is_counted() -> None:
    """An article is no piece; where two words are joined, both count."""
    reader = Reader(SymbolTable())
    units = [reader.words(text) for text in ("l’archive", "jusqu’alors", "alors", "archives")]
    stems = Stems(reader.vocabulary)
    assert stems.of(units[0]) == stems.of(units[3]) and stems.of(units[1]) > stems.of(units[2])
    counted = stems.count({symbol: 1 for unit in units for symbol in unit})
    assert [counted[term] for term in stems.in_order(units[1])] == [1, 2]
    assert [*stems.among(units, stems.of(units[2]))] == [set(), *[stems.of(units[2])] * 2, set()]


def test_a_short_match_between_larger_changes_goes_and_a_long_one_stays() -> None:
    reader = Reader(SymbolTable())
    before = reader.word_text("one two three four the five six seven eight")
    after = reader.word_text("red blue green grey the pink brown white black")
    assert drop_salad([CommonRun(4, 4, 1)], before.symbols, after.symbols) == []
    before = reader.word_text("one two the four five six seven eight")
    after = reader.word_text("red the four five six seven pink")
    kept = [CommonRun(2, 1, 5)]
    assert drop_salad(kept, before.symbols, after.symbols) == kept


def test_what_stands_apart_is_left_alone() -> None:
    reader = Reader(SymbolTable())
    before = reader.word_text("a b c d e f g h")
    after = reader.word_text("x b c d e f g y")
    blocks = [CommonRun(1, 1, 6)]
    assert drop_salad(blocks, before.symbols, after.symbols) == blocks


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4), st.integers(1, 3)), max_size=12))
def test_what_is_given_up_in_one_walk_is_what_the_judge_gives_up(parts: list[tuple[int, int, int]]) -> None:
    """No symbol stands twice on a side, so that the judge can do nothing but give matches up."""
    fresh = iter(map(chr, range(0xE000, 0xF000)))
    before = after = ""
    run = [CommonRun(0, 0, 0)]
    for gone, come, size in parts:
        before += "".join(islice(fresh, gone))
        after += "".join(islice(fresh, come))
        run.append(CommonRun(len(before), len(after), size))
        same = "".join(islice(fresh, size))
        before, after = before + same, after + same
    run.append(CommonRun(len(before), len(after), 0))
    judged = _diffs(run, before, after)
    _judge().diff_cleanupSemantic(judged)
    assert _outweighed(run)[1:-1] == _blocks(judged, 0, 0)


ROWS = {
    "en": ("the ", "the of "),
    "fr": ("les ", "les de "),
    "es": ("los ", "los de "),
    "ru": ("и ", "и не "),
    "ar": ("أن ", "أن لن "),
    "zh": ("的", "的了"),
}


@pytest.mark.parametrize("language", ROWS)
def test_a_row_of_words_beside_one_that_is_interspersed_costs_in_line_with_its_length(language: str) -> None:
    one, two = ROWS[language]

    def work(text: str) -> None:
        count, mark = len(text) // 4, text.rpartition(" ")[2]
        diff_words(one * count + mark, two * count, language=LANGUAGES[language])

    assert growth(work, "x", 2_000) < 9
