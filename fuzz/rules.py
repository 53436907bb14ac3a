"""Fuzz the rule files of a corpus: any bytes, and lists and patterns made of the signs of the language."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from common import fuzz

WORDS = (
    "we",
    "agree",
    "{a}",
    "{b}",
    "{v.urge}",
    "(",
    ")",
    "[",
    "]",
    "|",
    "~3",
    "^",
    "####",
    "*ing",
    "pro*",
    "{",
)


def load() -> Callable[[bytes], None]:
    """Patterns with lists within lists are compiled, or refused with a remedy; any bytes are parsed."""
    from p5diff.language import get
    from p5diff.meaning.pattern.compiler import Lists, PatternError, compile_pattern
    from p5diff.meaning.rules.source import Problems, RuleFile, parse

    language = get("en")

    def pattern(data: bytes) -> str:
        return " ".join(WORDS[byte % len(WORDS)] for byte in data)

    def target(data: bytes) -> None:
        third = len(data) // 3
        one, two, three = data[:third], data[third : 2 * third], data[2 * third :]
        lists = Lists({"a": [pattern(one)], "b": [pattern(two)]}, language.verbs())
        with suppress(PatternError):
            compile_pattern(pattern(three), language, lists)
        parse(RuleFile(name="m.toml", text=data.decode("utf-8", "replace"), digest=""), Problems())

    return target


if __name__ == "__main__":
    fuzz(load)
