"""Floors for agreement with the hand-made annotations. Figures: `python benchmarks/meaning.py`."""

from __future__ import annotations

import pytest

from benchmarks.meaning import Score, score
from tests.gold.gold import GOLD, INVENTED, Gold

# (kind accuracy, leading topic, topics F1): a little below what is measured, so that a loss of
# a sentence or two shows. Held-out texts were not used to write or mend rules.
FLOORS = {
    "washington-2012.zh": (0.96, 0.96, 0.88),
    "washington-2012.en.translation": (0.96, 0.96, 0.87),
    "washington-2012.en.digest": (0.95, 0.95, 0.90),
    "london-2009.en.digest": (1.0, 1.0, 0.90),
    "paris-2011.en.digest": (1.0, 1.0, 0.84),
    "p5-2022": (0.90, 0.90, 0.78),
    "g7-2022-09-23": (0.90, 0.90, 0.77),
    "fomc-goals-2012": (0.85, 0.85, 0.88),
    "heldout-quad-2021-03-12": (0.92, 0.78, 0.70),
    "heldout-quad-2023-05-20": (0.90, 0.92, 0.78),
}


MENDED_ON = [gold for gold in GOLD if not gold.blind]


@pytest.mark.parametrize("gold", MENDED_ON, ids=[g.name for g in MENDED_ON])
def test_agreement_stays_above_its_floor(gold: Gold) -> None:
    if not gold.available:
        pytest.skip(f"needs ../shared/{gold.source}")
    found = score(gold)
    kind, lead, topics = FLOORS[gold.name]
    assert found.missing == 0, "an annotated sentence is not in the text"
    assert found.sentences == len(gold.rows())
    assert found.accuracy >= kind, found.errors
    assert found.lead / found.sentences >= lead, found.errors
    assert found.topic_f1 >= topics, found.errors


# Of both halves of all blind texts together, per language: (kind accuracy, leading topic).
BLIND_FLOORS = {
    "en": (0.86, 0.84),
    "zh": (0.84, 0.86),
    "fr": (0.85, 0.78),
    "es": (0.85, 0.75),
    "ru": (0.90, 0.90),
    "ar": (0.95, 0.80),
}


@pytest.mark.parametrize("language", BLIND_FLOORS)
def test_agreement_with_the_second_annotator_stays_above_its_floor(language: str) -> None:
    golds = [gold for gold in GOLD if gold.blind and gold.language == language]
    if not all(gold.available for gold in golds):
        pytest.skip("needs ../shared")
    found = Score()
    for gold in golds:
        found.add(score(gold))
    kind, lead = BLIND_FLOORS[language]
    assert found.missing == 0, "an annotated sentence is not in the text"
    assert found.accuracy >= kind
    assert found.lead / found.sentences >= lead


def test_every_text_has_a_floor_and_no_sentence_is_stored() -> None:
    assert set(FLOORS) == {gold.name for gold in MENDED_ON}
    for gold in GOLD:
        keys = {"n", "sha", "kind", "actor", "topics"}
        keys |= {"text"} if gold.source == INVENTED else set() if gold.blind else {"rung"}
        for row in gold.rows().values():
            assert set(row) == keys
