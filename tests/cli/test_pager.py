"""Output longer than the screen goes through a pager, and only where a person reads it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from p5diff import terminal


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
