"""The same change said in six languages gets the same verdict, whatever it is said of (`frames.toml`).

Lists of single pairs show what each language can; only the same frames, each with each object, show where one
language knows less than the others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from p5diff.workflows.compare import compare_statements
from tests.meaning.test_minimal_pairs import AROUND
from tests.meaning.texts import statement

FAMILIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("frames.toml").read_text(encoding="utf-8")
)["family"]
LESS = {"weaker", "narrowed"}
MORE = {"stronger", "widened"}


def written(frame: str, forms: list[str], language: str) -> str:
    """A frame with an object; in Arabic, prepositions of one letter are written onto what follows."""
    text = frame.format(*forms)
    if language != "ar":
        return text
    return re.sub(r"\bلال", "لل", re.sub(r" ([بل])(\S)", r" \1\2", text))


def pairs(family: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """The stronger sentence, the weaker one, and whether they differ in strength at all."""
    ranked = sorted(family["frames"], key=lambda frame: -frame[0])
    for (high, one), (low, two) in combinations(ranked, 2):
        for forms in family["objects"]:
            yield (
                written(one, forms, family["language"]),
                written(two, forms, family["language"]),
                high != low,
            )


def said(before: str, after: str, language: str) -> set[str]:
    first, last = AROUND[language]
    found = compare_statements(
        statement([first], [before], [last], language=language),
        statement([first], [after], [last], language=language),
    )
    return {shift.verdict.value for change in found.changes for shift in change.shifts}


def test_every_language_has_every_family() -> None:
    names = {family["name"] for family in FAMILIES}
    assert {(f["language"], f["name"]) for f in FAMILIES} == {
        (lang, name) for lang in AROUND for name in names
    }


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f"{f['language']} {f['name']}")
def test_the_weaker_frame_is_told_as_weaker(family: dict[str, Any]) -> None:
    missed = []
    for stronger, weaker, differ in pairs(family):
        verdicts = said(stronger, weaker, family["language"])
        right = bool(verdicts & LESS) if differ else not verdicts & LESS
        if not right or verdicts & MORE:
            missed.append((stronger, weaker, verdicts))
    assert not missed
