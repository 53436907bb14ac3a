"""Fuzz the normaliser: any text, in each language; and its law, twice is once."""

from __future__ import annotations

from collections.abc import Callable

from common import fuzz

LANGUAGES = ("en", "zh", "fr", "ru", "es", "ar")


def load() -> Callable[[bytes], None]:
    """The normaliser, whose law is checked: normalising twice is normalising once."""
    from p5diff.ingest.layout.normalise import normalise

    def target(data: bytes) -> None:
        language = LANGUAGES[data[0] % 6] if data else "en"
        once = normalise(data[1:].decode("utf-8", "surrogateescape"), language=language)
        assert normalise(once, language=language) == once

    return target


if __name__ == "__main__":
    fuzz(load)
