"""What must, or must not, stand around a match: asked only where something was found.

The guards of all rows of a language are one automaton. It is walked from the words next to a
match alone, so that sentences without a match, and words far from one, cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from p5diff.meaning.pattern.automaton import Automaton
from p5diff.meaning.pattern.patterns import Pattern, longest
from p5diff.meaning.pattern.words import Words


class Guards:
    """Patterns asked for around a match, known by how they are written."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = {pattern.source: pattern for pattern in patterns}
        self._automaton: Automaton | None = None

    def around(self, words: Words) -> Around:
        """What the guards find in one sentence, worked out as it is asked for."""
        if self._automaton is None:
            self._automaton = Automaton([pattern.nodes for pattern in self._patterns.values()])
        return Around(self._automaton, {source: n for n, source in enumerate(self._patterns)}, words)


class Around:
    """The guards in one sentence. Words are counted from 0; a match ends before a word."""

    def __init__(self, automaton: Automaton, numbers: dict[str, int], words: Words) -> None:
        self._automaton = automaton
        self._numbers = numbers
        self._letters = automaton.letters(words.forms)
        self._ends: dict[int, dict[int, list[int]]] = {}

    def begins(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that begins at word `at`."""
        return bool(self._from(at).get(self._numbers[pattern.source]))

    def ends(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that ends before word `at`."""
        number = self._numbers[pattern.source]
        starts = range(max(0, at - longest(pattern.nodes)), at)
        return any(at in self._from(start).get(number, ()) for start in starts)

    def stands_before(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that begins at word `at` or earlier."""
        return any(self.begins(pattern, start) for start in range(min(at + 1, len(self._letters))))

    def any_ends(self, patterns: Sequence[Pattern], at: int) -> bool:
        """Whether one of the guards ends before word `at`."""
        return any(self.ends(pattern, at) for pattern in patterns)

    def any_begins(self, patterns: Sequence[Pattern], at: int) -> bool:
        """Whether one of the guards begins at word `at`."""
        return any(self.begins(pattern, at) for pattern in patterns)

    def _from(self, start: int) -> dict[int, list[int]]:
        if start not in self._ends:
            self._ends[start] = self._automaton.ends_from(self._letters, start)
        return self._ends[start]
