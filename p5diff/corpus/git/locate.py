"""Find the repository around a folder, and look at its own files before git opens them.

Git trusts the files of a repository: it waits for a pipe that stands where HEAD or an object
should, reads a device without end, and follows an include to either. A corpus can come from
anybody, so what git is going to open is looked at first. That a repository is there and cannot
be used is a failure, never the same as that there is none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from p5diff import disk
from p5diff.corpus.git.env import safe_environment
from p5diff.errors import CorpusError

if TYPE_CHECKING:
    import git

_LARGEST = {"config": 2**20, "config.worktree": 2**20, "HEAD": 4096, "commondir": 4096, "shallow": 2**24}
"""Bytes of the largest file of a name: git writes a few thousand; a shallow list, 41 a boundary."""
DEEPEST = 10
"""Includes within includes: git's own bound."""


def dot_git(root: Path) -> Path | None:
    """The `.git` (folder or file) in the folder or the nearest above it; None where there is none."""
    here = disk.real(root)
    for folder in (here, *here.parents):
        place = folder / ".git"
        if os.path.lexists(place):
            return place
    return None


def unusable(place: Path, cause: str) -> CorpusError:
    """The error for a repository that is there and cannot be used."""
    return CorpusError(
        "git-unusable",
        f"the git repository {place} cannot be used; nothing has been changed",
        cause=cause,
        hint="see what `git status` and `git fsck` say there, mend it, and try again",
    )


def check_files(place: Path, *folders: Path) -> None:
    """Raise `CorpusError` (slug `git-unusable`) when something that git would open has no end."""
    if place.is_file() and place.stat().st_size > _LARGEST["commondir"]:
        raise unusable(place, ".git is a file of more bytes than a path has")
    for folder in dict.fromkeys(folders):
        for name, most in _LARGEST.items():
            path = folder / name
            if os.path.lexists(path):
                check_file(place, path, most=most)
        for path in _endless(folder):
            raise unusable(place, f"{path} is a pipe or a device")


def check_file(place: Path, path: Path, *, most: int) -> None:
    """Raise unless the file, or what it links to, is a plain file of at most `most` bytes; one
    that is not there is no matter."""
    try:
        found = path.stat()
    except OSError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise unusable(place, f"{path} is no plain file")
    if found.st_size > most:
        raise unusable(place, f"{path} has {found.st_size:,} bytes, more than {most:,}")


def included(listing: bytes, config: Path) -> Iterator[Path]:
    """The files that a configuration includes, from `git config --null --list` of it alone."""
    for record in listing.split(b"\0"):
        key, _, value = record.partition(b"\n")
        name = key.decode("utf-8", "replace").lower()
        if value and name.startswith("include") and name.endswith(".path"):
            text = value.decode("utf-8", "surrogateescape")
            yield config.parent / os.path.expanduser(text)  # noqa: PTH111 - git's own reading of `~`


def _endless(folder: Path) -> Iterator[Path]:
    """Pipes and devices below a folder, also where a link leads to one. Sockets are git's own
    (its file-system monitor has one), and nobody can open them."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                for item in found:
                    if item.is_dir(follow_symlinks=False):
                        waiting.append(Path(item.path))
                    elif not item.is_file(follow_symlinks=False) and _no_end(item):
                        yield Path(item.path)
        except OSError:
            continue


OWN = "p5diff"
"""The folder of a repository that git knows nothing of: what p5diff keeps there while it writes is checked
where it is read back (`corpus.write.journal`)."""
_NOT_WRITTEN = frozenset({"hooks", "modules", "lfs", "annex", OWN})
"""Folders of a repository in which git writes nothing for p5diff, and where people do keep links."""


def need_no_links_out(*folders: Path) -> None:
    """Raise `CorpusError` (slug `unsafe-path`) where a link in a repository leads out of it: git
    writes objects, references and its logs through links, a log even at the end of a file that is there."""
    inside = [disk.real(folder) for folder in folders]
    for folder in dict.fromkeys(folders):
        for path in _links(folder):
            target = disk.real(path)
            if not any(target.is_relative_to(place) for place in inside):
                raise CorpusError(
                    "unsafe-path",
                    f"{path} is a symbolic link that leads out of the repository; nothing has been changed",
                    cause=f"git would write through it, to {target}",
                    hint="put what it links to in its place, or write to a clone of the repository",
                )


def _links(folder: Path) -> Iterator[Path]:
    """The links below a folder of git, but not those among `_NOT_WRITTEN`."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as found:
                for item in found:
                    if item.is_symlink():
                        yield Path(item.path)
                    elif item.is_dir() and not (place == folder and item.name in _NOT_WRITTEN):
                        waiting.append(Path(item.path))
        except OSError:
            continue


def _no_end(item: os.DirEntry[str]) -> bool:
    try:
        mode = item.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def open_checked(root: Path) -> git.Repo | None:
    """The repository around a folder, None where there is none. Raises `CorpusError` (slug
    `git-unusable`) where there is one that cannot be used, or no git to use it with."""
    place = dot_git(root)
    if place is None:
        return None
    try:
        import git
    except ImportError as error:
        raise unusable(place, f"git cannot be started: {str(error).strip().splitlines()[0]}") from error
    _check(place)
    try:
        repo = git.Repo(place.parent, odbt=git.GitCmdObjectDB, expand_vars=False)
        usable = not repo.bare and repo.working_tree_dir is not None and _around(repo, root)
    except Exception as error:  # its parser has its own ways to fail on a hostile configuration
        raise unusable(place, f"{type(error).__name__}: {error}"[:300]) from error
    if not usable:
        repo.close()
        raise unusable(place, "it is bare, or its working tree lies elsewhere")
    return repo


def _check(place: Path) -> None:
    """Look at what git is going to open before it does."""
    folder = place if place.is_dir() else _linked(place)
    common = folder
    with suppress(OSError):
        common = folder / disk.read_plain(folder / "commondir", most=4096).decode("utf-8", "replace").strip()
    check_files(place, folder, common)
    waiting = [(path, 0) for path in (common / "config", folder / "config.worktree") if path.is_file()]
    while waiting:
        config, depth = waiting.pop()
        for path in included(_listed(config, place), config):
            check_file(place, path, most=2**20)
            if depth < DEEPEST and path.is_file():
                waiting.append((path, depth + 1))


def _linked(place: Path) -> Path:
    """The folder that a `.git` file names."""
    check_file(place, place, most=4096)
    try:
        text = disk.read_plain(place, most=4096).decode("utf-8", "replace")
    except OSError as error:
        raise unusable(place, str(error)) from error
    folder = place.parent / text.removeprefix("gitdir:").strip()
    if not text.startswith("gitdir:") or not folder.is_dir():
        raise unusable(place, "it is a file that names no folder of git")
    return folder


def _listed(config: Path, place: Path) -> bytes:
    """What a file of configuration says, includes not followed; git run outside any repository."""
    import git

    if disk.read_named(config, most=2**20).lower().find(b"include") < 0:
        return b""
    environment = {**safe_environment(os.devnull, ""), "GIT_CEILING_DIRECTORIES": "/"}
    command = ["git", "config", "--file", str(config.absolute()), "--no-includes", "--null", "--list"]
    status, output, errors = git.Git(str(config.parent)).execute(
        command,
        with_extended_output=True,
        with_exceptions=False,
        stdout_as_string=False,
        strip_newline_in_stdout=False,
        env=environment,
    )
    if status != 0:
        raise unusable(place, str(errors).strip()[:300])
    return bytes(output)


def _around(repo: git.Repo, root: Path) -> bool:
    """Whether the folder stands in the working tree: the repository's own word is not trusted."""
    return disk.real(root).is_relative_to(Path(str(repo.working_tree_dir)).resolve())
