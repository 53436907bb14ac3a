"""Invented sentences in the manner of statements of many kinds, each with what it does.

A line is a letter (c commitment, l call, s position, p process, r record) and a sentence.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark
from tests.meaning.texts import one

RULES = load_rules()
KINDS = {"c": "commitment", "l": "call", "s": "position", "p": "process", "r": "record"}
LINES = [
    (language, *line.split(" ", 1))
    for language in ("en", "zh", "fr", "es", "ru", "ar")
    for line in (Path(__file__).parent / f"invented.{language}.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "letter", "text"), LINES)
def test_what_it_does(language: str, letter: str, text: str) -> None:
    found = mark(one(text, language), RULES)["p1.1"]
    assert found.kind.value == KINDS[letter], found.rule
