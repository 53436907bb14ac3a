"""diff-match-patch judges by private symbols, without a clock."""

from __future__ import annotations

import unicodedata

from p5diff.align.lcs import Block
from p5diff.align.semantic import _judge, drop_salad
from p5diff.align.wordtext import Alphabet, word_text


def test_the_judge_has_no_clock() -> None:
    assert _judge().Diff_Timeout == 0


def test_symbols_are_private_and_never_surrogates() -> None:
    """131,070 distinct tokens are private characters; beyond, no symbol is a surrogate or repeated."""
    alphabet = Alphabet({})
    symbols = [alphabet[f"w{k}"] for k in range(190_000)]
    assert len(set(symbols)) == len(symbols)
    assert {unicodedata.category(s) for s in symbols[:1000]} <= {"Co"}
    assert not any(0xD800 <= ord(s) <= 0xDFFF for s in symbols)


def test_a_short_match_between_larger_changes_goes_and_a_long_one_stays() -> None:
    alphabet = Alphabet({})
    before = word_text("one two three four the five six seven eight", alphabet)
    after = word_text("red blue green grey the pink brown white black", alphabet)
    assert drop_salad([Block(4, 4, 1)], before.symbols, after.symbols) == []
    before = word_text("one two the four five six seven eight", alphabet)
    after = word_text("red the four five six seven pink", alphabet)
    kept = [Block(2, 1, 5)]
    assert drop_salad(kept, before.symbols, after.symbols) == kept


def test_what_stands_apart_is_left_alone() -> None:
    alphabet = Alphabet({})
    before = word_text("a b c d e f g h", alphabet)
    after = word_text("x b c d e f g y", alphabet)
    blocks = [Block(1, 1, 6)]
    assert drop_salad(blocks, before.symbols, after.symbols) == blocks
