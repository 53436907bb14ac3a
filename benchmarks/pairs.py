"""How often the right thing is said of two sentences that differ in one thing.

    python benchmarks/pairs.py [--errors]

Scores the project's own pairs (`tests/meaning/minimal_pairs.txt`) and, where they are, the pairs of
`../shared/judged/meaning/minimal_pairs.jsonl`: right, silent, other (something else was said) and
wrong (the opposite was said, or anything of two that mean the same), whole and by language.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from p5diff.model.comparison import Comparison  # noqa: E402
from p5diff.workflows.compare import compare_statements  # noqa: E402
from tests.meaning.minimal_pairs import PAIRS  # noqa: E402
from tests.meaning.test_minimal_pairs import AROUND, OPPOSITE  # noqa: E402
from tests.meaning.texts import statement  # noqa: E402

JUDGED = ROOT.parent / "shared" / "judged" / "meaning" / "minimal_pairs.jsonl"


class Pair(NamedTuple):
    """One pair with the (aspect, verdict) of which one must be said; none where nothing may be."""

    language: str
    before: str
    after: str
    wanted: tuple[tuple[str, str], ...]


def own() -> Iterable[Pair]:
    """The project's own pairs."""
    for row in PAIRS:
        wanted = () if row.expected == "NO" else tuple(_wanted(row.expected))
        yield Pair(row.language, row.before, row.after, wanted)


def _wanted(expected: str) -> Iterable[tuple[str, str]]:
    for one in expected.split("|"):
        aspect, _, verdict = one.partition(" ")
        yield aspect, verdict or "*"


def judged() -> Iterable[Pair]:
    """The judged pairs of ../shared."""
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        expected = row["expected"]
        wanted = () if expected == "NO" else tuple((a, v) for a, verdicts in expected for v in verdicts)
        yield Pair(row["lang"], row["before"], row["after"], wanted)


def outcome(pair: Pair) -> tuple[str, list[tuple[str, str]]]:
    """What became of a pair, and what was said of it."""
    first, last = AROUND[pair.language]
    found = compare_statements(
        statement([first], [pair.before], [last], language=pair.language),
        statement([first], [pair.after], [last], language=pair.language),
    )
    said = [(s.aspect, s.verdict.value) for change in found.changes for s in change.shifts]
    torn = any(c.pair.kind.value in {"new", "dropped", "recast"} for c in found.changes)
    if not pair.wanted:
        return ("wrong" if said or torn else "right"), said
    against = {OPPOSITE.get(verdict) for _, verdict in pair.wanted}
    if torn or any(verdict in against for _, verdict in said):
        return "wrong", said
    if any(_is_said(aspect, verdict, said, found) for aspect, verdict in pair.wanted):
        return "right", said
    return ("other" if said else "silent"), said


def _is_said(aspect: str, verdict: str, said: list[tuple[str, str]], found: Comparison) -> bool:
    changed = any(e.status in {"changed", "entered", "left"} for e in found.ledger)
    if aspect == "ledger":
        return changed
    if aspect == "any":
        return bool(said) or changed
    return any(a == aspect and verdict in {"*", v} for a, v in said)


def main(errors: bool) -> None:
    """Print both tables."""
    for name, pairs in (("own", own()), ("judged", judged() if JUDGED.exists() else ())):
        counts: dict[str, Counter[str]] = {}
        for pair in pairs:
            result, said = outcome(pair)
            for group in ("all", pair.language):
                counts.setdefault(group, Counter())[result] += 1
            if errors and result != "right":
                print(f"{result} {pair.language}: {pair.before} → {pair.after}: {said}")
        print(f"{name}: " + ("not there" if not counts else ""))
        for group, found in counts.items():
            total = found.total()
            shares = ", ".join(f"{k} {found[k]}" for k in ("right", "silent", "other", "wrong"))
            print(f"  {group:4} {total:4} pairs: {shares} ({found['right'] / total:.0%} right)")


if __name__ == "__main__":
    main("--errors" in sys.argv)
