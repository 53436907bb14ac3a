"""Links of threads against those that a person judged; the texts stand in ../shared."""

from __future__ import annotations

import pytest

from benchmarks.links import SERIES, judged, measured, texts


@pytest.mark.parametrize("name", SERIES[:2])
def test_links_are_as_a_person_judges(name: str) -> None:
    """At least 98 of 100 that are drawn are right, and few of those judged right are lost."""
    if not texts(name):
        pytest.skip(f"the texts of {name} stand in ../shared, which is not here")
    found, _ = measured(name)
    assert found.right >= 0.98 * (found.right + found.wrong)
    assert found.lost <= 0.04 * (found.right + found.lost)
    assert found.right + found.wrong >= 0.9 * len(judged(name))


def test_most_links_hold_where_a_text_is_reworded_throughout() -> None:
    """Four statements that say nearly everything in other words: of links drawn at first sight three in four
    were right."""
    if not texts("quad"):
        pytest.skip("the texts stand in ../shared, which is not here")
    found, _ = measured("quad")
    assert found.right >= 0.85 * (found.right + found.wrong)
    assert found.lost <= 0.05 * (found.right + found.lost)
