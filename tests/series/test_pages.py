"""What an earlier site left behind is removed, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from p5diff.errors import P5DiffError
from p5diff.workflows.pages import LIST, write_pages

FIRST = [("old.html", b"old"), ("both.html", b"1"), ("index.html", b"one")]
SECOND = [("both.html", b"2"), ("new.html", b"new"), ("index.html", b"two")]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_page_of_an_earlier_site_goes(tmp_path: Path) -> None:
    write_pages(tmp_path, FIRST)
    (tmp_path / "mine.html").write_bytes(b"a stranger's")
    assert write_pages(tmp_path, SECOND) == tmp_path / "index.html"
    assert names(tmp_path) == {"both.html", "new.html", "index.html", "mine.html", LIST}
    assert (tmp_path / "both.html").read_bytes() == b"2"


def test_what_was_changed_since_stays_and_is_told(tmp_path: Path) -> None:
    write_pages(tmp_path, FIRST)
    (tmp_path / "old.html").write_bytes(b"edited by hand")
    told: list[str] = []
    write_pages(tmp_path, SECOND, progress=told.append)
    assert (tmp_path / "old.html").read_bytes() == b"edited by hand"
    assert [line for line in told if "old.html" in line and "stays" in line]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_links_are_neither_followed_nor_removed(tmp_path: Path) -> None:
    folder, away = tmp_path / "out", tmp_path / "away.html"
    write_pages(folder, FIRST)
    away.write_bytes(b"old")
    (folder / "old.html").unlink()
    (folder / "old.html").symlink_to(away)
    write_pages(folder, SECOND)
    assert (folder / "old.html").is_symlink() and away.read_bytes() == b"old"


@pytest.mark.parametrize(
    "listed",
    [
        b"not json",
        b"[" * 100_000,
        b'{"files": {"victim.txt": ""}}',
        b'{"made_by": "p5diff", "files": ["victim.txt"]}',
        b'{"made_by": "p5diff", "files": {"../victim.txt": "DIGEST"}}',
        b'{"made_by": "p5diff", "files": {"victim.txt": "DIGEST"}, "x": 1}',
        b'{"made_by": "p5diff", "files": {"\\u0000": "DIGEST"}}',
    ],
)
def test_a_list_from_elsewhere_removes_nothing_beyond_the_folder(tmp_path: Path, listed: bytes) -> None:
    import hashlib

    digest = hashlib.sha256(b"dear").hexdigest().encode()
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "victim.txt").write_bytes(b"dear")
    (folder / LIST).write_bytes(listed.replace(b"DIGEST", digest))
    write_pages(folder, SECOND)
    assert (tmp_path / "victim.txt").read_bytes() == b"dear"
    assert set(json.loads((folder / LIST).read_bytes())["files"]) == {name for name, _ in SECOND}


def test_a_list_removes_nothing_below_its_folder(tmp_path: Path) -> None:
    write_pages(tmp_path, FIRST)
    listed = json.loads((tmp_path / LIST).read_bytes())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "old.html").write_bytes(b"old")
    listed["files"]["mine/old.html"] = listed["files"]["old.html"]
    (tmp_path / LIST).write_text(json.dumps(listed), encoding="utf-8")
    write_pages(tmp_path, SECOND)
    assert (tmp_path / "mine" / "old.html").is_file() and not (tmp_path / "old.html").exists()


def test_nothing_goes_where_writing_fails(tmp_path: Path) -> None:
    write_pages(tmp_path, FIRST)
    (tmp_path / "new.html").mkdir()
    with pytest.raises(P5DiffError):
        write_pages(tmp_path, SECOND)
    assert "old.html" in names(tmp_path)


def test_the_list_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    write_pages(tmp_path, FIRST)
    first = (tmp_path / LIST).read_bytes()
    write_pages(tmp_path, FIRST)
    assert (tmp_path / LIST).read_bytes() == first
