"""The public library, used as its docstrings say."""

from __future__ import annotations

import ast
import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import p5diff
from p5diff.model.comparison import FORMAT_VERSION
from p5diff.report.formats import FORMATS, named
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


HOMES = sorted({module for module, _ in p5diff._HOMES.values()})


@pytest.mark.parametrize(
    "module", ["p5diff", "p5diff.text.visible", "p5diff.model.refs", "p5diff.workspace", *HOMES]
)
def test_docstring_examples(module: str) -> None:
    __import__(module)
    assert doctest.testmod(sys.modules[module]).failed == 0


@pytest.mark.parametrize("name", sorted(name for name in p5diff.__all__ if name.islower() and name[0] != "_"))
def test_every_public_function_has_an_example(name: str) -> None:
    assert ">>> " in (getattr(p5diff, name).__doc__ or "")


def test_the_page_of_the_library_is_true_and_whole() -> None:
    page = ROOT / "docs" / "library.md"
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
    said = set(re.findall(r"\w+", page.read_text(encoding="utf-8")))
    assert set(p5diff.__all__) - {"__version__"} <= said


def test_dir_shows_what_there_is() -> None:
    assert dir(p5diff) == sorted(p5diff.__all__)
    for name in p5diff.__all__:
        assert getattr(p5diff, name) is getattr(p5diff, name)


def test_the_list_for_type_checkers_is_the_list_in_use() -> None:
    tree = ast.parse(Path(p5diff.__file__).read_text("utf-8"))
    checked = next(node for node in tree.body if isinstance(node, ast.If))
    imported = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in checked.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert imported == p5diff._HOMES
    assert {*imported, "__version__"} == set(p5diff.__all__)


BEFORE, AFTER = "The hosts will report every year.\n", "The hosts intend to report every year. All agreed.\n"


def test_strings_are_compared_as_files_that_hold_them(tmp_path: Path) -> None:
    for name, text in (("before", BEFORE), ("after", AFTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = p5diff.compare(tmp_path / "before", tmp_path / "after", before_language="en", after_language="en")
    strings = p5diff.compare_texts(BEFORE, AFTER, language="en")
    assert strings.changes == files.changes and strings.tally == files.tally
    assert (strings.before.ref, strings.after.ref) == ("before", "after")
    assert strings.tally.reworded == strings.tally.new == strings.tally.weaker == 1


@pytest.mark.parametrize(
    ("text", "slug"),
    [("", "file-empty"), (" \n\t", "file-empty"), ("A lone \ud800 stands here.", "file-undecodable")],
)
def test_a_string_that_is_no_text_is_refused_on_either_side(text: str, slug: str) -> None:
    for one, two, name in ((text, AFTER, "before"), (BEFORE, text, "after")):
        with pytest.raises(p5diff.P5DiffError) as caught:
            p5diff.compare_texts(one, two, language="en")
        assert caught.value.slug == slug and name in str(caught.value)


def test_a_language_is_detected_for_each_string_or_refused() -> None:
    comparison = p5diff.compare_texts("Les États se réunissent.", "The States met in May.")
    assert (comparison.before.language, comparison.after.language) == ("fr", "en")
    with pytest.raises(p5diff.P5DiffError, match="xx"):
        p5diff.compare_texts(BEFORE, AFTER, language="xx")


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_render_knows_every_format(form: str) -> None:
    comparison = p5diff.compare_texts(BEFORE, AFTER, language="en")
    if form == "pdf":
        pytest.importorskip("weasyprint", reason="needs p5diff[print]")
    drawn = p5diff.render(comparison, form)
    assert isinstance(drawn, bytes if named(form).binary else str)
    assert drawn == p5diff.render(comparison, form)
    if isinstance(drawn, str):
        assert "report every year" in drawn and "All agreed" in drawn


def test_render_names_the_formats_there_are() -> None:
    comparison = p5diff.compare_texts(BEFORE, AFTER, language="en")
    with pytest.raises(p5diff.P5DiffError, match="papyrus") as caught:
        p5diff.render(comparison, "papyrus")
    assert caught.value.slug == "unknown-format" and "markdown" in str(caught.value.hint)


def test_what_render_writes_as_json_is_read_back() -> None:
    comparison = p5diff.compare_texts(BEFORE, AFTER, language="en")
    assert p5diff.from_dict(p5diff.Comparison, json.loads(p5diff.render(comparison, "json"))) == comparison


@pytest.mark.parametrize("data", [None, [], 3, "text", {"format_version": FORMAT_VERSION}])
def test_data_of_another_shape_is_refused(data: object) -> None:
    with pytest.raises(p5diff.P5DiffError):
        p5diff.from_dict(p5diff.Comparison, data)


def test_a_ladder_counts_for_statements_at_hand_too() -> None:
    statement = p5diff.load("washington-2012:zh")
    comparison = p5diff.compare(statement, statement, ladder="security-council-2009")
    assert comparison.provenance.ladder == "security-council-2009"
