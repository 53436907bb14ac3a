"""The house stays beautiful: layers, types, style, sizes; and help stays quick by importing little."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "p5diff"
HEAVY = ("git rich jinja2 rapidfuzz numpy lxml diff_match_patch pypdfium2 trafilatura docx pydantic").split()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_imports_go_one_way() -> None:
    done = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_strict() -> None:
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [["check", "."], ["format", "--check", "."]])
def test_style_is_clean(command: list[str]) -> None:
    done = run(sys.executable, "-m", "ruff", *command)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300, "a module over 300 lines wants to be two"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = (node.end_lineno or 0) - node.body[0].lineno
            assert body <= 40, f"{node.name} has {body} lines"


@pytest.mark.parametrize("arguments", [["--help"], ["diff", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        f"import sys; sys.argv = ['p5diff', *{arguments}]\n"
        "from p5diff.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *[m for m in {HEAVY} if m in sys.modules])"
    )
    done = run(sys.executable, "-c", program)
    assert done.stdout.splitlines()[-1] == "LOADED", done.stdout + done.stderr
