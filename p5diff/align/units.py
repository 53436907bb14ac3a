"""Both texts as the passes see them: units of text over one shared vocabulary.

Each distinct word, as compared, is one character of a private alphabet; punctuation is left out.
So a unit is a short string: equal strings are equal but for punctuation, case and spacing, a set
of its characters is its set of words, and the edit ratio of two strings is counted in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log
from operator import add
from typing import TypeVar

from p5diff.align.vocabulary import Vocabulary, without_marks
from p5diff.align.wordtext import Reader

V = TypeVar("V")
_Terms = Callable[[str], frozenset[str]]
_CROWD = 60
"""A short text is weighed as if it had this many units, so that rare words count for something."""
_STEM = 5
"""Words are compared by their first letters too, so that inflection hides nothing."""


class Memo(dict[int, V]):
    """Unit → what `make` finds in it, worked out when first asked for."""

    def __init__(self, make: Callable[[int], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, unit: int) -> V:
        value = self[unit] = self._make(unit)
        return value


@dataclass(slots=True, kw_only=True)
class Side:
    """One text: per unit its print and its symbols; once `describe`d, its terms, their worth, its numbers."""

    texts: Sequence[str]
    symbols: list[str]
    terms: Mapping[int, frozenset[str]] = field(default_factory=dict)
    weight: Mapping[int, float] = field(default_factory=dict)
    numbers: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.symbols)


@dataclass(slots=True, kw_only=True)
class Texts:
    """Both sides with what is known of their terms together."""

    before: Side
    after: Side
    vocabulary: Vocabulary
    worth: dict[str, float] = field(default_factory=dict)


def read(before: Sequence[str], after: Sequence[str], reader: Reader) -> Texts:
    """The words of each unit, over the reader's vocabulary."""
    sides = [
        Side(texts=texts, symbols=[without_marks(reader.symbols(text)) for text in texts])
        for texts in (before, after)
    ]
    return Texts(before=sides[0], after=sides[1], vocabulary=reader.vocabulary)


def describe(texts: Texts) -> None:
    """Weigh each term by its rarity; the terms of a unit are found when a pass asks for them."""
    terms = _pairs if texts.vocabulary.is_unspaced() else _stemmer(texts.vocabulary)
    texts.worth = _worth([*texts.before.symbols, *texts.after.symbols], terms)
    numbers = {s for s, w in texts.vocabulary.words.items() if any(map(str.isdigit, w)) or "/" in w}
    for side in (texts.before, texts.after):
        _describe(side, terms, texts.worth, numbers)


def _describe(side: Side, terms: _Terms, worth: Mapping[str, float], numbers: set[str]) -> None:
    side.terms = Memo(lambda unit: terms(side.symbols[unit]))
    side.weight = Memo(lambda unit: sum(map(worth.__getitem__, side.terms[unit])) or 1e-9)
    side.numbers = Memo(lambda unit: frozenset(numbers.intersection(side.symbols[unit])))


def _worth(units: Sequence[str], terms: _Terms) -> dict[str, float]:
    """Rarity of each term: a unit that stands on both sides, or is repeated, counts each time."""
    found: Counter[str] = Counter()
    times = Counter(units)
    for often in set(times.values()):
        some = Counter(chain.from_iterable(terms(unit) for unit, n in times.items() if n == often))
        for term, n in some.items():
            found[term] += n * often
    crowd = max(len(units), _CROWD) + 1
    # Multiples of 1/1024 add up exactly, so the order of a set cannot change a sum.
    return {t: round((log(crowd / (n + 0.5)) + 0.05) * 1024) / 1024 for t, n in found.items()}


def _stemmer(vocabulary: Vocabulary) -> _Terms:
    """The words of a unit, each as the first word met with the same stem."""
    first: dict[str, str] = {}
    stems = {symbol: first.setdefault(_stem(word), symbol) for symbol, word in vocabulary.words.items()}
    return lambda symbols: frozenset(map(stems.__getitem__, set(symbols)))


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM and word.isalpha() else word.removesuffix("s")


def _pairs(symbols: str) -> frozenset[str]:
    """Neighbouring characters two by two: the words of a text that has no spaces."""
    return frozenset(map(add, symbols, symbols[1:])) or frozenset(symbols)
