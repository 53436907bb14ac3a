"""Both texts as the passes see them: units of text over one shared vocabulary.

Each distinct word, as compared, is one character of a private alphabet; punctuation is left out.
So a unit is a short string: equal strings are equal but for punctuation, case and spacing, a set
of its characters is its set of words, and the edit ratio of two strings is counted in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from p5diff.align.vocabulary import Vocabulary, without_marks
from p5diff.align.wordtext import Reader

_CROWD = 60
"""A short text is weighed as if it had this many units, so that rare words count for something."""
_STEM = 5
"""Words are compared by their first letters too, so that inflection hides nothing."""


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


def read(before: Sequence[str], after: Sequence[str], reader: Reader) -> Texts:
    """The words of each unit, over the reader's vocabulary."""
    sides = [
        Side(texts=texts, symbols=[without_marks(reader.symbols(text)) for text in texts])
        for texts in (before, after)
    ]
    return Texts(before=sides[0], after=sides[1], vocabulary=reader.vocabulary)


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
