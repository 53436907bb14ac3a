"""What `diff` shows of paragraphs is what `align_sentences` finds of them as wholes."""

from __future__ import annotations

import pytest

from benchmarks.as_shown import links_shown
from benchmarks.judged import FOLDER, Counts, load, score
from p5diff.align import align_sentences

APART = 0.4
"""Points of pair F1 that the two may differ by: one link of the smallest set is 0.4."""


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the judged alignments of ../shared are not here")
@pytest.mark.parametrize("name", ["asvs", "bible_en", "bible_fr", "nist80053"])
def test_both_views_agree(name: str) -> None:
    shown, found = Counts(), Counts()
    for judged in load(name):
        shown += score(judged, links_shown(judged))
        found += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
    assert shown.f1() >= found.f1() - APART
