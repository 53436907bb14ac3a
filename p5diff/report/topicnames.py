"""Topics by their names in the language of a page: those that p5diff brings along have one in each.

A topic of somebody's own file, or one that such a file calls otherwise, keeps the name that it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from p5diff.model.comparison import Comparison
from p5diff.model.series import Series
from p5diff.text.toml import read

Found = TypeVar("Found", Comparison, Series)


def in_language(found: Found, language: str) -> Found:
    """A comparison or series whose topics are called as in the language; in English it stays as it is."""
    if language == "en":
        return found
    return replace(
        found, topics=tuple((topic, _name(topic, label, language)) for topic, label in found.topics)
    )


def _name(topic: str, label: str, language: str) -> str:
    names = _names().get(topic, {})
    return names.get(language, label) if names.get("en") == label else label


@cache
def _names() -> dict[str, Mapping[str, str]]:
    """Topic → its name by language."""
    text = files("p5diff.data").joinpath("topics.toml").read_text(encoding="utf-8")
    return {table["id"]: table["label"] for table in read(text)["topic"]}
