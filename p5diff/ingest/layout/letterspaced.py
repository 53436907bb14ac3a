"""Words typed with a space after each letter ("П О С Т А Н О В Л Е Н И Е"), as typists set titles.

They are closed only where every word that comes out is known: it stands elsewhere in the text, or the
language lists it among the names of documents. Letters that count a list, name variables or head the
columns of a table make no known words, and stay apart.

Worked example. "R E S O L U T I O N   O N   P I L O T S" above "The pilots agreed on this." gives
"RESOLUTION ON PILOTS": the first word names a document, the others stand in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language

_RUN = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,119}(?![^\s,.:;!?])")
"""Four letters or more: three that make a word are found by chance ("a s o"). No title has over 120."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_A_WORD = 3
"""On the average at least: single letters of the text ("a", "в") could spell anything."""
_ENDING = 3
"""Letters that may follow the listed beginning of a name ("declaraci-ón", "заявлени-ями")."""


def closed(pieces: Sequence[UnwrappedParagraph], language: Language) -> list[UnwrappedParagraph]:
    """The pieces with the words closed whose letters are spaced and that are known."""
    spaced = [bool(language.SEPARATOR and len(p.lines) < 2 and _RUN.search(p.text)) for p in pieces]
    if not any(spaced):
        return list(pieces)
    texts = [_RUN.sub(" ", p.text) for p in pieces]
    known = frozenset(_bare(word) for text in texts for word in _WORD.findall(text))
    documents = re.compile(_bare(language.DOCUMENTS))
    return [
        piece._replace(text=_RUN.sub(lambda run: _words(run.group(), known, documents), piece.text))
        if has
        else piece
        for piece, has in zip(pieces, spaced, strict=True)
    ]


def _bare(text: str) -> str:
    """Lower case without accents, which capitals often lack; a character for a character of composed text."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text.lower())


def _words(run: str, known: frozenset[str], documents: re.Pattern[str]) -> str:
    """The words that spaced letters spell, or the letters as they stand.

    Of several spellings the one of the fewest words; each letter behind the listed beginning of a name counts
    as two words, so that the next word is not taken for an ending ("RESOLUTION ON").
    """
    text = run.replace(" ", "")
    bare = _bare(text)
    best: list[tuple[int, list[str]] | None] = [(0, []), *[None] * len(text)]
    for end in range(1, len(text) + 1):
        for start in range(end):
            before, word = best[start], bare[start:end]
            cost = _cost(word, known, documents) if before else 0
            if before and cost and ((now := best[end]) is None or before[0] + cost < now[0]):
                best[end] = before[0] + cost, [*before[1], text[start:end]]
    words = best[-1][1] if best[-1] else []
    return " ".join(words) if words and len(words) * _LETTERS_A_WORD <= len(text) else run


def _cost(word: str, known: frozenset[str], documents: re.Pattern[str]) -> int:
    """What a word costs; 0 for one that nobody knows."""
    if word in known:
        return 1
    named = documents.match(word)
    beyond = len(word) - named.end() if named else _ENDING + 1
    return 1 + 2 * beyond if beyond <= _ENDING else 0
