"""Every pair of real texts, compared in earnest, comes back from its Word file by pandoc's reading."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import p5diff
from p5diff.report import docx
from tests.conftest import SHARED
from tests.report.pandoc import needs_pandoc, paragraphs
from tests.report.test_docx import as_read

CHAINS = (
    "quad/*.md",
    "g7/*.md",
    "p5-2022/*.md",
    "fomc/*.txt",
    "fomc-goals/*.md",
    "covenant/fr-*.md",
    "covenant/ru-*.md",
    "covenant/zh-*.md",
    "covenant/ar-*.md",
)


def pairs(chain: str) -> list[tuple[Path, Path]]:
    folder, pattern = chain.split("/")
    return list(pairwise(sorted((SHARED / "data" / folder).glob(pattern))))


def assert_round_trip(before: Path, after: Path) -> None:
    compared = p5diff.compare(before, after)
    made = docx.render(compared)
    assert paragraphs(made, "accept") == as_read("after", compared), f"accept {before} {after}"
    assert paragraphs(made, "reject") == as_read("before", compared), f"reject {before} {after}"


def test_there_are_fifty_pairs(shared: Path) -> None:
    assert sum(len(pairs(chain)) for chain in CHAINS) >= 50


@pytest.mark.slow
@pytest.mark.system
@needs_pandoc
@pytest.mark.parametrize("chain", CHAINS)
def test_every_pair_of_a_chain_comes_back(shared: Path, chain: str) -> None:
    for before, after in pairs(chain):
        assert_round_trip(before, after)
