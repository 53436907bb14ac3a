"""Link what wording left alone on both sides, by a model of meaning (`--semantic`).

Only sentences without any link are asked about, and those that stand beside a link, as a part of it.

Worked example. Before: A "Those who make goods must pay." B "They met in Oslo." After: a "The bill is for
manufacturers." b "They met in Oslo." B–b is linked by its words; A and a share none, and the model
finds them far more alike than any other two: A–a.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from p5diff.align.passes.links import Link

if TYPE_CHECKING:
    from p5diff.align.semantic.odds import MeaningOdds

FOUND_BY = "meaning"
_IN_ORDER = 3.0
_ACROSS = 6.0
"""Nats that the model must say for a link that keeps the order of those beside it, and for one that crosses
some: 20 to 1, as a false pair misleads more than a missing one, and 400 to 1."""
_PART = 4.0
"""Nats for a further sentence of a link: it must speak of the same thing, not only stand there."""
_CLEAR = 1.5
"""Nats by which a link must lead over the next for either sentence."""
_MOST = 400
"""Sentences left alone on a side that the model is asked about: some ten seconds of reading."""


def by_meaning(
    links: Sequence[Link],
    sizes: tuple[int, int],
    alike: Callable[[int, int], float],
    foreign: Callable[[int, int], float],
) -> list[Link]:
    """The links, and those that meaning adds, sorted. `sizes` are the sentences of each side, `alike`
    gives the cosine of two, `foreign` tells which pairs may not be (a title and a sentence)."""
    linked = {link.before for link in links}, {link.after for link in links}
    alone = [[n for n in range(size) if n not in known] for size, known in zip(sizes, linked, strict=True)]
    if max(map(len, alone)) > _MOST or not any(alone):
        return list(links)
    open_ = frozenset(alone[0]), frozenset(alone[1])
    beside = _beside(links, open_)
    asked = open_[0] | {i for i, _ in beside}, open_[1] | {j for _, j in beside}
    sure = [(k.before, k.after) for k in links if k.found_by not in {"exact", "folded"}]
    from p5diff.align.semantic.odds import MeaningOdds  # asked for only where there is a model

    odds = MeaningOdds(alike, asked, [pair for pair in sure if _single(pair, links)])
    found = _new(links, open_, odds, foreign)
    taken = {link.before for link in found}, {link.after for link in found}
    for i, j in sorted(beside):
        rest = (i in open_[0] and i not in taken[0]) or (j in open_[1] and j not in taken[1])
        score = odds.odds([i], [j])
        if rest and score >= _PART and not foreign(i, j):
            found.append(Link(i, j, _chance(score), FOUND_BY))
            taken[0].add(i)
            taken[1].add(j)
    return sorted([*links, *found])


def _new(
    links: Sequence[Link],
    open_: tuple[frozenset[int], frozenset[int]],
    odds: MeaningOdds,
    foreign: Callable[[int, int], float],
) -> list[Link]:
    """Links one to one between what is alone, the surest first."""
    scores = {
        (i, j): odds.odds([i], [j]) for i in sorted(open_[0]) for j in sorted(open_[1]) if not foreign(i, j)
    }
    found: list[Link] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for (i, j), score in sorted(scores.items(), key=lambda item: -item[1]):
        if i in taken[0] or j in taken[1]:
            continue
        rivals = [
            s
            for (a, b), s in scores.items()
            if (a == i) is not (b == j) and a not in taken[0] and b not in taken[1]
        ]
        crosses = any((i < k.before) is not (j < k.after) for k in (*links, *found))
        least = _ACROSS if crosses else _IN_ORDER
        if score >= least and score - max(rivals, default=-math.inf) >= _CLEAR:
            found.append(Link(i, j, _chance(score - least + 1), FOUND_BY))
            taken[0].add(i)
            taken[1].add(j)
    return found


def _beside(links: Sequence[Link], open_: tuple[frozenset[int], frozenset[int]]) -> set[tuple[int, int]]:
    """Pairs of a linked sentence and one left alone that stands beside its partner."""
    found = set()
    for link in links:
        for step in (-1, 1):
            if link.after + step in open_[1]:
                found.add((link.before, link.after + step))
            if link.before + step in open_[0]:
                found.add((link.before + step, link.after))
    return found


def _single(pair: tuple[int, int], links: Sequence[Link]) -> bool:
    return sum(k.before == pair[0] or k.after == pair[1] for k in links) == 1


def _chance(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds / 2)), 4)
