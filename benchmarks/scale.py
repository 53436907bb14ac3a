"""How commands over a whole corpus cost as it grows: `list`, `check` and `verify`.

    python -m benchmarks.scale                   1,000 and 10,000 statements
    python -m benchmarks.scale --sizes 50000     as many as you like

Statements are invented, each with a source, an original of plain text and the text that the importer
makes of it. Prints seconds of processor time (user and system) and peak memory of each command as a
process of its own: the first run, with nothing kept in the cache, and the second.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from benchmarks.long import cost
from p5diff import ingest

COMMANDS = {
    "list": ("list",),
    "list --format json": ("list", "--format", "json"),
    "check": ("check",),
    "verify": ("verify",),
}
_TEXT = """Joint statement on item {n}

The Parties met in Geneva and took up item {n} of the agenda. They agreed to meet again in {year}.

They will report on their work every year. They call on all States to support it.
"""
_CORPUS = """format = 1
name = "bench"

[series.bench]
title = "Invented statements"
"""
_ENTRY = """id = "{id}"
series = "bench"
ordinal = {n}
place = "Geneva"
dates = ["{year}-03-{day:02}"]
adopted = "{year}-03-{day:02}"
parties = ["FR", "GB"]

[title]
en = "Joint statement on item {n}"

[[source]]
url = "https://example.org/{id}"
language = "en"

[[text]]
language = "en"
edition = "official"
coverage = "full"
original = "source/en.txt"
name = "en.txt"
sha256 = "{digest}"
encoding = "utf-8"
importer = "plain"
"""


def write_corpus(folder: Path, count: int) -> None:
    """A corpus of `count` statements whose texts follow from their originals."""
    folder.mkdir(parents=True)
    (folder / "corpus.toml").write_text(_CORPUS, encoding="utf-8")
    for n in range(1, count + 1):
        year, day = 1950 + n % 70, 1 + n % 28
        text = _TEXT.format(n=n, year=year + 1).encode()
        name = f"s-{n:06}"
        (folder / name / "source").mkdir(parents=True)
        (folder / name / "source" / "en.txt").write_bytes(text)
        stored = ingest.source(text, name="en.txt", language="en", encoding="utf-8").stored
        (folder / name / "en.txt").write_text(stored, encoding="utf-8")
        entry = _ENTRY.format(id=name, n=n, year=year, day=day, digest=sha256(text).hexdigest())
        (folder / name / "statement.toml").write_text(entry, encoding="utf-8")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    print("| statements | command | first, s (processor) | MB | again, s | MB | exit code |")
    print("|---|---|---|---|---|---|---|")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as name:
            corpus = Path(name) / "corpus"
            write_corpus(corpus, size)
            for title, arguments in COMMANDS.items():
                command = [*arguments, "--corpus", str(corpus)]
                first = cost(command, Path(os.devnull))
                again = cost(command, Path(os.devnull))
                row = f"{first.processor:.1f} | {first.megabytes:.0f} | {again.processor:.2f} | "
                row += f"{again.megabytes:.0f} | {again.code}"
                print(f"| {size:,} | `{title}` | {row} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
