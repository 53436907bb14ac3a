"""What a comparison prints of texts of the project's own holds its floor, in each language and kind.

Nothing here needs ../shared. Raise a floor when its figure rises, lower one only with a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import p5diff
from benchmarks.judged_own import KINDS, LANGUAGES, SEEDS, TEXTS, Edited, edited, measured, score
from p5diff.model.alignment import PairKind, Shape
from p5diff.model.comparison import Change, Comparison

FLOOR = 99.0
"""F1 in per cent: one row wrong in about fifty. All but those below reach 100."""
LOWER = {("en", "reworded"): 98.5, ("en", "dropped"): 97.5, ("en", "new"): 97.5}
"""One dropped and one new sentence, both with "the ministers" and "welcome", are taken for a pair."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_edit_is_found(language: str) -> None:
    found = measured(language)
    low = {
        kind: figures.f1()
        for kind, figures in found.items()
        if figures.f1() < LOWER.get((language, kind), FLOOR)
    }
    assert low == {}
    assert all(figures.right >= len(SEEDS) for figures in found.values()), "a kind that hardly occurs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_what_it_says(language: str) -> None:
    """No sentence stands twice, no placeholder is left, and the texts hold the units and nothing else."""
    made = edited(language, 0)
    for text, side in ((made.before, "before"), (made.after, "after")):
        sentences = [s for u in made.units for s in getattr(u, side)]
        assert len(set(sentences)) == len(sentences) >= 38
        assert sum(map(len, sentences)) <= len(text) and all(s in text for s in sentences)
        assert not set("[]{}|") & set(text)
    assert {u.kind for u in made.units} == set(KINDS) - {"twins", "renumbered"}
    assert edited(language, 0) == made != edited(language, 1)
    assert len((TEXTS / f"{language}.txt").read_text("utf-8").splitlines()) == 37


def _compared() -> tuple[Edited, Comparison]:
    made = edited("en", 0)
    return made, p5diff.compare_texts(made.before, made.after, language="en")


def _changed(comparison: Comparison, wrong: Callable[[Change], Change | None]) -> Comparison:
    made = [wrong(change) for change in comparison.changes]
    return replace(comparison, changes=tuple(change for change in made if change))


def _of_kind(kind: PairKind) -> Callable[[Change], Change | None]:
    return lambda change: None if change.pair.kind is kind else change


def _moves_forgotten(change: Change) -> Change:
    return replace(change, pair=replace(change.pair, moved=False))


def _shapes_forgotten(change: Change) -> Change:
    return replace(change, pair=replace(change.pair, shape=Shape.ONE_TO_ONE))


@pytest.mark.parametrize(
    ("wrong", "kinds"),
    [
        (_of_kind(PairKind.UNCHANGED), {"unchanged", "moved", "twins"}),
        (_of_kind(PairKind.NEW), {"new", "twins"}),
        (_of_kind(PairKind.DROPPED), {"dropped", "twins"}),
        (_moves_forgotten, {"moved", "unchanged", "reworded"}),
        (_shapes_forgotten, {"split", "merged", "reworded"}),
    ],
)
def test_the_scorer_would_notice(wrong: Callable[[Change], Change | None], kinds: set[str]) -> None:
    made, comparison = _compared()
    figures = score(made, _changed(comparison, wrong))
    assert {kind for kind, found in figures.items() if found.f1() < 99.0} == kinds
    assert {kind for kind, found in score(made, comparison).items() if found.f1() < 99.0} == set()


def test_the_scorer_counts_numbers_too() -> None:
    made, comparison = _compared()
    assert score(made, replace(comparison, renumbered=()))["renumbered"].f1() == 0.0
