"""Sentences that take another's place: every link of such a one is wrong.

python -m benchmarks.replaced     how many of them are linked all the same

In the judged sets whose order is kept, one unit in eight of those that correspond one to one is replaced by a
unit of another document that is as long; what stands around it stays as it is. So place speaks for a link,
and nothing else does but the words of a common subject.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.judged import FOLDER, Judged, load
from p5diff.align import align_sentences

SOURCES = ("argrewrite", "bible_en", "bible_fr")
SHARE = 1 / 8
_CHOICE = 30
"""Units drawn, of which the one nearest in length is taken."""


def replaced(name: str) -> list[tuple[Judged, frozenset[int]]]:
    """The documents of one set, and which of their new units were put in another's place."""
    documents = load(name)
    return [_replaced(judged, documents) for judged in documents if not judged.masked]


def _replaced(judged: Judged, documents: Sequence[Judged]) -> tuple[Judged, frozenset[int]]:
    dice = random.Random(f"replaced-{judged.id}")
    strangers = [unit for other in documents if other.id != judged.id for unit in other.new]
    rows, columns = Counter(i for i, _ in judged.gold), Counter(j for _, j in judged.gold)
    new, gone = list(judged.new), set()
    for i, j in sorted(judged.gold - judged.optional):
        if rows[i] == 1 == columns[j] and dice.random() < SHARE:
            size = len(new[j])
            new[j] = min(dice.sample(strangers, _CHOICE), key=lambda unit: abs(len(unit) - size))
            gone.add((i, j))
    changed = replace(judged, new=tuple(new), gold=judged.gold - gone)
    return changed, frozenset(j for _, j in gone)


def linked(name: str) -> tuple[int, int, int]:
    """Units put in another's place, how many of them are linked, and how many at 0.7 and more."""
    places = found = sure = 0
    for judged, wrong in replaced(name):
        places += len(wrong)
        for link in align_sentences(judged.old, judged.new, language=judged.language):
            if link.after in wrong:
                found += 1
                sure += link.confidence >= 0.7
    return places, found, sure


def main() -> int:
    if not FOLDER.is_dir():
        print("../shared/judged is not here")
        return 0
    print("| set | put in another's place | linked | at 0.7 and more |\n|---|---|---|---|")
    for name in SOURCES:
        print("| {} | {} | {} | {} |".format(name, *linked(name)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
