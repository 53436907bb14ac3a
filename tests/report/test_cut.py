"""Text cut to a length: never inside a word, and never twice the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.report.cut import around, cells, short

TEXT = "other member States and the private sector to fight counter-ransomware"


@pytest.mark.parametrize("longest", range(18, 60))
def test_what_stands_around_the_middle_is_words(longest: int) -> None:
    for text in (
        TEXT,
        "противодействие распространению вредоносных программ-вымогателей",
        "تعزيز التعاون الدولي",
    ):
        words = set(text.split())
        for shown in (around(text, longest), short(text, longest)):
            assert set(shown.replace("…", " ").split()) <= words, shown


def test_what_has_no_spaces_may_be_cut_anywhere() -> None:
    text = "各国承诺加强区域合作并定期提交报告以期早日达成协议"
    assert around(text, 14) == "各国… …协议" or cells(around(text, 14)) <= 16
    address = "https://example.org/" + "a" * 60
    assert cells(around(address, 20)) <= 20


@given(st.lists(st.text("ab", min_size=1, max_size=12), min_size=1, max_size=20), st.integers(6, 60))
def test_a_cut_text_begins_and_ends_as_the_text_does(words: list[str], longest: int) -> None:
    text = " ".join(words)
    head, cut, tail = around(text, longest).partition(" …")
    assert text.startswith(head) and text.endswith(tail)
    assert len(head) + len(tail) < len(text) if cut else head == text
