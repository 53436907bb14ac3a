"""Lines of chunks, measured in terminal cells: wrapping, padding, columns.

A chunk is a stretch of text with one style name; a line is a list of chunks. Text is made safe
(`p5diff.text.visible`) here, at the one door every printed word goes through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from p5diff.text.visible import visible

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
# A Han character may stand alone at a line's end, but closing marks stay with what they close.
_CLOSING = "，。、；：？！）》〉」』】”’…―"
_OPENING = "（《〈「『【“‘"
_BREAKABLE = re.compile(rf"\n|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+(?:[{_CLOSING}]+)?|[^\S\n]+")


class Chunk(NamedTuple):
    """Text in one style. Styles are names; `paint` knows what they look like."""

    text: str
    style: str = ""


Line = list[Chunk]


def chunk(text: str, style: str = "") -> Chunk:
    """A chunk whose text is safe to print."""
    return Chunk(text if text.isascii() and text.isprintable() else visible(text), style)


def cells(text: str) -> int:
    """Width of a text in terminal cells: Han characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(chunks: Iterable[Chunk], width: int, *, first: str = "", rest: str = "") -> list[Line]:
    """Fill chunks into lines of at most `width` cells; `first` and `rest` are indents.

    A word longer than the line is cut at the width: nothing is ever clipped away.
    """
    lines: list[Line] = [[Chunk(first)] if first else []]
    room = width - cells(first)
    fresh = max(width - cells(rest), 8)
    at_start = True
    for text, style in _pieces(chunks, fresh):
        size = cells(text)
        if text == "\n" or (size > room and not text.isspace()):
            _strip_end(lines[-1])
            lines.append([Chunk(rest)] if rest else [])
            room, at_start = fresh, True
        if text == "\n" or (text.isspace() and (at_start or size > room)):
            continue
        lines[-1].append(Chunk(text, style))
        room, at_start = room - size, False
    _strip_end(lines[-1])
    return [_joined(line) for line in lines]


def _pieces(chunks: Iterable[Chunk], longest: int) -> Iterator[Chunk]:
    """Breakable pieces; those longer than a whole line are cut."""
    for text, style in chunks:
        for match in _BREAKABLE.finditer(text):
            piece = match.group()
            while cells(piece) > longest:
                head = _fitting(piece, longest)
                yield Chunk(piece[:head], style)
                piece = piece[head:]
            yield Chunk(piece, style)


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
