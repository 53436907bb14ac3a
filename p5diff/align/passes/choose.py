"""Choose one partner for each unit: the surest pairs first, each unit once.

Worked example. A–a 0.9, A–b 0.8, B–a 0.7, B–b 0.4: A–a comes first and takes both A and a, so that A–b
and B–a fall away, and B–b is chosen if it is likely enough.
"""

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
