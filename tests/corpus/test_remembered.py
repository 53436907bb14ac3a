"""What is kept of a corpus between commands: the same answers with it, without it, whatever it holds.

Law: for every state of the corpus and of the cache, `list`, `check` and `verify` say what they say with
the cache off.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scale import write_corpus
from p5diff import cache, ingest, terminal
from p5diff.corpus import Corpus, remembered
from p5diff.corpus.checks.rules import RuleChoice
from p5diff.corpus.entry import Correction, StatementEntry, TextEntry, Whereabouts
from p5diff.corpus.remembered import entry_of, row_of
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Coverage, Edition
from p5diff.workflows.check import check
from p5diff.workflows.proofs import Proofs
from p5diff.workflows.verify import VerifyOutcome, record, verify

SOURCES = st.builds(
    Whereabouts, url=st.text(max_size=12), language=st.text(max_size=12), what=st.text(max_size=12)
)
WORDS = st.text(max_size=12)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)
NUMBERS = st.none() | st.integers(0, 999_999_999)
TEXT: dict[str, st.SearchStrategy[Any]] = {
    "id": st.just("x"),
    "language": WORDS,
    "edition": st.sampled_from(Edition),
    "coverage": st.sampled_from(Coverage),
    "not_covered": LISTS,
    "original": WORDS,
    "name": WORDS,
    "sha256": WORDS,
    "encoding": WORDS,
    "importer": WORDS,
    "carrier": st.sampled_from(CarrierChoice),
    "url": WORDS,
    "note": WORDS,
    "ignore": LISTS,
    "corrections": st.lists(
        st.builds(Correction, line=st.integers(0, 9), before=WORDS, after=WORDS, why=WORDS), max_size=2
    ).map(tuple),
}
TEXTS = st.builds(TextEntry, **TEXT)
ENTRY: dict[str, st.SearchStrategy[Any]] = {
    "id": st.just("x"),
    "titles": PAIRS,
    "conference": PAIRS,
    "series": WORDS,
    "ordinal": NUMBERS,
    "place": WORDS,
    "dates": LISTS,
    "adopted": WORDS,
    "parties": LISTS,
    "symbols": LISTS,
    "circulated": PAIRS,
    "numbered_paragraphs": st.none() | st.booleans(),
    "body_paragraphs": NUMBERS,
    "checked": WORDS,
    "note": WORDS,
    "sources": st.lists(SOURCES, max_size=2).map(tuple),
    "texts": st.lists(TEXTS, max_size=2).map(tuple),
}
ENTRIES = st.builds(StatementEntry, **ENTRY)


@pytest.mark.parametrize(("made", "of"), [(TEXT, TextEntry), (ENTRY, StatementEntry)])
def test_every_field_of_an_entry_is_drawn(made: dict[str, Any], of: type) -> None:
    """So that a field that is added later, and not kept, is missed by the law below."""
    assert set(made) == {field.name for field in fields(of)}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, used for corpora of any size."""
    monkeypatch.setattr(remembered, "WORTH", 1)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A corpus of six statements whose texts follow from their originals, and faults of several kinds."""
    root = tmp_path / "corpus"
    write_corpus(root, 6)
    with (root / "s-000002" / "en.txt").open("ab") as text:
        text.write("\nThe Pаrties  parted.\n".encode())
    (root / "s-000003" / "notes.doc").write_bytes(b"stray")
    (root / "s-000004" / "source" / "en.txt").unlink()
    return root


def said(root: Path) -> list[Any]:
    """Everything that the three commands make of a corpus."""
    corpus = Corpus(root)
    return [corpus.survey(), check([root], None, RuleChoice()).findings, verify(corpus)]


def without(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    with monkeypatch.context() as patch:
        patch.setenv(cache.VARIABLE, "off")
        return said(root)


def append(name: str, more: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(more)

    return change


def same_size_same_time(root: Path) -> None:
    """What a cache by size and time of change would not see."""
    path = root / "s-000005" / "en.txt"
    before = path.stat()
    data = path.read_bytes().replace(b"Geneva", b"Vienna")
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def swapped(root: Path) -> None:
    one, other = root / "s-000005", root / "s-000006"
    one.rename(root / "between")
    other.rename(one)
    (root / "between").rename(other)


def no_utf8(root: Path) -> None:
    (root / "s-000005" / "en.txt").write_bytes(b"\xff\n")


def alike(root: Path) -> None:
    for name in ("en.txt", "source/en.txt"):
        append(f"s-000005/{name}", "\nThey left.\n")(root)


def another_series(root: Path) -> None:
    text = (root / "corpus.toml").read_text()
    (root / "corpus.toml").write_text(text.replace("[series.bench]", "[series.other]"))


CHANGES: dict[str, Callable[[Path], None]] = {
    "a word": append("s-000005/en.txt", "\nThey left.\n"),
    "a byte that is no UTF-8": no_utf8,
    "the same size and time": same_size_same_time,
    "the original": append("s-000005/source/en.txt", "\nMore.\n"),
    "text and original alike": alike,
    "a fact": append("s-000005/statement.toml", 'note = "x"\n'),
    "a field unheard of": append("s-000005/statement.toml", 'nonsense = "x"\n'),
    "no TOML": append("s-000005/statement.toml", "[[[\n"),
    "a list of what was left out": append(
        "s-000005/source/en.left-out.jsonl", '{"reason": "footnote", "text": "x"}\n'
    ),
    "a text less": lambda root: (root / "s-000005" / "en.txt").unlink(),
    "a statement less": lambda root: shutil.rmtree(root / "s-000005"),
    "statements swapped": swapped,
    "a stray file": append("s-000005/fr.txt", "Bonjour.\n"),
    "a stray folder": lambda root: (root / "s-000005" / "more").mkdir(),
    "a link": lambda root: (root / "s-000005" / "zh.txt").symlink_to("en.txt"),
    "a setting": another_series,
    "a check ignored": append("corpus.toml", '[check]\nignore = ["P503"]\n'),
}


@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(entry: StatementEntry) -> None:
    """Law: entry_of(row_of(entry)) == entry, through JSON too."""
    assert entry_of(json.loads(json.dumps(row_of(entry)))) == entry


def test_the_same_the_second_time(kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = without(many, monkeypatch)
    assert not kept.exists()
    assert {finding.rule for finding in wanted[1]} >= {"P108", "P201", "P501", "P503", "P603"}
    assert said(many) == wanted
    assert {path.name.split(".", 1)[1] for path in kept.iterdir()} == {
        "entries.json",
        "checked.json",
        "proofs.json",
    }
    monkeypatch.setattr(ingest, "source", lambda *_, **__: pytest.fail("imported again"))
    assert said(many) == wanted  # the text that differs included


def test_only_what_is_unknown_is_imported(kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = said(many)
    asked: list[bytes] = []
    source = ingest.source

    def counted(data: bytes, **more: Any) -> Any:
        asked.append(data)
        return source(data, **more)

    monkeypatch.setattr(ingest, "source", counted)
    assert verify(Corpus(many)) == wanted[2]
    assert not asked, "what was found out about the one that differs is kept too"
    with (many / "s-000002" / "en.txt").open("ab") as text:
        text.write(b"More.\n")
    assert verify(Corpus(many)) != wanted[2]
    assert len(asked) == 1, "the one that differs otherwise now, so that the places can be shown"
    asked.clear()
    record(Corpus(many), ["s-000002"], "a slip of the printer", commit=False)
    asked.clear()
    corrected = verify(Corpus(many))
    assert [item.outcome for item in corrected if item.text.id == "s-000002"] == [VerifyOutcome.CORRECTED]
    assert len(asked) == 1, "corrections are a part of what decides"
    assert verify(Corpus(many)) == corrected
    assert len(asked) == 1


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(change: str, kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = said(many)
    CHANGES[change](many)
    wanted = without(many, monkeypatch)
    assert said(many) == wanted
    assert said(many) == wanted  # from what was kept of the new state
    if change != "statements swapped":
        assert wanted != before
    else:
        assert wanted[0] != before[0]


def test_a_change_taken_back_is_seen_too(kept: Path, many: Path) -> None:
    before = said(many)
    path = many / "s-000005" / "en.txt"
    text = path.read_bytes()
    path.write_bytes(text + b"\nThey left.\n")
    assert said(many) != before
    path.write_bytes(text)
    assert said(many) == before


def test_an_original_in_a_folder_of_its_own_is_never_taken_for_known(
    kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes stand where the list of a statement's files does not look."""
    folder = many / "s-000005"
    (folder / "source" / "deep").mkdir()
    (folder / "source" / "en.txt").rename(folder / "source" / "deep" / "en.txt")
    entry = (folder / "statement.toml").read_text().replace("source/en.txt", "source/deep/en.txt")
    (folder / "statement.toml").write_text(entry)
    said(many)
    (folder / "source" / "deep" / "en.txt").write_text("Another.\n")
    wanted = without(many, monkeypatch)
    assert "P502" in {finding.rule for finding in wanted[1]}
    assert said(many) == wanted


def forged(path: Path, change: Callable[[Any], Any]) -> None:
    """Another content under the right key, with a digest that agrees."""
    head, _, body = path.read_bytes().partition(b"\n")
    data = {key: change(value) for key, value in json.loads(body).items()}
    body = json.dumps(data).encode()
    said = {**json.loads(head), "sha256": hashlib.sha256(body).hexdigest()}
    path.write_bytes(json.dumps(said).encode() + b"\n" + body)


@pytest.mark.parametrize(
    "value",
    [
        0,
        "x",
        [],
        {},
        [[]],
        [1, 2, 3],
        [["x"] * 6] * 6,
        [{}, {}, {}],
        [[[]] * 6, ["../x"], []],
        ["a", 1],
        ["follows", "", 0, []],
        ["differs", "", True, []],
        ["differs", "x", 1, [[1, "a", "b"]]],
        ["x", "x", 1, []],
    ],
    ids=repr,
)
def test_rows_of_another_shape_are_no_answer(
    value: object, kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = said(many)
    for path in kept.iterdir():
        forged(path, lambda _: value)
    assert said(many) == wanted
    assert said(many) == wanted


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\n{}", b"[" * 100_000, b"null\nnull", b"{}\n[]"])
def test_a_broken_shelf_is_no_answer(content: bytes, kept: Path, many: Path) -> None:
    wanted = said(many)
    for path in kept.iterdir():
        path.write_bytes(content)
    assert said(many) == wanted
    assert said(many) == wanted


def test_one_bit_of_a_shelf_is_enough(kept: Path, many: Path) -> None:
    wanted = said(many)
    for path in kept.iterdir():
        data = bytearray(path.read_bytes())
        data[-5] ^= 1
        path.write_bytes(bytes(data))
    assert said(many) == wanted


def test_a_shelf_of_another_corpus_or_program_is_not_asked(
    kept: Path, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(many)
    names = {path.name for path in kept.iterdir()}
    monkeypatch.setattr(remembered, "program", lambda *_: "another")
    said(many)
    assert len({path.name for path in kept.iterdir()} - names) == 3
    other = many.rename(many.with_name("other"))
    said(other)
    assert len({path.name for path in kept.iterdir()} - names) == 6


def test_the_program_is_all_its_files_and_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    held = cache.program("lxml")
    assert held == cache.program("lxml") != cache.program("rich")
    cache.program.cache_clear()
    monkeypatch.setattr(cache, "_version", lambda _: "0.0")
    assert cache.program("lxml") != held
    cache.program.cache_clear()


def test_what_is_gone_from_the_corpus_goes_from_the_shelf(kept: Path, many: Path) -> None:
    said(many)
    sizes = {path: path.stat().st_size for path in kept.iterdir()}
    for number in range(2, 7):
        shutil.rmtree(many / f"s-{number:06}")
    said(many)
    assert all(path.stat().st_size < size for path, size in sizes.items())


@pytest.mark.parametrize("name", ["corpus/.p5diff/kept", "repository/kept", "relative"])
def test_a_cache_that_a_stranger_could_bring_is_not_used(
    name: str, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus that comes in a repository, with a cache inside it that says that all is well."""
    monkeypatch.setattr(remembered, "WORTH", 1)
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (many / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, name if name == "relative" else str(tmp_path / name))
    said(many)
    assert not (tmp_path / name).exists()


def test_small_corpora_are_read_anew(tmp_path: Path, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    said(many)
    assert not (tmp_path / "kept").exists()


def test_a_named_statement_is_always_imported(
    kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`p5diff verify ID` proves it from the original, whatever is kept."""
    said(many)
    monkeypatch.setattr(ingest, "source", lambda *_, **__: pytest.fail("imported"))
    with pytest.raises(pytest.fail.Exception, match="imported"):
        verify(Corpus(many), ["s-000005"])
    monkeypatch.undo()


def test_what_is_interrupted_goes_on_from_there(
    kept: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a long first run has learnt is not lost, nor what was known before it."""
    real, asked = ingest.source, list[bytes]()

    def up_to(most: int) -> Callable[..., Any]:
        def source(original: bytes, **named: Any) -> Any:
            if len(asked) == most:
                raise KeyboardInterrupt
            asked.append(original)
            return real(original, **named)

        return source

    for most in (2, 3):  # twice: the second adds to what the first one kept
        monkeypatch.setattr(ingest, "source", up_to(most))
        with pytest.raises(KeyboardInterrupt):
            verify(Corpus(many))
    monkeypatch.setattr(ingest, "source", up_to(100))
    found = verify(Corpus(many))
    # that of s-000004 is missing
    assert sorted(Counter(asked).values()) == [1, 1, 1, 1, 1]
    monkeypatch.setattr(ingest, "source", real)
    assert found == verify(Corpus(many))


@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_long_run_tells_how_far_it_is(command: str, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(terminal, "reached", lambda done, of: told.append((done, of)))
    if command == "verify":
        verify(Corpus(many))
    else:
        check([], many, RuleChoice(ignore=("P503",)))
    size = len(list(many.glob("s-*")))
    assert told == [(number, size) for number in range(size)]


@pytest.mark.parametrize(
    "other",
    [
        {"sha256": "1"},
        {"name": "b.html"},
        {"original": "b.html"},
        {"language": "fr"},
        {"encoding": "gb18030"},
        {"importer": "plain"},
        {"carrier": CarrierChoice.WHOLE},
    ],
    ids=lambda other: next(iter(other)),
)
def test_a_proof_is_of_one_way_to_read_an_original(other: dict[str, Any], kept: Path, tmp_path: Path) -> None:
    """What an importer made is no proof of what it makes when it is asked for something else."""
    text = TextEntry(
        id="x", language="en", edition=Edition.OFFICIAL, sha256="0", name="a.html", importer="html"
    )
    made = ingest.source(b"The States will meet.\n", name="a.txt", language="en")
    with Proofs(remembered.shelf_of(tmp_path, ".proofs.json", remembered.WORTH)) as first:
        first.learn(text, made)
    proofs = Proofs(remembered.shelf_of(tmp_path, ".proofs.json", remembered.WORTH))
    assert proofs.agree(text, made.stored.encode("utf-8"), None)
    assert not proofs.agree(replace(text, **other), made.stored.encode("utf-8"), None)
