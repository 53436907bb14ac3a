"""Both texts as the passes see them: units of text over one shared vocabulary.

Each distinct token, as compared, is one character of a private alphabet; punctuation is none.
So a unit is a short string: equal strings are equal but for punctuation, case and spacing, a set
of its characters is its set of words, and the edit ratio of two strings is counted in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from p5diff.text.tokens import key, printed_tokens

_FIRST = 0x100
_SURROGATES = 0xD800
_CROWD = 60
"""A short text is weighed as if it had this many units, so that rare words count for something."""
_STEM = 5
"""Words are compared by their first letters too, so that inflection hides nothing."""


class Vocabulary(dict[str, str]):
    """Printed token → its symbol. Fills itself; `words` has the key of every symbol."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        super().__init__()
        self.variants = variants
        self.symbols: dict[str, str] = {}
        self.words: dict[str, str] = {}

    def __missing__(self, printed: str) -> str:
        word = key(printed)
        word = self.variants.get(word, word)
        symbol = self.symbols.get(word)
        if symbol is None:
            symbol = self._new(word) if any(map(str.isalnum, word)) else ""
            self.symbols[word] = symbol
        self[printed] = symbol
        return symbol

    def _new(self, word: str) -> str:
        code = len(self.words) + _FIRST
        symbol = chr(code if code < _SURROGATES else code + 0x800)
        self.words[symbol] = word
        return symbol

    def is_unspaced(self) -> bool:
        """Whether most distinct tokens are single Han characters."""
        han = sum(1 for w in self.words.values() if len(w) == 1 and "\u3400" <= w <= "\u9fff")
        return han * 2 > len(self.words)


@dataclass(slots=True, kw_only=True)
class Side:
    """One text: per unit its print, its symbols, and (once `describe`d) its terms and weight."""

    texts: Sequence[str]
    symbols: list[str]
    terms: list[frozenset[str]] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    numbers: list[frozenset[str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.symbols)


@dataclass(slots=True, kw_only=True)
class Texts:
    """Both sides with what is known of their terms together."""

    before: Side
    after: Side
    vocabulary: Vocabulary
    worth: dict[str, float] = field(default_factory=dict)


def read(before: Sequence[str], after: Sequence[str], variants: Mapping[str, str]) -> Texts:
    """Tokenise each unit once, over one vocabulary."""
    vocabulary = Vocabulary(variants)
    look = vocabulary.__getitem__
    sides = [
        Side(texts=texts, symbols=["".join(map(look, printed_tokens(text))) for text in texts])
        for texts in (before, after)
    ]
    return Texts(before=sides[0], after=sides[1], vocabulary=vocabulary)


def describe(texts: Texts) -> None:
    """Find the terms of every unit, and what each term is worth (its rarity)."""
    unspaced = texts.vocabulary.is_unspaced()
    stems = {} if unspaced else _stems(texts.vocabulary)
    numbers = {s for s, w in texts.vocabulary.words.items() if any(map(str.isdigit, w)) or "/" in w}
    for side in (texts.before, texts.after):
        side.numbers = [frozenset(numbers.intersection(symbols)) for symbols in side.symbols]
        if unspaced:
            side.terms = [_pairs(symbols) for symbols in side.symbols]
        else:
            side.terms = [frozenset(map(stems.__getitem__, set(symbols))) for symbols in side.symbols]
    _weigh(texts, len(texts.before) + len(texts.after))


def _weigh(texts: Texts, count: int) -> None:
    found = Counter(chain.from_iterable(chain(texts.before.terms, texts.after.terms)))
    # Multiples of 1/1024 add up exactly, so the order of a set cannot change a sum.
    texts.worth = {
        t: round((log((max(count, _CROWD) + 1) / (n + 0.5)) + 0.05) * 1024) / 1024 for t, n in found.items()
    }
    worth = texts.worth.__getitem__
    for side in (texts.before, texts.after):
        side.weight = [sum(map(worth, terms)) or 1e-9 for terms in side.terms]


def _stems(vocabulary: Vocabulary) -> dict[str, str]:
    """Symbol → symbol of the first word met with the same stem."""
    first: dict[str, str] = {}
    return {symbol: first.setdefault(_stem(word), symbol) for symbol, word in vocabulary.words.items()}


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM and word.isalpha() else word.removesuffix("s")


def _pairs(symbols: str) -> frozenset[str]:
    """Neighbouring characters two by two: the words of a text that has no spaces."""
    return frozenset(a + b for a, b in pairwise(symbols)) or frozenset(symbols)
