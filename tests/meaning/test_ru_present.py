"""Russian presents whose first letters look like a prefix are no futures, and so no promises."""

from __future__ import annotations

import pytest

from p5diff.model.comparison import MarkKind
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement


def kinds(text: str) -> set[MarkKind]:
    made = compare_statements(statement(["—."], language="ru"), statement(["—."], [text], language="ru"))
    return {mark.kind for mark in made.changes[-1].marks}


@pytest.mark.parametrize(
    "text",
    [
        "Цены на зерно растут в портах западного берега.",
        "Министры помнят о наводнении.",
        "Учёные спорят о прогнозе.",
    ],
)
def test_a_present_is_no_promise(text: str) -> None:
    assert MarkKind.COMMITMENT not in kinds(text)


def test_a_prefixed_future_is_one() -> None:
    assert kinds("Стороны построят мост через реку.") == {MarkKind.COMMITMENT}
