"""The terms of a unit: what counts as having something in common.

In a text with spaces, words by their stems; in one without, neighbouring characters two by two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from operator import add
from typing import Protocol

from p5diff.align.units.vocabulary import SymbolTable

_STEM = 5
"""Words are compared by their first letters, so that inflection hides nothing."""
_SHORTEST = 3
"""Letters of the shortest word that something is written onto: a root has three."""


class Terms(Protocol):
    """How the terms of a unit, given as the symbols of its words, are found."""

    def of(self, symbols: Sequence[str]) -> frozenset[str]:
        """All terms of one unit."""
        ...

    def in_order(self, symbols: Sequence[str]) -> Sequence[str]:
        """The terms of one unit as they follow each other, each as often as it stands there."""
        ...

    def among(self, units: Iterable[Sequence[str]], wanted: Set[str]) -> Iterator[Set[str]]:
        """Of each unit, the terms that are wanted."""
        ...


class Stems:
    """Each word as the first word met with the same stem."""

    def __init__(self, vocabulary: SymbolTable) -> None:
        first: dict[str, str] = {}
        words = vocabulary.words
        bare = without_clitics(frozenset(words.values()), vocabulary.clitics) if vocabulary.clitics else str
        self._stems = {s: first.setdefault(_stem(bare(word)), s) for s, word in words.items()}

    def of(self, symbols: Sequence[str]) -> frozenset[str]:
        """All terms of one unit."""
        return frozenset(map(self._stems.__getitem__, set(symbols)))

    def in_order(self, symbols: Sequence[str]) -> Sequence[str]:
        """The terms of one unit as they follow each other."""
        return [*map(self._stems.__getitem__, symbols)]

    def among(self, units: Iterable[Sequence[str]], wanted: Set[str]) -> Iterator[Set[str]]:
        """Of each unit, the terms that are wanted."""
        look = self._stems.__getitem__
        spelled = {symbol for symbol, stem in self._stems.items() if stem in wanted}
        return (set(map(look, spelled.intersection(unit))) for unit in units)

    def count(self, times: Mapping[str, int]) -> Counter[str]:
        """How many units hold each term, from how many hold each word; two forms in one count twice."""
        found: Counter[str] = Counter()
        for symbol, n in times.items():
            found[self._stems[symbol]] += n
        return found


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM and word.isalpha() else word.removesuffix("s")


def without_clitics(words: Set[str], clitics: Sequence[str]) -> Callable[[str], str]:
    """A function that takes off what is written onto a word, if what is left is a word of the text too.

    >>> bare = without_clitics({"وسرقة", "سرقة", "وطن"}, ("وال", "و"))
    >>> bare("وسرقة") == "سرقة", bare("وطن") == "وطن"
    (True, True)
    """
    longest = sorted(clitics, key=len, reverse=True)

    def bare(word: str) -> str:
        for clitic in longest:
            rest = word[len(clitic) :]
            if len(rest) >= _SHORTEST and word.startswith(clitic) and rest in words:
                return rest
        return word

    return bare


class Pairs:
    """Neighbouring characters two by two: the words of a text that has no spaces."""

    def of(self, symbols: Sequence[str]) -> frozenset[str]:
        """All terms of one unit."""
        return frozenset(map(add, symbols, symbols[1:])) or frozenset(symbols)

    def in_order(self, symbols: Sequence[str]) -> Sequence[str]:
        """The terms of one unit as they follow each other."""
        return [*map(add, symbols, symbols[1:])] or [*symbols]

    def among(self, units: Iterable[Sequence[str]], wanted: Set[str]) -> Iterator[Set[str]]:
        """Of each unit, the terms that are wanted."""
        return (wanted & self.of(unit) for unit in units)

    def count(self, units: Iterable[Sequence[str]]) -> Counter[str]:
        """How many units hold each term."""
        return Counter(chain.from_iterable(map(self.of, units)))
