"""Statements checked before, kept by the bytes of all their files, for corpora of many statements.

What the rules say of one statement follows from the names and bytes of its files, the settings of the
corpus and the program. Every file is read and hashed each time; only the rules are spared where they
have seen the same. What needs other statements (duplicates, series) is worked out each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

from p5diff.cache import Shelf, digest
from p5diff.corpus.checks.rules import RULES, finding
from p5diff.corpus.entry import StatementEntry
from p5diff.corpus.git.tree import Folder
from p5diff.corpus.layout import SOURCE_FOLDER
from p5diff.corpus.remembered import entry_of, row_of, shelf_of
from p5diff.corpus.settings import CorpusSettings
from p5diff.errors import CorpusError
from p5diff.model.finding import Finding

FILE, FOLDER, OTHER = "file", "folder", "other"


class StatementFile(NamedTuple):
    """What stands in the folder of a statement: `kind` is FILE, FOLDER or OTHER (a link, a pipe …)."""

    path: str
    kind: str


class StatementFound(NamedTuple):
    """A statement as it was found before, and the words of its texts by path."""

    entry: StatementEntry
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def list_folder(tree: Folder, folder: str) -> list[StatementFile]:
    """What stands in the folder of a statement and in its source folder, each sorted by name."""
    found: list[StatementFile] = []
    for place in (folder, f"{folder}/{SOURCE_FOLDER}"):
        path = f"{tree.root}/{place}"
        if os.path.islink(path) or not os.path.isdir(path):  # noqa: PTH112, PTH114 (many folders)
            continue
        with os.scandir(path) as items:
            found += sorted(StatementFile(f"{place}/{item.name}", _kind(item)) for item in items)
    return found


def _kind(item: os.DirEntry[str]) -> str:
    if item.is_file(follow_symlinks=False):
        return FILE
    return FOLDER if item.is_dir(follow_symlinks=False) else OTHER


class CheckedBefore:
    """The statements of one corpus that were checked before. With `shelf` None: none."""

    def __init__(self, shelf: Shelf | None, settings: str) -> None:
        self._shelf = shelf
        self._settings = settings
        self._key = ""

    @classmethod
    def of(cls, root: Path, settings: CorpusSettings, folders: Sequence[str]) -> CheckedBefore:
        """Those of the corpus at `root`, where it has enough of these folders to be worth it."""
        shelf = shelf_of(root, ".checked.json", len(folders))
        return cls(shelf, repr(sorted(asdict(settings).items())))

    def look(self, tree: Folder, folder: str, listing: Iterable[StatementFile]) -> StatementFound | None:
        """The statement as it was found before, where its files are the same to the last byte."""
        self._key = ""
        if self._shelf is None:
            return None
        read = {item.path: _read(tree, item) for item in listing}
        if None in read.values():  # what keeps it from being read may be gone the next time
            return None
        state = [f"{item.path} {item.kind} {sha256(read[item.path] or b'').hexdigest()}" for item in listing]
        self._key = digest(self._settings, folder, *state)
        row = self._shelf.get(self._key)
        try:
            return None if row is None else _held(row, read)
        except (ValueError, TypeError, KeyError, AttributeError):  # no row of ours
            return None

    def learn(self, entry: StatementEntry, texts: Iterable[str], found: Iterable[Finding]) -> None:
        """Keep what was found of the statement that was looked for last, unless it rests on a file that
        does not stand where `list_folder` looks."""
        places = {text.original.rpartition("/")[0] for text in entry.texts}
        if self._shelf is not None and self._key and places <= {"", SOURCE_FOLDER}:
            rows = [[f.rule, f.path, f.message, f.hint, f.line, f.column] for f in found]
            self._shelf.put(self._key, [row_of(entry), list(texts), rows])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *interrupted: object) -> None:
        """Keep what was found for the next command, also where this one is interrupted."""
        if self._shelf is not None:
            self._shelf.save(whole=interrupted[0] is None)


def _read(tree: Folder, item: StatementFile) -> bytes | None:
    """The bytes of a file, none of anything else; None for a file that cannot be read."""
    if item.kind != FILE:
        return b""
    try:
        return tree.read(item.path)
    except CorpusError:
        return None


def _held(row: Any, read: Mapping[str, bytes | None]) -> StatementFound:
    entry, paths, findings = row
    texts = {path: (read[path] or b"").decode("utf-8") for path in paths}
    return StatementFound(entry_of(entry), tuple([_finding(*one) for one in findings]), texts)


def _finding(rule: Any, path: Any, message: Any, hint: Any, line: Any, column: Any) -> Finding:
    if not all(type(word) is str for word in (rule, path, message, hint)) or rule not in RULES:
        raise ValueError("no row of a finding")
    if type(line) is not int or type(column) is not int:
        raise ValueError("no place of a finding")
    return finding(rule, path, message, hint=hint, line=line, column=column)
