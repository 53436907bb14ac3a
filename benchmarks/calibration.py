"""How far a confidence can be trusted: of the links that say 0.8, are eight in ten right?

    python -m benchmarks.calibration     tables by confidence, by length of the shorter unit, by set

Links of the passes `exact` and `folded` are certain and left out. The expected calibration error is the mean
distance between what links say and how often they are right, over ten steps of confidence. Few links are
never exactly as often right as they say: `by chance` is the error that links right just as often as they say
stay below nineteen times in twenty.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.judged import FOLDER, SETS, Judged, load
from benchmarks.strangers import strangers
from p5diff import language as languages
from p5diff.align import align_sentences
from p5diff.align.units.lexicon import reader_for

STEPS = 10
LENGTHS = ((4, "1–4"), (9, "5–9"), (19, "10–19"), (sys.maxsize, "20 and more"))
CERTAIN = frozenset({"exact", "folded"})


class Said(NamedTuple):
    """One link: what it says, whether it is right, words of its shorter unit, its set."""

    confidence: float
    right: bool
    words: int
    kind: str


def said(documents: Iterable[Judged], kind: str) -> Iterator[Said]:
    """The weighed links of some documents that people judged."""
    for judged in documents:
        reader = reader_for(languages.get(judged.language))
        for link in align_sentences(judged.old, judged.new, language=judged.language):
            pair = (link.before, link.after)
            if link.found_by in CERTAIN or pair in judged.optional or link.after in judged.masked:
                continue
            words = [len(reader.words(text)) for text in (judged.old[link.before], judged.new[link.after])]
            yield Said(link.confidence, pair in judged.gold, min(words), kind)


def error(links: Sequence[Said]) -> float:
    """Expected calibration error [0, 1]."""
    steps: dict[int, list[Said]] = defaultdict(list)
    for link in links:
        steps[min(STEPS - 1, int(link.confidence * STEPS))].append(link)
    off = [abs(sum(x.confidence for x in some) - sum(x.right for x in some)) for some in steps.values()]
    return sum(off) / max(1, len(links))


DRAWS = 400
"""Draws for the error by chance: it differs by 0.002 between seeds."""


def by_chance(links: Sequence[Said]) -> float:
    """The error [0, 1] that links right as often as they say stay below in 95 of 100 draws."""
    dice = random.Random(len(links))
    drawn = sorted(
        error([link._replace(right=dice.random() < link.confidence) for link in links]) for _ in range(DRAWS)
    )
    return drawn[DRAWS * 95 // 100]


def length(link: Said) -> str:
    """The row of the table by length."""
    return next(name for most, name in LENGTHS if link.words <= most)


def _row(name: str, links: Sequence[Said]) -> str:
    count = max(1, len(links))
    mean = sum(x.confidence for x in links) / count
    right = sum(x.right for x in links) / count
    sure = [x for x in links if x.confidence >= 0.8]
    held = f"{sum(x.right for x in sure)} of {len(sure)}"
    off = f"{error(links):.3f} | {by_chance(links):.3f}"
    return f"| {name} | {len(links)} | {mean:.3f} | {right:.3f} | {off} | {held} |"


def main() -> int:
    if not FOLDER.is_dir():
        print("../shared/judged is not here")
        return 0
    links = [link for name in SETS for link in said(load(name), name)]
    links += said(strangers(), "strangers")
    head = (
        "| {} | links | say | are right | error | by chance | right of those at 0.8 and more |\n"
        "|---|---|---|---|---|---|---|"
    )
    rows: tuple[tuple[str, Sequence[str], object], ...] = (
        ("set", [*SETS, "strangers"], lambda x: x.kind),
        ("words of the shorter unit", [name for _, name in LENGTHS], length),
        ("said", [f"0.{k}" for k in range(3, STEPS)], lambda x: f"0.{min(9, int(x.confidence * STEPS))}"),
    )
    for title, names, of in rows:
        print(head.format(title))
        for name in names:
            print(_row(name, [x for x in links if of(x) == name]))  # type: ignore[operator]
        print(_row("all", links), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
