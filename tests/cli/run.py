"""Run the command line as a user does: a process, its exit code, its two streams."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.cli.ready import ran
from tests.conftest import ROOT


def p5diff(
    *arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None, text_in: str = ""
) -> subprocess.CompletedProcess[str]:
    """`python -m p5diff ARGUMENTS` in `cwd`; the package under test is this checkout's."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "P5DIFF_DEBUG": "", **(env or {})}
    words = [str(argument) for argument in arguments]
    done = ran(words, cwd or ROOT, environment, text_in.encode())
    streams = (stream.decode().replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *streams)


def two_files(folder: Path, before: str, after: str) -> tuple[Path, Path]:
    """Two texts as files of a folder: `old.txt`, `new.txt`."""
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(before, encoding="utf-8")
    new.write_text(after, encoding="utf-8")
    return old, new
