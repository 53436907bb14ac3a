"""Learn what faint likeness says (`WEIGHTS` of `p5diff/align/scoring/faint.py`), and print the table.

python -m benchmarks.learn_faint

A plain logistic regression with a ridge penalty of 1 over all pairs of units of each document: those that
correspond against all others, both sides weighing the same, so that the weighted sum is how many times
likelier a pair looks (in log-odds). Learned on the first lot of the invented rewritings and on the two
translations, which hold nine pairs in ten; the other lots are kept for measuring.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from benchmarks.judged import FOLDER, Judged, load
from benchmarks.rewritten import rewritten
from p5diff import language as languages
from p5diff.align.scoring.faint import FAINT, Faint
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import describe, read

PENALTY = 1.0


def _pairs(judged: Judged) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The figures of every pair of units, and whether the two correspond."""
    texts = read(judged.old, judged.new, reader_for(languages.get(judged.language)))
    describe(texts)
    rows, columns = range(len(judged.old)), range(len(judged.new))
    faint = Faint(texts, rows, columns, Hints())
    for i in rows:
        for j in columns:
            if (i, j) not in judged.optional:
                yield faint.figures(i, j), (i, j) in judged.gold


def learn() -> dict[str, float]:
    """Figure → weight, the bias last."""
    found = [
        pair for judged in [*rewritten(1), *load("bible_en"), *load("bible_fr")] for pair in _pairs(judged)
    ]
    rows = np.array([[*figures, 1.0] for figures, _ in found])
    right = np.array([is_right for _, is_right in found], float)
    share = np.where(right == 1, 1.0, right.sum() / (len(right) - right.sum()))
    ridge = np.diag([*[PENALTY] * len(FAINT), 1e-6])
    weights = np.zeros(len(FAINT) + 1)
    for _ in range(40):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (right - chance)) - ridge @ weights
        curve = (rows * (share * chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip([*FAINT, "bias"], (round(float(weight), 2) for weight in weights), strict=True))


def main() -> int:
    if not FOLDER.is_dir():
        print("../shared/judged is not here")
        return 0
    for name, weight in learn().items():
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    sys.exit(main())
