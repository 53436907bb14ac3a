"""Files in general and plain text: what is read, and what is refused with cause and remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p5diff.errors import InputError
from p5diff.ingest import IMPORTERS, read, read_bytes
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.layout.normalised import from_raw

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
