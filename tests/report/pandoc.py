"""Pandoc as the oracle for Word files: its reading with all changes accepted, or all rejected."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")


def paragraphs(docx: bytes, track_changes: str) -> list[str]:
    """The paragraphs of a DOCX as pandoc reads them, white space folded; empty ones left out."""
    done = subprocess.run(
        ["pandoc", "--sandbox", "-f", "docx", "-t", "json", f"--track-changes={track_changes}"],
        input=docx,
        capture_output=True,
        check=True,
        timeout=120,
    )
    found = (" ".join(text.split()) for text in _blocks(json.loads(done.stdout)["blocks"]))
    return [text for text in found if text]


def _blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            yield _text(block["c"])
        elif block["t"] == "Header":
            yield _text(block["c"][2])
        elif block["t"] == "Table":
            yield json.dumps(block["c"])
        else:
            raise AssertionError(f"an unexpected {block['t']}")


def _text(inlines: list[dict[str, Any]]) -> str:
    return "".join(_inline(item) for item in inlines)


def _inline(item: dict[str, Any]) -> str:
    kind, content = item["t"], item.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Span":
        return _text(content[1])
    if kind in ("Emph", "Strong", "Underline"):
        return _text(content)
    raise AssertionError(f"an unexpected {kind}")
