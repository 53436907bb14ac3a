"""What a raised piece is (a power, a note's mark, a word's end), and how it is written."""

# ruff: noqa: E501  (tables of cases are easier to read unbroken)
from __future__ import annotations

import pytest

from p5diff.ingest.readers.raised import Kind, flat, kind, mark_of, opening, raised, superscript

POWER, NOTE, WORD = Kind.POWER, Kind.NOTE, Kind.WORD


@pytest.mark.parametrize(
    ("before", "mark", "what"),
    [
        # One or two figures alone take a power; a year, a number of more figures or one in a symbol, a note.
        ("10", "6", POWER), ("of 10", "12", POWER), ("in 1995", "2", NOTE), ("A/RES/64", "3", NOTE), ("123", "4", NOTE),
        ("10", "-6", POWER), ("lamps", "-1", POWER), ("1.38 × 10", "23", POWER), ("= 250", "2", POWER), ("≥ 7000000", "2", NOTE),
        # Units, in the letters of six languages.
        ("km", "2", POWER), ("5 km", "2", POWER), ("15 м", "3", POWER), ("كم", "2", POWER), ("30平方米", "2", POWER), ("kg/m", "3", POWER),
        ("lamps", "2", NOTE), ("х", "1", NOTE), ("x", "2", POWER), ("text x", "2", POWER), ("text", "2", NOTE), ("5 σ", "2", POWER),
        # A space parts a mark from the word; no power is parted.
        ("10 ", "6", NOTE), ("km ", "2", NOTE),
        # Marks of notes.
        ("lamps", "12", NOTE), ("lamps", "[12]", NOTE), ("lamps", "*", NOTE), ("lamps", "††", NOTE), ("lamps", "1,2", NOTE), ("lamps", "3–5", NOTE),
        ("lamps", "1234", POWER), ("lamps", "1/2", POWER),
        # Letters: the end of an ordinal or of an abbreviation; a note behind a word or a year.
        ("21", "st", WORD), ("le 1", "er", WORD), ("XX", "e", WORD), ("M", "me", WORD), ("n", "o", WORD), ("N", "o", WORD), ("D", "r", WORD),
        ("lamps", "a", NOTE), ("in 1995", "a", NOTE), ("in 1995", "th", WORD), ("12", "a", WORD), ("lamps.", "b", NOTE), ("lamps", "A", WORD),
        ("x", "n", POWER), ("lamps", "n", NOTE),
        # At the start of a paragraph.
        ("", "2", NOTE), (" ", "[12]", NOTE), ("", "***", NOTE), ("", "viii", NOTE), ("", "word", WORD), ("", "", WORD), ("", "[ 12 ]", WORD),
    ],
)  # fmt: skip
def test_kind(before: str, mark: str, what: Kind) -> None:
    assert kind(before, mark) is what


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("10", "6", "⁶"), ("10", "-6", "⁻⁶"), ("10", "–6", "⁻⁶"), ("10", "−6", "⁻⁶"), ("x", "n+1", "ⁿ⁺¹"), ("x", "Q", "Q"), ("x", "AB", "AB"), ("x", "ab", "ab"), ("10", "%", "%"),
        ("x", "1/2", "^(1/2)"), ("x", "1.5", "^(1.5)"), ("x", "²", "²"), ("x", "°", "°"), ("the 21", "st", "st"), ("x", " ", " "),
        ("x", "123456789012", "¹²³⁴⁵⁶⁷⁸⁹⁰¹²"), ("x", "1234567890123", "1234567890123"),
    ],
)  # fmt: skip
def test_raised(before: str, text: str, written: str) -> None:
    assert raised(before, text) == written


def test_the_other_ways_of_writing_them() -> None:
    assert [superscript(text) for text in ("6", " n+1 ", "Q", "AB", "1/2", "")] == [
        "⁶",
        "ⁿ⁺¹",
        "^Q",
        "^AB",
        "^(1/2)",
        "",
    ]
    assert [opening(mark) for mark in ("2", "12", "*", "a")] == ["²", "¹²", "*", "a"]
    assert [mark_of(text) for text in (" [12] ", "⁴", "(b)", "5.", "* ")] == ["12", "4", "b", "5", "*"]
    assert flat("10⁶ m² xⁿ") == "106 m2 xn"
