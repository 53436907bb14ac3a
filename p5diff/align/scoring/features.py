"""What is measured of a candidate pair's wording.

Every figure is the same whichever text is called before. `docs/alignment.md` says what each
means. Sums are sums of multiples of 1/1024 and so exact: the order of a set cannot change them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from operator import add, mul

from p5diff.align.scoring.alike import edit_ratio
from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Memo, Texts, UnitTexts

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
_PROMISING = 0.3
"""Pairs whose terms are less alike (cosine) are compared whole, and not part by part."""
_LONG = 1_000
"""Units of more words than this are compared whole, and not part by part: that costs a tenth of a second a
pair at this length, and grows with its cube."""
_EDGE = 8
"""How many words at either end count as the opening and the ending."""

Pairs = Sequence[tuple[int, int]]
Rows = list[tuple[float, ...]]
"""Some figures of each pair, in the order of the pairs."""


def wording(texts: Texts, pairs: Pairs, hints: Hints) -> Figures:
    """The figures of `WORDING` for each pair."""
    terms = _terms(texts, pairs)
    parts = (
        terms,
        _words(texts, pairs, [row[3] for row in terms]),
        _marks(texts, pairs),
        _runs(texts, pairs),
    )
    known = bool(hints.topics or hints.roles)
    hinted = [(hints.alike(*p), hints.foreign(*p)) if known else (0.0, 0.0) for p in pairs]
    return {pair: (*a, *b, *c, *d, *e) for pair, a, b, c, d, e in zip(pairs, *parts, hinted, strict=True)}


def _terms(texts: Texts, pairs: Pairs) -> Rows:
    """What the terms in common are worth: `overlap` to `rarest`."""
    ours, theirs, worth = texts.before, texts.after, texts.worth.__getitem__
    norms = _norms(ours, texts.worth), _norms(theirs, texts.worth)
    rows: Rows = []
    for i, j in pairs:
        values = [*map(worth, ours.terms[i] & theirs.terms[j])]
        shared, a, b = sum(values), ours.weight[i], theirs.weight[j]
        less, more = (a, b) if a < b else (b, a)
        cosine = sum(map(mul, values, values)) / (norms[0][i] * norms[1][j])
        mass, rarest = min(shared, 30.0) / 30, max(values, default=0.0) / 8
        rows.append((2 * shared / (a + b), shared / less, shared / more, cosine, mass, rarest))
    return rows


def _norms(side: UnitTexts, worth: Mapping[str, float]) -> Mapping[int, float]:
    def norm(unit: int) -> float:
        values = [*map(worth.__getitem__, side.terms[unit])]
        return sum(map(mul, values, values)) ** 0.5 or 1.0

    return Memo(norm)


def _words(texts: Texts, pairs: Pairs, cosines: Sequence[float]) -> Rows:
    """How far the words stand in the same order: `edit` to `length`."""
    from rapidfuzz.fuzz import partial_ratio

    ours, theirs, ratio = texts.before.symbols, texts.after.symbols, edit_ratio()
    rows: Rows = []
    for (i, j), cosine in zip(pairs, cosines, strict=True):
        x, y = ours[i], theirs[j]
        n, m = len(x), len(y)
        edit = ratio(x, y)
        whole = cosine < _PROMISING or max(n, m) > _LONG
        partial = edit if whole else partial_ratio(x, y) / 100
        rows.append((edit, edit * (n + m) / 2 / max(1, min(n, m)), partial, abs(log((n + 2) / (m + 2)))))
    return rows


def _marks(texts: Texts, pairs: Pairs) -> Rows:
    """Numbers in common, and how the units begin, end and how short they are."""
    from rapidfuzz.distance import Postfix, Prefix

    same_start, same_end = Prefix.similarity, Postfix.similarity
    ours, theirs = texts.before, texts.after
    rows: Rows = []
    for i, j in pairs:
        x, y = ours.symbols[i], theirs.symbols[j]
        opening = same_start(x[:_EDGE], y[:_EDGE]) / _EDGE
        ending = same_end(x[-_EDGE:], y[-_EDGE:]) / _EDGE
        rows.append(
            (_numbers(ours.numbers[i], theirs.numbers[j]), opening, ending, 1 / (1 + min(len(x), len(y))))
        )
    return rows


def _numbers(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared numbers and document symbols: 1 all, -1 none, 0 where a side has none."""
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / len(a | b) - 1


def _runs(texts: Texts, pairs: Pairs) -> Rows:
    """Runs of words in common, two words long, or four characters: `runs` to `runs_mass`."""
    of = _fours if texts.vocabulary.is_unspaced() else _twos
    theirs = Memo(lambda unit: frozenset(of(texts.after.symbols[unit])))
    rows: Rows = []
    last, ours = -1, frozenset[str]()
    for i, j in pairs:
        if i != last:  # Pairs come sorted, so that one unit before is enough to keep.
            last, ours = i, frozenset(of(texts.before.symbols[i]))
        n, m, both = len(ours), len(theirs[j]), len(ours & theirs[j])
        rows.append((2 * both / max(1, n + m), both / max(1, min(n, m)), min(both, 10) / 10))
    return rows


def _twos(symbols: str) -> Iterable[str]:
    return map(add, symbols, symbols[1:])


def _fours(symbols: str) -> Iterable[str]:
    twos = [*_twos(symbols)]
    return map(add, twos, twos[2:])
