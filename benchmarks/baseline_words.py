"""Tools that compare words, read as alignments: units of which 40 % of the words are kept together.

Each gets the words as p5diff cuts them (one Han character is a word), folded in case and in the kind of
quotation marks and dashes, one unit a line: what no tool could do better by its own rules.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from p5diff.text.tokens import key, printed_tokens

Units = Sequence[str]
Links = list[tuple[int, int]]
Run = tuple[int, int, int]
"""So many words kept, from this one of the old text and that one of the new text on."""
Part = tuple[str, int]
"""Kept (" "), gone ("-") or come ("+"), and how many words."""
_SYMBOL = re.compile(r"w\d+")


def _links(old: Units, new: Units, runs: Iterable[Run]) -> Links:
    """Matched runs of tokens → units of which at least 40 % of the words are matched together."""
    ours, theirs = ([k for k, u in enumerate(units) for _ in printed_tokens(u)] for units in (old, new))
    shared = Counter((ours[a + k], theirs[b + k]) for a, b, n in runs for k in range(n))
    size_old, size_new = Counter(ours), Counter(theirs)
    return [(i, j) for (i, j), n in shared.items() if 2 * n >= 0.4 * (size_old[i] + size_new[j])]


def _runs(parts: Iterable[Part]) -> Iterator[Run]:
    """What a tool shows, in order → runs of kept words."""
    i = j = 0
    for sign, count in parts:
        if sign == " ":
            yield i, j, count
        i += count * (sign != "+")
        j += count * (sign != "-")


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
    parts = [({0: " ", -1: "-", 1: "+"}[op], len(text)) for op, text in judge.diff_main(*sides, False)]
    return _links(old, new, _runs(parts))


def redlines_words(old: Units, new: Units) -> Links:
    """redlines: the runs it keeps."""
    from redlines import Redlines

    shown = Redlines(*_symbols(old, new), markdown_style="none").output_markdown
    return _links(old, new, _runs(_parts(shown, "<del>", "</del>", "<ins>", "</ins>")))


def collatex_words(old: Units, new: Units) -> Links:
    """CollateX: two witnesses, words aligned in its table; words in one column that are equal."""
    from collatex import Collation, collate

    collation = Collation()
    for name, units in (("A", old), ("B", new)):
        words = [{"t": f"{t} ", "n": key(t), "u": k} for k, u in enumerate(units) for t in printed_tokens(u)]
        collation.add_witness({"id": name, "tokens": words})
    table = collate(collation, output="table", segmentation=False, near_match=False)
    shared: Counter[tuple[int, int]] = Counter()
    for column in table.columns:
        cells = column.tokens_per_witness
        if "A" in cells and "B" in cells:
            a, b = cells["A"][0].token_data, cells["B"][0].token_data
            shared[a["u"], b["u"]] += a["n"] == b["n"]
    size_old, size_new = ([len(printed_tokens(u)) for u in units] for units in (old, new))
    return [(i, j) for (i, j), n in shared.items() if n and 2 * n >= 0.4 * (size_old[i] + size_new[j])]


def git_words(old: Units, new: Units) -> Links:
    """git diff --word-diff: it compares lines first, then words in lines that differ."""
    return _by_command(old, new, _git)


def wdiff_words(old: Units, new: Units) -> Links:
    """GNU wdiff."""
    return _by_command(old, new, lambda a, b: _marked("wdiff", "-n", a, b))


def dwdiff_words(old: Units, new: Units) -> Links:
    """dwdiff, with the most thorough of its algorithms."""
    return _by_command(old, new, lambda a, b: _marked("dwdiff", "-A", "best", a, b))


def _by_command(old: Units, new: Units, shown: Callable[[str, str], list[Part]]) -> Links:
    """Run a tool on two files; nothing to run where they are the same."""
    texts = _symbols(old, new)
    if texts[0] == texts[1]:
        return [(k, k) for k in range(len(old))]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b")]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text + "\n", encoding="utf-8")
        return _links(old, new, _runs(shown(*map(str, paths))))


def _symbols(old: Units, new: Units) -> tuple[str, str]:
    """Both texts, one symbol a word ("w17"), with spaces between them, one unit a line."""
    alphabet: dict[str, str] = {}

    def row(unit: str) -> str:
        return " ".join(alphabet.setdefault(key(t), f"w{len(alphabet)}") for t in printed_tokens(unit))

    return "\n".join(map(row, old)), "\n".join(map(row, new))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} failed: {done.stderr[:200]}")
    return done.stdout


def _git(a: str, b: str) -> list[Part]:
    shown = _run("git", "diff", "--no-index", "-U1000000", "--word-diff=porcelain", a, b)
    body = shown.split(" @@", 1)[1].split("\n", 1)[1]
    return [(line[0], len(line[1:].split())) for line in body.splitlines() if line[:1] in {" ", "-", "+"}]


def _marked(*command: str) -> list[Part]:
    shown = _run(command[0], "-w", "<-", "-x", "->", "-y", "<+", "-z", "+>", *command[1:])
    return _parts(shown, "<-", "->", "<+", "+>")


def _parts(shown: str, *marks: str) -> list[Part]:
    """What a tool marked as gone and as come by two pairs of marks, in words."""
    gone, _, come, _ = marks
    opened, closed, begun, ended = map(re.escape, marks)
    pieces = re.split(f"({opened}.*?{closed}|{begun}.*?{ended})", shown, flags=re.DOTALL)
    signs = ["-" if p.startswith(gone) else "+" if p.startswith(come) else " " for p in pieces]
    return [(sign, len(_SYMBOL.findall(piece))) for sign, piece in zip(signs, pieces, strict=True)]
