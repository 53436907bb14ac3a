"""How alike two wordings are, in the words that say something.

    "They support a moratorium on tests." ~ "They continue to support a moratorium on testing."  0.7
    "They support a moratorium on tests." ~ "They support regional security."                    0.1

Every term of a wording weighs the more, the fewer wordings of the series hold it (inverse document
frequency, Spärck Jones 1972); likeness is twice the weight in common over the weight of both (Dice).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import fsum, log

from p5diff.memo import memo
from p5diff.text.tokens import key, printed_tokens

_STEM = 6
"""Words count by their first letters: with 6, an inflected form is still the same term in the five
alphabetic languages; with fewer, "nuclear" and "nucleus" would be one."""
_HAN = ("\u3400", "\u9fff")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>()]+")
_NUMBERS_WEIGH = 0.5
"""A number in common says less than a word: years and article numbers recur in every sentence."""


@memo(16384)  # what stays between two wordings is asked for with each thread that says it
def compared_words(text: str) -> tuple[str, ...]:
    """The words and marks of a text as they are compared, in order."""
    return tuple([key(token) for token in printed_tokens(text)])


@memo(16384)  # each wording is asked for again at each statement that may revive it
def terms_of(text: str) -> frozenset[str]:
    """The terms of a wording: stems, and in Chinese neighbouring characters two by two. An address is no
    wording: two links to one host would be alike whatever they lead to."""
    words = compared_words(_ADDRESS.sub(" ", text))
    found: set[str] = set()
    for at, word in enumerate(words):
        if not any(c.isalnum() for c in word):
            continue
        if len(word) == 1 and _HAN[0] <= word <= _HAN[1]:
            after = words[at + 1] if at + 1 < len(words) else ""
            if len(after) == 1 and _HAN[0] <= after <= _HAN[1]:
                found.add(word + after)
        else:
            found.add(stem(word))
    return frozenset(found)


def stem(word: str) -> str:
    """The term of a word, as compared."""
    return word[:_STEM]


class Weights:
    """What each term weighs: learned from the wordings seen so far, never from later ones."""

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._texts = 0
        self._known: dict[str, float] = {}
        """Weights worked out since the last text was learned: a term is asked for at every comparison."""
        self._wholes: dict[str, float] = {}
        """The same of whole texts."""

    def learn(self, texts: Iterable[str]) -> None:
        """Count the terms of these wordings."""
        for text in texts:
            self._held.update(terms_of(text))
            self._texts += 1
        self._known.clear()
        self._wholes.clear()

    def of(self, term: str) -> float:
        """The weight of one term, at least a little above nothing."""
        found = self._known.get(term)
        if found is None:
            weight = max(log((self._texts + 1) / (self._held[term] + 0.5)) + 0.1, 0.1)
            found = self._known[term] = weight * (_NUMBERS_WEIGH if term.isdigit() else 1.0)
        return found

    def sum(self, terms: Iterable[str]) -> float:
        """The weight of several. Summed without rounding, so that the order of a set does not count."""
        return fsum(map(self.of, terms))

    def whole(self, text: str) -> float:
        """The weight of all terms of a text."""
        found = self._wholes.get(text)
        if found is None:
            found = self._wholes[text] = self.sum(terms_of(text))
        return found

    def likeness(self, one: str, other: str, *, apart: frozenset[str] = frozenset()) -> float:
        """In [0, 1]: 1 for the same terms, 0 for none in common; terms that stand `apart` are not asked."""
        ours, theirs = terms_of(one) - apart, terms_of(other) - apart
        total = self.sum(ours) + self.sum(theirs)
        return 2 * self.sum(ours & theirs) / total if total else float(one == other)

    def exchanged(self, one: str, other: str, *, apart: frozenset[str] = frozenset()) -> float:
        """How much stands in the place of something else, by the weight of what both share; terms `apart`
        are not asked. 0 where one only says more, 1 where as much was exchanged as stayed.

        "support talks on cables this year" → "support talks on cables": nothing exchanged
        "support talks on cables" → "support talks on satellites": cables against satellites
        """
        ours, theirs = terms_of(one) - apart, terms_of(other) - apart
        least = min(self.sum(ours - theirs), self.sum(theirs - ours))
        shared = self.sum(ours & theirs)
        return least / shared if shared else float(least > 0)

    def held_in(self, part: str, whole: str) -> float:
        """In [0, 1]: how much of `part` stands in `whole`."""
        return self.held(terms_of(part), whole) if terms_of(part) else float(part in whole)

    def held(self, terms: frozenset[str], whole: str) -> float:
        """The same of terms; 1 where there are none."""
        total = self.sum(terms)
        return self.sum(terms & terms_of(whole)) / total if total else 1.0
