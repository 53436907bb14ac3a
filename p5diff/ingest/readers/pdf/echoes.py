"""Glyphs that a page gives twice, once.

PDFium gives a glyph as it is drawn and again as the file names it, and a mark that is drawn by itself may be
named after its letter and itself. Worked example. A kasra below the line is named "رِ": the reh stands in
the line too, in the same place, so the second one goes (`without_echoes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import (
    CLUSTER,
    OFF,
    TOUCHING,
    WORD_LETTERS,
    PageLine,
    is_vowel,
    overlap,
    with_ink,
)

_TWICE = 0.1
"""Of the type size: how far apart one sign may stand that is given twice."""


def once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those that PDFium gives twice: as drawn, and as the file names what is drawn. The
    wider of the two stays."""
    result: list[Glyph] = []
    for glyph in _without_echoes(glyphs):
        same = (n for n, other in enumerate(result) if other.text == glyph.text and _is_twice(other, glyph))
        number = None if glyph.text.isspace() else next(same, None)
        if number is None:
            result.append(glyph)
        elif glyph.right - glyph.left > result[number].right - result[number].left:
            result[number] = glyph
    return result


def _without_echoes(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those that are named twice: a mark that is drawn by itself, off the line, may be
    named after its letter and itself, which the line holds too."""
    letters = [g for g in glyphs if not is_vowel(g) and not g.text.isspace()]
    if not letters:
        return glyphs
    base = median(g.base for g in letters)
    off = {id(g) for g in glyphs if abs(g.base - base) > OFF * g.size and not is_vowel(g)}
    if not off:
        return glyphs
    level = [g for g in letters if id(g) not in off]

    marks = [g for g in glyphs if is_vowel(g)]
    echoes: set[int] = set()
    for letter in (g for g in letters if id(g) in off):
        own = [mark for mark in marks if _is_of(mark, letter)]
        mine = {id(mark) for mark in own}
        others = [mark for mark in marks if id(mark) not in mine]
        if own and _is_told([letter], level) and _is_told(own, others):
            echoes |= {id(letter)} | mine
    if not echoes:
        return glyphs
    spaces = {id(g) for g in glyphs if id(g) in off and g.text.isspace() and g.written and g.made}
    return [g for g in glyphs if id(g) not in echoes | spaces]


def _is_told(glyphs: Sequence[Glyph], others: Sequence[Glyph]) -> bool:
    """Whether each of the glyphs stands among others too, in about its place."""
    return all(any(_stands_by(g, other) for other in others) for g in glyphs)


def _is_of(mark: Glyph, letter: Glyph) -> bool:
    """Whether a mark and a letter are one glyph: off the line alike, in one box or in shares of it."""
    touch = max(mark.left - letter.right, letter.left - mark.right) < TOUCHING
    return touch and abs(mark.base - letter.base) < TOUCHING


def without_echoes(found: list[PageLine]) -> list[PageLine]:
    """A page's pieces without such marks, far enough off their line to be pieces of their own."""
    small = [piece for piece in found if piece.rtl and piece.count <= CLUSTER and _has_mark(piece)]
    if not small:
        return found
    own = {id(piece) for piece in small}
    level = [g for piece in found if id(piece) not in own for part in piece.parts for g in part]

    def is_echo(piece: PageLine) -> bool:
        return _is_told([g for part in piece.parts for g in with_ink(part)], level)

    return [piece for piece in found if id(piece) not in own or not is_echo(piece)]


def _has_mark(piece: PageLine) -> bool:
    return any(is_vowel(g) for part in piece.parts for g in part)


def _stands_by(glyph: Glyph, other: Glyph) -> bool:
    """Whether another glyph is the same letter in the line that a mark belongs to."""
    across = abs(glyph.left + glyph.right - other.left - other.right) / 2
    return (
        other.text == glyph.text and across < 0.6 * glyph.size and abs(other.base - glyph.base) < glyph.size
    )


def _is_twice(one: Glyph, other: Glyph) -> bool:
    """Whether two glyphs of one text are one: at one place, or a narrow box beside the true one."""
    apart = abs(one.left - other.left)
    if apart < _TWICE * other.size and overlap(one, other):
        return True
    widths = sorted((one.right - one.left, other.right - other.left))
    near = 0 < abs(one.index - other.index) <= WORD_LETTERS and apart < 2 * _TWICE * other.size
    return near and 2 * widths[0] < widths[1]
