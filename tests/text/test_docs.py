"""docs/normalising.md is true: its examples run as written, its steps are the steps."""

from __future__ import annotations

import doctest
import re

from p5diff.ingest.layout.normalise import STEPS
from tests.conftest import ROOT

PAGE = ROOT / "docs/normalising.md"


def test_examples_run_as_written() -> None:
    text = PAGE.read_text(encoding="utf-8")
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    code = "\n".join(re.findall(r"(?ms)^```python\n(.*?)^```", text))
    result = runner.run(parser.get_doctest(code, {}, PAGE.name, str(PAGE), 0))
    assert result.attempted > 8 and result.failed == 0


def test_steps_are_named_in_order() -> None:
    named = re.findall(r"(?m)^\d+\. \*\*([a-z-]+)\.\*\*", PAGE.read_text(encoding="utf-8"))
    assert named == [step.name for step in STEPS]
