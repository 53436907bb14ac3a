"""Certain links: units that are the same, first in print, then as compared.

A unit that occurs once on each side is an anchor. Repeated ones ("Annex", "(reserved)") join
their neighbours: first those that stand next to a link, then the rest in order.

Worked example. Before: A "Annex", B "They met.", C "Annex", D "They left." After: a "They met.", b
"Annex", c "They left." B–a and D–c are anchors, each being there once on both sides. "Annex" is not;
C–b stands between the two anchors and joins them, and A is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.align.passes.links import Link


def anchors(before: Sequence[str], after: Sequence[str], taken: Sequence[Link], found_by: str) -> list[Link]:
    """Links between equal units that no link of `taken` has yet; empty units are left out."""
    linked = dict(taken)
    back = {j: i for i, j in linked.items()}
    ours, theirs = _places(before, linked), _places(after, back)
    for text, left in ours.items():
        right = theirs.get(text, [])
        if len(left) == 1 == len(right):
            linked[left[0]] = right[0]
            back[right[0]] = left[0]
    known = set(linked)
    _spread(before, after, linked, back)
    _in_order(ours, theirs, linked, back)
    old = {(i, j) for i, j in taken}
    return [
        Link(i, j, 1.0 if i in known else 0.95, found_by)
        for i, j in sorted(linked.items())
        if (i, j) not in old
    ]


def _places(texts: Sequence[str], linked: dict[int, int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        if text and i not in linked:
            places.setdefault(text, []).append(i)
    return places


def _spread(
    before: Sequence[str], after: Sequence[str], linked: dict[int, int], back: dict[int, int]
) -> None:
    """From each link outwards, as long as the next units are the same too."""
    for step in (1, -1):
        for i in sorted(linked, reverse=step < 0):
            j = linked[i]
            while True:
                i, j = i + step, j + step  # noqa: PLW2901
                if not (0 <= i < len(before) and 0 <= j < len(after)) or i in linked or j in back:
                    break
                if not before[i] or before[i] != after[j]:
                    break
                linked[i], back[j] = j, i


def _in_order(
    ours: dict[str, list[int]], theirs: dict[str, list[int]], linked: dict[int, int], back: dict[int, int]
) -> None:
    """What is repeated and not yet linked: the first with the first, if the numbers agree."""
    for text, left in ours.items():
        left = [i for i in left if i not in linked]  # noqa: PLW2901
        right = [j for j in theirs.get(text, ()) if j not in back] if left else []
        for i, j in zip(left, right, strict=False):
            linked[i], back[j] = j, i
