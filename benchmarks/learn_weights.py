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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.coordination import coordinations
from benchmarks.joins import joins
from benchmarks.judged import Counts, Judged, Pair, load, score
from benchmarks.strangers import strangers
from benchmarks.twins_more import more_twins
from p5diff import language as languages
from p5diff.align import engine
from p5diff.align.passes.together import Together
from p5diff.align.scoring.features import Figures
from p5diff.align.scoring.joined import JoinedBlock
from p5diff.align.scoring.score import KINDS, NAMES, Kind
from p5diff.align.settings import DEFAULT
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for

PENALTY = 1.0
OF_KIND = 3.0
"""Penalty on what the kind of text adds to a weight: at 1 the growth of near-twins is learned by heart, at 60
a repeated opening is taken for content again."""
MADE = "coordination"
"""The texts made by rule in six languages, so that a repeated opening is learned to be no content."""
STRANGERS = "strangers"
"""Texts that do not correspond, so that a shared subject is learned to be no link."""
TWINS = "more near-twins"
"""Texts whose units differ in a word or two; the other near-twins stay unseen."""
JOINED = "joined "
"""Sets with neighbours joined (`benchmarks/joins.py`): growth alone is learned from them."""
SHARE = {
    "argrewrite": 1.0,
    "nist80053": 1.0,
    "asvs": 1.0,
    "twlaw": 1.0,
    "bible_en": 1.0,
    "bible_fr": 1.0,
    "joined bible_en": 0.5,
    "joined bible_fr": 0.5,
    "joined argrewrite": 0.5,
    "joined twlaw": 0.4,
    MADE: 0.5,
    STRANGERS: 0.7,
    TWINS: 0.2,
}
"""What one example of each set counts: the Chinese laws have far more of them, and the made ones are no
more than templates."""
OFF_TABLE = {"topics": 0.5, "foreign": -2.0}
"""Weights of figures that the judged sets do not have: set by hand, per unit of log-odds."""
TARGET = Path(__file__).resolve().parents[1] / "p5diff" / "align" / "scoring" / "weights.py"

Tables = dict[str, dict[str, float]]


@dataclass(slots=True)
class Case:
    """One document with what the passes know of it; `train` and `test` are new units."""

    name: str
    judged: Judged
    state: engine.EngineState
    train: frozenset[int] = frozenset()
    test: frozenset[int] = frozenset()
    gold: frozenset[Pair] = frozenset()
    optional: frozenset[Pair] = frozenset()
    turned: bool = False

    def is_train(self, i: int, j: int) -> bool:
        """Whether a pair, as the engine numbers it, may be learned from."""
        return (i if self.turned else j) in self.train


def cases() -> list[Case]:
    result = []
    for name in SHARE:
        for judged in _documents(name):
            turned = engine.is_turned(judged.old, judged.new)
            sides = (judged.new, judged.old) if turned else (judged.old, judged.new)
            state = engine.start(*sides, DEFAULT, reader_for(languages.get(judged.language)), Hints())
            state.wording = engine.wording(state.texts, state.pairs, state.hints)
            units = frozenset(range(len(judged.new))) - judged.masked
            gold, optional = (
                frozenset((j, i) if turned else (i, j) for i, j in pairs)
                for pairs in (judged.gold, judged.optional)
            )
            result.append(Case(name, judged, state, train=units, gold=gold, optional=optional, turned=turned))
    return result


def _documents(name: str) -> list[Judged]:
    made = {MADE: coordinations, STRANGERS: strangers, TWINS: more_twins}
    if name.startswith(JOINED):
        return joins(name.removeprefix(JOINED))
    return made[name]() if name in made else load(name)


def learn(found: Sequence[Case]) -> Tables:
    """Every table, each learned on what the tables before it lead to."""
    tables: Tables = {}
    tables["wording"] = _fit(found, [c.state.wording for c in found], "wording")
    for case in found:
        case.state.tables = tables
        engine.judge_wording(case.state)
    for table in ("first", "second"):
        if table == "second":
            for case in found:
                engine.add_gaps(case.state)
        figures = [engine.place_figures(case.state) for case in found]
        tables[table] = _fit(found, figures, table)
        for case, own in zip(found, figures, strict=True):
            engine.judge_place(case.state, table, own)
    tables["growth"] = _fit_growth(found)
    return tables


def _fit_growth(found: Sequence[Case]) -> dict[str, float]:
    """From right blocks alone: which further unit belongs to them, and which does not."""
    rows, right, share, kinds = [], [], [], []
    for case in found:
        if not case.state.wording:
            continue
        chooser = engine.together(case.state)[0]
        for key, is_right in _examples(case, chooser):
            rows.append(chooser.figures(*key))
            right.append(is_right)
            share.append(SHARE[case.name])
            kinds.append(chooser.kind)
    return _named("growth", rows, right, share, kinds)


def _examples(case: Case, chooser: Together) -> Iterator[tuple[tuple[JoinedBlock, int, int], bool]]:
    """(block, side, unit), and whether the unit belongs to the block; right blocks and strangers."""
    gold, optional = case.gold, case.optional
    front = [
        block
        for block, _, _ in chooser.seeds(case.state.scores)
        if case.name == STRANGERS or (block.before[0], block.after[0]) in gold
    ]
    seen: set[JoinedBlock] = set()
    while front:
        block = front.pop()
        if block in seen:
            continue
        seen.add(block)
        for side, unit in chooser.options(block):
            across = block[1 - side]
            pairs = {(u, unit) if side else (unit, u) for u in across}
            if not pairs.isdisjoint(optional):
                continue
            is_right = not pairs.isdisjoint(gold)
            if is_right:
                front.append(block.with_unit(side, unit))
            if all(case.is_train(i, j) for i in block.before for j in block.after) and all(
                case.is_train(*p) for p in pairs
            ):
                yield (block, side, unit), is_right


def _fit(found: Sequence[Case], figures: Sequence[Figures], table: str) -> dict[str, float]:
    rows, right, share = [], [], []
    for case, own in zip(found, figures, strict=True):
        if case.name.startswith(JOINED):
            continue  # Half a unit is no example of what a whole one looks like.
        for pair, values in own.items():
            if case.is_train(*pair) and pair not in case.optional:
                rows.append(values)
                right.append(pair in case.gold)
                share.append(SHARE[case.name])
    return _named(table, rows, right, share)


def _named(table: str, rows: list, right: list, share: list, kinds: Sequence[Kind] = ()) -> dict[str, float]:
    """The weights by name; with `kinds`, of each row, also what a text of that kind adds to them."""
    names = [*NAMES[table], "bias"]
    data = np.hstack([np.array(rows, float), np.ones((len(rows), 1))])
    ridge = np.full(len(names), PENALTY)
    if kinds:
        parts = [data * np.array(kinds, float)[:, k : k + 1] for k in range(len(KINDS))]
        data = np.hstack([data, *parts])
        names += [name + kind for kind in KINDS for name in names]
        ridge = np.concatenate([ridge, np.full(len(names) - len(ridge), OF_KIND)])
    weights = _newton(data, np.array(right, float), np.array(share, float), ridge)
    result = dict(zip(names, (round(float(w), 3) for w in weights), strict=True))
    return result | {name: value for name, value in OFF_TABLE.items() if name in names}


def _newton(rows: np.ndarray, right: np.ndarray, share: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """The weight of each column. Figures are put on one scale first, so the penalty is fair; what never
    differs (the bias) is not scaled and hardly held back."""
    scale = rows.std(axis=0)
    constant = (scale == 0) & (np.abs(rows).max(axis=0) > 0)
    scale = np.where(constant, 1.0, np.where(scale == 0, np.inf, scale))
    ridge = np.where(constant, 1e-6, ridge)
    data = rows / scale
    weights = np.zeros(data.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(data @ weights, -30, 30)))
        slope = data.T @ (share * (chance - right)) + ridge * weights
        curve = (data * (share * chance * (1 - chance))[:, None]).T @ data + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights / scale


def links(case: Case, tables: Tables, accept: float, accept_more: float) -> list[tuple[int, int]]:
    """What the engine would link with these tables."""
    state, certain = case.state, list(case.state.links)
    state.tables = tables
    state.settings = replace(DEFAULT, accept=accept, accept_more=accept_more)
    engine.judge_wording(state)
    engine.judge_place(state, "first", engine.place_figures(state))
    engine.add_gaps(state)
    engine.judge_place(state, "second", engine.place_figures(state))
    if state.wording:
        engine.choose(state)
    result = engine.well_grounded(state) if state.wording else state.links
    state.links = certain
    return [(j, i) if case.turned else (i, j) for i, j in result]


def cross_validate(found: Sequence[Case], parts: int, seed: int, grid: Sequence[tuple[float, float]]) -> dict:
    """(accept, accept_more) → set → counts, each document or unit judged by tables that never saw it."""
    totals = {point: {name: Counts() for name in SHARE} for point in grid}
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
    documents: dict[str, int] = {}  # a document and itself with units joined are never parted
    for case in found:
        units = sorted(frozenset(range(len(case.judged.new))) - case.judged.masked)
        if case.name in ("nist80053", "asvs"):
            order = [k % parts for k in range(len(units))]
            dice.shuffle(order)
            result.append(dict(zip(units, order, strict=True)))
        else:
            part = documents.setdefault(case.judged.id, dice.randrange(parts))
            result.append(dict.fromkeys(units, part))
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
    point = (DEFAULT.accept, DEFAULT.accept_more)
    totals = {name: Counts() for name in SHARE}
    for seed in range(options.seeds):
        for name, counts in cross_validate(found, options.check, seed, [point])[point].items():
            totals[name] += counts
    print("| set | pair F1 | links right | wrong | new, precision | n:m whole |\n|---|---|---|---|---|---|")
    for name, c in totals.items():
        new = 100 * c.new_right / max(1, c.new_right + c.new_wrong)
        whole = f"{c.recall('many_'):.1f}" if c.many_right + c.many_missed else "–"
        print(f"| {name} | {c.f1():.2f} | {c.right} | {c.wrong} | {new:.1f} | {whole} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
