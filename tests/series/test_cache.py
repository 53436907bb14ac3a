"""The series kept by content: the same bytes with it, without it, and whatever stands in its folder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from p5diff import cache as results
from p5diff import ingest, to_dict
from p5diff.cache import VARIABLE
from p5diff.meaning import load_rules
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Statement
from p5diff.workflows import comparedcache, seriescache
from p5diff.workflows import series as workflow
from p5diff.workflows.report import report
from p5diff.workflows.series import weave, woven
from tests.cli.run import p5diff
from tests.series.material import LANGUAGES, planted

Compared = list[str]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    place = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(place))
    return place


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Compared:
    """The texts that were compared with the one before them, in order."""
    found: Compared = []
    compare: Callable[..., object] = workflow.compare_statements

    def counted(before: Statement, after: Statement, **more: object) -> object:
        found.append(after.meta.id)
        return compare(before, after, **more)

    monkeypatch.setattr(workflow, "compare_statements", counted)
    return found


def written(statements: list[Statement]) -> str:
    return json.dumps(to_dict(weave(statements)))


def fresh(statements: list[Statement]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "off")
        return json.dumps(to_dict(woven(statements).series))


def files(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


def forged(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Another content under the right key, with a digest that agrees."""
    head, _, body = path.read_bytes().partition(b"\n")
    data = json.loads(body)
    change(data)
    body = json.dumps(data).encode()
    said = {**json.loads(head), "sha256": hashlib.sha256(body).hexdigest()}
    path.write_bytes(json.dumps(said).encode() + b"\n" + body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", [1, 5])
def test_with_and_without_are_the_same_bytes(
    language: str, seed: int, cache: Path, compared: Compared
) -> None:
    texts = planted(language, seed, twins=2).statements
    wanted = [fresh(texts[:size]) for size in range(1, len(texts) + 1)]
    for size in range(1, len(texts) + 1):
        compared.clear()
        assert written(texts[:size]) == wanted[size - 1]
        assert compared == [texts[size - 1].meta.id], "one more statement costs one comparison"
    compared.clear()
    assert written(texts) == wanted[-1]
    assert compared == []


def test_another_newest_text_goes_on_from_the_one_before(cache: Path, compared: Compared) -> None:
    texts = planted("en", 3).statements
    written(texts)
    other = replace(texts[-1], paragraphs=texts[-1].paragraphs[:-1])
    wanted = fresh([*texts[:-1], other])
    compared.clear()
    assert written([*texts[:-1], other]) == wanted
    assert compared == [other.meta.id]


@pytest.mark.parametrize("place", [0, 3])
def test_what_decides_is_in_the_key(place: int, cache: Path, compared: Compared) -> None:
    """A word, a number, the coverage: whatever a text has of its own."""
    texts = planted("en", 3).statements
    written(texts)
    first = texts[place].paragraphs[0]
    sentence = first.sentences[0]
    others = [
        replace(texts[place], meta=replace(texts[place].meta, not_covered=("ctbt",))),
        replace(
            texts[place],
            paragraphs=(
                replace(first, sentences=(replace(sentence, text=sentence.text + "!"),)),
                *texts[place].paragraphs[1:],
            ),
        ),
    ]
    for other in others:
        changed = [*texts[:place], other, *texts[place + 1 :]]
        wanted = fresh(changed)
        compared.clear()
        assert written(changed) == wanted
        assert compared == [t.meta.id for t in texts], "nothing kept is of these texts"


def test_rules_ladder_and_program_are_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, rules = planted("en", 3).statements[:2], load_rules()
    made = seriescache.keys(texts, rules)
    assert made == seriescache.keys(texts, load_rules())
    used = [rules.used[0]._replace(digest="0" * 64), *rules.used[1:]]
    assert not set(made) & set(seriescache.keys(texts, replace(rules, used=used)))
    assert not set(made) & set(seriescache.keys(texts, replace(rules, profile="another")))
    first = texts[0].paragraphs[0]
    labelled = replace(texts[0], paragraphs=(replace(first, label="(a)"), *texts[0].paragraphs[1:]))
    assert not set(made) & set(seriescache.keys([labelled, texts[1]], rules))
    monkeypatch.setattr("p5diff.__version__", "9.9")
    assert not set(made) & set(seriescache.keys(texts, rules))


def test_what_another_process_compiles_beside_the_program_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python writes its byte code under passing names first: the key may not change while it does."""
    (tmp_path / "reading" / "__pycache__").mkdir(parents=True)
    module = tmp_path / "reading" / "lines.py"
    module.write_text("A = 1\n")
    monkeypatch.setattr(results, "__file__", str(tmp_path / "cache.py"))
    before = results.program.__wrapped__()
    for name in ("lines.cpython-311.pyc", "lines.cpython-311.pyc.139874", "lines.cpython-311.opt-1.pyc"):
        (module.parent / "__pycache__" / name).write_bytes(b"byte code")
        assert results.program.__wrapped__() == before
    (module.parent / "words.toml").write_text("")
    assert results.program.__wrapped__() != before, "another table is another program"
    (module.parent / "words.toml").unlink()
    module.write_text("A = 10\n")
    assert results.program.__wrapped__() != before, "another module is another program"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\n{}", b"[" * 100_000, b"null\nnull", b"{}\n{}"])
def test_a_broken_file_is_no_answer(content: bytes, cache: Path) -> None:
    texts = planted("en", 4).statements
    wanted = fresh(texts)
    written(texts)
    for path in files(cache):
        path.write_bytes(content)
    assert written(texts) == wanted
    assert written(texts) == wanted  # from what was kept anew


def test_a_cut_file_a_swapped_file_and_a_link_are_no_answer(cache: Path, tmp_path: Path) -> None:
    texts = planted("en", 4).statements
    wanted = fresh(texts)
    written(texts)
    one, other = files(cache)
    whole = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(whole)
    assert written(texts) == wanted
    for path in files(cache):
        path.write_bytes(path.read_bytes().replace(b"treaty", b"threat").replace(b"born", b"kept"))
    assert written(texts) == wanted
    for path in files(cache):
        path.rename(tmp_path / path.name)
        path.symlink_to(tmp_path / path.name)
    assert written(texts) == wanted


FORGERIES: dict[str, Callable[[dict[str, object]], object]] = {
    "words": lambda d: d["threads"][0]["wordings"][0].update(text="They agreed."),  # type: ignore[index]
    "another's statement": lambda d: d["threads"][0]["wordings"][0].update(statement="x"),  # type: ignore[index]
    "a thread less": lambda d: d["threads"].pop(),  # type: ignore[attr-defined]
    "a thread twice": lambda d: d["threads"].append(d["threads"][0]),  # type: ignore[index,attr-defined]
    "another name": lambda d: d["threads"][0].update(id="x#p1.1"),  # type: ignore[index]
    "no wordings": lambda d: d["threads"][0].update(wordings=[]),  # type: ignore[index]
    "an event elsewhere": lambda d: d["threads"][0]["events"][0].update(statement="x"),  # type: ignore[index]
    "an event unheard of": lambda d: d["threads"][0]["events"][0].update(event="x"),  # type: ignore[index]
    "another title": lambda d: d["texts"][0].update(place="Atlantis"),  # type: ignore[index]
    "an alarm": lambda d: d.update(alarms=[{"kind": "absent", "statement": "x", "text": "y"}]),
    "a note": lambda d: d.update(notes=[{"slug": "x", "message": "y"}]),
    "lists for texts": lambda d: d["threads"][0]["wordings"][0].update(sentences=[["p1.1"]]),  # type: ignore[index]
    "no threads": lambda d: d.pop("threads"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_hostile_file_is_no_answer(forgery: str, cache: Path, compared: Compared) -> None:
    texts = planted("en", 4).statements
    wanted = fresh(texts)
    written(texts)
    for path in files(cache):
        forged(path, FORGERIES[forgery])
    compared.clear()
    assert written(texts) == wanted
    assert len(compared) == len(texts)


def test_a_file_past_the_bound_is_neither_kept_nor_read(
    cache: Path, compared: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = planted("en", 4).statements
    written(texts)
    monkeypatch.setattr(seriescache, "MOST", 1000)
    compared.clear()
    written(texts)
    assert len(compared) == len(texts)
    for path in files(cache):
        path.unlink()
    written(texts)
    assert files(cache) == []


def test_the_newest_files_stay(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seriescache, "NEWEST", 3)
    texts = planted("en", 4).statements
    written(texts[:4])
    for number, path in enumerate(files(cache)):
        os.utime(path, (number, number))
    (cache / "notes.txt").write_text("not ours")
    old = files(cache)[0]
    written(texts[2:])
    assert len(list(cache.glob("*.series.json"))) == 3
    assert not old.exists()
    assert (cache / "notes.txt").exists()


def test_off_and_inside_a_repository_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    texts = planted("en", 4).statements
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for named in ("off", "kept", str(tmp_path / "repo" / "kept")):
        monkeypatch.setenv(VARIABLE, named)
        written(texts)
        assert seriescache.folder() is None
    assert {path.name for path in tmp_path.rglob("*")} == {"repo", ".git"}


def test_where_the_cache_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    if os.name == "posix":
        assert seriescache.folder() == tmp_path / ".cache" / "p5diff" / "series"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert seriescache.folder() == tmp_path / "xdg" / "p5diff" / "series"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs modes of files")
def test_a_folder_open_to_others_brings_nothing(cache: Path, compared: Compared) -> None:
    texts = planted("en", 4).statements
    written(texts)
    assert cache.stat().st_mode & 0o077 == 0
    cache.chmod(0o777)
    compared.clear()
    written(texts)
    assert len(compared) == len(texts)


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "kept"))
    texts = planted("en", 4).statements
    assert written(texts) == fresh(texts)


def test_the_command_says_the_same_from_the_cache(cache: Path) -> None:
    """As a user runs it, each time in a process of its own."""
    command = ("series", "paris-2011", "washington-2012", "-f", "json")
    off = p5diff(*command, env={"P5DIFF_CACHE": "off"})
    assert files(cache) == []
    first = p5diff(*command)
    kept = files(cache)
    again = p5diff(*command, env={"PYTHONHASHSEED": "7"})
    assert off.returncode == first.returncode == again.returncode
    assert off.stdout == first.stdout == again.stdout
    assert len(kept) == 2 and files(cache) == kept


# -- readings and comparisons ---------------------------------------------------------------------------


def texts(folder: Path, count: int = 4) -> list[str]:
    """Files of a series, by their names."""
    found = []
    for n, one in enumerate(planted("en", 3, twins=2).statements[:count]):
        path = folder / f"{2001 + n}-05-01.txt"
        path.write_text("\n\n".join(s.text for s in one.sentences()) + "\n", encoding="utf-8")
        found.append(str(path))
    return found


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read and laid out, in order."""
    found: list[str] = []
    source: Callable[..., object] = ingest.source

    def counted(given: object, **more: object) -> object:
        found.append(str(more.get("name")))
        return source(given, **more)

    monkeypatch.setattr(ingest, "source", counted)
    return found


def test_one_text_more_reads_one_file(tmp_path: Path, cache: Path, read: list[str]) -> None:
    names = texts(tmp_path)
    first = workflow.series(names[:-1])
    assert len(read) == 3
    again = workflow.series(names)
    assert read[3:] == ["2004-05-01.txt"]
    assert [t.ref for t in again.texts[:3]] == [t.ref for t in first.texts]
    read.clear()
    Path(names[1]).write_text("They agreed to something else altogether.\n", encoding="utf-8")
    changed = workflow.series(names)
    assert read == ["2002-05-01.txt"]
    assert any(w.text.startswith("They agreed to something") for t in changed.threads for w in t.said())


def test_a_pair_and_another_language_are_read_as_they_are(
    tmp_path: Path, cache: Path, read: list[str]
) -> None:
    names = texts(tmp_path)
    workflow.series(names[:2])
    assert not files(cache) or not [f for f in files(cache) if f.name.endswith(".readings.json")]
    workflow.series(names)
    read.clear()
    workflow.series(names, language="fr")
    assert len(read) == len(names)


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row[0]["meta"]["source"].update(sha256="0" * 64),
        lambda row: row[0].pop("meta"),
        lambda row: row.append("more"),
        lambda row: row.__setitem__(1, [{"slug": 1}]),
        lambda row: row.__setitem__(0, "no statement"),
    ],
)
def test_a_reading_of_another_shape_is_read_anew(
    tmp_path: Path, cache: Path, read: list[str], change: Callable[[list[Any]], object]
) -> None:
    names = texts(tmp_path)
    wanted = written_of(names)
    (shelf,) = [f for f in files(cache) if f.name.endswith(".readings.json")]
    for other in files(cache):
        if other != shelf:
            other.unlink()
    read.clear()
    forged(shelf, lambda data: [change(row) for row in data.values()])
    assert written_of(names) == wanted and len(read) == len(names)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of which the whole comparison with the one before was made, in order."""
    found: list[str] = []
    compare: Callable[..., Comparison] = comparedcache.compare_statements

    def counted(before: Statement, after: Statement, **more: Any) -> Comparison:
        found.append(after.meta.id)
        return compare(before, after, **more)

    monkeypatch.setattr(comparedcache, "compare_statements", counted)
    return found


def test_a_site_compares_what_is_new_alone(
    cache: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = planted("fr", 4, twins=2).statements
    woven(statements[:-1])
    assert len(made) == len(statements) - 1
    made.clear()
    again = woven(statements)
    assert made == [statements[-1].meta.id]
    monkeypatch.setenv(VARIABLE, "off")
    assert again == woven(statements)


def test_a_report_takes_up_what_was_compared(tmp_path: Path, cache: Path, made: list[str]) -> None:
    names = texts(tmp_path)

    def written(folder: str) -> dict[str, bytes]:
        report(names, tmp_path / folder)
        return {p.name: p.read_bytes() for p in sorted((tmp_path / folder).iterdir())}

    first = written("one")
    assert len(set(made)) == len(names) and f"pair-{Path(names[0]).stem}" in "".join(first)
    made.clear()
    assert written("two") == first and not made
    Path(names[-1]).write_text("The States promise nothing at all.", encoding="utf-8")
    assert written("three") != first and set(made) == {Path(names[-1]).stem}


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row["changes"].pop(),
        lambda row: row["changes"].append(row["changes"][0]),
        lambda row: row["changes"][0]["after"][0].update(text="The States promise nothing."),
        lambda row: row["after"].update(adopted="1999-01-01"),
        lambda row: row.pop("changes"),
        lambda row: row.update(changes="none"),
    ],
)
def test_a_comparison_of_other_texts_is_made_anew(
    cache: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    statements = planted("en", 4, twins=2).statements
    wanted = woven(statements)
    (shelf,) = [f for f in files(cache) if f.name.endswith(".pairs.json")]
    forged(shelf, lambda data: [change(row) for row in data.values()])
    assert woven(statements) == wanted


def written_of(names: list[str]) -> str:
    return json.dumps(to_dict(workflow.series(names)))
