"""What is said of pairs that differ in one thing, and that nothing is said where they mean the same."""

from __future__ import annotations

import pytest

from p5diff.model.alignment import PairKind
from p5diff.workflows.compare import compare_statements
from tests.meaning.minimal_pairs import PAIRS, Row
from tests.meaning.texts import statement

AROUND = {
    "en": ("The delegations met by the river.", "They thanked the host."),
    "fr": ("Les délégations se sont réunies au bord du fleuve.", "Elles ont remercié leur hôte."),
    "es": ("Las delegaciones se reunieron junto al río.", "Agradecieron la hospitalidad."),
    "ru": ("Делегации встретились у реки.", "Они поблагодарили хозяев."),
    "ar": ("اجتمعت الوفود على ضفة النهر.", "وشكرت الوفود البلد المضيف."),
    "zh": ("各代表团在河边会晤。", "各代表团感谢东道主。"),
}
OPPOSITE = {"weaker": "stronger", "stronger": "weaker", "narrowed": "widened", "widened": "narrowed"}


@pytest.mark.parametrize(
    "row", PAIRS, ids=lambda row: f"{row.language} {row.kind}: {row.before} → {row.after}"
)
def test_one_thing_changed_and_it_is_said(row: Row) -> None:
    language, _kind, before, after, expected = row
    first, last = AROUND[language]
    found = compare_statements(
        statement([first], [before], [last], language=language),
        statement([first], [after], [last], language=language),
    )
    said = {f"{s.aspect} {s.verdict.value}" for change in found.changes for s in change.shifts}
    if expected == "NO":
        assert not said
        assert not {c.pair.kind for c in found.changes} & {PairKind.NEW, PairKind.DROPPED, PairKind.RECAST}
    elif expected == "ledger":
        assert [e.previous for e in found.ledger if e.status == "changed"]
    else:
        assert set(expected.split("|")) & said
        against = OPPOSITE.get(expected.split()[-1])
        assert not any(s.endswith(f" {against}") for s in said)
