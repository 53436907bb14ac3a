"""A text as the passes see it: tokens, where they stand, and one symbol for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from p5diff.align.units.vocabulary import SymbolTable
from p5diff.text.tokens import bare, spaced_tokens


@dataclass(slots=True)
class WordText:
    """One text with its tokens in place.

    `symbols` has one character for each token; tokens with equal keys have equal symbols.
    `pieces` are the tokens with the white space behind each. Token `k` starts at `starts[k]` of
    `text`; one entry more says where the text ends.
    """

    text: str
    symbols: str
    pieces: list[str]
    starts: list[int]
    vocabulary: SymbolTable

    def token(self, index: int) -> str:
        """A token as printed."""
        return bare(self.pieces[index])

    def tokens(self, start: int, end: int) -> list[str]:
        """The tokens from `start` up to `end`, as printed."""
        return [bare(piece) for piece in self.pieces[start:end]]

    def end(self, index: int) -> int:
        """Where token `index` ends in the text."""
        piece = self.pieces[index]
        token = piece.rstrip() if piece.isascii() else bare(piece)
        return self.starts[index] + len(token)


class Reader:
    """Reads each distinct text once, over one vocabulary.

    With `keep`, the tokens of a text stay at hand for comparing its words. A text that is met
    again (on the other side, as a rule) is the same there, and its words need no comparing.
    """

    def __init__(self, vocabulary: SymbolTable, *, keep: bool = False) -> None:
        self.vocabulary = vocabulary
        self._keep = keep
        self._symbols: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        self._pieces: dict[str, list[str]] = {}

    def of_paragraphs(
        self, parts: Sequence[Sequence[Sequence[str]]], texts: Sequence[Sequence[str]]
    ) -> Reader:
        """A reader of the joined texts of both sides, made of sentences that this one has read."""
        whole = Reader(self.vocabulary)
        for side, joined in zip(parts, texts, strict=True):
            for sentences, text in zip(side, joined, strict=True):
                whole._symbols[text] = "".join([self._symbols[sentence] for sentence in sentences])
                whole._words[text] = [*chain.from_iterable([self._words[s] for s in sentences])]
        return whole

    def words(self, text: str) -> list[str]:
        """The symbols of its words, without the marks.

        Each is the vocabulary's own string, whose hash is known: sets of them cost half of what sets of the
        characters of a string do.
        """
        known = self._words.get(text)
        if known is not None:
            self._pieces.pop(text, None)
            return known
        pieces = spaced_tokens(text)
        listed = [*map(self.vocabulary.__getitem__, pieces)]
        self._symbols[text] = "".join(listed)
        if self._keep:
            self._pieces[text] = pieces
        marks = self.vocabulary.marks
        words = self._words[text] = [symbol for symbol in listed if symbol not in marks]
        return words

    def known(self, text: str) -> list[str]:
        """The words of a text that was read, as `words` gave them; its tokens stay at hand."""
        return self._words[text]

    def symbols(self, text: str) -> str:
        """One symbol for each token."""
        if text not in self._symbols:
            self.words(text)
        return self._symbols[text]

    def word_text(self, text: str) -> WordText:
        """The text with its tokens in place."""
        pieces = self._pieces.get(text) or spaced_tokens(text)
        symbols = self._symbols.get(text) or "".join(map(self.vocabulary.__getitem__, pieces))
        sizes = list(map(len, pieces))
        starts = list(accumulate(sizes, initial=len(text) - sum(sizes)))
        return WordText(text, symbols, pieces, starts, self.vocabulary)
