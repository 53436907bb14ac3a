"""Regex traps: every pattern of the readers on a tenth of a megabyte of adversarial text.

A pattern that backtracks without bound would run for hours here and hit the limit of the test.
"""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import p5diff.ingest

SIZE = 100_000
TEXTS = {
    "letters": "a" * SIZE + "!", "capitals": "A" * SIZE + "!", "spaces": " " * SIZE + "x", "digits": "1" * SIZE + "x",
    "dots": "." * SIZE, "slashes": "A/" * (SIZE // 2) + "?", "mixed": "a1-/ ." * (SIZE // 6), "han": "第一次" * (SIZE // 3) + "x",
    "arabic": "\u0627\u0644 " * (SIZE // 3), "brackets": "(" * SIZE, "dates": "1/1/1, 1:1 " * (SIZE // 11), "lines": "\n \t" * (SIZE // 3),
    "crumbs": "a > b " * (SIZE // 6) + ".", "meta": "<meta charset" * (SIZE // 13), "hyphens": "a-" * (SIZE // 2), "marks": "\ufdd0" * SIZE,
}  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(p5diff.ingest.__path__, "p5diff.ingest."):
        if module.name.rpartition(".")[2] in {
            "child",
            "plain",
            "markdown",
            "frontmatter",
            "sniff",
            "decode",
            "__main__",
        }:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("name", "pattern"), list(patterns()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_pattern_can_be_trapped(name: str, pattern: re.Pattern[str]) -> None:
    for text in TEXTS.values():
        hay = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
        pattern.search(hay)  # type: ignore[arg-type]
        pattern.fullmatch(hay)  # type: ignore[arg-type]
