"""Finding a corpus, listing it, and saying what it does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.corpus import Corpus, find
from p5diff.corpus.settings import CorpusSettings, read_settings, write_settings
from p5diff.errors import CorpusError, P5DiffError, ReferenceNotFound
from p5diff.model.refs import Reference


def _corpus(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "corpus.toml").write_text(f'format = 1\nname = "{name}"\n')
    return folder


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("P5DIFF_CORPUS", raising=False)
    monkeypatch.chdir(tmp_path)


def test_which_corpus_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--corpus, else P5DIFF_CORPUS, else corpus/corpus.toml here or in a parent, else the bundled."""
    bundled = find(None)
    assert bundled.bundled and bundled.name == "p5"
    _corpus(tmp_path / "corpus", "here")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find(None).name == "here" and not find(None).bundled
    monkeypatch.setenv("P5DIFF_CORPUS", str(_corpus(tmp_path / "named", "named")))
    assert find(None).name == "named"
    given = _corpus(tmp_path / "given", "given")
    for path in (given, given / "corpus.toml"):
        assert find(path).name == "given"
    assert find(tmp_path).name == "here"


def test_inside_a_corpus_it_is_that_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _corpus(tmp_path / "mine", "mine")
    (root / "a-1").mkdir()
    monkeypatch.chdir(root / "a-1")
    assert find(None).name == "mine" and str(root) in find(None).describe()


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_a_corpus_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError) as caught:
        find(tmp_path / name)
    assert caught.value.slug == "no-corpus" and "p5diff init" in caught.value.hint


def test_settings_are_read_as_written() -> None:
    settings = CorpusSettings(
        name="x", title="A «title»", series=(("s-1", "One"), ("s.2", "")), ignore=("P301",)
    )
    assert read_settings(write_settings(settings).encode()) == settings


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("format = 2", "corpus-format"),
        ("name = 'x'", "broken-statement"),
        ("format = 1\nseries = 3", "broken-statement"),
        ("format = 1\n[series]\nx = 3", "broken-statement"),
        ("format = ", "broken-toml"),
    ],
)
def test_broken_settings_are_expected_errors(text: str, slug: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_settings(text.encode())
    assert caught.value.slug == slug


def _statement(root: Path, identifier: str, text: str) -> None:
    (root / identifier).mkdir()
    (root / identifier / "statement.toml").write_text(f'id = "{identifier}"\n{text}', "utf-8")


def test_all_broken_statements_are_said_at_once(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    _statement(corpus.root, "a-1", "ordinal = 'x'\n")
    _statement(corpus.root, "a-2", "plaice = 'x'\n")
    _statement(corpus.root, "a-3", "place = \n")
    _statement(corpus.root, "a-4", "place = 'Oslo'\n")
    with pytest.raises(CorpusError) as caught:
        corpus.entries()
    for said in ("a-1/statement.toml: ordinal", "a-2/statement.toml: plaice", "a-3/statement.toml"):
        assert said in caught.value.cause
    assert corpus.entry("a-4").place == "Oslo"


def test_entries_stand_in_order(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    _statement(corpus.root, "z-1", 'series = "s"\nordinal = 1\n')
    _statement(corpus.root, "a-2", 'series = "s"\nordinal = 2\n')
    _statement(corpus.root, "m-0", "")
    (corpus.root / "notes").mkdir()
    (corpus.root / ".hidden").mkdir()
    assert [entry.id for entry in corpus.entries()] == ["m-0", "z-1", "a-2"]


def test_unknown_ids_are_told_what_is_near(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    _statement(corpus.root, "washington-2012", "")
    with pytest.raises(ReferenceNotFound) as caught:
        corpus.load(Reference.parse("washingtn-2012"))
    assert caught.value.slug == "unknown-id" and "washington-2012" in caught.value.cause


def test_a_listed_text_without_its_file(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    _statement(corpus.root, "a-1", '[[text]]\nlanguage = "en"\nedition = "official"\n')
    with pytest.raises(CorpusError) as caught:
        corpus.load(Reference.parse("a-1"))
    assert caught.value.slug == "missing-text-file"
    (corpus.root / "a-1" / "en.txt").write_bytes(b"\xff")
    with pytest.raises(CorpusError) as caught:
        corpus.load(Reference.parse("a-1"))
    assert caught.value.slug == "text-not-utf8"


def test_a_text_in_which_git_left_a_conflict(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    _statement(corpus.root, "a-1", '[[text]]\nlanguage = "en"\nedition = "official"\n')
    conflict = "They met.\n<<<<<<< HEAD\nIn May.\n=======\nIn June.\n>>>>>>> draft\n"
    (corpus.root / "a-1" / "en.txt").write_text(conflict, encoding="utf-8")
    with pytest.raises(P5DiffError) as caught:
        corpus.load(Reference.parse("a-1"))
    assert caught.value.slug == "unmerged" and "line 2 " in caught.value.message


def test_rules_of_its_own(tmp_path: Path) -> None:
    corpus = Corpus(_corpus(tmp_path / "c", "c"))
    assert corpus.rules_path is None
    (corpus.root / "rules").mkdir()
    assert corpus.rules_path == corpus.root / "rules"
    assert corpus.entries() == ()


@pytest.mark.usefixtures("shared")
def test_the_projects_own_corpus(shared: Path) -> None:
    """Everything the shared facts name is there, from the bytes they name."""
    import tomllib

    corpus = find(None)
    facts = tomllib.loads((shared / "corpus" / "facts.toml").read_text("utf-8"))["statement"]
    assert {entry.id for entry in corpus.entries()} == {fact["id"] for fact in facts}
    for fact in facts:
        entry = corpus.entry(fact["id"])
        assert list(entry.dates) == fact["dates"] and entry.checked == fact["checked"]
        assert [s.url for s in entry.sources] == [s["url"] for s in fact.get("sources", [])]
        for text in fact.get("texts", []):
            reference = Reference.parse(f"{fact['id']}:{text['language']}.{text['edition']}")
            statement = corpus.load(reference)
            assert list(statement.meta.not_covered) == text.get("not_covered", [])
            original = (shared / "corpus" / text["file"]).read_bytes()
            assert (corpus.root / statement.meta.source.path).read_bytes() == original
            if text["edition"] != "official":
                lines = [line.lstrip("# ") for line in original.decode().splitlines() if line]
                assert [sentence.text for sentence in statement.sentences()] == lines
    assert len(corpus.load(Reference.parse("washington-2012:zh")).body()) == 14
