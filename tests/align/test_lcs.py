"""Common subsequences: right where they are exact, sound where they are bounded."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from p5diff.align.words.lcs import CommonRun, common_blocks, increasing
from tests.align.strategies import law

small = st.text(alphabet="abcd", max_size=30)


def _length(x: str, y: str) -> int:
    """The textbook table."""
    row = [0] * (len(y) + 1)
    for a in x:
        last = 0
        for k, b in enumerate(y, start=1):
            last, row[k] = row[k], last + 1 if a == b else max(row[k], row[k - 1])
    return row[-1]


def _sound(blocks: list[CommonRun], x: str, y: str) -> bool:
    i = j = 0
    for block in blocks:
        if block.before < i or block.after < j or not block.size:
            return False
        i, j = block.before + block.size, block.after + block.size
        if x[block.before : i] != y[block.after : j]:
            return False
    return i <= len(x) and j <= len(y)


@law
@given(x=small, y=small)
def test_blocks_are_a_longest_common_subsequence(x: str, y: str) -> None:
    blocks, bounded = common_blocks(x, y)
    assert not bounded
    assert _sound(blocks, x, y)
    assert sum(b.size for b in blocks) == _length(x, y)


@law
@given(x=small, y=small, cells=st.integers(1, 60))
def test_a_bound_never_makes_them_unsound(x: str, y: str, cells: int) -> None:
    blocks, _ = common_blocks(x, y, max_cells=cells)
    assert _sound(blocks, x, y)


@law
@given(points=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), unique_by=lambda p: p[0]))
def test_increasing_rises_and_is_longest(points: list[tuple[int, int]]) -> None:
    points.sort()
    chain = increasing(points)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(chain))
    best = [1] * len(points)
    for k in range(len(points)):
        best[k] += max((best[m] for m in range(k) if points[m][1] < points[k][1]), default=0)
    assert len(chain) == max(best, default=0)
