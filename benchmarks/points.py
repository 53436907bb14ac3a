"""Whether the brief tells first what a diplomat would: weight-3 expectations among its five points.

    python -m benchmarks.points [FOLDER of pair_expectations.jsonl and texts]

The folder is `../shared` unless given. Which words must be read for an expectation is written here; they are
facts (a name, a figure), not sentences of the texts. `points.toml` holds the points of more pairs, which a
reader wrote down before any brief of them was read. Also: how long the page is on pairs of `../shared/data`.
"""

from __future__ import annotations

import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

from p5diff.report.brief import Brief, brief
from p5diff.report.terminal.brief import PAGE, brief_lines
from p5diff.workflows.compare import compare

WANTED: dict[tuple[str, str], tuple[str, ...]] = {
    ("spy-2023", "spy-2024"): ("Finland.*Germany", "keeps every commitment"),
    ("cri-2022", "cri-2023"): (
        "should not pay",
        "assist any CRI member",
        "Albania.*Colombia",
        "safe haven",
    ),
    ("fomc-2024-07-31", "fomc-2024-09-18"): (
        "lower the target range",
        "does not expect it will be appropriate",
        "supporting maximum employment",
    ),
}
"""Pairs, and for each expectation of weight 3 the words by which it is found told."""


def told(found: Brief) -> str:
    """What a page of 80 columns prints down to the topics: the answer and the points, as far as it shows
    their words. What is cut away is not told, nor what a ledger names without saying what became of it.
    """
    lines = ["".join(chunk.text for chunk in line) for line in brief_lines(found, 80)]
    ends = (at for at, line in enumerate(lines) if line.startswith("─"))
    printed = " ".join(" ".join(lines[: next(ends, None)]).split())
    unmarked = re.sub(r"\[-|-\]|\{\+|\+\}", "", printed)
    return re.sub(rf"(?<={_HAN}) (?={_HAN})", "", unmarked)


_HAN = "[\u3000-\u9fff\uff00-\uffef]"
"""Characters between which the end of a line is no space."""


def written_down(shared: Path) -> None:
    """The points of `points.toml`, told under the first five points or not."""
    pairs = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["pair"]
    counts: dict[tuple[int, bool], list[int]] = {}
    for pair in pairs:
        before, after = (_text(shared, pair[side]) for side in ("before", "after"))
        found = brief(compare(before, after))
        page = told(found)
        many = sum(point.count for point in found.points) > _MANY
        for point in pair["points"]:
            hit = re.search(point["words"], page) is not None
            count = counts.setdefault((point["weight"], many), [0, 0])
            count[0], count[1] = count[0] + hit, count[1] + 1
            name = f"{point['weight']}  {before.stem} → {after.stem}"
            print(f"{'told' if hit else 'NOT '}  {name}: {point['what']}")
    for weight in sorted({weight for weight, _ in counts}, reverse=True):
        few, more = (counts.get((weight, many), [0, 0]) for many in (False, True))
        hits, wanted = few[0] + more[0], few[1] + more[1]
        print(f"written down before, weight {weight}: {hits} of {wanted} are told", end="; ")
        print(f"{few[0]} of {few[1]} where at most {_MANY} changes are ranked, {more[0]} of {more[1]} beyond")


_MANY = 60
"""Changes under the points of a page beyond which it cannot tell a third of them: a text written anew."""


def _text(shared: Path, name: str) -> Path:
    """A text of `../shared/data`, or one of the project's own beside this file (`own/…`)."""
    if name.startswith("own/"):
        return Path(__file__).with_suffix("") / name.removeprefix("own/")
    return shared / "data" / name


def main(shared: Path) -> None:
    """Print what is told and what is not, then the length of the page on successive texts."""
    hits, wanted = 0, 0
    for (before, after), expected in WANTED.items():
        folder = shared / "data" / "joint"
        found = brief(compare(folder / f"{before}.md", folder / f"{after}.md"))
        for words in expected:
            hit = re.search(words, told(found)) is not None
            hits, wanted = hits + hit, wanted + 1
            print(f"{'told' if hit else 'NOT '}  {before} → {after}: {words}")
    print(f"{hits} of {wanted} expectations of weight 3 are told under the first five points")
    written_down(shared)
    longest = 0
    for name in ("quad", "fomc", "g7", "joint"):
        texts = sorted(p for p in (shared / "data" / name).iterdir() if p.suffix in {".md", ".txt"})
        for one, two in list(pairwise(texts))[:4]:
            found = brief(compare(one, two, before_language="en", after_language="en"))
            for width in (60, 80, 200):
                size = len(list(brief_lines(found, width)))
                longest = max(longest, size)
            print(f"{size:>4} lines at {width}: {one.name} → {two.name}")
    print(f"longest page {longest} of {PAGE}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared"))
