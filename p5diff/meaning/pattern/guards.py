"""What must, or must not, stand around a match: asked only where something was found.

The guards of all rows of a language are one automaton. It is walked from the words next to a
match alone, so that sentences without a match, and words far from one, cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from p5diff.meaning.pattern.automaton import Automaton
from p5diff.meaning.pattern.patterns import Pattern, longest
from p5diff.meaning.pattern.words import Words


class Guards:
    """Patterns asked for around a match, known by how they are written."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = {pattern.source: pattern for pattern in patterns}
        self._known = {p.source: (n, longest(p.nodes)) for n, p in enumerate(self._patterns.values())}
        self._automaton: Automaton | None = None

    def together(self, patterns: Iterable[Pattern]) -> GuardSet:
        """Some of the patterns, to be asked for as one."""
        known = [self._known[pattern.source] for pattern in patterns]
        return GuardSet(frozenset(n for n, _ in known), max((most for _, most in known), default=0))

    def around(self, words: Words) -> Around:
        """What the guards find in one sentence, worked out as it is asked for."""
        if self._automaton is None:
            self._automaton = Automaton([pattern.nodes for pattern in self._patterns.values()])
        return Around(self._automaton, words)


class GuardSet(NamedTuple):
    """Guards that are asked for as one: their numbers, and the words that each spans at most."""

    numbers: frozenset[int]
    most: int


class Around:
    """The guards in one sentence. Words are counted from 0; a match ends before a word."""

    def __init__(self, automaton: Automaton, words: Words) -> None:
        self._automaton = automaton
        self._letters = automaton.letters(words.forms)
        self._found: dict[int, dict[int, list[int]]] = {}

    def begins(self, guards: GuardSet, at: int) -> bool:
        """Whether one of the guards has a match that begins at word `at`."""
        numbers = guards.numbers
        if not numbers or not (found := self._from(at)):
            return False
        return not numbers.isdisjoint(found)

    def ends(self, guards: GuardSet, at: int) -> bool:
        """Whether one of the guards has a match that ends before word `at`."""
        numbers, most = guards
        if not numbers:
            return False
        for start in range(max(0, at - most), at):
            found = self._from(start)
            if found and not numbers.isdisjoint(found):
                for number in numbers:
                    if at in found.get(number, ()):
                        return True
        return False

    def stands_before(self, guards: GuardSet, at: int) -> bool:
        """Whether one of the guards has a match that begins at word `at` or earlier."""
        return any(self.begins(guards, start) for start in range(min(at + 1, len(self._letters))))

    def _from(self, start: int) -> dict[int, list[int]]:
        found = self._found.get(start)
        if found is None:
            found = self._found[start] = self._automaton.ends_from(self._letters, start)
        return found
