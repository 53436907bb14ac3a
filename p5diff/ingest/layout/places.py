"""Where what was set aside stands, in words, and which sentence calls a note.

Pieces and stored paragraphs hold the same letters in the same order (spaces apart), so a count
of letters leads from a place in one to a place in the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.statement import Paragraph

_NOTES = (SetAsideReason.FOOTNOTE, SetAsideReason.ENDNOTE)
BEGINNING = "beginning"
"""The place of what stands before the first body paragraph."""


class Taken(NamedTuple):
    """A piece that was set aside: how many paragraphs of the source stand before it, and by what
    key the text calls it (if it is a note)."""

    before: int
    item: SetAside
    key: str = ""


def placed(
    pieces: Sequence[UnwrappedParagraph], taken: Sequence[Taken], paragraphs: Sequence[Paragraph]
) -> tuple[SetAside, ...]:
    """The set-aside pieces in the order of the source, each with its place; notes with their caller."""
    if not taken:
        return ()
    ends = [0, *accumulate(letters(piece.text) for piece in pieces)]
    callers = _callers(pieces, ends, paragraphs)
    bodies = _Bodies.of(paragraphs)
    return tuple(
        _one(one.item, bodies.at(ends[min(one.before, len(pieces))]), callers.get(one.key, ""))
        for one in taken
    )


def letters(text: str) -> int:
    """How many characters are no white space."""
    return len("".join(text.split()))


def _one(item: SetAside, paragraph: int, caller: str) -> SetAside:
    place = item.place
    if not place and item.reason in _NOTES and item.label:
        place = f"{item.reason.value} {item.label}"
    elif not place and item.page:
        place = f"page {item.page}"
    elif not place:
        place = f"paragraph {paragraph}" if paragraph else BEGINNING
    return replace(item, place=place, sentence=item.sentence or caller)


class _Bodies(NamedTuple):
    """The letter at which each paragraph ends, and the number of the last body paragraph by then."""

    ends: list[int]
    numbers: list[int]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> _Bodies:
        sizes = (
            letters(paragraph.label) + sum(letters(s.text) for s in paragraph.sentences)
            for paragraph in paragraphs
        )
        return cls([*accumulate(sizes)], [*accumulate((p.number or 0 for p in paragraphs), max)])

    def at(self, letter: int) -> int:
        """The number of the body paragraph that ends at or holds the letter; 0 before the first."""
        if not letter or not self.ends:
            return 0
        return self.numbers[min(bisect_left(self.ends, letter), len(self.ends) - 1)]


def _callers(
    pieces: Sequence[UnwrappedParagraph], ends: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[str, str]:
    """Key of each note → id of the sentence in which its mark stood (the first, if several)."""
    calls = [(ends[index] + at, key) for index, piece in enumerate(pieces) for key, at in piece.calls]
    if not calls:
        return {}
    identifiers, last, at = [], [], 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            at += letters(sentence.text) + (letters(paragraph.label) if sentence.number == 1 else 0)
            identifiers.append(sentence.id)
            last.append(at)
    found: dict[str, str] = {}
    for letter, key in calls:
        if identifiers:
            found.setdefault(key, identifiers[min(bisect_left(last, max(letter, 1)), len(last) - 1)])
    return found
