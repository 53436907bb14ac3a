"""One statement that cannot be read hides no other."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
import typer

from p5diff.corpus import Corpus
from p5diff.errors import CorpusError
from p5diff.model.refs import Reference
from p5diff.workflows.init import init

GOOD = 'id = "{0}"\n[[text]]\nlanguage = "en"\nedition = "official"\n'
BAD = {
    "a-1": 'id = "elsewhere"\n',
    "b-1": "not toml",
    "c-1": 'id = "c-1"\nordinal = ' + "1" * 5000,
    "d-1": 'id = "d-1"\nordinal = 0x' + "f" * 5000,
    "e-1": "\xff",
    "f-1": 'id = "f-1"\nnonsense = 1\n',
}


@pytest.fixture
def mixed(tmp_path: Path) -> Corpus:
    corpus = init(tmp_path / "corpus", git=False)[0]
    for name in ("m-1", "n-1"):
        (corpus.root / name).mkdir()
        (corpus.root / name / "statement.toml").write_text(GOOD.format(name))
        (corpus.root / name / "en.txt").write_text("1. We agree.\n")
    for name, text in BAD.items():
        (corpus.root / name).mkdir()
        (corpus.root / name / "statement.toml").write_text(text, "latin-1")
    (corpus.root / "g-1").mkdir()
    (corpus.root / "g-1" / "statement.toml").symlink_to("/etc/hostname")
    return corpus


def _run(*arguments: str) -> object:
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
    for name in ("list", "verify", "show", "check"):
        importlib.import_module(f"p5diff.cli.{name}").register(app)
    return app(list(arguments), standalone_mode=False, prog_name="p5diff")


def test_the_rest_is_listed_and_the_broken_are_named(
    mixed: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("list", "--corpus", str(mixed.root)) == 2
    out, err = capsys.readouterr()
    assert "m-1" in out and "n-1" in out
    for name in (*BAD, "g-1"):
        assert name in err
    assert _run("list", "--format", "json", "--corpus", str(mixed.root)) == 2
    data = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in data["statements"]] == ["m-1", "n-1"]
    assert len(data["problems"]) >= len(BAD) + 1


def test_the_rest_is_shown_verified_and_checked(mixed: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--corpus", str(mixed.root))
    assert len(mixed.load(Reference.parse("m-1")).paragraphs) == 1
    assert _run("show", "n-1:en", *where) is None
    assert _run("verify", *where) == 2
    assert "m-1:en" in capsys.readouterr().out
    assert _run("check", *where) == 1


@pytest.mark.parametrize("name", [*BAD, "g-1"])
def test_a_broken_one_is_an_expected_failure_by_itself(mixed: Corpus, name: str) -> None:
    with pytest.raises(CorpusError):
        mixed.load(Reference.parse(name))


def test_the_whole_is_still_refused_where_it_must_be_whole(mixed: Corpus) -> None:
    with pytest.raises(CorpusError) as caught:
        mixed.entries()
    assert all(name in caught.value.cause for name in (*BAD, "g-1"))
