"""Pairs of invented sentences that differ in one thing, in six languages (`minimal_pairs.txt`).

What must be said is `aspect verdict`; `NO`: the two mean the same, or nothing may be concluded, so no
verdict at all; `ledger`: a figure must be told of as changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One pair and what must be said of it."""

    language: str
    kind: str
    before: str
    after: str
    expected: str


def _rows() -> tuple[Row, ...]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Row(*(part.strip() for part in line.split(" | "))) for line in lines)


PAIRS = _rows()
