"""Make a repository for a corpus: empty, without hooks or templates of any kind."""

from __future__ import annotations

from pathlib import Path

from p5diff.corpus.git.env import no_inherited_git, safe_environment
from p5diff.corpus.git.repository import GitFailed, open_repository
from p5diff.errors import CorpusError


def make_repository(root: Path) -> bool:
    """Make `root` a git repository unless it stands in one already; whether one was made.

    Raises `CorpusError` (slug `no-git-program`) where git is not installed.
    """
    with open_repository(root) as repository:
        if repository is not None:
            return False
    try:
        import git
    except ImportError as error:
        raise CorpusError(
            "no-git-program",
            "git is not installed",
            cause="a corpus keeps its history in git",
            hint="install git, or make a corpus without history: p5diff init --no-git",
        ) from error
    with no_inherited_git():
        environment = safe_environment("", "")
        del environment["GIT_DIR"], environment["GIT_WORK_TREE"]
        command = ["git", "init", "--quiet", "--template=", "--initial-branch=main"]
        status, _, errors = git.Git(str(root)).execute(
            command, with_extended_output=True, with_exceptions=False, env=environment
        )
    if status != 0:
        raise GitFailed("init", status, str(errors))
    return True
