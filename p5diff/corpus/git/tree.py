"""The files of a corpus, wherever they stand: in a folder, or in a revision of it.

Paths are relative to the corpus, with forward slashes. Symbolic links are never followed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from p5diff import disk
from p5diff.corpus.layout import SOURCE_FOLDER, place_inside
from p5diff.errors import CorpusError

MAX_FILE = disk.MOST
"""Bytes of the largest file that is read from a corpus."""


class Tree(Protocol):
    """What the catalogue reads from."""

    revision: str
    """Full commit id, or empty for a folder."""

    def folders(self) -> tuple[str, ...]:
        """Names of the folders at the top, sorted."""
        ...

    def files(self, folder: str) -> tuple[str, ...]:
        """Paths of the files in a folder and in its source folder, sorted."""
        ...

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or None when there is none."""
        ...

    def prepare(self, paths: Iterable[str]) -> None:
        """Told which files are going to be read, where reading them together is cheaper."""
        ...


class Folder:
    """A corpus in the working tree."""

    revision = ""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folders(self) -> tuple[str, ...]:
        """Names of the folders at the top, sorted; hidden ones and links left out."""
        with os.scandir(self.root) as found:
            return tuple(
                sorted(e.name for e in found if e.is_dir(follow_symlinks=False) and e.name[0] != ".")
            )

    def files(self, folder: str) -> tuple[str, ...]:
        """Paths of the files in a folder and in its source folder, sorted."""
        result: list[str] = []
        for place in (folder, f"{folder}/{SOURCE_FOLDER}"):
            path = self.root / place
            if path.is_dir() and not path.is_symlink():
                with os.scandir(path) as found:
                    result += [f"{place}/{e.name}" for e in found if e.is_file(follow_symlinks=False)]
        return tuple(sorted(result))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or None; raises `CorpusError` for a link or a file too large."""
        place = place_inside(self.root, path)
        try:
            return disk.read_plain(place, most=MAX_FILE)
        except (FileNotFoundError, NotADirectoryError, disk.NotPlain):
            return None
        except disk.TooLarge as error:
            raise too_large(path) from error

    def prepare(self, paths: Iterable[str]) -> None:
        """Nothing to do: a folder gives its files one by one as quickly."""


def too_large(path: str) -> CorpusError:
    """The error for a file that no statement needs."""
    return CorpusError(
        "file-too-large",
        f"{path} is larger than {MAX_FILE // 1024 // 1024} MB",
        cause="no statement is that long",
        hint="take the file out of the corpus",
    )


class Snapshot:
    """A corpus as it stood at a revision: path → object id, and the bytes when they are asked for."""

    def __init__(
        self, files: Mapping[str, str], revision: str, fetch: Callable[[Iterable[str]], Mapping[str, bytes]]
    ) -> None:
        self._files = dict(files)
        self._fetch = fetch
        self._known: dict[str, bytes] = {}
        self.revision = revision

    def folders(self) -> tuple[str, ...]:
        """Names of the folders at the top, sorted."""
        return tuple(sorted({path.split("/")[0] for path in self._files if "/" in path}))

    def files(self, folder: str) -> tuple[str, ...]:
        """Paths of the files in a folder, sorted."""
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or None when there was none."""
        oid = self._files.get(path)
        if oid is None:
            return None
        self.prepare([path])
        return self._known[oid]

    def prepare(self, paths: Iterable[str]) -> None:
        """Read many files at once, which costs as much as to read one."""
        wanted = {self._files[path] for path in paths if path in self._files} - self._known.keys()
        if wanted:
            self._known |= self._fetch(sorted(wanted))
