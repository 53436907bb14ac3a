"""Quality on human-judged alignments cannot slip unseen.

The floors are a little below what the default setting reaches on these halves; raise them when
the figures rise, lower one only with a reason.
"""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.coordination import coordinations
from benchmarks.judged import FOLDER, SETS, Counts, load, score
from benchmarks.replaced import linked
from benchmarks.strangers import strangers
from p5diff.align import align_sentences

FLOORS = {
    "argrewrite": 97.3,
    "nist80053": 98.7,
    "asvs": 76.8,
    "twlaw": 93.9,
    "bible_en": 98.0,
    "bible_fr": 98.4,
}
"""Pair F1 in per cent. Groups chosen together cost 0.4 in argrewrite, whose coders leave the second half
of a split unlinked, and 0.3 in twlaw, one link in asvs, and gained 4.3 and 2.4 on the translations."""
WHOLE = {"bible_en": 85.0, "bible_fr": 89.0}
"""Per cent of the groups that are not one to one found whole; 35 and 46 before they were chosen together."""
NEW = {"bible_en": 91.0, "bible_fr": 94.0}
"""Per cent of the units called new that are; 59 and 76 at first."""
CROSSING = 91.0
"""Per cent of the links that cross another, in the Taiwan laws."""

needs_judged = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the judged alignments of ../shared are not here"
)


@cache
def found(name: str) -> Counts:
    """What `align_sentences` finds of a set."""
    total = Counts()
    for judged in load(name):
        total += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
    return total


@needs_judged
@pytest.mark.parametrize("name", SETS)
def test_pair_f1_holds_its_floor(name: str) -> None:
    total = found(name)
    assert total.f1() >= FLOORS[name]
    if name == "twlaw":
        assert total.recall("moved_") >= CROSSING
    assert total.recall("many_") >= WHOLE.get(name, 0.0)
    assert 100 * total.new_right / (total.new_right + total.new_wrong) >= NEW.get(name, 0.0)


def test_coordinations_made_by_rule_are_split_and_merged() -> None:
    total = Counts()
    for judged in coordinations():
        total += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
    assert total.f1() >= 99.0
    assert total.recall("many_") >= 97.0


@needs_judged
def test_texts_that_do_not_correspond_are_not_linked() -> None:
    """On one subject, by different hands: fewer than one link for each 100 units."""
    found = units = 0
    for judged in strangers():
        units += len(judged.new)
        found += len(align_sentences(judged.old, judged.new, language=judged.language))
    assert found <= 0.01 * units


@needs_judged
@pytest.mark.parametrize(("name", "most"), [("argrewrite", 0.1), ("bible_en", 0.09), ("bible_fr", 0.04)])
def test_a_sentence_in_anothers_place_is_new(name: str, most: float) -> None:
    """Share of them that is linked all the same; essays on one subject say much in the same words."""
    places, found, _ = linked(name)
    assert places >= 80
    assert found <= most * places


@needs_judged
def test_the_scorer_itself() -> None:
    judged = load("asvs")[0]
    perfect = score(judged, judged.gold)
    assert perfect.f1() == 100.0
    assert perfect.f1("new_") == 100.0
    assert score(judged, []).right == 0
    first = min(judged.gold)
    assert score(judged, judged.gold - {first}).missed == 1
