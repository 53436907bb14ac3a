"""docs/tutorial.md works as written, docs/checks.md and docs/corpus-format.md are complete."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
from dataclasses import fields
from pathlib import Path

import pytest

from p5diff.corpus.checks.rules import RULES
from p5diff.corpus.entry import StatementEntry, TextEntry
from tests.cli.run import p5diff
from tests.conftest import ROOT
from tests.documents.page import weasy_pdf
from tests.needs import needs_git

DOCS = ROOT / "docs"


def test_every_rule_is_explained() -> None:
    page = (DOCS / "checks.md").read_text("utf-8")
    for rule in RULES.values():
        fix = " · fix by name" if rule.unsafe else " · fix" if rule.fixable else ""
        assert f"**{rule.code} `{rule.name}`** ({rule.severity.value}{fix}): {rule.summary}. " in page


def test_every_field_is_described_in_the_page_and_the_schema() -> None:
    page = (DOCS / "corpus-format.md").read_text("utf-8")
    schema = json.loads((ROOT / "p5diff/data/schemas/statement-1.0.json").read_text("utf-8"))
    names = {"titles": "title", "sources": "source", "texts": "text", "corrections": "correction"}
    top = {names.get(field.name, field.name) for field in fields(StatementEntry)}
    below = {names.get(field.name, field.name) for field in fields(TextEntry)} - {"id"}
    assert top == set(schema["properties"])
    assert below == set(schema["properties"]["text"]["items"]["properties"])
    for name in top | below:
        assert re.search(rf"`\[*(?:text\.)?{name}\]*`", page), name


def _sentences(year: int, place: str) -> list[list[str]]:
    """An invented statement: three paragraphs that change a little from year to year."""
    words = ["encouraged", "welcomed", "noted", "praised", "supported"][year - 2015]
    return [
        [f"The harbour cities met in {place} in May {year}.", "They reviewed what they had promised before."],
        [f"They {words} the work on a common chart of the coast.", "They will print it in two languages."],
        [f"They agreed to meet again in {year + 1}."],
    ]


def _files(folder: Path) -> None:
    """The five files of the tutorial, one a format."""
    docx = pytest.importorskip("docx")
    pytest.importorskip("weasyprint")
    title = "Statement of the harbour cities"
    text = [textwrap.fill(" ".join(p), 72) for p in [[f"{title} 2015"], *_sentences(2015, "Bergen")]]
    (folder / "bergen-2015.txt").write_text("\n\n".join(text) + "\n", "utf-8")
    body = "\n\n".join(" ".join(p) for p in _sentences(2016, "Oslo"))
    (folder / "oslo-2016.md").write_text(f"---\ntitle: {title} 2016\n---\n\n{body}\n", "utf-8")
    page = "".join(f"<p>{' '.join(p)}</p>" for p in _sentences(2017, "Bergen"))
    html = (
        f"<html lang='en'><head><title>{title} 2017</title></head><body><article><h1>{title} 2017</h1>{page}"
    )
    (folder / "bergen-2017.html").write_text(f"{html}</article></body></html>", "utf-8")
    document = docx.Document()
    document.add_heading(f"{title} 2018", 0)
    for paragraph in _sentences(2018, "Oslo"):
        document.add_paragraph(" ".join(paragraph))
    document.save(str(folder / "oslo-2018.docx"))
    page = "".join(f"<p>{' '.join(p)}</p>" for p in _sentences(2019, "Bergen"))
    (folder / "bergen-2019.pdf").write_bytes(weasy_pdf(f"<h1>{title} 2019</h1>{page}"))


def _steps() -> list[tuple[str, list[str]]]:
    """The commands of the tutorial, each with the lines that the page shows after it."""
    steps: list[tuple[str, list[str]]] = []
    page = (DOCS / "tutorial.md").read_text("utf-8")
    for block in re.findall(r"(?ms)^```console\n(.*?)^```", page):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line.strip())
    return steps


@pytest.fixture
def tools(tmp_path: Path) -> dict[str, str]:
    """An environment in which git finds this p5diff."""
    program = tmp_path / "bin" / "p5diff"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m p5diff "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "P5DIFF_CORPUS": "",
    }


@pytest.mark.system
@pytest.mark.slow
@needs_git
def test_the_tutorial_works_as_written(tmp_path: Path, tools: dict[str, str]) -> None:
    """A corpus of one's own from five files in five formats: every command, and what it shows."""
    _files(tmp_path)
    place = tmp_path
    steps = _steps()
    assert len(steps) > 12
    for command, shown in steps:
        program, *arguments = shlex.split(command)
        if program == "cd":
            place = place / arguments[0]
            continue
        if program == "p5diff":
            done = p5diff(*arguments, cwd=place, env=tools)
        else:
            environment = {**os.environ, **tools}
            done = subprocess.run(
                [program, *arguments], cwd=place, env=environment, capture_output=True, text=True, check=False
            )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        for line in shown:
            pattern = ".*".join(re.escape(part) for part in line.split("…"))
            assert re.search(pattern, done.stdout), f"{command} does not show {line!r} but {done.stdout}"
