"""Every marker row in all six languages: the sentence it must match, the one it must spare."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.meaning import load_rules
from p5diff.meaning.pattern.words import scan
from p5diff.meaning.rules.markerfile import Marker
from p5diff.meaning.sentence.reading import markers

RULES = load_rules()
ROWS = [(language, row) for language in LANGUAGES for row in markers(RULES, languages.get(language)).rows]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{lang}-{row.id}" for lang, row in ROWS])
def test_a_row_matches_one_sentence_and_spares_the_other(language: str, row: Marker) -> None:
    known = markers(RULES, languages.get(language))
    assert row.id in {m.item.id for m in known.held(scan(row.match, languages.get(language)))}
    assert row.id not in {m.item.id for m in known.held(scan(row.spare, languages.get(language)))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_every_kind_and_says_whether_it_was_reviewed(language: str) -> None:
    known = markers(RULES, languages.get(language))
    kinds = {row.act.kind.value for row in known.rows}
    assert kinds == {"commitment", "call", "position", "process", "record"}
    assert isinstance(known.reviewed, bool)
    for detector in ("deadlines", "qualifiers", "wide", "narrow", "negations", "addressees", "modality"):
        assert detector in known.detectors


def test_every_act_stands_on_the_default_ladder() -> None:
    assert set(RULES.ladder.rungs) == set(RULES.acts)
