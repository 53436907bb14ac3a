"""Invented sentences labelled by somebody who had not seen the rules: kind, leading topic and actor.

Every answer in a list is right. The first figures, before anything was mended in their sight, stand in
docs/benchmarks/meaning.md; the floors here only keep what was reached since.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from p5diff import compare_texts
from p5diff.model.comparison import CommitmentMark, Side

FLOORS = {"kind": 0.96, "topic": 0.93, "actor": 0.92}
"""A little under what is reached (0.98, 0.95, 0.94), so that one doubtful sentence more does not fail."""


def _rows() -> dict[tuple[str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in Path(__file__).with_name("labelled.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["language"], row["doc"]].append(row)
    return found


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _read(rows: list[dict[str, Any]], language: str) -> dict[str, tuple[CommitmentMark, str]]:
    paragraphs = [p for r in rows for p in ([r["lead_in"]] if r["lead_in"] else []) + [r["text"]]]
    text = "\n\n".join(paragraphs) + "\n"
    found: dict[str, tuple[CommitmentMark, str]] = {}
    for change in compare_texts(text, text, language=language).changes:
        for mark in change.marks:
            if mark.side is Side.BEFORE:
                words = next(s.text for s in change.pair.before if s.id == mark.sentence)
                topic = change.topics[0].topic if change.topics else "none"
                found[_letters(words)] = (mark, topic)
    return found


@pytest.mark.parametrize("asked", sorted(FLOORS))
def test_what_strangers_labelled_is_told(asked: str) -> None:
    right = total = 0
    for (language, _doc), rows in _rows().items():
        read = _read(rows, language)
        for row in rows:
            key = _letters(row["text"])
            told = next((value for words, value in read.items() if words and key.endswith(words)), None)
            mark, topic = told if told else (None, "none")
            said = {
                "kind": mark.kind.value if mark else "none",
                "topic": topic,
                "actor": mark.actor if mark else "",
            }
            right += said[asked] in row[asked]
            total += 1
    assert total == 210
    assert right / total >= FLOORS[asked]
