"""What one official promised, what somebody was told and what only may happen commits no text.

`reported.txt`: language, what it is, sentence. `promise` commits, `none` does not; `told` is a record of what
others or some said, `held` what all hold. Beside forms that commit nobody stand some close to them that do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark
from p5diff.model.comparison import MarkKind
from tests.meaning.texts import one

RULES = load_rules()
LINES = [
    line.split("|", 2)
    for line in (Path(__file__).parent / "reported.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "wanted", "text"), LINES)
def test_only_who_speaks_promises(language: str, wanted: str, text: str) -> None:
    found = mark(one(text, language), RULES)["p1.1"]
    assert (found.kind is MarkKind.COMMITMENT) is (wanted == "promise"), found.rule
    if wanted == "told":
        assert found.kind is MarkKind.RECORD and found.actor in {"others", "some"}, found
    if wanted == "held":
        assert found.kind is MarkKind.POSITION and found.actor == "we", found
