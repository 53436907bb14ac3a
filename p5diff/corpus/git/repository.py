"""The one door to git: open a repository without running anything of it, and read revisions.

Plumbing only, through GitPython's command back end: fixed argument lists, revisions resolved
by `rev-parse --verify --end-of-options`, paths after `--` and taken literally.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from p5diff import disk
from p5diff.corpus.git.env import no_inherited_git, safe_environment
from p5diff.corpus.git.locate import open_checked, unusable
from p5diff.corpus.git.tree import MAX_FILE, Snapshot, too_large
from p5diff.errors import CorpusError, ReferenceNotFound
from p5diff.model.refs import check_revision

if TYPE_CHECKING:
    import git

_MOST = 256 * 2**20
"""Bytes that are read of a history at once: 5,000 versions of a long statement."""


_FULL = ("no space left", "out of diskspace", "quota exceeded")
"""What git says where the disk is full (it is asked in English): nothing in the repository is broken then."""


class GitFailed(CorpusError):
    """A git command ended with an error. `status` is its exit code."""

    def __init__(self, command: str, status: int, stderr: str) -> None:
        full = any(said in stderr.lower() for said in _FULL)
        super().__init__(
            "git-failed",
            f"git {command} failed",
            cause=stderr.strip() or f"exit code {status}",
            hint="make room on the disk, and try again"
            if full
            else "run `git fsck` in the corpus, and see that its folder can be written",
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
        inside = disk.real(root).relative_to(top).as_posix()
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

        The command gets a session of its own: killing p5diff with its whole process
        group leaves git time to end its step, and so leaves no lock file of git behind.
        """
        try:
            with disk.nameless(data or b"") as stream:
                status, output, errors = self._execute(["git", *arguments], stream, environment or {})
        except OSError as error:
            raise _no_room(error) from error
        if status != 0:
            raise GitFailed(arguments[0], status, str(errors))
        return bytes(output)

    def _execute(self, command: Sequence[str], stream: Any, extra: dict[str, str]) -> tuple[int, Any, Any]:
        try:
            return self._repo.git.execute(
                command,
                istream=stream,
                with_extended_output=True,
                with_exceptions=False,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                env={**self._environment, **extra},
                start_new_session=True,
                # Past a limit of file size git fails then, and drops its lock, as on a full disk.
                restore_signals=False,
            )
        except Exception as error:  # whatever stands in the way of starting a program
            raise unusable(self.git_dir, f"git cannot be started: {error}") from error

    def line(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        """The one line that a command prints."""
        return self.run(*arguments, environment=environment).decode("utf-8", "surrogateescape").rstrip("\n")

    def resolve(self, revision: str) -> str:
        """Full id of the commit that `revision` names; raises `ReferenceNotFound`, or `GitFailed`
        when the repository is damaged or git refuses it."""
        check_revision(revision)
        try:
            return self._parsed(f"{revision}^{{commit}}")
        except GitFailed as error:
            self._need_whole(revision, error)
            raise ReferenceNotFound(
                "unknown-revision",
                f"there is no revision {revision!r} in {self.top}",
                cause="git does not know it, or it names no commit",
                hint="`p5diff log ID` and `git log` list the revisions there are",
            ) from None

    def _parsed(self, name: str) -> str:
        return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", name)

    def _need_whole(self, name: str, error: GitFailed) -> None:
        """Raise `GitFailed` unless `name` is just not known: failure is not absence."""
        if "fatal:" in error.cause:
            raise error
        try:
            found = self._parsed(name)
        except GitFailed as unknown:
            if "fatal:" in unknown.cause or self._is_broken_reference(name):
                raise
            return
        self.run("cat-file", "-t", found)

    def _is_broken_reference(self, name: str) -> bool:
        """Whether the name is a reference that is there, though git cannot read it."""
        target = name
        if name == "HEAD":  # `git symbolic-ref` does not tell of a broken one
            text = disk.read_plain(self.git_dir / "HEAD", most=4096).decode("utf-8", "replace")
            target = text.removeprefix("ref:").strip() if text.startswith("ref:") else ""
        return bool(target) and (self.common_dir / target).is_file()

    def head(self) -> str:
        """Full id of the commit checked out; empty when there is none yet. Raises `GitFailed`
        when there is one and it cannot be read."""
        try:
            return self._parsed("HEAD^{commit}")
        except GitFailed as error:
            self._need_whole("HEAD", error)
            return ""

    def boundary(self) -> frozenset[str]:
        """The commits at which the history of a shallow copy ends; none in a whole one."""
        try:
            data = disk.read_plain(self.common_dir / "shallow")
        except FileNotFoundError:
            return frozenset()
        return frozenset(data.decode("ascii", "replace").split())

    def snapshot(self, revision: str, folder: str = "") -> Snapshot:
        """The corpus (or one folder of it) as it stood at `revision`; links are left out. Files
        are read when they are asked for."""
        commit = self.resolve(revision)
        files = {path.removeprefix(self.prefix): oid for path, oid in self._list(commit, folder)}
        return Snapshot(files, commit, partial(_read_again, self.top / self.prefix))

    def _list(self, commit: str, folder: str) -> list[tuple[str, str]]:
        """Path and object id of each plain file of the corpus under `folder`."""
        place = f"{self.prefix}{folder}".rstrip("/")
        below = ["--", place] if place else []
        output = self.run("ls-tree", "-r", "-z", "--full-tree", commit, *below)
        result = []
        for record in output.split(b"\0")[:-1]:
            details, _, path = record.partition(b"\t")
            mode, _, oid = details.split()
            if mode.startswith(b"100"):
                result.append((path.decode("utf-8", "surrogateescape"), oid.decode()))
        return result

    def read_objects(self, oids: Iterable[str]) -> dict[str, bytes]:
        """The contents of objects, by id, read in one go.

        Raises `CorpusError` (slug `missing-object`) for one that is not there or damaged, and
        (`file-too-large`, `revision-too-large`) past the bounds: a small repository can unpack to
        gigabytes.
        """
        wanted = list(dict.fromkeys(oids))
        request = "".join(f"{oid}\n" for oid in wanted).encode("ascii")
        self._check_sizes(wanted, self.run("cat-file", "--batch-check", data=request))
        try:
            output = self.run("cat-file", "--batch", data=request)
        except GitFailed as error:
            raise missing_object(self.top, error.cause) from error
        return dict(_batch(output, wanted))

    def _check_sizes(self, wanted: Sequence[str], listing: bytes) -> None:
        total = 0
        for oid, line in zip(wanted, listing.splitlines(), strict=True):
            size = line.split()[-1]
            if not size.isdigit():
                raise missing_object(self.top, f"git does not find the object {oid}")
            if int(size) > MAX_FILE:
                raise too_large(f"the object {oid} of {self.top}")
            total += int(size)
        if total > _MOST:
            raise CorpusError(
                "revision-too-large",
                f"what is asked for holds {total // 2**20:,} MB",
                cause=f"no more than {_MOST // 2**20} MB of a history are read at once",
                hint="name one text, or a later revision; `git log --stat` shows which file is so large",
            )


def _read_again(root: Path, oids: Iterable[str]) -> dict[str, bytes]:
    """Objects of the repository around a corpus, after it was closed."""
    with open_repository(root) as repository:
        return need_repository(repository, root).read_objects(oids)


def missing_object(top: Path, cause: str) -> CorpusError:
    """The error for a history of which a part is missing or damaged."""
    return CorpusError(
        "missing-object",
        f"a part of the history in {top} is missing or damaged",
        cause=cause,
        hint="`git fsck` names what is broken; a partial copy gets the rest by `git fetch --refetch`, "
        "a damaged one from another copy",
    )


def _batch(output: bytes, wanted: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    position = 0
    for oid in wanted:
        end = output.index(b"\n", position)
        size = int(output[position:end].split()[-1])
        position = end + 1
        yield oid, output[position : position + size]
        position += size + 1


@contextmanager
def open_repository(root: Path) -> Iterator[Repository | None]:
    """The repository around `root`, or None when there is none. Raises `CorpusError` (slug
    `git-unusable`) when there is one that cannot be used."""
    with no_inherited_git() as identity:
        repo = open_checked(root)
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
    if disk.real(root).is_relative_to(Path(__file__).resolve().parents[2]):
        return "the corpus that comes with p5diff has no history; `p5diff init DIR --copy` begins one with it"
    return f"run `git init` in {root} and commit the corpus, or make a new one with `p5diff init`"


def _no_room(error: OSError) -> CorpusError:
    """The error for what git is to be told and no folder for temporary files takes."""
    return CorpusError(
        "cannot-write",
        "git cannot be told what to do; nothing has been changed",
        cause=f"{error.strerror or error}",
        hint="make room on the disk, or name another folder for temporary files (TMPDIR), and try again",
    )
