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
"""Letters of the shortest word that something is written onto, a root having three, and of the shortest piece
of a joined word that counts: what is elided ("l'", "qu'", "'s", "n't") is shorter."""
_ELISION = "'"
"""What joins an elided article or an ending to a word, as compared: apostrophes of all kinds are folded into
it. Pieces between hyphens as terms of their own gain nothing in cross-validation (one link less in the
controls, two in the requirements, whose compounds are what tells them apart)."""


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
    """Each word as the first word met with the same stem; a joined one as each of its pieces.

    "l'archive" has the term of "archives", and "iceland's" that of "iceland".
    """

    def __init__(self, vocabulary: SymbolTable) -> None:
        first: dict[str, str] = {}
        words = vocabulary.words
        bare = without_clitics(frozenset(words.values()), vocabulary.clitics) if vocabulary.clitics else str
        joined = {s: pieces for s, word in words.items() if not word.isalpha() and (pieces := _pieces(word))}
        self._stems = {
            s: first.setdefault(_stem(bare(word)), s) for s, word in words.items() if s not in joined
        }
        self._more: dict[str, tuple[str, ...]] = {}
        for symbol, pieces in joined.items():
            terms = [first.setdefault(_stem(piece), symbol + piece) for piece in pieces]
            self._stems[symbol] = terms[0]
            if len(terms) > 1:
                self._more[symbol] = tuple(terms[1:])

    def of(self, symbols: Sequence[str]) -> frozenset[str]:
        """All terms of one unit."""
        words = set(symbols)
        return frozenset(map(self._stems.__getitem__, words)).union(*self._further(words))

    def _further(self, words: Set[str]) -> list[tuple[str, ...]]:
        """Of joined words, the terms of all pieces but the first."""
        more = self._more
        return [] if more.keys().isdisjoint(words) else [more[word] for word in words if word in more]

    def in_order(self, symbols: Sequence[str]) -> Sequence[str]:
        """The terms of one unit as they follow each other."""
        look, more = self._stems.__getitem__, self._more
        if more.keys().isdisjoint(symbols):
            return [*map(look, symbols)]
        return [term for symbol in symbols for term in (look(symbol), *more.get(symbol, ()))]

    def among(self, units: Iterable[Sequence[str]], wanted: Set[str]) -> Iterator[Set[str]]:
        """Of each unit, the terms that are wanted."""
        look = self._stems.__getitem__
        spelled = {symbol for symbol, stem in self._stems.items() if stem in wanted}
        spelled.update([symbol for symbol, terms in self._more.items() if not wanted.isdisjoint(terms)])
        for unit in units:
            words = spelled.intersection(unit)
            further = self._further(words)
            found = set(map(look, words)).union(*further)
            yield found & wanted if further else found

    def count(self, times: Mapping[str, int]) -> Counter[str]:
        """How many units hold each term, from how many hold each word; two forms in one count twice."""
        found: Counter[str] = Counter()
        for symbol, n in times.items():
            found[self._stems[symbol]] += n
            for term in self._more.get(symbol, ()):
                found[term] += n
        return found


def _pieces(word: str) -> list[str]:
    """The words that a word is joined of, elided articles and endings apart; none where it is one word.

    >>> _pieces("l'archive"), _pieces("jusqu'alors"), _pieces("p5's"), _pieces("cease-fire")
    (['archive'], ['jusqu', 'alors'], ['p5'], [])
    """
    parts = word.split(_ELISION)
    if len(parts) < 2:
        return []
    long = [part for part in parts if len(part) >= _SHORTEST and part.isalpha()]
    return long or [part for part in parts[:1] if not part.isdigit()]


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
