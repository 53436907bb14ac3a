"""Tokens: whole words, numbers and symbols, no grapheme split, the same by both patterns."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from p5diff.text import tokens
from p5diff.text.tokens import key, pieces, printed_tokens, tokenise
from tests.cases import cases

_LETTERS = "aB1 .,-'’\n\t\u0301\u200d👩👧🇫🇷中文ق\u064bकष\u093f\u1100\u1161\u11a8한あ🏽é_/Яก\u0e33𠀀"


@given(st.text(alphabet=_LETTERS, max_size=12))
@cases(500)
def test_pieces_join_to_the_text_and_meet_between_graphemes(text: str) -> None:
    """Joined, the pieces are the text; no token or white space starts or ends inside a grapheme."""
    parts = pieces(text)
    assert "".join(parts) == text
    edges, place = {0}, 0
    for grapheme in regex.findall(r"\X", text):
        place += len(grapheme)
        edges.add(place)
    place = 0
    for part in parts:
        place += len(part)
        assert place in edges
    assert [text[a:b] for a, b in tokenise(text)] == printed_tokens(text)


@given(st.text(alphabet="aB1 .,-'/A9_\n:", max_size=14))
@cases(500)
def test_the_fast_pattern_for_ascii_gives_the_same_tokens(text: str) -> None:
    assert re.findall(tokens._marked(), text) == printed_tokens(text)


@given(st.text(alphabet="aB1 .,-'’/A9_\n:é中文，。《》قяЁ\u00a0\u3000한あ—Ａ“”〇", max_size=14))
@cases(1000)
def test_the_pattern_for_text_without_marks_gives_the_same_tokens(text: str) -> None:
    assert re.findall(tokens._marked(), text) == printed_tokens(text)
    assert "".join(pieces(text)) == text


def test_the_simple_pattern_is_taken_only_where_nothing_clings() -> None:
    """Law: no mark, joiner, prepended sign or flag is among the characters of everyday text."""
    clinging = re.compile(f"[{tokens.MARKS}{tokens.PREPENDED}\U0001f1e6-\U0001f1ff]")
    everyday = (c for c in map(chr, range(0x110000)) if not tokens._MAY_CLING.match(c))
    assert not [c for c in everyday if clinging.match(c)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The P5’s New-START", ["The", "P5’s", "New-START"]),
        ("(NPT/CONF.2015/PC.I/12).", ["(", "NPT/CONF.2015/PC.I/12", ")", "."]),
        ("and/or 1,000.5 20th", ["and", "/", "or", "1,000.5", "20th"]),
        ("2010年 5月，P5", ["2010", "年", "5", "月", "，", "P5"]),
        ("l’article « été »", ["l’article", "«", "été", "»"]),
        ("نزع السلاح، معًا", ["نزع", "السلاح", "،", "معًا"]),
        ("ре\u0301шение", ["ре\u0301шение"]),
        ("👩\u200d👧🇫🇷🇬🇧", ["👩\u200d👧", "🇫🇷", "🇬🇧"]),
    ],
)
def test_what_a_token_is(text: str, expected: list[str]) -> None:
    assert printed_tokens(text) == expected


def test_keys_fold_print_and_nothing_else() -> None:
    assert key("“") == key("«") == '"'
    assert key("Ｐ５’S") == "p5's"
    assert key("подчёркивает") == key("подчеркивает")
    assert key("مُعاهَدة") == key("معاهدة")
    assert key("6") != key("9")
    assert key("resume") != key("résumé")


@pytest.mark.parametrize(
    "text", ["A." * 40_000, "A" * 80_000, "1," * 40_000, "a-" * 40_000, "-" * 80_000, "a\u0301" * 40_000]
)
def test_long_runs_stay_linear(text: str) -> None:
    """Twice the text, about twice the steps: here only that it ends, and joins."""
    assert "".join(pieces(text)) == text


def test_a_power_is_another_number_and_a_square_unit_is_print() -> None:
    assert key("10⁶") != key("106") and key("10⁻³") != key("10-3")
    assert key("km²") == key("km2") and key("m³") == key("m3")
