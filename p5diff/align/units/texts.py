"""Both texts as the passes see them: units of text over one shared vocabulary.

Each distinct word, as compared, is one character of a private alphabet; punctuation is left out.
So a unit is a short string: equal strings are equal except for punctuation, case and spacing, a set
of its characters is its set of words, and the edit ratio of two strings is counted in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log
from typing import TypeVar

from p5diff.align.units.stems import Pairs, Stems, Terms
from p5diff.align.units.vocabulary import SymbolTable
from p5diff.align.units.wordtext import Reader

V = TypeVar("V")
_CROWD = 60
"""A short text is weighed as if it had this many units, so that rare words count for something."""


class Memo(dict[int, V]):
    """Unit → what `make` finds in it, worked out when first asked for."""

    def __init__(self, make: Callable[[int], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, unit: int) -> V:
        value = self[unit] = self._make(unit)
        return value


@dataclass(slots=True, kw_only=True)
class UnitTexts:
    """One text: per unit its print, and its words as one string of symbols and as a list of them; once
    `describe`d, its terms, their worth, its numbers."""

    texts: Sequence[str]
    symbols: list[str]
    words: list[list[str]]
    terms: Mapping[int, frozenset[str]] = field(default_factory=dict)
    weight: Mapping[int, float] = field(default_factory=dict)
    numbers: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.symbols)


@dataclass(slots=True, kw_only=True)
class Texts:
    """Both sides with what is known of their terms together."""

    before: UnitTexts
    after: UnitTexts
    vocabulary: SymbolTable
    terms: Terms = field(default_factory=Pairs)
    worth: dict[str, float] = field(default_factory=dict)
    content: dict[str, float] = field(default_factory=dict)
    """Term → what it is worth, function words nothing."""
    _times: Counter[str] = field(default_factory=Counter, init=False)

    def times(self) -> Counter[str]:
        """Word → how many units of both texts hold it."""
        if not self._times:
            self._times = _in_units([self.before, self.after])
        return self._times


def _in_units(sides: Sequence[UnitTexts]) -> Counter[str]:
    """Word → how many units hold it. A unit that stands on both sides is looked through once."""
    units = Counter(chain.from_iterable([side.symbols for side in sides]))
    words = {
        symbols: words for side in sides for symbols, words in zip(side.symbols, side.words, strict=True)
    }
    found: Counter[str] = Counter()
    for often in sorted(set(units.values())):
        some = Counter(chain.from_iterable([set(words[unit]) for unit, n in units.items() if n == often]))
        found.update(some if often == 1 else {word: n * often for word, n in some.items()})
    return found


def read(before: Sequence[str], after: Sequence[str], reader: Reader) -> Texts:
    """The words of each unit, over the reader's vocabulary."""
    sides = []
    for texts in (before, after):
        words = [*map(reader.words, texts)]
        sides.append(UnitTexts(texts=texts, symbols=[*map("".join, words)], words=words))
    return Texts(before=sides[0], after=sides[1], vocabulary=reader.vocabulary)


def describe(texts: Texts) -> None:
    """Weigh each term by its rarity; the terms of a unit are found when a pass asks for them."""
    units = [*texts.before.words, *texts.after.words]
    if texts.vocabulary.is_unspaced():
        pairs = Pairs()
        texts.terms, times = pairs, pairs.count(units)
    else:
        stems = Stems(texts.vocabulary)
        texts.terms, times = stems, stems.count(texts.times())
    worth = texts.worth = _worth(times, len(units))
    dull = texts.vocabulary.common
    texts.content = {term: value if dull.isdisjoint(term) else 0.0 for term, value in worth.items()}
    numbers = {s for s, w in texts.vocabulary.words.items() if not w.isalpha() and _is_number(w)}
    for side in (texts.before, texts.after):
        _describe(side, texts.terms, texts.worth, numbers)


def _is_number(word: str) -> bool:
    """Whether it is a number or a document symbol."""
    return "/" in word or any(map(str.isdigit, word))


def _describe(side: UnitTexts, terms: Terms, worth: Mapping[str, float], numbers: set[str]) -> None:
    words = side.words  # not the side itself, which would hold what holds it
    held = side.terms = Memo(lambda unit: terms.of(words[unit]))
    side.weight = Memo(lambda unit: sum(map(worth.__getitem__, held[unit])) or 1e-9)
    side.numbers = Memo(lambda unit: frozenset(numbers.intersection(words[unit])))


def _worth(times: Mapping[str, int], units: int) -> dict[str, float]:
    known = {n: rarity(n, units) for n in set(times.values())}
    return {term: known[n] for term, n in times.items()}


def rarity(times: int, units: int) -> float:
    """What a term is worth that so many of all units hold; a few units count as a crowd.

    Multiples of 1/1024 add up exactly: the order of a set changes no sum.
    """
    crowd = max(units, _CROWD)
    return exactly(log((crowd + 1) / (min(times, crowd) + 0.5)) + 0.05)


def crowding(units: int) -> float:
    """How much more each term is worth because a few units count as a crowd; as exact as `rarity`."""
    return exactly(log((max(units, _CROWD) + 1) / (units + 1)))


def exactly(value: float) -> float:
    """The multiple of 1/1024 that is nearest."""
    return round(value * 1024) / 1024
