"""Fuzz the Markdown reader: any text, and text made of the signs of Markdown."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz

SIGNS = (
    "#",
    "-",
    "---",
    "*",
    "1.",
    ">",
    "`",
    "```",
    "\n",
    "\n\n",
    " ",
    "    ",
    "[a](b)",
    "|",
    "word",
    "<p>",
    "---\n",
    ":",
)


def load() -> Callable[[bytes], None]:
    """Reading a file as Markdown, and putting what comes out into stored form."""
    from p5diff.ingest import source

    def target(data: bytes) -> None:
        for text in (data, "".join(SIGNS[byte % len(SIGNS)] for byte in data).encode()):
            source(text, name="a.md", language="en")

    return target


if __name__ == "__main__":
    fuzz(load)
