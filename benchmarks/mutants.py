"""Small faults planted in the code, one at a time: do the tests of its room notice?

    python -m benchmarks.mutants meaning/shifts --most 25 --seed 1

Each mutant is one change in a copy of the checkout: a comparison turned, a number moved, a guard dropped,
`and` for `or`, and so on. The tests of the room that reach its line run (`benchmarks.mutant_runs` says how);
a mutant is *caught* when one fails, or when they do not end. Survivors are printed with their line: each is a
test to write, or code that does nothing. A folder stands for all its modules. POSIX only (it forks).
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def _files(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"tests/{folder}/test_{name}.py" for name in names.split())


ROOMS: dict[str, tuple[str, ...]] = {
    "meaning/": _files(
        "meaning",
        "commitments clauses drafts shifts shift_edges answers told summons beside actors parties forms"
        " ledger topics labelled words",
    ),
    "meaning/shifts": _files(
        "meaning",
        "shifts shift_edges answers told summons beside actors parties clauses minimal_pairs drafts frames"
        " predicates",
    ),
    "meaning/pair/summons": _files("meaning", "summons shifts beside minimal_pairs actors"),
    "align/": ("tests/align", "tests/judged/test_twins.py", "tests/judged_own"),
    "align/words/": ("tests/align", "tests/report/test_redline.py"),
    "text/": ("tests/text", "tests/language"),
    "text/segment": _files("text", "segment cases clauses words"),
    "ingest/": ("tests/ingest", *_files("text", "normalise cases"), "tests/laws"),
    "ingest/layout/": (
        *_files(
            "ingest",
            "furniture measure layout_thresholds join unwrap titles layout plain typed_notes carrier",
        ),
        *_files("ingest", "carrier_edges carrier_cut carrier_signs carrier_clauses carrier_pairs"),
        *_files("ingest", "carrier_structure voices facts lines markdown clause_ends"),
        *_files("text", "normalise rewrap cases linear words"),
        *_files("laws", "nothing_vanishes"),
        *_files("corpus", "origins"),
    ),
    "ingest/readers/": (
        "tests/ingest/docx",
        "tests/ingest/html",
        *_files("ingest", "formats markdown decode same_in_every_format documents facts formulas"),
        *_files("ingest", "layout plain flow front_matter raised regexes rtf odt bombs"),
        "tests/ingest/pdf",
    ),
    "ingest/fetch/": (*_files("ingest", "fetch"), *_files("corpus", "fetch")),
    "corpus/": ("tests/corpus", "tests/workflows"),
    "report/": ("tests/report",),
    "threads/": ("tests/series",),
}
"""Start of a module's path → the tests that should notice. The longest start counts."""
SLOW = "not kill and not four_writers and not precommit and not libreoffice and not slow and not sandbox"
"""Left out: tests of a minute each, which would make a run of a few mutants last hours, and those of the
bounds of a reader's own process, since readers answer in the process that holds the fault."""
CASES = "25"
"""Generated cases of each property: a quarter of what the tests draw, for a quarter of the time. What these
miss counts as survived, so that no figure is the better for it."""
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
    reached: tuple[int, int]
    """First and last line of the statement around it (of its head, where it has a body)."""
    what: str
    start: int
    end: int
    text: str

    def planted(self, source: bytes) -> bytes:
        """The module with the fault; lines after it keep their numbers."""
        gone = source[self.start : self.end].count(b"\n") - self.text.count("\n")
        text = f"({self.text}{chr(10) * gone})" if gone else self.text
        return source[: self.start] + text.encode() + source[self.end :]


def mutants(source: str) -> list[Mutant]:
    """Every fault that can be planted in a module, in the order of its lines."""
    data, lines = source.encode("utf-8"), source.encode("utf-8").splitlines(keepends=True)
    starts = [0]
    for each in lines:
        starts.append(starts[-1] + len(each))
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) for part in _said_only(node) for inner in ast.walk(part)}
    heads = [_head(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    made = []
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for first, last, text in _faults(node, data, starts):
            old = data[first:last].decode("utf-8")
            line = data[:first].count(b"\n") + 1
            around = min((h for h in heads if h[0] <= line <= h[1]), key=lambda h: h[1] - h[0])
            made.append(Mutant(line, around, f"{old.strip()} → {text}", first, last, text))
    return sorted(set(made), key=lambda m: (m.start, m.text))


def _head(node: ast.stmt) -> tuple[int, int]:
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, last)


def _said_only(node: ast.AST) -> Iterator[ast.AST]:
    """Parts that say and do not do: annotations, imports, decorators, checks of types and of equal length."""
    if isinstance(node, ast.keyword) and node.arg == "strict" and ast.unparse(node.value) == "True":
        yield node.value
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
        yield (*at(node), repr(round(node.value * 1.5, 6) or 1.0))
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield (*at(node.test), "False")
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield (*at(test), "True")
    elif isinstance(node, ast.Name) and node.id in _NAMES:
        yield (*at(node), _NAMES[node.id])


def tests_of(module: str) -> tuple[str, ...]:
    """The tests of the room that a module lies in. Raises `KeyError` where none are known."""
    return ROOMS[max((start for start in ROOMS if module.startswith(start)), key=len, default=module)]


def copied(folder: Path) -> None:
    """The checkout as it stands, with its history (some tests read it) and without what git ignores."""
    if (ROOT / ".git").exists():
        clone = ["git", "clone", "-q", "--shared", "--no-checkout", str(ROOT), str(folder)]
        subprocess.run(clone, check=True, capture_output=True)
        subprocess.run(["git", "-C", str(folder), "reset", "-q"], check=True, capture_output=True)
    ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "out")
    shutil.copytree(ROOT, folder, ignore=ignored, dirs_exist_ok=True)


def modules_of(given: Sequence[str]) -> list[str]:
    """Modules below p5diff/ as named, and all modules of the folders that are named."""
    top = ROOT / "p5diff"
    found = []
    for name in given:
        inside = sorted((top / name).rglob("*.py")) if (top / name).is_dir() else [top / f"{name}.py"]
        found += [path.relative_to(top).with_suffix("").as_posix() for path in inside]
    return found


def candidates(
    modules: Sequence[str], lines: Sequence[int], again: frozenset[str]
) -> list[tuple[str, Mutant]]:
    """Every fault of the modules, or of the lines asked for, or those that an earlier run printed."""
    return [
        (module, mutant)
        for module in modules
        for mutant in mutants((ROOT / "p5diff" / f"{module}.py").read_text(encoding="utf-8"))
        if (not lines or mutant.line in lines) and (not again or _named(module, mutant) in again)
    ]


def by_module(picked: Iterable[tuple[str, Mutant]]) -> dict[str, list[Mutant]]:
    """Each fault once, under its module, in the order of its lines."""
    found: dict[str, list[Mutant]] = {}
    for module, mutant in sorted(set(picked), key=lambda pair: (pair[0], pair[1].start, pair[1].text)):
        found.setdefault(module, []).append(mutant)
    return found


def _named(module: str, mutant: Mutant) -> str:
    return f"{module}.py:{mutant.line}  {' '.join(mutant.what.split())}"


def _state(tests: Sequence[str], rooms: Sequence[str]) -> str:
    """A name for what a run learns of the tests: it holds as long as neither they nor the code change."""
    digest = hashlib.sha256(json.dumps([CASES, SLOW, sorted(tests), sorted(rooms)]).encode())
    for top in ("p5diff", "tests", "benchmarks"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and "out" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def run(
    chosen: dict[str, list[Mutant]], tests: Sequence[str], rooms: Sequence[str], budget: float
) -> Iterator[dict[str, Any]]:
    """What became of each fault: `module`, `mutant`, `caught`, how many `tests` reach it, whether `cut`."""
    with tempfile.TemporaryDirectory() as name:
        folder, plan = Path(name) / "checkout", Path(name) / "plan.json"
        copied(folder)
        told = {
            "tests": list(dict.fromkeys(tests)),
            "without": SLOW,
            "scratch": str(Path(name) / "scratch"),
            "budget": budget,
            "rooms": sorted(rooms),
            "map": str(ROOT / "benchmarks" / "out" / "mutants" / f"{_state(tests, rooms)}.json"),
            "mutants": {module: [astuple(mutant) for mutant in each] for module, each in chosen.items()},
        }
        plan.write_text(json.dumps(told), encoding="utf-8")
        inside = [sys.executable, "-m", "benchmarks.mutant_runs", str(plan)]
        few = {"P5DIFF_CASES": CASES, **os.environ}
        with subprocess.Popen(inside, cwd=folder, env=few, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("{"):
                    yield json.loads(line)
        if process.returncode:
            raise SystemExit("the run ended before all faults were tried")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("module", nargs="+", help="module or folder below p5diff/, as meaning/shifts")
    parser.add_argument("--most", type=int, default=25, help="faults, drawn from all modules named together")
    parser.add_argument("--seed", type=int, nargs="*", default=[1], help="one sample for each")
    parser.add_argument("--lines", type=int, nargs="*", default=[], help="every fault of these lines instead")
    parser.add_argument("--again", type=Path, help="the survivors that an earlier run printed to this file")
    parser.add_argument("--tests", nargs="*", help="instead of those of the room")
    parser.add_argument("--budget", type=float, default=20.0, help="seconds of tests that a fault may cost")
    given = parser.parse_args()
    modules = modules_of(given.module)
    again = given.again.read_text(encoding="utf-8").splitlines() if given.again else []
    named = frozenset(line.split("survived  ")[1].split("  (")[0] for line in again if "survived  " in line)
    found = candidates(modules, given.lines, named)
    if given.lines or named:  # all of them, whatever the seed
        drawn, picked = dict.fromkeys(given.seed, found), found
    else:
        most = min(given.most, len(found))
        drawn = {seed: random.Random(seed).sample(found, most) for seed in given.seed}
        picked = [one for some in drawn.values() for one in some]
    chosen = by_module(picked)
    tests = given.tests or [test for module in modules for test in tests_of(module)]
    samples = {
        seed: {(module, mutant.start, mutant.text) for module, mutant in some} for seed, some in drawn.items()
    }
    tried: dict[tuple[str, int, str], bool] = {}
    for outcome in run(chosen, tests, given.module, given.budget):
        mutant = Mutant(*outcome["mutant"])
        key = outcome["module"], mutant.start, mutant.text
        tried[key] = outcome["caught"]
        if not outcome["caught"]:
            seeds = " ".join(str(seed) for seed, sample in samples.items() if key in sample)
            cut = ", cut short" if outcome["cut"] else ""
            what = _named(outcome["module"], mutant)
            print(f"    survived  {what}  (seed {seeds}; {outcome['tests']} tests{cut})", flush=True)
    for seed, sample in samples.items():
        counted = [caught for key, caught in tried.items() if key in sample]
        share = 100 * sum(counted) // max(1, len(counted))
        name = ", ".join(given.module)
        print(f"| {name} | seed {seed} | {len(counted)} | {sum(counted)} | {share} % |", flush=True)


if __name__ == "__main__":
    main()
