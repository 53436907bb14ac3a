"""Statements renamed, removed and changed: whole, in one commit, with nothing lost that git does not keep."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.corpus.catalogue import bundled_root
from p5diff.errors import P5DiffError
from p5diff.workflows.edit import Facts, edit, remove, rename
from p5diff.workflows.init import init
from p5diff.workflows.verify import VerifyOutcome, verify
from tests.cli.run import p5diff
from tests.corpus.conftest import git

COMMENT = "# The date was checked by hand.\n"


def _tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git/" not in path.as_posix()
    }


def _refused(slug: str, root: Path, act: Callable[[], object]) -> P5DiffError:
    """What the act raises; nothing has changed."""
    before = _tree(root)
    with pytest.raises(P5DiffError) as caught:
        act()
    assert caught.value.slug == slug
    assert _tree(root) == before
    return caught.value


def _commented(corpus: Corpus) -> None:
    path = corpus.root / "oslo-2019" / "statement.toml"
    path.write_text(COMMENT + path.read_text("utf-8"), "utf-8")
    git(corpus.root, "commit", "-qam", "A comment")


def test_a_statement_is_renamed_with_all_its_files_in_one_commit(filled: Corpus) -> None:
    _commented(filled)
    (filled.root / "oslo-2019" / "notes.md").write_text("mine")  # of no text, and moves along
    before = _tree(filled.root)
    stored = rename(filled, "oslo-2019", "oslo-2019.plenary")
    after = _tree(filled.root)
    moved = {
        path.replace("oslo-2019/", "oslo-2019.plenary/"): data
        for path, data in before.items()
        if path.endswith((".txt", ".md", ".jsonl"))
    }
    assert moved.items() <= after.items()
    assert len(after) == len(before)
    assert not (filled.root / "oslo-2019").exists()
    entry = after["oslo-2019.plenary/statement.toml"].decode()
    assert entry.startswith(COMMENT) and 'id = "oslo-2019.plenary"' in entry
    assert [item.outcome for item in verify(filled)] == [VerifyOutcome.FOLLOWS] * 2
    assert git(filled.root, "rev-parse", "HEAD").strip() == stored.commit
    assert git(filled.root, "status", "--porcelain") == ""
    assert git(filled.root, "log", "-1", "--format=%s").strip() == "Rename oslo-2019 to oslo-2019.plenary"
    git(filled.root, "fsck", "--strict")


def test_an_old_name_stands_in_the_history(filled: Corpus) -> None:
    rename(filled, "oslo-2019", "bonn-2020")
    shown = p5diff("show", "oslo-2019:en@HEAD~1", "--corpus", str(filled.root))
    assert shown.returncode == 0 and "Oslo" in shown.stdout
    assert p5diff("show", "oslo-2019", "--corpus", str(filled.root)).returncode == 2


@pytest.mark.parametrize("new", ["..", ".git", "A b", "x/y", "-x", "", "con\n", "oslo-2019/../../x"])
def test_no_name_leads_out_of_the_corpus(filled: Corpus, new: str) -> None:
    _refused("bad-id", filled.root.parent, lambda: rename(filled, "oslo-2019", new))


def test_a_name_that_is_taken_is_not_given_again(filled: Corpus, tmp_path: Path) -> None:
    (filled.root / "empty").mkdir()
    (filled.root / "away").symlink_to(tmp_path)
    (filled.root / "lost").symlink_to(tmp_path / "nowhere")
    for name in ("oslo-2019", "empty", "away", "lost"):
        _refused("id-taken", filled.root, lambda name=name: rename(filled, "oslo-2019", name))  # type: ignore[misc]


def test_an_unknown_statement_is_said(filled: Corpus) -> None:
    for act in (
        lambda: rename(filled, "olso-2019", "x"),
        lambda: remove(filled, ["olso-2019"]),
        lambda: edit(filled, "olso-2019", Facts(place="x")),
    ):
        assert "oslo-2019" in str(_refused("unknown-id", filled.root, act))


@pytest.mark.parametrize("odd", ["link", "folder", "pipe", "link to a folder"])
def test_what_is_no_plain_file_stops_both(filled: Corpus, odd: str, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").write_text("mine")
    place = filled.root / "oslo-2019" / "source" / "odd"
    if odd == "link":
        place.symlink_to(tmp_path / "other" / "thesis.txt")
    elif odd == "link to a folder":
        place.symlink_to(tmp_path / "other")
    elif odd == "folder":
        place.mkdir()
    else:
        os.mkfifo(place)
    for act in (lambda: rename(filled, "oslo-2019", "x"), lambda: remove(filled, ["oslo-2019"], force=True)):
        _refused("not-plain", filled.root, act)
    assert (tmp_path / "other" / "thesis.txt").read_text() == "mine"


def test_a_statement_is_removed_and_can_be_had_back(filled: Corpus) -> None:
    before = _tree(filled.root)
    remove(filled, ["oslo-2019", "oslo-2019"])
    assert not (filled.root / "oslo-2019").exists()
    assert filled.entries() == ()
    assert git(filled.root, "status", "--porcelain") == ""
    git(filled.root, "checkout", "-q", "HEAD~1", "--", "oslo-2019")
    assert _tree(filled.root) == before


def test_nothing_is_removed_that_git_does_not_keep(filled: Corpus) -> None:
    text = filled.root / "oslo-2019" / "en.txt"
    kept = text.read_bytes()
    text.write_bytes(kept + b"\nThey left.\n")
    assert "en.txt" in str(_refused("not-kept", filled.root, lambda: remove(filled, ["oslo-2019"])))
    text.write_bytes(kept)
    (filled.root / "oslo-2019" / "fr.txt").write_text("Bonjour.\n")  # never committed
    assert "fr.txt" in str(_refused("not-kept", filled.root, lambda: remove(filled, ["oslo-2019"])))
    remove(filled, ["oslo-2019"], force=True)
    assert not (filled.root / "oslo-2019").exists()


def test_without_git_only_force_removes(tmp_path: Path) -> None:
    corpus, _ = init(tmp_path / "corpus", git=False)
    folder = corpus.root / "oslo-2019"
    folder.mkdir()
    (folder / "statement.toml").write_text('id = "oslo-2019"\n')
    _refused("not-kept", corpus.root, lambda: remove(corpus, ["oslo-2019"]))
    assert rename(corpus, "oslo-2019", "bonn-2020").commit == ""
    assert corpus.entry("bonn-2020").id == "bonn-2020"
    remove(corpus, ["bonn-2020"], force=True)
    assert corpus.entries() == ()


def test_facts_change_and_comments_stay(filled: Corpus) -> None:
    _commented(filled)
    texts = filled.entry("oslo-2019").texts
    edit(
        filled,
        "oslo-2019",
        Facts(
            title="各方声明",
            language="zh",
            dates=("2019-05-02", "2019-05-04"),
            place="",
            series="s",
            ordinal=3,
        ),
    )
    entry = filled.entry("oslo-2019")
    assert dict(entry.titles) == {"en": "A statement", "zh": "各方声明"}
    assert (entry.dates, entry.adopted) == (("2019-05-02", "2019-05-04"), "2019-05-04")
    assert (entry.place, entry.series, entry.ordinal, entry.texts) == ("", "s", 3, texts)
    assert (filled.root / "oslo-2019" / "statement.toml").read_text("utf-8").startswith(COMMENT)
    assert "s" in dict(Corpus(filled.root).settings.series)
    assert git(filled.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("facts", [Facts(dates=("2019-02-30",)), Facts(title="x", language="no language")])
def test_a_value_that_a_corpus_cannot_hold_changes_nothing(filled: Corpus, facts: Facts) -> None:
    _refused("broken-statement", filled.root, lambda: edit(filled, "oslo-2019", facts))


def test_the_commands_say_what_they_did(filled: Corpus) -> None:
    where = ("--corpus", str(filled.root))
    done = p5diff("mv", "oslo-2019", "bonn-2020", *where)
    assert done.returncode == 0 and done.stdout.startswith("renamed oslo-2019 to bonn-2020, committed ")
    done = p5diff("edit", "bonn-2020", "--place", "Bonn", "--no-commit", *where)
    assert (done.returncode, done.stdout) == (0, "changed bonn-2020\n")
    assert git(filled.root, "status", "--porcelain") == "M  bonn-2020/statement.toml\n"
    done = p5diff("rm", "bonn-2020", *where)
    assert done.returncode == 2 and "not-kept" in done.stderr
    assert p5diff("rm", "bonn-2020", "--force", *where).returncode == 0
    assert p5diff("edit", "bonn-2020", *where).returncode == 2


def test_the_bundled_corpus_cannot_be_changed() -> None:
    bundled = Corpus(bundled_root(), bundled=True)
    for act in (
        lambda: rename(bundled, "paris-2011", "x"),
        lambda: remove(bundled, ["paris-2011"], force=True),
        lambda: edit(bundled, "paris-2011", Facts(place="x")),
    ):
        _refused("read-only-corpus", bundled.root, act)


def test_a_commit_without_a_name_is_said(filled: Corpus, tmp_path: Path) -> None:
    nobody = {"HOME": str(tmp_path / "nobody"), "XDG_CONFIG_HOME": str(tmp_path / "nobody")}
    where = ("--corpus", str(filled.root))
    done = p5diff("edit", "oslo-2019", "--place", "Bonn", *where, env=nobody)
    assert done.returncode == 0 and "p5diff@localhost" in done.stderr
    git(filled.root, "config", "user.name", "A. Person")
    done = p5diff("edit", "oslo-2019", "--place", "Oslo", *where, env=nobody)
    assert done.returncode == 0 and done.stderr == ""


def test_a_working_tree_named_elsewhere_is_never_written(filled: Corpus, tmp_path: Path) -> None:
    """`core.worktree` of a stranger's repository names a folder of the user: no command writes there."""
    victim = tmp_path / "victim"
    (victim / "oslo-2019").mkdir(parents=True)
    (victim / "oslo-2019" / "en.txt").write_text("mine")
    git(filled.root, "config", "core.worktree", str(victim))
    (tmp_path / "new.txt").write_text("The Parties met in Bonn. They agreed.\n")
    where = ("--corpus", str(filled.root))
    for command in (
        ("add", str(tmp_path / "new.txt"), "--id", "bonn-2020", "--language", "en"),
        ("mv", "oslo-2019", "oslo-2020"),
        ("edit", "oslo-2020", "--place", "Bonn"),
        ("log", "oslo-2020:en"),
        ("check", "--fix"),
        ("rm", "oslo-2020", "--force"),
    ):
        assert p5diff(*command, *where).returncode in (0, 1, 2)
        assert _tree(victim) == {"oslo-2019/en.txt": b"mine"}
