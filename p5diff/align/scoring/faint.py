"""How like each other two units are that share next to nothing: faint likeness, against what is usual here.

Who rewrites a sentence from end to end still keeps a name, a number, half a compound ("Heizungsanlage",
"Heizung"), one character of two. One such trace proves nothing, since any two sentences of one subject
share some. So each pair is compared with how like each of the two is to the other text at large: what is
left says how many times likelier the two look as one sentence rewritten than as two that happen to meet.

Worked example. "Reporting of incidental capture falls to the vessel." stands beside "Ships must report
whales caught by mistake." and beside "Once a year the members meet.": the first shares "report", the second
nothing. Had every sentence across "report", the first would say nothing either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import exp, log
from typing import TypeVar

from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Memo, Texts, UnitTexts, crowding, exactly

T = TypeVar("T")

FAINT = ("worth", "share", "count", "pieces", "length")
"""The figures of a pair: what its terms in common are worth (in tens), which share of the poorer unit
they are, how many (in fours), which share of the pieces of words of the poorer unit are in common, and
how unlike the two are in length (the absolute logarithm of the ratio)."""
WEIGHTS: Mapping[str, float] = {
    "worth": 3.12,
    "share": 5.46,
    "count": -0.54,
    "pieces": 7.53,
    "length": -1.25,
    "bias": -4.02,
}
"""What each counts, in log-odds. Made by `python -m benchmarks.learn_faint`."""
PIECE = 4
"""Letters of a piece of a word: three are shared by chance, and five leave no piece of a short word. In a
text without spaces a piece is one character."""
AT_LARGE = 40
"""Units of the other text that a unit is compared with, to see what is usual: evenly spread, so that a long
text costs no more than a short one. The mean of forty is known to a sixth of their spread."""
MOST = 6.0
"""Most that one pair may say, in log-odds: 400 to 1. Two rare words in common are not surer than that."""

TOPICS = 0.5
"""What topics in common say, in log-odds, and what topics apart take away: as in the other tables."""


class Faint:
    """Compares units of two texts; `rows` and `columns` are those that may be asked about."""

    def __init__(self, texts: Texts, rows: Sequence[int], columns: Sequence[int], hints: Hints) -> None:
        self._texts, self._hints = texts, hints
        self._shift = crowding(len(texts.before) + len(texts.after))
        self._content = tuple(self._contents(side) for side in (texts.before, texts.after))
        self._weight = tuple(self._weights(contents) for contents in self._content)
        self._spread = _spread(texts.before), _spread(texts.after)
        self._cut = _Cutter(texts)
        sides = (texts.before, {*rows, *self._spread[0]}), (texts.after, {*columns, *self._spread[1]})
        self._held = tuple({unit: self._cut(side, unit) for unit in units} for side, units in sides)
        times = Counter(chain.from_iterable(chain.from_iterable(held.values()) for held in self._held))
        units = sum(map(len, self._held))
        self._piece_worth = {
            piece: exactly(max(0.0, log((units + 1) / (n + 0.5)))) for piece, n in times.items()
        }
        self._piece_sum = tuple(
            {unit: sum([self._piece_worth[p] for p in pieces]) for unit, pieces in held.items()}
            for held in self._held
        )
        self._usual: tuple[Mapping[int, float], Mapping[int, float]] = (
            Memo(lambda i: _mean([exp(self._plain(i, j)) for j in self._spread[1]])),
            Memo(lambda j: _mean([exp(self._plain(i, j)) for i in self._spread[0]])),
        )

    def odds(self, i: int, j: int) -> float:
        """How many times likelier the two look as one unit rewritten than any two do here; 0 for a title
        beside a sentence."""
        if self._hints.foreign(i, j):
            return 0.0
        usual = (self._usual[0][i] + self._usual[1][j]) / 2
        return exp(min(MOST, self._plain(i, j) - log(usual) + TOPICS * self._hints.alike(i, j)))

    def figures(self, i: int, j: int) -> tuple[float, ...]:
        """The figures of `FAINT`."""
        ours, theirs = self._content[0][i], self._content[1][j]
        common = ours & theirs
        worth = sum([self._worth(term) for term in common])
        poorer = min(self._weight[0][i], self._weight[1][j]) or 1.0
        pieces = self._held[0][i] & self._held[1][j]
        shared = sum([self._piece_worth[piece] for piece in pieces])
        least = min(self._piece_sum[0][i], self._piece_sum[1][j]) or 1.0
        n, m = len(self._texts.before.symbols[i]), len(self._texts.after.symbols[j])
        return (
            min(worth, 10.0) / 10,
            worth / poorer,
            min(len(common), 4) / 4,
            shared / least,
            abs(log((n + 2) / (m + 2))),
        )

    def _plain(self, i: int, j: int) -> float:
        return WEIGHTS["bias"] + sum(
            [WEIGHTS[name] * value for name, value in zip(FAINT, self.figures(i, j), strict=True)]
        )

    def _worth(self, term: str) -> float:
        """What a term is worth, a short text being weighed as short as it is."""
        return max(0.0, self._texts.worth[term] - self._shift)

    def _contents(self, side: UnitTexts) -> Memo[frozenset[str]]:
        dull = self._texts.vocabulary.common
        return Memo(lambda unit: frozenset(term for term in side.terms[unit] if dull.isdisjoint(term)))

    def _weights(self, contents: Mapping[int, frozenset[str]]) -> Memo[float]:
        return Memo(lambda unit: sum([self._worth(term) for term in contents[unit]]))


def _spread(side: UnitTexts) -> list[int]:
    """Up to `AT_LARGE` units that have words, evenly spread."""
    return evenly([unit for unit, symbols in enumerate(side.symbols) if symbols])


def evenly(units: Sequence[T]) -> list[T]:
    """Up to `AT_LARGE` of what there is, evenly spread."""
    count = min(AT_LARGE, len(units))
    return [units[k * len(units) // count] for k in range(count)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


class _Cutter:
    """Cuts the words of a unit into pieces."""

    def __init__(self, texts: Texts) -> None:
        self._whole = texts.vocabulary.is_unspaced()
        words = texts.vocabulary.words
        self._of: dict[str, frozenset[str]] = {}
        self._words = words

    def __call__(self, side: UnitTexts, unit: int) -> frozenset[str]:
        if self._whole:
            return frozenset(side.symbols[unit])
        return frozenset().union(*[self._pieces(symbol) for symbol in set(side.words[unit])])

    def _pieces(self, symbol: str) -> frozenset[str]:
        found = self._of.get(symbol)
        if found is None:
            word = "".join(filter(str.isalnum, self._words.get(symbol, "")))
            ends = range(PIECE, len(word) + 1)
            found = self._of[symbol] = frozenset(
                [word[k - PIECE : k] for k in ends] or ([word] if word else [])
            )
        return found
