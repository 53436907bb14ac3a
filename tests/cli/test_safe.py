"""Nothing that p5diff prints steers a terminal or a build server: every command, every door."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from p5diff.terminal import safe
from p5diff.workflows.init import init
from tests.cli.ready import ran
from tests.conftest import ROOT
from tests.needs import needs_git

HOSTILE = "We\x1b]0;T\x07 agree\x9b31m to\x7f meet\u202e again\u200b in Oslo."
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"(?m)^\s*(::|##\[)")


def run(*arguments: str, cwd: Path, color: bool = False) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"FORCE_COLOR": "1"} if color else {})}
    done = ran(arguments, cwd, {**environment, "PYTHONPATH": str(ROOT)})
    decode = (data.decode("utf-8", "surrogateescape") for data in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *decode)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A corpus whose stored text, title, place and notes are hostile, and files beside it."""
    corpus = init(tmp_path / "corpus", git=shutil.which("git") is not None)[0]
    folder = corpus.root / "oslo-2019"
    folder.mkdir()
    escaped = "".join(c if c.isascii() and c.isprintable() else f"\\u{ord(c):04X}" for c in HOSTILE)
    (folder / "statement.toml").write_text(
        f'id = "oslo-2019"\nplace = "{escaped}"\nnote = "::error::{escaped}"\n[title]\nen = "{escaped}"\n'
        f'[[text]]\nlanguage = "en"\nedition = "official"\nnote = "{escaped}"\n'
    )
    (folder / "en.txt").write_text(f"1. {HOSTILE}\n\n2. ::error::pwn\n", "utf-8")
    page = f"<html><body><p>1. {HOSTILE}</p><p>2. &#27;]0;T&#7; and &#155;31m too.</p></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / "plain.txt").write_text("1. We agree to meet.\n\n2. ::error::pwn\n", "utf-8")
    (tmp_path / "n\n::error::pwn\x1b[31m.txt").write_text("1. We agree to meet.\n", "utf-8")
    return tmp_path


NAME = "n\n::error::pwn\x1b[31m.txt"
TEXT = "oslo-2019:en"
COMMANDS = [
    ["show", TEXT],
    ["show", TEXT, "--format", "text"],
    ["show", TEXT, "--format", "json"],
    ["show", "page.html", "--format", "text"],
    ["show", NAME],
    ["show", f"no{NAME}"],
    ["diff", TEXT, "plain.txt"],
    ["diff", TEXT, "page.html", "--explain"],
    ["diff", TEXT, "page.html", "--side-by-side"],
    *(
        ["diff", TEXT, "page.html", "--format", name]
        for name in ("json", "html", "markdown", "criticmarkup", "table")
    ),
    ["diff", NAME, "plain.txt"],
    ["brief", TEXT, "page.html"],
    ["commitments", TEXT, "--kind", "all"],
    ["list"],
    ["list", "--format", "json"],
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", NAME, "--format", "text"],
    ["verify"],
    ["log", TEXT],
    ["blame", TEXT],
    ["add", NAME, "--id", "bonn-2020", "--dry-run"],
    ["add", "page.html", "--id", "bonn-2020", "--dry-run"],
    ["show", "x\u202e\x1b[31m"],
    ["mv", "x\u202e\x1b[31m", "y"],
    ["mv", "oslo-2019", "y\u202e\x1b[31m"],
    ["rm", "x\u202e\x1b]0;T\x07"],
    ["edit", "oslo-2019", "--date", "x\u202e\x1b[31m\n::error::pwn"],
    ["diff", TEXT, "plain.txt", "--onl\u202ey", "x"],
    ["diff", TEXT, "plain.txt", "--topic", "x\x1b]0;T\x07\n::error::pwn"],
    ["git", "driver", NAME, "plain.txt", "0", "0", "page.html", "0", "0"],
    ["git", "driver", "d\x1b]0;T\x07.txt", "/dev/null", "0", "0", "page.html", "0", "0"],
    ["git", "driver", f"{NAME}"],
    ["git", "textconv", "page.html"],
    ["git", "textconv", NAME],
]


@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c[:4]).encode("unicode_escape").decode())
def test_no_command_passes_on_what_steers(room: Path, command: list[str], color: bool) -> None:
    where = [] if command[0] == "git" or "--dry-run" in command else ["--corpus", "corpus"]
    done = run(*command, *where, cwd=room, color=color)
    assert done.returncode in (0, 1, 2), done.stderr
    assert done.stdout or done.stderr
    for text in (done.stdout, done.stderr):
        plain = re.sub("\x1b\\[[0-9;]*m", "", text) if color else text  # colours of our own
        assert STEERING.findall(plain) == []
        # A page is a file for browsers; its style sheet has lines that look like commands.
        assert "html" in command or COMMAND.findall(plain) == []


def test_annotations_are_commands_and_their_words_are_not(room: Path) -> None:
    done = run("check", "--format", "github", "--corpus", "corpus", cwd=room)
    lines = done.stdout.splitlines()
    assert lines and all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert not any(line.startswith("::error::") for line in lines)


@needs_git
def test_a_commit_message_holds_nothing_that_steers(room: Path) -> None:
    done = run("add", NAME, "--id", "bonn-2020", "--language", "en", "--corpus", "corpus", cwd=room)
    assert done.returncode == 0, done.stderr
    raw = subprocess.run(
        ["git", "log", "-1", "--format=%B"], cwd=room / "corpus", capture_output=True, check=True
    )
    assert b"\x1b" not in raw.stdout and b"\n::error" not in raw.stdout


def test_an_import_marks_control_characters_and_says_so(room: Path) -> None:
    done = run("show", "page.html", "--format", "text", cwd=room)
    assert "We\ufffd]0;T\ufffd agree\ufffd31m" in done.stdout
    assert "control characters" in done.stderr


@pytest.mark.parametrize("redirect", ["<&-", ">&-", "2>&-", "2>/dev/full", ">/dev/full"])
def test_a_closed_or_full_stream_is_an_expected_failure(room: Path, redirect: str) -> None:
    program = f'"{sys.executable}" -P -m p5diff'
    text = "-" if redirect == "<&-" else "plain.txt"
    for command in (f"show {text}", "show no-such-thing", f"show {text} --format json"):
        done = subprocess.run(
            ["sh", "-c", f"{program} {command} {redirect}"],
            cwd=room,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode in (0, 2), (command, redirect, done)
        assert b"Traceback" not in done.stderr


def test_a_working_folder_that_is_gone_is_an_expected_failure(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", f'rmdir "{gone}"; "{sys.executable}" -P -m p5diff list'],
        cwd=gone, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2 and b"Traceback" not in done.stderr, done.stderr


@pytest.mark.parametrize("text", ["a:b", "a :: b", "Article 5: we agree", "# heading", "a\tb\n"])
def test_words_stay_as_they_are(text: str) -> None:
    assert safe(text) == text
