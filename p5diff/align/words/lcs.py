"""The longest common subsequence of two sequences of symbols, within a bound of work.

Symbols are characters of a string, one for each distinct token. Work is counted in cells
(symbols before × symbols after), never in seconds, so the same input always gives the same
result. Where the bound is passed the text is first cut at runs of symbols that occur once on
both sides, then, if that is not enough, in proportion; the second is reported as `bounded`.

Worked example. "a b c d" and "a c b d" have "a b d" and "a c d" in common, both of length three.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

MAX_CELLS = 400_000_000
"""Largest table solved in one piece: 20,000 × 20,000 symbols, 50 MB of bits."""
_SMALL = 1_000_000
"""Table up to which taking off what is the same at both ends saves nothing: rapidfuzz does it faster."""
_RUN = 4
"""Tokens in a row, once on each side, that make a safe place to cut: fewer recur by chance."""
_CHUNK = 8_000
"""Tokens of a piece where nothing safe was found: the work grows with the product of the two."""
_MANY = 100_000
"""Tokens of both sides above which runs are sampled: an index of all has an entry a token."""


_new_tuple = tuple.__new__


class CommonRun(NamedTuple):
    """`size` symbols that are the same from `before` and from `after` on."""

    before: int
    after: int
    size: int


def common_blocks(before: str, after: str, *, max_cells: int = MAX_CELLS) -> tuple[list[CommonRun], bool]:
    """Blocks of a common subsequence in order, and whether a bound made it less than longest."""
    if len(before) * len(after) <= min(max_cells, _SMALL):
        return _exact(before, after), False
    head = _common_prefix(before, after)
    tail = _common_suffix(before, after, min(len(before), len(after)) - head)
    middle, bounded = _solve(before[head : len(before) - tail], after[head : len(after) - tail], max_cells)
    blocks = [CommonRun(0, 0, head)] if head else []
    blocks += [CommonRun(i + head, j + head, n) for i, j, n in middle]
    if tail:
        blocks.append(CommonRun(len(before) - tail, len(after) - tail, tail))
    return _joined(blocks), bounded


def _solve(before: str, after: str, max_cells: int) -> tuple[list[CommonRun], bool]:
    if not before or not after:
        return [], False
    if len(before) * len(after) <= max_cells:
        return _exact(before, after), False
    return _cut(before, after, max_cells)


def _exact(before: str, after: str) -> list[CommonRun]:
    blocks = _opcodes()(before, after).as_matching_blocks()
    # A named tuple made directly costs half; a comparison of words makes thousands.
    return [_new_tuple(CommonRun, (m.a, m.b, m.size)) for m in blocks if m.size]


@cache
def _opcodes() -> Callable[[str, str], Any]:
    """rapidfuzz's longest common subsequence, imported when first needed."""
    from rapidfuzz.distance import Indel

    return Indel.opcodes


def _cut(before: str, after: str, max_cells: int) -> tuple[list[CommonRun], bool]:
    """Solve between anchors; what is still too large between two anchors is cut in proportion."""
    anchors = _anchors(before, after)
    blocks: list[CommonRun] = []
    bounded = False
    ends = [CommonRun(0, 0, 0), *anchors, CommonRun(len(before), len(after), 0)]
    for left, right in pairwise(ends):
        i, j = left.before + left.size, left.after + left.size
        gap, was = _gap(before[i : right.before], after[j : right.after], max_cells)
        bounded |= was
        blocks += [CommonRun(x + i, y + j, n) for x, y, n in gap]
        blocks.append(right)
    return [b for b in blocks if b.size], bounded


def _gap(before: str, after: str, max_cells: int) -> tuple[list[CommonRun], bool]:
    if len(before) * len(after) <= max_cells:
        return (_exact(before, after) if before and after else []), False
    steps = max(-(-len(before) // _CHUNK), -(-len(after) // _CHUNK))
    blocks: list[CommonRun] = []
    for step in range(steps):
        i, k = len(before) * step // steps, len(before) * (step + 1) // steps
        j, m = len(after) * step // steps, len(after) * (step + 1) // steps
        blocks += [CommonRun(x + i, y + j, n) for x, y, n in _exact(before[i:k], after[j:m])]
    return blocks, True


def _anchors(before: str, after: str) -> list[CommonRun]:
    """Runs of four symbols that occur once on each side, in the order both sides keep."""
    sampled = len(before) + len(after) > _MANY
    ours, theirs = _unique_runs(before, sampled), _unique_runs(after, sampled)
    points = [(i, theirs[run]) for run, i in ours.items() if run in theirs]
    blocks: list[CommonRun] = []
    for i, j in increasing(points):
        last = blocks[-1] if blocks else CommonRun(0, 0, 0)
        overlap = max(last.before + last.size - i, last.after + last.size - j, 0)
        if overlap < _RUN:
            blocks.append(CommonRun(i + overlap, j + overlap, _RUN - overlap))
    return _joined(blocks)


def _unique_runs(text: str, sampled: bool) -> dict[str, int]:
    """Runs that occur once and where. Of a very long text only those that start with one symbol
    in eight, the same on both sides, so that memory stays small."""
    places: dict[str, int] = {}
    for i in range(len(text) - _RUN + 1):
        if sampled and ord(text[i]) & 7:
            continue
        run = text[i : i + _RUN]
        places[run] = -1 if run in places else i
    return {run: i for run, i in places.items() if i >= 0}


def increasing(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest subsequence of `points` (sorted by their first) whose seconds increase."""
    from bisect import bisect_left

    tails: list[int] = []
    tail_at: list[int] = []
    previous = [-1] * len(points)
    for index, (_, value) in enumerate(points):
        place = bisect_left(tails, value)
        previous[index] = tail_at[place - 1] if place else -1
        tails[place : place + 1] = [value]
        tail_at[place : place + 1] = [index]
    chain = []
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        chain.append(points[index])
        index = previous[index]
    return chain[::-1]


def _joined(blocks: list[CommonRun]) -> list[CommonRun]:
    """Neighbouring blocks that continue one another become one."""
    result: list[CommonRun] = []
    for block in blocks:
        if result:
            i, j, n = result[-1]
            if i + n == block.before and j + n == block.after:
                result[-1] = CommonRun(i, j, n + block.size)
                continue
        result.append(block)
    return result


def _common_prefix(before: str, after: str) -> int:
    """By halving, so that the comparing is done on slices and not symbol by symbol."""
    low, high = 0, min(len(before), len(after))
    if before[:high] == after[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(before: str, after: str, limit: int) -> int:
    return (
        _common_prefix(before[len(before) - limit :][::-1], after[len(after) - limit :][::-1]) if limit else 0
    )
