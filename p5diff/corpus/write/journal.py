"""What a writer is about to do, written down before it is done, so that a crash can be mended.

The journal stands in a scratch folder below `.git/p5diff` (never seen in the working tree), or
below `.p5diff` in a corpus without git. As long as there is no journal, the old state holds and
the folder is rubbish; once there is one, whoever writes next carries it out to the end. Each
writer has a folder of its own, for a command of git can outlive the writer that began it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import quote

from p5diff.corpus.git.repository import Repository

_JOURNAL = "journal.json"
_NEW = "new"
_OLD = "old"
_MANY = 64
"""Up to so many files each is made durable by itself (3 ms a file)."""


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


def scratch_folder(root: Path, repository: Repository | None) -> Path:
    """Where the writers of a corpus stage, each in a folder of its own: on the same file system
    as the corpus, so that a rename is enough."""
    if repository is not None and repository.git_dir.stat().st_dev == root.stat().st_dev:
        return repository.git_dir / "p5diff" / quote(repository.prefix or "top", safe="")
    return root / ".p5diff"


def dead_plans(scratch: Path) -> Iterator[tuple[Path, Journal | None]]:
    """The folders that killed writers left, each with its plan (None: it had not come to one)."""
    if scratch.is_dir():
        for folder in sorted(scratch.iterdir()):
            yield folder, read_journal(folder)


def stage(scratch: Path, files: Mapping[str, bytes | None], root: Path, *, in_git: bool = False) -> Journal:
    """Write the files (None: to be removed) into the scratch folder, and a copy of what they
    replace; gives the plan, as far as files go.

    They are made durable one by one. Many at once are not where git keeps them too: its objects
    are durable, and whoever carries out a plan of a crashed writer takes the bytes from there.
    """
    plan = Journal(staged=[], removed=[path for path, data in files.items() if data is None])
    one_by_one = len(files) <= _MANY
    scratch.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        if data is not None:
            _write(scratch / _NEW / path, data, sync=one_by_one)
            plan.staged.append(path)
        if (root / path).is_file():
            (scratch / _OLD / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / path, scratch / _OLD / path)
            plan.kept.append(path)
    if not one_by_one and not in_git and hasattr(os, "sync"):
        os.sync()
    return plan


def write_journal(scratch: Path, journal: Journal) -> None:
    """From here on the new state holds."""
    text = json.dumps(asdict(journal), ensure_ascii=True)
    _write(scratch / f"{_JOURNAL}.new", text.encode("ascii"), sync=True)
    (scratch / f"{_JOURNAL}.new").replace(scratch / _JOURNAL)
    sync_folder(scratch)


def read_journal(scratch: Path) -> Journal | None:
    """The plan that a killed writer left, or None."""
    try:
        return Journal(**json.loads((scratch / _JOURNAL).read_text("ascii")))
    except (FileNotFoundError, NotADirectoryError):
        return None


def put_in_place(scratch: Path, journal: Journal, root: Path) -> None:
    """Rename what is staged to where it belongs; what is there already is left.

    A new statement comes whole, by one rename of its folder. In a known one the metadata comes
    last: a text that is not yet listed does not count.
    """
    for top in sorted({path.split("/", 1)[0] for path in journal.staged}):
        if (scratch / _NEW / top).is_dir() and not (root / top).exists():
            (scratch / _NEW / top).rename(root / top)
    for path in sorted(journal.staged, key=_metadata_last):
        if (scratch / _NEW / path).exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (scratch / _NEW / path).replace(root / path)
    for path in journal.removed:
        (root / path).unlink(missing_ok=True)
        _remove_empty(root / path, root)
    if len(journal.staged) <= _MANY:
        for folder in {(root / path).parent for path in journal.staged} | {root}:
            sync_folder(folder)


def stage_again(scratch: Path, files: Mapping[str, bytes], root: Path) -> None:
    """Stage from git's objects what a crash left neither in place nor whole."""
    for path, data in files.items():
        if not (root / path).is_file() or (root / path).read_bytes() != data:
            _write(scratch / _NEW / path, data, sync=True)


def take_back(scratch: Path, journal: Journal, root: Path) -> None:
    """The old state again, after a failure: old bytes back, new files and empty folders gone."""
    for path in journal.kept:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (scratch / _OLD / path).replace(root / path)
    for path in sorted(journal.staged, reverse=True):
        if path not in journal.kept:
            (root / path).unlink(missing_ok=True)
            _remove_empty(root / path, root)
    (scratch / _JOURNAL).unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Remove a writer's folder, the journal first, so that no half of a plan is ever read; and
    the folders above it that p5diff made, once they are empty."""
    (folder / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    for above in (folder.parent, folder.parent.parent):
        if above.name in ("p5diff", ".p5diff") or above.parent.name == "p5diff":
            with suppress(OSError):
                above.rmdir()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _metadata_last(path: str) -> tuple[bool, str]:
    return path.endswith(".toml"), path


def _remove_empty(path: Path, root: Path) -> None:
    for folder in path.parents:
        if folder == root or not folder.is_relative_to(root):
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _write(path: Path, data: bytes, *, sync: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        if sync:
            os.fsync(stream.fileno())
