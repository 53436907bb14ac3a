"""A command finds its corpus once, and the rules that the corpus adds go with it everywhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from p5diff.corpus import catalogue
from p5diff.workflows.compare import compare
from p5diff.workflows.init import init
from p5diff.workflows.load import load
from p5diff.workflows.topics import tagged, topic_ids
from p5diff.workspace import Workspace
from tests.cli.run import p5diff

RULES = """
[[topic]]
id = "cable"
label = { en = "Submarine cables" }
terms.en = ["submarine cable", "cable ship"]
"""
BEFORE = "1. We met in Oslo.\n\n2. We will protect every submarine cable between our coasts.\n"
AFTER = "1. We met in Bonn.\n\n2. We will protect every submarine cable and every cable ship.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    corpus = init(tmp_path / "corpus", git=False)[0]
    (corpus.root / "rules").mkdir()
    (corpus.root / "rules" / "topics.toml").write_text(RULES)
    (tmp_path / "a.txt").write_text(BEFORE)
    (tmp_path / "b.txt").write_text(AFTER)
    (tmp_path / "c.txt").write_text("1. We met in Riga.\n")
    return corpus.root


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return p5diff(*arguments, "--corpus", str(root), cwd=root.parent)


def test_show_knows_the_topics_of_the_corpus(root: Path) -> None:
    tags, labels = tagged(load(root.parent / "a.txt"), Workspace(root))
    assert labels["cable"] == "Submarine cables"
    assert next(tag.topic for tag in list(tags.values())[-1]) == "cable"
    assert "cable" in _run(root, "show", "a.txt").stdout


def test_a_topic_of_the_corpus_can_be_asked_for_where_no_sentence_has_it(root: Path) -> None:
    assert "cable" in topic_ids(Workspace(root))
    done = _run(root, "diff", "a.txt", "c.txt", "--topic", "cable")
    assert done.returncode == 0, done.stderr
    assert _run(root, "diff", "c.txt", "c.txt", "--topic", "cable").returncode == 0
    assert _run(root, "diff", "a.txt", "c.txt", "--topic", "cables-of-nobody").returncode == 2


def test_one_command_looks_for_its_corpus_and_its_rules_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p5diff import meaning, workspace

    asked: list[str] = []
    real_find, real_rules = catalogue.find, meaning.load_rules
    monkeypatch.setattr(workspace, "find", lambda *a: asked.append("corpus") or real_find(*a))
    monkeypatch.setattr(meaning, "load_rules", lambda *a: asked.append("rules") or real_rules(*a))
    found = compare(root.parent / "a.txt", root.parent / "b.txt", corpus=Workspace(root))
    assert ("cable", "Submarine cables") in found.topics
    assert sorted(asked) == ["corpus", "rules"]


def test_another_ladder_keeps_the_corpus(root: Path) -> None:
    space = Workspace(root)
    assert Workspace.of(space) is space
    other = Workspace.of(space, ladder="six-steps")
    assert other.corpus is space.corpus and "cable" in other.rules.topic_order
