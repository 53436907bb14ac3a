"""Paragraphs that other readers of Word files cannot join, told apart.

A deleted paragraph mark joins two paragraphs once changes are accepted (an inserted one once
they are rejected). Pandoc puts a space into the joint, which Chinese has not, and loses text
where one of the two is a heading. There, the text before the mark is deleted and inserted again
behind it, so that no joint has text on both of its sides.

    各方[-¶-]同意 ¶          [-各方¶-]  [+各方+]同意 ¶
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from p5diff.model.alignment import Op
from p5diff.model.statement import Role
from p5diff.render.redline import Line
from p5diff.render.reel import Piece

_HEADS = (Role.TITLE, Role.HEADING)
_OTHER = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


def apart(found: tuple[Line, ...], *, spaced: bool) -> tuple[Line, ...]:
    """The same redline without joints of text; with `spaced`, only next to headings."""
    lines = found
    for drop in (Op.DELETE, Op.INSERT):
        groups = _groups(lines, drop)
        lines = tuple(line for group in groups for line in _parted(group, drop, spaced))
    return lines


def _groups(lines: tuple[Line, ...], drop: Op) -> Iterator[list[Line]]:
    """Runs of lines that are one paragraph once `drop` is gone."""
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if line.mark is not drop:
            yield group
            group = []
    if group:
        yield group


def _parted(group: list[Line], drop: Op, spaced: bool) -> Iterator[Line]:
    """Carry what stays on to the last line of the group, leaving only what goes."""
    if spaced and not any(s and s.role in _HEADS for line in group for s in (line.before, line.after)):
        yield from group
        return
    carried: list[Piece] = []
    for line in group[:-1]:
        carried += [replace(piece, op=_OTHER[drop]) for piece in line.pieces if piece.op is not drop]
        left = tuple(replace(piece, op=drop) for piece in line.pieces if piece.op is not _OTHER[drop])
        yield replace(line, pieces=left)
    yield replace(group[-1], pieces=(*carried, *group[-1].pieces))
