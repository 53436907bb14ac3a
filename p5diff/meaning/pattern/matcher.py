"""Find many patterns in one walk over a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from p5diff.meaning.pattern.automaton import Automaton
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.words import Words

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

    def find(self, words: Words) -> list[Match[T]]:
        """Every longest match, by place, then in the order of the entries; overlaps included."""
        return [match for _, match in self.numbered(words)]

    def numbered(self, words: Words) -> list[tuple[int, Match[T]]]:
        """The same, each with the number of its entry."""
        if self._automaton is None:
            self._automaton = Automaton([pattern.nodes for pattern, _ in self._entries])
        found = self._automaton.find(words.forms)
        if not found:
            return []
        starts, forms, entries = words.starts, words.forms, self._entries
        return [
            (
                number,
                Match(
                    entries[number][1], first, last, starts[first], starts[last - 1] + forms[last - 1].letters
                ),
            )
            for number, first, last in found
        ]


Kinds = Mapping[str, Sequence[tuple[Pattern, Any]]]
"""Patterns of several kinds, by kind, with what each stands for."""


class Kinded:
    """Patterns of several kinds, found in one walk together and told apart afterwards."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = [kind for kind, entries in kinds.items() for _ in entries]
        self._matcher = Matcher(entry for entries in kinds.values() for entry in entries)

    def find(self, words: Words) -> dict[str, list[Match[Any]]]:
        """Kind → what `Matcher.find` gives for its patterns; kinds without a match are left out."""
        found: dict[str, list[Match[Any]]] = {}
        for number, match in self._matcher.numbered(words):
            found.setdefault(self._kinds[number], []).append(match)
        return found


def outermost(matches: Sequence[Match[T]]) -> list[Match[T]]:
    """The matches that do not lie inside a longer one: "disarmament" in "Conference on
    Disarmament" goes, two readings of the same words stay."""
    if len(matches) < 2:
        return list(matches)
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
