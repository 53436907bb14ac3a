"""A repository that wants to run programs: no command of p5diff starts any of them."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from p5diff.corpus import Corpus
from p5diff.corpus.checks.rules import RuleChoice
from p5diff.corpus.checks.run import mended_files
from p5diff.corpus.git.repository import open_repository
from p5diff.corpus.write.writer import writing
from p5diff.errors import P5DiffError, ReferenceNotFound
from p5diff.workflows.check import check
from p5diff.workflows.gitdriver import driver
from tests.needs import needs_git

from .conftest import ENGLISH, git

pytestmark = [
    pytest.mark.system,
    needs_git,
]
HOOKS = (
    "pre-commit prepare-commit-msg commit-msg post-commit post-index-change reference-transaction "
    "pre-auto-gc post-checkout post-rewrite pre-push fsmonitor-watchman post-merge"
).split()
CONFIG = """
[core]
	fsmonitor = {trap}
	hooksPath = {hooks}
	sshCommand = {trap}
	pager = {trap}
	editor = {trap}
	askPass = {trap}
	gitProxy = {trap}
	alternateRefsCommand = {trap}
[filter "evil"]
	clean = {trap}
	smudge = {trap}
	process = {trap}
	required = true
[diff]
	external = {trap}
[diff "evil"]
	command = {trap}
	textconv = {trap}
[merge "evil"]
	driver = {trap}
[commit]
	gpgSign = true
[gpg]
	program = {trap}
[log]
	showSignature = true
[gc]
	auto = 1
[maintenance]
	auto = true
[alias]
	rev-parse = !{trap}
	cat-file = !{trap}
	commit-tree = !{trap}
[credential]
	helper = !{trap}
[protocol "ext"]
	allow = always
[protocol "file"]
	allow = always
[remote "origin"]
	url = ext::{trap}
	promisor = true
	partialclonefilter = blob:none
	uploadpack = {trap}
[extensions]
	partialClone = origin
[include]
	path = more.config
"""


@pytest.fixture
def trap(filled: Corpus, tmp_path: Path) -> Path:
    """The corpus turned hostile; gives the folder in which every program started leaves a file."""
    caught = tmp_path / "caught"
    caught.mkdir()
    program = tmp_path / "trap"
    program.write_text(f'#!/bin/sh\nenv > "{caught}/$$-$(basename "$0")"\ncat\nexit 0\n')
    program.chmod(0o755)
    dot_git = filled.root / ".git"
    for folder in (dot_git / "hooks", dot_git / "evil-hooks"):
        folder.mkdir(exist_ok=True)
        for hook in HOOKS:
            shutil.copy(program, folder / hook)
    attributes = "* filter=evil diff=evil merge=evil\n"
    (dot_git / "info").mkdir(exist_ok=True)
    (dot_git / "info" / "attributes").write_text(attributes)
    (filled.root / ".gitattributes").write_text(attributes)
    with writing(filled) as writer:  # the second revision has the attributes in the tree too
        writer.store(
            {".gitattributes": attributes.encode(), "oslo-2019/en.txt": b"Other words.\n"}, message="x"
        )
    config = CONFIG.format(trap=program, hooks=dot_git / "evil-hooks")
    with (dot_git / "config").open("a") as stream:
        stream.write(config)
    (dot_git / "more.config").write_text(f"[core]\n\tfsmonitor = {program}\n")
    return caught


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def _application() -> typer.Typer:
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    for name in ("list", "show", "diff", "add", "edit", "mv", "rm", "check", "verify", "log", "blame", "git"):
        importlib.import_module(f"p5diff.cli.{name}").register(app)
    return app


def _run(*arguments: str) -> object:
    try:
        return _application()(list(arguments), standalone_mode=False, prog_name="p5diff")
    except P5DiffError as error:
        return error


def test_no_command_runs_a_program_of_the_repository(
    filled: Corpus, trap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hostile repository: 0 programs run by any command."""
    monkeypatch.chdir(filled.root)
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    commands = [
        ["list"],
        ["show", "oslo-2019:en"],
        ["show", "oslo-2019:en@HEAD~1"],
        ["diff", "oslo-2019:en@HEAD~1", "oslo-2019:en"],
        ["log", "oslo-2019"],
        ["log", "oslo-2019:zh@HEAD~1"],
        ["blame", "oslo-2019:zh"],
        ["check"],
        ["check", "--fix"],
        ["verify"],
        ["verify", "oslo-2019", "--record", "shorter"],
        ["add", str(source), "--id", "new-1", "--language", "en"],
        ["add", str(source), "--id", "new-2", "--no-commit"],
        ["add", str(source), "--id", "new-3", "--dry-run"],
        ["add", str(source), "--id", "new-1", "--language", "en", "--edition", "digest", "--force"],
        ["git", "enable"],
        ["git", "disable"],
    ]
    for command in commands:
        result = _run(*command)
        assert not isinstance(result, P5DiffError) or result.slug == "cannot-happen", f"{command}: {result}"
        assert sorted(path.name for path in trap.iterdir()) == [], command
    assert git_log(filled.root)[:2] == ["Add new-1:en.digest", "Add new-1:en.unstated"]


def git_log(root: Path) -> list[str]:
    return git(
        root, "-c", "log.showSignature=false", "log", "--no-show-signature", "--format=%s"
    ).splitlines()


def test_the_trap_works(filled: Corpus, trap: Path) -> None:
    """What the test above rests on: git itself does run these programs."""
    subprocess.run(["git", "status"], cwd=filled.root, capture_output=True, check=False)
    assert any("trap" in path.name for path in trap.iterdir())


def test_a_missing_object_is_not_fetched(filled: Corpus, trap: Path) -> None:
    """A partial clone asks its remote for what is missing: the remote is a program here."""
    commit = git(filled.root, "-c", "core.fsmonitor=false", "rev-parse", "HEAD:oslo-2019/zh.txt").strip()
    for path in trap.iterdir():
        path.unlink()
    (filled.root / ".git" / "objects" / commit[:2] / commit[2:]).unlink()
    result = _run("show", "oslo-2019:zh@HEAD", "--corpus", str(filled.root))
    assert isinstance(result, P5DiffError)
    assert list(trap.iterdir()) == []


@pytest.mark.parametrize(
    "revision", ["--output=pwned", "-n1", "--help", "HEAD --output=pwned", "HEAD:oslo-2019"]
)
def test_option_like_revisions_write_nothing(
    filled: Corpus, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(filled.root)
    before = sorted(filled.root.rglob("*"))
    for command in ("show", "log", "blame"):
        assert isinstance(_run(command, f"oslo-2019:en@{revision}"), ReferenceNotFound)
    assert sorted(filled.root.rglob("*")) == before


@pytest.mark.parametrize(
    "identifier", ["../x", "-x", ".git", "CON", "nul.txt", "x" * 300, ":(glob)*", "a\nb"]
)
def test_hostile_ids_write_nothing(filled: Corpus, tmp_path: Path, identifier: str) -> None:
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = _run("add", str(source), f"--id={identifier}", "--corpus", str(filled.root))
    assert isinstance(result, P5DiffError) and result.exit_code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_inherited_variables_of_git_do_not_lead_elsewhere(
    filled: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook calls p5diff with GIT_DIR, GIT_INDEX_FILE … of another repository."""
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "A. Writer")
    with writing(filled) as writer:
        stored = writer.store({"n-1/statement.toml": b'id = "n-1"\n'}, message="Add n-1")
    assert os.environ["GIT_DIR"] == str(other / ".git")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME"):
        monkeypatch.delenv(name)
    assert git(filled.root, "log", "-1", "--format=%H %an").split(" ", 1) == [stored.commit, "A. Writer\n"]
    assert not (other / "index").exists()


@pytest.mark.parametrize("hostile", ["- \n" * 1_000_001, "a" * 32_000_001], ids=["lines", "characters"])
def test_a_stored_text_is_bounded_as_a_document_is(filled: Corpus, tmp_path: Path, hostile: str) -> None:
    """A text in a corpus or a repository need not have come through a reader; it is refused uncut."""
    text = filled.root / "oslo-2019" / "en.txt"
    good = tmp_path / "good.txt"
    shutil.copy(text, good)
    text.write_text(hostile, "utf-8")
    where = ["--corpus", str(filled.root)]
    for command in (
        ["show", "oslo-2019:en"],
        ["diff", "oslo-2019:zh", "oslo-2019:en"],
        ["blame", "oslo-2019:en"],
    ):
        result = _run(*command, *where)
        assert isinstance(result, P5DiffError) and result.slug == "input-too-large", command
    found = check([], filled.root, RuleChoice()).findings
    (said,) = [item for item in found if "larger" in item.message]
    assert said.rule == "P602" and said.path.endswith("oslo-2019/en.txt")
    assert mended_files(filled, RuleChoice()).keys() <= {"oslo-2019/statement.toml"}
    told = driver(["oslo-2019/en.txt", str(good), "1" * 7, "100644", str(text), "2" * 7, "100644"])
    assert "larger than p5diff reads" in told and len(told) < 1000


@pytest.fixture
def linked(filled: Corpus, tmp_path: Path) -> Iterator[Path]:
    """A file outside the corpus that links in it point to."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Outside.\n")
    yield secret
    assert secret.read_text() == "Outside.\n"


def test_links_are_not_followed(filled: Corpus, linked: Path, tmp_path: Path) -> None:
    text = filled.root / "oslo-2019" / "en.txt"
    text.unlink()
    text.symlink_to(linked)
    for command in (["show", "oslo-2019:en"], ["show", "oslo-2019:en", "--format", "text"]):
        result = _run(*command, "--corpus", str(filled.root))
        assert isinstance(result, P5DiffError) and result.slug == "unsafe-path"
    assert _run("check", "--corpus", str(filled.root), "--fix") == 1
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    _run("add", str(source), "--id", "oslo-2019", "--language", "en", "--force", "--corpus", str(filled.root))


def test_a_linked_folder_is_not_written_through(filled: Corpus, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (filled.root / "out-1").symlink_to(outside)
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    result = _run("add", str(source), "--id", "out-1", "--language", "en", "--corpus", str(filled.root))
    assert isinstance(result, P5DiffError) and list(outside.iterdir()) == []


def test_git_enable_does_not_write_through_a_link(filled: Corpus, tmp_path: Path) -> None:
    config = filled.root / ".git" / "config"
    moved = tmp_path / "config"
    config.rename(moved)
    config.symlink_to(moved)
    before = moved.read_text()
    result = _run("git", "enable", "--repository", str(filled.root))
    assert isinstance(result, P5DiffError) and result.slug == "unsafe-path"
    assert moved.read_text() == before


@pytest.mark.parametrize(
    "place",
    ["logs/HEAD", "logs", "refs", "refs/heads", "objects", "objects/pack", "index", "packed-refs", "p5diff"],
)
def test_git_does_not_write_through_a_link_of_its_own(filled: Corpus, tmp_path: Path, place: str) -> None:
    """Git appends its log to whatever a link leads to: a name in it, made a command, in a file that a shell
    reads. It makes objects and references through links as well."""
    outside = tmp_path / "outside"
    there = filled.root / ".git" / place
    if there.exists():
        shutil.move(there, outside)
    else:
        outside.mkdir()
    there.symlink_to(outside)
    (outside / "poetry.lock" if outside.is_dir() else tmp_path / "beside").write_text("not a lock of git's\n")
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    before = _everything(tmp_path)
    for command in (
        ["add", str(source), "--id", "new-1", "--language", "en"],
        ["add", str(source), "--id", "new-1", "--language", "en", "--no-commit"],
        ["edit", "oslo-2019", "--title", "Another"],
        ["mv", "oslo-2019", "bern-2019"],
        ["rm", "oslo-2019"],
        ["check", "--fix"],
    ):
        result = _run(*command, "--corpus", str(filled.root))
        refused = isinstance(result, P5DiffError) and result.slug in ("unsafe-path", "git-unusable")
        assert refused or command == ["check", "--fix"], (command, result)
        assert _everything(tmp_path) == before, command


def _everything(folder: Path) -> dict[str, bytes]:
    """All files below, where a link is what it says."""
    found = {str(path): b"" for path in folder.rglob("*")}
    return found | {name: Path(name).read_bytes() for name in found if Path(name).is_file()}


def test_links_that_stay_in_the_repository_and_of_hooks_are_the_owner_s(
    filled: Corpus, tmp_path: Path
) -> None:
    """What people do keep: a hook that links to a script of theirs, HEAD as a link, as git once made it."""
    dot_git = filled.root / ".git"
    (tmp_path / "hook").write_text("#!/bin/sh\n")
    (dot_git / "hooks").mkdir(exist_ok=True)
    (dot_git / "hooks" / "post-commit").symlink_to(tmp_path / "hook")
    branch = git(filled.root, "symbolic-ref", "HEAD").strip()
    (dot_git / "HEAD").unlink()
    (dot_git / "HEAD").symlink_to(branch)
    with writing(filled) as writer:
        writer.store({"oslo-2019/en.txt": b"Other words.\n"}, message="Change it")
    assert git(filled.root, "log", "-1", "--format=%s").strip() == "Change it"


def test_links_in_a_revision_are_left_out(filled: Corpus) -> None:
    (filled.root / "oslo-2019" / "fr.txt").symlink_to("/etc/hostname")
    git(filled.root, "add", "-A")
    git(filled.root, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "link")
    with open_repository(filled.root) as repository:
        assert repository is not None
        assert "oslo-2019/fr.txt" not in repository.snapshot("HEAD").files("oslo-2019")
