"""The plan of a writer: what is staged comes whole, what fails is taken back, and no plan is trusted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from p5diff import disk
from p5diff.corpus.write import journal as journals
from p5diff.corpus.write.journal import (
    Journal,
    Malformed,
    clear,
    has_plan,
    put_in_place,
    read_journal,
    set_aside,
    stage,
    stage_again,
    take_back,
    write_journal,
)

NEW: Mapping[str, bytes | None] = {"oslo-2031/statement.toml": b"new facts", "oslo-2031/en.md": b"new text"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one statement and one file beside it."""
    for path, data in {
        "riga-2030/statement.toml": b"facts",
        "riga-2030/en.md": b"text",
        "notes.txt": b"n",
    }.items():
        target = tmp_path / "corpus" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return tmp_path / "corpus"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    return tmp_path / "scratch"


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that files and folders were moved to, in order."""
    found: list[str] = []
    rename = disk.rename
    monkeypatch.setattr(disk, "rename", lambda a, b: (found.append(b.name), rename(a, b)))
    return found


def content(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_what_is_staged_is_put_in_place(root: Path, scratch: Path) -> None:
    before = content(root)
    plan = stage(scratch, NEW, root)
    assert content(root) == before, "nothing is touched yet"
    assert (sorted(plan.staged), plan.removed, plan.kept) == (sorted(NEW), [], [])
    put_in_place(scratch, plan, root)
    assert content(root) == {**before, **NEW}
    put_in_place(scratch, plan, root)
    assert content(root) == {**before, **NEW}, "what is there already is left"


def test_a_known_statement_keeps_what_the_plan_does_not_name(root: Path, scratch: Path) -> None:
    plan = stage(scratch, {"riga-2030/en.md": b"other", "riga-2030/fr.md": b"texte", "notes.txt": None}, root)
    assert (plan.staged, plan.removed) == (["riga-2030/en.md", "riga-2030/fr.md"], ["notes.txt"])
    assert sorted(plan.kept) == ["notes.txt", "riga-2030/en.md"]
    put_in_place(scratch, plan, root)
    assert content(root) == {
        "riga-2030/statement.toml": b"facts",
        "riga-2030/en.md": b"other",
        "riga-2030/fr.md": b"texte",
    }


def test_a_failure_takes_everything_back(root: Path, scratch: Path) -> None:
    before = content(root)
    files = {**NEW, "riga-2030/en.md": b"other", "notes.txt": None}
    plan = stage(scratch, files, root)
    write_journal(scratch, plan)
    put_in_place(scratch, plan, root)
    take_back(scratch, plan, root)
    assert content(root) == before
    assert not (root / "oslo-2031").exists(), "no empty folder is left"
    assert not has_plan(scratch)


def test_the_facts_of_a_known_statement_come_last(root: Path, scratch: Path, moved: list[str]) -> None:
    files = {"riga-2030/statement.toml": b"f", "riga-2030/zh.md": b"z", "riga-2030/ar.md": b"a"}
    put_in_place(scratch, stage(scratch, files, root), root)
    assert moved == ["ar.md", "zh.md", "statement.toml"]


def test_a_new_statement_comes_by_one_rename_if_its_folder_holds_the_plan_alone(
    root: Path, scratch: Path, moved: list[str]
) -> None:
    plan = stage(scratch, NEW, root)
    put_in_place(scratch, plan, root)
    assert moved == ["oslo-2031"]


@pytest.mark.parametrize("stray", ["file", "link"])
def test_what_somebody_laid_into_the_staged_folder_does_not_come_along(
    root: Path, scratch: Path, tmp_path: Path, stray: str
) -> None:
    plan = stage(scratch, NEW, root)
    staged = next(path for path in scratch.rglob("oslo-2031") if path.is_dir())
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    if stray == "file":
        (staged / "extra.md").write_bytes(b"not planned")
    else:
        (staged / "extra.md").symlink_to(secret)
    put_in_place(scratch, plan, root)
    assert not (root / "oslo-2031" / "extra.md").exists()
    assert content(root)["oslo-2031/en.md"] == b"new text"


def test_a_plan_is_read_as_it_was_written(root: Path, scratch: Path) -> None:
    assert read_journal(scratch, root) is None and not has_plan(scratch)
    plan = stage(scratch, {**NEW, "notes.txt": None}, root)
    plan = replace(plan, message="Ä change", blobs={"corpus/oslo-2031/en.md": "a" * 40})
    write_journal(scratch, plan)
    assert has_plan(scratch) and read_journal(scratch, root, "corpus/") == plan


GOOD: dict[str, Any] = {"staged": ["a/b.md"], "kept": [], "removed": [], "blobs": {}, "message": "m"}


@pytest.mark.parametrize(
    "bad",
    [
        {"staged": "a/b.md"},
        {"kept": {"a": 1}},
        {"removed": None},
        {"staged": ["../b.md"]},
        {"kept": ["/etc/passwd"]},
        {"removed": ["a/../../b"]},
        {"staged": [7]},
        {"staged": [".git/config"]},
        {"blobs": []},
        {"message": 3},
        {"blobs": {"elsewhere/a.md": "a" * 40}},
        {"blobs": {"corpus/a.md": "not an object"}},
        {"blobs": {"corpus/a.md": 5}},
        {"blobs": {"corpus/../a.md": "a" * 40}},
        {"more": 1},
    ],
)
def test_a_plan_of_another_shape_is_refused(root: Path, scratch: Path, bad: dict[str, Any]) -> None:
    scratch.mkdir()
    place = _written(scratch)
    place.write_text(json.dumps({**GOOD, **bad}), encoding="ascii")
    with pytest.raises(Malformed):
        read_journal(scratch, root, "corpus/")
    place.write_text(json.dumps(GOOD), encoding="ascii")
    assert read_journal(scratch, root, "corpus/") is not None


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "Expecting value"), (b"\xff", "ascii"), (b"7" * 5_000, "digits"), (b"{}", "fields")],
)
def test_what_is_set_aside_says_why_it_is_no_plan(
    root: Path, scratch: Path, data: bytes, reason: str
) -> None:
    scratch.mkdir()
    _written(scratch).write_bytes(data)
    with pytest.raises(Malformed, match=reason):
        read_journal(scratch, root)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"staged": []'])
def test_a_plan_that_is_no_plan_is_refused(root: Path, scratch: Path, data: bytes) -> None:
    scratch.mkdir()
    _written(scratch).write_bytes(data)
    with pytest.raises(Malformed):
        read_journal(scratch, root)


def _written(scratch: Path) -> Path:
    """The file of a plan, whatever it is called."""
    write_journal(scratch, Journal(staged=[], removed=[]))
    return next(path for path in scratch.iterdir() if path.is_file())


def test_a_plan_that_is_a_link_or_too_large_is_refused(root: Path, scratch: Path, tmp_path: Path) -> None:
    scratch.mkdir()
    place = _written(scratch)
    whole = place.read_bytes()
    place.write_bytes(whole + b" " * (journals._MOST + 1))
    with pytest.raises(Malformed):
        read_journal(scratch, root)
    other = tmp_path / "other.json"
    other.write_bytes(whole)
    place.unlink()
    place.symlink_to(other)
    with pytest.raises(Malformed):
        read_journal(scratch, root)


def test_what_a_crash_lost_is_staged_again(root: Path, scratch: Path) -> None:
    """One file was put in place, one is half written, one is gone."""
    files = {"riga-2030/en.md": b"text", "riga-2030/fr.md": b"whole", "riga-2030/zh.md": b"also"}
    plan = stage(scratch, dict(files), root)
    half = next(scratch.rglob("fr.md"))
    half.write_bytes(b"who")
    next(scratch.rglob("zh.md")).unlink()
    stage_again(scratch, files, root)
    put_in_place(scratch, plan, root)
    assert {name: content(root)[name] for name in files} == files


@pytest.mark.parametrize(("count", "in_git"), [(64, False), (64, True), (65, False), (65, True)])
def test_few_files_are_made_durable_one_by_one_and_many_at_once(
    root: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, count: int, in_git: bool
) -> None:
    """Where git keeps the bytes of many, too, nothing waits for the disk."""
    each: list[bool] = []
    whole: list[str] = []
    create = disk.create
    monkeypatch.setattr(
        disk, "create", lambda *a, sync, **k: (each.append(sync), create(*a, sync=False, **k))
    )
    monkeypatch.setattr(disk, "sync_all", lambda: whole.append("all"))
    monkeypatch.setattr(disk, "sync_folder", lambda folder: whole.append(folder.name))
    plan = stage(scratch, {f"oslo-2031/{n}.md": b"x" for n in range(count)}, root, in_git=in_git)
    put_in_place(scratch, plan, root)
    assert each == [count == 64] * count
    assert sorted(whole) == (["corpus", "oslo-2031"] if count == 64 else [] if in_git else ["all"])


def test_only_folders_named_as_writers_name_them_are_looked_at(root: Path, scratch: Path) -> None:
    """None behind a link; each with its plan, or with what is wrong with it."""
    names = ["0" * 16, "1" * 16, "2" * 16, "3" * 15, "3" * 17, "G" * 16]
    for name in names:
        (scratch / name).mkdir(parents=True)
    plan = stage(scratch / names[1], NEW, root)
    write_journal(scratch / names[1], plan)
    _written(scratch / names[2]).write_bytes(b"{}")
    for name in names[3:]:
        write_journal(scratch / name, plan)
    (scratch / ("4" * 16)).symlink_to(scratch / names[1])
    (scratch / ("5" * 16)).write_bytes(b"a file")
    found = {left.folder.name: (left.plan, left.problem) for left in journals.remains(scratch, root)}
    assert found == {
        names[0]: (None, ""), names[1]: (plan, ""), names[2]: (None, "it has not the fields of a plan"),
    }  # fmt: skip
    assert list(journals.remains(scratch / "none", root)) == []


def test_what_a_failure_cannot_take_back_twice_stays_as_it_is(root: Path, scratch: Path) -> None:
    """Taken back before anything was put in place: old files stand, staged ones never came."""
    before = content(root)
    plan = stage(scratch, {"riga-2030/en.md": b"other", "riga-2030/fr.md": b"texte"}, root)
    take_back(scratch, plan, root)
    take_back(scratch, plan, root)
    assert content(root) == before


def test_a_folder_is_cleared_with_those_above_it_that_are_empty(tmp_path: Path) -> None:
    folder = tmp_path / ".git" / "p5diff" / "write-1"
    folder.mkdir(parents=True)
    (folder / "x").write_bytes(b"")
    clear(folder)
    assert not folder.parent.exists() and folder.parent.parent.exists()
    kept = tmp_path / ".git" / "p5diff" / "write-2"
    kept.mkdir(parents=True)
    folder.mkdir()
    clear(folder)
    assert kept.exists() and not folder.exists()


def test_a_folder_set_aside_keeps_what_it_holds(tmp_path: Path) -> None:
    folder = tmp_path / "write-1"
    folder.mkdir()
    (folder / "x").write_bytes(b"x")
    place = set_aside(folder)
    assert not folder.exists() and (place / "x").read_bytes() == b"x"
    assert place.parent == tmp_path and place.name.startswith("set-aside-write-1-")


def test_a_new_folder_with_folders_inside_is_put_in_place_whole(
    root: Path, scratch: Path, moved: list[str]
) -> None:
    files = {**NEW, "oslo-2031/source/en.pdf": b"bytes"}
    plan = stage(scratch, files, root)
    moved.clear()
    put_in_place(scratch, plan, root)
    assert moved[0] == "oslo-2031", "one move, so that a reader sees all of it or nothing"
    assert {path: data for path, data in content(root).items() if path.startswith("oslo")} == files
