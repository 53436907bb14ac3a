"""What a writer is about to do, written down before it is done, so that a crash can be mended.

The journal stands in a scratch folder below `.git/p5diff` (never seen in the working tree), or
below `.p5diff` in a corpus without git. As long as there is no journal, the old state holds and
the folder is rubbish; once there is one, the next writer carries it out to the end. Each
writer has a folder of its own, for a command of git can outlive the writer that began it.

A corpus may come from a stranger, scratch folder and all. So what is read back here is a
stranger's word: only folders named as writers name them are looked at, none through a link; a
plan must have the shape of one and speak of files inside the corpus alone; one that does not is
set aside, and said.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import quote

from p5diff import disk
from p5diff.corpus.git.locate import OWN
from p5diff.corpus.git.repository import Repository
from p5diff.corpus.layout import inside, relative_problem
from p5diff.errors import CorpusError

_JOURNAL = "journal.json"
_NEW = "new"
_OLD = "old"
_MANY = 64
"""Up to so many files each is made durable by itself (3 ms a file)."""
_MOST = 64 * 1024 * 1024
"""Bytes of the largest plan that is read: one for some 300,000 files."""
_FOLDER = re.compile(r"[0-9a-f]{16}")
_OID = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """The plan: paths staged in `new/`, paths whose old bytes are in `old/`, paths to remove,
    object ids by path from the repository's top (empty: remove), and what to say in the commit
    (empty: stage only)."""

    staged: list[str]
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    blobs: dict[str, str] = field(default_factory=dict)
    message: str = ""


class Malformed(ValueError):
    """What stands where a plan should is none that p5diff can have written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What a killed writer left: its folder, its plan (None: it had not come to one), and what
    is wrong with a plan that is none."""

    folder: Path
    plan: Journal | None = None
    problem: str = ""


def scratch_folder(root: Path, repository: Repository | None) -> Path:
    """Where the writers of a corpus stage, each in a folder of its own: on the same file system
    as the corpus, so that a rename is enough.

    Raises `CorpusError` (slug `unsafe-path`) where a link stands on the way: what is staged, and
    cleared away, would lie elsewhere.
    """
    if repository is not None and repository.git_dir.stat().st_dev == root.stat().st_dev:
        base, place = repository.git_dir, f"{OWN}/{quote(repository.prefix or 'top', safe='')}"
    else:
        base, place = root, ".p5diff"
    try:
        return disk.below(base, place)
    except disk.NotPlain as error:
        raise CorpusError(
            "unsafe-path",
            f"{base / place} is not a safe place to work in; nothing has been changed",
            cause=f"{error.filename} {error.strerror}",
            hint="remove the link; p5diff makes the folder it needs by itself",
        ) from error


def new_folder(scratch: Path) -> Path:
    """A name for one writer's folder, as `remains` knows them again."""
    return scratch / secrets.token_hex(8)


def remains(scratch: Path, root: Path, prefix: str = "") -> Iterator[Remains]:
    """What killed writers left. `prefix` is where the corpus stands in its repository."""
    if not disk.is_plain_folder(scratch):
        return
    for folder in sorted(scratch.iterdir()):
        if _FOLDER.fullmatch(folder.name) and disk.is_plain_folder(folder):
            try:
                yield Remains(folder=folder, plan=read_journal(folder, root, prefix))
            except Malformed as error:
                yield Remains(folder=folder, problem=str(error))


def set_aside(folder: Path) -> Path:
    """Move a folder where no writer looks; gives its new place."""
    place = folder.with_name(f"set-aside-{folder.name}-{secrets.token_hex(4)}")
    disk.rename(folder, place)
    return place


def stage(scratch: Path, files: Mapping[str, bytes | None], root: Path, *, in_git: bool = False) -> Journal:
    """Write the files (None: to be removed) into the scratch folder, and a copy of what they
    replace; gives the plan, as far as files go.

    They are made durable one by one. Many at once are not where git keeps them too: its objects
    are durable, and the process that carries out the plan of a crashed writer takes the bytes from there.
    """
    plan = Journal(staged=[], removed=[path for path, data in files.items() if data is None])
    one_by_one = len(files) <= _MANY
    disk.make_folder(scratch)
    for path, data in files.items():
        target = inside(root, path)
        if data is not None:
            disk.create(disk.below(scratch / _NEW, path), data, sync=one_by_one, like=target)
            plan.staged.append(path)
        if target.is_file():
            disk.copy(target, disk.below(scratch / _OLD, path))
            plan.kept.append(path)
    if not one_by_one and not in_git:
        disk.sync_all()
    return plan


def write_journal(scratch: Path, journal: Journal) -> None:
    """From here on the new state holds."""
    text = json.dumps(asdict(journal), ensure_ascii=True)
    disk.write(scratch / _JOURNAL, text.encode("ascii"))


def has_plan(scratch: Path) -> bool:
    """Whether a plan was written down."""
    return (scratch / _JOURNAL).exists()


def read_journal(scratch: Path, root: Path, prefix: str = "") -> Journal | None:
    """The plan that a killed writer left, or None.

    Raises `Malformed` for one of another shape, or with a path that is not inside the corpus.
    """
    try:
        data = disk.read_plain(scratch / _JOURNAL, most=_MOST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (disk.NotPlain, disk.TooLarge) as error:
        raise Malformed(str(error.strerror)) from error
    try:
        return _plan(json.loads(data.decode("ascii")), root, prefix)
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)[:200] or "it is nested too deep") from error


def _plan(data: Any, root: Path, prefix: str) -> Journal:
    if not isinstance(data, dict) or data.keys() != {item.name for item in fields(Journal)}:
        raise Malformed("it has not the fields of a plan")
    for name in ("staged", "kept", "removed"):
        if not isinstance(data[name], list):
            raise Malformed(f"{name} is not a list")
        for path in data[name]:
            _check_path(path, root)
    if not isinstance(data["blobs"], dict) or not isinstance(data["message"], str):
        raise Malformed("blobs or message are of another kind")
    for path, oid in data["blobs"].items():
        if not path.startswith(prefix) or not isinstance(oid, str) or not _OID.fullmatch(oid):
            raise Malformed("blobs names what is no object of the corpus")
        _check_path(path.removeprefix(prefix), root)
    return Journal(**data)


def _check_path(path: Any, root: Path) -> None:
    if not isinstance(path, str) or relative_problem(path):
        raise Malformed("it names a file outside the corpus")
    try:
        inside(root, path)
    except (CorpusError, OSError) as error:
        raise Malformed("it names a place that is not safe in the corpus") from error


def put_in_place(scratch: Path, journal: Journal, root: Path) -> None:
    """Rename what is staged to where it belongs; what is there already is left.

    A new statement comes whole, by one rename of its folder. In a known one the metadata comes
    last: a text that is not yet listed does not count.
    """
    for top in sorted({path.split("/", 1)[0] for path in journal.staged if "/" in path}):
        if not (root / top).exists() and _holds_only(scratch / _NEW / top, top, journal):
            disk.rename(scratch / _NEW / top, inside(root, top))
    for path in sorted(journal.staged, key=_metadata_last):
        staged = disk.below(scratch / _NEW, path)
        if staged.is_file():
            disk.rename(staged, inside(root, path))
    for path in journal.removed:
        disk.remove(inside(root, path))
        disk.remove_empty(root / path, up_to=root)
    if len(journal.staged) <= _MANY:
        for folder in {(root / path).parent for path in journal.staged} | {root}:
            disk.sync_folder(folder)


def _holds_only(folder: Path, top: str, journal: Journal) -> bool:
    """Whether a staged folder holds files of the plan and nothing else, links least of all."""
    if not disk.is_plain_folder(folder):
        return False
    planned = {path for path in journal.staged if path.startswith(f"{top}/")}
    found = {path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    return all(
        not path.is_symlink() and path.is_file() and f"{top}/{path.relative_to(folder).as_posix()}" in planned
        for path in found
    )


def stage_again(scratch: Path, files: Mapping[str, bytes], root: Path) -> None:
    """Stage from git's objects what a crash left neither in place nor whole."""
    for path, data in files.items():
        target = inside(root, path)
        if not target.is_file() or disk.read_plain(target) != data:
            staged = disk.below(scratch / _NEW, path)
            disk.remove(staged)
            disk.create(staged, data, sync=True)


def take_back(scratch: Path, journal: Journal, root: Path) -> None:
    """The old state again, after a failure: old bytes back, new files and empty folders gone."""
    for path in journal.kept:
        old = disk.below(scratch / _OLD, path)
        if old.is_file():
            disk.rename(old, inside(root, path))
    for path in sorted(journal.staged, reverse=True):
        if path not in journal.kept:
            disk.remove(inside(root, path))
            disk.remove_empty(root / path, up_to=root)
    disk.remove(scratch / _JOURNAL)


def clear(folder: Path) -> None:
    """Remove a writer's folder, the journal first, so that no half of a plan is ever read; and
    the folders above it that p5diff made, once they are empty."""
    if disk.is_plain_folder(folder):
        disk.remove(folder / _JOURNAL)
        disk.remove_folder(folder)
    for above in (folder.parent, folder.parent.parent):
        if above.name in ("p5diff", ".p5diff") or above.parent.name == "p5diff":
            disk.remove_if_empty(above)


def _metadata_last(path: str) -> tuple[bool, str]:
    return path.endswith(".toml"), path
