"""Lines fit their width, break where a reader expects, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.report.cut import cells
from p5diff.report.terminal import layout
from p5diff.report.terminal.layout import Chunk, chunk, columns, plain, wrap
from tests.laws.strategies import texts


def wrapped(text: str, width: int) -> list[str]:
    return [plain(line) for line in wrap([chunk(text)], width)]


@given(texts, st.integers(8, 60))
def test_no_line_is_wider_than_asked_and_no_character_is_lost(text: str, width: int) -> None:
    pieces = [chunk(text)]
    lines = wrap(pieces, width)
    assert all(cells(plain(line)) <= width for line in lines)
    printed = "".join(c.text for line in lines for c in line)
    assert "".join(printed.split()) == "".join(pieces[0].text.split())


_PLAIN = st.text("ab éЖ“—→", max_size=60).map(lambda text: " ".join(text.split(" ")))


@given(st.lists(st.tuples(_PLAIN, st.sampled_from(["", "dim"])), max_size=4), st.integers(10, 40))
def test_plain_words_fill_lines_as_pieces_do(parts: list[tuple[str, str]], width: int) -> None:
    """Law: filling by the line gives what filling by the word gives."""
    chunks = [Chunk(*part) for part in parts]
    filled = wrap(chunks, width, first="  ", rest="    ")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_is_plain", lambda text, longest: False)
        assert wrap(chunks, width, first="  ", rest="    ") == filled


def test_han_counts_double_and_closing_marks_stay_with_what_they_close() -> None:
    assert wrapped("五常重申其承诺，并强调。", 14) == ["五常重申其承", "诺，并强调。"]


def test_words_break_at_spaces() -> None:
    assert wrapped("They reaffirm the NPT", 12) == ["They", "reaffirm the", "NPT"]


def test_a_word_longer_than_the_line_is_cut_not_clipped() -> None:
    assert wrapped("x" * 20, 8) == ["x" * 8, "x" * 8, "x" * 4]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a<U+001B>[31mred"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\x9bb", "a<U+009B>b"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\x1b]8;;http://x\x07link", "<U+001B>]8;;http://x<U+0007>link"),
    ],
)
def test_hidden_and_controlling_characters_are_spelled_out(text: str, shown: str) -> None:
    assert chunk(text).text == shown


def test_columns_line_up_under_double_width() -> None:
    left, right = wrap([Chunk("五常 重申")], 10), wrap([Chunk("P5")], 10)
    assert [plain(line) for line in columns(left, right, 10)] == ["五常 重申  │ P5"]
