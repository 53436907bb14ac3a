"""Links of threads against those that a person judged; the texts stand in ../shared."""

from __future__ import annotations

import pytest

from benchmarks.links import SERIES, judged, measured, texts


@pytest.mark.parametrize("name", SERIES)
def test_links_are_as_a_person_judges(name: str) -> None:
    """At least 98 of 100 that are drawn are right, and few of those judged right are lost."""
    if not texts(name):
        pytest.skip(f"the texts of {name} stand in ../shared, which is not here")
    found, _ = measured(name)
    assert found.right >= 0.98 * (found.right + found.wrong)
    assert found.lost <= 0.04 * (found.right + found.lost)
    assert found.right + found.wrong >= 0.9 * len(judged(name))
