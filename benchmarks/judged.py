"""Human-judged alignments: reading the sets, and scoring links against them.

Links to units that were not judged (`mask_new`) and links marked `optional` are not scored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / ".." / "shared" / "judged"
SETS = {
    "argrewrite": "en",
    "nist80053": "en",
    "asvs": "en",
    "twlaw": "zh",
    "bible_en": "en",
    "bible_fr": "fr",
}
"""Name of each set and its language."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Two lists of units and the links that people made between them."""

    id: str
    language: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    gold: frozenset[Pair]
    optional: frozenset[Pair]
    masked: frozenset[int]


@dataclass(slots=True, kw_only=True)
class Counts:
    """What was found, right and wrong; adds up over documents."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    hard_right: int = 0
    hard_wrong: int = 0
    hard_missed: int = 0
    new_right: int = 0
    new_wrong: int = 0
    new_missed: int = 0
    dropped_right: int = 0
    dropped_wrong: int = 0
    dropped_missed: int = 0
    moved_right: int = 0
    moved_missed: int = 0
    split_right: int = 0
    split_missed: int = 0
    merged_right: int = 0
    merged_missed: int = 0
    group_right: int = 0
    group_wrong: int = 0
    group_missed: int = 0
    many_right: int = 0
    many_wrong: int = 0
    many_missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    def f1(self, what: str = "") -> float:
        """F1 in per cent of all links (""), or of "hard_", "new_", "dropped_", "group_", "many_"."""
        right = 2 * getattr(self, what + "right")
        total = right + getattr(self, what + "wrong") + getattr(self, what + "missed")
        return 100 * right / total if total else 0.0

    def precision(self) -> float:
        return 100 * self.right / max(1, self.right + self.wrong)

    def recall(self, what: str = "") -> float:
        right = getattr(self, what + "right")
        return 100 * right / max(1, right + getattr(self, what + "missed"))


def load(name: str, folder: Path = FOLDER) -> list[Judged]:
    """The documents of one set."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [_judged(json.loads(line), SETS[name]) for line in lines]


def _judged(data: dict, language: str) -> Judged:
    return Judged(
        id=str(data["id"]),
        language=language,
        old=tuple(data["old"]),
        new=tuple(data["new"]),
        gold=frozenset((i, j) for i, j in data["gold"]),
        optional=frozenset((i, j) for i, j in data.get("optional", ())),
        masked=frozenset(data.get("mask_new", ())),
    )


def score(judged: Judged, links: Iterable[Pair]) -> Counts:
    """Count the links of one document."""
    gold = {p for p in judged.gold if p[1] not in judged.masked} - judged.optional
    found = {(i, j) for i, j in links if j not in judged.masked} - judged.optional
    counts = Counts(right=len(gold & found), wrong=len(found - gold), missed=len(gold - found))
    same = {(i, j) for i, j in gold | found if judged.old[i] == judged.new[j]}
    hard, hard_found = gold - same, found - same
    counts.hard_right = len(hard & hard_found)
    counts.hard_wrong, counts.hard_missed = len(hard_found - hard), len(hard - hard_found)
    _one_sided(judged, set(links), counts)
    _shapes(gold, found, counts)
    _groups(gold, found, counts)
    return counts


def _one_sided(judged: Judged, links: set[Pair], counts: Counts) -> None:
    """New and dropped units; dropped ones only where every new unit was judged."""
    maybe = judged.gold | judged.optional
    for side, size, what in ((1, len(judged.new), "new"), (0, len(judged.old), "dropped")):
        if side == 0 and judged.masked:
            continue
        skip = judged.masked if side else {p[0] for p in judged.optional}
        loose = {p[side] for p in judged.optional} - {p[side] for p in judged.gold}
        truth = set(range(size)) - {p[side] for p in maybe} - skip
        said = set(range(size)) - {p[side] for p in links} - skip - loose
        setattr(counts, what + "_right", len(truth & said))
        setattr(counts, what + "_wrong", len(said - truth))
        setattr(counts, what + "_missed", len(truth - said))


def _shapes(gold: set[Pair], found: set[Pair], counts: Counts) -> None:
    """Links that cross another; and whole groups of split and merged units found exactly."""
    crossing = crossings(sorted(gold))
    counts.moved_right, counts.moved_missed = len(crossing & found), len(crossing - found)
    for side, what in ((0, "split"), (1, "merged")):
        truth, said = _fans(gold, side), _fans(found, side)
        setattr(counts, what + "_right", sum(said.get(k) == v for k, v in truth.items()))
        setattr(counts, what + "_missed", sum(said.get(k) != v for k, v in truth.items()))


def _groups(gold: set[Pair], found: set[Pair], counts: Counts) -> None:
    """Whole groups found exactly: all ("group_"), and those that are not one to one ("many_")."""
    truth, said = connected(gold), connected(found)
    for what, least in (("group", 2), ("many", 3)):
        wanted, got = ({g for g in groups if len(g) >= least} for groups in (truth, said))
        setattr(counts, what + "_right", len(wanted & got))
        setattr(counts, what + "_wrong", len(got - wanted))
        setattr(counts, what + "_missed", len(wanted - got))


def connected(links: Iterable[Pair]) -> set[frozenset[tuple[int, int]]]:
    """The groups of units that links hold together, each unit as (side, number)."""
    groups: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for i, j in links:
        joined = groups.get((0, i), {(0, i)}) | groups.get((1, j), {(1, j)})
        groups.update(dict.fromkeys(joined, joined))
    return {frozenset(group) for group in groups.values()}


def crossings(links: Sequence[Pair]) -> set[Pair]:
    """The links that cross at least one other."""
    return {(i, j) for i, j in links if any((i - p) * (j - q) < 0 for p, q in links)}


def _fans(links: set[Pair], side: int) -> dict[int, frozenset[int]]:
    """Unit on one side → its partners, where there are several."""
    fans: dict[int, set[int]] = {}
    for pair in links:
        fans.setdefault(pair[side], set()).add(pair[1 - side])
    return {k: frozenset(v) for k, v in fans.items() if len(v) > 1}
