"""Links of threads against those that a person judged: `python -m benchmarks.links`.

A link joins two wordings of a thread that follow one another and differ in words. `links.jsonl` holds
places and verdicts, no texts: right, if both are the same commitment, position or report reworded; wrong,
if the second is another subject. `--show 20` prints links that nobody judged yet, to be judged.
"""

from __future__ import annotations

import json
import random
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from p5diff.model.series import Series, Wording
from p5diff.workflows.load import load
from p5diff.workflows.series import woven

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
JUDGED = Path(__file__).with_name("links.jsonl")
SERIES = ("fomc-goals", "fomc", "quad", "g7")
"""The last two are reworded throughout from one text to the next."""


class Link(NamedTuple):
    """Two places, `FILE#SENTENCE` each."""

    before: str
    after: str


class Found(NamedTuple):
    """What the judged links say of a series."""

    right: int
    """Links drawn and judged right."""
    wrong: int
    """Links drawn and judged wrong."""
    lost: int
    """Links judged right and not drawn."""
    unjudged: int
    """Links drawn that nobody judged."""


def judged(name: str) -> dict[Link, bool]:
    """Link → whether it is right."""
    rows = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return {Link(row["before"], row["after"]): row["right"] for row in rows if row["series"] == name}


def texts(name: str) -> list[Path]:
    """The files of a series of ../shared, oldest first; none where it is missing."""
    return sorted(path for path in (DATA / name).glob("20*") if path.suffix in (".txt", ".md"))


def links(series: Series) -> dict[Link, tuple[Wording, Wording]]:
    """Every link that rewords something."""
    found = {}
    for thread in series.threads:
        said = list(thread.said())
        for one, other in pairwise(said):
            if one.text != other.text:
                found[Link(_place(series, one), _place(series, other))] = (one, other)
    return found


def _place(series: Series, wording: Wording) -> str:
    name = series.texts[series.statements.index(wording.statement)].id
    return f"{name}#{wording.sentences[0]}"


def measured(name: str) -> tuple[Found, dict[Link, tuple[Wording, Wording]]]:
    """A series of ../shared against its judged links."""
    drawn = links(woven([load(path) for path in texts(name)]).series)
    known = judged(name)
    right = {link for link, verdict in known.items() if verdict}
    kept = right & set(drawn)
    wrong = (set(known) - right) & set(drawn)
    unjudged = set(drawn) - set(known)
    return Found(len(kept), len(wrong), len(right - kept), len(unjudged)), drawn


def main(show: int = 0) -> None:
    """Print the figures, and some links to be judged."""
    for name in SERIES:
        if not texts(name):
            print(f"{name}: ../shared is not here")
            continue
        found, drawn = measured(name)
        share = found.right / max(found.right + found.wrong, 1)
        print(
            f"{name}: of the links drawn {found.right} are judged right, {found.wrong} wrong ({share:.1%}); "
            f"{found.lost} judged right are not drawn; {found.unjudged} are not judged"
        )
        todo = sorted(set(drawn) - set(judged(name)))
        for link in random.Random(name).sample(todo, min(show, len(todo))):
            one, other = drawn[link]
            print(f"  {link.before} > {link.after}\n    {one.text}\n    {other.text}")


if __name__ == "__main__":
    main(int(sys.argv[2]) if sys.argv[1:2] == ["--show"] else 0)
