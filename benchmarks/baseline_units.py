"""Methods that weigh units against each other, and choose: equal units, assignments, chains, anchors.

Each has one threshold for all sets: the one that gives the best mean of pair F1 over the four judged
sets (the halves they are then shown on, which favours them), in steps of 0.05.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

from p5diff.text.tokens import key, printed_tokens

Units = Sequence[str]
Links = list[tuple[int, int]]


def difflib_equal(old: Units, new: Units) -> Links:
    """Units that difflib calls equal."""
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(a + k, b + k) for a, b, size in blocks for k in range(size)]


def rapidfuzz_hungarian(old: Units, new: Units, least: float = 0.35) -> Links:
    """Best assignment (Hungarian method) by the edit ratio in words."""
    return _assigned(edits(tuple(old), tuple(new)), least)


def mean_hungarian(old: Units, new: Units, least: float = 0.35) -> Links:
    """Best assignment by the mean of three: TF-IDF cosine, edit ratio in words, edit ratio in letters."""
    return _assigned(mean_of_three(tuple(old), tuple(new)), least)


def tfidf_dp(old: Units, new: Units, least: float = 0.2) -> Links:
    """TF-IDF cosine of words, and the best chain that keeps the order."""
    return _chain(cosines(tuple(old), tuple(new)) - least)


def mean_dp(old: Units, new: Units, least: float = 0.3) -> Links:
    """The mean of three similarities, and the best chain that keeps the order."""
    return _chain(mean_of_three(tuple(old), tuple(new)) - least)


def mutual_best(old: Units, new: Units, least: float = 0.3) -> Links:
    """Units that are each other's best are anchors; then the best chain in each gap between anchors.

    A gap is what lies between two neighbouring old units with anchors and between their partners,
    where these keep the order.
    """
    table = mean_of_three(tuple(old), tuple(new))
    if not table.size:
        return []
    best_new, best_old = table.argmax(axis=1), table.argmax(axis=0)
    anchors = [(i, int(j)) for i, j in enumerate(best_new) if best_old[j] == i and table[i, j] >= least]
    taken = {j for _, j in anchors}
    filled: Links = []
    for (a, p), (b, q) in zip([(-1, -1), *anchors], [*anchors, (len(old), len(new))], strict=True):
        rows, columns = range(a + 1, b), [j for j in range(p + 1, q) if j not in taken]
        if rows and columns:
            chain = _chain(table[a + 1 : b][:, columns] - least)
            filled += [(rows[i], columns[j]) for i, j in chain]
    return anchors + filled


def _assigned(table: Any, least: float) -> Links:
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if table[i, j] >= least]


def _chain(table: Any) -> Links:
    """The heaviest chain of cells above zero that keeps the order."""
    import numpy as np

    rows, columns = table.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            best[i, j] = max(best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + table[i - 1, j - 1])
    links, i, j = [], rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            links.append((i, j))
    return links


def mean_of_three(old: tuple[str, ...], new: tuple[str, ...]) -> Any:
    """Mean of TF-IDF cosine, edit ratio in words and edit ratio in letters, for all pairs."""
    return (cosines(old, new) + edits(old, new) + letters(old, new)) / 3


def edits(old: tuple[str, ...], new: tuple[str, ...]) -> Any:
    """Edit ratio in words, for all pairs."""
    from rapidfuzz.distance import Indel

    ours, theirs = ([[key(t) for t in printed_tokens(u)] for u in side] for side in (old, new))
    return _table([[Indel.normalized_similarity(x, y) for y in theirs] for x in ours], old, new)


def letters(old: tuple[str, ...], new: tuple[str, ...]) -> Any:
    """Edit ratio in letters, for all pairs."""
    from rapidfuzz.distance import Indel

    ours, theirs = ([u.casefold() for u in side] for side in (old, new))
    return _table([[Indel.normalized_similarity(x, y) for y in theirs] for x in ours], old, new)


def cosines(old: tuple[str, ...], new: tuple[str, ...]) -> Any:
    """TF-IDF cosine of words, for all pairs."""
    vectors = _tfidf([*old, *new])
    return _table([[_cosine(x, y) for y in vectors[len(old) :]] for x in vectors[: len(old)]], old, new)


def _table(rows: list[list[float]], old: Units, new: Units) -> Any:
    import numpy as np

    return np.array(rows).reshape(len(old), len(new))


def _tfidf(units: Units) -> list[dict[str, float]]:
    words = [Counter(key(t) for t in printed_tokens(u) if t[0].isalnum()) for u in units]
    found = Counter(w for bag in words for w in bag)
    vectors = []
    for bag in words:
        vector = {w: n * log((len(units) + 1) / (found[w] + 0.5)) for w, n in bag.items()}
        size = sum(v * v for v in vector.values()) ** 0.5 or 1.0
        vectors.append({w: v / size for w, v in vector.items()})
    return vectors


def _cosine(x: dict[str, float], y: dict[str, float]) -> float:
    if len(y) < len(x):
        x, y = y, x
    return sum(v * y.get(w, 0.0) for w, v in x.items())
