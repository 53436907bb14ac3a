"""The runs of words that two sides have in common, in the order of both.

For sides as long as sentences are: the longest run first, then the longest on either side of it
(`difflib`). That takes time with the product of the lengths; a text without full stops may be one
"sentence" of a million words. So long sides are cut at groups of words that each has once, in an order
that both have, and only what lies between is compared so:

    a b c d e … p q r s …        a b X d e … p q r s …
                  ^^^^^^^ once in both: a cut
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PRODUCT = 1_000_000
"""Words of one side times words of the other that are compared as a whole: two sentences of 1,000 words,
ten times the longest of a communiqué, and a tenth of a second."""
_GROUP = 4
"""Words in a group that cuts: that two texts have four words in a row, each only once, is no accident."""


class Run(NamedTuple):
    """`size` words from `before` on one side are those from `after` on the other."""

    before: int
    after: int
    size: int


def runs(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[Run]:
    """The runs that correspond, in order. Where sides are long and no group cuts them, what lies between
    two cuts corresponds only as far as it is the same from either end."""
    if len(one) * len(two) <= _PRODUCT:
        return list(_matched(one, two, 0, 0))
    found: list[Run] = []
    i = j = 0
    for a, b in [*_cuts(one, two), (len(one), len(two))]:
        if a >= i and b >= j:
            found += _between(one[i:a], two[j:b], i, j)
            i, j = a, b
    return _joined(found)


def _matched(one: Sequence[Hashable], two: Sequence[Hashable], i: int, j: int) -> Iterator[Run]:
    for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        if block.size:
            yield Run(i + block.a, j + block.b, block.size)


def _between(one: Sequence[Hashable], two: Sequence[Hashable], i: int, j: int) -> Iterator[Run]:
    if len(one) * len(two) <= _PRODUCT:
        yield from _matched(one, two, i, j)
        return
    most = min(len(one), len(two))
    head = next((n for n in range(most) if one[n] != two[n]), most)
    tail = next((n for n in range(most - head) if one[-1 - n] != two[-1 - n]), most - head)
    if head:
        yield Run(i, j, head)
    if tail:
        yield Run(i + len(one) - tail, j + len(two) - tail, tail)


def _cuts(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where both sides have a group that stands once in each: the longest chain in the order of both."""
    ours, theirs = _once(one), _once(two)
    pairs = sorted((at, theirs[group]) for group, at in ours.items() if group in theirs)
    tops: list[int] = []  # the least end of a chain of each length …
    ends: list[int] = []  # … the pair that it ends with …
    before: list[int] = []  # … and the pair before each pair
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(tops, at)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [at]
        ends[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _once(words: Sequence[Hashable]) -> dict[tuple[Hashable, ...], int]:
    """Where each group of words stands that stands once."""
    places: dict[tuple[Hashable, ...], int] = {}
    for at, group in enumerate(zip(*(words[n:] for n in range(_GROUP)), strict=False)):
        places[group] = -1 if group in places else at
    return {group: at for group, at in places.items() if at >= 0}


def _joined(found: Sequence[Run]) -> list[Run]:
    """Runs that follow each other without a gap on either side as one."""
    joined: list[Run] = []
    for run in found:
        last = joined[-1] if joined else None
        if last and last.before + last.size == run.before and last.after + last.size == run.after:
            joined[-1] = last._replace(size=last.size + run.size)
        else:
            joined.append(run)
    return joined
