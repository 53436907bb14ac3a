"""Find many patterns in one walk over a sentence, by the words they can begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from p5diff.classify.patterns import Pattern, Start, firsts
from p5diff.classify.words import Word

T = TypeVar("T")
_PREFIX = 2


class Match(NamedTuple, Generic[T]):
    """What was found, between which words (half-open), at which code points."""

    item: T
    first: int
    last: int
    start: int
    end: int


class Matcher(Generic[T]):
    """Patterns with what each stands for, indexed by first word."""

    def __init__(self, entries: Iterable[tuple[Pattern, T]]) -> None:
        self._words: dict[str, list[tuple[int, Pattern, T]]] = {}
        self._prefixes: dict[str, list[tuple[int, Pattern, T]]] = {}
        self._anchored: list[tuple[int, Pattern, T]] = []
        for number, (pattern, item) in enumerate(entries):
            if isinstance(pattern.nodes[0], Start):
                self._anchored.append((number, pattern, item))
                continue
            words, prefixes = firsts(pattern.nodes)
            for word in sorted(words):
                self._words.setdefault(word, []).append((number, pattern, item))
            for prefix in sorted({p[:_PREFIX] for p in prefixes}):
                self._prefixes.setdefault(prefix, []).append((number, pattern, item))

    def find(self, words: Sequence[Word]) -> list[Match[T]]:
        """Every match, by place, then in the order of the entries; overlaps included."""
        found: list[Match[T]] = []
        for at, word in enumerate(words):
            for _, pattern, item in self._candidates(word) + (self._anchored if at == 0 else []):
                end = pattern.end_at(words, at)
                if end is not None and end > at:
                    found.append(Match(item, at, end, word.start, words[end - 1].end))
        return found

    def _candidates(self, word: Word) -> list[tuple[int, Pattern, T]]:
        found: dict[int, tuple[int, Pattern, T]] = {}
        for key in word.keys:
            for entry in self._words.get(key, ()):
                found[entry[0]] = entry
            for length in range(1, _PREFIX + 1):
                for entry in self._prefixes.get(key[:length], ()):
                    found[entry[0]] = entry
        return [found[number] for number in sorted(found)]


def outermost(matches: Sequence[Match[T]]) -> list[Match[T]]:
    """The matches that do not lie inside a longer one: "disarmament" in "Conference on
    Disarmament" goes, two readings of the same words stay."""
    kept: list[Match[T]] = []
    furthest = -1
    ordered = sorted(matches, key=lambda m: (m.first, -m.last))
    widest: Match[T] | None = None
    for match in ordered:
        same = widest is not None and (match.first, match.last) == (widest.first, widest.last)
        if match.last > furthest or same:
            kept.append(match)
        if match.last > furthest:
            furthest, widest = match.last, match
    return kept
