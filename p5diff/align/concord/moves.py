"""Link what stands at another place, on strong evidence only."""

from __future__ import annotations

import math
from collections.abc import Sequence

from p5diff.align.concord.evidence import SentenceGroup, TranslationEvidence

_STRONG = 6.0
"""Nats that words and names must say for a link across others: two rare names, or a dozen words."""
_CLEAR = 2.0
"""Nats by which it must lead over the next candidate of either side."""

Found = tuple[SentenceGroup, float, bool]


def with_moves(evidence: TranslationEvidence, path: Sequence[tuple[SentenceGroup, float]]) -> list[Found]:
    """The links of the path, those left alone linked across others where much speaks for it; in the
    order of the text before, what only the text after has where it stands there."""
    lost = [(n, g.before) for n, (g, _) in enumerate(path) if not g.after]
    come = [(n, g.after) for n, (g, _) in enumerate(path) if not g.before]
    scores = {
        (p, q): evidence.matter(group)
        for p, ours in lost
        for q, theirs in come
        for group in [SentenceGroup(ours, theirs)]
        if evidence.odds(group) >= _STRONG
    }
    joined: dict[int, Found] = {}
    gone: set[int] = set()
    for (p, q), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        rivals = [s for (a, b), s in scores.items() if (a == p) is not (b == q)]
        if (
            score >= _STRONG
            and score - max(rivals, default=0.0) >= _CLEAR
            and p not in joined
            and q not in gone
        ):
            group = SentenceGroup(path[p][0].before, path[q][0].after)
            joined[p] = (group, 1 / (1 + math.exp(-(score - _STRONG + _CLEAR) / 2)), True)
            gone.add(q)
    return [
        joined.get(number, (group, chance, False))
        for number, (group, chance) in enumerate(path)
        if number not in gone
    ]
