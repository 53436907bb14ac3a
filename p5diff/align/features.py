"""What is measured of a candidate pair: first its wording alone, then where it stands.

Every figure is in [0, 1] or close to it; `docs/alignment.md` says what each means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from p5diff.align.order import Order
from p5diff.align.units import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known besides wording, per unit and side: topics and role in the document."""

    topics: tuple[Sequence[frozenset[str]], ...] = ()
    roles: tuple[Sequence[str], ...] = ()

    def alike(self, i: int, j: int) -> float:
        """1 for the same topics, -1 for none in common, 0 where nothing is known."""
        if not self.topics:
            return 0.0
        ours, theirs = self.topics[0][i], self.topics[1][j]
        if not ours or not theirs:
            return 0.0
        shared = len(ours & theirs)
        return shared / min(len(ours), len(theirs)) if shared else -1.0

    def foreign(self, i: int, j: int) -> float:
        """1 where one is, say, a title and the other is not."""
        return float(bool(self.roles) and self.roles[0][i] != self.roles[1][j])

    def marked(self, texts: Sequence[str], side: int) -> list[str]:
        """The texts with their role in front, so that a title equals titles only."""
        if not self.roles:
            return list(texts)
        return [role + text if text else "" for role, text in zip(self.roles[side], texts, strict=True)]


Pairs = dict[tuple[int, int], tuple[float, ...]]

WORDING = (
    "overlap",
    "held_before",
    "held_after",
    "edit",
    "letters",
    "partial",
    "length",
    "numbers",
    "opening",
    "ending",
    "shortness",
    "topics",
    "foreign",
)
PLACE = (
    "margin_before",
    "margin_after",
    "best_before",
    "best_after",
    "neighbours",
    "expected",
    "expected_strict",
    "gap_only",
    "order",
)
NAMES = WORDING + PLACE
_LONG = 4_000
"""Texts longer than this (code points) are compared by words alone, not by letters."""


def wording(texts: Texts, pairs: Sequence[tuple[int, int]], hints: Hints) -> Pairs:
    """The figures of `WORDING` for each pair."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio

    ratio = Indel.normalized_similarity
    ours, theirs, worth = texts.before, texts.after, texts.worth.__getitem__
    result: Pairs = {}
    for i, j in pairs:
        shared = sum(map(worth, ours.terms[i] & theirs.terms[j]))
        a, b = ours.weight[i], theirs.weight[j]
        x, y = ours.symbols[i], theirs.symbols[j]
        edit = ratio(x, y)
        short = max(len(ours.texts[i]), len(theirs.texts[j])) <= _LONG
        result[i, j] = (
            2 * shared / (a + b),
            shared / a,
            shared / b,
            edit,
            ratio(ours.texts[i], theirs.texts[j]) if short else edit,
            partial_ratio(x, y) / 100 if short else edit,
            _length(len(x), len(y)),
            _numbers(ours.numbers[i], theirs.numbers[j]),
            _opening(x, y),
            _opening(x[::-1], y[::-1]),
            1 / (1 + min(len(x), len(y))),
            hints.alike(i, j),
            hints.foreign(i, j),
        )
    return result


def place(pairs: Sequence[tuple[int, int]], score: dict[tuple[int, int], float], order: Order) -> Pairs:
    """The figures of `PLACE` for each pair, given what each pair scores so far."""
    best_before, best_after = _best_two(score, 0), _best_two(score, 1)
    sense = order.kept
    result: Pairs = {}
    for i, j in pairs:
        own = score[i, j]
        row, column = _other(best_before[i], own), _other(best_after[j], own)
        near = exp(-order.distance(i, j) / 3)
        result[i, j] = (
            own - row,
            own - column,
            float(own >= row),
            float(own >= column),
            order.neighbours(i, j),
            near * sense,
            near * sense**4,
            float(order.alone(i, j)) * sense**4,
            sense,
        )
    return result


def _length(a: int, b: int) -> float:
    return abs(log((a + 2) / (b + 2)))


def _numbers(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared numbers and document symbols: 1 all, -1 none, 0 where a side has none."""
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / len(a | b) - 1


def _opening(x: str, y: str) -> float:
    """How much of the shorter one's first eight words is the same from the start."""
    size = min(len(x), len(y), 8)
    n = 0
    while n < size and x[n] == y[n]:
        n += 1
    return n / 8


def _best_two(score: dict[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    best: dict[int, tuple[float, float]] = {}
    for pair, value in score.items():
        first, second = best.get(pair[side], (0.0, 0.0))
        if value > first:
            best[pair[side]] = (value, first)
        elif value > second:
            best[pair[side]] = (first, value)
    return best


def _other(best: tuple[float, float], own: float) -> float:
    """The best score besides one's own."""
    return best[1] if own >= best[0] else best[0]
