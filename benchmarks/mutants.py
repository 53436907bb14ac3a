"""Small faults planted in the code, one at a time: do the tests of its room notice?

    python -m benchmarks.mutants meaning/shifts align/passes/groups --most 12 --seed 1

Each mutant is one change in a copy of the checkout: a comparison turned, a number moved, a guard dropped,
`and` for `or`, and so on. The tests of the room run with `-x`; a mutant is *caught* when one fails, or when
they do not end. Survivors are printed with their line: each is a test to write, or code that does nothing.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS: dict[str, tuple[str, ...]] = {
    "meaning/": (
        "tests/meaning/test_shifts.py",
        "tests/meaning/test_commitments.py",
        "tests/meaning/test_minimal_pairs.py",
        "tests/meaning/test_invented.py",
        "tests/meaning",
    ),
    "align/words/": ("tests/align/test_words.py", "tests/align", "tests/report/test_redline.py"),
    "align/": ("tests/align", "tests/judged/test_twins.py", "tests/judged_own"),
    "text/segment": ("tests/text/test_segment.py", "tests/text"),
    "text/": ("tests/text",),
    "ingest/layout/": (
        "tests/ingest/test_layout.py",
        "tests/text/test_normalise.py",
        "tests/text",
        "tests/ingest",
    ),
    "ingest/fetch/": ("tests/ingest/test_fetch.py", "tests/corpus/test_fetch.py"),
    "ingest/readers/": ("tests/ingest",),
    "corpus/write/": ("tests/corpus/test_writer.py", "tests/corpus/test_disk.py"),
    "corpus/": ("tests/corpus",),
    "report/": ("tests/report",),
    "series/": ("tests/series",),
}
"""Start of a module's path → the tests that should notice, quickest first. The longest start counts."""
SLOW = "not kill and not four_writers and not precommit and not libreoffice and not slow"
"""Left out: tests of a minute each, which would make a run of a few mutants last hours."""
LIMIT = 5.0
"""A mutant that takes so many times as long as the tests took without a fault never ends."""

_TURNED: dict[type[ast.AST], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.And: "or", ast.Or: "and",
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the bytes from `start` to `end` of the module become `text`."""

    line: int
    what: str
    start: int
    end: int
    text: str


def mutants(source: str) -> list[Mutant]:
    """Every fault that can be planted in a module, in the order of its lines."""
    data, lines = source.encode("utf-8"), source.encode("utf-8").splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) for part in _said_only(node) for inner in ast.walk(part)}
    made = []
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for first, last, text in _faults(node, data, starts):
            old = data[first:last].decode("utf-8")
            made.append(Mutant(data[:first].count(b"\n") + 1, f"{old.strip()} → {text}", first, last, text))
    return sorted(set(made), key=lambda m: (m.start, m.text))


def _said_only(node: ast.AST) -> Iterator[ast.AST]:
    """Parts that say and do not do: annotations, imports, decorators, checks of types."""
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.FunctionDef):
        yield from ([node.returns] if node.returns else [])
        yield from node.decorator_list
    if isinstance(node, ast.ClassDef):
        yield from node.decorator_list
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        yield node
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        yield node


def _faults(node: ast.AST, data: bytes, starts: list[int]) -> Iterator[tuple[int, int, str]]:
    def at(inner: ast.expr | ast.stmt) -> tuple[int, int]:
        return (
            starts[inner.lineno - 1] + inner.col_offset,
            starts[(inner.end_lineno or 0) - 1] + (inner.end_col_offset or 0),
        )

    def between(left: ast.expr, right: ast.expr, text: str) -> Iterator[tuple[int, int, str]]:
        first, last = at(left)[1], at(right)[0]
        gap = data[first:last].decode("utf-8")
        kept = gap.strip().strip("()").strip()
        if kept and "\n" not in gap and "#" not in gap:
            yield first + gap.index(kept), first + gap.index(kept) + len(kept.encode()), text

    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
            yield from between(left, right, _TURNED[type(operator)])
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from between(left, right, _TURNED[type(node.op)])
    elif isinstance(node, ast.BinOp) and type(node.op) in _TURNED:
        yield from between(node.left, node.right, _TURNED[type(node.op)])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        first, _ = at(node)
        yield first, first + 3, ""
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield (*at(node), str(not node.value))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield (*at(node), str(node.value + 1))
    elif isinstance(node, ast.Constant) and isinstance(node.value, float):
        yield (*at(node), repr(round(node.value * 1.5, 6)))
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield (*at(node.test), "False")
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield (*at(test), "True")
    elif isinstance(node, ast.Name) and node.id in _NAMES:
        yield (*at(node), _NAMES[node.id])


def sample(found: Sequence[Mutant], most: int, seed: int) -> list[Mutant]:
    """At most so many, the same for the same seed."""
    chosen = random.Random(seed).sample(list(found), min(most, len(found)))
    return sorted(chosen, key=lambda m: m.start)


def tests_of(module: str) -> tuple[str, ...]:
    """The tests of the room that a module lies in. Raises `KeyError` where none are known."""
    return ROOMS[max((start for start in ROOMS if module.startswith(start)), key=len, default=module)]


def _run(folder: Path, tests: Sequence[str], limit: float | None) -> bool:
    """Whether all tests passed, in time."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "-k", SLOW]
    try:
        done = subprocess.run(
            [*command, *dict.fromkeys(tests)], cwd=folder, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def survivors(
    folder: Path, module: str, tests: Sequence[str], chosen: Sequence[Mutant]
) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether it survived the tests, in a copy of the checkout at `folder`."""
    path = folder / "p5diff" / f"{module}.py"
    right = path.read_bytes()
    started = time.monotonic()
    if not _run(folder, tests, None):
        raise SystemExit(f"the tests of {module} fail without any fault: {' '.join(tests)}")
    limit = LIMIT * (time.monotonic() - started) + 10
    for mutant in chosen:
        path.write_bytes(right[: mutant.start] + mutant.text.encode() + right[mutant.end :])
        yield mutant, _run(folder, tests, limit)
    path.write_bytes(right)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("module", nargs="+", help="below p5diff/, as meaning/shifts")
    parser.add_argument("--most", type=int, default=25, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="instead of those of the room")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "checkout"
        ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "out")
        shutil.copytree(ROOT, folder, ignore=ignored)
        for module in given.module:
            _report(folder, module, given.tests or tests_of(module), given.most, given.seed)


def _report(folder: Path, module: str, tests: Sequence[str], most: int, seed: int) -> None:
    found = mutants((folder / "p5diff" / f"{module}.py").read_text(encoding="utf-8"))
    chosen = sample(found, most, seed)
    alive = []
    for mutant, survived in survivors(folder, module, tests, chosen):
        if survived:
            alive.append(mutant)
            print(f"    survived  {module}.py:{mutant.line}  {mutant.what}", flush=True)
    caught = len(chosen) - len(alive)
    print(
        f"| {module} | {len(found)} | {len(chosen)} | {caught} | {100 * caught // max(1, len(chosen))} % |",
        flush=True,
    )


if __name__ == "__main__":
    main()
