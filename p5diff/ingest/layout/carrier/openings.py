"""How paragraphs open: those of a statement often open alike."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.page import RUNNING, Page

_OPENING_CHARACTERS = 4
"""Chinese characters in which a paragraph names who acts."""


class Openings:
    """The words with which the running paragraphs of a page open."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._kin = [self._opening(i) if run else frozenset() for i, run in enumerate(self._page.running)]
        """The words with which a running paragraph opens: those of a statement often open alike."""
        self._opened: dict[str, list[int]] = {}
        """Word → the paragraphs that open with it, in order."""
        for index, words in enumerate(self._kin):
            for word in words:
                self._opened.setdefault(word, []).append(index)
        self._inside: dict[int, list[int]] = {}

    def _opening(self, index: int) -> frozenset[str]:
        text = self._page.texts[index].lstrip(" \u3000" + "".join(w.QUOTES))
        if not self._page.language.SEPARATOR:
            return w.long_words(text[:_OPENING_CHARACTERS])
        words = text[:RUNNING].casefold().split()[:3]
        return frozenset((*(word for word in words if len(word) > 3), " ".join(words[:2])))

    def between(self, one: int, other: range) -> bool:
        """Whether a paragraph opens with a word with which one of the others does."""
        return self._next_kin(one, other.start) < other.stop

    def _next_kin(self, one: int, start: int) -> int:
        """The first paragraph from `start` on that opens with a word of another one; the number of
        paragraphs where there is none."""
        found = len(self._page.pieces)
        for word in self._kin[one]:
            places = self._opened[word]
            at = bisect_left(places, start)
            if at < len(places) and places[at] == one:
                at += 1
            if at < len(places):
                found = min(found, places[at])
        return found

    def inside(self, begin: int, place: int) -> int:
        """How many running paragraphs of `[begin, place)` open as another one of them does, the first of
        them apart: it names all."""
        if begin not in self._inside:
            # Each counts from the place on where both it and the first of its kin are inside.
            came = [0] * (len(self._page.pieces) + 2)
            for index in range(self._page.running_from(begin) + 1, len(self._page.pieces)):
                kin = self._next_kin(index, begin) if self._page.running[index] else len(self._page.pieces)
                came[max(index, kin) + 1] += kin < len(self._page.pieces)
            self._inside[begin] = list(accumulate(came))
        return self._inside[begin][place]
