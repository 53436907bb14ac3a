"""Groups of units, chosen together: a spine that keeps order and may join neighbours, then what moved.

Every pair that is likely enough is a block; a block may take in a neighbour, and the larger one again.
What a block is worth is how far the links in it are likelier than asked. The heaviest chain of blocks
that rises on both sides is the spine; a block that would take a unit from a moved link pays for it. What
the spine leaves is linked one to one, and what is left then may still join a block, wherever it stands.

Worked example. Before: A "Talks began in Geneva and will go on in Vienna.", B "They will report." After:
a "Talks began in Geneva.", b "They will go on in Vienna.", c "They will report." One by one, B and b
look tempting ("They will"); chosen together, A–ab and B–c are worth more than A–a and B–b with c new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff.align.passes.choose import one_to_one
from p5diff.align.passes.groups import grouped, highest, raise_to
from p5diff.align.passes.links import Link
from p5diff.align.scoring.alike import comparable
from p5diff.align.scoring.joined import Joined, JoinedBlock
from p5diff.align.scoring.score import Kind, Tables, judge_rows
from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Texts

SEED = 0.15
"""Least probability of a pair that may take in further units [0, 1]: half of a merged unit, weighed
alone, is often no likelier."""
ONWARDS = 0.3
"""Least probability of a unit for the block with it to be looked at further [0, 1]."""
WIDEST = 4
"""Most units of one side in a block of the spine; what is wider joins one by one afterwards."""
SHORT = 0.6
"""A host that has less than this share of its partners' words takes in no further one [0, 1]."""
ROOM = 2
"""Words of a clear pair's longer unit that the shorter lacks, from which it may take in others."""

Scores = Mapping[tuple[int, int], float]
CERTAIN = frozenset({"exact", "folded"})


class Weighed(NamedTuple):
    """A block with its worth, the least probability in it, and the pass that found it."""

    block: JoinedBlock
    worth: float
    confidence: float
    found_by: str


class Together:
    """Finds blocks and chooses among them. The same input gives the same blocks."""

    def __init__(self, texts: Texts, joined: Joined, certain: Sequence[Link], hints: Hints) -> None:
        self._texts, self._joined, self._hints = texts, joined, hints
        self._certain = certain
        self._closed = {link.before for link in certain}, {link.after for link in certain}
        self._memo: dict[tuple[JoinedBlock, int, int], float] = {}

    def options(self, block: JoinedBlock, *, apart: bool = True) -> Iterator[tuple[int, int]]:
        """The units that might join a block, as (side, unit): neighbours, and with `apart` those weighed
        against it, wherever they stand."""
        for side in (0, 1):
            rest, across = block[side], block[1 - side]
            own, other = self._symbols(side), self._symbols(1 - side)
            room = sum([len(other[u]) for u in across])
            if room < SHORT * sum([len(own[u]) for u in rest]):
                continue
            near = {rest[0] - 1, rest[-1] + 1}
            if apart:
                near.update([u for host in across for _, u in self._joined.partners(1 - side, host)])
            for unit in sorted(near.difference(rest, self._closed[side])):
                if not (0 <= unit < len(own) and own[unit] and comparable(len(own[unit]), room)):
                    continue
                if self._same_role(side, unit, across[0]):
                    yield side, unit

    def figures(self, block: JoinedBlock, side: int, unit: int) -> tuple[float, ...]:
        """What is measured of a unit that may join a block."""
        return self._joined.figures(block, side, unit)

    @property
    def kind(self) -> Kind:
        """Of what kind the comparison is."""
        return self._joined.kind

    def _symbols(self, side: int) -> Sequence[str]:
        return (self._texts.after if side else self._texts.before).symbols

    def _same_role(self, side: int, unit: int, other: int) -> bool:
        pair = (other, unit) if side else (unit, other)
        return not self._hints.foreign(*pair)

    def seeds(self, scores: Scores) -> list[tuple[JoinedBlock, float, str]]:
        """Blocks of one pair: likely ones, and clear ones in which there is room for more."""
        found = [(JoinedBlock((i,), (j,)), p, "wording") for (i, j), p in scores.items() if p >= SEED]
        found += [
            (JoinedBlock((link.before,), (link.after,)), link.confidence, link.found_by)
            for link in self._certain
            if link.found_by not in CERTAIN
        ]
        return sorted(found)

    def has_room(self, block: JoinedBlock, found_by: str, confidence: float) -> bool:
        """Whether further units may join; of a clear pair, only where words are left over."""
        if found_by != "clear":
            return True
        n, m = (sum(len(self._symbols(side)[u]) for u in block[side]) for side in (0, 1))
        return max(n, m) - confidence * (n + m) / 2 >= ROOM

    def probabilities(
        self, wanted: Sequence[tuple[JoinedBlock, int, int]], tables: Tables
    ) -> dict[tuple[JoinedBlock, int, int], float]:
        """How likely each unit (side, number) belongs to its block."""
        fresh = [key for key in wanted if key not in self._memo]
        rows = [self._joined.figures(*key) for key in fresh]
        self._memo.update(zip(fresh, judge_rows(rows, "growth", tables, self.kind), strict=True))
        return {key: self._memo[key] for key in wanted}

    def blocks(self, scores: Scores, tables: Tables, accept: float, more: float) -> list[Weighed]:
        """All blocks worth choosing among, each with its worth."""
        front: dict[JoinedBlock, Weighed] = {}
        for block, p, found_by in self.seeds(scores):
            front[block] = Weighed(block, p - accept, p, found_by)
        everything = dict(front)
        while front:
            wanted = [
                (block, side, unit)
                for block, own in front.items()
                if self.has_room(block, own.found_by, own.confidence)
                for side, unit in self.options(block, apart=False)
                if len(block[side]) < WIDEST
            ]
            grown: dict[JoinedBlock, Weighed] = {}
            for (block, side, unit), p in self.probabilities(wanted, tables).items():
                if p < ONWARDS:
                    continue
                own, whole = front[block], block.with_unit(side, unit)
                new = Weighed(whole, own.worth + p - more, min(own.confidence, p), "growth")
                old = grown.get(whole)
                if old is None or new.worth > old.worth:
                    grown[whole] = new
            front = grown
            everything.update(grown)
        return sorted([w for w in everything.values() if w.worth > 0])


def spine(
    weighed: Sequence[Weighed], fixed: Sequence[Link], moved: Sequence[Link], accept: float
) -> list[Weighed]:
    """The heaviest chain of blocks that rises on both sides; `fixed` links are in it or pass it by.

    A block that holds a unit of a `moved` link without its partner pays what that link is worth.
    """
    price: tuple[dict[int, tuple[int, float]], dict[int, tuple[int, float]]] = {}, {}
    for link in moved:
        price[0][link.before] = link.after, link.confidence - accept
        price[1][link.after] = link.before, link.confidence - accept
    priced = [w._replace(worth=w.worth - _cost(w.block, price)) for w in weighed]
    points = [w for w in priced if w.worth > 0]
    points += _walls(fixed)
    return [w for w in _heaviest_chain(points) if w.found_by != "fixed"]


def _walls(fixed: Sequence[Link]) -> list[Weighed]:
    """The fixed links as blocks of their own. Those that follow each other side by side are one, for no
    block can stand between them."""
    runs: list[list[int]] = []
    for i, j in sorted(fixed):
        if runs and (i, j) == (runs[-1][1] + 1, runs[-1][3] + 1):
            runs[-1][1], runs[-1][3] = i, j
        else:
            runs.append([i, i, j, j])
    return [Weighed(JoinedBlock((a, b), (c, d)), float(b - a + 1), 1.0, "fixed") for a, b, c, d in runs]


def _cost(block: JoinedBlock, price: Sequence[Mapping[int, tuple[int, float]]]) -> float:
    lost = {}
    for side in (0, 1):
        across = block[1 - side]
        for unit in block[side]:
            partner, value = price[side].get(unit, (-1, 0.0))
            if partner >= 0 and partner not in across:
                lost[(unit, partner) if side == 0 else (partner, unit)] = value
    return sum(lost.values())


def _heaviest_chain(points: Sequence[Weighed]) -> list[Weighed]:
    """Of blocks of neighbouring units, those that follow each other on both sides and weigh most."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for k, w in enumerate(points):
        starts.setdefault(w.block.before[0], []).append(k)
        ends.setdefault(w.block.before[-1], []).append(k)
    width = max([w.block.after[-1] for w in points], default=-1) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    total, previous = [0.0] * len(points), [-1] * len(points)
    for row in sorted({*starts, *ends}):
        for k in starts.get(row, ()):
            best, previous[k] = highest(tree, points[k].block.after[0])
            total[k] = best + points[k].worth
        for k in ends.get(row, ()):
            raise_to(tree, points[k].block.after[-1] + 1, (total[k], k))
    k = max(tree)[1]
    chain = []
    while k >= 0:
        chain.append(points[k])
        k = previous[k]
    return chain[::-1]


def links_of(chosen: Iterable[Weighed]) -> list[Link]:
    """Each unit of a block linked with each across."""
    return [
        Link(i, j, round(w.confidence, 4), w.found_by)
        for w in chosen
        for i in w.block.before
        for j in w.block.after
    ]


def left_over(scores: Scores, links: Sequence[Link], moved: Sequence[Link], accept: float) -> list[Link]:
    """One partner for each unit that the spine left: first the moved links that are whole still."""
    rows, columns = {link.before for link in links}, {link.after for link in links}
    kept = [m for m in moved if m.before not in rows and m.after not in columns]
    return kept + one_to_one(scores, [*links, *kept], accept, "wording")


def join_loose(together: Together, links: Sequence[Link], tables: Tables, more: float) -> list[Link]:
    """Further links for units without one: they join the block that they most likely belong to."""
    rows, columns = {link.before for link in links}, {link.after for link in links}
    wanted = []
    for block, confidence, found_by in _components([x for x in links if x.found_by not in CERTAIN]):
        if not together.has_room(block, found_by, confidence):
            continue
        for side, unit in together.options(block):
            if unit not in (columns if side else rows):
                wanted.append((block, side, unit))
    found: list[Link] = []
    done: set[tuple[int, int]] = set()
    ranked = sorted(
        [(-p, side, unit, block) for (block, side, unit), p in together.probabilities(wanted, tables).items()]
    )
    for minus, side, unit, block in ranked:
        if -minus >= more and (side, unit) not in done:
            done.add((side, unit))
            for other in block[1 - side]:
                pair = (other, unit) if side else (unit, other)
                found.append(Link(*pair, round(-minus, 4), "growth"))
    return found


def _components(links: Sequence[Link]) -> list[tuple[JoinedBlock, float, str]]:
    return [(JoinedBlock(tuple(g.before), tuple(g.after)), g.confidence, g.found_by) for g in grouped(links)]
