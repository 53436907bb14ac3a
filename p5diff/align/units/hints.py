"""What is known of units besides their wording: topics, and their role in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Per side (before, after) and unit. Empty where nothing is known."""

    topics: tuple[Sequence[frozenset[str]], ...] = ()
    roles: tuple[Sequence[str], ...] = ()

    def alike(self, i: int, j: int) -> float:
        """1 for the same topics, -1 for none in common, 0 where nothing is known."""
        if not self.topics:
            return 0.0
        ours, theirs = self.topics[0][i], self.topics[1][j]
        if not ours or not theirs:
            return 0.0
        shared = len(ours & theirs)
        return shared / min(len(ours), len(theirs)) if shared else -1.0

    def foreign(self, i: int, j: int) -> float:
        """1 where one is, say, a title and the other is not."""
        return float(bool(self.roles) and self.roles[0][i] != self.roles[1][j])

    def marked(self, texts: Sequence[str], side: int) -> list[str]:
        """The texts with their role in front, so that a title equals titles only."""
        if not self.roles or len({role for roles in self.roles for role in roles}) == 1:
            return list(texts)
        return [role + text if text else "" for role, text in zip(self.roles[side], texts, strict=True)]

    def turned(self) -> Hints:
        """The same with the sides exchanged."""
        return Hints(topics=self.topics[::-1], roles=self.roles[::-1])
