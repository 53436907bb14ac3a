"""Invented texts in eight languages, rewritten thoroughly, with links set by hand (rewritten.toml).

Four lots: the first was written before anything was measured, the second before there was a pass for
such texts (`passes/in_order.py`), the third and the fourth each when what was there was finished.

python -m benchmarks.rewritten           what `diff` and `align_sentences` make of each
python -m benchmarks.rewritten --show    besides, every link that is wrong or missing
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from benchmarks.as_shown import links_shown, new_precision
from benchmarks.judged import Counts, Judged, Pair, score
from p5diff.align import align_sentences

FILE = Path(__file__).with_name("rewritten.toml")
LOTS = (1, 2, 3, 4)


def _gold(links: str) -> frozenset[Pair]:
    """The pairs of "1:1 2+3:2", where numbers begin at 1."""
    found = set()
    for group in links.split():
        before, after = ([int(n) - 1 for n in side.split("+")] for side in group.split(":"))
        found.update((i, j) for i in before for j in after)
    return frozenset(found)


def rewritten(*lots: int) -> list[Judged]:
    """The texts of these lots (all where none is named), in the order of the file."""
    return [
        Judged(
            id=pair["id"],
            language=pair["language"],
            old=tuple(pair["before"]),
            new=tuple(pair["after"]),
            gold=_gold(pair["links"]),
            optional=frozenset(),
            masked=frozenset(),
        )
        for pair in tomllib.loads(FILE.read_text(encoding="utf-8"))["pair"]
        if pair["lot"] in (lots or LOTS)
    ]


def _row(name: str, counts: Counts) -> str:
    groups = f"{counts.many_right} of {counts.many_right + counts.many_missed}"
    news = f"{counts.new_right} of {counts.new_right + counts.new_wrong}"
    return f"| {name} | {counts.f1():.1f} | {counts.wrong} | {news} | {new_precision(counts)} | {groups} |"


def main() -> int:
    print("| text | pair F1 | wrong links | new that are | new, precision | n:m whole |")
    print("|---|---|---|---|---|---|")
    for lot in LOTS:
        shown, found = Counts(), Counts()
        for judged in rewritten(lot):
            links = links_shown(judged)
            own = score(judged, links)
            shown += own
            found += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
            print(_row(judged.id, own))
            if "--show" in sys.argv:
                for word, pairs in (("missing", judged.gold - {*links}), ("wrong", {*links} - judged.gold)):
                    for i, j in sorted(pairs):
                        print(f"    {word}: {judged.old[i]}\n        {judged.new[j]}")
        print(_row(f"lot {lot}, as `diff` shows it", shown))
        print(_row(f"lot {lot}, `align_sentences`", found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
