"""Both texts as one stream of words each: which units does one long comparison bring together?

Where order is kept, the longest common subsequence of the whole says more than any pair by itself:
a word can be claimed once only, and claims cannot cross.

Worked example. Before: "They met in Oslo and agreed on fees." After: "They met in Oslo." "They agreed
on fees." In one stream "met in Oslo" and "agreed on fees" are both kept, in order: the first unit is
brought together with both that follow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from p5diff.align.units.texts import Texts
from p5diff.align.words.lcs import common_blocks

MAX_CELLS = 25_000_000
"""Size of table up to which the streams are compared exactly."""


def shared_words(texts: Texts, rows: Sequence[int], columns: Sequence[int]) -> dict[tuple[int, int], int]:
    """Pair of units → how many words the comparison of the streams of these units matches in both."""
    ours = [texts.before.symbols[i] for i in rows]
    theirs = [texts.after.symbols[j] for j in columns]
    starts, others = _starts(ours), _starts(theirs)
    blocks, _ = common_blocks("".join(ours), "".join(theirs), max_cells=MAX_CELLS)
    shared: dict[tuple[int, int], int] = {}
    for before, after, size in blocks:
        done = 0
        while done < size:
            x, y = bisect_right(starts, before + done) - 1, bisect_right(others, after + done) - 1
            room = min(starts[x + 1] - before - done, others[y + 1] - after - done, size - done)
            pair = rows[x], columns[y]
            shared[pair] = shared.get(pair, 0) + room
            done += room
    return shared


def _starts(units: Sequence[str]) -> list[int]:
    """Where each unit starts in the stream; last, where the stream ends."""
    return [0, *accumulate(map(len, units))]
