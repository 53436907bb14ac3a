"""Find many patterns in one walk over a sentence, by the words they can begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from p5diff.classify.patterns import Memo, Pattern, Start, firsts, required
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


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """One pattern with what it stands for; `words` and `prefixes`: see `required`."""

    number: int
    pattern: Pattern
    item: T
    words: frozenset[str]
    prefixes: frozenset[str]

    def possible(self, keys: Set[str], beginnings: Set[str]) -> bool:
        """Whether a sentence with these words (and their first letters) can match at all."""
        if not self.words and not self.prefixes:
            return True
        return not keys.isdisjoint(self.words) or not beginnings.isdisjoint(self.prefixes)


class Matcher(Generic[T]):
    """Patterns with what each stands for, indexed by first word."""

    def __init__(self, entries: Iterable[tuple[Pattern, T]]) -> None:
        self._words: dict[str, list[_Entry[T]]] = {}
        self._prefixes: dict[str, list[_Entry[T]]] = {}
        self._anchored: list[_Entry[T]] = []
        for number, (pattern, item) in enumerate(entries):
            needed, begun = required(pattern.nodes)
            entry = _Entry(number, pattern, item, needed, frozenset(p[:_PREFIX] for p in begun))
            if isinstance(pattern.nodes[0], Start):
                self._anchored.append(entry)
                continue
            begins = firsts(pattern.nodes)
            assert begins is not None, "compile_pattern refuses a pattern that begins with a gap"
            words, prefixes = begins
            for word in words:
                self._words.setdefault(word, []).append(entry)
            for prefix in {p[:_PREFIX] for p in prefixes}:
                self._prefixes.setdefault(prefix, []).append(entry)

    def find(self, words: Sequence[Word], memo: Memo | None = None) -> list[Match[T]]:
        """Every match, by place, then in the order of the entries; overlaps included."""
        memo = {} if memo is None else memo
        keys = {key for word in words for key in word.keys}
        beginnings = {key[:length] for key in keys for length in range(1, _PREFIX + 1)}
        possible: dict[int, bool] = {}
        found: list[Match[T]] = []
        for at, word in enumerate(words):
            candidates = self._candidates(word)
            for entry in (*candidates, *self._anchored) if at == 0 else candidates:
                if entry.number not in possible:
                    possible[entry.number] = entry.possible(keys, beginnings)
                end = entry.pattern.end_at(words, at, memo) if possible[entry.number] else None
                if end is not None and end > at:
                    found.append(Match(entry.item, at, end, word.start, words[end - 1].end))
        return found

    def _candidates(self, word: Word) -> Sequence[_Entry[T]]:
        """The entries that can begin at the word, in their order."""
        lists = []
        for key in word.keys:
            for known in (
                self._words.get(key),
                self._prefixes.get(key[:1]),
                self._prefixes.get(key[:_PREFIX]),
            ):
                if known:
                    lists.append(known)
        if len(lists) < 2:
            return lists[0] if lists else ()
        found = {entry.number: entry for known in lists for entry in known}
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
