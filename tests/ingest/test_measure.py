"""What the lines of a whole document say about its layout."""

from __future__ import annotations

import textwrap

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.gaps import gaps
from p5diff.ingest.layout.lines import split_lines
from p5diff.ingest.layout.measure import LayoutEvidence, evidence
from p5diff.model.source import BlockKind, RawBlock

WORDS = {
    "en": "the wardens of the northern piers light every lamp at dusk and count the sails that pass".split(),
    "ru": "смотрители северных причалов зажигают каждый фонарь в сумерки и считают все паруса".split(),
    "ar": "حراس الأرصفة الشمالية يشعلون كل مصباح عند الغسق ويعدون جميع الأشرعة التي تمر أمامهم ليلا".split(),
}


def paragraph(language: str, turn: int, sentences: int = 3) -> str:
    """Sentences of the language's words, begun at another word each time."""
    made = []
    for n in range(sentences):
        at = (turn * 3 + n * 5) % len(WORDS[language])
        words = (WORDS[language][at:] + WORDS[language][:at])[: 13 + (turn + n) % 4]
        made.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
    return " ".join(made)


def document(language: str, width: int, *, gap: str = "\n\n", first: str = "", rest: str = "") -> str:
    parts = [
        textwrap.fill(paragraph(language, n), width, initial_indent=first, subsequent_indent=rest)
        for n in range(8)
    ]
    return gap.join(parts) + "\n"


def seen(text: str, language: str = "en") -> LayoutEvidence:
    lines = split_lines([RawBlock(text=text, kind=BlockKind.LINES)])
    return evidence(lines, gaps(lines, language=languages.get(language)))


@pytest.mark.parametrize("language", sorted(WORDS))
@pytest.mark.parametrize("width", [44, 72])
def test_a_wrapped_text_shows_its_measure(language: str, width: int) -> None:
    found = seen(document(language, width), language)
    assert found.wrapped and width - 4 <= found.measure <= width
    assert (found.base, found.slack, found.indented, found.noisy_blanks, found.unwrapped) == (
        0,
        0,
        False,
        False,
        False,
    )
    assert found.parted


def test_a_text_of_one_line_a_paragraph_is_not_wrapped() -> None:
    found = seen(document("en", 10_000, gap="\n"))
    assert found.unwrapped and not found.parted


def test_an_indent_that_opens_paragraphs_is_told_from_one_of_all_lines() -> None:
    found = seen(document("en", 60, gap="\n", first="    "))
    assert found.indented and found.base == 0
    found = seen(document("en", 60, first=" " * 8, rest=" " * 8))
    assert not found.indented and found.base == 8


def test_one_long_line_is_no_measure() -> None:
    lines = document("en", 60).rstrip("\n")
    table = "The lamps " + "of the piers " * 12
    assert seen(f"{lines}\n\n{table.strip()}.\n").measure <= 60
    assert seen(f"# {table}\n\n{lines}\n").measure <= 60


def test_blank_lines_inside_sentences_prove_nothing_unless_there_are_more() -> None:
    doubled = document("en", 60).replace("\n\n", "\f").replace("\n", "\n\n")
    found = seen(doubled.replace("\f", "\n\n\n\n"))
    assert found.noisy_blanks and found.wrapped and found.least_blanks > 1
    found = seen(doubled.replace("\f", "\n\n"))
    assert found.noisy_blanks and found.least_blanks == 0


def test_chinese_print_is_measured_in_its_own_columns() -> None:
    text = "北岸码头的守灯人每天黄昏点亮所有灯火并且清点驶过的每一面船帆。" * 12
    lines = "\n".join(textwrap.wrap(text, 24))
    found = seen(f"{lines}\n", "zh")
    assert found.wrapped and found.measure == 48
