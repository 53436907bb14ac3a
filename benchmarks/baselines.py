"""Simple and published methods, each read as an alignment of units, to compare with.

Every baseline takes two lists of units and gives links. Thresholds are the usual or documented
ones, fixed, the same for all sets.
"""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

from p5diff.text.tokens import key, printed_tokens

Units = Sequence[str]
Links = list[tuple[int, int]]


def difflib_equal(old: Units, new: Units) -> Links:
    """Units that difflib calls equal."""
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(a + k, b + k) for a, b, size in blocks for k in range(size)]


def _ratios(old: Units, new: Units) -> list[tuple[float, int, int]]:
    from rapidfuzz.distance import Indel

    ours, theirs = (
        [[key(t) for t in printed_tokens(u)] for u in old],
        [[key(t) for t in printed_tokens(u)] for u in new],
    )
    return [
        (Indel.normalized_similarity(x, y), i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs)
    ]


def rapidfuzz_hungarian(old: Units, new: Units, least: float = 0.4) -> Links:
    """Best assignment (Hungarian method) by the edit ratio in words."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.zeros((len(old), len(new)))
    for value, i, j in _ratios(old, new):
        table[i, j] = value
    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if table[i, j] >= least]


def tfidf_dp(old: Units, new: Units, least: float = 0.3) -> Links:
    """TF-IDF cosine of words, and the best chain that keeps the order."""
    import numpy as np

    vectors = _tfidf([*old, *new])
    table = np.array([[_cosine(x, y) for y in vectors[len(old) :]] for x in vectors[: len(old)]])
    table = table.reshape(len(old), len(new)) - least
    best = np.zeros((len(old) + 1, len(new) + 1))
    for i in range(1, len(old) + 1):
        for j in range(1, len(new) + 1):
            best[i, j] = max(best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + table[i - 1, j - 1])
    links, i, j = [], len(old), len(new)
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            links.append((i, j))
    return links


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


def _from_token_links(old: Units, new: Units, matches: Sequence[tuple[int, int, int]]) -> Links:
    """Matched runs of tokens → units of which at least 40 % of the words are matched together."""
    ours = [i for i, u in enumerate(old) for _ in printed_tokens(u)]
    theirs = [j for j, u in enumerate(new) for _ in printed_tokens(u)]
    shared = Counter((ours[a + k], theirs[b + k]) for a, b, n in matches for k in range(n))
    size_old, size_new = Counter(ours), Counter(theirs)
    return [(i, j) for (i, j), n in shared.items() if 2 * n >= 0.4 * (size_old[i] + size_new[j])]


def dmp_words(old: Units, new: Units) -> Links:
    """diff-match-patch over the whole text, one symbol a word, its own clock off."""
    from diff_match_patch import diff_match_patch

    alphabet: dict[str, str] = {}
    sides = [
        "".join(
            alphabet.setdefault(key(t), chr(0xF0000 + len(alphabet)))
            for u in units
            for t in printed_tokens(u)
        )
        for units in (old, new)
    ]
    judge = diff_match_patch()
    judge.Diff_Timeout = 0
    matches, i, j = [], 0, 0
    for op, text in judge.diff_main(*sides, False):
        if op == 0:
            matches.append((i, j, len(text)))
        i += len(text) * (op <= 0)
        j += len(text) * (op >= 0)
    return _from_token_links(old, new, matches)


def redlines_words(old: Units, new: Units) -> Links:
    """redlines: the runs it keeps, over the whole text with one unit a line."""
    from redlines import Redlines

    matches, i, j = [], 0, 0
    shown = Redlines("\n".join(old), "\n".join(new), markdown_style="none").output_markdown
    for part in re.split(r"(<del>.*?</del>|<ins>.*?</ins>)", shown, flags=re.DOTALL):
        tokens = len(printed_tokens(re.sub(r"</?(?:ins|del)>", "", part).replace("¶", "")))
        if part.startswith("<del>"):
            i += tokens
        elif part.startswith("<ins>"):
            j += tokens
        else:
            matches.append((i, j, tokens))
            i, j = i + tokens, j + tokens
    ours, theirs = (sum(len(printed_tokens(u)) for u in units) for units in (old, new))
    return _from_token_links(old, new, [(a, b, min(n, ours - a, theirs - b)) for a, b, n in matches])


def collatex_words(old: Units, new: Units) -> Links:
    """CollateX: two witnesses, words aligned in its table."""
    from collatex import Collation, collate

    collation = Collation()
    for name, units in (("A", old), ("B", new)):
        tokens = [{"t": f"{t} ", "n": key(t), "u": k} for k, u in enumerate(units) for t in printed_tokens(u)]
        collation.add_witness({"id": name, "tokens": tokens})
    table = collate(collation, output="table", segmentation=False, near_match=False)
    shared: Counter[tuple[int, int]] = Counter()
    for column in table.columns:
        cells = column.tokens_per_witness
        if "A" in cells and "B" in cells:
            a, b = cells["A"][0].token_data, cells["B"][0].token_data
            if a["n"] == b["n"]:
                shared[a["u"], b["u"]] += 1
    size_old = [len(printed_tokens(u)) for u in old]
    size_new = [len(printed_tokens(u)) for u in new]
    return [(i, j) for (i, j), n in shared.items() if 2 * n >= 0.4 * (size_old[i] + size_new[j])]


_WIKIDIFF2 = """
$a = explode("\\n", file_get_contents($argv[1])); $b = explode("\\n", file_get_contents($argv[2]));
echo wikidiff2_inline_json_diff(implode("\\n", $a), implode("\\n", $b), 0);
"""


def wikidiff2_lines(old: Units, new: Units) -> Links:
    """php-wikidiff2: lines that it shows as changed or moved; what it leaves out is unchanged."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b")]
        for path, units in zip(paths, (old, new), strict=True):
            path.write_text("\n".join(u.replace("\n", " ") for u in units), encoding="utf-8")
        done = subprocess.run(
            ["php", "-r", _WIKIDIFF2, *map(str, paths)],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    return _wikidiff2_links(json.loads(done.stdout)["diff"], old, new)


def _wikidiff2_links(rows: list[dict], old: Units, new: Units) -> Links:
    """Types: 0 context, 1 added, 2 deleted, 3 changed, 4 and 5 moved (from, to)."""
    gone = {i for i, j in _numbers(rows, old, new, 2)}
    come = {j for i, j in _numbers(rows, old, new, 1)}
    moved = _moves(rows, old, new)
    left = [i for i in range(len(old)) if i not in gone and i not in {m[0] for m in moved}]
    right = [j for j in range(len(new)) if j not in come and j not in {m[1] for m in moved}]
    return [*zip(left, right, strict=False), *moved]


def _numbers(rows: list[dict], old: Units, new: Units, kind: int) -> Links:
    """Lines of one kind, found again by their text, in order."""
    found, i, j = [], 0, 0
    for row in rows:
        if row["type"] != kind:
            continue
        side, start = (old, i) if kind == 2 else (new, j)
        texts = [u.replace("\n", " ") for u in side]
        place = texts.index(row["text"], start) if row["text"] in texts[start:] else -1
        if place >= 0:
            found.append((place, place))
            i, j = (place + 1, j) if kind == 2 else (i, place + 1)
    return found


def _moves(rows: list[dict], old: Units, new: Units) -> Links:
    ids = {row["moveInfo"]["id"]: row for row in rows if "moveInfo" in row}
    links = []
    for row in ids.values():
        partner = ids.get(row["moveInfo"]["linkId"])
        if row["type"] != 4 or partner is None:
            continue
        i = next((k for k, u in enumerate(old) if u.replace("\n", " ") == row["text"]), -1)
        j = next((k for k, u in enumerate(new) if u.replace("\n", " ") in partner["text"]), -1)
        if i >= 0 <= j:
            links.append((i, j))
    return links


BASELINES: dict[str, Callable[[Units, Units], Links]] = {
    "difflib, equal units": difflib_equal,
    "rapidfuzz + Hungarian": rapidfuzz_hungarian,
    "TF-IDF + order-keeping DP": tfidf_dp,
    "diff-match-patch, words": dmp_words,
    "redlines": redlines_words,
    "CollateX": collatex_words,
    "wikidiff2": wikidiff2_lines,
}
SLOW = {"CollateX": 4_000, "diff-match-patch, words": 5_000, "redlines": 40_000}
"""Most tokens of one document that a baseline is asked to do; beyond, it is left out."""


def available(name: str) -> bool:
    """Whether what the baseline needs is installed."""
    import importlib.util

    needs = {"rapidfuzz + Hungarian": "scipy", "redlines": "redlines", "CollateX": "Levenshtein"}
    if name == "wikidiff2":
        return shutil.which("php") is not None
    return name not in needs or importlib.util.find_spec(needs[name]) is not None
