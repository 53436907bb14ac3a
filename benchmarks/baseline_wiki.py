"""php-wikidiff2 read as an alignment: lines that it shows as the same, changed in place, or moved.

Each row it gives names the byte where its line starts, so every line is found again exactly.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

Units = Sequence[str]
Links = list[tuple[int, int]]

_SAME, _CHANGED, _MOVED_FROM, _MOVED_TO = 0, 3, 4, 5
_PHP = "echo wikidiff2_inline_json_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 1000000);"
# Its search for moved lines gives up beyond so many changed lines, 100 unless told: told here.
_SETTINGS = ("-d", "wikidiff2.moved_paragraph_detection_cutoff=100000")


def wikidiff2_lines(old: Units, new: Units) -> Links:
    """Lines that wikidiff2 puts beside each other; one unit a line, all lines shown."""
    sides = [[u.replace("\n", " ") for u in units] for units in (old, new)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b")]
        for path, lines in zip(paths, sides, strict=True):
            path.write_text("\n".join(lines), encoding="utf-8")
        command = ("php", *_SETTINGS, "-r", _PHP, *map(str, paths))
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    starts = [_starts(lines) for lines in sides]
    return sorted(set(_linked(json.loads(done.stdout)["diff"], *starts)))


def _starts(lines: list[str]) -> dict[int, int]:
    """Byte where a line starts → its number."""
    sizes = accumulate((len(line.encode()) + 1 for line in lines), initial=0)
    return {byte: number for number, byte in zip(range(len(lines)), sizes, strict=False)}


def _linked(rows: list[dict], old: dict[int, int], new: dict[int, int]) -> Iterator[tuple[int, int]]:
    targets = {row["moveInfo"]["id"]: row["offset"]["to"] for row in rows if row["type"] == _MOVED_TO}
    for row in rows:
        start, end = row["offset"]["from"], row["offset"]["to"]
        if row["type"] == _MOVED_FROM:
            end = targets.get(row["moveInfo"]["linkId"])
        if row["type"] in (_SAME, _CHANGED, _MOVED_FROM) and start in old and end in new:
            yield old[start], new[end]
