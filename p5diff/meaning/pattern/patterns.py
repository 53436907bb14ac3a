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

Nothing in it can repeat without bound, so no pattern can be slow on any text: a walk from one
word is never longer than the longest match (see `automaton`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from p5diff.meaning.pattern.words import WordForm


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
class WordGap:
    """Up to `most` words of any kind, but none that ends a clause."""

    most: int


class Alternatives:
    """One of several sequences; an empty one makes the whole optional.

    Compared by identity: a list named in many patterns is one choice. What is known of all its
    options together is worked out when first asked for.
    """

    __slots__ = ("_longest", "_needs_word", "_open", "_weight", "options")

    def __init__(self, options: tuple[tuple[Node, ...], ...]) -> None:
        self.options = options
        self._needs_word: bool | None = None
        self._open: bool | None = None
        self._longest: int | None = None
        self._weight: int | None = None

    @property
    def weight(self) -> int:
        """How many nodes the options are, all lists in them written out."""
        if self._weight is None:
            self._weight = 1 + sum(map(weight, self.options))
        return self._weight

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
    def longest(self) -> int:
        """How many words an option spans at most."""
        if self._longest is None:
            self._longest = max(map(longest, self.options), default=0)
        return self._longest


@dataclass(frozen=True, slots=True)
class Start:
    """The start of the sentence."""


Node = Literal | Number | WordGap | Alternatives | Start


class Pattern(NamedTuple):
    """A compiled pattern; `source` is how it was written."""

    source: str
    nodes: tuple[Node, ...]


def numeric(node: Number, form: WordForm) -> bool:
    """Whether the word is a number, or the year, that the node asks for."""
    digits = form.keys[-1]
    if node.year:
        return len(digits) == 4 and digits.isdecimal() and digits[:2] in {"18", "19", "20", "21"}
    return form.figures


def needs_word(nodes: Sequence[Node]) -> bool:
    """Whether no match of the nodes can be without a word of its own."""
    return any(
        isinstance(node, Literal | Number) or (isinstance(node, Alternatives) and node.needs_word)
        for node in nodes
    )


def weight(nodes: Sequence[Node]) -> int:
    """How many nodes these are with all lists in them written out, which is what the automaton is
    built from: lists within lists double it with every level."""
    return sum(node.weight if isinstance(node, Alternatives) else 1 for node in nodes)


def longest(nodes: Sequence[Node]) -> int:
    """How many words a match can span at most."""
    total = 0
    for node in nodes:
        if isinstance(node, Alternatives):
            total += node.longest
        elif isinstance(node, WordGap):
            total += node.most
        elif isinstance(node, Literal | Number):
            total += 1
    return total


def opens_with_gap(nodes: Sequence[Node]) -> bool:
    """Whether a match can begin with any word at all."""
    for node in nodes:
        if isinstance(node, WordGap) or (isinstance(node, Alternatives) and node.open):
            return True
        if isinstance(node, Literal | Number) or (isinstance(node, Alternatives) and node.needs_word):
            break
    return False
