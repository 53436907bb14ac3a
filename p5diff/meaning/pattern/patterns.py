"""A small pattern language for rules: words, not characters, so that a diplomat can edit it.

    agree* to continue          words, in order; `*` at the end of a word stands for any ending,
    *erons                      at its start for any beginning
    [the] P5                    square brackets: may be missing
    (agree|decide) to           round brackets: one of these
    reaffirm* ~4 commitment     `~4`: up to four words between (never past ; : or a full stop)
    {we} will                   a list of the file, by name
    by the end of ####          `####`: a year; `#`: any number
    WHO                         in capitals: only where it is printed in capitals
    ^ the P5                    `^`: at the start of the sentence

Nothing in it can repeat without bound, so no pattern can be slow on any text: matching walks
sets of positions, in time proportional to pattern length × gap × text length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from p5diff.meaning.pattern.words import Form, Words


class Literal(NamedTuple):
    """One word; with `prefix` (`suffix`), any longer one that begins (ends) so; with `capitals`,
    printed in capitals."""

    key: str
    prefix: bool = False
    suffix: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Any number, or a year only."""

    year: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind, but none that ends a clause."""

    most: int


class Choice:
    """One of several sequences; an empty one makes the whole optional.

    Options are looked up by the word they begin with, so that a long list costs no more than a
    short one. What is known of all of them together is worked out when first asked for.
    """

    __slots__ = ("_index", "_needs_word", "_open", "_span", "options")

    def __init__(self, options: tuple[tuple[Node, ...], ...]) -> None:
        self.options = options
        self._needs_word: bool | None = None
        self._open: bool | None = None
        self._span: tuple[int, int] | None = None
        self._index: dict[str | None, list[tuple[Node, ...]]] | None = None

    @property
    def needs_word(self) -> bool:
        """Whether every option needs a word of its own."""
        if self._needs_word is None:
            self._needs_word = all(map(needs_word, self.options))
        return self._needs_word

    @property
    def open(self) -> bool:
        """Whether an option can begin with any word at all."""
        if self._open is None:
            self._open = any(map(opens_with_gap, self.options))
        return self._open

    @property
    def span(self) -> tuple[int, int]:
        """How many words an option spans, at least and at most."""
        if self._span is None:
            least = min(map(shortest, self.options), default=0)
            self._span = least, max(map(longest, self.options), default=0)
        return self._span

    def candidates(self, word: Form | None) -> Sequence[tuple[Node, ...]]:
        """The options that can begin at this word."""
        if self._index is None:
            self._index = _by_first(self.options)
        found = self._index[None]
        for key in word.keys if word is not None else ():
            for known in (self._index.get(key), self._index.get(f"{key[:2]}*")):
                if known:
                    found = [*found, *known]
        return found


def _by_first(options: Sequence[tuple[Node, ...]]) -> dict[str | None, list[tuple[Node, ...]]]:
    """The options by the word they begin with, by its first two letters and `*` where they name
    only a beginning, and under None where any word may do."""
    index: dict[str | None, list[tuple[Node, ...]]] = {None: []}
    for option in options:
        begins = firsts(option) if needs_word(option) else None
        if begins is None or any(len(prefix) < 2 for prefix in begins[1]):
            index[None].append(option)
            continue
        for first in (*begins[0], *(f"{prefix}*" for prefix in {prefix[:2] for prefix in begins[1]})):
            index.setdefault(first, []).append(option)
    return index


@dataclass(frozen=True, slots=True)
class Start:
    """The start of the sentence."""


Node = Literal | Number | Gap | Choice | Start


Memo = dict[tuple[int, int], set[int]]
"""Where the choices of one sentence end, by choice and start: lists are shared by many patterns."""


class Pattern(NamedTuple):
    """A compiled pattern; `source` is how it was written.

    `memo` may be shared by every pattern matched against the same words, and only by those.
    """

    source: str
    nodes: tuple[Node, ...]

    def end_at(self, words: Words, start: int, memo: Memo | None = None) -> int | None:
        """Index after the longest match that begins at word `start`, or None."""
        ends = self.ends_at(words, start, memo)
        return max(ends) if ends else None

    def ends_at(self, words: Words, start: int, memo: Memo | None = None) -> set[int]:
        """Indices after every match that begins at word `start`."""
        return _walk(self.nodes, words.forms, {start}, {} if memo is None else memo)

    def search(self, words: Words, memo: Memo | None = None) -> tuple[int, int] | None:
        """First match as (first word, word after the last), or None."""
        memo = {} if memo is None else memo
        for start in range(len(words)):
            end = self.end_at(words, start, memo)
            if end is not None and end > start:
                return start, end
        return None


def _walk(nodes: Sequence[Node], words: Sequence[Form], starts: set[int], memo: Memo) -> set[int]:
    positions = starts
    for node in nodes:
        positions = _step(node, words, positions, memo)
        if not positions:
            break
    return positions


def _step(node: Node, words: Sequence[Form], positions: set[int], memo: Memo) -> set[int]:
    if isinstance(node, Literal):
        return {p + 1 for p in positions if p < len(words) and same(node, words[p])}
    if isinstance(node, Choice):
        return set().union(*(_choose(node, words, position, memo) for position in positions))
    if isinstance(node, Number):
        return {p + 1 for p in positions if p < len(words) and numeric(node, words[p])}
    if isinstance(node, Start):
        return positions & {0}
    return _gap(node.most, words, positions)


def _choose(node: Choice, words: Sequence[Form], position: int, memo: Memo) -> set[int]:
    """Ends of every option at one position, trying only those that can begin there."""
    known = memo.get((id(node), position))
    if known is not None:
        return known
    reached: set[int] = set()
    for option in node.candidates(words[position] if position < len(words) else None):
        reached |= _walk(option, words, {position}, memo) if option else {position}
    memo[id(node), position] = reached
    return reached


def _gap(most: int, words: Sequence[Form], positions: set[int]) -> set[int]:
    reached = set(positions)
    for start in positions:
        for position in range(start, min(start + most, len(words))):
            if words[position].breaks:
                break
            reached.add(position + 1)
    return reached


def same(node: Literal, form: Form) -> bool:
    """Whether the word is the one that the node asks for."""
    if node.prefix:
        return any(key.startswith(node.key) for key in form.keys)
    return node.key in form.keys and (form.capitals or not node.capitals)


def numeric(node: Number, form: Form) -> bool:
    """Whether the word is a number, or the year, that the node asks for."""
    digits = form.keys[-1]
    if node.year:
        return len(digits) == 4 and digits.isdecimal() and digits[:2] in {"18", "19", "20", "21"}
    return form.figures


def needs_word(nodes: Sequence[Node]) -> bool:
    """Whether no match of the nodes can be without a word of its own."""
    return any(
        isinstance(node, Literal | Number) or (isinstance(node, Choice) and node.needs_word) for node in nodes
    )


Firsts = tuple[frozenset[str], frozenset[str]]


def longest(nodes: Sequence[Node]) -> int:
    """How many words a match can span at most."""
    total = 0
    for node in nodes:
        if isinstance(node, Choice):
            total += node.span[1]
        elif isinstance(node, Gap):
            total += node.most
        elif isinstance(node, Literal | Number):
            total += 1
    return total


def shortest(nodes: Sequence[Node]) -> int:
    """How many words a match spans at least."""
    return sum(
        node.span[0] if isinstance(node, Choice) else isinstance(node, Literal | Number) for node in nodes
    )


def opens_with_gap(nodes: Sequence[Node]) -> bool:
    """Whether a match can begin with any word at all."""
    for node in nodes:
        if isinstance(node, Gap) or (isinstance(node, Choice) and node.open):
            return True
        if isinstance(node, Literal | Number) or (isinstance(node, Choice) and node.needs_word):
            break
    return False


def firsts(nodes: Sequence[Node]) -> Firsts | None:
    """The words, and the beginnings of words, that a match can begin with; None for any word."""
    words: set[str] = set()
    prefixes: set[str] = set()
    for node in nodes:
        if isinstance(node, Gap):
            return None
        if isinstance(node, Literal):
            (prefixes if node.prefix or node.suffix else words).add("" if node.suffix else node.key)
            break
        if isinstance(node, Number):
            prefixes |= set("0123456789")
            break
        if isinstance(node, Choice):
            found = [firsts(option) for option in node.options]
            if any(each is None for each in found):
                return None
            words = words.union(*(each[0] for each in found if each))
            prefixes = prefixes.union(*(each[1] for each in found if each))
            if node.needs_word:
                break
    return frozenset(words), frozenset(prefixes)
