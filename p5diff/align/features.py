"""What is measured of a candidate pair's wording.

Every figure is the same whichever text is called before. `docs/alignment.md` says what each
means. Sums are sums of multiples of 1/1024 and so exact: the order of a set cannot change them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from operator import mul

from p5diff.align.alike import edit_ratio
from p5diff.align.hints import Hints
from p5diff.align.units import Side, Texts

Figures = dict[tuple[int, int], tuple[float, ...]]

WORDING = (
    "overlap",
    "held_most",
    "held_least",
    "cosine",
    "mass",
    "rarest",
    "edit",
    "common",
    "partial",
    "length",
    "numbers",
    "opening",
    "ending",
    "shortness",
    "runs",
    "runs_held",
    "runs_mass",
    "topics",
    "foreign",
)
_COSINE = WORDING.index("cosine")
_PROMISING = 0.2
"""Pairs whose terms are less alike (cosine) are compared whole, and not part by part."""
_LONG = 4_000
"""Units of more words than this are compared whole, and not part by part."""
_RUN_SPACED, _RUN_UNSPACED = 2, 4


def wording(texts: Texts, pairs: Sequence[tuple[int, int]], hints: Hints) -> Figures:
    """The figures of `WORDING` for each pair."""
    measure = _Measure(texts, pairs)
    if not (hints.topics or hints.roles):
        return {(i, j): (*measure.pair(i, j), 0.0, 0.0) for i, j in pairs}
    return {(i, j): (*measure.pair(i, j), hints.alike(i, j), hints.foreign(i, j)) for i, j in pairs}


class _Measure:
    """Everything needed of the units of the candidate pairs, made once."""

    def __init__(self, texts: Texts, pairs: Sequence[tuple[int, int]]) -> None:
        from rapidfuzz.fuzz import partial_ratio

        self._ratio = edit_ratio()
        self._partial = partial_ratio
        self._ours, self._theirs = texts.before, texts.after
        self._worth = texts.worth
        size = _RUN_UNSPACED if texts.vocabulary.is_unspaced() else _RUN_SPACED
        rows, columns = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
        self._runs = _runs(texts.before, rows, size), _runs(texts.after, columns, size)
        self._norms = self._norm(texts.before, rows), self._norm(texts.after, columns)

    def _norm(self, side: Side, units: Sequence[int]) -> dict[int, float]:
        worth = self._worth
        return {i: sum([worth[t] ** 2 for t in side.terms[i]]) ** 0.5 or 1.0 for i in units}

    def pair(self, i: int, j: int) -> tuple[float, ...]:
        """All figures of one pair."""
        terms = self._terms(i, j)
        return (*terms, *self._words(i, j, terms[_COSINE] >= _PROMISING), *self._pairs(i, j))

    def _terms(self, i: int, j: int) -> tuple[float, ...]:
        terms = self._ours.terms[i] & self._theirs.terms[j]
        worth = [*map(self._worth.__getitem__, terms)]
        a, b = self._ours.weight[i], self._theirs.weight[j]
        shared, product = sum(worth), sum(map(mul, worth, worth))
        most, least = (shared / a, shared / b) if a < b else (shared / b, shared / a)
        cosine = product / (self._norms[0][i] * self._norms[1][j])
        mass, rarest = min(shared, 30.0) / 30, max(worth, default=0.0) / 8
        return 2 * shared / (a + b), most, least, cosine, mass, rarest

    def _words(self, i: int, j: int, promising: bool) -> tuple[float, ...]:
        x, y = self._ours.symbols[i], self._theirs.symbols[j]
        n, m = len(x), len(y)
        shorter = min(n, m)
        edit = self._ratio(x, y)
        return (
            edit,
            edit * (n + m) / 2 / max(1, shorter),
            self._partial(x, y) / 100 if promising and max(n, m) <= _LONG else edit,
            abs(log((n + 2) / (m + 2))),
            _numbers(self._ours.numbers[i], self._theirs.numbers[j]),
            _opening(x, y),
            _opening(x[:-9:-1], y[:-9:-1]),
            1 / (1 + shorter),
        )

    def _pairs(self, i: int, j: int) -> tuple[float, ...]:
        ours, theirs = self._runs[0][i], self._runs[1][j]
        n, m = len(ours), len(theirs)
        runs = len(ours & theirs)
        return 2 * runs / max(1, n + m), runs / max(1, min(n, m)), min(runs, 10) / 10


def _runs(side: Side, units: Sequence[int], size: int) -> dict[int, frozenset[str]]:
    """Unit → its runs of `size` words."""
    result = {}
    for i in units:
        x = side.symbols[i]
        result[i] = frozenset(x[k : k + size] for k in range(len(x) - size + 1))
    return result


def _numbers(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared numbers and document symbols: 1 all, -1 none, 0 where a side has none."""
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / len(a | b) - 1


def _opening(x: str, y: str) -> float:
    """How many of the first eight words are the same from the start, as a share."""
    size = min(len(x), len(y), 8)
    n = 0
    while n < size and x[n] == y[n]:
        n += 1
    return n / 8
