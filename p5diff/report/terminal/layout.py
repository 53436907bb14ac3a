"""Lines of chunks, measured in terminal cells: wrapping, padding, columns.

A chunk is a stretch of text with one style name; a line is a list of chunks. Text is made safe
(`p5diff.text.visible`) here, at the one door every printed word goes through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from p5diff.report.cut import cells
from p5diff.text.visible import visible

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
# A Han character may stand alone at a line's end, but closing marks stay with what they close.
_CLOSING = "，。、；：？！）》〉」』】”’…―"
_OPENING = "（《〈「『【“‘"
_JOINS = "\u00a0\u202f"
"""No-break spaces: a line ends at neither, so they stand in words."""
_BREAKABLE = (
    rf"\n|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|(?:[^\s{_WIDE}]|[{_JOINS}])+(?:[{_CLOSING}]+)?"
    rf"|[^\S\n{_JOINS}]+"
)


_ONE_CELL = (
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*"
)
"""Latin, Greek and Cyrillic letters, their punctuation, our signs: no mark that clings, nothing wide."""
_WORDS = re.compile(r"\n|\S+|[^\S\n]+")
"""What `_BREAKABLE` finds where nothing is wide."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, made when a text first needs it: plain texts need none, and these are large."""
    return re.compile(pattern)


class Chunk(NamedTuple):
    """Text in one style. Styles are names; `paint` knows what they look like."""

    text: str
    style: str = ""


Line = list[Chunk]


def chunk(text: str, style: str = "") -> Chunk:
    """A chunk whose text is safe to print."""
    return Chunk(text if text.isascii() and text.isprintable() else visible(text), style)


def wrap(chunks: Iterable[Chunk], width: int, *, first: str = "", rest: str = "") -> list[Line]:
    """Fill chunks into lines of at most `width` cells; `first` and `rest` are indents.

    A word longer than the line is cut at the width: nothing is ever clipped away.
    """
    filler = _Filler(width - cells(first), max(width - cells(rest), 8), first, rest)
    for text, style in chunks:
        if _is_plain(text, filler.fresh):
            filler.put_words(text, style)
        else:
            for piece in _pieces(text, filler.fresh):
                filler.put_piece(piece, style)
    _strip_end(filler.lines[-1])
    return [_joined(line) for line in filler.lines]


class _Filler:
    """Lines being filled: `room` is left on the last one, a `fresh` one has that much."""

    def __init__(self, room: int, fresh: int, first: str, rest: str) -> None:
        self.lines: list[Line] = [[Chunk(first)] if first else []]
        self.room = room
        self.fresh = fresh
        self._rest = rest
        self._at_start = True

    def put_piece(self, text: str, style: str) -> None:
        """Add what no line may end in, on the next line if it does not fit."""
        size = cells(text)
        if text == "\n" or (size > self.room and not text.isspace()):
            self._turn()
        if text == "\n" or (text.isspace() and (self._at_start or size > self.room)):
            return
        self._add(text, style, size)

    def put_words(self, text: str, style: str) -> None:
        """Add plain text, as `put_piece` would add its words and spaces one by one."""
        at, size = 0, len(text)
        while at < size:
            if self._at_start and text[at] == " ":
                at += 1
            elif size - at <= self.room:
                self._add(text[at:], style, size - at)
                return
            else:
                at = self._add_fitting(text, at, style)

    def _add_fitting(self, text: str, at: int, style: str) -> int:
        """Add the words from `at` on that fit, and turn the line; where the rest begins."""
        most = at + max(self.room, 0)
        cut = most if text[most] == " " else text.rfind(" ", at, most)
        if cut > at:
            self._add(text[at:cut], style, cut - at)
        if cut + 1 < len(text):
            self._turn()
        return cut + 1 if cut >= at else at

    def _add(self, text: str, style: str, size: int) -> None:
        words = text.rstrip(" ")
        if words:
            self.lines[-1].append(Chunk(words, style))
        if len(words) < len(text):  # by itself, so that it goes where the line ends with it
            self.lines[-1].append(Chunk(text[len(words) :], style))
        self.room -= size
        self._at_start = False

    def _turn(self) -> None:
        _strip_end(self.lines[-1])
        self.lines.append([Chunk(self._rest)] if self._rest else [])
        self.room, self._at_start = self.fresh, True


def _is_plain(text: str, longest: int) -> bool:
    """Whether a text is words of at most `longest` letters of one cell each, one space between."""
    if "  " in text or not _is_narrow(text) or not text.isprintable():
        return False
    return len(text) <= longest or max(map(len, text.split(" "))) <= longest


def _is_narrow(text: str) -> bool:
    """Whether no character is wide or clings to another."""
    return text.isascii() or _compiled(_ONE_CELL).fullmatch(text) is not None


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Breakable pieces; those longer than a whole line are cut."""
    for match in (_WORDS if _is_narrow(text) else _compiled(_BREAKABLE)).finditer(text):
        piece = match.group()
        while cells(piece) > longest:
            head = _fitting(piece, longest)
            yield piece[:head]
            piece = piece[head:]
        yield piece


def _fitting(text: str, width: int) -> int:
    """How many characters of `text` fit into `width` cells; at least one."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > width:
            return max(index, 1)
    return len(text)


def _strip_end(line: Line) -> None:
    while line and line[-1].text.isspace() and len(line) > 1:
        line.pop()


def _joined(line: Line) -> Line:
    """Neighbouring chunks of one style as one."""
    joined: Line = []
    for item in line:
        if joined and joined[-1].style == item.style:
            joined[-1] = Chunk(joined[-1].text + item.text, item.style)
        else:
            joined.append(item)
    return joined


def columns(left: list[Line], right: list[Line], width: int, *, between: str = " │ ") -> list[Line]:
    """Two stacks of lines side by side, the left one padded to `width` cells."""
    lines = []
    for index in range(max(len(left), len(right))):
        one = left[index] if index < len(left) else []
        two = right[index] if index < len(right) else []
        used = sum(cells(c.text) for c in one)
        lines.append([*one, Chunk(" " * max(width - used, 0)), Chunk(between, "dim"), *two])
    return lines


def plain(line: Line) -> str:
    """The line without styles, without trailing spaces."""
    return "".join(c.text for c in line).rstrip()
