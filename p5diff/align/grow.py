"""Many to many: units that were split, merged, or both.

A unit without a partner may belong to one that has a partner, if it holds words of that one
which the partner does not hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.align.choose import Scores
from p5diff.align.links import Link
from p5diff.align.settings import Settings
from p5diff.align.units import Texts


def grow(texts: Texts, links: Sequence[Link], scores: Scores, settings: Settings) -> list[Link]:
    """Further links for units that have none, to units that have one."""
    rows = {i: j for i, j in links}
    columns = {j: i for i, j in links}
    found: list[Link] = []
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if (i in rows) == (j in columns):
            continue
        value = _gain(texts, i, j, rows, columns)
        if value >= settings.accept_more:
            found.append(Link(i, j, round(value, 4), "growth"))
            rows.setdefault(i, j)
            columns.setdefault(j, i)
    return found


def _gain(texts: Texts, i: int, j: int, rows: dict[int, int], columns: dict[int, int]) -> float:
    """Share of the loose unit's words that the other holds and its partner does not."""
    ours, theirs = texts.before, texts.after
    worth = texts.worth.__getitem__
    shared = ours.terms[i] & theirs.terms[j]
    if i in rows:
        return sum(map(worth, shared - theirs.terms[rows[i]])) / theirs.weight[j]
    return sum(map(worth, shared - ours.terms[columns[j]])) / ours.weight[i]
