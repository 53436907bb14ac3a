"""Many to many: units that were split, merged, or both.

A unit without a partner may belong to one that has a partner already: if it holds words of that
one which the partner does not hold, and the three read alike when joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from p5diff.align.passes.links import Link
from p5diff.align.scoring.alike import edit_ratio
from p5diff.align.scoring.features import Figures
from p5diff.align.units.texts import Side, Texts

FAINTEST = 0.02
"""Pairs that score less are not looked at."""

Scores = Mapping[tuple[int, int], float]


def growth(
    texts: Texts,
    links: Sequence[Link],
    scores: Scores,
    first: Scores,
    kept: float,
    stream: Mapping[tuple[int, int], int],
) -> Figures:
    """The figures of `GROWTH` for each pair of which exactly one unit has a partner."""
    ratio = edit_ratio()
    rows, columns = dict(links), {j: i for i, j in links}
    result: Figures = {}
    for (i, j), value in scores.items():
        if value < FAINTEST or (i in rows) == (j in columns):
            continue
        if i in rows:
            held = _Hold(texts, texts.before, texts.after, i, rows[i], j)
        else:
            held = _Hold(texts, texts.after, texts.before, j, columns[j], i)
        share = stream.get((i, j), 0) / len(held.loose)
        alone, joined = ratio(held.whole, held.partner), ratio(held.whole, held.both)
        result[i, j] = (
            _logit(value),
            _logit(first[i, j]),
            held.share,
            log(held.gain + 0.05),
            held.left,
            float(held.apart <= 3),
            joined,
            joined - alone,
            kept,
            share,
            share * kept**4,
        )
    return result


def _logit(value: float) -> float:
    value = min(max(value, 1e-6), 1 - 1e-6)
    return log(value / (1 - value))


class _Hold:
    """What a loose unit shares with `host`, and how much of that the host's partner lacks."""

    def __init__(self, texts: Texts, near: Side, far: Side, host: int, partner: int, loose: int) -> None:
        worth = texts.worth.__getitem__
        common = near.terms[host] & far.terms[loose]
        self.share = sum(map(worth, common)) / far.weight[loose]
        self.gain = sum(map(worth, common - far.terms[partner])) / far.weight[loose]
        self.left = 1 - sum(map(worth, near.terms[host] & far.terms[partner])) / near.weight[host]
        self.apart = abs(loose - partner)
        self.loose = far.symbols[loose]
        self.whole = near.symbols[host]
        self.partner = far.symbols[partner]
        first, last = sorted((loose, partner))
        self.both = far.symbols[first] + far.symbols[last]


def grow(figures: Figures, scores: Scores, links: Sequence[Link], least: float) -> list[Link]:
    """One further link for each loose unit that scores at least `least`, the surest first."""
    rows = {i for i, _ in links}
    found: list[Link] = []
    done: set[tuple[bool, int]] = set()
    for value, i, j in sorted((-scores[pair], *pair) for pair in figures):
        loose = (True, j) if i in rows else (False, i)
        if -value >= least and loose not in done:
            done.add(loose)
            found.append(Link(i, j, round(-value, 4), "growth"))
    return found
