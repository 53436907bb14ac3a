"""Near-twins of our own making: schedules, lists and resolutions whose units differ in a word."""

from __future__ import annotations

from benchmarks.judged import Counts, score
from benchmarks.twins import twins
from p5diff.align import align_sentences

FLOOR = 97.0
"""Pair F1 in per cent."""


def test_near_twins_hold_their_floor() -> None:
    total = Counts()
    for judged in twins():
        total += score(judged, align_sentences(judged.old, judged.new, language="en"))
    assert total.f1() >= FLOOR
    assert total.recall("moved_") >= 90.0
