"""Who speaks in a paragraph: one who reports what others say and do, or parties in their own voice."""

from __future__ import annotations

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.page import Page, counts_of

VOICES = 200
"""Paragraphs from either end of a source that are asked who speaks: pages end no farther in."""
_CITED = 10
"""Characters of the shortest words that somebody is said to have spoken; most names in marks are shorter."""


class Voices:
    """What the running paragraphs of a page show of who speaks."""

    def __init__(self, page: Page) -> None:
        self._words, count = page.words, len(page.pieces)
        looked = [run and (i < VOICES or i >= count - VOICES) for i, run in enumerate(page.running)]
        self.reporting = [
            self._reporting(t) if look else 0 for t, look in zip(page.texts, looked, strict=True)
        ]
        """How many signs of a report a paragraph shows: who said it, when, words in quotation marks."""
        self.speaking = [self._speaking(t) if look else 0 for t, look in zip(page.texts, looked, strict=True)]
        """How many signs of parties that speak: "we", a verb with which they bind or ask."""
        self.reportings, self.speakings = counts_of(self.reporting), counts_of(self.speaking)

    def _reporting(self, text: str) -> int:
        inner = w.QUOTED.sub("", text)
        cited = len(text) - len(inner) >= _CITED and len(inner) >= _CITED
        return (
            min(2, len(set(self._words.reports.finditer(inner))))
            + (self._words.lately.search(inner) is not None)
            + cited
        )

    def _speaking(self, text: str) -> int:
        inner = w.QUOTED.sub("", text)
        return (self._words.first_person.search(inner) is not None) + (
            self._words.acts.search(inner) is not None
        )
