"""Paragraphs that other readers of Word files cannot join, told apart.

A deleted paragraph mark joins two paragraphs once changes are accepted (an inserted one once
they are rejected). Pandoc puts a space into the joint, which Chinese has not, nor a full stop
before it, and loses text where one of the two is a heading. There, the shorter text is deleted
where it was and inserted again on the other side of the mark, so that no joint has text on both
of its sides.

    各方[-¶-]同意继续 ¶          [-各方¶-]  [+各方+]同意继续 ¶
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from p5diff.model.alignment import Op
from p5diff.model.statement import Role
from p5diff.report.redline import RedlineParagraph

_HEADS = (Role.TITLE, Role.HEADING)
_OTHER = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


def apart(found: tuple[RedlineParagraph, ...], *, spaced: bool) -> tuple[RedlineParagraph, ...]:
    """The same redline without joints of text; with `spaced`, only where a space would be wrong."""
    lines = found
    for drop in (Op.DELETE, Op.INSERT):
        groups = _groups(lines, drop)
        lines = tuple(line for group in groups for line in _parted(group, drop, spaced))
    return lines


def _groups(lines: tuple[RedlineParagraph, ...], drop: Op) -> Iterator[list[RedlineParagraph]]:
    """Runs of lines that are one paragraph once `drop` is gone."""
    group: list[RedlineParagraph] = []
    for line in lines:
        group.append(line)
        if line.mark is not drop:
            yield group
            group = []
    if group:
        yield group


def _parted(group: list[RedlineParagraph], drop: Op, spaced: bool) -> Iterator[RedlineParagraph]:
    """Bring what stays together in one line of the group, leaving in the others only what goes."""
    heads = any(s and s.role in _HEADS for line in group for s in (line.before, line.after))
    if spaced and not heads and not _is_tight(group, drop):
        yield from group
        return
    home = len(group) - 1
    if not heads:
        home = max(range(len(group)), key=lambda index: (_weight(group[index], drop), index))
    carried = [[replace(p, op=_OTHER[drop]) for p in line.pieces if p.op is not drop] for line in group]
    for index, line in enumerate(group):
        if index == home:
            earlier = [piece for pieces in carried[:home] for piece in pieces]
            later = [piece for pieces in carried[home + 1 :] for piece in pieces]
            yield replace(line, pieces=(*earlier, *line.pieces, *later))
        else:
            left = [replace(piece, op=drop) for piece in line.pieces if piece.op is not _OTHER[drop]]
            yield replace(line, pieces=tuple(left))


def _is_tight(group: list[RedlineParagraph], drop: Op) -> bool:
    """Whether text stays on both sides of a joint without white space between."""
    staying = [text for text in (_staying(line, drop) for line in group) if text]
    return any(not (left[-1].isspace() or right[0].isspace()) for left, right in pairwise(staying))


def _staying(line: RedlineParagraph, drop: Op) -> str:
    return "".join(piece.text for piece in line.pieces if piece.op is not drop)


def _weight(line: RedlineParagraph, drop: Op) -> int:
    """Characters that stay."""
    return len(_staying(line, drop))
