"""Hard texts (large, unrelated, pathological) and whole processes, each child measured by itself.

Called from `python -m benchmarks.speed --hard` and `--process`; wants GNU time and timeout.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import materials
from p5diff.align import align, align_sentences

LARGE = "5,000 × 5,000 paragraphs"
NAMES = (LARGE, *materials.PATHOLOGICAL)
RUNS = 5
_TIMEOUT = ("timeout", "-s", "KILL", "1800")
"""A child that hangs is cut off, and its row says so."""


@dataclass(frozen=True, slots=True)
class Run:
    """A finished child process: what it wrote, its seconds, its own peak memory in MB."""

    output: bytes
    seconds: float
    peak: int
    code: int


def child(*command: str, seed: int = 0) -> Run:
    """Run a command with another order of hashes for each `seed`.

    GNU time starts it, not this process: a child's peak begins with what its parent holds.
    """
    with tempfile.TemporaryDirectory() as folder:
        peak = Path(folder) / "peak"
        start = time.perf_counter()
        done = subprocess.run(
            ["/usr/bin/time", "-q", "-f", "%M", "-o", peak, *_TIMEOUT, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            check=False,
        )
        spent = time.perf_counter() - start
        return Run(done.stdout, spent, int(peak.read_text()) // 1024, done.returncode)


def texts(name: str) -> materials.Pair:
    """Paragraphs before and after of one hard text."""
    return materials.synthetic(5_000)[:2] if name == LARGE else materials.pathological(name)


@contextmanager
def files(pair: materials.Pair) -> Iterator[tuple[str, str]]:
    """Both sides as text files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a.txt", "b.txt")]
        for path, side in zip(paths, pair, strict=True):
            path.write_text("\n\n".join(side) + "\n", encoding="utf-8")
        yield str(paths[0]), str(paths[1])


def engine() -> None:
    """The engine alone: five processes for each text, each with another order of hashes."""
    print(f"| text | median s | peak MB | same bytes in {RUNS} runs | result |\n|---|---|---|---|---|")
    for name in NAMES:
        command = (sys.executable, "-m", "benchmarks.speed", "--one", name)
        runs = [child(*command, seed=seed) for seed in range(RUNS)]
        if any(run.code for run in runs):
            print(f"| {name} | not finished | | | |", flush=True)
            continue
        found = [json.loads(run.output) for run in runs]
        seconds = statistics.median(f["seconds"] for f in found)
        same = "yes" if len({f["digest"] for f in found}) == 1 else "no"
        peak = max(f["peak"] for f in found)
        print(f"| {name} | {seconds:.2f} | {peak} | {same} | {found[0]['said']} |", flush=True)


def one(name: str) -> None:
    """Measure one hard text in this process; print what `engine` wants to know."""
    seconds, said, digest = _large() if name == LARGE else _pathological(name)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sha = hashlib.sha256(digest.encode("utf-8", "surrogatepass")).hexdigest()
    print(json.dumps({"seconds": seconds, "peak": peak, "said": said, "digest": sha}))


def _large() -> tuple[float, str, str]:
    before, after, parent = materials.synthetic(5_000)
    start = time.perf_counter()
    links = align_sentences(before, after, language="en")
    spent = time.perf_counter() - start
    found = {j: i for i, j in links}
    right = sum(found.get(j) == i for j, i in parent.items()) / len(parent)
    return spent, f"{100 * right:.2f} % right ancestors", repr(links)


def _pathological(name: str) -> tuple[float, str, str]:
    ours, theirs = map(materials.statement, materials.pathological(name))
    start = time.perf_counter()
    result = align(ours, theirs)
    spent = time.perf_counter() - start
    said = ", ".join(note.slug for note in result.notes) or "no bound reached"
    return spent, said, repr(result)


def hard_processes() -> None:
    """The whole `p5diff diff` on the hard texts: twice, the quicker run counts."""
    print("\n| text | s of the whole process | peak MB | same bytes in 2 runs | output MB |")
    print("|---|---|---|---|---|")
    for name in NAMES:
        with files(texts(name)) as paths:
            runs = [child(*_diff(*paths), seed=seed) for seed in (0, 1)]
        if any(run.code for run in runs):
            print(f"| {name} | not finished | | | |", flush=True)
            continue
        same = "yes" if runs[0].output == runs[1].output else "no"
        best, peak, size = min(r.seconds for r in runs), max(r.peak for r in runs), len(runs[0].output) / 1e6
        print(f"| {name} | {best:.1f} | {peak} | {same} | {size:.1f} |", flush=True)


def _diff(a: str, b: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "p5diff", "diff", a, b)


def processes(rounds: int, git: tuple[str, ...]) -> None:
    """`p5diff diff a.txt b.txt` from start to end beside git, in turn."""
    print("| text | median ms of p5diff | peak MB | median ms of git | peak MB | ratio |")
    print("|---|---|---|---|---|---|")
    sets = {"300 words": materials.short(), "light": materials.light(), "heavy": materials.heavy()}
    for name, pair in sets.items():
        with files(pair) as paths:
            turns = [(child(*_diff(*paths)), child(*git, *paths)) for _ in range(rounds)]
        ours, theirs = zip(*turns, strict=True)
        times = [statistics.median(run.seconds for run in side) for side in (ours, theirs)]
        peaks = [max(run.peak for run in side) for side in (ours, theirs)]
        figures = f"{times[0] * 1000:.0f} | {peaks[0]} | {times[1] * 1000:.1f} | {peaks[1]}"
        print(f"| {name} | {figures} | {times[0] / times[1]:.0f} |", flush=True)
