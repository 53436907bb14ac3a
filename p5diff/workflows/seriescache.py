"""Series woven before, kept by content in the user's own cache folder.

A series is kept under a digest of everything that decides it, so that nothing kept is ever out of
date. Keys form a chain: that of the first k statements goes into that of the first k + 1, which is
how one more statement finds the series before it.

What is read back is treated as a stranger's: bounded, checked against the texts at hand, ignored
when anything is wrong. No fault of the cache is ever a fault of the command.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import p5diff
from p5diff import disk
from p5diff.align.settings import DEFAULT
from p5diff.errors import P5DiffError
from p5diff.meaning.rules.rules import Rules
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.series import Series, Thread, Wording
from p5diff.model.statement import Statement

VARIABLE = "P5DIFF_CACHE"
"""Names another folder, by its full path; `off` turns the cache off."""
OFF = "off"
MOST = 32 * 1024 * 1024
"""Bytes of the largest series kept: 50 statements of 200 sentences take some 9 MB."""
NEWEST = 50
"""Files kept: each command on another choice of texts adds two, so some 25 choices stay at hand."""

_SUFFIX = ".series.json"
_DECIDE = ("rapidfuzz", "diff-match-patch")
"""The libraries whose answers are in a series: another version may align or mark otherwise."""


def keys(statements: Sequence[Statement], rules: Rules) -> tuple[str, ...]:
    """The key of the first statement alone, of the first two, and so on: 64 hexadecimal digits each."""
    chain = _digest(
        p5diff.__version__,
        _program(),
        json.dumps(DEFAULT.as_items()),
        json.dumps([to_dict(rule) for rule in rules.digests()], sort_keys=True),
        json.dumps([rules.ladder_name, rules.profile, rules.topic_order]),
    )
    made = []
    for statement in statements:
        chain = _digest(chain, json.dumps(to_dict(statement), sort_keys=True))
        made.append(chain)
    return tuple(made)


def longest(statements: Sequence[Statement], known: Sequence[str]) -> Series | None:
    """The series of the longest beginning of `statements` that is kept; `known` are their `keys`."""
    place = folder()
    if place is None or not _own(place):
        return None
    for size in range(len(known), 0, -1):
        found = _read(place, known[size - 1])
        if found is not None and _fits(found, statements[:size]):
            return found
    return None


def keep(key: str, series: Series) -> None:
    """Keep a series under its key, and only the newest files; where that cannot be, nothing happens."""
    place = folder()
    if place is None:
        return
    body = json.dumps(to_dict(series), separators=(",", ":")).encode("ascii")
    head = json.dumps({"key": key, "sha256": hashlib.sha256(body).hexdigest()}).encode("ascii")
    data = head + b"\n" + body
    if len(data) > MOST:
        return
    with suppress(OSError):
        disk.make_folder(place, private=True)
        if _own(place):
            disk.write(place / f"{key}{_SUFFIX}", data)
            _forget(place)


def folder() -> Path | None:
    """Where series are kept; None where the cache is off.

    A relative path, or one inside a repository, counts as off: a stranger's repository that happens
    to be the working folder must not bring results along.
    """
    named = os.environ.get(VARIABLE, "")
    if named.lower() == OFF:
        return None
    try:
        place = Path(named) if named else _of_user() / "p5diff" / "series"
        if not place.is_absolute() or any((above / ".git").exists() for above in (place, *place.parents)):
            return None
    except (OSError, RuntimeError, ValueError):  # no home folder, or no such path can be
        return None
    return place


def _of_user() -> Path:
    """The user's cache folder by the XDG Base Directory Specification, which ignores relative paths."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def _own(place: Path) -> bool:
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


def _read(place: Path, key: str) -> Series | None:
    try:
        head, _, body = disk.read_below(place, f"{key}{_SUFFIX}", most=MOST).partition(b"\n")
        said = json.loads(head)
        if said != {"key": key, "sha256": hashlib.sha256(body).hexdigest()}:
            return None
        return from_dict(Series, json.loads(body))
    except (OSError, ValueError, TypeError, RecursionError, P5DiffError):
        return None


def _fits(series: Series, statements: Sequence[Statement]) -> bool:
    """Whether a series read back is one of these statements: every sentence of each in exactly one
    wording, word for word, and every thread under the name of its first wording."""
    metas = tuple(s.meta for s in statements)
    if (series.texts, series.statements) != (metas, tuple(m.ref for m in metas)):
        return False
    if series.alarms or series.notes:  # said anew each time, never kept
        return False
    missing = {(at, one.id): one.text for at, s in enumerate(statements) for one in s.sentences()}
    unique = len(missing) == sum(1 for s in statements for _ in s.sentences())  # else none can go on
    try:
        told = all(_is_thread(t, statements) and _is_worded(t, missing) for t in series.threads)
    except (KeyError, TypeError, AttributeError, IndexError):
        return False
    return unique and told and not missing


def _is_worded(thread: Thread, missing: dict[tuple[int, str], str]) -> bool:
    """Whether the wordings are those of the texts; the sentences found are taken out of `missing`."""
    return all(
        wording.text == " ".join(missing.pop((at, name)) for name in wording.sentences)
        for at, wording in enumerate(thread.wordings)
        if isinstance(wording, Wording)
    )


def _is_thread(thread: Thread, statements: Sequence[Statement]) -> bool:
    refs = [s.meta.ref for s in statements]
    said = [(at, w) for at, w in enumerate(thread.wordings) if isinstance(w, Wording)]
    if len(thread.wordings) != len(refs) or not said:
        return False
    at, first = said[0]
    names = {f"{name}#{first.sentences[0]}" for name in (statements[at].meta.id, refs[at])}
    places = [refs.index(event.statement) for event in thread.events if event.statement in refs]
    return (
        thread.id in names
        and all(w.statement == refs[at] for at, w in said)
        and len(places) == len(thread.events)
        and all(one <= other for one, other in pairwise(places))
    )


def _forget(place: Path) -> None:
    """Leave the newest files; another command may be removing them too."""
    held: list[tuple[int, str, Path]] = []
    for path in place.glob(f"*{_SUFFIX}"):
        with suppress(OSError):
            held.append((path.lstat().st_mtime_ns, path.name, path))
    for _, _, path in sorted(held, reverse=True)[NEWEST:]:
        with suppress(OSError):
            disk.remove(path)


@cache
def _program() -> str:
    """What this very program is: a version alone does not tell two states of a checkout apart."""
    root = Path(p5diff.__file__).parent
    files: list[str] = []
    for path in sorted(root.rglob("*.py")):
        found = path.stat()
        files.append(f"{path.relative_to(root)} {found.st_size} {found.st_mtime_ns}")
    return _digest(sys.version, *(_version(name) for name in _DECIDE), *files)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _digest(*parts: str) -> str:
    return _of(part.encode("utf-8", "surrogatepass") for part in parts)


def _of(parts: Iterable[bytes]) -> str:
    """SHA-256 of parts, each with its length, so that no two lists of parts read the same."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()
