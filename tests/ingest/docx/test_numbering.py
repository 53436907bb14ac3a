"""Automatic numbers, counted out again as Word prints them."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.ingest.readers.docx import parse
from p5diff.ingest.readers.docx.numbering import FORMATS, han, lettered, roman
from tests.ingest import bombs


def level(depth: int, form: str, text: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'


def labels(items: list[tuple[int, int]], *levels: str, nums: str = "") -> list[str]:
    """Labels of paragraphs given as (number id, level)."""
    numbering = bombs.part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}',
    )
    content = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for number, depth in items
    )
    raw = parse(bombs.docx(bombs.body(content), numbering=numbering), name="x")
    return [block.label for block in raw.blocks]


def test_levels_count_and_start_again() -> None:
    found = labels(
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)],
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
        level(2, "lowerRoman", "%1.%2.%3"),
    )
    assert found == ["1.", "(a)", "(b)", "2.", "(a)", "2.a.i"]


def test_legal_numbering_is_decimal_throughout() -> None:
    found = labels(
        [(1, 0), (1, 1)], level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    )
    assert found == ["I.", "1.1"]


def test_a_list_may_start_anew() -> None:
    restart = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    found = labels([(1, 0), (1, 0), (2, 0), (2, 0)], level(0, "decimal", "%1."), nums=restart)
    assert found == ["1.", "2.", "5.", "6."]


def test_bullets_and_no_number() -> None:
    assert labels([(1, 0), (0, 0), (9, 0)], level(0, "bullet", "\uf0b7")) == ["•", "", ""]


def test_chinese_and_arabic_labels() -> None:
    assert labels([(1, 0)] * 3, level(0, "chineseCountingThousand", "%1、")) == ["一、", "二、", "三、"]
    assert labels([(1, 0)] * 2, level(0, "arabicAbjad", "(%1)")) == ["(أ)", "(ب)"]


def test_an_unknown_form_counts_in_figures_and_says_so() -> None:
    numbering = bombs.part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level(0, "hebrew9", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    content = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    raw = parse(bombs.docx(bombs.body(content), numbering=numbering), name="x")
    assert raw.blocks[0].label == "1."
    assert [note.slug for note in raw.notes] == ["unknown-numbering"]


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[sign] for sign in roman(number)]
    total = sum(-d if any(d < later for later in digits[i + 1 : i + 2]) else d for i, d in enumerate(digits))
    assert total == number


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_different_numbers_have_different_labels(one: int, other: int) -> None:
    if one != other:
        assert han(one) != han(other)
        assert lettered(one % 700 + 1) != lettered(other % 700 + 1) or one % 700 == other % 700


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (101, "一百〇一"), (1000, "一千")]
)
def test_chinese_counting(number: int, text: str) -> None:
    assert han(number) == text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_form_copes_with_any_number(name: str) -> None:
    for number in (-1, 0, 1, 27, 4000, 10**9):
        assert isinstance(FORMATS[name](number), str)
