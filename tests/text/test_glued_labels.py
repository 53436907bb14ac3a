"""A label whose space was forgotten is one; a name that begins with a figure and a stop is none."""

from __future__ import annotations

import pytest

from p5diff import language
from p5diff.text.labels import join_label, split_label


@pytest.mark.parametrize(
    ("code", "label", "rest"),
    [
        ("en", "3.", "The clerk keeps the book."),
        ("fr", "12.", "États et pilotes se réunissent."),
        ("es", "1.", "Los pilotos leen las cartas."),
        ("ru", "2.", "Они читают карты."),
        ("ar", "1.", "يجتمع المجلس في الربيع."),
    ],
)
def test_a_forgotten_space(code: str, label: str, rest: str) -> None:
    known = language.get(code)
    assert split_label(label + rest, language=known) == (label, rest)
    assert join_label(label, rest, language=known) == f"{label} {rest}"


@pytest.mark.parametrize("text", ["1.B of the annex", "3.x of it", "1.com is a name", "2.5 percent", "3.NPT"])
def test_names_with_a_figure_and_a_stop(text: str) -> None:
    assert split_label(text, language=language.get("en")) == ("", text)
