"""What `diff` shows of paragraphs is what `align_sentences` finds of them as wholes."""

from __future__ import annotations

import pytest

from benchmarks.as_shown import links_shown
from benchmarks.judged import FOLDER, Counts, load, score
from tests.judged.test_floors import found

APART = 0.4
"""Points of pair F1 that the two may differ by: one link of the smallest set is 0.4."""
FLOORS = {"asvs": 76.8, "bible_en": 98.0, "bible_fr": 98.3, "nist80053": 98.7}
"""Least pair F1 of what `diff` shows, in per cent."""
NEW = {"bible_en": 92.0, "bible_fr": 93.5}
"""Least share of the units called new that are, in per cent."""


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the judged alignments of ../shared are not here")
@pytest.mark.parametrize("name", ["asvs", "bible_en", "bible_fr", "nist80053"])
def test_both_views_agree(name: str) -> None:
    shown = Counts()
    for judged in load(name):
        shown += score(judged, links_shown(judged))
    assert shown.f1() >= found(name).f1() - APART
    assert shown.f1() >= FLOORS[name]
    assert 100 * shown.new_right / max(1, shown.new_right + shown.new_wrong) >= NEW.get(name, 0.0)
