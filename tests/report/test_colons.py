"""Colons and other signs as each language sets them, in the words of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from p5diff.report.phrasebook import LANGUAGES, PageWords, phrases
from p5diff.report.terminal.layout import chunk, wrap

BARE = re.compile(r" [:;?!»](?!\w)|« ")
"""A sign that French sets apart with a space at which no line may end, behind an ordinary one."""


def said() -> Iterator[str]:
    for table in phrases("fr").tables.values():
        for words in table.values():
            yield from [words] if isinstance(words, str) else words


def test_no_french_line_can_begin_with_a_sign() -> None:
    assert [words for words in said() if BARE.search(words)] == []
    assert any("\u00a0:" in words for words in said())


@pytest.mark.parametrize("width", range(14, 40))
def test_a_no_break_space_breaks_no_line(width: int) -> None:
    text = "engagements renforcés\u00a0: 1, engagements modifiés\u00a0: 2"
    lines = ["".join(piece.text for piece in line) for line in wrap([chunk(text)], width)]

    assert not [line for line in lines if line.lstrip("\u00a0").startswith(":")]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("language", "led"),
    [("en", "actor: "), ("fr", "actor\u00a0: "), ("zh", "actor："), ("es", "actor: "), ("ar", "actor: ")],
)
def test_a_label_leads_in_as_its_language_does(language: str, led: str) -> None:
    assert PageWords(language).led("actor") == led
    assert language in LANGUAGES


def test_templates_leave_the_colon_to_the_language() -> None:
    """No template sets an English colon behind words of the page."""
    folder = files("p5diff.report").joinpath("templates")
    names = ["parts.html", "report.html", "print.html", "index.html"]
    for text in (folder.joinpath(name).read_text(encoding="utf-8") for name in names):
        assert not re.findall(r"\{\{ say\('[^']*'\) \}\}: ", text)
