"""A model of the user's own, from a folder: asked like the one that ships, named in the result."""

from __future__ import annotations

import json
import socket
import struct
import sys
from pathlib import Path

import pytest

from benchmarks.as_shown import statement
from p5diff.align.semantic import ByMeaning, asked
from p5diff.align.semantic.folder import FILES, FolderModel, on_one_scale
from p5diff.errors import P5DiffError
from p5diff.workflows.compare import compare
from tests.cli.run import p5diff, two_files

CONCEPTS = (
    "fast quick swift rapid",
    "ship vessel boat",
    "harbour port haven",
    "fund money finance",
    "hospital clinics clinic",
    "build erect construct",
    "fish herring catch",
    "winter snow",
    "road highway",
    "repair mend",
    "bees beekeepers",
    "honey",
    "tax levy",
)
"""Words that the made-up model takes for the same, a line of the table each."""
BEFORE = """The delegates met in Tallinn on Monday.

They will finance hospitals: money for clinics comes first.

Vessels leaving port travel swift.

Beekeepers pay a levy on honey.

The register of seals is kept by the secretary.

The budget for translation was approved without a vote.
"""
AFTER = """The delegates met in Tallinn on Friday.

A fund shall erect each clinic.

Boats quitting any haven go fast.

Highway repair begins after snow.

The register of seals is kept by the new secretary.

The budget for translation was approved by a vote.
"""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a model of some sixty words, written byte by byte: an idea is a direction."""
    vocabulary = {"[UNK]": 0}
    rows = [[0.0] * (len(CONCEPTS) + 1)]
    for place, words in enumerate(CONCEPTS):
        for word in words.split():
            for form in (word, word + "s"):
                if form not in vocabulary:
                    vocabulary[form] = len(rows)
                    rows.append([float(k == place) for k in range(len(CONCEPTS))] + [0.1])
    folder = tmp_path / "model"
    folder.mkdir()
    data = b"".join(struct.pack("<f", value) for row in rows for value in row)
    shape = [len(rows), len(rows[0])]
    head = json.dumps({"embeddings": {"dtype": "F32", "shape": shape, "data_offsets": [0, len(data)]}})
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(head)) + head.encode() + data)
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None, "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
    }  # fmt: skip
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    (folder / "config.json").write_text('{"normalize": true}', encoding="utf-8")
    return folder


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return two_files(tmp_path, BEFORE, AFTER)


def shown(files: tuple[Path, Path], model: Path | None) -> set[tuple[str, str]]:
    made = compare(*files, semantic_model=model)
    return {
        (a.id, b.id)
        for c in made.changes
        if c.pair.found_by == "meaning"
        for a in c.pair.before
        for b in c.pair.after
    }


def test_rewritten_sentences_are_found_by_the_users_own_model_without_a_network(
    files: tuple[Path, Path], model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("model2vec", reason="the extra `embed` is not installed")

    def refuse(*_: object) -> None:
        raise AssertionError("a network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert shown(files, None) == set()
    assert shown(files, model) == {("p2.1", "p2.1"), ("p3.1", "p3.1")}  # bees and roads stay strangers


def test_the_result_says_which_model_was_asked(files: tuple[Path, Path], model: Path) -> None:
    pytest.importorskip("model2vec", reason="the extra `embed` is not installed")
    arguments = ("diff", *map(str, files), "--semantic-model", str(model), "--format", "json")
    runs = [p5diff(*arguments).stdout for _ in range(2)]
    assert runs[0] == runs[1]
    settings = json.loads(runs[0])["provenance"]["settings"]
    assert settings["semantic"] is True and settings["semantic-model"] == FolderModel(model).name
    (model / "config.json").write_text('{"normalize": false}', encoding="utf-8")
    assert FolderModel(model).name != settings["semantic-model"]


@pytest.mark.parametrize("lost", FILES)
def test_a_folder_without_a_model_is_named(files: tuple[Path, Path], model: Path, lost: str) -> None:
    (model / lost).unlink()
    with pytest.raises(P5DiffError) as caught:
        compare(*files, semantic_model=model)
    assert caught.value.slug == "semantic-model" and lost in caught.value.cause


def test_a_damaged_model_is_refused(files: tuple[Path, Path], model: Path) -> None:
    pytest.importorskip("model2vec", reason="the extra `embed` is not installed")
    (model / "model.safetensors").write_bytes(b"\x10" * 40)
    with pytest.raises(P5DiffError) as caught:
        compare(*files, semantic_model=model)
    assert caught.value.slug == "semantic-model" and str(model) in str(caught.value)


def test_without_the_extra_the_option_says_what_to_install(
    files: tuple[Path, Path], model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(P5DiffError) as caught:
        compare(*files, semantic_model=model)
    assert caught.value.slug == "semantic-missing" and "p5diff[embed]" in caught.value.hint


def test_cosines_of_any_spread_are_read_on_one_scale() -> None:
    """A model that spreads its cosines ten times as far is asked for ten times the distance."""
    ids = [f"p{k}" for k in range(12)]

    def narrow(one: str, two: str) -> float:
        return 0.84 + 0.01 * ((7 * int(one[1:]) + 3 * int(two[1:])) % 5)

    scale = on_one_scale(narrow, ids, ids)
    assert scale > 0
    assert on_one_scale(lambda a, b: 10 * narrow(a, b), ids, ids) == pytest.approx(scale / 10)
    assert on_one_scale(lambda a, b: 0.5, ids, ids) == 0.0 and on_one_scale(narrow, [], ids) == 1.0


def test_only_a_model_of_a_folder_is_put_on_that_scale() -> None:
    class Vector(complex):
        def __matmul__(self, other: complex) -> float:
            return 0.5 if (len(str(self)) + len(str(other))) % 2 else 0.9

    class Model:
        def query(self, text: str) -> Vector:
            return Vector(len(text), 0)

    texts = [statement([f"{'x' * n}." for n in range(1, 14)], "en") for _ in range(2)]
    plain, own = ByMeaning(Model(), *texts), ByMeaning(Model(), *texts, "x")
    ids = [[s.id for s in text.sentences()] for text in texts]
    scale = on_one_scale(plain, *ids)
    assert scale not in (0.0, 1.0)
    assert own(ids[0][0], ids[1][0]) == pytest.approx(scale * plain(ids[0][0], ids[1][0]))


def test_a_result_without_a_model_says_nothing_of_one() -> None:
    assert asked(None) == () and asked(lambda one, two: 0.5) == (("semantic", True),)
