"""The judged sets with neighbouring units joined by a fixed seed: texts rich in splits and merges.

Sets judged by people have few groups that are not one to one. Where two units of a side that stand beside
each other become one, the links of both are its links; so the truth stays what people said it is.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.judged import Judged, load
from p5diff import language as languages

_SHARES = ((0.2, 0.2), (0.35, 0.05), (0.05, 0.35))
"""Share of the units before and after that are joined to the one in front, document after document: a
book set in other verses, a text made simpler, and the way back."""
SOURCES = ("bible_en", "bible_fr", "argrewrite", "twlaw")


def joins(name: str) -> list[Judged]:
    """The documents of one judged set, some of their units joined."""
    return [_joined(judged, *_SHARES[k % len(_SHARES)]) for k, judged in enumerate(load(name))]


def _joined(judged: Judged, before: float, after: float) -> Judged:
    chance = random.Random(f"joins-{judged.id}")
    gap = languages.get(judged.language).SEPARATOR
    old, ours = _side(judged.old, before, chance, gap)
    new, theirs = _side(judged.new, after, chance, gap)
    return Judged(
        id=judged.id,
        language=judged.language,
        old=old,
        new=new,
        gold=frozenset((ours[i], theirs[j]) for i, j in judged.gold),
        optional=frozenset((ours[i], theirs[j]) for i, j in judged.optional),
        masked=frozenset(theirs[j] for j in judged.masked),
    )


def _side(
    units: Sequence[str], share: float, chance: random.Random, gap: str
) -> tuple[tuple[str, ...], list[int]]:
    """The units of one side, and the new number of each old one."""
    made: list[str] = []
    numbers = []
    for unit in units:
        if made and chance.random() < share:
            made[-1] += gap + unit
        else:
            made.append(unit)
        numbers.append(len(made) - 1)
    return tuple(made), numbers
