"""What a line says: its glyphs in reading order, with spaces, and raised figures between marks of notes.

Worked example. "treaty" and a small, raised "2": "treaty" and "2" between `MARK_OPEN` and `MARK_CLOSE`,
until it is known whether there is such a note. A line of Arabic is ordered by the bidirectional algorithm
(`bidi.logical`).
"""

from __future__ import annotations

import re
from itertools import pairwise

from p5diff.ingest.readers.pdf.bidi import logical
from p5diff.ingest.readers.pdf.draworder import in_draw_order
from p5diff.ingest.readers.pdf.gaps import Spaces, placed, spaced
from p5diff.ingest.readers.pdf.glyphs import NOTHING, Glyph
from p5diff.ingest.readers.pdf.letters import joined
from p5diff.ingest.readers.pdf.lines import (
    HAN_START,
    HIGH,
    SMALL,
    STRONG,
    PageLine,
    is_han,
    with_ink,
)
from p5diff.ingest.readers.pdf.spaces import DOUBTFUL, closed, marked

MARK_OPEN, MARK_CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters around a superscript, until it is known whether it refers to a footnote."""
MARK = re.compile(f"{MARK_OPEN}([^{MARK_OPEN}{MARK_CLOSE}]*){MARK_CLOSE}")
_ENDING_STOPS = frozenset(".،؛؟!")
"""Signs that end a sentence or clause and begin none: a line with one at its left end goes to the left."""
_RAISED = 0.15
"""Of the type size: how far above the line a mark of a note stands; accents shift less."""
_STAND_IN = 0xFDD4
"""A code point that is no character (U+FDD0 to U+FDEF are none), so that it can stand for a mark."""
_UNKNOWN = Spaces()
_TOO_WIDE = re.compile(r"(?<! ) +(?=[.:،؛؟!](?: |$))|(?<=[(\[]) +(?=[«“\[])")
"""Spaces of Arabic that nobody writes: before a stop, and between two signs that open. A run
is tried from its first space alone, so that time does not grow with the square of its length."""


def spell(line: PageLine, *, after_arabic: bool, spaces: Spaces = _UNKNOWN) -> None:
    """Fill in the text of the line in reading order, with superscripts between marks.

    `after_arabic` tells whether Arabic comes before it, so that a line of figures is read from the
    right too; `spaces` is how the document writes its spaces.
    """
    if after_arabic and not line.rtl:
        inked = sorted(with_ink([g for part in line.parts for g in part]), key=lambda g: g.left)
        latin = any(STRONG.match(g.text) for g in inked)
        line.rtl = not latin or inked[0].text in _ENDING_STOPS
    drawn = in_draw_order([g for part in line.parts for g in part]) if line.rtl else None
    line.drawn = drawn is not None
    glyphs = drawn or spaced(_leftmost_first(line, spaces), line, spaces)
    line.first_word = _first_word(line, glyphs)
    glyphs = [g for g in glyphs if not (g.gone and g.text == NOTHING)]
    if not line.rtl:
        glyphs = marked(closed(glyphs, line.size), line.size)
    texts, marks = _with_marks(glyphs, line)
    text = logical(texts, after_arabic=after_arabic) if line.rtl else "".join(texts)
    text = _TOO_WIDE.sub("", text) if line.rtl else text
    line.text = re.sub(r"[\s\u2000-\u200a\u3000]+", " ", text.translate(marks)).strip()


def _leftmost_first(line: PageLine, spaces: Spaces) -> list[Glyph]:
    """From left to right. Left-to-right text keeps PDFium's order inside each piece, which is
    right even where accents overlap; right-to-left text goes by place alone."""
    if not line.rtl:
        ordered = sorted(line.parts, key=_first)
        glyphs = [glyph for part in ordered for glyph in part]
        if any(_first(two) < _last(one) - 1 for one, two in pairwise(ordered)):
            return sorted(glyphs, key=lambda g: g.left)  # a raised mark that PDFium saw apart, amid a piece
        backwards = any(
            b.left < a.left - 0.5 * line.size for a, b in pairwise(glyphs) if not a.made and not b.made
        )
        return sorted(glyphs, key=lambda g: g.left) if backwards else glyphs
    glyphs = joined([glyph for part in line.parts for glyph in placed(part, spaces)])
    return sorted(glyphs, key=lambda g: g.left + g.right)


def _first(part: list[Glyph]) -> float:
    return min(g.left for g in part if not g.text.isspace())


def _last(part: list[Glyph]) -> float:
    return max(g.right for g in part if not g.text.isspace())


def _with_marks(glyphs: list[Glyph], line: PageLine) -> tuple[list[str], dict[int, str]]:
    """The glyphs' texts, each superscript as one stand-in that no reordering can take apart."""
    texts: list[str] = []
    marks: dict[int, str] = {}
    raised = False
    for index, glyph in enumerate(glyphs):
        high = glyph.base - line.base > _RAISED * line.size
        before = index + 1 if line.rtl else index - 1  # what is read before it stands to its right, or left
        last = glyphs[before] if 0 <= before < len(glyphs) else None
        if not (high and _raised(glyph, line, last)):
            texts.append(glyph.text)
            raised = False
            continue
        if not raised:
            marks[_STAND_IN + len(marks) % 24] = ""
            texts.append(chr(max(marks)))
        marks[max(marks)] += glyph.text
        raised = True
    return texts, {code: f"{MARK_OPEN}{mark}{MARK_CLOSE}" for code, mark in marks.items()}


def _raised(glyph: Glyph, line: PageLine, last: Glyph | None) -> bool:
    """Whether a glyph above the line is a superscript: a small one, or a figure behind a word, of whatever
    size, that is well above it."""
    if glyph.text.isspace():
        return False
    if glyph.size < SMALL * line.size:
        return True
    amid_word = last is not None and not last.text.isspace()
    return amid_word and glyph.text.isdigit() and glyph.base - line.base > HIGH * line.size


def _first_word(line: PageLine, glyphs: list[Glyph]) -> float:
    width = 0.0
    han = any(is_han(glyph.text) for glyph in glyphs)
    for glyph in reversed(glyphs) if line.rtl else glyphs:
        if glyph.text.isspace() and not glyph.gone:
            break
        width += 0.0 if glyph.text == DOUBTFUL else glyph.right - glyph.left
        if han and HAN_START.match(glyph.text):
            return width + 1.2 * line.size  # a closing mark may not start a line and pulls one along
    return width
