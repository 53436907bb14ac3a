"""Where diff-match-patch judges: which short matches between changes are noise.

Its semantic clean-up gives up a match that is no longer than the changes on both sides of it.
It sees one symbol per token, so it never looks inside a word. Only runs of changes with a short
match between them are handed over; everything else could not be touched by it.

It finds what to give up by going back to the start after each match that it drops, which takes the square
of a long row's words ("the the …" beside "the of the of …"). The same choice is made here in one walk first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from p5diff.align.words.lcs import CommonRun

_SHORT = 3
"""Longest match, in tokens, that the clean-up is asked about."""
_MAX_SYMBOLS = 20_000
"""Longest run of changes handed over at once."""


@cache
def _judge() -> Any:
    """One diff-match-patch without a clock: the same input must always give the same result."""
    from diff_match_patch import diff_match_patch

    judge = diff_match_patch()
    judge.Diff_Timeout = 0
    return judge


def drop_salad(blocks: list[CommonRun], before: str, after: str) -> list[CommonRun]:
    """The matches without those that only cut a larger change into pieces."""
    ends = [CommonRun(0, 0, 0), *blocks, CommonRun(len(before), len(after), 0)]
    if not any(b.size <= _SHORT and _noise(a, b, c) for a, b, c in _threes(ends)):
        return blocks
    result: list[CommonRun] = []
    run: list[CommonRun] = [ends[0]]
    for left, right in pairwise(ends):
        joins = _changed(left, right) and left is not run[0]
        if joins and left.size <= _SHORT:
            run.append(right)
            continue
        result += _judged(run, before, after)
        result.append(left)
        run = [left, right]
    return [b for b in result[1:] + _judged(run, before, after) if b.size]


def _changed(left: CommonRun, right: CommonRun) -> bool:
    return right.before > left.before + left.size or right.after > left.after + left.size


def _judged(run: list[CommonRun], before: str, after: str) -> list[CommonRun]:
    """The matches inside a run (its two ends apart) that the clean-up leaves."""
    inner = run[1:-1]
    if not inner or not any(_noise(a, b, c) for a, b, c in _threes(run)):
        return inner
    first, last = run[0], run[-1]
    size = last.before - first.before + last.after - first.after
    if size > _MAX_SYMBOLS:
        return inner
    kept = _outweighed(run)
    diffs = _diffs(kept, before, after)
    if len(kept) < len(run):
        _judge().diff_cleanupMerge(diffs)
    _judge().diff_cleanupSemantic(diffs)
    return _blocks(diffs, first.before + first.size, first.after + first.size)


def _outweighed(run: list[CommonRun]) -> list[CommonRun]:
    """The run without the matches that are no longer than the change on either side, as each match that is
    dropped makes the change around it longer.

    >>> _outweighed([CommonRun(0, 0, 0), CommonRun(2, 2, 1), CommonRun(4, 4, 2), CommonRun(8, 7, 0)])
    [CommonRun(before=0, after=0, size=0), CommonRun(before=8, after=7, size=0)]
    """
    kept: list[tuple[CommonRun, int, int]] = []
    for left, right in pairwise(run):
        gone, come = right.before - left.before - left.size, right.after - left.after - left.size
        while kept and kept[-1][0].size <= min(max(kept[-1][1:]), max(gone, come)):
            block, more_gone, more_come = kept.pop()
            gone, come = gone + block.size + more_gone, come + block.size + more_come
        kept.append((right, gone, come))
    return [run[0], *(block for block, _, _ in kept)]


def _threes(run: list[CommonRun]) -> Iterator[tuple[CommonRun, CommonRun, CommonRun]]:
    """Each inner match with its two neighbours."""
    return zip(run, run[1:], run[2:], strict=False)


def _noise(left: CommonRun, block: CommonRun, right: CommonRun) -> bool:
    """Whether the clean-up could give this match up, judged by its two neighbours alone."""
    room = max(block.before - left.before - left.size, block.after - left.after - left.size)
    more = max(right.before - block.before - block.size, right.after - block.after - block.size)
    return block.size <= max(room, more)


def _diffs(run: list[CommonRun], before: str, after: str) -> list[tuple[int, str]]:
    diffs: list[tuple[int, str]] = []
    for left, right in pairwise(run):
        i, j = left.before + left.size, left.after + left.size
        if right.before > i:
            diffs.append((-1, before[i : right.before]))
        if right.after > j:
            diffs.append((1, after[j : right.after]))
        if right is not run[-1]:
            diffs.append((0, before[right.before : right.before + right.size]))
    return diffs


def _blocks(diffs: list[tuple[int, str]], i: int, j: int) -> list[CommonRun]:
    blocks: list[CommonRun] = []
    for op, symbols in diffs:
        if op == 0:
            blocks.append(CommonRun(i, j, len(symbols)))
        i += len(symbols) if op <= 0 else 0
        j += len(symbols) if op >= 0 else 0
    return blocks
