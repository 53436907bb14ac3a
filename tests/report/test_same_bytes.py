"""Same input, same bytes: whatever the time zone, locale, hash seed and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from p5diff.report import criticmarkup, docx, html, markdown, table
from tests.browser.conftest import example
made = example()
outputs = [html.render(made), docx.render(made), markdown.render(made), criticmarkup.render(made),
           table.html(made), table.docx(made), table.markdown(made), table.csv(made)]
for output in outputs:
    print(hashlib.sha256(output if isinstance(output, bytes) else output.encode()).hexdigest())
"""
SETTINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "12345", "TZ": "America/New_York", "LC_ALL": "ru_RU.UTF-8"},
]


def digests(folder: Path, **settings: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_no_surrounding_changes_a_byte(tmp_path: Path) -> None:
    found = [digests(tmp_path if n else ROOT, **settings) for n, settings in enumerate(SETTINGS)]
    assert len(found[0]) == 8
    assert found[0] == found[1] == found[2]


def test_only_word_files_carry_the_date_that_is_asked_for(tmp_path: Path) -> None:
    plain, dated = digests(tmp_path), digests(tmp_path, SOURCE_DATE_EPOCH="1700000000")
    changed = [one != two for one, two in zip(plain, dated, strict=True)]
    assert changed == [False, True, False, False, False, True, False, False]


@pytest.mark.parametrize("given", ["", "soon", "-5", "9" * 40])
def test_a_date_that_is_none_is_no_trouble(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    from p5diff.report.docx.package import stamp

    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert 1980 <= stamp().year <= 2107
