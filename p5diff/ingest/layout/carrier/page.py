"""The paragraphs of a source as a page: which of them run, and where one finds those that do.

A paragraph is *running* where it holds sentences or is a clause of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.clauses import clauses, torn
from p5diff.ingest.layout.places import letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.language.references import is_symbol
from p5diff.model.source import BlockKind
from p5diff.text.dates import find_dates
from p5diff.text.roles import names_annex
from p5diff.text.segment import ends_sentence

RUNNING = 100
"""Letters from which an open line is a paragraph, not a title or a link."""
LONGEST_LINE = 200
"""Characters of the longest line of a page: its marks, links and credits are shorter."""
GREETING = 80
"""Characters of the longest line that greets."""
LONGEST_NUMBER = 40
"""Characters of the longest line that is the number of a publication."""
LISTED = (BlockKind.LIST_ITEM, BlockKind.ROW)
"""Kinds of paragraphs that introduce nothing by a mere "below" or a colon."""


def is_number(text: str, language: Language) -> bool:
    """Whether a line is the number of a publication, with its day or not: the symbol of a document is its
    own."""
    line = text.strip()
    if w.NUMBER.fullmatch(line) is not None:
        return not is_symbol(line)
    found = next(find_dates(line, language=language), None) if len(line) <= LONGEST_NUMBER else None
    if found is None or len(line[found.end :].strip(w.AROUND)) > 1:  # "6 мая 2033 г."
        return False
    return w.DATED_NUMBER.fullmatch(line[: found.start].strip()) is not None


class Page:
    """The paragraphs of a source: lists as long as `pieces`."""

    def __init__(
        self,
        pieces: Sequence[UnwrappedParagraph],
        language: Language,
    ) -> None:
        self.pieces = [one._replace(text=w.plain(one.text, language)) for one in pieces]
        self.language = language
        self.words = w.words_of(language)
        self.texts = [piece.text for piece in self.pieces]
        self.short = [len(text) <= LONGEST_LINE for text in self.texts]
        self.noun = [self.words.noun.search(text) is not None for text in self.texts]
        """Whether a paragraph names what a page may carry: "statement", "letter"."""
        self.listed = [piece.kind in LISTED for piece in self.pieces]
        self.annex = [
            s and names_annex(text, language) for s, text in zip(self.short, self.texts, strict=True)
        ]
        """Lines that only say that something is attached, however long the title of its letter is."""
        self._find_running()

    def _find_running(self) -> None:
        self._clause = clauses(self.pieces, self.language)
        self.running = [self._is_running(index) for index in range(len(self.pieces))]
        self.torn = torn(self.pieces, self.running, self.language)
        sizes = [letters(text) for text in self.texts]
        self.size = [n if run else 0 for n, run in zip(sizes, self.running, strict=True)]
        """Letters of the running paragraphs, 0 for others."""
        self.runs = counts(self.running)
        self.before = counts_of(self.size)
        runs = [i for i, run in enumerate(self.running) if run]
        self.next = [*runs, len(self.pieces)]
        self.last = [-1, *runs]

    # Places.

    def running_from(self, index: int) -> int:
        """The first running paragraph at a place or after it; the number of paragraphs where there is
        none."""
        return self.next[self.runs[index]]

    def running_before(self, index: int) -> int:
        """The last running paragraph before a place; -1 where there is none."""
        return self.last[self.runs[index]]

    def lines(self, test: Callable[[str], bool], most: int = LONGEST_LINE) -> list[bool]:
        """A test of the lines that do not run and are no longer than `most` characters."""
        return [
            not run and len(text) <= most and test(text)
            for run, text in zip(self.running, self.texts, strict=True)
        ]

    def _is_running(self, index: int) -> bool:
        piece = self.pieces[index]
        text = piece.text.rstrip(' ”»」』"“])】）')
        wrote = text[-1:] in w.COLONS and self.short[index] and w.is_of_mail(piece.text)  # "On … Ann wrote:"
        if self.annex[index] or piece.level or not text or wrote:
            return False
        if len(text) <= GREETING and (w.full(self.words.heads, piece.text) or self._greets(index, text)):
            return False
        size = letters(text)
        if size >= RUNNING or self._clause[index]:
            return True
        if is_number(piece.text, self.language):
            return False
        colon = text[-1] in w.COLONS
        if colon and self.words.reports.search(text):  # "The spokesman said:"
            return True
        names = colon and self.noun[index]  # "The statement says:"
        least = 8 if not self.language.SEPARATOR or names else 20  # an open line or a label is shorter
        return size >= least and (text[-1] in ":：" or ends_sentence(text, language=self.language))

    def _greets(self, index: int, text: str) -> bool:
        """Whether a line is a greeting that a comma or colon closes and names no text: "Dear colleagues:"."""
        closed = text[-1] in (",", "，", "،", *w.COLONS)
        return closed and not self.noun[index] and w.full(self.words.greets, text)


def counts(signs: Iterable[bool]) -> list[int]:
    """How many of the paragraphs before each show a sign."""
    return counts_of(map(int, signs))


def counts_of(sizes: Iterable[int]) -> list[int]:
    """The sum of the sizes before each."""
    return [0, *accumulate(sizes)]
