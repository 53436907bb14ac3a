"""Learn the weights of the alignment on the judged sets, and write `p5diff/align/scoring/weights.py`.

    python -m benchmarks.learn_weights            write the table
    python -m benchmarks.learn_weights --check 3  cross-validate only, in three parts

A plain logistic regression (Newton's method, ridge penalty 1) over the figures that the passes
themselves measure, pass after pass, so that each pass learns what the one before it really does.
Held-out parts are whole documents; the two sets that are one document are parted by new unit.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from benchmarks.judged import SETS, Counts, Judged, load, score
from p5diff import language as languages
from p5diff.align import engine
from p5diff.align.passes.ground import grounded
from p5diff.align.scoring.features import Figures
from p5diff.align.scoring.score import NAMES
from p5diff.align.settings import DEFAULT
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for

PENALTY = 1.0
SHARE = {"argrewrite": 1.0, "nist80053": 1.0, "asvs": 1.0, "twlaw": 0.5}
"""What one example of each set counts: the Chinese laws have far more of them."""
OFF_TABLE = {"topics": 0.5, "foreign": -2.0}
"""Weights of figures that the judged sets do not have: set by hand, per unit of log-odds."""
TARGET = Path(__file__).resolve().parents[1] / "p5diff" / "align" / "weights.py"

Tables = dict[str, dict[str, float]]


@dataclass(slots=True)
class Case:
    """One document with what the passes know of it; `train` and `test` are new units."""

    name: str
    judged: Judged
    state: engine.State
    train: frozenset[int] = frozenset()
    test: frozenset[int] = frozenset()
    growth: Figures = field(default_factory=dict)


def cases() -> list[Case]:
    result = []
    for name in SETS:
        for judged in load(name):
            state = engine.start(
                judged.old, judged.new, DEFAULT, reader_for(languages.get(judged.language)), Hints()
            )
            state.wording = engine.wording(state.texts, state.pairs, state.hints)
            units = frozenset(range(len(judged.new))) - judged.masked
            result.append(Case(name, judged, state, train=units))
    return result


def learn(found: Sequence[Case]) -> Tables:
    """Every table, each learned on what the tables before it lead to."""
    tables: Tables = {}
    tables["wording"] = _fit(found, [c.state.wording for c in found], "wording")
    for case in found:
        case.state.tables = tables
        engine.judge_wording(case.state)
    for table in ("first", "second"):
        figures = [engine.place_figures(case.state) for case in found]
        tables[table] = _fit(found, figures, table)
        for case, own in zip(found, figures, strict=True):
            engine.judge_place(case.state, table, own)
    figures = [_growth_figures(case.state) for case in found]
    tables["growth"] = _fit(found, figures, "growth")
    return tables


def _growth_figures(state: engine.State) -> Figures:
    """Growth starts from the one-to-one choice; the certain links are left as they were."""
    certain = list(state.links)
    engine.choose(state)
    figures = engine.growth_figures(state)
    state.links = certain
    return figures


def _fit(found: Sequence[Case], figures: Sequence[Figures], table: str) -> dict[str, float]:
    rows, right, share = [], [], []
    for case, own in zip(found, figures, strict=True):
        for pair, values in own.items():
            if pair[1] in case.train and pair not in case.judged.optional:
                rows.append(values)
                right.append(pair in case.judged.gold)
                share.append(SHARE[case.name])
    names = NAMES[table]
    weights = _newton(np.array(rows, float), np.array(right, float), np.array(share, float))
    result = dict(zip((*names, "bias"), (round(float(w), 3) for w in weights), strict=True))
    return result | {name: value for name, value in OFF_TABLE.items() if name in names}


def _newton(rows: np.ndarray, right: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Weights and, last, the bias. Figures are put on one scale first, so the penalty is fair."""
    scale = rows.std(axis=0)
    scale[scale == 0] = np.inf
    data = np.hstack([rows / scale, np.ones((len(rows), 1))])
    weights = np.zeros(data.shape[1])
    ridge = np.full(data.shape[1], PENALTY)
    ridge[-1] = 1e-6
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(data @ weights, -30, 30)))
        slope = data.T @ (share * (chance - right)) + ridge * weights
        curve = (data * (share * chance * (1 - chance))[:, None]).T @ data + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights / np.append(scale, 1.0)


def links(case: Case, tables: Tables, accept: float, accept_more: float) -> list[tuple[int, int]]:
    """What the engine would link with these tables."""
    state, certain = case.state, list(case.state.links)
    state.tables = tables
    state.settings = replace(DEFAULT, accept=accept, accept_more=accept_more)
    engine.judge_wording(state)
    for table in ("first", "second"):
        engine.judge_place(state, table, engine.place_figures(state))
    engine.choose(state)
    engine.judge_growth(state)
    result, state.links = state.links, certain
    if state.wording:
        result = grounded(state.texts, result, DEFAULT.ground, state.hints)
    return [(i, j) for i, j in result]


def cross_validate(found: Sequence[Case], parts: int, seed: int, grid: Sequence[tuple[float, float]]) -> dict:
    """(accept, accept_more) → set → counts, each document or unit judged by tables that never saw it."""
    totals = {point: {name: Counts() for name in SETS} for point in grid}
    part = _parts(found, parts, seed)
    for held in range(parts):
        for case, own in zip(found, part, strict=True):
            case.test = frozenset(j for j, p in own.items() if p == held)
            case.train = frozenset(own) - case.test
        tables = learn(found)
        for case in found:
            if not case.test:
                continue
            for point in grid:
                totals[point][case.name] += score(_only(case), links(case, tables, *point))
    return totals


def _parts(found: Sequence[Case], parts: int, seed: int) -> list[dict[int, int]]:
    dice = random.Random(seed)
    result = []
    for case in found:
        units = sorted(frozenset(range(len(case.judged.new))) - case.judged.masked)
        if case.name in ("nist80053", "asvs"):
            order = [k % parts for k in range(len(units))]
            dice.shuffle(order)
            result.append(dict(zip(units, order, strict=True)))
        else:
            result.append(dict.fromkeys(units, dice.randrange(parts)))
    return result


def _only(case: Case) -> Judged:
    own = case.judged
    masked = frozenset(range(len(own.new))) - case.test
    return Judged(
        id=own.id, language=own.language, old=own.old, new=own.new, gold=own.gold, optional=own.optional,
        masked=masked if len(masked) > len(own.masked) or own.masked else own.masked,
    )  # fmt: skip


def write(tables: Tables) -> None:
    lines = [
        '"""How much each figure counts, in log-odds per unit. Made by `benchmarks/learn_weights.py`."""',
        "",
        "from __future__ import annotations",
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for table, weights in tables.items():
        lines.append(f'    "{table}": {{')
        lines += [f'        "{name}": {value},' for name, value in weights.items()]
        lines.append("    },")
    lines += ["}", '"""Table → figure → weight. `bias` is what a pair with all figures 0 starts from."""', ""]
    TARGET.write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", type=int, default=0, help="number of parts to cross-validate in")
    parser.add_argument("--seeds", type=int, default=1)
    options = parser.parse_args()
    found = cases()
    if not options.check:
        write(learn(found))
        return 0
    grid = [(a, b) for a in (0.3, 0.35) for b in (0.4, 0.45)]
    for seed in range(options.seeds):
        for point, totals in cross_validate(found, options.check, seed, grid).items():
            cells = [
                f"{n} {c.f1():.2f} (P{c.precision():.1f} R{c.recall():.1f} x{c.recall('moved_'):.1f})"
                for n, c in totals.items()
            ]
            print(seed, point, "  ".join(cells), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
