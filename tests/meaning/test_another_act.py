"""Pairs of which one side promises and the other asks: one clause, or two that name the same States."""
# ruff: noqa: E501  (clauses are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff.model.alignment import PairKind

UNLIKE = {
    "en": (
        "The Assembly decides that votes of the council shall only be taken by States and regional port unions "
        "that have signed the charter or have ratified, approved, accepted or acceded to it.",
        "The Assembly calls upon all States and regional port unions that have not done so to consider signing, "
        "ratifying, approving or accepting the charter at the earliest date, ideally before the fair on the "
        "conservation of the islands, to allow for the early opening of the northern locks.",
    ),
    "fr": (
        "L'Assemblée décide que les votes du conseil ne seront pris que par les États et les unions portuaires "
        "régionales qui ont signé la charte ou l'ont ratifiée, approuvée ou acceptée.",
        "L'Assemblée demande à tous les États et unions portuaires régionales qui ne l'ont pas encore fait "
        "d'envisager d'y adhérer dès que possible, de préférence avant la foire "
        "sur la conservation des îles, pour permettre l'ouverture rapide des écluses du nord.",
    ),
}
ALIKE = {
    "en": (
        "The States and regional port unions will publish the register of their boats each year in May.",
        "The Assembly calls upon the States and regional port unions to publish the register of their boats each "
        "year in May.",
    ),
    "fr": (
        "Les États et les unions portuaires publieront le registre de leurs bateaux chaque année en mai.",
        "L'Assemblée demande aux États et aux unions portuaires de publier le registre de leurs bateaux chaque "
        "année en mai.",
    ),
}


def _kinds(language: str, before: str, after: str) -> list[PairKind]:
    found = compare_texts(f"{before}\n", f"{after}\n", language=language)
    return [change.pair.kind for change in found.changes]


@pytest.mark.parametrize("language", UNLIKE)
def test_a_rule_and_a_call_that_name_the_same_states_are_no_clause_reworded(language: str) -> None:
    assert PairKind.REWORDED not in _kinds(language, *UNLIKE[language])


@pytest.mark.parametrize("language", ALIKE)
def test_one_deed_promised_and_asked_for_is_one_clause(language: str) -> None:
    assert _kinds(language, *ALIKE[language]) == [PairKind.REWORDED]


def test_two_rules_that_share_as_little_are_still_compared() -> None:
    """Only an act of another kind asks for more in common."""
    before, after = UNLIKE["en"]
    rule = (
        after.rstrip(".")
        .replace("calls upon all", "decides that all")
        .replace("to consider", "shall consider")
    )
    rule += "; further decides that keepers of the lights shall receive lamps, oil, ropes and bread for the winter."
    assert _kinds("en", before, rule) == [PairKind.REWORDED]
