"""Which gaps between letters are spaces: guesses at kerned pairs undone, letter-spaced words closed.

PDFium puts a space wherever two letters stand apart. Two kinds of gap are none: the one that a
kerned pair leaves ("sh all"), and those of words set with space between all letters. The first is
told by the document's own words, the second by the gaps themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from statistics import median

from p5diff.ingest.readers.pdf.glyphs import Glyph

DOUBTFUL = "\ufdd2"
"""Noncharacter in place of a narrow space that PDFium guessed, until `settled` decides."""
NARROW = 0.22
"""A guessed space narrower than this (in ems) may be a kerned pair: fonts make spaces 0.25 em wide,
and of 1,103 guessed spaces that were real, in seven documents, none was undone by it and a witness."""
_ALIKE = 0.8
"""Share of the usual space of its line from which a narrower gap is one as well: a pair of letters that is
kerned brings the words on both sides of its space that much nearer, and a space inside a word is narrower."""
_LEAST_SPACES = 3
"""Spaces of a line that tell which is usual: one or two may be wide by chance."""
_HYPHENS = "-‐‑"
_CLOSING = ".,;:!?)]}»”’…"
"""Signs that stand against the word before them."""
_OPENING = "([{«“‘"
"""Signs that stand against the word after them."""
_QUOTES = "«»"
"""Printed with a space inside where a language sets some of its signs apart."""
_RUN = re.compile(f"(?<!\\w)[^\\W\\d_]+(?:{DOUBTFUL}[^\\W\\d_]+)+(?!\\w)")
_WORD = re.compile(f"(?<![\\w{DOUBTFUL}])[^\\W\\d_]+(?![\\w{DOUBTFUL}])")
_STEM = 6
"""Letters that two forms of one word share, at least: shorter beginnings are those of many words."""
_ENDING = 3
"""Letters by which the endings of two forms of one word differ, at most ("координатора", "координатор")."""
_FRAGMENT = 3
"""Letters of a piece that is no word of its own ("sh", "ves"): longer unknown ones may be names."""
_APART = 0.1
"""Of the type size: letters set apart for stress; ordinary letters stand closer."""
_LEAST_APART = 6
"""Letters in a row that stand apart: no text has six words of one letter side by side."""
_WORD_BREAK = 1.6
"""How much wider than the usual gap the one between two letter-spaced words is, at least."""
_SPACED_WORD = 0.15
"""Of the type size, beyond the usual gap: the space between two words that are themselves spaced."""


def marked(glyphs: Sequence[Glyph], size: float) -> list[Glyph]:
    """The glyphs of a left-to-right line, narrow guessed spaces between letters, or between a word and the
    sign that stands against it, marked as doubtful."""
    result = list(glyphs)
    least = min(NARROW * size, _ALIKE * _usual_space(glyphs, size))
    for index in range(1, len(result) - 1):
        before, glyph, after = result[index - 1 : index + 2]
        if not (glyph.made and glyph.text.isspace() and _may_join(before.text, after.text)):
            continue
        same = abs(before.size - after.size) < 0.1 * size and abs(before.base - after.base) < 0.1 * size
        if same and after.left - before.right < least:
            result[index] = Glyph(
                DOUBTFUL, glyph.left, glyph.right, glyph.base, glyph.size, glyph.bold, made=True
            )
    return result


def _usual_space(glyphs: Sequence[Glyph], size: float) -> float:
    """The middle one of the spaces of a line that are beyond doubt, in points; infinite where few are."""
    gaps = [
        after.left - before.right
        for before, glyph, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False)
        if glyph.text.isspace() and after.left - before.right >= NARROW * size
    ]
    return median(gaps) if len(gaps) >= _LEAST_SPACES else inf


def _may_join(before: str, after: str) -> bool:
    if before.isalpha() and after.isalpha():
        return True
    left, right = before.isalnum(), after.isalnum()
    return (left and after in _CLOSING + _HYPHENS) or (right and before in _OPENING + _HYPHENS)


class Settler:
    """Decides on doubtful spaces by the words of the document and of its language.

    `spaced` holds the signs that the language prints a space before.
    """

    def __init__(self, texts: Iterable[str], known: Collection[str] = (), spaced: str = "") -> None:
        apart = f"{spaced}{_QUOTES}" if spaced else ""
        closing, opening = ("".join(c for c in signs if c not in apart) for signs in (_CLOSING, _OPENING))
        self._against = re.compile(
            f"(?<=[{re.escape(opening)}]){DOUBTFUL}|{DOUBTFUL}(?=[{re.escape(closing)}])"
            f"|{DOUBTFUL}(?=[{_HYPHENS}]\\w)|(?<=\\w[{_HYPHENS}]){DOUBTFUL}"
        )
        self._words: Counter[str] = Counter()
        for text in texts:
            self._words.update(word.lower() for word in _WORD.findall(text))
        self._known = frozenset(known)

    def settled(self, text: str) -> str:
        """The text with each doubtful space gone or a space.

        It goes before or after a sign that stands against a word, where the joined word occurs elsewhere
        in the document, and where a line that writes its spaces has a piece of up to three letters that
        is no word here.
        """
        if DOUBTFUL not in text:
            return text
        text = self._against.sub("", text)
        written = " " in text
        return _RUN.sub(lambda match: self._joined(match.group(), written), text).replace(DOUBTFUL, " ")

    def _joined(self, run: str, written: bool) -> str:
        pieces = run.split(DOUBTFUL)
        if self._words["".join(pieces).lower()]:
            return "".join(pieces)
        result = pieces[0]
        for piece in pieces[1:]:
            left = result.rsplit(" ", 1)[-1]
            torn = written and (self._is_fragment(left) or self._is_fragment(piece))
            whole = f"{left}{piece}".lower()
            known = self._words[whole] or (written and self._is_form(left, piece))
            result += piece if torn or known else f" {piece}"
        return result

    def _is_form(self, left: str, piece: str) -> bool:
        """Whether two pieces that are no words here make another form of a word of the document."""
        pieces = (left.lower(), piece.lower())
        if any(self._words[one] or one in self._known for one in pieces):
            return False
        whole = "".join(pieces)
        stem = max(_STEM, len(whole) - _ENDING + 1)
        return any(
            word.startswith(whole[:stem]) and abs(len(word) - len(whole)) <= _ENDING
            for word in self._by_stem[whole[:_STEM]]
        )

    @cached_property
    def _by_stem(self) -> defaultdict[str, list[str]]:
        """The document's words by their first letters."""
        result: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            result[word[:_STEM]].append(word)
        return result

    def _is_fragment(self, piece: str) -> bool:
        lowered = piece.lower()
        return len(piece) <= _FRAGMENT and lowered not in self._known and not self._words[lowered]


def closed(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """The glyphs of a left-to-right line with letter-spaced words put together.

    A word of letters that all stand apart is closed, and the wider gaps between such words become
    its spaces. Where someone typed a space after each letter and no gap is wider than the others,
    nothing tells the words, and the line stays.
    """
    inked = [index for index, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    start = 0
    remove: set[int] = set()
    spaces: set[int] = set()
    apart = [_are_apart(glyphs[a], glyphs[b], size) for a, b in pairwise(inked)]
    for end in range(1, len(inked) + 1):
        if end < len(inked) and apart[end - 1]:
            continue
        # an ordinary word goes before, or comes after, of which the last or first letter stands in the run
        ends = (
            start > 1 and not any(apart[start - 2 : start]),
            end + 1 < len(inked) and not any(apart[end - 1 : end + 1]),
        )
        _close(glyphs, inked[start:end], size, ends, remove, spaces)
        start = end
    if not remove:
        return glyphs
    result: list[Glyph] = []
    for index, glyph in enumerate(glyphs):
        if index in remove:
            continue
        result.append(glyph)
        if index in spaces:
            result.append(Glyph(" ", glyph.right, glyph.right, glyph.base, glyph.size, glyph.bold, made=True))
    return result


def _are_apart(one: Glyph, other: Glyph, size: float) -> bool:
    return other.left - one.right > _APART * size and len(one.text) == 1 and not one.text.isdigit()


def _close(
    glyphs: list[Glyph],
    run: list[int],
    size: float,
    ends: tuple[bool, bool],
    remove: set[int],
    spaces: set[int],
) -> None:
    """Note which spaces inside a run of letters that stand apart go, and after which letters one comes.

    `ends` are whether its first and its last letter belong to ordinary words: a space parts these from the
    others, however narrow it is beside letters that are set apart.
    """
    letters = sum(glyphs[index].text.isalpha() and not _is_wide(glyphs[index].text) for index in run)
    if len(run) < _LEAST_APART or letters < 0.8 * len(run):
        return
    gaps = [glyphs[b].left - glyphs[a].right for a, b in pairwise(run)]
    usual = median(gaps[ends[0] : len(gaps) - ends[1]])
    least = max(_WORD_BREAK * usual, usual + _SPACED_WORD * size)
    breaks = {index for index, gap in zip(run, gaps, strict=False) if gap > least}
    breaks |= {index for index, own in zip((run[0], run[-2]), ends, strict=True) if own}
    between = [index for index in range(run[0], run[-1]) if glyphs[index].text.isspace()]
    if not breaks and any(not glyphs[index].made for index in between):
        return
    remove.update(between or [-1])
    spaces.update(breaks)


def _is_wide(text: str) -> bool:
    return text >= "\u2e80"
