"""What must, or must not, stand around a match: asked only where something was found.

The guards of all rows of a language are one automaton. It is walked from the words next to a
match alone, so that sentences without a match, and words far from one, cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from p5diff.meaning.pattern.automaton import Automaton
from p5diff.meaning.pattern.patterns import Pattern, longest
from p5diff.meaning.pattern.words import Words


class Guards:
    """Patterns asked for around a match, known by how they are written."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = {pattern.source: pattern for pattern in patterns}
        self._known = {p.source: (n, longest(p.nodes)) for n, p in enumerate(self._patterns.values())}
        self._automaton: Automaton | None = None

    def around(self, words: Words) -> Around:
        """What the guards find in one sentence, worked out as it is asked for."""
        if self._automaton is None:
            self._automaton = Automaton([pattern.nodes for pattern in self._patterns.values()])
        return Around(self._automaton, self._known, words)


class Around:
    """The guards in one sentence. Words are counted from 0; a match ends before a word."""

    def __init__(self, automaton: Automaton, known: Mapping[str, tuple[int, int]], words: Words) -> None:
        self._automaton = automaton
        self._known = known  # how a guard is written → its number, the words it spans at most
        self._letters = automaton.letters(words.forms)
        self._found: dict[int, dict[int, list[int]]] = {}

    def begins(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that begins at word `at`."""
        return self._known[pattern.source][0] in self._from(at)

    def ends(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that ends before word `at`."""
        number, most = self._known[pattern.source]
        for start in range(max(0, at - most), at):
            found = self._from(start)
            if found and at in found.get(number, ()):
                return True
        return False

    def stands_before(self, pattern: Pattern, at: int) -> bool:
        """Whether the guard has a match that begins at word `at` or earlier."""
        return any(self.begins(pattern, start) for start in range(min(at + 1, len(self._letters))))

    def any_ends(self, patterns: Sequence[Pattern], at: int) -> bool:
        """Whether one of the guards ends before word `at`."""
        return at > 0 and any(self.ends(pattern, at) for pattern in patterns)

    def any_begins(self, patterns: Sequence[Pattern], at: int) -> bool:
        """Whether one of the guards begins at word `at`."""
        if not patterns or not (found := self._from(at)):
            return False
        return any(self._known[pattern.source][0] in found for pattern in patterns)

    def _from(self, start: int) -> dict[int, list[int]]:
        found = self._found.get(start)
        if found is None:
            found = self._found[start] = self._automaton.ends_from(self._letters, start)
        return found
