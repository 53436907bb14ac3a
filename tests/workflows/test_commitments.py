from __future__ import annotations

from p5diff.meaning import load_rules
from p5diff.model.comparison import MarkKind
from p5diff.workflows.commitments import explain, list_commitments
from tests.meaning.texts import statement

TEXT = statement(
    ["They will publish a glossary by 2031.", "They discussed its form."],
    ["They remain committed to the CTBT.", "They call upon all States to sign it."],
)


def test_the_commitments_of_a_statement_in_order() -> None:
    found = list_commitments(TEXT)
    assert [(row.sentence.id, row.mark.rung) for row in found] == [("p1.1", "decision"), ("p2.1", "restated")]
    assert [row.topics[0].topic for row in found] == ["glossary", "ctbt"]


def test_other_kinds_can_be_asked_for() -> None:
    found = list_commitments(TEXT, kinds=(MarkKind.CALL, MarkKind.PROCESS))
    assert [row.mark.kind for row in found] == [MarkKind.PROCESS, MarkKind.CALL]


def test_explaining_shows_words_rule_and_ladder() -> None:
    rules = load_rules()
    lines = explain(list_commitments(TEXT, rules)[0].mark, rules)
    assert lines[0] == "words: “They will”"
    assert "rule: markers.en.toml: will" in lines
    assert "rung: decision (6) on the ladder six-steps (ladder.six-steps.toml)" in lines
    assert "deadline: by 2031" in lines
    assert any(line.startswith("source of the ladder:") for line in lines)
