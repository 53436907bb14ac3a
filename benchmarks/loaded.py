"""Whether a file reads the same on a busy machine: `python -m benchmarks.loaded [RUNS [FILE …]]`.

Reads each file so many times (20) in a limited process of its own, as every command does, while other
processes keep all processors busy, and prints how many different results there were: one, or none is right.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sys
from pathlib import Path

from benchmarks.reading import REAL
from p5diff.errors import P5DiffError
from p5diff.ingest.readers.pdf import read


def _busy() -> None:
    while True:
        hashlib.sha256(b"busy" * 4096).digest()


def result(path: Path) -> str:
    """A fingerprint of everything that a reading gives, or the slug of its error."""
    try:
        return hashlib.sha256(repr(read(path.read_bytes(), name=path.name)).encode()).hexdigest()[:16]
    except P5DiffError as error:
        return error.slug


def main() -> None:
    """Print a line for each file: how many runs, how many different results."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    paths = [Path(name) for name in sys.argv[2:]] or sorted(REAL.glob("*.pdf"))
    workers = [multiprocessing.Process(target=_busy, daemon=True) for _ in range(2 * (os.cpu_count() or 1))]
    for worker in workers:
        worker.start()
    print("| file | runs | different results |\n|---|---|---|")
    for path in paths:
        seen = {result(path) for _ in range(runs)}
        print(f"| {path.name} | {runs} | {len(seen)} |", flush=True)
    for worker in workers:
        worker.terminate()


if __name__ == "__main__":
    main()
