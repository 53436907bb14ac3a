"""Failure is not absence: a damaged, refused, cut-off or hostile repository says so."""

from __future__ import annotations

import importlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from p5diff.corpus import Corpus
from p5diff.corpus.git import repository as repositories
from p5diff.corpus.git.repository import open_repository
from p5diff.errors import CorpusError, P5DiffError
from p5diff.model.refs import Reference
from p5diff.workflows.add import add
from p5diff.workflows.blame import blame
from p5diff.workflows.describe import Given
from p5diff.workflows.gitdriver import enable, program
from p5diff.workflows.log import log
from tests.needs import needs_git

from .conftest import ENGLISH, git

pytestmark = [
    pytest.mark.system,
    needs_git,
]
ENGLISH_TEXT = Reference.parse("oslo-2019:en")


@pytest.fixture
def changed(filled: Corpus) -> Corpus:
    """The corpus after a second commit that rewords one sentence of the English text."""
    path = filled.root / "oslo-2019" / "en.txt"
    path.write_text(path.read_text("utf-8").replace("welcomed", "noted"), "utf-8")
    git(filled.root, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "Reword")
    return filled


def _object(root: Path, name: str) -> Path:
    oid = git(root, "rev-parse", name).strip()
    path = root / ".git" / "objects" / oid[:2] / oid[2:]
    if not path.exists():  # the text came in a pack
        for pack in (root / ".git" / "objects" / "pack").glob("*.pack"):
            moved = root.parent / pack.name
            pack.rename(moved)
            with moved.open("rb") as stream:
                subprocess.run(["git", "unpack-objects", "-q"], cwd=root, stdin=stream, check=True)
    path.chmod(0o644)
    return path


def _damage_commit(root: Path) -> None:
    _object(root, "HEAD").write_bytes(zlib.compress(b"commit 3\0abc")[:-4])


def _lose_commit(root: Path) -> None:
    _object(root, "HEAD").unlink()


def _lose_blob(root: Path) -> None:
    _object(root, "HEAD~1:oslo-2019/en.txt").unlink()


def _lose_tree(root: Path) -> None:
    _object(root, "HEAD~1:oslo-2019").unlink()


def _append(text: str) -> Callable[[Path], None]:
    def append(root: Path) -> None:
        with (root / ".git" / "config").open("a") as stream:
            stream.write(text)

    return append


def _break_reference(root: Path) -> None:
    (root / ".git" / git(root, "symbolic-ref", "HEAD").strip()).write_text("nonsense\n")


def _pipe(name: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        place = root / ".git" / name
        place.unlink(missing_ok=True)
        os.mkfifo(place)

    return make


def _include(target: str) -> Callable[[Path], None]:
    def include(root: Path) -> None:
        if target == "pipe":
            os.mkfifo(root / ".git" / "pipe")
        _append(f"[include]\n\tpath = {target}\n")(root)

    return include


def _dangling(root: Path) -> None:
    shutil.rmtree(root / ".git")
    (root / ".git").write_text("gitdir: ../nowhere\n")


def _empty(root: Path) -> None:
    shutil.rmtree(root / ".git")
    (root / ".git").mkdir()


BROKEN = {
    "damaged commit": _damage_commit,
    "missing commit": _lose_commit,
    "missing blob": _lose_blob,
    "missing tree": _lose_tree,
    "unknown extension": _append("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tevil = 1\n"),
    "broken configuration": _append("[core\n"),
    "recursive include": _append("[include]\n\tpath = config\n"),
    "broken reference": _break_reference,
    "pipe for HEAD": _pipe("HEAD"),
    "pipe for config": _pipe("config"),
    "pipe among the objects": _pipe("objects/pack/pack-1.idx"),
    "include of a pipe": _include("pipe"),
    "include of a device": _include("/dev/zero"),
    "large configuration": _append("# " + "x" * 2**21),
    "bare": _append("[core]\n\tbare = true\n"),
    "dangling .git": _dangling,
    "empty .git": _empty,
}
"""Ways in which a repository is there and cannot tell; `add` need not mind a lost old version."""


def test_a_pipe_that_the_configuration_names_is_not_waited_for(changed: Corpus) -> None:
    """Files outside the repository that git would read for itself; `core.excludesFile` was, for ever."""
    pipe = changed.root.parent / "pipe"
    os.mkfifo(pipe)
    for key in (
        "core.attributesFile",
        "core.excludesFile",
        "commit.template",
        "mailmap.file",
        "blame.ignoreRevsFile",
        "diff.orderFile",
        "fsck.skipList",
        "gpg.ssh.allowedSignersFile",
    ):
        git(changed.root, "config", key, str(pipe))
    assert log(Corpus(changed.root), ENGLISH_TEXT)
    assert blame(Corpus(changed.root), ENGLISH_TEXT)
    source = changed.root.parent / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    add(Corpus(changed.root), [source], Given(edition="official", id="bonn-2020", language="en"))
    assert "bonn-2020" in git(changed.root, "ls-tree", "HEAD", "--name-only")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_repository_tells_no_false_history(changed: Corpus, name: str) -> None:
    BROKEN[name](changed.root)
    before = sorted(path for path in changed.root.rglob("*") if ".git" not in path.parts)
    for ask in (log, blame):
        with pytest.raises(P5DiffError) as caught:
            ask(Corpus(changed.root), ENGLISH_TEXT)
        assert caught.value.exit_code == 2
        assert caught.value.slug in ("git-failed", "git-unusable", "missing-object"), caught.value
    if name not in ("missing blob", "missing tree", "recursive include"):
        source = changed.root.parent / "new.txt"
        source.write_text(ENGLISH, "utf-8")
        with pytest.raises(CorpusError):
            add(Corpus(changed.root), [source], Given(edition="official", id="bonn-2020", language="en"))
        assert sorted(p for p in changed.root.rglob("*") if ".git" not in p.parts) == before


def test_without_git_a_corpus_in_git_is_not_written(
    changed: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`add` was asked for a commit: it does not quietly do without. Nor does `log` call it no repository."""
    empty = tmp_path / "empty"
    empty.mkdir()
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    for arguments in (["add", str(source), "--id", "bonn-2020", "--language", "en"], ["log", "oslo-2019"]):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "p5diff", *arguments, "--corpus", str(changed.root)],
            env={**os.environ, "PATH": str(empty)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (2, ""), done
        assert "git cannot be started" in done.stderr
    assert not (changed.root / "bonn-2020").exists()


def test_a_corpus_without_git_does_without(tmp_path: Path) -> None:
    from p5diff.workflows.init import init

    corpus = init(tmp_path / "plain", git=False)[0]
    with open_repository(corpus.root) as repository:
        assert repository is None


@pytest.fixture
def shallow(changed: Corpus, tmp_path: Path) -> Corpus:
    """What continuous integration makes: a copy with the last commit alone."""
    url = f"file://{changed.root}"
    git(tmp_path, "clone", "-q", "--depth", "1", url, "shallow")
    return Corpus(tmp_path / "shallow")


def test_a_shallow_history_says_where_it_ends(shallow: Corpus) -> None:
    found = log(shallow, ENGLISH_TEXT)
    assert [note.slug for note in found.notes] == ["shallow-history"]
    assert [(e.revision.boundary, e.changes, e.facts) for e in found.entries] == [(True, (), False)]
    blamed = blame(shallow, ENGLISH_TEXT)
    assert [note.slug for note in blamed.notes] == ["shallow-history"]
    assert {item.revision.boundary for item in blamed.sentences} == {True}


def test_a_shallow_history_is_marked_for_people_and_programs(
    shallow: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--corpus", str(shallow.root)]
    assert _run("blame", "oslo-2019:en", *where) is None
    out, err = capsys.readouterr()
    assert all(line.startswith("^") for line in out.splitlines()) and "shallow" in err
    _run("log", "oslo-2019:en", *where)
    assert "not known" in capsys.readouterr().out
    _run("log", "oslo-2019:en", "--format", "json", *where)
    data = json.loads(capsys.readouterr().out)
    assert data["log"][0]["revision"]["boundary"] is True and data["notes"]


def test_a_whole_history_bears_no_such_mark(changed: Corpus) -> None:
    found = log(changed, ENGLISH_TEXT)
    assert found.notes == ()
    assert [(e.changes[0].new, e.changes[0].reworded) for e in found.entries] == [(0, 1), (4, 0)]


def test_a_graft_does_not_rewrite_history(changed: Corpus) -> None:
    before = [entry.revision.id for entry in log(changed, ENGLISH_TEXT).entries]
    (changed.root / ".git" / "info").mkdir(exist_ok=True)
    (changed.root / ".git" / "info" / "grafts").write_text(f"{before[0]}\n")
    assert [entry.revision.id for entry in log(changed, ENGLISH_TEXT).entries] == before


def test_a_revision_that_unpacks_to_gigabytes_is_read_by_need(
    changed: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = changed.root / "oslo-2019"
    for number in range(3):
        (folder / f"bomb{number}.txt").write_bytes(bytes(2**20) + bytes([number]))
    git(changed.root, "add", "-A")
    git(changed.root, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "bombs")
    read: list[int] = []
    real = repositories.Repository.read_objects

    def counted(self: Any, oids: Any) -> dict[str, bytes]:
        found = real(self, oids)
        read.extend(len(data) for data in found.values())
        return found

    monkeypatch.setattr(repositories.Repository, "read_objects", counted)
    assert len(Corpus(changed.root).load(Reference.parse("oslo-2019:en@HEAD")).paragraphs) == 2
    assert sum(read) < 10_000
    monkeypatch.setattr(repositories, "_MOST", 2**21)
    with pytest.raises(CorpusError) as caught, open_repository(changed.root) as repository:
        assert repository is not None
        repository.read_objects(
            git(changed.root, "rev-parse", f"HEAD:oslo-2019/bomb{n}.txt").strip() for n in range(3)
        )
    assert caught.value.slug == "revision-too-large"


def test_what_is_too_large_at_a_revision_is_not_called_missing(
    changed: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repositories, "MAX_FILE", 50)
    with pytest.raises(CorpusError) as caught:
        Corpus(changed.root).load(Reference.parse("oslo-2019:en@HEAD"))
    assert caught.value.slug == "file-too-large"


def test_what_somebody_else_stages_meanwhile_stays_staged(
    changed: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p5diff.corpus.git import commit as git_write

    real = git_write.write_blobs

    def beside(*arguments: Any) -> Any:
        (changed.root / "mine.md").write_text("mine")
        git(changed.root, "add", "mine.md")
        return real(*arguments)

    monkeypatch.setattr(git_write, "write_blobs", beside)
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    add(changed, [source], Given(edition="official", id="bonn-2020", language="en"))
    assert git(changed.root, "status", "--porcelain") == "A  mine.md\n"


def test_a_lock_of_the_index_is_waited_for_and_named(
    changed: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p5diff.corpus.git import commit as git_write

    monkeypatch.setattr(git_write, "_PAUSE", 0.001)
    (changed.root / ".git" / "index.lock").touch()
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    with pytest.raises(CorpusError) as caught:
        add(changed, [source], Given(edition="official", id="bonn-2020", language="en"))
    assert caught.value.slug == "index-locked" and "index.lock" in caught.value.message
    assert not (changed.root / "bonn-2020").exists()
    (changed.root / ".git" / "index.lock").unlink()
    assert git(changed.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("on_path", [True, False])
def test_git_enable_runs_nothing_of_the_working_folder(
    changed: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_path: bool
) -> None:
    monkeypatch.chdir(changed.root)
    for name in ("typer.py", "p5diff.py", "rich.py", "tomllib.py", "enum.py"):
        (changed.root / name).write_text(f"open({str(tmp_path / 'EXECUTED')!r}, 'w')\n")
    for name in ("p5diff", "python"):
        (changed.root / name).write_text(f"#!/bin/sh\ntouch {tmp_path / 'EXECUTED'}\n")
        (changed.root / name).chmod(0o755)
    if not on_path:
        monkeypatch.setattr(
            sys, "executable", shutil.which("python3", path="/usr/bin:/bin") or sys.executable
        )
    monkeypatch.setenv("PATH", f".:{changed.root}:{os.environ['PATH']}")
    call = shlex.split(program(changed.root))
    assert Path(call[0]).is_absolute() and not Path(call[0]).is_relative_to(changed.root)
    assert call[1:] in ([], ["-P", "-m", "p5diff"])
    enable(changed.root)
    (changed.root / "oslo-2019" / "en.txt").write_text("Other words.\n")
    subprocess.run(["git", "diff"], capture_output=True, check=False, timeout=60)
    assert not (tmp_path / "EXECUTED").exists()


def _run(*arguments: str) -> object:
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    for name in ("log", "blame", "show"):
        importlib.import_module(f"p5diff.cli.{name}").register(app)
    return app(list(arguments), standalone_mode=False, prog_name="p5diff")
