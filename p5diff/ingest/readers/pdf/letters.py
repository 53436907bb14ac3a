"""Right-to-left letters with the marks they bear and the ligatures they form, each as one glyph.

Worked example. A lam and an alef with one box are one glyph that stands for both: "لا". A fatha stands
between two letters: it belongs to the one that the file names before it, or whose box it shares
(`_host_of`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.echoes import once
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import OFF, SHARE, WORD_LETTERS, is_vowel, overlap

_COMPOSED = frozenset("\u0653\u0654\u0655")
"""Madda and hamza, above and below: with the letter below or above them they are a letter of its own."""
_BEARING = 0.5
"""Of the type size: how far the middle of such a mark may stand from that of its letter."""
_MARKS = 3
"""Marks on one letter at most: a vowel, its doubling, and a small alef."""
_BESIDE = 0.2
"""Of the type size: how much farther than the nearest letter the one may be that the file names first."""
_BARE_ALEF = 0.25
"""Of the type size: how much farther a mark must be from another letter to stand on an alef, which bears
none but by way of spelling."""
_ALEFS = "اأإآٱ"


def joined(glyphs: list[Glyph]) -> list[Glyph]:
    """Ligatures and vowel marks with the letter they stand on, each as one glyph; no made spaces."""
    glyphs = once([g for g in glyphs if not (g.made and g.text.isspace())])
    letters = [replace(g) for g in glyphs if not is_vowel(g)]
    hosts = [(g, g.right - g.left) for g in letters if not g.text.isspace()]
    for vowel in glyphs:
        if not hosts or not is_vowel(vowel):
            continue
        host, own = _host_of(vowel, hosts)
        borne = unicodedata.normalize("NFD", host.text)
        # A letter bears a mark once: some files name it after its letter, and again by itself.
        host.text += "".join(mark for mark in vowel.text if mark not in borne)
        if _COMPOSED & set(vowel.text):
            host.text = unicodedata.normalize("NFC", host.text)
        if _is_share(vowel, host, own):
            host.left = min(host.left, vowel.left)
    result: list[Glyph] = []
    boxes: list[tuple[float, float]] = []
    for number, glyph in enumerate(letters):
        if result and overlap(result[-1], glyph):
            turned = _is_turned(letters, number)
            result[-1] = replace(result[-1], text=_ligature(result[-1], glyph, turned=turned))
            left, right = boxes[-1]
            boxes[-1] = min(left, glyph.left), max(right, glyph.right)
        else:
            result.append(glyph)
            boxes.append((glyph.left, glyph.right))
    for glyph, (left, right) in zip(result, boxes, strict=True):
        glyph.left, glyph.right = min(glyph.left, left), max(glyph.right, right)
    return result


def _host_of(vowel: Glyph, hosts: Sequence[tuple[Glyph, float]]) -> tuple[Glyph, float]:
    """The letter that a vowel mark stands on, of those with the widths of their boxes.

    Where a letter and its mark are drawn as one, PDFium cuts their box into equal shares, the letter's to
    the right. Else the mark comes after its letter in the order of the file, or before it where PDFium
    turned the word round. Where neither stands near, the nearest does.
    """

    def off(host: Glyph) -> float:
        bare = _BARE_ALEF * vowel.size if host.text == "ا" else 0.0
        return abs(host.left + host.right - vowel.left - vowel.right) / 2 + bare

    middle = vowel.left + vowel.right
    if _COMPOSED & set(vowel.text):
        bearing = [h for h in hosts if _bears(h[0].text, vowel.text)]
        bearer = min(bearing, key=lambda h: abs(h[0].left + h[0].right - middle), default=None)
        if bearer and abs(bearer[0].left + bearer[0].right - middle) < 2 * _BEARING * vowel.size:
            return bearer
    for host, own in hosts:  # one glyph that stands for both, whole
        beside = abs(host.index - vowel.index) == 1 and right_to_left([host.text])
        if beside and abs(host.left + host.right - middle) < 2 * OFF * vowel.size:
            return host, own
    for host, own in hosts:
        if _is_share(vowel, host, own):
            return host, own
    before = next((h for h in hosts if h[0].index == vowel.index - 1), None)
    after = next((h for h in hosts if h[0].index == vowel.index + 1), None)
    near = min(hosts, key=lambda h: off(h[0]))
    if before is None or after is None:
        return near
    named = before if before[0].left > after[0].left else after
    return named if off(named[0]) <= off(near[0]) + _BESIDE * vowel.size else near


def _bears(letter: str, marks: str) -> bool:
    """Whether a letter with these marks, madda or hamza among them, is a letter of its own, or has them."""
    if set(marks) & _COMPOSED & set(unicodedata.normalize("NFD", letter)):
        return True
    return len(unicodedata.normalize("NFC", letter + marks)) < len(letter + marks)


def _is_share(vowel: Glyph, host: Glyph, own: float) -> bool:
    """Whether a mark is one of the equal shares into which PDFium cuts the box of a letter with its marks:
    the letter's, `own` points wide, is the first from the right."""
    width = vowel.right - vowel.left
    if width <= 0 or abs(own - width) > SHARE or abs(vowel.index - host.index) > _MARKS + 1:
        return False
    shares = (host.right - vowel.right) / width
    if shares > 1.1 and abs(vowel.index - host.index) >= _MARKS:
        return False  # a mark after another comes with its letter
    return 0.9 < shares < _MARKS + 0.1 and abs(shares - round(shares)) < 0.1


def _is_turned(glyphs: list[Glyph], index: int) -> bool | None:
    """Whether PDFium turned the letters around here into reading order, so that they go to the left:
    it turns those of one glyph, too, which were in order before. None where nothing tells."""
    here = glyphs[index]
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(glyphs) and right_to_left([glyphs[other].text]):
            if abs(glyphs[other].index - here.index) > WORD_LETTERS:
                break
            if glyphs[other].left > here.right - 1 or glyphs[other].right < here.left + 1:
                return (glyphs[other].left < here.left) == (step > 0)
            other += step
    return None


def _ligature(first: Glyph, second: Glyph, *, turned: bool | None) -> str:
    """The letters of one glyph in reading order. Two letters with the very same box are one glyph that
    stands for both, and PDFium turns them round with the rest of the line; a lam with an alef is told
    anyway, since no glyph stands for the two the other way round. Two letters that lie over each other
    keep the order of their word."""
    last = next((c for c in reversed(first.text) if unicodedata.category(c) != "Mn"), " ")
    if last in _ALEFS and second.text[:1] == "ل":
        return second.text + first.text
    if second.text[:1] in _ALEFS and last == "ل":
        return first.text + second.text
    if not (right_to_left([first.text]) and right_to_left([second.text])):
        return first.text + second.text
    if abs(first.left - second.left) < 0.05 and abs(first.right - second.right) < 0.5:
        swapped = turned is not False
    elif turned is None:
        swapped = second.left + second.right > first.left + first.right
    else:
        swapped = not turned
    return second.text + first.text if swapped else first.text + second.text
