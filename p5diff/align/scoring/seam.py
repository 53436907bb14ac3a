"""Where a host of several units is divided between them: which part the partners leave to one unit more.

Worked example. The host says "They reaffirmed trade and will meet in May."; its partner is "They
reaffirmed trade.", and behind it stands "A meeting is set for May." The partner explains the host up to
"trade": four words are left (`room`: 4 beside the 6 of the unit), "May" among them stands in the unit and
not in the partner (`gain`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

DOUBT = 0.6
"""What a word that the partners lack counts against its place being theirs, as a share of what one that
they have counts for it: partners reword, so that a missing word says less than a common one."""


class Seam(NamedTuple):
    """What the part of the host that is left over says of a unit: all in [0, 1]."""

    gain: float
    """Worth of the unit's terms that one cut of the host gives to it and takes from its partners."""
    room: float
    """How alike in length the part left over and the unit are."""
    held: float
    """Share of the unit's worth that stands in the part left over."""


class HostParts(NamedTuple):
    """A host as its partners divide it, seen from one end: the same for every unit that may join there."""

    words: Sequence[str]
    """Its terms in order, those of the partners first."""
    mates: Set[str]
    """The terms of the partners."""
    left: Sequence[str]
    """What the partners leave over: the words behind the cut."""


def parts(host: Sequence[str], mates: Set[str], worth: Mapping[str, float], *, last: bool) -> HostParts:
    """Cut a host where its partners end: what is left over stands behind them (`last`) or before them."""
    words = host if last else host[::-1]
    says = [*accumulate([worth[term] if term in mates else -DOUBT * worth[term] for term in words])]
    best = max(says, default=0.0)
    return HostParts(words, mates, words[says.index(best) + 1 :] if best > 0 else words)


def seam(host: HostParts, unit: frozenset[str], size: int, worth: Mapping[str, float]) -> Seam:
    """How the terms of a host divide between its partners and a unit of `size` terms behind them."""
    weight = sum(map(worth.__getitem__, unit)) or 1e-9
    left = host.left
    held = sum(map(worth.__getitem__, unit.intersection(left)))
    room = min(len(left), size) / max(len(left), size, 1)
    return Seam(min(1.0, _gain(host, unit, worth) / weight), room, held / weight)


def _gain(host: HostParts, unit: frozenset[str], worth: Mapping[str, float]) -> float:
    """The most that one cut gives the unit of what the partners lack, less what it takes from them alone."""
    mates = host.mates
    if unit.difference(mates).isdisjoint(host.words):
        return 0.0
    gain = most = 0.0
    for term in reversed(host.words):
        if term in unit:
            if term not in mates:
                gain += worth[term]
                most = max(most, gain)
        elif term in mates:
            gain -= worth[term]
    return most
