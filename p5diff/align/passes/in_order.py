"""What a text rewritten from end to end keeps: its order.

Two sentences that share a name and half a compound are no pair by themselves. But where the first of what
is left before shares a trace with the first of what is left after, the second with the second, and hardly
anything with what stands elsewhere, the two are one text told otherwise. So the gaps between the links
that keep order are read as a whole. Every way to pair the units of a gap in order is weighed by the faint
likeness of its pairs; what all ways weigh together, against what they would if likeness said nothing,
tells how likely the text was rewritten; so do the links that were found, where they are faint themselves.
Only then does a pair count, by the share of the ways that go through it.

Texts that do not correspond have as many traces in common, but in no order; a sentence put in another's
place has none. Where a quarter of the shorter text is as it was, nobody rewrote it from end to end, and
what stands in a gap is new and dropped.

Worked example. Before: A "Incidental capture shall be notified." B "Vessels over twenty metres carry an
observer." After: a "Accidents happen." b "Capture by mistake must be told." c "Ships of twenty metres take an
inspector." A–b share "capture", B–c "twenty" and "metres"; both pairs keep order, and no other has anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from p5diff.align.passes.groups import grouped, heaviest_rising
from p5diff.align.passes.links import Link
from p5diff.align.scoring.faint import Faint, evenly
from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Texts

FOUND_BY = "order"
PAIR, JOINED, ALONE = 0.6, 0.06, 0.14
"""Of a text rewritten from end to end: how often the next step is a pair, one unit that became two (as
often two that became one), one unit without a counterpart (on either side) [0, 1]. They add up to one. Of
the first lot of invented rewritings 56, 13 and 8 in a hundred steps are; what the passes before left
there is more often alone."""
DOUBTED = -2.0
"""Least log-odds that what is left in the gaps of two texts is a rewriting, before it is compared: one in
eight, about as often as it corresponds on the judged sets. At −1, six sentences of texts that do not
correspond at all would be linked."""
TURN, SLOPE = 2.4, 3.0
"""Mean log-odds of the links there are at which it is as likely a rewriting as not, and how much each less of
them says for it. The links of the invented rewritings have 1.3 to 2.4, those of translations and essays 2.3
and more: where what is linked is so faint, more was too faint to be linked."""
FIRST, ASSUMED = 3.3, 2
"""As if two links with the log-odds of a translation had been seen before any."""
SURE = 3.0
"""Most log-odds that the links there are may say for a rewriting: twenty to one."""
LEFT = -1.0
"""Most log-odds that they may say for what is left to be part of it: one in four. Beside what was reworded
something may have been put in another's place. At 0, of five strangers put between two faint links three were
linked; at 3, four."""
LEAST = 0.5
"""Least probability of a pair [0, 1]: likelier than not."""
LONGEST = 100
"""Units of a gap, on either side, up to which it is read: beyond, numbers grow past what a machine holds."""
CELLS = 10_000
"""Pairs of units that are compared, over all gaps, the smallest gaps first: a fifth of a second."""


class OpenGap(NamedTuple):
    """What two links that keep order leave between them on both sides, in reading order."""

    before: list[int]
    after: list[int]


class InOrder(NamedTuple):
    """What the order of faint traces says of two texts."""

    links: list[Link]
    """Further links, between units that had none."""
    rewritten: bool
    """Whether one text is likelier than not the other rewritten from end to end."""


def in_order(texts: Texts, links: Sequence[Link], hints: Hints) -> InOrder:
    """The links of a text rewritten from end to end, beside those there are, and whether it is one."""
    gaps = open_gaps(links, (texts.before.symbols, texts.after.symbols))
    seen = evenly(sorted(links))
    rows, columns = ([u for gap in gaps for u in gap[side]] + [x[side] for x in seen] for side in (0, 1))
    faint = Faint(texts, rows, columns, hints)
    read = [(gap, *paths([[faint.odds(i, j) for j in gap.after] for i in gap.before])) for gap in gaps]
    before = expected([log(max(faint.odds(*link), 1e-9)) for link in seen])
    said = sum([own for _, _, own in read])
    rewritten = 1 / (1 + exp(-max(-30.0, min(30.0, min(LEFT, before) + said))))
    found = [
        Link(i, j, round(chance * rewritten, 4), FOUND_BY)
        for gap, chances, _ in read
        for i, row in zip(gap.before, chances, strict=True)
        for j, chance in zip(gap.after, row, strict=True)
        if chance * rewritten >= LEAST
    ]
    return InOrder(found, before + said > 0)


def expected(links: Sequence[float]) -> float:
    """The log-odds that what is left is a rewriting, from those of the links there are."""
    mean = (sum(links) + FIRST * ASSUMED) / (len(links) + ASSUMED)
    return max(DOUBTED, min(SURE, SLOPE * (TURN - mean)))


def open_gaps(links: Sequence[Link], symbols: tuple[Sequence[str], Sequence[str]]) -> list[OpenGap]:
    """The gaps with units on both sides, as many as may be compared, in reading order."""
    groups = grouped(links)
    size = [len(group.before) + len(group.after) for group in groups]
    kept = heaviest_rising([(group.before[0], group.after[0]) for group in groups], size)
    ends = [(groups[k].before, groups[k].after) for k in sorted(kept)]
    taken = {link.before for link in links}, {link.after for link in links}
    found, i, j = [], 0, 0
    for before, after in [*ends, ([len(symbols[0])], [len(symbols[1])])]:
        gap = OpenGap(
            [u for u in range(i, before[0]) if u not in taken[0] and symbols[0][u]],
            [u for u in range(j, after[0]) if u not in taken[1] and symbols[1][u]],
        )
        if gap.before and gap.after and max(map(len, gap)) <= LONGEST:
            found.append(gap)
        i, j = max(i, before[-1] + 1), max(j, after[-1] + 1)
    left = CELLS
    few = []
    for gap in sorted(found, key=lambda gap: (len(gap.before) * len(gap.after), gap)):
        left -= len(gap.before) * len(gap.after)
        if left >= 0:
            few.append(gap)
    return sorted(few)


def paths(odds: Sequence[Sequence[float]]) -> tuple[list[list[float]], float]:
    """How likely each pair of a gap is if its units were rewritten in order; and the log-odds that they were.

    `odds` has a row for each unit before. A step of a path is a pair, a unit beside two, or a unit alone.
    What all paths weigh with these odds, against what they weigh with odds of one, is how the gap speaks
    for it."""
    ahead = _weights(odds)
    back = [row[::-1] for row in _weights([row[::-1] for row in odds[::-1]])[::-1]]
    whole = ahead[-1][-1]
    n, m = len(odds), len(odds[0])
    chances = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            for down, right, weight in _steps(odds, i, j):
                share = ahead[i][j] * weight * back[i + down][j + right] / whole
                for cell in {(i, j), (i + down - 1, j + right - 1)}:
                    chances[cell[0]][cell[1]] += share
    return chances, log(whole) - log(_weights([[1.0] * m for _ in range(n)])[-1][-1])


def _steps(odds: Sequence[Sequence[float]], i: int, j: int) -> list[tuple[int, int, float]]:
    """The steps with a pair that lead on from a place: units before, units after, weight."""
    one = odds[i][j]
    found = [(1, 1, PAIR * one)]
    if i + 1 < len(odds):
        found.append((2, 1, JOINED * one * odds[i + 1][j]))
    if j + 1 < len(odds[i]):
        found.append((1, 2, JOINED * one * odds[i][j + 1]))
    return found


def _weights(odds: Sequence[Sequence[float]]) -> list[list[float]]:
    """What all paths weigh that lead from the beginning to each place."""
    n, m = len(odds), len(odds[0])
    total = [[0.0] * (m + 1) for _ in range(n + 1)]
    total[0][0] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            here = total[i][j]
            if i < n:
                total[i + 1][j] += here * ALONE
            if j < m:
                total[i][j + 1] += here * ALONE
            if i < n and j < m:
                for down, right, weight in _steps(odds, i, j):
                    total[i + down][j + right] += here * weight
    return total
