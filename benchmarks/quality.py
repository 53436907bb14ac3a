"""How well units are aligned: p5diff and baselines on human-judged sets and near-twins.

    python -m benchmarks.quality            all sets, p5diff beside every baseline installed
    python -m benchmarks.quality --only     p5diff alone
    python -m benchmarks.quality --cross 5  cross-validated figures and their spread

Prints Markdown tables. Needs ../shared/judged; a baseline that is not installed is left out, and the
last line says what it wants. A group is a set of units that links hold together; it counts where it is
found whole and with nothing else in it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterable

from benchmarks.baselines import BASELINES, Baseline
from benchmarks.judged import FOLDER, SETS, Counts, Judged, load, score
from benchmarks.twins import twins
from benchmarks.twins_more import more_twins
from p5diff.align import align_sentences
from p5diff.align.settings import DEFAULT
from p5diff.text.tokens import printed_tokens

HEAD = (
    "| method | pair F1 | precision | recall | hard F1 | new F1 | dropped F1 | crossing found "
    "| groups F1 | not 1-1 F1 | split | merged | s |"
)
COLUMNS = HEAD.count("|") - 1


def _sets() -> dict[str, list[Judged]]:
    sets = {name: load(name) for name in SETS} if FOLDER.is_dir() else {}
    return sets | {"near-twins": twins(), "more near-twins": more_twins()}


def _ours(judged: Judged) -> Iterable[tuple[int, int]]:
    return [(i, j) for i, j in align_sentences(judged.old, judged.new, language=judged.language)]


def _row(name: str, documents: list[Judged], method: Callable[[Judged], Iterable[tuple[int, int]]]) -> str:
    total = Counts()
    start = time.perf_counter()
    for judged in documents:
        total += score(judged, method(judged))
    spent = time.perf_counter() - start
    split = f"{total.split_right}/{total.split_right + total.split_missed}"
    merged = f"{total.merged_right}/{total.merged_right + total.merged_missed}"
    dropped = _figure(total, "dropped_")
    crossing = f"{total.recall('moved_'):.1f}" if total.moved_right + total.moved_missed else "–"
    figures = f"{total.f1():.2f} | {total.precision():.1f} | {total.recall():.1f} | {total.f1('hard_'):.2f}"
    groups = f"{total.f1('group_'):.1f} | {_figure(total, 'many_')} | {split} | {merged}"
    return (
        f"| {name} | {figures} | {total.f1('new_'):.1f} | {dropped} | {crossing} | {groups} | {spent:.1f} |"
    )


def _figure(total: Counts, what: str) -> str:
    """F1, or a dash where the set has nothing of the kind."""
    known = getattr(total, what + "right") + getattr(total, what + "missed")
    return f"{total.f1(what):.1f}" if known else "–"


def _fits(baseline: Baseline, documents: list[Judged]) -> bool:
    largest = max(sum(len(printed_tokens(u)) for u in side) for d in documents for side in (d.old, d.new))
    return baseline.most is None or largest <= baseline.most


def tables(only: bool) -> None:
    """One table for each set, then what is not installed."""
    chosen = {} if only else {name: b for name, b in BASELINES.items() if not b.missing()}
    for name, documents in _sets().items():
        print(f"\n**{name}** ({len(documents)} documents)\n\n{HEAD}\n|{'---|' * COLUMNS}", flush=True)
        print(_row("**p5diff**", documents, _ours), flush=True)
        for method, baseline in chosen.items():
            if not _fits(baseline, documents):
                print(f"| {method} | too slow on texts of this size |" + " |" * (COLUMNS - 2), flush=True)
                continue
            print(_row(method, documents, lambda d, b=baseline: b.links(d.old, d.new)), flush=True)
    left = [f"{name} (wants {', '.join(b.missing())})" for name, b in BASELINES.items() if b.missing()]
    if left and not only:
        print(f"\nLeft out, because something that they need is missing: {'; '.join(left)}.")


def cross(parts: int, seeds: int = 5) -> None:
    """Mean and spread of pair F1 when every part is judged by weights that never saw it."""
    from benchmarks.learn_weights import cases, cross_validate

    found = cases()
    point = (DEFAULT.accept, DEFAULT.accept_more)
    runs = [cross_validate(found, parts, seed, [point])[point] for seed in range(seeds)]
    print(
        f"| set | pair F1, {parts}-fold, mean of {seeds} partings | lowest–highest | crossing found |\n"
        "|---|---|---|---|"
    )
    for name in SETS:
        figures = [run[name].f1() for run in runs]
        moved = statistics.mean(run[name].recall("moved_") for run in runs)
        print(
            f"| {name} | {statistics.mean(figures):.2f} | {min(figures):.2f}–{max(figures):.2f} "
            f"| {f'{moved:.1f}' if moved else '–'} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="store_true", help="p5diff alone")
    parser.add_argument("--cross", type=int, default=0, help="cross-validate in this many parts")
    options = parser.parse_args()
    if options.cross:
        cross(options.cross)
    else:
        tables(options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
