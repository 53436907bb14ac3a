"""Link what stands at another place, on strong evidence only.

What the path leaves alone stands in runs of neighbours. A run of one text is compared with each run of the
other, as articles are moved whole: sentences that would not be sure by themselves are sure together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from p5diff.align.concord.evidence import PRIORS, SentenceGroup, TranslationEvidence

_STRONG = 4.0
"""Nats that a block of links across others must have together …"""
_CLEAR = 2.0
"""… and by which it must lead over the next block for the same sentences (docs/benchmarks/concord.md)."""
_SEED = 2.0
"""Nats of one pair of sentences from which their runs are compared at all: no block that is
strong enough has less in its best pair, of those looked at."""
_RUN = 40
"""Sentences of a run compared with another at a time: longer than any section seen moved."""

Found = tuple[SentenceGroup, float, bool]


class _Block(NamedTuple):
    """Links in order between two runs, and what speaks for them together."""

    odds: float
    groups: tuple[SentenceGroup, ...]

    @property
    def before(self) -> range:
        return range(self.groups[0].before.start, self.groups[-1].before.stop)

    @property
    def after(self) -> range:
        return range(self.groups[0].after.start, self.groups[-1].after.stop)

    def meets(self, other: _Block) -> bool:
        """Whether the two would link the same sentences."""
        return _meet(self.before, other.before) or _meet(self.after, other.after)


def with_moves(evidence: TranslationEvidence, path: Sequence[tuple[SentenceGroup, float]]) -> list[Found]:
    """The links of the path, those left alone linked across others where much speaks for it; in the
    order of the text before, what only the text after has where it stands there."""
    lost = [g.before.start for g, _ in path if not g.after]
    come = [g.after.start for g, _ in path if not g.before]
    joined: dict[int, Found] = {}
    gone: set[int] = set()
    for block, lead in _chosen(evidence, lost, come):
        sure = 1 / (1 + math.exp(-(min(block.odds, lead + _STRONG) - _STRONG + _CLEAR) / 2))
        for group in block.groups:
            joined[group.before.start] = (group, sure, True)
            gone |= {*(-1 - i for i in group.before[1:]), *group.after}
    return [
        joined.get(group.before.start, (group, chance, False)) if not group.after else (group, chance, False)
        for group, chance in path
        if not (not group.before and group.after.start in gone)
        and not (not group.after and -1 - group.before.start in gone)
    ]


def _chosen(
    evidence: TranslationEvidence, lost: Sequence[int], come: Sequence[int]
) -> Iterator[tuple[_Block, float]]:
    """The blocks across others, the strongest first, each with its lead over the next."""
    free = set(lost), set(come)
    while free[0] and free[1]:
        ours, theirs = _runs(free[0]), _runs(free[1])
        blocks = [b for r in ours for s in theirs if (b := _block(evidence, r, s)) is not None]
        blocks.sort(key=lambda b: (-b.odds, b.before.start, b.after.start))
        for block in blocks:
            rivals = [b.odds for b in blocks if b is not block and b.meets(block)]
            lead = block.odds - max(rivals, default=0.0) - _CLEAR
            if block.odds >= _STRONG and lead >= 0:
                yield block, lead
                free[0].difference_update(i for g in block.groups for i in g.before)
                free[1].difference_update(j for g in block.groups for j in g.after)
                break
        else:
            return


def _runs(numbers: Iterable[int]) -> list[range]:
    """Neighbours together, in parts of no more than `_RUN`."""
    found: list[range] = []
    for n in sorted(numbers):
        if found and found[-1].stop == n and len(found[-1]) < _RUN:
            found[-1] = range(found[-1].start, n + 1)
        else:
            found.append(range(n, n + 1))
    return found


def _block(evidence: TranslationEvidence, ours: range, theirs: range) -> _Block | None:
    """The best links in order between parts of two runs (Smith and Waterman 1981), if any."""
    if not any(evidence.pair(i, j) >= _SEED for i in ours for j in theirs):
        return None
    best: dict[tuple[int, int], float] = {}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(ours.start, ours.stop + 1):
        for j in range(theirs.start, theirs.stop + 1):
            best[i, j] = 0.0
            for a, b in PRIORS:
                start = (i - a, j - b)
                if start in best:
                    group = SentenceGroup(range(i - a, i), range(j - b, j))
                    total = best[start] + evidence.score(group)
                    if total > best[i, j]:
                        best[i, j], came[i, j] = total, start
    at = min(best, key=lambda cell: (-best[cell], cell))
    odds, corners = best[at], [at]
    while at in came:
        at = came[at]
        corners.append(at)
    groups = tuple(
        SentenceGroup(range(x[0], y[0]), range(x[1], y[1]))
        for x, y in pairwise(corners[::-1])
        if x[0] < y[0] and x[1] < y[1]
    )
    return _Block(odds, groups) if groups else None


def _meet(one: range, two: range) -> bool:
    return one.start < two.stop and two.start < one.stop
