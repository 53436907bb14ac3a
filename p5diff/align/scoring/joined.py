"""What is measured of a unit that may belong to units that are linked already: split, merged, n–m.

Worked example. Before, one sentence: "They reaffirmed their commitment to trade and to peace." After,
two: "They reaffirmed their commitment to trade." and "They reaffirmed their commitment to peace." The
first of the two is the partner; is the second the other half, or new? Of its words, most stand in the
host, but nearly all of those are in the partner, too: a frame that both halves repeat says nothing.
What is its own ("peace") is in the host and not in the partner (`own` 1), and host and halves read
more alike when joined (`joined_gain`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import NamedTuple

from p5diff.align.scoring.alike import edit_ratio
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.seam import HostParts, Seam, parts, seam
from p5diff.align.scoring.usual import Usual
from p5diff.align.units.texts import Memo, Texts, UnitTexts

Scores = Mapping[tuple[int, int], float]
Units = tuple[int, ...]

GROWTH = (
    "score",
    "wording",
    "host",
    "held",
    "own",
    "explained",
    "unexplained",
    "close",
    "joined",
    "joined_gain",
    "overlap",
    "overlap_gain",
    "length",
    "length_gain",
    "length_gain_close",
    "rival",
    "taken",
    "near",
    "near_strict",
    "shortness",
    "many",
    "wide",
    "likeness",
    "matched",
    "uneven",
    "order",
    "stream",
    "stream_strict",
    "seam_gain",
    "seam_room",
    "seam_room_strict",
    "seam_held",
)
ELSEWHERE = 0.2
"""How much more of a unit's worth [0, 1] the far end of the host must hold than the near one for the unit to
be read as that end: with none, the judged laws take in eight units that do not belong there; 0.2 to 0.4 are
the same."""
_NOWHERE = -4.0
"""Log-odds of a pair that was not weighed: those below 0.02 (−3.9) are let go."""


class JoinedBlock(NamedTuple):
    """Units before and after that correspond as a whole; both sides sorted, neither empty."""

    before: Units
    after: Units

    def with_unit(self, side: int, unit: int) -> JoinedBlock:
        """The block with one unit more, before (0) or after (1)."""
        if side == 0:
            return JoinedBlock(tuple(sorted((*self.before, unit))), self.after)
        return JoinedBlock(self.before, tuple(sorted((*self.after, unit))))


class JoinedUnits(NamedTuple):
    """Some units of one side, read as one: symbols, terms and what the terms are worth."""

    symbols: str
    terms: frozenset[str]
    weight: float


class Joined:
    """Measures blocks. What is known of a span or of two spans together is kept."""

    def __init__(
        self,
        texts: Texts,
        scores: tuple[Scores, Scores],
        stream: Mapping[tuple[int, int], int],
        order: OrderScore,
        usually: Usual,
        taken: tuple[Mapping[int, float], Mapping[int, float]],
    ) -> None:
        self._texts = texts
        self._scores, self._first = scores
        self._stream = stream
        self._order = order
        self._usually = usually
        self.kind = usually.loose, usually.strict
        self._held = taken
        self._ratio = edit_ratio()
        self._spans: tuple[dict[Units, JoinedUnits], dict[Units, JoinedUnits]] = {}, {}
        self._alike: dict[JoinedBlock, tuple[float, float, float]] = {}
        in_order = texts.terms.in_order
        self._sizes = (
            Memo(lambda unit: len(in_order(texts.before.words[unit]))),
            Memo(lambda unit: len(in_order(texts.after.words[unit]))),
        )
        self._divided: dict[tuple[int, Units, Units, bool], HostParts] = {}
        self._best: tuple[dict[int, list[tuple[float, int]]], ...] = {}, {}
        for (i, j), value in self._scores.items():
            self._best[0].setdefault(i, []).append((value, j))
            self._best[1].setdefault(j, []).append((value, i))
        for partners in (*self._best[0].values(), *self._best[1].values()):
            partners.sort(reverse=True)

    def partners(self, side: int, unit: int) -> list[tuple[float, int]]:
        """The units across weighed against this one, each with its probability, the likeliest first."""
        return self._best[side].get(unit, [])

    def figures(self, block: JoinedBlock, side: int, unit: int) -> tuple[float, ...]:
        """The figures of `GROWTH` for a unit of one side (0 before, 1 after) that may join the block."""
        whole = block.with_unit(side, unit)
        rest, across = (block.before, block.after) if side == 0 else (block.after, block.before)
        value, first, stream, near = self._pairs(side, unit, across)
        inside = set(across)
        rival = next((s for s, other in self.partners(side, unit) if other not in inside), 0.0)
        close = float(unit - 1 in rest or unit + 1 in rest)
        usually, strict = self._usually, self._usually.strict
        own = self._span(side, (unit,))
        cut, turned = self._seam(side, unit, rest, across)
        return (
            _logit(value),
            _logit(first),
            _logit(max([self._scores.get((i, j), 0.0) for i in block.before for j in block.after])),
            *self._shares(own, self._span(side, rest), self._span(1 - side, across)),
            close,
            *self._gains(
                block, whole, self._turned_likeness(side, unit, rest, across) if turned else 0.0, close
            ),
            _logit(rival),
            self._held[side].get(unit, 0.0),
            near,
            near * strict,
            1 / (1 + len(own.symbols)),
            float(len(whole.before) > 1 and len(whole.after) > 1),
            float(len(rest) - 1),
            usually.likeness,
            usually.matched,
            usually.uneven,
            usually.order,
            stream,
            stream * strict,
            cut.gain,
            cut.room,
            cut.room * strict,
            cut.held,
        )

    def _shares(
        self, own: JoinedUnits, mates: JoinedUnits, hosts: JoinedUnits
    ) -> tuple[float, float, float, float]:
        """Of the unit's worth: in the hosts; of what no mate has, in the hosts; that beyond the mates (as a
        logarithm). Of the hosts' worth: what the mates do not explain.
        """
        worth = self._texts.worth.__getitem__
        common = hosts.terms & own.terms
        beyond = sum(map(worth, common - mates.terms))
        alone = sum(map(worth, own.terms - mates.terms))
        return (
            sum(map(worth, common)) / own.weight,
            beyond / alone if alone else 0.0,
            log(beyond / own.weight + 0.05),
            1 - sum(map(worth, hosts.terms & mates.terms)) / hosts.weight,
        )

    def _turned_likeness(self, side: int, unit: int, rest: Units, across: Units) -> float:
        """Edit ratio with the unit at the other end of its neighbours: where the hosts say it."""
        if unit - 1 == rest[-1]:
            units = (unit, *rest)
        elif unit + 1 == rest[0]:
            units = (*rest, unit)
        else:
            return 0.0
        return self._ratio(self._span(side, units).symbols, self._span(1 - side, across).symbols)

    def _gains(
        self, block: JoinedBlock, whole: JoinedBlock, turned: float, close: float
    ) -> tuple[float, ...]:
        """How alike the sides are with the unit, and how much more than without it; `turned` is the edit
        ratio with the unit at the other end, 0 where it was not asked for."""
        edit, overlap, length = self._likeness(whole)
        edit = max(edit, turned)
        edit_alone, overlap_alone, length_alone = self._likeness(block)
        return (
            edit,
            edit - edit_alone,
            overlap,
            overlap - overlap_alone,
            length,
            length_alone - length,
            (length_alone - length) * close * self._usually.order,
        )

    def _seam(self, side: int, unit: int, rest: Units, across: Units) -> tuple[Seam, bool]:
        """What the hosts leave over at the end where the unit stands, or at the other where far more of it
        is, and whether it is the other; nothing where the unit does not stand beside its mates."""
        last = unit - 1 in rest
        if not last and unit + 1 not in rest:
            return Seam(0.0, 0.0, 0.0), False
        own, worth = self._span(side, (unit,)).terms, self._texts.worth
        size = self._sizes[side][unit]
        here = seam(self._parts(side, rest, across, last), own, size, worth)
        if own <= self._span(side, rest).terms:
            return here, False
        there = seam(self._parts(side, rest, across, not last), own, size, worth)
        # "If a well runs dry, they may draw on the lake" may become "They may …" and "They may only if …":
        # then what is left over stands at the other end.
        return (there, True) if there.gain >= here.gain + ELSEWHERE else (here, False)

    def _parts(self, side: int, rest: Units, across: Units, last: bool) -> HostParts:
        """The hosts as the mates divide them, seen from one end."""
        key = side, rest, across, last
        found = self._divided.get(key)
        if found is None:
            other = self._texts.before if side else self._texts.after
            in_order = self._texts.terms.in_order
            hosts = [term for host in across for term in in_order(other.words[host])]
            mates = self._span(side, rest).terms
            found = self._divided[key] = parts(hosts, mates, self._texts.worth, last=last)
        return found

    def _pairs(self, side: int, unit: int, across: Units) -> tuple[float, float, float, float]:
        """The best of what is known of the unit with each unit across: scores, stream and place."""
        pairs = [(unit, other) if side == 0 else (other, unit) for other in across]
        own = self._texts.before if side == 0 else self._texts.after
        return (
            max([self._scores.get(pair, 0.0) for pair in pairs]),
            max([self._first.get(pair, 0.0) for pair in pairs]),
            sum([self._stream.get(pair, 0) for pair in pairs]) / max(1, len(own.symbols[unit])),
            max([self._order.nearness(*pair) for pair in pairs]),
        )

    def _likeness(self, block: JoinedBlock) -> tuple[float, float, float]:
        """Edit ratio; share of the terms' worth in common; how different in length."""
        found = self._alike.get(block)
        if found is None:
            ours, theirs = self._span(0, block.before), self._span(1, block.after)
            shared = sum(map(self._texts.worth.__getitem__, ours.terms & theirs.terms))
            found = self._alike[block] = (
                self._ratio(ours.symbols, theirs.symbols),
                2 * shared / (ours.weight + theirs.weight),
                abs(log((len(ours.symbols) + 2) / (len(theirs.symbols) + 2))),
            )
        return found

    def _span(self, side: int, units: Units) -> JoinedUnits:
        known = self._spans[side]
        found = known.get(units)
        if found is None:
            found = known[units] = self._read(self._texts.after if side else self._texts.before, units)
        return found

    def _read(self, side: UnitTexts, units: Units) -> JoinedUnits:
        terms = frozenset[str]().union(*[side.terms[unit] for unit in units])
        weight = sum(map(self._texts.worth.__getitem__, terms)) or 1e-9
        return JoinedUnits("".join([side.symbols[unit] for unit in units]), terms, weight)


def _logit(value: float) -> float:
    if value <= 0.02:
        return _NOWHERE
    value = min(value, 1 - 1e-6)
    return log(value / (1 - value))
