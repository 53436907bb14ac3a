"""Where each sentence stands in the source: page and offsets, counted home letter by letter.

Normalising moves spaces, composes letters and drops line-end hyphens, but keeps every other
character in order. So the characters that are not spaces lead from a sentence back to its lines:
to the character where a line kept all of its own, to the line where letters were composed.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from p5diff import language as languages
from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.recovery import recovered
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.source import Origin, Source

_DROPPED = "\u00ad\ufeff"


def origins(source: Source) -> tuple[tuple[str, Origin], ...]:
    """(sentence id, place in the source) for each sentence, in reading order."""
    pieces = recovered(source.raw, languages.get(source.language)).pieces
    places, pages = array("q"), array("i")
    for piece in pieces:
        _locate(piece, places, pages)
    result: list[tuple[str, Origin]] = []
    at = 0
    for paragraph in source.paragraphs:
        for sentence in paragraph.sentences:
            at += _count(paragraph.label) if sentence.number == 1 else 0
            last = at + _count(sentence.text) - 1
            result.append((sentence.id, _origin(places, pages, at, last)))
            at = last + 1
    return tuple(result)


def _count(text: str) -> int:
    return len("".join(text.split()))


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def _origin(places: Sequence[int], pages: Sequence[int], first: int, last: int) -> Origin:
    if last >= len(places) or first > last:
        return Origin()
    start, end = places[first], places[last]
    return Origin(page=pages[first], start=start, end=end + 1 if end >= 0 else -1)


def _locate(piece: UnwrappedParagraph, places: array[int], pages: array[int]) -> None:
    """Add the source offset and page of every character of the piece that is no space."""
    wanted = "".join(piece.text.split())
    at = 0
    given = "".join("".join(line.text.split()) for line in piece.lines[:1])
    while at < len(wanted) and not given.startswith(wanted[at : at + 8]) and at < piece.added:
        at += 1
    places.extend([-1] * at)
    pages.extend([piece.lines[0].page if piece.lines else 0] * at)
    for line in piece.lines:
        offsets = _offsets(line)
        for index, char in enumerate(_letters(line.text)):
            if at < len(wanted) and wanted[at] == char:
                places.append(offsets[index])
                pages.append(line.page)
                at += 1
    missing = len(wanted) - at
    places.extend([-1] * missing)
    pages.extend([0] * missing)


def _offsets(line: TextLine) -> Sequence[int]:
    """Source offset of each character of the clean line that is no space."""
    size = len(_letters(line.text))
    if line.start < 0:
        return [-1] * size
    found = [i for i, char in enumerate(line.raw) if not char.isspace() and char not in _DROPPED]
    if len(found) != size:  # letters were composed: only the line is known
        return [line.start] * (size - 1) + [line.start + len(line.raw) - 1] if size else []
    return [line.start + i for i in found]
