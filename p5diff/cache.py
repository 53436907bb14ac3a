"""Results kept by content in the user's own cache folder: the one home of what may be left out by
working it out again.

What is kept stands under a name that a digest makes of everything that decides it, the program
itself included, so that nothing kept is ever out of date. The folder is the user's: one that somebody
else may write to, or that lies inside a repository (a stranger's corpus must not bring results
along), counts as none. What is read back is bounded and carries its own digest; its shape is for the
caller to check. No fault of the cache is ever a fault of a command.

    keep("1f…", ".series.json", body, most=MOST)
    read("1f…", ".series.json", most=MOST)
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from p5diff import disk

VARIABLE = "P5DIFF_CACHE"
"""Names another folder, by its full path; `off` turns the cache off."""
OFF = "off"

MOST = 128 * 1024 * 1024
"""Bytes of the largest shelf: the metadata of 50,000 statements take some 45 MB."""
NEWEST = 12
"""Shelves of one kind kept: each of a dozen corpora has one."""

_COMPILED = "__pycache__"
"""Folders beside the program that say nothing of their own. They are left out whole: while one process
compiles, another sees files of passing names there (`cache.cpython-311.pyc.139874`)."""


def read(key: str, suffix: str, *, most: int, kind: str) -> bytes | None:
    """What was kept under `key`, whole and as it was written; None where there is nothing such."""
    place = folder(kind)
    if place is None or not is_own(place):
        return None
    try:
        head, _, body = disk.read_below(place, f"{key}{suffix}", most=most).partition(b"\n")
        said = json.loads(head)
    except (OSError, ValueError, RecursionError):
        return None
    return body if said == _head(key, body) else None


def keep(key: str, suffix: str, body: bytes, *, most: int, newest: int, kind: str) -> None:
    """Keep `body` under `key`, and of all files with this suffix the `newest`; where that cannot be,
    or the file would hold more than `most` bytes, nothing happens."""
    place = folder(kind)
    data = json.dumps(_head(key, body)).encode("ascii") + b"\n" + body
    if place is None or len(data) > most:
        return
    with suppress(OSError):
        disk.make_folder(place, private=True)
        if is_own(place):
            disk.write(place / f"{key}{suffix}", data, sync=False)  # what is torn is not what its head says
            _forget(place, suffix, newest)


def _head(key: str, body: bytes) -> dict[str, str]:
    return {"key": key, "sha256": hashlib.sha256(body).hexdigest()}


def folder(kind: str) -> Path | None:
    """Where results of a kind are kept; None where the cache is off, or the path is relative or
    inside a repository."""
    named = os.environ.get(VARIABLE, "")
    if named.lower() == OFF:
        return None
    try:
        place = Path(named) if named else _of_user() / "p5diff" / kind
        if not place.is_absolute() or any((above / ".git").exists() for above in (place, *place.parents)):
            return None
    except (OSError, RuntimeError, ValueError):  # no home folder, or no such path can be
        return None
    return place


def _of_user() -> Path:
    """The user's cache folder by the XDG Base Directory Specification, which ignores relative paths."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def is_own(place: Path) -> bool:
    """Whether the folder is the user's and nobody else may write to it."""
    try:
        found = place.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):  # Windows says neither owner nor mode here
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _forget(place: Path, suffix: str, newest: int) -> None:
    """Leave the newest files; another command may be removing them too."""
    held: list[tuple[int, str, Path]] = []
    for path in place.glob(f"*{suffix}"):
        with suppress(OSError):
            held.append((path.lstat().st_mtime_ns, path.name, path))
    for _, _, path in sorted(held, reverse=True)[newest:]:
        with suppress(OSError):
            disk.remove(path)


@cache
def program(*libraries: str) -> str:
    """What this very program is, file by file, with the versions of the libraries whose answers are kept:
    the version of p5diff alone does not tell two states of a checkout apart."""
    root = Path(__file__).parent
    files: list[str] = []
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        for name in sorted(names):
            with suppress(FileNotFoundError):  # removed since the folder was listed
                found = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 (hundreds of files)
                files.append(f"{place} {name} {found.st_size} {found.st_mtime_ns}")
    return digest(sys.version, *(_version(name) for name in libraries), *files)


class Shelf:
    """Values for digests, in one file for a whole corpus: what a command would work out again for each
    part of it. What is not asked for goes when the shelf is saved, so that it grows no further than
    the corpus. A value is whatever JSON holds but null; its shape is for the caller to check.

        shelf = Shelf("1f…", kind="corpora", suffix=".entries.json")
        shelf.get(key)
        shelf.put(key, ["a", 1])
        shelf.save()
    """

    def __init__(self, name: str, *, kind: str, suffix: str) -> None:
        self._name, self._kind, self._suffix = name, kind, suffix
        self._held = self._load()
        self._used: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        body = read(self._name, self._suffix, most=MOST, kind=self._kind)
        try:
            held = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def get(self, key: str) -> Any:
        """The value kept for a digest, else None."""
        value = self._held.get(key)
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value, in place of one that turned out to be none."""
        self._held.pop(key, None)
        self._used[key] = value

    def save(self, *, whole: bool = True) -> None:
        """Write the values that were asked for or put, where they are others than before. Where not the
        `whole` corpus was gone through, those not asked for stay: the next command goes on from there."""
        kept = self._used if whole else {**self._held, **self._used}
        if kept.keys() != self._held.keys():
            body = json.dumps(kept, separators=(",", ":")).encode("ascii")
            keep(self._name, self._suffix, body, most=MOST, newest=NEWEST, kind=self._kind)


def _version(name: str) -> str:
    from importlib import metadata  # with email and zipfile, which a comparison of two files does without

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def digest(*parts: str | bytes) -> str:
    """SHA-256 of parts, each with its length, so that no two lists of parts read the same."""
    made = hashlib.sha256()
    for part in _as_bytes(parts):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def _as_bytes(parts: Iterable[str | bytes]) -> Iterable[bytes]:
    return (part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts)
