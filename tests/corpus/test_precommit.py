"""The hooks, under the real pre-commit, in a real repository, from a clone of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from p5diff.workflows.add import add
from p5diff.workflows.describe import Given
from p5diff.workflows.init import init
from tests.needs import needs_git

from ..conftest import ROOT
from .conftest import ENGLISH, git

pytestmark = [
    pytest.mark.system,
    pytest.mark.slow,
    needs_git,
]


def _run(folder: Path, *command: str, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "P5DIFF_"))},
        "PRE_COMMIT_HOME": str(cache),
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=560
    )


def _clone(folder: Path) -> tuple[Path, str]:
    """A clone of this project with the tree as it stands committed on top; gives its commit."""
    done = subprocess.run(["git", "rev-parse", "--git-dir"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("the project is not in git here, so it cannot be cloned")
    project = folder / "project"
    git(folder, "clone", "-q", "--no-hardlinks", str(ROOT), str(project))
    for name in ("p5diff", "corpus", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md"):
        source, target = ROOT / name, project / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    git(project, "add", "-A")
    git(
        project,
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "As it stands",
    )
    return project, git(project, "rev-parse", "HEAD").strip()


CONFIG = """repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: p5diff-check
      - id: p5diff-verify
        stages: [manual]
      - id: p5diff-fix
        stages: [manual]
"""


@pytest.mark.timeout(900)
def test_a_good_a_bad_and_a_fixed_commit(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    project, revision = _clone(tmp_path)
    cache = tmp_path / "cache"
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    git(theirs, "init", "-q")
    corpus, _ = init(theirs / "corpus")
    (tmp_path / "a-1.txt").write_text(ENGLISH, "utf-8")
    add(
        corpus,
        [tmp_path / "a-1.txt"],
        Given(edition="official", title="A title", dates=("2019-05-03",)),
        commit=False,
    )
    (theirs / ".pre-commit-config.yaml").write_text(CONFIG.format(project=project, revision=revision))
    git(theirs, "add", "-A")
    installed = _run(theirs, "pre-commit", "install", "--install-hooks", cache=cache)
    if "No matching distribution" in installed.stdout or "ConnectionError" in installed.stdout:
        pytest.skip("the package index cannot be reached, so pre-commit cannot install the hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    good = _run(theirs, "git", "commit", "-qm", "A good text", cache=cache)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stderr + good.stdout

    text = corpus.root / "a-1" / "en.txt"
    clean = text.read_text("utf-8")
    text.write_text(clean.replace("Parties", "Parties "), "utf-8")
    git(theirs, "add", "-A")
    bad = _run(theirs, "git", "commit", "-qm", "A bad text", cache=cache)
    assert bad.returncode == 1 and "P201" in bad.stdout + bad.stderr
    assert text.read_text("utf-8") != clean

    by_hand = ("--hook-stage", "manual", "--all-files")
    mended = _run(theirs, "pre-commit", "run", "p5diff-fix", *by_hand, cache=cache)
    assert mended.returncode == 1 and "files were modified by this hook" in mended.stdout
    assert text.read_text("utf-8") == clean
    text.write_text(clean + "\nThey thanked the host.\n", "utf-8")
    git(theirs, "add", "-A")
    unproved = _run(theirs, "pre-commit", "run", "p5diff-verify", "--hook-stage", "manual", cache=cache)
    assert unproved.returncode == 1 and "a-1:en.official  differs" in unproved.stdout

    text.write_text(clean, "utf-8")
    git(theirs, "add", "-A")
    for hook in ("p5diff-fix", "p5diff-verify"):
        run = _run(theirs, "pre-commit", "run", hook, *by_hand, cache=cache)
        assert run.returncode == 0, run.stdout
    fixed = _run(theirs, "git", "commit", "--allow-empty", "-qm", "A fixed text", cache=cache)
    assert fixed.returncode == 0, fixed.stdout + fixed.stderr
    assert git(theirs, "log", "--format=%s").splitlines()[:2] == ["A fixed text", "A good text"]
