"""How well units are aligned: p5diff and baselines on human-judged sets and near-twins.

    python -m benchmarks.quality            all sets, p5diff beside every baseline installed
    python -m benchmarks.quality --only     p5diff alone
    python -m benchmarks.quality --cross 5  cross-validated figures and their spread

Prints Markdown tables. Needs ../shared/judged; baselines want scipy, redlines, collatex, php-wikidiff2.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterable

from benchmarks.baselines import BASELINES, SLOW, available
from benchmarks.judged import FOLDER, SETS, Counts, Judged, load, score
from benchmarks.twins import twins
from p5diff.align import align_sentences
from p5diff.align.settings import DEFAULT
from p5diff.text.tokens import printed_tokens

HEAD = (
    "| method | pair F1 | precision | recall | hard F1 | new F1 | dropped F1 | crossing found "
    "| split | merged | s |"
)


def _sets() -> dict[str, list[Judged]]:
    sets = {name: load(name) for name in SETS} if FOLDER.is_dir() else {}
    return sets | {"near-twins": twins()}


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
    dropped = f"{total.f1('dropped_'):.1f}" if total.dropped_right + total.dropped_missed else "–"
    crossing = f"{total.recall('moved_'):.1f}" if total.moved_right + total.moved_missed else "–"
    figures = f"{total.f1():.2f} | {total.precision():.1f} | {total.recall():.1f} | {total.f1('hard_'):.2f}"
    rest = f"{total.f1('new_'):.1f} | {dropped} | {crossing} | {split} | {merged} | {spent:.1f}"
    return f"| {name} | {figures} | {rest} |"


def _fits(name: str, documents: list[Judged]) -> bool:
    largest = max(sum(len(printed_tokens(u)) for u in d.old) for d in documents)
    return largest <= SLOW.get(name, largest)


def tables(only: bool) -> None:
    """One table for each set."""
    for name, documents in _sets().items():
        print(f"\n**{name}** ({len(documents)} documents)\n\n{HEAD}\n|{'---|' * 11}", flush=True)
        print(_row("**p5diff**", documents, _ours), flush=True)
        for baseline, method in BASELINES.items():
            if only or not available(baseline):
                continue
            if not _fits(baseline, documents):
                print(f"| {baseline} | too slow on texts of this size |" + " |" * 9, flush=True)
                continue
            print(_row(baseline, documents, lambda d, m=method: m(d.old, d.new)), flush=True)


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
