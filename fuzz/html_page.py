"""Fuzz the web page reader: any bytes as a page."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz


def load() -> Callable[[bytes], None]:
    """The page parser, run in this very process."""
    from p5diff.ingest.html import parse

    def target(data: bytes) -> None:
        parse(data, name="fuzz")
        parse(b"<html><body><p>The five states met.</p>" + data, name="fuzz", encoding="latin-1")

    return target


if __name__ == "__main__":
    fuzz(load)
