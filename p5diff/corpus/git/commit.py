"""Write to git with plumbing only: objects, a private index, and a compare-and-swap of HEAD.

Nothing here takes git's own locks by itself: each command of git takes and drops its own, in a
session of its own, so a writer killed at any point leaves no lock behind.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from p5diff import disk
from p5diff.corpus.git.repository import GitFailed, Repository
from p5diff.errors import CorpusError

_TRIES = 60
"""Attempts while another git holds a lock or moves HEAD: with the pause, some seconds."""
_PAUSE = 0.05
"""Seconds between two attempts: far longer than git holds its lock, too short to be noticed."""
_NAME, _ADDRESS = "p5diff", "p5diff@localhost"
_FILE_MODE = "100644"
_NOTHING = "0" * 40


def write_blobs(repository: Repository, files: Mapping[str, bytes | None], scratch: Path) -> dict[str, str]:
    """Object id of each file's bytes (None: empty), all written by one command (a pack, when many)."""
    marks = scratch / "marks"
    stream = b"".join(
        b"blob\nmark :%d\ndata %d\n%s\n" % (number, len(data), data)
        for number, data in enumerate(files.values(), start=1)
        if data is not None
    )
    repository.run("fast-import", "--quiet", f"--export-marks={marks}", data=stream)
    oids: dict[int, str] = {}
    for line in disk.read_plain(marks).decode("ascii").splitlines():
        mark, _, oid = line.partition(" ")
        oids[int(mark[1:])] = oid
    return {path: oids.get(number, "") for number, path in enumerate(files, start=1)}


def write_tree(repository: Repository, parent: str, blobs: Mapping[str, str], scratch: Path) -> str:
    """Id of the tree of `parent` (empty for none) with the blobs put in; paths from the top."""
    index = scratch / "tree-index"
    disk.remove(index)
    environment = {"GIT_INDEX_FILE": str(index)}
    repository.run("read-tree", parent or "--empty", environment=environment)
    _put(repository, _index_lines(blobs), environment)
    return repository.line("write-tree", environment=environment)


def _index_lines(blobs: Mapping[str, str]) -> bytes:
    lines = "".join(
        f"{_FILE_MODE} {oid}\t{path}\0" if oid else f"0 {_NOTHING}\t{path}\0" for path, oid in blobs.items()
    )
    return lines.encode("utf-8", "surrogateescape")


def _put(repository: Repository, lines: bytes, environment: dict[str, str]) -> None:
    repository.run("update-index", "-z", "--index-info", data=lines, environment=environment)


def staged(repository: Repository, paths: Iterable[str]) -> bytes:
    """What the user's index says of the paths, in the form in which `restage` takes it back."""
    wanted = {path.encode("utf-8", "surrogateescape") for path in paths}
    records = repository.run("ls-files", "--stage", "-z").split(b"\0")[:-1]
    known = b"".join(record + b"\0" for record in records if record.partition(b"\t")[2] in wanted)
    gone = b"".join(b"0 %s\t%s\0" % (_NOTHING.encode(), path) for path in sorted(wanted))
    return gone + known


def restage(repository: Repository, lines: bytes) -> None:
    """Put index entries in, as git does: under its own `index.lock`, on top of whatever the index
    holds by then, so that what somebody else has staged meanwhile stays staged.

    Raises `CorpusError` (slug `index-locked`) when another command of git keeps the lock.
    """
    for _ in range(_TRIES):
        try:
            _put(repository, lines, {})
            return
        except GitFailed as error:
            if "index.lock" not in error.cause or not (repository.git_dir / "index.lock").exists():
                raise
        time.sleep(_PAUSE)
    raise locked(repository.git_dir / "index.lock")


def replace_index(repository: Repository, blobs: Mapping[str, str]) -> None:
    """Put the blobs into the user's index; see `restage`."""
    restage(repository, _index_lines(blobs))


def locked(path: Path) -> CorpusError:
    """The error for a lock file of git that does not go away."""
    return CorpusError(
        "index-locked",
        f"{path} is in the way",
        cause="another git command is running in the repository, or one was killed",
        hint="wait for it to end; if none is running, remove that file",
    )


def commit(repository: Repository, blobs: Mapping[str, str], message: str, scratch: Path) -> str:
    """Commit the blobs on top of HEAD and give the commit's id; empty when HEAD has them already.

    Another commit in between makes the swap of HEAD fail: then it is done again on top of that
    one, so no commit is ever lost.
    """
    for attempt in range(_TRIES):
        parent = repository.head()
        tree = write_tree(repository, parent, blobs, scratch)
        if parent and tree == repository.line("rev-parse", "--verify", f"{parent}^{{tree}}"):
            return ""
        new = _commit_tree(repository, tree, parent, message)
        try:
            _swap_head(repository, new, parent, message)
            return new
        except GitFailed as error:
            failure = error
            if repository.head() == parent and "lock" not in error.cause and "expected" not in error.cause:
                raise
        time.sleep(_PAUSE * min(attempt, 4) / 4)
    held = re.search(r"'([^']+\.lock)'", failure.cause)
    if held is None:
        raise failure
    raise locked(Path(held.group(1))) from failure


def _swap_head(repository: Repository, new: str, parent: str, message: str) -> None:
    old = parent or "0" * len(new)
    repository.run("update-ref", "-m", f"p5diff: {message.splitlines()[0]}", "HEAD", new, old)


def _commit_tree(repository: Repository, tree: str, parent: str, message: str) -> str:
    parents = ["-p", parent] if parent else []
    environment = identity(repository)
    output = repository.run(
        "commit-tree", tree, *parents, "-F", "-", data=message.encode("utf-8"), environment=environment
    )
    return output.decode("ascii").strip()


def is_nameless(repository: Repository) -> bool:
    """Whether git knows no name and no address of who commits."""
    said = identity(repository)
    return (said["GIT_COMMITTER_NAME"], said["GIT_COMMITTER_EMAIL"]) == (_NAME, _ADDRESS)


def identity(repository: Repository) -> dict[str, str]:
    """Author and committer: from the environment, else the configuration, else p5diff itself.

    The user's own configuration is read for the name and address only.
    """
    given = repository.identity
    name = given.get("GIT_AUTHOR_NAME") or _configured(repository, "user.name") or _NAME
    email = given.get("GIT_AUTHOR_EMAIL") or _configured(repository, "user.email") or _ADDRESS
    defaults = {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
    }
    return {**defaults, **given}


def _configured(repository: Repository, key: str) -> str:
    """A value of the repository's or the user's configuration; reading one runs nothing."""
    home = {"GIT_CONFIG_GLOBAL": _user_config()} if _user_config() else {}
    try:
        return repository.line("config", "--get", key, environment=home)
    except GitFailed:
        return ""


def _user_config() -> str:
    configured = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    for path in (Path.home() / ".gitconfig", Path(configured) / "git" / "config"):
        if path.is_file():
            return str(path)
    return ""
