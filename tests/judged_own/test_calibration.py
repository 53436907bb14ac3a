"""Few links are never exactly as often right as they say: the error that chance alone makes is known."""

from __future__ import annotations

import pytest

from benchmarks.calibration import Said, by_chance, error


def _links(count: int, right: int, confidence: float) -> list[Said]:
    return [Said(confidence, k < right, 12, "x") for k in range(count)]


def test_the_error_is_how_far_links_are_off_what_they_say() -> None:
    assert error(_links(100, 80, 0.8)) == pytest.approx(0.0)
    assert error(_links(100, 60, 0.8)) == pytest.approx(0.2)


def test_chance_makes_less_of_an_error_the_more_links_there_are() -> None:
    """Of 25 links at 0.8, the share that is right is within 0.16 of it, 19 times in 20; of 400, 0.04."""
    few, many = by_chance(_links(25, 20, 0.8)), by_chance(_links(400, 320, 0.8))
    assert 0.12 <= few <= 0.2 and 0.03 <= many <= 0.05
    assert by_chance(_links(25, 3, 0.8)) == few
    assert by_chance(_links(50, 50, 1.0)) == 0.0
