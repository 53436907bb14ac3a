"""What a user may name as a text: files, pipes, standard input, and what is refused with a remedy."""

from __future__ import annotations

import hashlib
import io
import json
import os
import threading
from pathlib import Path
from unittest import mock

import pytest

from p5diff import ingest
from p5diff.errors import InputError
from p5diff.model.source import CarrierChoice
from p5diff.workflows.load import ReadingOptions, load_pair, load_with_notes
from tests.cli.run import p5diff

TEXT = "The States met in Oslo and agreed to work together on the treaty.\n"


def test_a_reference_too_long_for_any_file_is_an_explained_error(tmp_path: Path) -> None:
    done = p5diff("diff", "a" * 300, "b" * 5000, cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot be the id of a statement" in done.stderr


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(TEXT, encoding="utf-8")
    done = p5diff("diff", "old.txt", "-", "--format", "json", cwd=tmp_path, text_in=TEXT)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["tally"]["unchanged"] == 1
    assert data["after"]["source"]["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_read_once_and_its_digest_is_of_what_was_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,), daemon=True)
    writer.start()
    source = load_with_notes(pipe, reading=ReadingOptions("en")).statement.meta.source
    writer.join(timeout=10)
    assert source is not None and source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


_PAGE = (
    "Ministers issued the following statement:\n\n“The States met in Oslo and agreed to meet every year.\n\n"
    "“They thanked Norway.”\n\nAnalysts had expected more from the meeting, and said so at length.\n"
)


@pytest.mark.parametrize("first", [True, False])
def test_standard_input_beside_a_page_that_carries_its_statement_is_read_once(
    tmp_path: Path, first: bool
) -> None:
    (tmp_path / "page.txt").write_text(_PAGE, encoding="utf-8")
    names = ("-", "page.txt") if first else ("page.txt", "-")
    done = p5diff("diff", *names, "--carrier", "inside", "--format", "json", cwd=tmp_path, text_in=TEXT * 2)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    given, page = ("before", "after") if first else ("after", "before")
    assert data[given]["source"]["sha256"] == hashlib.sha256((TEXT * 2).encode()).hexdigest()
    assert any(note["message"].startswith("stdin: nothing tells") for note in data["provenance"]["notes"])
    said = [s["text"] for change in data["changes"] for s in change[page]]
    assert "They thanked Norway." in said and not any("Analysts" in text for text in said)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_beside_a_page_is_read_once(tmp_path: Path) -> None:
    page, pipe = tmp_path / "page.txt", tmp_path / "pipe.txt"
    page.write_text(_PAGE, encoding="utf-8")
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,), daemon=True)
    writer.start()
    inside = ReadingOptions(carrier=CarrierChoice.INSIDE)
    one, two = load_pair(pipe, page, readings=(inside, inside))
    writer.join(timeout=10)
    assert [s.text for s in one.statement.sentences()] == [TEXT.strip()]
    assert [s.text for s in two.statement.sentences()][-1] == "They thanked Norway."


def test_a_stream_without_end_is_refused_at_the_bound() -> None:
    with mock.patch.object(ingest, "MOST_BYTES", 100):
        assert ingest.bounded(io.BytesIO(b"x" * 100), "short") == b"x" * 100
        with pytest.raises(InputError, match="more than 100 bytes"):
            ingest.bounded(io.BytesIO(b"x" * 101), "endless")


def test_a_note_says_of_which_file_it_speaks(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Page 1 of 2\n\n" + TEXT + "\nPage 2 of 2\n\nThey thanked Norway for all of it.\n", encoding="utf-8"
    )
    notes = load_with_notes(page).notes
    assert any("left out" in note.message for note in notes)
    assert all("page.txt" in note.message for note in notes)


STORY = """The ministers issued the following statement:

“The States agreed to meet again in Quito.

“They thanked the hosts in Porto.”

Analysts had expected more from the meeting, and several of them said so at some length on Tuesday.

The next round of talks will take up the questions that were left open in Porto, officials said later.
"""
"""A page that can be read in two ways."""
ALONE = "The States agreed to meet again in Lima.\n\nThey thanked the hosts in Porto.\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "alone.txt").write_text(ALONE, encoding="utf-8")
    return tmp_path


def test_show_takes_what_is_chosen_of_a_page(two: Path) -> None:
    whole = p5diff("show", "page.txt", "--format", "text", cwd=two)
    assert "Analysts" in whole.stdout and "two readings" in whole.stderr
    inside = p5diff("show", "page.txt", "--carrier", "inside", "--format", "text", cwd=two)
    assert inside.stdout.split("\n\n") == [p.replace("Lima", "Quito") for p in ALONE.split("\n\n")]
    assert "two readings" not in inside.stderr
    left = p5diff("show", "page.txt", "--carrier", "inside", "--source", cwd=two)
    assert "Analysts" in left.stdout.partition("thanked")[2]


@pytest.mark.parametrize("command", ["diff", "brief"])
def test_a_page_is_compared_with_a_statement_alone(two: Path, command: str) -> None:
    done = p5diff(command, "page.txt", "alone.txt", "--carrier", "inside", "--format", "json", cwd=two)
    if command == "diff":
        data = json.loads(done.stdout)
        assert (data["tally"]["unchanged"], data["tally"]["dropped"], data["tally"]["new"]) == (1, 0, 0)
        assert any("alone.txt" in note["message"] for note in data["provenance"]["notes"])
    whole = p5diff(command, "page.txt", "alone.txt", "--carrier", "whole", "--format", "json", cwd=two)
    assert whole.stdout != done.stdout and done.returncode == whole.returncode


def test_two_files_that_are_no_pages_carry_nothing(two: Path) -> None:
    done = p5diff("diff", "alone.txt", "alone.txt", "--carrier", "inside", cwd=two)
    assert done.returncode == 2 and "alone.txt" in done.stderr
    wrong = p5diff("show", "alone.txt", "--carrier", "half", cwd=two)
    assert wrong.returncode == 2 and "half" in wrong.stderr
