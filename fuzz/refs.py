"""Fuzz references: what is read is written back the same."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz


def load() -> Callable[[bytes], None]:
    """Parsing, and that a reference is written back the same."""
    from p5diff.model.refs import Reference

    def target(data: bytes) -> None:
        reference = Reference.parse(data.decode("utf-8", "surrogateescape"))
        assert Reference.parse(str(reference)) == reference

    return target


if __name__ == "__main__":
    fuzz(load)
