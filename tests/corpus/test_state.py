"""What p5diff reads back from disk is a stranger's word: plans, scratch folders, hand-written files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from p5diff.corpus import Corpus, toml
from p5diff.corpus.checks.rules import RuleChoice
from p5diff.corpus.write.writer import writing
from p5diff.errors import CorpusError
from p5diff.workflows.add import add
from p5diff.workflows.check import check
from p5diff.workflows.describe import Given
from p5diff.workflows.init import init

from .conftest import ENGLISH

OURS = "0123456789abcdef"
GOOD: dict[str, Any] = {"staged": [], "kept": [], "removed": [], "blobs": {}, "message": ""}


@pytest.fixture(params=["git", "plain"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Corpus, Path]:
    """A corpus with one text, in git or not, and the folder in which its writers stage."""
    if request.param == "git" and shutil.which("git") is None:
        pytest.skip("git is not installed")
    corpus = init(tmp_path / "corpus", git=request.param == "git")[0]
    _add(corpus, tmp_path, "oslo-2019")
    scratch = corpus.root / (".git/p5diff/top" if request.param == "git" else ".p5diff")
    return corpus, scratch


def _add(corpus: Corpus, folder: Path, identifier: str, **given: Any) -> Any:
    source = folder / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    facts = {"edition": "official", "language": "en", "title": "T", **given}
    return add(corpus, [source], Given(id=identifier, **facts))


def _plant(scratch: Path, journal: Any, files: dict[str, bytes] | None = None, name: str = OURS) -> Path:
    folder = scratch / name
    for path, data in (files or {}).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    text = journal if isinstance(journal, str) else json.dumps(journal)
    (folder / "journal.json").write_text(text)
    return folder


@pytest.mark.parametrize("name", [OURS, "x"])
@pytest.mark.parametrize(
    "plan",
    [
        {"staged": ["../.bashrc"], "removed": ["../important.txt"]},
        {"staged": ["oslo-2019/../../.bashrc"]},
        {"removed": ["../important.txt"]},
        {"kept": ["../important.txt"]},
        {"staged": ["/tmp/.bashrc"]},
        {"staged": [".git/hooks/pre-commit"]},
        {"staged": ["linked/important.txt"], "removed": ["linked/important.txt"]},
        {"blobs": {"../important.txt": ""}},
    ],
)
def test_a_planted_plan_changes_nothing_outside(
    room: tuple[Corpus, Path], tmp_path: Path, plan: dict[str, Any], name: str
) -> None:
    corpus, scratch = room
    for mine in (".bashrc", "important.txt"):
        (tmp_path / mine).write_text("mine")
    (corpus.root / "linked").symlink_to(tmp_path)
    evil = {"new/../.bashrc": b"evil", ".bashrc": b"evil", "old/important.txt": b"evil", "new/x": b"evil"}
    _plant(scratch, GOOD | plan, evil, name)
    added = _add(corpus, tmp_path, "bonn-2020")
    assert [(tmp_path / mine).read_text() for mine in (".bashrc", "important.txt")] == ["mine", "mine"]
    assert not (corpus.root / ".git" / "hooks" / "pre-commit").exists()
    assert added.stored.notes == () or [note.slug for note in added.stored.notes] == ["set-aside"]
    assert (added.stored.notes != ()) == (name == OURS)
    assert _add(corpus, tmp_path, "riga-2021").stored.notes == ()  # said once, and in nobody's way


@pytest.mark.parametrize(
    "journal",
    ["null", "[]", "{}", '{"staged":1}', "not json", "[" * 200_000, "\xff", '{"staged":["a/b"],"kept":[]}',
     json.dumps(GOOD | {"message": 1}), json.dumps(GOOD | {"blobs": {"a/b": "zz"}}), "",
     json.dumps(GOOD | {"more": 1})],
)  # fmt: skip
def test_a_malformed_plan_blocks_nothing(room: tuple[Corpus, Path], tmp_path: Path, journal: str) -> None:
    corpus, scratch = room
    _plant(scratch, journal)
    added = _add(corpus, tmp_path, "bonn-2020")
    assert [note.slug for note in added.stored.notes] == ["set-aside"]
    assert len(corpus.entries()) == 2
    assert [path.name.startswith(f"set-aside-{OURS}") for path in scratch.iterdir()] == [True]


def test_a_staged_link_does_not_come_into_the_corpus(room: tuple[Corpus, Path], tmp_path: Path) -> None:
    corpus, scratch = room
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "mine.txt").write_text("mine")
    folder = _plant(scratch, GOOD | {"staged": ["docs-1/mine.txt", "docs-2/en.txt"]}, {"new/a": b""})
    (folder / "new" / "docs-1").symlink_to(tmp_path / "docs")
    (folder / "new" / "docs-2").mkdir()
    (folder / "new" / "docs-2" / "en.txt").symlink_to(tmp_path / "docs" / "mine.txt")
    with writing(corpus):
        pass
    assert (tmp_path / "docs" / "mine.txt").read_text() == "mine"
    assert not any(path.is_symlink() for path in corpus.root.iterdir())
    assert not (corpus.root / "docs-2").exists()


def test_a_linked_scratch_folder_is_refused_and_nothing_below_it_is_lost(
    room: tuple[Corpus, Path], tmp_path: Path
) -> None:
    corpus, scratch = room
    for name in (OURS, "sub"):
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "thesis.txt").write_text("years of work")
    scratch.parent.mkdir(exist_ok=True)
    scratch.symlink_to(tmp_path / "docs")
    with pytest.raises(CorpusError) as caught:
        _add(corpus, tmp_path, "bonn-2020")
    assert caught.value.slug == "unsafe-path"
    assert sorted(path.name for path in (tmp_path / "docs").rglob("thesis.txt")) == ["thesis.txt"] * 2
    assert [entry.id for entry in corpus.entries()] == ["oslo-2019"]


def test_only_what_writers_leave_is_cleared_away(room: tuple[Corpus, Path], tmp_path: Path) -> None:
    corpus, scratch = room
    for name in (OURS, "my-notes"):
        (scratch / name).mkdir(parents=True)
        (scratch / name / "a.txt").write_text("a")
    with writing(corpus):
        pass
    assert [path.name for path in scratch.iterdir()] == ["my-notes"]


COMMENTED = """\
# Checked by hand against the printed volume.
place = "Oslo"   # not Bergen
id = "oslo-2019"

dates = ["2019-05-03"] # the printed date

[title]
en = "T"

# the official text
"""


def _comment(corpus: Corpus) -> str:
    """Rewrite the file of the one statement as a person would; gives its text tables."""
    path = corpus.root / "oslo-2019" / "statement.toml"
    tables = path.read_text()
    path.write_text(COMMENTED + tables[tables.index("[[text]]") :])
    return path.read_text()


def test_comments_and_order_survive_every_way_to_write(room: tuple[Corpus, Path], tmp_path: Path) -> None:
    from p5diff.workflows.facts import add_facts
    from p5diff.workflows.verify import record

    corpus, _ = room
    path = corpus.root / "oslo-2019" / "statement.toml"
    before = _comment(corpus)
    _add(corpus, tmp_path, "oslo-2019", edition="digest")
    assert path.read_text().startswith(before.rstrip("\n"))
    (corpus.root / "oslo-2019" / "en.txt").write_text(ENGLISH.replace("four", "five").replace("again ", ""))
    assert record(corpus, ["oslo-2019"], "a misprint").texts == 1
    assert path.read_text().startswith(COMMENTED) and "a misprint" in path.read_text()
    check([corpus.root], None, RuleChoice(), fix=True)
    facts = tmp_path / "facts.toml"
    facts.write_text(
        '[[statement]]\nid = "oslo-2019"\nplace = "Bergen"\ndates = ["2019-05-03"]\ntitle = { en = "T" }\n'
    )
    add_facts(corpus, facts)
    wanted = COMMENTED.replace('"Oslo"', '"Bergen"')
    assert path.read_text().startswith(wanted)
    assert len(corpus.entry("oslo-2019").texts) == 2


def test_comments_of_the_corpus_file_survive_a_new_series(room: tuple[Corpus, Path], tmp_path: Path) -> None:
    corpus, _ = room
    path = corpus.root / "corpus.toml"
    path.write_text("# Ours.\n" + path.read_text())
    _add(corpus, tmp_path, "bonn-2020", series="bonn")
    assert path.read_text().startswith("# Ours.\nformat = 1\n") and "[series.bonn]" in path.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ordinal = " + "1" * 5000, "broken-toml"),
        (".".join("a" * 100_000) + " = 1", "broken-toml"),
        ("x = { " + ".".join("a" * 100_000) + " = 1 }", "broken-toml"),
        ("a = " + "[" * 50_000, "broken-toml"),
        ("a = '" + "x" * 3_000_000 + "'", "broken-toml"),
    ],
)
def test_what_a_parser_would_choke_on_is_refused(text: str, said: str) -> None:
    with pytest.raises(CorpusError) as caught:
        toml.parse(text.encode(), place="statement.toml")
    assert caught.value.slug == said


def test_full_stops_in_words_are_no_keys() -> None:
    text = 'note = "' + "Agreed. " * 1000 + '"\n'
    assert len(toml.parse(text.encode(), place="x")["note"]) == 8000
