"""The second of two files is read by a second process to the same text, or here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from p5diff import aside
from p5diff.errors import InputError
from p5diff.model.source import CarrierChoice
from p5diff.workflows import beside
from p5diff.workflows.load import ReadingOptions, load_pair

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
ONE = "The harbour masters met in Oslo.\n\n1. They will report every year. They may meet again.\n"
TWO = """---
title: Joint statement of the harbour masters
date: 2031-05-04
---
# Joint statement

The harbour masters met in Oslo.

## Fees

1. They shall report every year. They may not meet again.

   (a) on fees;

* * *

<!-- a remark in the source -->

Они встретятся снова. 他们将再次会晤。
"""


@pytest.fixture
def came(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether the second process gave each second file; it is begun for files of any length."""
    found: list[bool] = []
    numbers: list[int] = []

    def begun(work: Callable[[aside.Line], None]) -> aside.Helper | None:
        if (helper := begin(work)) is not None:
            numbers.append(helper.number)
        return helper

    def received(helper: aside.Helper) -> object:
        found.append((read := whole(helper)) is not None)
        return read

    whole, begin = beside._received, aside.begin
    monkeypatch.setattr(aside, "is_possible", lambda: True)
    monkeypatch.setattr(beside, "_LONG", 0)
    monkeypatch.setattr(beside, "_received", received)
    monkeypatch.setattr(aside, "begin", begun)
    yield found
    for number in numbers:
        with pytest.raises(ChildProcessError):
            os.waitpid(number, os.WNOHANG)  # none is left


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_two_processes_read_what_one_reads(
    tmp_path: Path, came: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = _written(tmp_path, "one.txt", ONE), _written(tmp_path, "two.md", TWO)
    found = load_pair(*paths)
    assert came == [True]
    assert found[1].notes and found[1].statement.set_aside and found[1].statement.meta.titles
    assert {p.role for p in found[1].statement.paragraphs} > {found[1].statement.paragraphs[-1].role}
    monkeypatch.setattr(aside, "is_possible", lambda: False)
    assert load_pair(*paths) == found
    assert came == [True]


def test_what_the_second_process_does_not_read_is_read_here(tmp_path: Path, came: list[bool]) -> None:
    one = _written(tmp_path, "one.txt", ONE)
    page = _written(tmp_path, "two.html", "<h1>Fees</h1><p>They shall report every year.</p>")
    assert load_pair(one, page)[1].statement.paragraphs
    with pytest.raises(InputError, match=r"blank\.txt holds no text"):
        load_pair(one, _written(tmp_path, "blank.txt", "\n \n"))
    with pytest.raises(InputError, match="no file"):
        load_pair(one, tmp_path / "missing.txt")
    inside = ReadingOptions(carrier=CarrierChoice.INSIDE)
    with pytest.raises(InputError, match="carries no statement"):
        load_pair(one, one, readings=(inside, inside))
    assert True not in came


def test_what_is_wrong_with_the_first_file_is_said_first(tmp_path: Path, came: list[bool]) -> None:
    two = _written(tmp_path, "two.txt", ONE)
    with pytest.raises(InputError, match=r"blank\.txt holds no text"):
        load_pair(_written(tmp_path, "blank.txt", " \n"), two)
    assert came == []


def test_short_files_are_read_one_after_the_other(
    tmp_path: Path, came: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_LONG", 200)
    paths = _written(tmp_path, "one.txt", ONE), _written(tmp_path, "two.txt", ONE * 9)
    assert load_pair(*paths) and came == []
    assert load_pair(paths[1], paths[1]) and came == [True]
