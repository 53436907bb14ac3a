"""The documents are true: links resolve, commands exist, messages are explained."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from p5diff.cli.main import COMMANDS
from tests.cli.run import p5diff
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "corpus").glob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")
_RAISERS = {"P5DiffError", "ReferenceNotFound", "InputError", "CorpusError", "RulesError"}


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"(?ms)^```.*?^```", "", text))


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links_resolve(page: Path) -> None:
    targets = [link for link, _ in _LINK.findall(without_code(page.read_text(encoding="utf-8")))]
    missing = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert not missing, f"{names(page)} links to {missing}"


def slugs() -> Iterator[str]:
    """Every slug that the code can say: first arguments of errors, `slug=` of notes."""
    for path in sorted((ROOT / "p5diff").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _slugs_of(node)


def _slugs_of(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in _RAISERS and call.args and isinstance(call.args[0], ast.Constant):
        yield str(call.args[0].value)
    for keyword in call.keywords:
        if keyword.arg == "slug" and isinstance(keyword.value, ast.Constant):
            yield str(keyword.value.value)


def test_every_message_has_its_paragraph() -> None:
    explained = set(re.findall(r"(?m)^## (\S+)$", (ROOT / "docs/messages.md").read_text(encoding="utf-8")))
    assert sorted(set(slugs()) - explained) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(command: str) -> None:
    done = p5diff(command, "--help")
    assert done.returncode == 0 and len(done.stdout.splitlines()) > 3
    assert f"p5diff {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def readme_commands() -> list[str]:
    """Commands of the README that need neither network nor a repository, on what the bundled corpus holds."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"`(p5diff [^`]+)`", text) + re.findall(r"&& (p5diff .+)", text)
    return sorted(
        {
            c
            for c in found
            if not re.search(r"\b[A-Z]{1,}\b|\.\w{3,4}\b", c) and not re.search("fetch|git enable", c)
        }
    )


@pytest.mark.parametrize("command", readme_commands())
def test_readme_commands_run(command: str, tmp_path: Path) -> None:
    done = p5diff(*shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def commands(page: Path) -> list[list[str]]:
    """The words of every command that a page shows: in backticks, or on a line of its own in a block."""
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"(?ms)^```.*?^```", text))
    shown = [*re.findall(r"`(p5diff [^`\n]+)`", text), *re.findall(r"(?m)^(?:\$ )?(p5diff .+)$", blocks)]
    parts = [part.split() for line in shown for part in re.split("&&|[|]", line)]
    return [words for words in parts if words[:1] == ["p5diff"] and words[1][:1] not in "-<"]


@pytest.fixture(scope="module")
def options() -> dict[str, set[str]]:
    """Command → the options it knows."""
    app = typer.Typer()
    for name in COMMANDS:
        importlib.import_module(f"p5diff.cli.{name}").register(app)
    known = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        parts = [command, *getattr(command, "commands", {}).values()]
        known[name] = {"--help"} | {
            option for part in parts for p in part.params for option in (*p.opts, *p.secondary_opts)
        }
    return known


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=names)
def test_commands_are_those_there_are_with_options_they_know(
    page: Path, options: dict[str, set[str]]
) -> None:
    for _, *words in commands(page):
        assert words[0] in options, f"{names(page)}: p5diff {' '.join(words)}"
        given = {word.partition("=")[0].rstrip(",") for word in words[1:]}
        unknown = {word for word in given if re.fullmatch(r"--?[a-zA-Z][\w-]*", word)} - options[words[0]]
        assert not unknown, f"{names(page)}: {unknown} of p5diff {' '.join(words)}"


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_benchmarks_are_those_there_are(page: Path) -> None:
    named = set(re.findall(r"python -m (benchmarks\.\w+)", page.read_text(encoding="utf-8")))
    assert not [name for name in named if importlib.util.find_spec(name) is None]


def bundled() -> list[str]:
    """Commands of three pages that need nothing but the bundled corpus: no file of the reader's."""
    shown = {" ".join(w) for p in ("series", "topics", "concord") for w in commands(ROOT / f"docs/{p}.md")}
    theirs = re.compile(r"\b[A-Z]\b|OUT|DIR|FILE|\.\w{3,4}\b|…|^p5diff \w+$")
    return sorted(command for command in shown if not theirs.search(command))


@pytest.mark.parametrize("command", bundled())
def test_commands_on_the_bundled_corpus_run(command: str, tmp_path: Path) -> None:
    done = p5diff(*shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 0 and done.stdout, done.stderr


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- test-command -->")[1]
    assert "pytest" in block.split("```")[1]


def test_the_page_of_benchmarks_names_every_part() -> None:
    parts = {path.stem for path in (ROOT / "docs" / "benchmarks").glob("*.md")}
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(benchmarks/(\w+)\.md\)", page)) == parts
