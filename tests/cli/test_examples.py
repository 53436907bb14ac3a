"""Each help text ends with commands that work as typed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from p5diff.cli.examples import EXAMPLES
from tests.cli.run import p5diff

BUNDLED = [e for lines in EXAMPLES.values() for e in lines if "-2012" in e and "draft" not in e]


@pytest.mark.parametrize("command", sorted(EXAMPLES))
def test_the_examples_stand_in_the_help_a_line_each(command: str) -> None:
    shown = [line.strip() for line in p5diff(command, "--help").stdout.splitlines()]
    assert set(EXAMPLES[command]) <= set(shown)


@pytest.mark.parametrize("command", sorted(EXAMPLES))
def test_every_option_in_an_example_exists(command: str) -> None:
    known = p5diff(command, "--help").stdout.partition("Examples:")[0]
    for example in EXAMPLES[command]:
        for word in shlex.split(example):
            if word.startswith("-"):
                assert word in known, example


@pytest.mark.parametrize("example", BUNDLED)
def test_examples_on_the_bundled_corpus_run(example: str, tmp_path: Path) -> None:
    done = p5diff(*shlex.split(example)[1:], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
