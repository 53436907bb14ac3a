"""The public library, used as its docstrings say."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import p5diff
from tests.conftest import ROOT


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in p5diff.__all__:
        value = getattr(p5diff, name)
        assert name.startswith("__") or name.isupper() or value.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        p5diff.nothing  # noqa: B018


def test_importing_the_package_imports_no_stage() -> None:
    program = "import sys, p5diff; print([m for m in sys.modules if m.startswith('p5diff.')])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_compare_takes_references_files_and_statements(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The States met.\n\nThey agreed to report.\n", encoding="utf-8")
    statement = p5diff.load(file)
    for before, after in [(statement, statement), (file, statement), (statement, str(file)), (file, file)]:
        comparison = p5diff.compare(before, after)
        assert comparison.tally.unchanged == 2 and not comparison.differs


def test_load_says_where_a_text_came_from() -> None:
    statement = p5diff.load("washington-2012:zh")
    assert statement.meta.edition.value == "official"
    assert len(statement.body()) == 14
    assert len(statement.meta.source.sha256) == 64


def test_align_sentences_links_many_to_many() -> None:
    links = p5diff.align_sentences(
        ["The P5 met in Paris and agreed on a glossary.", "They thanked the hosts."],
        ["They thanked the hosts.", "The P5 met in Paris.", "The P5 agreed on a glossary."],
        language="en",
    )
    assert {(i, j) for i, j, *_ in links} == {(0, 1), (0, 2), (1, 0)}


@pytest.mark.parametrize("empty", [([], []), (["A sentence."], []), ([], ["A sentence."])])
def test_aligning_with_nothing_gives_nothing(empty: tuple[list[str], list[str]]) -> None:
    assert list(p5diff.align_sentences(*empty, language="en")) == []


@pytest.mark.parametrize("language", ["en", "zh", "fr", "ru", "es", "ar"])
def test_normalise_takes_every_language(language: str) -> None:
    assert p5diff.normalise("  a\r\nb  ", language=language)


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The States met.\n", encoding="utf-8")
    with pytest.raises(p5diff.P5DiffError, match="xx"):
        p5diff.load(file, language="xx")


@pytest.mark.parametrize("module", ["p5diff.text.visible", "p5diff.errors", "p5diff.model.refs"])
def test_docstring_examples(module: str) -> None:
    __import__(module)
    assert doctest.testmod(sys.modules[module]).failed == 0


def test_a_ladder_counts_for_statements_at_hand_too() -> None:
    statement = p5diff.load("washington-2012:zh")
    comparison = p5diff.compare(statement, statement, ladder="security-council-2009")
    assert comparison.provenance.ladder == "security-council-2009"
