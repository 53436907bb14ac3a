"""Find many patterns in one walk over a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from p5diff.classify.automaton import Automaton
from p5diff.classify.patterns import Pattern
from p5diff.classify.words import Word

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """What was found, between which words (half-open), at which code points."""

    item: T
    first: int
    last: int
    start: int
    end: int


class Matcher(Generic[T]):
    """Patterns with what each stands for."""

    def __init__(self, entries: Iterable[tuple[Pattern, T]]) -> None:
        self._entries = tuple(entries)
        self._automaton: Automaton | None = None

    def find(self, words: Sequence[Word]) -> list[Match[T]]:
        """Every longest match, by place, then in the order of the entries; overlaps included."""
        if self._automaton is None:
            self._automaton = Automaton([pattern.nodes for pattern, _ in self._entries])
        return [
            Match(self._entries[number][1], first, last, words[first].start, words[last - 1].end)
            for number, first, last in self._automaton.find([word.form for word in words])
        ]


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
