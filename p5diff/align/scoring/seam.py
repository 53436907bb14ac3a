"""Where a host of several units is divided between them: which part the partners leave to one unit more.

Worked example. The host says "They reaffirmed trade and will meet in May."; its partner is "They
reaffirmed trade.", and behind it stands "A meeting is set for May." The partner explains the host up to
"trade": four words are left (`room`: 4 beside the 6 of the unit), "May" among them stands in the unit and
not in the partner (`gain`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
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


def seam(
    host: Sequence[str], mates: Set[str], unit: Sequence[str], worth: Mapping[str, float], *, last: bool
) -> Seam:
    """How the terms of a host divide between its partners and a unit behind them (`last`) or before them."""
    words = host if last else host[::-1]
    own = set(unit)
    weight = sum([worth[term] for term in own]) or 1e-9
    run = best = 0.0
    cut = 0
    for place, term in enumerate(words, start=1):
        run += worth[term] if term in mates else -DOUBT * worth[term]
        if run > best:
            best, cut = run, place
    gain = most = 0.0
    for term in reversed(words):
        if term in own:
            gain += 0.0 if term in mates else worth[term]
        elif term in mates:
            gain -= worth[term]
        most = max(most, gain)
    left = words[cut:]
    held = sum([worth[term] for term in own.intersection(left)])
    n, m = len(left), len(unit)
    return Seam(min(1.0, most / weight), min(n, m) / max(n, m, 1), held / weight)
