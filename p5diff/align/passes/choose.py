"""Choose one partner for each unit: the surest pairs first, each unit once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from p5diff.align.passes.links import Link

Scores = Mapping[tuple[int, int], float]


def one_to_one(scores: Scores, taken: Iterable[tuple[int, int]], least: float, found_by: str) -> list[Link]:
    """Links of at least `least`, the surest first; ties go to the pair that stands first."""
    rows = {i for i, _ in taken}
    columns = {j for _, j in taken}
    ranked = sorted((-score, i, j) for (i, j), score in scores.items() if score >= least)
    links = []
    for score, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            links.append(Link(i, j, round(-score, 4), found_by))
    return links
