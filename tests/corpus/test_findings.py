"""Findings as text, JSON, GitHub annotations and SARIF; exit codes of the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.corpus.checks.rules import RULES, finding
from p5diff.model.codec import from_dict
from p5diff.model.finding import Finding
from p5diff.report.findings import FORMATS
from tests.cli.run import p5diff
from tests.needs import needs_git

from .conftest import ENGLISH

SUMMARIES = {rule.code: rule.summary for rule in RULES.values()}
EVIL = "evil \u202e\x1b[31m 100%\r\n::error::fake, really"
FOUND = (
    finding("P201", "a b/en.txt", "more than one space", line=3, column=7),
    finding(
        "P106",
        "a b/en.txt",
        "evil \u202e\x1b[31m 100%\r\n::error::fake, really",
        line=4,
        hint="look, here: now",
    ),
    finding("P405", "a b/statement.toml", "p5diff would write this file otherwise"),
)


def test_text() -> None:
    lines = FORMATS["text"](FOUND, SUMMARIES).splitlines()
    assert lines[0] == "a b/en.txt:3:7: warning P201 [*] more than one space"
    assert lines[-1] == "1 error, 1 warning, 1 note; 2 marked [*] can be mended with --fix"
    assert FORMATS["text"]((), SUMMARIES) == "all is well\n"


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_control_character_through(name: str) -> None:
    shown = FORMATS[name](FOUND, SUMMARIES)
    assert not set(shown) & set("\x1b\r\u202e")


def test_json_is_read_again() -> None:
    data = json.loads(FORMATS["json"](FOUND, SUMMARIES))
    assert tuple(from_dict(Finding, item) for item in data["findings"]) == FOUND
    assert data["counts"] == {"error": 1, "warning": 1, "note": 1}


def test_github_annotations_cannot_be_forged() -> None:
    lines = FORMATS["github"](FOUND, SUMMARIES).splitlines()
    assert len(lines) == len(FOUND)
    assert lines[0] == "::warning file=a b/en.txt,line=3,col=7,title=P201::more than one space"
    assert lines[1].count("::error") == 2 and lines[1].startswith(
        "::error file=a b/en.txt,line=4,title=P106::evil "
    )
    assert "100%25" in lines[1] and lines[2].startswith("::notice ")


def test_sarif_has_what_code_scanning_needs() -> None:
    log = json.loads(FORMATS["sarif"](FOUND, SUMMARIES))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for item, result in zip(FOUND, run["results"], strict=True):
        assert result["ruleId"] == item.rule == rules[result["ruleIndex"]]["id"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("a%20b/")
        assert place.get("region", {}).get("startLine", 0) == item.line


@pytest.mark.system
@needs_git
def test_exit_codes(filled: Corpus, tmp_path: Path) -> None:
    """0: nothing worse than notes; 1: errors or warnings; 2: it could not be checked."""
    root = filled.root
    assert p5diff("check", cwd=root).returncode == 0
    text = root / "oslo-2019" / "en.txt"
    clean = text.read_bytes()
    text.write_bytes(clean.replace(b"Parties", b"Parties "))
    done = p5diff("check", "--format", "github", cwd=root)
    assert done.returncode == 1 and "::warning file=oslo-2019/en.txt,line=1" in done.stdout
    assert p5diff("check", "--select", "P3", cwd=root).returncode == 0
    assert p5diff("verify", cwd=root).returncode == 1
    assert p5diff("check", "--fix", "oslo-2019/en.txt", cwd=root).returncode == 0
    assert text.read_bytes() == clean and p5diff("verify", "-q", cwd=root).returncode == 0
    for wrong in (
        ["check", "nowhere"],
        ["check", "--select", "X1"],
        ["verify", "no-such-1"],
        ["check", tmp_path],
    ):
        done = p5diff("check", *wrong, cwd=root)
        assert done.returncode == 2 and done.stdout == "" and "More: docs/messages.md#" in done.stderr, wrong


@pytest.mark.system
@needs_git
def test_what_add_says(filled: Corpus, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path / "bergen-2020.txt"
    path.write_text(ENGLISH, "utf-8")
    done = p5diff("add", path, "--corpus", filled.root, "--title", "A \x1b[31mtitle")
    assert done.returncode == 0 and "bergen-2020:en.unstated (new statement)" in done.stdout
    assert "\x1b" not in done.stdout and "<U+001B>" in done.stdout and "nothing says how" in done.stdout
    again = p5diff("add", path, "--corpus", filled.root, "--title", "A \x1b[31mtitle")
    assert "nothing to do" in again.stdout
    bundled = p5diff("add", path, cwd=tmp_path_factory.mktemp("elsewhere"))
    assert bundled.returncode == 2 and "p5diff init" in bundled.stderr
    missing = p5diff("add", cwd=filled.root)
    assert missing.returncode == 2
