"""Quality on human-judged alignments cannot slip unseen.

The floors are a little below what the default setting reaches on these halves; raise them when
the figures rise, lower one only with a reason.
"""

from __future__ import annotations

import pytest

from benchmarks.judged import FOLDER, SETS, Counts, load, score
from p5diff.align import align_sentences

FLOORS = {"argrewrite": 97.8, "nist80053": 98.0, "asvs": 76.8, "twlaw": 94.3}
"""Pair F1 in per cent. Weighing half as many candidates lost one link in asvs (0.7) on this half and
gained elsewhere; in cross-validation asvs stayed where it was."""
CROSSING = 91.0
"""Per cent of the links that cross another, in the Taiwan laws."""

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the judged alignments of ../shared are not here")


@pytest.mark.parametrize("name", SETS)
def test_pair_f1_holds_its_floor(name: str) -> None:
    total = Counts()
    for judged in load(name):
        total += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
    assert total.f1() >= FLOORS[name]
    if name == "twlaw":
        assert total.recall("moved_") >= CROSSING


def test_the_scorer_itself() -> None:
    judged = load("asvs")[0]
    perfect = score(judged, judged.gold)
    assert perfect.f1() == 100.0
    assert perfect.f1("new_") == 100.0
    assert score(judged, []).right == 0
    first = min(judged.gold)
    assert score(judged, judged.gold - {first}).missed == 1
