"""Patterns by the thousand of which a text needs few: each is compiled when a word that begins it is met.

A text of 300 words begins hardly one in twenty of the words of all fields. So what is made of a pattern at
first is only where it stands in an index: under the beginning of the word, or of each of the words, that it
can begin with. The patterns under one beginning make an automaton of their own, built when a text first has a
word that begins so. What is found is what `Matcher` finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from p5diff.language import Language
from p5diff.language.script import HAN
from p5diff.meaning.pattern.automaton import Automaton
from p5diff.meaning.pattern.compiler import opening_keys
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.words import WordForm, Words

T = TypeVar("T")
_BEGINNING = 4
"""Letters of a beginning under which patterns are kept: with three, five hundred words of a text wake half of
all patterns, with five most beginnings (`test*`) are shorter than that anyway."""
_SHORTEST = 2
"""Letters that the beginning of a pattern has at least: `*` asks for two beside it."""
_MOST_FORMS = 65_536
"""Words remembered with the automata that begin with them: as many as `pattern.words` keeps forms."""
_OPENING = re.compile(rf"([{HAN}]|[^\W\d_{HAN}]+)\*?(?=[ '’-]|$|[{HAN}])")
"""The word that a pattern begins with, where nothing but letters is in it."""
_CHOICE = re.compile(r"\(([^()\[\]]*)\)")
"""The words that a pattern can begin with, where no bracket stands in the bracket."""


class SparseMatcher(Generic[T]):
    """Patterns as written with what each stands for. `compiled` reads one, or notes that it cannot and gives
    nothing: then it is found nowhere."""

    def __init__(
        self, entries: Sequence[tuple[str, T]], language: Language, compiled: Callable[[T], Pattern | None]
    ) -> None:
        self._items = [item for _, item in entries]
        self._compiled = compiled
        self._patterns: dict[int, Pattern | None] = {}
        self._asleep: dict[str, list[int]] = {}
        self._awake: dict[str, _Numbered] = {}
        self._begun: dict[WordForm, tuple[_Numbered, ...]] = {}
        opened = [_openings(written) for written, _ in entries]
        keys = opening_keys({word for words in opened for word in words}, language)
        for number, words in enumerate(opened):
            for beginning in {key[:_BEGINNING] for word in words for key in keys[word]}:
                self._asleep.setdefault(beginning, []).append(number)
        self._always = self._built([number for number, words in enumerate(opened) if not words])

    def find(self, words: Words) -> list[Match[T]]:
        """Every longest match, by place, then in the order of the entries; overlaps included."""
        forms = words.forms
        found = {(start, number): end for number, start, end in self._always.find(forms)}
        for start, form in enumerate(forms):
            begun = self._begun.get(form)
            for automaton in self._begin(form) if begun is None else begun:
                for number, end in automaton.longest_from(forms, start):
                    found[start, number] = end
        if not found:
            return []
        starts = words.starts
        return [
            Match(self._items[number], first, last, starts[first], starts[last - 1] + forms[last - 1].letters)
            for (first, number), last in sorted(found.items())
        ]

    def _begin(self, form: WordForm) -> tuple[_Numbered, ...]:
        """The automata of the patterns that begin with the word."""
        lengths = range(_SHORTEST if len(form.keys[0]) > 1 else 1, _BEGINNING + 1)
        beginnings = dict.fromkeys(key[:length] for key in form.keys for length in lengths)
        if len(self._begun) >= _MOST_FORMS:
            self._begun.clear()
        for beginning in beginnings:
            if asleep := self._asleep.pop(beginning, None):
                self._awake[beginning] = self._built(asleep)
        awake = [self._awake[b] for b in beginnings if b in self._awake]
        begun = self._begun[form] = tuple([one for one in awake if one.begins(form)])
        return begun

    def _built(self, numbers: Sequence[int]) -> _Numbered:
        for number in numbers:
            if number not in self._patterns:
                self._patterns[number] = self._compiled(self._items[number])
        return _Numbered([(n, pattern) for n in numbers if (pattern := self._patterns[n]) is not None])


class _Numbered:
    """An automaton of some of the patterns, which tells them by their numbers among all."""

    def __init__(self, patterns: Sequence[tuple[int, Pattern]]) -> None:
        self._numbers = [number for number, _ in patterns]
        self._automaton = Automaton([pattern.nodes for _, pattern in patterns])

    def find(self, forms: Sequence[WordForm]) -> Iterator[tuple[int, int, int]]:
        """What `Automaton.find` gives."""
        return ((self._numbers[own], first, last) for own, first, last in self._automaton.find(forms))

    def begins(self, form: WordForm) -> bool:
        """What `Automaton.begins` gives."""
        return self._automaton.begins(form)

    def longest_from(self, forms: Sequence[WordForm], start: int) -> Iterator[tuple[int, int]]:
        """(number, word after the last) of the longest match of each pattern that begins at a word."""
        return ((self._numbers[own], last) for own, last in self._automaton.longest_from(forms, start))


def _openings(written: str) -> Sequence[str]:
    """The words that a pattern can begin with; none where that takes more than a look."""
    choice = _CHOICE.match(written)
    options = choice[1].split("|") if choice else [written]
    opened = [_OPENING.match(option) for option in options]
    return [match[1] for match in opened if match] if all(opened) else []
