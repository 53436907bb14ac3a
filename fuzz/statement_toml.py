"""Fuzz the reader of statement.toml: any bytes, and mutations of a good one."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz

GOOD = (
    b'id = "lake-2031"\nplace = "Lake"\ndates = ["2031-05-09"]\n[title]\nen = "T"\n'
    b'[[text]]\nlanguage = "en"\nedition = "official"\n'
)


def load() -> Callable[[bytes], None]:
    """Reading, and that what is read is written back the same."""
    from p5diff.corpus.files import read_entry, write_entry

    def target(data: bytes) -> None:
        cut = data[0] % len(GOOD) if data else 0
        for text in (data, GOOD[:cut] + data[1:] + GOOD[cut:]):
            entry = read_entry(text, path="lake-2031/statement.toml")
            again = read_entry(write_entry(entry).encode(), path="lake-2031/statement.toml")
            assert again == entry

    return target


if __name__ == "__main__":
    fuzz(load)
