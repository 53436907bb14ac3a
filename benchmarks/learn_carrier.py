"""Learn what the signs of a statement's edges count for, and write `p5diff/ingest/layout/carrier/weights.py`.

    python -m benchmarks.learn_carrier FOLDER …            write the table
    python -m benchmarks.learn_carrier FOLDER … --check    leave one lot out, then one page out; write nothing

FOLDER holds labelled pages (see `benchmarks/carrier_pages.py`); the pages of the tests and texts that carry
nothing are always there. The weights are those of two conditional logits, one over the places at which the
statement may begin and one over those at which it may end, with a ridge penalty. Right is a page where both
places are right; one that is not sure counts as asked. What carries nothing is right where nothing is cut.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks import carrier_pages as material
from benchmarks.carrier_pages import Labelled
from p5diff.ingest.layout import carrier
from p5diff.ingest.layout.carrier import edges
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.carrier.weights import BEGIN, END

PENALTY = 40.0
"""Of the ridge around the weights that stand: they were learned from 142 pages more than are there now, and
between 10 and 40 the lots left out differ by a page."""
PENALTY_OF_NEW = 0.5
"""The same for a sign that has no weight yet."""
PAIRS = 400
"""Pairs of places of a source that are learned from: the likeliest by the weights that stand."""
STEPS = 300
ROOT = Path(__file__).parent.parent
TABLE = ROOT / "p5diff/ingest/layout/carrier/weights.py"
WHOLES = {
    "data": ROOT.parent / "shared/data",
    "cases": ROOT.parent / "shared/cases/reading",
    "corpus": ROOT / "corpus",
    "docs": ROOT / "docs",
}

Vector = npt.NDArray[np.float64]


class Choice(NamedTuple):
    """The places of one source: the signs of each, and which are right."""

    signs: list[edges.Signs]
    right: list[bool]
    weight: float


class Example(NamedTuple):
    """A labelled source with what its places show."""

    labelled: Labelled
    page: PageSigns
    choices: list[Choice]


def examples(given: Iterable[Labelled]) -> list[Example]:
    """The sources with their places; one whose right places are none of those looked at says so."""
    return [Example(one, page := one.page(), _choices(one, page)) for one in given]


def _choices(one: Labelled, page: PageSigns) -> list[Choice]:
    """Whether a source begins with its statement, and which pair of places of those then left is right: the
    two steps of `edges.spans`. The names of signs say of which edge they are."""
    places, whole = edges.begins(page), 0 in one.begins
    begin = {
        place: {f"begin {name}": figure for name, figure in edges.begin_signs(page, place).items()}
        for place in places
    }
    first = Choice(list(begin.values()), [(place == 0) == whole for place in places], one.weight)
    pairs = [(b, e) for b in places if (b == 0) == whole for e in edges.ends(page, b)]
    right = {pair: pair[0] in one.begins and pair[1] in one.ends for pair in pairs}
    if not any(right.values()):
        print(f"  no pair of places is looked at that is right in {one.name}")
    shares = edges.spans(page)
    kept = sorted(pairs, key=lambda pair: (not right[pair], -shares.get(pair, 0.0)))[:PAIRS]
    signs = [
        begin[b] | {f"end {name}": figure for name, figure in edges.end_signs(page, b, e).items()}
        for b, e in kept
    ]
    both = Choice(signs, [right[pair] for pair in kept], one.weight)
    return [choice for choice in (first, both) if any(choice.right) and not all(choice.right)]


def learned(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights that make the right places likeliest."""
    stands = {f"begin {name}": figure for name, figure in BEGIN.items()}
    stands |= {f"end {name}": figure for name, figure in END.items()}
    names = sorted({*stands, *(name for choice in choices for signs in choice.signs for name in signs)})
    column = {name: index for index, name in enumerate(names)}
    counts = [len(choice.signs) for choice in choices]
    table = np.zeros((sum(counts), len(names)))
    for row, signs in enumerate(signs for choice in choices for signs in choice.signs):
        for name, figure in signs.items():
            table[row, column[name]] = figure
    right = np.concatenate([np.array(choice.right) for choice in choices])
    of = np.repeat(np.arange(len(choices)), counts)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    weight = np.array([choice.weight for choice in choices])
    known = np.array([stands.get(name, 0.0) for name in names])
    penalty = np.array([PENALTY if name in stands else PENALTY_OF_NEW for name in names])

    def loss(given: Vector) -> tuple[float, Vector]:
        sums = table @ given
        powers = np.exp(sums - np.maximum.reduceat(sums, starts)[of])
        wanted = np.where(right, powers, 0.0)
        every, good = np.add.reduceat(powers, starts), np.add.reduceat(wanted, starts)
        slope = table.T @ ((powers / every[of] - wanted / good[of]) * weight[of]) + penalty * (given - known)
        value = float((weight * (np.log(every) - np.log(good))).sum() + penalty / 2 @ (given - known) ** 2)
        return value, slope

    return dict(zip(names, map(float, minimised(loss, known)), strict=True))


def minimised(loss: Callable[[Vector], tuple[float, Vector]], at: Vector) -> Vector:
    """Where a smooth function is least, from a place on: a quasi-Newton method (L-BFGS) with halved steps."""
    value, slope = loss(at)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(STEPS):
        way, factors = slope.copy(), []
        for move, change in reversed(moves):
            factors.append((move @ way) / (change @ move))
            way -= factors[-1] * change
        way *= (
            (moves[-1][0] @ moves[-1][1]) / (moves[-1][1] @ moves[-1][1])
            if moves
            else 1 / max(1.0, float(np.linalg.norm(slope)))
        )
        for (move, change), factor in zip(moves, reversed(factors), strict=True):
            way += (factor - (change @ way) / (change @ move)) * move
        step = 1.0
        while True:
            then, slope_then = loss(at - step * way)
            if then <= value - 1e-4 * step * float(slope @ way) or step < 1e-10:
                break
            step /= 2
        move, change = -step * way, slope_then - slope
        if float(move @ change) > 1e-12:
            moves = [*moves[-11:], (move, change)]
        at = at + move
        done = abs(value - then) < 1e-8 * max(1.0, abs(value))
        value, slope = then, slope_then
        if done:
            break
    return at


def tables(given: Sequence[Example]) -> tuple[dict[str, float], dict[str, float]]:
    """Both tables, learned from sources."""
    weights = learned([choice for one in given for choice in one.choices])
    begin, end = (
        {name.removeprefix(edge): weight for name, weight in weights.items() if name.startswith(edge)}
        for edge in ("begin ", "end ")
    )
    return begin, end


def verdict(one: Example, begin: dict[str, float], end: dict[str, float]) -> str:
    """What the rules make of a source with these weights: right, asked, kept (all of it), wrong (too much) or
    cut (too little)."""
    found = edges.judged(one.page, begin, end)
    sure = found.span is not None and not found.span.doubtful and found.span.sure >= edges.SURE
    whole = 0 in one.labelled.begins and len(one.page.pieces) in one.labelled.ends
    if found.span is None or not sure:
        asks = found.span is not None and carrier.is_asked(one.page, found.span)
        return "asked" if asks else "right" if whole else "kept"
    right = found.span.start in one.labelled.begins and found.span.end in one.labelled.ends
    return "right" if right else "cut" if _is_cut(found.span, one) else "wrong"


def _is_cut(span: edges.StatementSpan, one: Example) -> bool:
    """Whether words of the text were lost: the gravest fault."""
    runs = one.page.runs
    return runs[span.start] > runs[max(one.labelled.begins)] or runs[span.end] < runs[min(one.labelled.ends)]


def check(given: Sequence[Example], *, each: bool, show: bool) -> None:
    """Figures of each lot, learned from the others; `each`: also of each page, learned from all others."""
    lots = list(dict.fromkeys(one.labelled.lot for one in given))
    print(f"{'lot left out':14}{'right':>7}{'asked':>7}{'kept':>7}{'wrong':>7}{'cut':>7}")
    for lot in lots:
        begin, end = tables([one for one in given if one.labelled.lot != lot])
        _line(lot, [(one, verdict(one, begin, end)) for one in given if one.labelled.lot == lot], show=show)
    if each:
        pages = [one for one in given if 0 not in one.labelled.begins]
        found = []
        for page in pages:
            begin, end = tables(
                [
                    one
                    for one in given
                    if one is not page and one.labelled.name != f"alone {page.labelled.name}"
                ]
            )
            found.append((page, verdict(page, begin, end)))
        _line("one page", found, show=show)


def _line(name: str, found: Sequence[tuple[Example, str]], *, show: bool) -> None:
    counts = Counter(said for _, said in found)
    figures = "".join(f"{counts[said]:7}" for said in ("right", "asked", "kept", "wrong", "cut"))
    print(f"{name:14}{figures} of {len(found)}", flush=True)
    for one, said in found:
        if show and said != "right":
            print(f"    {said:6} {one.labelled.name}")


def written(begin: dict[str, float], end: dict[str, float]) -> str:
    """The module of the weights."""

    def rows(table: dict[str, float]) -> str:
        kept = {name: round(weight, 2) for name, weight in table.items()}
        return "".join(
            f'    "{name}": {weight},\n'
            for name, weight in sorted(kept.items(), key=lambda item: -abs(item[1]))
        )

    return (
        '"""What each sign of an edge counts for, in log-odds; `edges.py` says what they are.\n\n'
        'Made by `benchmarks/learn_carrier.py`."""\n\nfrom __future__ import annotations\n\n'
        f"BEGIN: dict[str, float] = {{\n{rows(begin)}}}\nEND: dict[str, float] = {{\n{rows(end)}}}\n"
    )


def gathered(folders: Sequence[Path]) -> list[Labelled]:
    """All material."""
    pages = [one for folder in folders for one in material.labelled(folder)] + list(material.own_pages())
    others = [
        one for lot, folder in WHOLES.items() if folder.is_dir() for one in material.wholes(folder, lot)
    ]
    return [*pages, *material.alone(pages), *material.own_wholes(), *material.own_doubts(), *others]


def main() -> None:
    """Write the table, or check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--each", action="store_true", help="with --check: leave each page out, too")
    parser.add_argument("--show", action="store_true", help="what is not right")
    args = parser.parse_args()
    given = examples(gathered(args.folders))
    if args.check:
        check(given, each=args.each, show=args.show)
        return
    begin, end = tables(given)
    TABLE.write_text(written(begin, end), encoding="utf-8")
    _line("all, seen", [(one, verdict(one, begin, end)) for one in given], show=args.show)


if __name__ == "__main__":
    main()
