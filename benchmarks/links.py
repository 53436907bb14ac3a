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
FARTHER = {
    "quad 1-3": ("quad/2021-03-12.md", "quad/2022-05-24.md"),
    "quad 2-4": ("quad/2021-09-24.md", "quad/2023-05-20.md"),
    "quad 1-4": ("quad/2021-03-12.md", "quad/2023-05-20.md"),
    "cri": ("joint/cri-2021.md", "joint/cri-2022.md", "joint/cri-2023.md"),
    "cri 1-3": ("joint/cri-2021.md", "joint/cri-2023.md"),
    "bbnj": ("real/a-res-78-272.en.pdf", "real/a-res-79-271.en.pdf"),
    "quad back": ("quad/2023-05-20.md", "quad/2022-05-24.md", "quad/2021-09-24.md", "quad/2021-03-12.md"),
    "quad 3-1": ("quad/2022-05-24.md", "quad/2021-03-12.md"),
    "quad 4-2": ("quad/2023-05-20.md", "quad/2021-09-24.md"),
    "quad 4-1": ("quad/2023-05-20.md", "quad/2021-03-12.md"),
    "g7 back": ("g7/2022-09-23.md", "g7/2022-05-08.md", "g7/2022-03-24.md"),
    "cri back": ("joint/cri-2023.md", "joint/cri-2022.md", "joint/cri-2021.md"),
    "bbnj back": ("real/a-res-79-271.en.pdf", "real/a-res-78-272.en.pdf"),
    "spy": ("joint/spy-2023.md", "joint/spy-2024.md"),
    "fomc 2024": ("joint/fomc-2024-07-31.md", "joint/fomc-2024-09-18.md"),
    "fomc far": tuple(
        f"fomc/{day}.txt" for day in ("20120125", "20130130", "20140129", "20150128", "20160127")
    ),
    "fomc far 2": tuple(f"fomc/{day}.txt" for day in ("20120313", "20130619", "20140917", "20151216")),
    "fomc-goals far": tuple(f"fomc-goals/{day}.md" for day in ("2012-01-24", "2020-08-27", "2025-08-22")),
    "cop21": ("cop21/9-dec-2015.md", "cop21/12-dec-2015.md"),
    "covenant ru": ("covenant/ru-1.3.md", "covenant/ru-1.4.md", "covenant/ru-2.0.md"),
    "covenant ru 1-3": ("covenant/ru-1.3.md", "covenant/ru-2.0.md"),
    "covenant ar": ("covenant/ar-1.4.md", "covenant/ar-2.1.md"),
    "covenant fr 1-3": ("covenant/fr-1.3.md", "covenant/fr-2.0.md"),
    "covenant zh 1-3": ("covenant/zh-1.4.md", "covenant/zh-2.1.md"),
    "covenant ru back": ("covenant/ru-2.0.md", "covenant/ru-1.4.md", "covenant/ru-1.3.md"),
    "covenant ar back": ("covenant/ar-2.1.md", "covenant/ar-1.4.md"),
    "covenant fr back": ("covenant/fr-2.0.md", "covenant/fr-1.4.md", "covenant/fr-1.3.md"),
    "covenant zh back": ("covenant/zh-2.1.md", "covenant/zh-2.0.md", "covenant/zh-1.4.md"),
    "cop21 back": ("cop21/12-dec-2015.md", "cop21/9-dec-2015.md"),
    "fomc back": tuple(
        f"fomc/{day}.txt" for day in ("20160727", "20151216", "20141217", "20131218", "20121212")
    ),
    "fomc far 3": tuple(
        f"fomc/{day}.txt" for day in ("20120425", "20130320", "20140430", "20150429", "20160427")
    ),
    "fomc-goals back": tuple(
        f"fomc-goals/{day}.md"
        for day in ("2025-08-22", "2021-01-26", "2019-01-29", "2015-01-27", "2013-01-29")
    ),
    "res 48-79": (
        "real/a-res-48-263.en.pdf",
        "real/a-res-78-272.en.pdf",
        "real/a-res-79-271.en.pdf",
    ),
    "res 48-79 apart": ("real/a-res-48-263.en.pdf", "real/a-res-79-271.en.pdf"),
    "res 78-48": ("real/a-res-78-272.en.pdf", "real/a-res-48-263.en.pdf"),
    "prepcom": ("real/prepcom-report-2026-04.en.pdf", "real/a-res-79-271.en.pdf"),
    "article 6": ("cop21/12-dec-2015.md", "real/unfccc-art-6.2-draft.en.docx"),
    "fomc 2024 back": ("joint/fomc-2024-09-18.md", "joint/fomc-2024-07-31.md"),
}
"""Texts that stand further apart, or in the order against time: what two texts share, other words tell.
Those of resolutions, "prepcom" and "article 6" are no series: what their texts share is form."""
REWORDED = ("quad", "g7", *list(FARTHER)[:13])
"""Those in which nearly everything is said in other words."""


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
    """The files of a series of ../shared in its order; none where it is missing."""
    if name in FARTHER:
        return [DATA / file for file in FARTHER[name] if (DATA / file).exists()]
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
    total = {True: Found(0, 0, 0, 0), False: Found(0, 0, 0, 0)}
    for name in (*SERIES, *FARTHER):
        if not texts(name):
            print(f"{name}: ../shared is not here")
            continue
        found, drawn = measured(name)
        reworded = name in REWORDED
        total[reworded] = Found(*(one + more for one, more in zip(total[reworded], found, strict=True)))
        share = found.right / max(found.right + found.wrong, 1)
        print(
            f"{name}: of the links drawn {found.right} are judged right, {found.wrong} wrong ({share:.1%}); "
            f"{found.lost} judged right are not drawn; {found.unjudged} are not judged"
        )
        todo = sorted(set(drawn) - set(judged(name)))
        for link in random.Random(name).sample(todo, min(show, len(todo))):
            one, other = drawn[link]
            print(f"  {link.before} > {link.after}\n    {one.text}\n    {other.text}")
    for reworded, found in total.items():
        kind = "reworded throughout" if reworded else "others"
        share = found.right / max(found.right + found.wrong, 1)
        print(f"{kind}: {found.right} right, {found.wrong} wrong ({share:.1%}), {found.lost} lost")


if __name__ == "__main__":
    main(int(sys.argv[2]) if sys.argv[1:2] == ["--show"] else 0)
