"""Where a text may be cut: between tokens, and where graphemes meet."""

from __future__ import annotations

import regex

from p5diff.text.tokens import pieces, tokenise

_GRAPHEME = regex.compile(r"\X")
# The standard joins two consonants over a virama (GB9c). The library joins any virama to a letter,
# also where no letter stands before: readers, and the standard, see two things there.
_MARK = r"\p{M}\u200c\u200d\U0001f3fb-\U0001f3ff\uff9e"
_MARKS_ON_NO_LETTER = regex.compile(rf"(?<![^\W_\u2139\p{{Han}}][{_MARK}]*)[{_MARK}]+(?=\w)")


def grapheme_edges(text: str) -> set[int]:
    """Places where graphemes meet, both ends included."""
    return {0, len(text)} | {
        m.end() for pattern in (_GRAPHEME, _MARKS_ON_NO_LETTER) for m in pattern.finditer(text)
    }


def inside_tokens(text: str) -> set[int]:
    """Places inside a token."""
    return {place for start, end in tokenise(text) for place in range(start + 1, end)}


def piece_edges(text: str) -> set[int]:
    """Places where tokens and white space meet, both ends included."""
    edges, place = {0}, 0
    for piece in pieces(text):
        place += len(piece)
        edges.add(place)
    return edges
