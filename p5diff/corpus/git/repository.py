"""The one door to git: open a repository without running anything of it, and read revisions.

Plumbing only, through GitPython's command back end: fixed argument lists, revisions resolved
by `rev-parse --verify --end-of-options`, paths after `--` and taken literally.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from p5diff import disk
from p5diff.corpus.git.env import no_inherited_git, safe_environment
from p5diff.corpus.git.tree import MAX_FILE, Snapshot
from p5diff.errors import CorpusError, ReferenceNotFound
from p5diff.model.refs import check_revision

if TYPE_CHECKING:
    import git

_OLDEST = "0" * 40


class GitFailed(CorpusError):
    """A git command ended with an error. `status` is its exit code."""

    def __init__(self, command: str, status: int, stderr: str) -> None:
        super().__init__(
            "git-failed",
            f"git {command} failed",
            cause=stderr.strip() or f"exit code {status}",
            hint="run `git fsck` in the corpus, and see that its folder can be written",
        )
        self.status = status


class Repository:
    """A git repository that holds a corpus in the folder `prefix` (empty, or ends with `/`)."""

    def __init__(self, repo: git.Repo, root: Path, identity: dict[str, str]) -> None:
        self._repo = repo
        top = Path(str(repo.working_tree_dir)).resolve()
        self.git_dir = Path(repo.git_dir).resolve()
        self.common_dir = Path(repo.common_dir).resolve()
        self.top = top
        inside = root.resolve().relative_to(top).as_posix()
        self.prefix = "" if inside == "." else f"{inside}/"
        self.identity = identity
        self._environment = safe_environment(str(self.git_dir), str(top))

    def run(
        self,
        *arguments: str,
        data: bytes | None = None,
        environment: dict[str, str] | None = None,
    ) -> bytes:
        """Standard output of `git <arguments>`; raises `GitFailed`.

        The command gets a session of its own: whoever kills p5diff with its whole process
        group leaves git time to end its step, and so leaves no lock file of git behind.
        """
        with disk.nameless(data or b"") as stream:
            status, output, errors = self._execute(["git", *arguments], stream, environment or {})
        if status != 0:
            raise GitFailed(arguments[0], status, str(errors))
        return bytes(output)

    def _execute(self, command: Sequence[str], stream: Any, extra: dict[str, str]) -> tuple[int, Any, Any]:
        return self._repo.git.execute(
            command,
            istream=stream,
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env={**self._environment, **extra},
            start_new_session=True,
        )

    def line(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        """The one line that a command prints."""
        return self.run(*arguments, environment=environment).decode("utf-8", "surrogateescape").rstrip("\n")

    def resolve(self, revision: str) -> str:
        """Full id of the commit that `revision` names; raises `ReferenceNotFound`."""
        check_revision(revision)
        try:
            return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitFailed:
            raise ReferenceNotFound(
                "unknown-revision",
                f"there is no revision {revision!r} in {self.top}",
                cause="git does not know it, or it names no commit",
                hint="`p5diff log ID` and `git log` list the revisions there are",
            ) from None

    def head(self) -> str:
        """Full id of the commit checked out; empty when there is none yet."""
        try:
            return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}")
        except GitFailed:
            return ""

    def snapshot(self, revision: str, folder: str = "") -> Snapshot:
        """The corpus (or one folder of it) as it stood at `revision`; links are left out."""
        commit = self.resolve(revision)
        listed = self._list(commit, f"{self.prefix}{folder}")
        contents = self.read_objects([oid for _, oid in listed])
        files = {path.removeprefix(self.prefix): contents[oid] for path, oid in listed if oid in contents}
        return Snapshot(files, commit)

    def _list(self, commit: str, place: str) -> list[tuple[str, str]]:
        """Path and object id of each plain file under `place`."""
        below = ["--", place.rstrip("/")] if place else []
        output = self.run("ls-tree", "-r", "-z", "-l", "--full-tree", commit, *below)
        result = []
        for record in output.split(b"\0")[:-1]:
            details, _, path = record.partition(b"\t")
            mode, _, oid, size = details.split()
            # A size of `BAD` is git's word for an object that is missing.
            if mode.startswith(b"100") and size.isdigit() and int(size) <= MAX_FILE:
                result.append((path.decode("utf-8", "surrogateescape"), oid.decode()))
        return result

    def read_objects(self, names: Sequence[str]) -> dict[str, bytes]:
        """The contents of objects, by name, read in one go; missing ones are left out."""
        wanted = list(dict.fromkeys(names))
        request = "".join(f"{name}\n" for name in wanted)
        output = self.run("cat-file", "--batch", data=request.encode("utf-8", "surrogateescape"))
        return dict(_batch(output, wanted))


def _batch(output: bytes, wanted: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    position = 0
    for name in wanted:
        end = output.index(b"\n", position)
        header = output[position:end].split()
        position = end + 1
        if header[-1] in (b"missing", b"ambiguous"):
            continue
        size = int(header[-1])
        yield name, output[position : position + size]
        position += size + 1


@contextmanager
def open_repository(root: Path) -> Iterator[Repository | None]:
    """The repository around `root`, or None when there is none (or git is not installed)."""
    with no_inherited_git() as identity:
        repo = _open(root)
        if repo is None:
            yield None
            return
        with repo:
            yield Repository(repo, root, identity)


def need_repository(repository: Repository | None, root: Path) -> Repository:
    """The repository; raises `CorpusError` (slug `no-git`) when there is none."""
    if repository is None:
        raise CorpusError(
            "no-git",
            f"{root} is not in a git repository",
            cause="revisions, `log` and `blame` live in git (and need git to be installed)",
            hint=_remedy(root),
        )
    return repository


def _remedy(root: Path) -> str:
    """What to do without a repository: nobody should make one inside an installed package."""
    if shutil.which("git") is None:
        return "install git, which was not found"
    if root.resolve().is_relative_to(Path(__file__).resolve().parents[2]):
        return "the corpus that comes with p5diff has no history; `p5diff init DIR --copy` begins one with it"
    return f"run `git init` in {root} and commit the corpus, or make a new one with `p5diff init`"


def _open(root: Path) -> git.Repo | None:
    try:
        import git
    except ImportError:
        return None
    try:
        repo = git.Repo(root, search_parent_directories=True, odbt=git.GitCmdObjectDB, expand_vars=False)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError):
        return None
    if repo.bare or repo.working_tree_dir is None or not _around(repo, root):
        repo.close()
        return None
    return repo


def _around(repo: git.Repo, root: Path) -> bool:
    """Whether the folder stands in the working tree: the repository's own word is not trusted."""
    return root.resolve().is_relative_to(Path(str(repo.working_tree_dir)).resolve())
