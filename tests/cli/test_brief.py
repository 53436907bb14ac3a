"""`p5diff brief`, `commitments`, `show`, `list`: what a person reads first."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.run import p5diff, two_files
from tests.conftest import ROOT

OLD = """The P5 agreed to conclude a treaty by 2015.

They call upon all States to sign the CTBT.

They will report to the Preparatory Committee.
"""
NEW = """The P5 agreed to consider a treaty by 2018.

They call upon all States to sign the CTBT, as appropriate.

They welcome document CD/1864.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return two_files(tmp_path, OLD, NEW)


def test_the_brief_says_what_grew_weaker_and_shows_the_words(files: tuple[Path, Path]) -> None:
    done = p5diff("brief", *files)
    assert done.returncode == 0, done.stderr
    assert "weaker" in done.stdout and "conclude" in done.stdout and "consider" in done.stdout
    assert "¶1  #1" in done.stdout
    assert "CD/1864" in done.stdout.split("Ledger")[1]


def test_explain_names_the_rule(files: tuple[Path, Path]) -> None:
    plain, explained = p5diff("brief", *files).stdout, p5diff("brief", *files, "--explain").stdout
    assert ".toml" in explained and ".toml" not in plain


def test_another_ladder_changes_the_verdicts_and_their_provenance_only(files: tuple[Path, Path]) -> None:
    from p5diff.meaning import ladders

    results = {}
    for ladder in ladders():
        data = json.loads(p5diff("diff", *files, "-f", "json", "--ladder", ladder).stdout)
        assert data["provenance"]["ladder"] == ladder
        results[ladder] = data
    assert len(results) > 1
    same = [
        json.dumps([(c["kind"], c["edits"], c["topics"]) for c in data["changes"]])
        for data in results.values()
    ]
    assert len(set(same)) == 1


def test_an_unknown_ladder_is_refused(files: tuple[Path, Path]) -> None:
    done = p5diff("brief", *files, "--ladder", "jacob")
    assert done.returncode == 2 and "jacob" in done.stderr and "To fix:" in done.stderr


def test_commitments_lists_promises_and_not_positions(files: tuple[Path, Path]) -> None:
    done = p5diff("commitments", files[0])
    assert "agreed to conclude" in done.stdout and "will report" in done.stdout
    assert "call upon" not in done.stdout
    assert "call upon" in p5diff("commitments", files[0], "--kind", "call").stdout


def test_commitments_as_data(files: tuple[Path, Path]) -> None:
    data = json.loads(p5diff("commitments", files[0], "-f", "json").stdout)
    assert (data["kind"], data["ref"]) == ("commitments", str(files[0]))
    assert {item["mark"]["kind"] for item in data["commitments"]} == {"commitment"}
    assert all(item["mark"]["evidence"] for item in data["commitments"])


def test_show_numbers_paragraphs_and_names_the_source() -> None:
    done = p5diff("show", "washington-2012:zh")
    assert "¶14" in done.stdout and "¶15" not in done.stdout
    assert "official text" in done.stdout and "sha256" in done.stdout


def test_show_as_text_is_the_stored_text() -> None:
    from tests.conftest import ROOT

    stored = (ROOT / "corpus/washington-2012/zh.txt").read_text(encoding="utf-8")
    assert p5diff("show", "washington-2012:zh", "-f", "text").stdout == stored


def test_a_statement_without_a_text_says_where_it_can_be_had(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    entry = tmp_path / "corpus" / "geneva-2013" / "statement.toml"
    told = entry.read_text(encoding="utf-8").split("[[")[0]
    address = '[[source]]\nurl = "https://statements.example/geneva"\nlanguage = "en"\n'
    entry.write_text(told + address, encoding="utf-8")
    done = p5diff("show", "geneva-2013", "--corpus", tmp_path / "corpus")
    assert done.returncode == 2 and "https://statements.example/geneva" in done.stderr, done.stderr


def test_list_shows_every_statement_with_its_editions() -> None:
    done = p5diff("list", "--width", "120")
    for words in ("london-2009", "zh official", "en digest, partial", "leaders-2022", "none here"):
        assert words in done.stdout


def test_list_as_data() -> None:
    data = json.loads(p5diff("list", "-f", "json").stdout)
    assert {s["id"] for s in data["statements"]} >= {"paris-2011", "geneva-2013"}


@pytest.mark.parametrize("columns", ["9" * 30, "0", "-5", "x", ""])
def test_a_width_that_no_screen_has_is_no_fault(columns: str) -> None:
    done = p5diff("list", env={"COLUMNS": columns})
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) < 10_000
