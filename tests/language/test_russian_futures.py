"""The present of a perfective verb is a future; that of an imperfective one is not, however it begins."""

from __future__ import annotations

import pytest

from p5diff.model.comparison import MarkKind
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

PRESENT = """растут растёт просит просят строит строят спорят судит портят становятся ставит стремятся сохнут
    стареет противоречит протестует помнят надеется образует организует прогнозируют стимулирует
    ориентируют""".split()
FUTURE = """построит построят попросят вырастут поставят установят восстановят остановит откроют закроет
    примут обеспечит создадут направит завершит подготовит расширит сократит утвердит возрастёт рассудит
    испортит согласует воспользуется""".split()


def _marks(word: str) -> list[tuple[MarkKind, str]]:
    """What a sentence with this verb does, and by which rule."""
    same = ["—."]
    said = f"Порты западного берега {word} дома."
    made = compare_statements(statement(same, language="ru"), statement(same, [said], language="ru"))
    return [(mark.kind, mark.rule) for mark in made.changes[1].marks]


@pytest.mark.parametrize("word", PRESENT)
def test_what_is_is_no_future(word: str) -> None:
    assert not any("future" in rule for _, rule in _marks(word))


@pytest.mark.parametrize("word", FUTURE)
def test_the_present_of_a_perfective_verb_is_one(word: str) -> None:
    assert MarkKind.COMMITMENT in {kind for kind, _ in _marks(word)}
