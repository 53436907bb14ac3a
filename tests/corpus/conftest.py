"""A small corpus of invented texts, in git, for the tests of this folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.workflows.add import add
from p5diff.workflows.describe import Given
from p5diff.workflows.init import init

ENGLISH = """The Parties met in Oslo on 3 May 2019. They welcomed the report of the working group.

They reaffirmed the aims of the Treaty. They agreed to meet again in 2021.
"""
CHINESE = """各方于2019年5月3日在奥斯陆举行会议。各方欢迎工作组的报告。

各方重申条约的目标。各方同意于2021年再次举行会议。
"""


def git(folder: Path, *arguments: str) -> str:
    """Output of a git command, run by the test itself."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """An empty corpus in git."""
    return init(tmp_path / "corpus", name="tests")[0]


@pytest.fixture
def filled(corpus: Corpus, tmp_path: Path) -> Corpus:
    """The same with one statement in two languages."""
    for name, text in (("oslo-2019.en.txt", ENGLISH), ("oslo-2019.zh.txt", CHINESE)):
        (tmp_path / name).write_text(text, "utf-8")
        add(
            corpus,
            [tmp_path / name],
            Given(edition="official", title="A statement", dates=("2019-05-03",), place="Oslo"),
        )
    return corpus
