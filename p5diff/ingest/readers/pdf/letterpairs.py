"""How letters follow each other in words: as in the words that the languages' own lists hold, or by chance.

Worked example. In "the gate" no pair is rare; where a font names each letter seven places further, "aol
nhal", hardly one is met. A language without lists of its own is far from both: the pairs alone are no proof.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

from p5diff.language import LANGUAGES

_WORD = re.compile(r"[^\W\d_]{2,}")
_DEEPEST = 6
"""Lists within lists that are looked into."""
_UNSEEN = 0.5
"""Times that a pair counts which no list holds: less than one that is met once."""
_FOLLOWING = 30
"""Letters among which chance chooses: as many as an alphabet has, without marks."""


def usual_pairs(words: Sequence[str], script: str) -> float:
    """The mean logarithm (natural, at most 0) of how often each letter of the words, and the end of each,
    follows what stands before it; 0.0 of a script in which no language of the tool spells."""
    pairs = _pairs(script)
    firsts = _firsts(script)
    if not pairs:
        return 0.0
    found = [pair for word in words for pair in pairwise(f" {bare(word)} ")]
    seen = (log((pairs[pair] + _UNSEEN) / (firsts[pair[0]] + _UNSEEN * _FOLLOWING)) for pair in found)
    return sum(seen) / max(1, len(found))


def bare(word: str) -> str:
    """A word in lower case without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def listed(value: object, depth: int = _DEEPEST) -> Iterator[str]:
    """All strings that the lists of a language hold, given its variables."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, Mapping):
        for pair in value.items():
            yield from listed(pair, depth - 1)
    elif depth and isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from listed(one, depth - 1)


@lru_cache(maxsize=8)
def _pairs(script: str) -> Counter[tuple[str, str]]:
    """How often each pair of letters stands in the words, a space before the first and behind the last."""
    words = {bare(word) for word in _words(script)}
    return Counter(pair for word in words for pair in pairwise(f" {word} "))


@lru_cache(maxsize=8)
def _firsts(script: str) -> Counter[str]:
    firsts: Counter[str] = Counter()
    for (first, _), count in _pairs(script).items():
        firsts[first] += count
    return firsts


def _words(script: str) -> Iterator[str]:
    """The words of the lists of all languages that are written in a script, by its name ("Latin")."""
    for language in LANGUAGES.values():
        if script == language.SCRIPT and language.SEPARATOR:
            for text in listed(vars(language)):
                yield from _WORD.findall(text)
