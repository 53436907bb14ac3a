"""Which gaps of a line are spaces: the written ones, put into the gap they stand for, and those left out.

Worked example. "(a)Ports" with a narrow tab behind the label: a space all the same. Two Arabic letters that
would be joined inside a word stand apart by a hair: a space was between them. Where a file writes its spaces
they are trusted, and only a tab leaves a gap without one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import (
    CLUSTER,
    HAN_START,
    OFF,
    SHARE,
    STRONG,
    TANWIN,
    TOUCHING,
    WIDE_GAP,
    WORD_GAP,
    WORD_LETTERS,
    PageLine,
    is_han,
    is_vowel,
    with_ink,
)
from p5diff.text.characters import BULLETS

_LABEL = re.compile(r"\(?(?:\d{1,3}|[^\W\d_])[.)]")
_SIGN_GAP = 0.12
"""Half of a narrow space: brackets and figures stand closer than that to what they belong to."""
_TAB_GAP = 0.3
"""Where the file writes its spaces, they are trusted, and only a tab leaves a gap without one."""
_GAPS_AFTER = (("اأإآٱ", 0.22), ("ء", 0.2), ("دذ", 0.14), ("رزوؤ", 0.1), ("ةى", 0.04))
_STOPS = frozenset("،؛؟:")
"""Signs that a space follows before a letter."""
_UNJOINED = "،؛؟ـى"
"""Signs of Arabic that no letter joins on to."""
_SURE_GAP = 0.18
"""Of the type size: a gap that is a word's even where the space is not said to stand there."""
_NARROW_ALEF = 0.27
"""Of the type size: an alef with its mark is no narrower, unless its box is that of the mark."""
_RUN_GAP = 0.15
"""Of the type size: a gap between two stretches that the file draws apart, so that PDFium may have lost the
space between them; the narrowest spaces of justified lines are wider."""
_JOINED_GAP = 0.08
"""As `WORD_GAP`, after letters of joined scripts, which are set closer."""
_ITEM_GAP = 0.4
"""Ems between the sign of an item and its text at least: the tab of a list, or a space of full width."""
_LONGEST_LABEL = 5
"""Signs of "(100)"; longer ones have tabs that nobody overlooks."""
_LONGEST_WORD = 20
"""Letters for each written space; with fewer spaces, the file leaves them out and gaps decide."""
_BRACKETS = tuple("()[]{}«»")


class Spaces(NamedTuple):
    """How a document's spaces stand in it, which a line of one word does not show."""

    written: bool = False
    """Whether the file writes them."""
    wide: bool = False
    """Whether those that it writes have a width."""


def spaces_of(lines: Iterable[PageLine]) -> Spaces:
    """How these lines' spaces are written."""
    glyphs = [glyph for line in lines for part in line.parts for glyph in part]
    written = [glyph for glyph in glyphs if glyph.written]
    wide = 2 * sum(not glyph.made for glyph in written) > len(written)
    return Spaces(len(written) * _LONGEST_WORD >= len(glyphs), wide)


def placed(glyphs: list[Glyph], spaces: Spaces) -> list[Glyph]:
    """The glyphs with each written space of no width put into the gap it stands for: the file tells
    between which words it is, not where. One that stands outside of its gap is one that PDFium put beside a
    letter with its mark, and counts where the gap is that of words."""
    if len(glyphs) > 1 and _lies_over(glyphs[-1], glyphs[-2]):
        glyphs = glyphs[:-1]
    result = list(glyphs)
    if spaces.wide or all(_is_wide_space(g) for g in glyphs if g.written):
        return [g if _is_wide_space(g) else _in_gap(n, glyphs) for n, g in enumerate(glyphs)]
    written = [i for i, g in enumerate(glyphs) if g.written]
    bounds = [-1, *written, len(glyphs)]
    ordered = sorted(with_ink(glyphs), key=lambda g: g.left)
    for number, index in enumerate(written, start=1):
        if not glyphs[index].made:
            continue  # it has a width of its own
        before = with_ink(glyphs[bounds[number - 1] + 1 : index])
        after = with_ink(glyphs[index + 1 : bounds[number + 1]])
        if not before or not after:
            continue
        left, right = max(g.right for g in after), min(g.left for g in before)
        if left > right:
            left, right = max(g.right for g in before), min(g.left for g in after)
        left, right = _beyond_bracket(ordered, left, right)
        here = left - SHARE < glyphs[index].left < right + SHARE
        if right - left > (0 if here else _SURE_GAP * max(g.size for g in before)):
            result[index] = replace(glyphs[index], left=left, right=right, made=False)
        elif gap := _gap_around(glyphs[index], ordered):
            result[index] = replace(glyphs[index], left=gap[0], right=gap[1], made=False)
    return result


def _gap_around(space: Glyph, ordered: Sequence[Glyph]) -> tuple[float, float] | None:
    """The gap that a space of no width stands in, if it is as wide as a narrow space and follows a mark that
    ends words: PDFium may have put the space before the letter of that mark."""
    left = max((g.right for g in ordered if g.left < space.left), default=space.left)
    right = min((g.left for g in ordered if g.right > space.left), default=space.left)
    ends = any(g.text in TANWIN and abs(g.left - right) < 0.3 * space.size for g in ordered)
    inside = left - SHARE < space.left < right + SHARE
    return (left, right) if ends and inside and right - left > _RUN_GAP * space.size else None


def _lies_over(space: Glyph, letter: Glyph) -> bool:
    """Whether the space that ends a line lies over its last letter: it is drawn there, since there was no
    room for it any more, and parts nothing."""
    shared = min(space.right, letter.right) - max(space.left, letter.left)
    return space.text.isspace() and space.written and shared > 0.5 * (space.right - space.left)


def _in_gap(index: int, glyphs: Sequence[Glyph]) -> Glyph:
    """A space of no width, in a file whose spaces have one, with that of the gap it stands in; as it is
    where it stands in none, or beside a mark, where PDFium puts some."""
    space = glyphs[index]
    beside = [*glyphs[max(index - 1, 0) : index], *glyphs[index + 1 : index + 2]]
    if not (space.written and space.made) or any(map(is_vowel, beside)):
        return space
    inked = with_ink(list(glyphs))
    left = max((g.right for g in inked if g.left < space.left), default=space.left)
    right = min((g.left for g in inked if g.right > space.left), default=space.left)
    if left < space.left + SHARE and right - left > _SIGN_GAP * max(inked[0].size, 1.0):
        return replace(space, left=left, right=right, made=False)
    return space


def _is_wide_space(glyph: Glyph) -> bool:
    """Whether a space that the file writes has a width: typists' wider ones (U+2003 …) always have."""
    return glyph.written and not glyph.made and glyph.text in " \u00a0"


def _beyond_bracket(ordered: list[Glyph], left: float, right: float) -> tuple[float, float]:
    """The gap itself, or the wider one on the other side of a bracket beside it: PDFium may take a
    bracket to the wrong word."""
    gaps = [(left, right)]
    for one, two, three in zip(ordered, ordered[1:], ordered[2:], strict=False):
        if two.text in _BRACKETS:
            if two.right == left:
                gaps.append((one.right, two.left))
            if two.left == right:
                gaps.append((two.right, three.left))
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def spaced(glyphs: list[Glyph], line: PageLine, spaces: Spaces) -> list[Glyph]:
    """The glyphs with a space wherever a gap has none; PDFium's own guesses beside Han go."""
    result: list[Glyph] = []
    written = sum(g.text.isspace() and not g.made for g in glyphs) * _LONGEST_WORD >= len(glyphs) or (
        spaces.written and line.rtl
    )
    wide = spaces.wide or any(_is_wide_space(g) for part in line.parts for g in part)
    arabic = written and line.rtl
    for glyph in glyphs:
        last = result[-1] if result else glyph
        apart = abs(last.index - glyph.index) if arabic else 0
        off = arabic and _is_off(last, glyph, line)
        if off and (apart <= CLUSTER or _ends_word(last)):
            least = WIDE_GAP
        elif off and _ends_word(glyph) and (last.text[:1].isalnum() or last.text in _BRACKETS):
            least = TOUCHING if last.text[:1] not in "اى" else _TAB_GAP
        elif not off and apart > WORD_LETTERS and not (last.made or glyph.made):
            least = _RUN_GAP
        elif written and line.rtl and _beside_sign(last, glyph, brackets=wide):
            least = _SIGN_GAP
        elif not line.rtl and _ends_label(result):
            least = WORD_GAP
        elif line.rtl and glyph.text in _STOPS and STRONG.match(last.text):
            least = _SIGN_GAP
        elif written and line.rtl and not wide and _would_join(last, glyph):
            least = TOUCHING
        elif written:
            least = _TAB_GAP
        else:
            least = _word_gap(last, glyph) if line.rtl else 2 * WORD_GAP
        parted = glyph.left - last.right > least * line.size
        if parted and not last.text.isspace() and not glyph.text.isspace():
            result.append(Glyph(" ", last.right, glyph.left, line.base, line.size, line.bold, made=True))
        result.append(glyph)
    han = any(is_han(g.text) for g in result)
    return [
        g
        for i, g in enumerate(result)
        if not (han and g.made and g.text.isspace() and _beside_han(result, i)) or _opens_item(result, i)
    ]


def _is_off(one: Glyph, other: Glyph, line: PageLine) -> bool:
    """Whether one of two glyphs is a letter with its mark that is placed by the mark, off the line: its box
    tells nothing of the gap beside it."""

    def is_mark(glyph: Glyph) -> bool:
        if glyph.whole or not any(unicodedata.category(c) == "Mn" for c in glyph.text[1:]):
            return False
        narrow = glyph.right - glyph.left < _NARROW_ALEF * glyph.size
        return narrow or abs(glyph.base - line.base) > OFF * line.size

    return is_mark(one) or is_mark(other)


def _ends_word(glyph: Glyph) -> bool:
    """Whether a letter bears a mark that ends words; it is never the first of its word."""
    return any(c in TANWIN for c in glyph.text)


def _would_join(after: Glyph, before: Glyph) -> bool:
    """Whether two Arabic letters would be joined inside a word; `after` is to the left. PDFium loses the
    written space under a letter that reaches over it."""
    letter = before.text[-1:]
    if len(before.text) > 1 or len(after.text) > 1:
        return False  # the box of a letter with its mark is not that of the ink
    arabic = all(unicodedata.bidirectional(c) == "AL" for c in (letter, after.text[:1] or " "))
    return arabic and not any(letter in letters for letters, _ in _GAPS_AFTER) and letter not in _UNJOINED


def _ends_label(glyphs: list[Glyph]) -> bool:
    """Whether the glyphs so far are a label that opens the line, with a tab after it, however narrow."""
    return len(glyphs) <= _LONGEST_LABEL and bool(_LABEL.fullmatch("".join(g.text for g in glyphs)))


def _beside_sign(one: Glyph, other: Glyph, *, brackets: bool) -> bool:
    """Whether a bracket (if these count), a number or a Latin letter meets an Arabic letter: PDFium
    loses the space between them, written as it may be, where they were drawn apart."""
    arabic = [unicodedata.bidirectional(g.text[:1]) in {"AL", "NSM"} for g in (one, other)]
    bracket = [brackets and g.text[:1] in _BRACKETS for g in (one, other)]
    signs = [found or _is_latin(g) for found, g in zip(bracket, (one, other), strict=True)]
    return (arabic[0] and signs[1]) or (arabic[1] and signs[0]) or (all(signs) and any(bracket))


def _is_latin(glyph: Glyph) -> bool:
    return glyph.text[:1] == "%" or (glyph.text[:1].isascii() and glyph.text[:1].isalnum())


def _word_gap(after: Glyph, before: Glyph) -> float:
    """The gap (in ems) after an Arabic letter that stands for a space; `after` is the next sign in reading
    order, to the left of it. A letter that joins to the
    next leaves none inside a word; one that does not leaves its own: alef much, reh little."""
    letter = next((c for c in reversed(before.text) if unicodedata.category(c) != "Mn"), " ")
    if unicodedata.bidirectional(letter) != "AL" or after.text[:1] in _BRACKETS:
        return 1.5 * WORD_GAP
    return next((gap for letters, gap in _GAPS_AFTER if letter in letters), _JOINED_GAP)


def _opens_item(glyphs: list[Glyph], index: int) -> bool:
    """Whether a space stands behind the sign that opens an item of a list, and in a gap: a dash of Chinese
    has none."""
    if not 0 < index < min(len(glyphs) - 1, _LONGEST_LABEL):
        return False
    sign = "".join(glyph.text for glyph in glyphs[:index]).strip()
    gap = glyphs[index + 1].left - glyphs[index - 1].right
    return len(sign) == 1 and sign in f"{BULLETS}–—-" and gap > _ITEM_GAP * glyphs[index].size


def _beside_han(glyphs: list[Glyph], index: int) -> bool:
    """Whether a gap of a line with Han is beside Han or a sign that is of full width there."""
    around = glyphs[max(index - 1, 0) : index] + glyphs[index + 1 : index + 2]
    return any(HAN_START.match(g.text) for g in around)
