"""Where each sentence stands in the source: page and offsets, counted home letter by letter.

Normalising moves spaces and drops line-end hyphens but keeps every other character in order, so
counting the characters that are not spaces leads from a sentence back to its lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.model.draft import Origin
from p5diff.model.statement import Paragraph
from p5diff.text.lines import Line
from p5diff.text.unwrap import Piece


def origins(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> tuple[tuple[str, Origin], ...]:
    """(sentence id, place in the source) for each sentence, to the character where lines allow."""
    places = list(_places(pieces))
    result: list[tuple[str, Origin]] = []
    at = 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            label = _count(paragraph.label) if sentence.number == 1 else 0
            first, last = at, at + label + _count(sentence.text) - 1
            at = last + 1
            result.append((sentence.id, _origin(places, first, last)))
    return tuple(result)


def _count(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _places(pieces: Sequence[Piece]) -> Iterator[tuple[Line, int, int]]:
    """(line, index of its first counted character in the document, how many it has)."""
    at = 0
    for piece in pieces:
        total = _count(piece.text)
        sizes = [_count(line.text) for line in piece.lines]
        for division in piece.divisions:
            pass
        for line, size in zip(piece.lines, sizes, strict=True):
            yield line, at, size
            at += size
        at += total - sum(sizes)


def _origin(places: Sequence[tuple[Line, int, int]], first: int, last: int) -> Origin:
    import bisect

    if not places:
        return Origin()
    starts = [place[1] for place in places]
    head = max(0, bisect.bisect_right(starts, first) - 1)
    tail = max(0, bisect.bisect_right(starts, last) - 1)
    line, other = places[head][0], places[tail][0]
    return Origin(page=line.page, start=line.start, end=other.end)
