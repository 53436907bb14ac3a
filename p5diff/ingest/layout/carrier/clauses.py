"""Clauses: short paragraphs whose sentence goes on in the next, and items of a list under its lead-in. They
are text as sentences are, however short they stand; no line of a page is part of a sentence around it.

    The Council,   Recalling its decision 4/1,   1. Invites members to plant reeds;   three clauses
    They decided to:   (a) open a hotline   (b) share tide tables                     two items
    Kind regards,   Ann Lee,   Press office                                           no clause
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.text.clauses import OPEN
from p5diff.text.labels import is_bullet, numbered, split_label
from p5diff.text.segment import ends_sentence

_HALF = (";", "；", "؛")
"""Marks between clauses; names and greetings end with a comma alone."""


def clauses(pieces: Sequence[UnwrappedParagraph], language: Language) -> list[bool]:
    """Which paragraphs are clauses or items; those that hold a sentence may be none.

    A chain is paragraphs that follow each other and end openly. It is one of clauses where a half stop stands
    in it, or a sentence or number behind it goes on from a comma: names under a letter end with a bare one.
    """
    words = w.words_of(language)
    open_ = [_is_open(piece, words) for piece in pieces]
    numbered = [_is_numbered(piece, language) for piece in pieces]
    found = [False] * len(pieces)
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and open_[end]:
            end += 1
        chain, last = range(start, end), pieces[end].text if end < len(pieces) else ""
        goes_on = end < len(pieces) and (numbered[end] or ends_sentence(last, language=language))
        half = any(pieces[i].text.endswith(_HALF) for i in chain)
        if len(chain) + goes_on > 1 and (half or (goes_on and len(chain) > 1)):
            found[start:end] = [True] * len(chain)
        start = end + 1
    for index in range(1, len(pieces)):
        after = found[index - 1] or pieces[index - 1].text.rstrip(w.AROUND_COLON)[-1:] in w.COLONS
        found[index] = found[index] or (numbered[index] and after)
    return found


def _is_open(piece: UnwrappedParagraph, words: w.CarrierWords) -> bool:
    """Whether a paragraph ends as one does whose sentence goes on, and greets nobody."""
    if piece.level or piece.linked or not piece.text.endswith(OPEN):
        return False
    return not any(w.full(one, piece.text) for one in (words.greets, words.parts, words.heads, words.tails))


def _is_numbered(piece: UnwrappedParagraph, language: Language) -> bool:
    label, _ = split_label(piece.text, language=language)
    return bool(label) and not (is_bullet(label) or piece.level or piece.linked)


def torn(pieces: Sequence[UnwrappedParagraph], running: Sequence[bool], language: Language) -> list[int]:
    """For each place between paragraphs the last one before it whose number one behind it takes up ("(b)"
    before, "(c)" behind); -1 where there is none. No text ends amid its own numbers; those of lines that do
    not run are a page's."""
    found = [-1] * (len(pieces) + 1)
    last: dict[tuple[str, int], int] = {}
    for index, piece in enumerate(pieces):
        number = numbered(split_label(piece.text, language=language)[0])
        if number is None or not running[index]:
            continue
        shape, value = number
        before = last.get((shape, value - 1), -1)
        if before >= 0:
            found[before + 1 : index + 1] = [max(one, before) for one in found[before + 1 : index + 1]]
        last[number] = index
    return found
