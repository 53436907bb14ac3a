"""Output longer than the screen goes through a pager, and only where a person reads it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from p5diff import terminal
from p5diff.cli import main


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pager that keeps what it is given, and LESS with it."""
    kept, script = tmp_path / "kept", tmp_path / "pager.py"
    script.write_text(
        "import os, sys\n"
        f"open({str(kept)!r}, 'w', encoding='utf-8').write(os.environ['LESS'] + '|' + sys.stdin.read())\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setenv("P5DIFF_PAGER", f"{sys.executable} {script}")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("LESS", raising=False)
    return kept


@pytest.mark.skipif(os.name == "nt", reason="the paths of a test need quoting otherwise")
def test_what_is_longer_than_the_screen_is_paged(pager: Path) -> None:
    assert terminal.page("条约\n" * 30, 24)
    assert pager.read_text(encoding="utf-8") == "FRX|" + "条约\n" * 30


def test_what_fits_is_not(pager: Path) -> None:
    assert not terminal.page("a\n" * 20, 24)


@pytest.mark.parametrize("named", ["cat", "", "no-such-pager-here"])
def test_no_pager_is_no_failure(pager: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("P5DIFF_PAGER", named)
    assert not terminal.page("a\n" * 30, 24)


def test_a_pipe_is_not_paged(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: False)
    assert not terminal.page("a\n" * 30, 24) and not pager.exists()


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["p5diff", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 0


@pytest.mark.parametrize("command", [("list",), ("topics",), ("show", "washington-2012:zh"), ("matrix",)])
def test_every_listing_is_paged_as_a_whole(
    pager: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
) -> None:
    monkeypatch.setenv("LINES", "8")
    run(monkeypatch, *command, "--no-pager")
    plain = capsys.readouterr().out
    assert plain.count("\n") > 8 and not pager.exists()
    run(monkeypatch, *command)
    assert capsys.readouterr().out == ""
    assert pager.read_text(encoding="utf-8") == f"FRX|{plain}"


def test_what_a_failing_command_has_said_is_shown(pager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), terminal.held(lambda: 24):
        terminal.out("half\n")
        assert capsys.readouterr().out == ""
        raise ZeroDivisionError
    assert capsys.readouterr().out == "half\n"


def test_long_work_is_told_on_stderr_until_something_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "is_watched", lambda: True)
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    terminal.at_work("diff")
    terminal.reached(3_400, 50_000)
    told = ""
    while "s, 3,400 of 50,000" not in told:
        told += capsys.readouterr().err
    assert "diff: " in told
    terminal.out("done\n")
    assert capsys.readouterr().err.endswith("\r")


def test_where_nobody_looks_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "is_watched", lambda: False)
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    terminal.at_work("diff")
    terminal.out("done\n")
    assert capsys.readouterr().err == ""
