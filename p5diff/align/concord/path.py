"""The likeliest path through two texts in order, and how sure each of its links is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from p5diff.align.concord.evidence import PRIORS, SentenceGroup, TranslationEvidence

_SHAPES = tuple(sorted(PRIORS, key=lambda s: (s[0] + s[1], s)))
_BAND = 60
"""Sentences that a path may stray from the straight line between the two ends, at least …"""
_WIDTH = 0.12
"""… and as a share of the longer text: beyond that only a text of other matter lies."""
_HEAT = 2.0
"""Kinds of evidence are not independent, so that their sum claims too much: odds are cooled by it,
which makes the confidence of links agree with how often they are right (docs/benchmarks/concord.md)."""

_NEVER = -math.inf


def best_path(evidence: TranslationEvidence) -> list[SentenceGroup]:
    """The groups of the likeliest path, in order; together they hold every sentence once."""
    n, m = len(evidence.one), len(evidence.two)
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i, j in _cells(n, m):
        for group, start in _into(i, j):
            if start in best:
                total = best[start] + evidence.score(group)
                if total > best.get((i, j), _NEVER):
                    best[i, j], came[i, j] = total, start
    path: list[SentenceGroup] = []
    at = (n, m)
    while at != (0, 0):
        start = came[at]
        path.append(SentenceGroup(range(start[0], at[0]), range(start[1], at[1])))
        at = start
    return path[::-1]


def posteriors(evidence: TranslationEvidence, path: Sequence[SentenceGroup]) -> list[float]:
    """The probability of each group of the path among all paths (forward and backward sums)."""
    n, m = len(evidence.one), len(evidence.two)
    cells = list(_cells(n, m))
    ahead: dict[tuple[int, int], float] = {(0, 0): 0.0}
    for cell in cells:
        terms = [
            ahead[start] + evidence.score(group) / _HEAT for group, start in _into(*cell) if start in ahead
        ]
        if terms:
            ahead[cell] = _sum(terms)
    back: dict[tuple[int, int], float] = {(n, m): 0.0}
    for cell in reversed(cells):
        if cell not in back:
            continue
        for group, start in _into(*cell):
            if start in ahead:
                term = back[cell] + evidence.score(group) / _HEAT
                back[start] = _sum([back[start], term]) if start in back else term
    total = ahead[n, m]
    return [
        min(
            math.exp(
                ahead[g.before.start, g.after.start]
                + evidence.score(g) / _HEAT
                + back[g.before.stop, g.after.stop]
                - total
            ),
            1.0,
        )
        for g in path
    ]


def _sum(terms: Sequence[float]) -> float:
    top = max(terms)
    return top + math.log(sum(math.exp(t - top) for t in terms))


def _cells(n: int, m: int) -> Iterator[tuple[int, int]]:
    """The cells of the band, the first corner apart, row by row."""
    width = max(_BAND, int(_WIDTH * max(n, m)), abs(n - m) // 2)
    for i in range(n + 1):
        middle = i * m // n if n else 0
        low, high = (max(0, middle - width), min(m, middle + width)) if n else (0, m)
        for j in range(low, high + 1):
            if (i, j) != (0, 0):
                yield i, j


def _into(i: int, j: int) -> Iterator[tuple[SentenceGroup, tuple[int, int]]]:
    for a, b in _SHAPES:
        if a <= i and b <= j:
            yield SentenceGroup(range(i - a, i), range(j - b, j)), (i - a, j - b)
