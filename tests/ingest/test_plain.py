"""Files in general and plain text: what is read, and what is refused with cause and remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p5diff.errors import InputError
from p5diff.ingest import IMPORTERS, extent, read, read_bytes
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.layout.recovery import from_raw

ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028"]


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.cause and caught.value.hint
    return caught.value


def test_missing_folder_empty(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt").slug == "file-missing"
    assert refused(tmp_path).slug == "file-is-folder"
    for content in (b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"):
        (tmp_path / "empty.txt").write_bytes(content)
        assert refused(tmp_path / "empty.txt").slug == "file-empty"


def test_a_path_with_a_null_is_refused() -> None:
    assert refused(Path("a\x00b")).slug == "file-unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert refused(path).slug == "file-unreadable"


@pytest.mark.parametrize("head", [b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0", b"\x1f\x8b\x08", b"PK\x03\x04stuff"])
def test_formats_that_are_not_read(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(head + b" more")
    assert refused(tmp_path / "a.txt").slug == "format-not-read"


@pytest.mark.parametrize("end", ENDS)
def test_every_line_end_reads_alike(end: str) -> None:
    text = "The States met. They agreed\non a plan for the year.\n\nThey left.\n"
    raw = read_bytes(text.replace("\n", end).encode(), name="a.txt")
    assert from_raw(raw, language="en").stored == normalise(text, language="en")


def test_content_decides_before_the_name() -> None:
    assert read_bytes(b"---\ntitle: A\n---\nText.\n", name="a.txt").format == "markdown"
    assert read_bytes(b"Just text.\n", name="a").format == "plain"


def test_language_is_kept_as_stated() -> None:
    raw = read_bytes(b"Oslo.\n", name="a.txt", language="es")
    assert dict(raw.properties)["language"] == "es"


def test_importers_name_modules_of_the_package() -> None:
    assert all(module.startswith("p5diff.ingest.") for module in IMPORTERS.values())


@pytest.mark.parametrize("name", ["vast.txt", "vast.md"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\n\n", "\n \t\n"])
def test_more_lines_than_are_read_are_refused_by_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, end: str
) -> None:
    monkeypatch.setattr(extent, "MOST_LINES", 1_500)
    (tmp_path / name).write_bytes(("-" + end).encode() * 1_501)
    error = refused(tmp_path / name)
    assert error.slug == "input-too-large"
    assert error.cause == "it has 1,501 lines that are not blank; the limit is 1,500"
    (tmp_path / name).write_bytes(("-" + end).encode() * 1_500)
    assert read(tmp_path / name).blocks


@pytest.mark.parametrize("name", ["vast.txt", "vast.md"])
def test_more_characters_than_are_read_are_refused_by_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(extent, "MOST_CHARACTERS", 5_000)
    (tmp_path / name).write_text("word " * 1_000 + "!", encoding="utf-8")
    error = refused(tmp_path / name)
    assert error.slug == "input-too-large"
    assert error.cause == "it has 5,001 characters; the limit is 5,000"
    wide = "é" * 5_000
    assert read_bytes(wide.encode(), name=name).blocks[0].text == wide


def test_blank_lines_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_LINES", 10)
    airy = "\n" * 300 + "The States met.\n"
    assert read_bytes(airy.encode(), name="airy.txt").blocks[0].text == airy
