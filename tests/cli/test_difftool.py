"""`git difftool -t p5diff`, as git itself calls it: files that are new, gone, changed, or no texts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import p5diff
from tests.needs import needs_git

pytestmark = needs_git

OLD = {
    "oslo/en.txt": "The States will meet in Oslo.\n\nThey will report each year.\n",
    "oslo/fr.txt": "Les États se réuniront à Oslo.\n",
    "oslo/statement.toml": 'id = "oslo"\n',
    "oslo/page.html": "<p>The States met.</p>",
}
NEW = {
    "oslo/en.txt": "The States will meet in Oslo.\n\nThey intend to report each year.\n",
    "oslo/zh.txt": "各国将在奥斯陆举行会议。\n",
    "oslo/statement.toml": 'id = "oslo"\nplace = "Oslo"\n',
    "oslo/page.html": "<p>The States met.</p>",
    "oslo/new.html": "<p>All States <b>may</b> take part.</p>",
}


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=n", "-c", "user.email=e@example.org")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "100"},
    )
    return done.stdout


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the tool shows of two commits."""
    root = tmp_path_factory.mktemp("repository")
    git(root, "init", "-q")
    for files in (OLD, NEW):
        shutil.rmtree(root / "oslo", ignore_errors=True)
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "state")
    assert p5diff("git", "enable", "--repository", str(root)).returncode == 0
    return git(root, "difftool", "-t", "p5diff", "-y", "HEAD~1", "HEAD")


def test_two_texts_are_compared(shown: str) -> None:
    assert "[-will-]{+intend to+}" in shown


def test_a_file_that_is_new_stands_there_whole(shown: str) -> None:
    assert "p5diff oslo/zh.txt\n+ 各国将在奥斯陆举行会议。\n" in shown
    assert "p5diff oslo/new.html\n+ All States may take part.\n" in shown


def test_a_file_that_is_gone_too(shown: str) -> None:
    assert "p5diff oslo/fr.txt\n- Les États se réuniront à Oslo.\n" in shown


def test_what_is_no_text_is_compared_as_none(shown: str) -> None:
    assert "p5diff oslo/statement.toml\n(no text that p5diff compares" in shown
    assert 'place = "Oslo"' not in shown
