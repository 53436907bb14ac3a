"""A folder of pages: each file whole, the front page last, and none left over from an earlier site.

A list of what was written, with a digest of each file, stands beside the pages. A page that the list names
and the new site does not have is removed, if it is still what was written: never a file of somebody else,
never one that was changed since, never a link or what a link leads to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

from p5diff import disk
from p5diff.workflows.output import make_output_folder, write_whole

LIST = "p5diff-pages.json"
"""The name of the list."""
_MOST = 1024 * 1024
"""Bytes of a list that is read: some 8,000 files."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of a page that may be removed: the largest of 50 statements of 200 sentences has 4 MB."""


def write_pages(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    *,
    inputs: Sequence[str] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write files, the front page last, and return its path. `inputs` are never written over.

    What an earlier run wrote and this one does not is removed. Raises `P5DiffError` for what cannot be
    written; files written before are whole then, and nothing has been removed.
    """
    make_output_folder(folder)
    earlier = _listed(folder)
    written: dict[str, str] = {}
    for name, data in files:
        write_whole(folder / name, data, inputs=inputs, named=False)
        written[name] = hashlib.sha256(data).hexdigest()
    for name, digest in earlier.items():
        if name not in written and not _removed(folder, name, digest):
            progress(f"{folder / name} is of an earlier site and was changed since: it stays")
    body = json.dumps({"made_by": "p5diff", "files": written}, indent=1, ensure_ascii=False)
    write_whole(folder / LIST, f"{body}\n".encode(), inputs=inputs, named=False)
    return folder / "index.html"


def _listed(folder: Path) -> dict[str, str]:
    """Name → digest of what an earlier run wrote; nothing where there is no list that can be trusted."""
    try:
        found = json.loads(disk.read_below(folder, LIST, most=_MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    files = found.get("files") if isinstance(found, dict) and found.get("made_by") == "p5diff" else None
    if not isinstance(files, dict):
        return {}
    return {n: d for n, d in files.items() if isinstance(d, str) and PurePath(n).name == n and n != LIST}


def _removed(folder: Path, name: str, digest: str) -> bool:
    """Remove a file that is still what was written; True where none is left of it."""
    try:
        data = disk.read_below(folder, name, most=_LARGEST)
        if hashlib.sha256(data).hexdigest() != digest:
            return False
        disk.remove(folder / name)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return True
