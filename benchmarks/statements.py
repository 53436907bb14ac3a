"""Read labelled sources and count what came out as their text, by part.

    python -m benchmarks.statements FOLDER [--show]

FOLDER holds a folder for each source with one file (`page.*` or `before.*`) and an `expect.json`; what that
says is written in docs/benchmarks/reading.md. Right is a source whose paragraphs are those that are asked
for, spaces, dashes and quotation marks apart; nearly one with one paragraph too much, too little or
otherwise; asked one that was kept whole with a note that it has two readings.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from p5diff import ingest
from p5diff.errors import P5DiffError
from p5diff.model.source import Source

_LOOSE = re.compile(r"[\s‘’“”\"'«»–—‐‑-]")
_BESIDE = ("title", "optional", "optional_head", "optional_tail")
VERDICTS = ("right", "nearly", "asked", "wrong")


def verdict(folder: Path, expect: dict[str, Any]) -> str:
    """What became of one source."""
    page = next(path for path in sorted(folder.iterdir()) if path.stem in ("page", "before"))
    try:
        source = ingest.source(page.read_bytes(), name=page.name)
    except P5DiffError:
        return "right" if expect.get("refused") else "wrong"
    return "wrong" if expect.get("refused") else judged(source, expect)


def judged(source: Source, expect: dict[str, Any]) -> str:
    """Whether the paragraphs of a source are those asked for."""
    wanted = _bare(expect["paragraphs"])
    free = {line for key in _BESIDE for line in _bare(_several(expect.get(key, [])))} - set(wanted)
    found = [line for line in _bare(_paragraphs(source)) if line not in free]
    aside = _bare(item.text for item in source.set_aside)
    told = all(any(one in item for item in aside) for one in _bare(expect.get("aside", [])))
    if found == wanted and told:
        return "right"
    if any(note.slug == "carrier-doubtful" for note in source.notes):
        return "asked"
    steps = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    other = sum(max(b - a, d - c) for kind, a, b, c, d in steps if kind != "equal")
    return "nearly" if told and other == 1 < len(wanted) else "wrong"


def _paragraphs(source: Source) -> list[str]:
    return [" ".join([p.label, *(one.text for one in p.sentences)]) for p in source.paragraphs]


def _several(lines: str | list[str]) -> list[str]:
    return [lines] if isinstance(lines, str) else lines


def _bare(lines: Iterable[str]) -> list[str]:
    """The lines without what is no matter of their words."""
    return [_LOOSE.sub("", unicodedata.normalize("NFKC", line)) for line in lines]


def main() -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="name what is not right")
    args = parser.parse_args()
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for file in sorted(args.folder.glob("*/expect.json")):
        expect = json.loads(file.read_text(encoding="utf-8"))
        found = verdict(file.parent, expect)
        parts[expect["part"]][found] += 1
        if args.show and found != "right":
            print(f"{found:7}{file.parent.name}", flush=True)
    print(f"{'part':6}" + "".join(f"{one:>8}" for one in VERDICTS))
    for part, counts in sorted(parts.items()):
        print(f"{part:6}" + "".join(f"{counts[one]:8}" for one in VERDICTS) + f" of {counts.total()}")


if __name__ == "__main__":
    main()
