"""Where one insertion or deletion could stand in several places, take the one a reader would.

"They agree. They note." → "They agree. They welcome. They note." could mark "They welcome." or
"welcome. They": the edge goes after punctuation if it can.
"""

from __future__ import annotations

from itertools import pairwise

from p5diff.align.units.wordtext import WordText
from p5diff.align.words.lcs import CommonRun

_FULL = frozenset(".?!。？！؟…")
_PART = frozenset(";:,；：，、؛،")
_FARTHEST = 40
"""How many tokens an edge may slide."""


def slide(blocks: list[CommonRun], ours: WordText, theirs: WordText) -> list[CommonRun]:
    """The same number of matches, with the edges of pure insertions and deletions moved."""
    result = list(blocks)
    ends = [CommonRun(0, 0, 0), *blocks, CommonRun(len(ours.pieces), len(theirs.pieces), 0)]
    for place, (_, right) in enumerate(pairwise(ends)):
        left = result[place - 1] if place else ends[0]
        gone = right.before - left.before - left.size
        come = right.after - left.after - left.size
        if (gone == 0) == (come == 0):
            continue
        text, start, size = (
            (theirs, left.after + left.size, come) if come else (ours, left.before + left.size, gone)
        )
        shift = _best_shift(text, start, size, left.size, right.size)
        if shift:
            _move(result, place, shift)
    return [b for b in result if b.size]


def _best_shift(text: WordText, start: int, size: int, room_before: int, room_after: int) -> int:
    """How far to move the changed run [start, start+size), in tokens; 0 to leave it."""
    symbols = text.symbols
    left = 0
    while (
        left < min(room_before, _FARTHEST) and symbols[start - left - 1] == symbols[start + size - left - 1]
    ):
        left += 1
    right = 0
    while right < min(room_after, _FARTHEST) and symbols[start + right] == symbols[start + size + right]:
        right += 1
    if not left and not right:
        return 0
    return max(range(-left, right + 1), key=lambda s: (_worth(text, start + s, size), -abs(s)))


def _worth(text: WordText, start: int, size: int) -> int:
    """How natural the edges of a run are: after a full stop best, after a comma next."""
    before = text.token(start - 1) if start else "."
    last = text.token(start + size - 1)
    if before in _FULL and last in _FULL:
        return 4
    if before in _PART and last in _PART:
        return 3
    return 2 if before in _FULL or last in _FULL else 0


def _move(blocks: list[CommonRun], place: int, shift: int) -> None:
    """Lengthen the match on one side of the gap and shorten the other."""
    if place:
        i, j, n = blocks[place - 1]
        blocks[place - 1] = CommonRun(i, j, n + shift)
    elif shift > 0:
        return
    if place < len(blocks):
        i, j, n = blocks[place]
        blocks[place] = CommonRun(i + shift, j + shift, n - shift)
