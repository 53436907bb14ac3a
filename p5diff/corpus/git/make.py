"""Make a repository for a corpus: empty, without hooks or templates of any kind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from p5diff import disk
from p5diff.corpus.git.env import no_inherited_git, safe_environment
from p5diff.corpus.git.repository import GitFailed, open_repository
from p5diff.errors import CorpusError

if TYPE_CHECKING:
    import git


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
    place = root / ".git"
    is_new = not (place.exists() or place.is_symlink())
    made = False
    try:
        _init(git.Git(str(root)))
        made = True
    finally:
        if is_new and not made:  # half a repository would be refused from now on
            with suppress(OSError):
                disk.remove_folder(place)
    return True


def _init(program: git.Git) -> None:
    with no_inherited_git():
        environment = safe_environment("", "")
        del environment["GIT_DIR"], environment["GIT_WORK_TREE"]
        command = ["git", "init", "--quiet", "--template=", "--initial-branch=main"]
        status, _, errors = program.execute(
            command, with_extended_output=True, with_exceptions=False, env=environment
        )
    if status != 0:
        raise GitFailed("init", status, str(errors))
