"""Near-twins: texts whose units differ in a word or two, made by rule, so the right links are known.

Five kinds: schedules (dates and amounts), resolutions (the same opening), lists of States,
definitions, and numbered obligations. Each is revised with a fixed seed: units dropped, added,
reworded lightly, and a few moved. A unit keeps what identifies it (its name, date or subject).
"""

from __future__ import annotations

import random

from benchmarks.judged import Judged

_STATES = "Arcadia Borduria Cascadia Drusselstein Elbonia Freedonia Genovia Hyrkania Illyria Jumonji".split()
_SUBJECTS = (
    "fissile material, uranium enrichment, plutonium separation, test explosions, missile launches, "
    "naval reactors, export controls, physical protection, nuclear accidents, peaceful uses, "
    "warhead storage, data exchange, joint exercises, hotline messages, site visits, research reactors"
).split(", ")
_MONTHS = "January February March April May June July August September October November December".split()
_VERBS = (
    "Recalling, Reaffirming, Noting, Welcoming, Stressing, Recognizing, Bearing in mind, Deploring".split(
        ", "
    )
)


def _schedule(dice: random.Random) -> list[str]:
    days = dice.sample([(m, d) for m in _MONTHS for d in range(1, 28)], 30)
    return [
        f"The instalment due on {d} {m} amounts to {dice.randrange(100, 999)} thousand units of account."
        for m, d in sorted(days, key=lambda x: (_MONTHS.index(x[0]), x[1]))
    ]


def _resolutions(dice: random.Random) -> list[str]:
    numbers = sorted(dice.sample(range(200, 2600), 30))
    return [
        f"{dice.choice(_VERBS)} its resolution {n} ({1970 + n // 50}) of {dice.randrange(1, 28)} "
        f"{dice.choice(_MONTHS)} on {dice.choice(_SUBJECTS)},"
        for n in numbers
    ]


def _states(dice: random.Random) -> list[str]:
    pairs = dice.sample([(s, t) for s in _STATES for t in _SUBJECTS], 30)
    return [
        f"The delegation of {s} submitted its annual report on {t} to the secretariat."
        for s, t in sorted(pairs)
    ]


def _definitions(dice: random.Random) -> list[str]:
    pairs = dice.sample([(a, b) for a in _SUBJECTS for b in _SUBJECTS if a < b], 30)
    return [f"For the purposes of this text, {a} does not include {b}." for a, b in pairs]


def _obligations(dice: random.Random) -> list[str]:
    pairs = dice.sample([(t, m) for t in _SUBJECTS for m in _MONTHS], 30)
    return [f"Each Party shall declare all {t} planned before {m} of the following year." for t, m in pairs]


_KINDS = (_schedule, _resolutions, _states, _definitions, _obligations)
_CHANGES = (
    ("The", "This"), ("shall", "will"), ("annual", "yearly"), ("its", "their"), ("all", "any"),
    ("does not include", "excludes"), ("on", "concerning"), ("amounts to", "is"), ("Each", "Every"),
)  # fmt: skip


def _reworded(text: str, dice: random.Random) -> str:
    padded = f" {text}"
    old, new = dice.choice([c for c in _CHANGES if f" {c[0]} " in padded])
    return padded.replace(f" {old} ", f" {new} ", 1)[1:]


def _revised(kind: int, seed: int) -> Judged:
    dice = random.Random(1000 * kind + seed)
    pool = _KINDS[kind](dice)
    extra = [t for t in _KINDS[kind](random.Random(77 + seed)) if t not in pool][:4]
    gone = set(dice.sample(range(len(pool)), 4))
    kept: list[tuple[int, str]] = [
        (k, _reworded(t, dice) if dice.random() < 0.5 else t) for k, t in enumerate(pool) if k not in gone
    ]
    for _ in range(2):
        kept.insert(dice.randrange(len(kept)), kept.pop(dice.randrange(len(kept))))
    for text in extra:
        kept.insert(dice.randrange(len(kept)), (-1, text))
    return Judged(
        id=f"{_KINDS[kind].__name__[1:]}-{seed}",
        language="en",
        old=tuple(pool),
        new=tuple(t for _, t in kept),
        gold=frozenset((k, j) for j, (k, _) in enumerate(kept) if k >= 0),
        optional=frozenset(),
        masked=frozenset(),
    )


def twins(count: int = 6) -> list[Judged]:
    """`count` revisions of each kind of text; the same ones every time."""
    return [_revised(kind, seed) for kind in range(len(_KINDS)) for seed in range(count)]
