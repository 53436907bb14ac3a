"""A command that is forked says what a command says that is started, and leaves nothing to the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli import ready
from tests.cli.run import two_files
from tests.conftest import ROOT


def test_a_forked_command_says_what_a_started_one_says(tmp_path: Path) -> None:
    two_files(tmp_path, "We will meet.\n", "We may meet in Oslo.\n")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "FORCE_COLOR": "1"}
    words = ["diff", "old.txt", "-", "--exit-code"]
    stdin = b"We shall not meet.\n"
    forked = ready.ran(words, tmp_path, env, stdin)
    command = [sys.executable, "-P", "-m", "p5diff", *words]
    started = subprocess.run(command, cwd=tmp_path, env=env, input=stdin, capture_output=True, check=False)
    assert (forked.returncode, forked.stdout, forked.stderr) == (1, started.stdout, started.stderr)
    assert b"\x1b[" in forked.stdout
    plain = ready.ran(words, tmp_path, {**env, "FORCE_COLOR": "0"}, stdin)
    assert b"\x1b[" not in plain.stdout
