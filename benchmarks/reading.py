"""How PDF files of `../shared/data/real` are read: paragraphs torn, cut and glued, and notes without a call.

`python -m benchmarks.reading` prints the tables of docs/benchmarks/reading.md, and with `--show` each
paragraph that it counts, to be looked at beside the page. Titles that end without a stop are counted
as cut and must be told by eye.

`reading_judged.csv` holds paragraphs that were laid beside their pages: file, page, the first and the last
words, and a fingerprint of the whole, with no text copied. A paragraph is *exact* where it comes out with
that fingerprint on that page, *changed* where a space or a sign differs, *torn* or *glued* where one with
its first or last words ends or begins elsewhere, *lost* otherwise; *invented* is what comes out for a page
that was judged whole and was not on it.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from p5diff.errors import InputError
from p5diff.ingest.readers.pdf import parse
from p5diff.model.source import BlockKind, RawBlock, RawText

REAL = Path(__file__).parents[1].parent / "shared" / "data" / "real"
_LABEL = re.compile(r"(?:[a-z]|[ivx]+)[).]")
_END = re.compile(r"[.;:,!?)”\"…\]]$|\b(?:and|or|y|o|e|u)$")
_TWO = re.compile(r"(?<=[;.]) (?:\([a-z]\)|\d{1,2}\.) [A-Z]")
_TITLE = 60


JUDGED = Path(__file__).with_name("reading_judged.csv")
_CHANGED = 5
"""Characters that a space or a mark too much makes: more is another paragraph."""
WORDS = 5
"""How many of its first and last words tell a paragraph: enough to find it, too few to copy it."""


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits of a paragraph's words, white space and composition apart."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def ends(text: str) -> tuple[str, str]:
    """The first and the last words of a paragraph."""
    words = text.split()
    return " ".join(words[:WORDS]), " ".join(words[-WORDS:])


def main() -> None:
    """Print both tables."""
    if not REAL.is_dir():
        print(f"no real documents: {REAL} is missing")
        return
    _signs()
    print()
    _judged()


def judged() -> dict[str, tuple[int, Counter[str]]]:
    """For each file how many of its paragraphs were judged, and what became of them."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    result: dict[str, tuple[int, Counter[str]]] = {}
    for name in sorted({row["file"] for row in rows}):
        own = [row for row in rows if row["file"] == name]
        raw = parse((REAL / name).read_bytes(), name=name)
        result[name] = len(own), _became(own, [block for block in raw.blocks if block.is_text])
    return result


def _judged() -> None:
    print("| file | judged | exact | changed | torn | glued | lost | invented |")
    print("|---|---|---|---|---|---|---|---|")
    total: Counter[str] = Counter()
    number = 0
    for name, (count, counts) in judged().items():
        total.update(counts)
        number += count
        print(_counted(name, count, counts))
    print(_counted("all", number, total))


def _counted(name: str, number: int, counts: Counter[str]) -> str:
    kinds = ("exact", "changed", "torn", "glued", "lost", "invented")
    return f"| {name} | {number} | " + " | ".join(str(counts[kind]) for kind in kinds) + " |"


def _became(rows: Iterable[dict[str, str]], blocks: list[RawBlock]) -> Counter[str]:
    counts: Counter[str] = Counter()
    there = Counter((block.page, fingerprint(block.text)) for block in blocks)
    pages = set()
    for row in rows:
        page = int(row["page"])
        pages.add(page)
        key = (page, row["fingerprint"])
        if there[key] and row["judged"] == "exact":
            there[key] -= 1
            counts["exact"] += 1
            continue
        there[key] -= 1
        verdict = row["judged"] if row["judged"] != "exact" else _verdict(row, blocks)
        counts[verdict] += 1
        if "--show" in sys.argv:
            print(f"    {verdict}, page {page}: {row['first']} … {row['last']}")
    counts["invented"] = sum(count for (page, _), count in there.items() if page in pages and count > 0)
    return counts


def _verdict(row: dict[str, str], blocks: list[RawBlock]) -> str:
    for block in blocks:
        if abs(block.page - int(row["page"])) > 1:
            continue
        first, last = block.text.startswith(row["first"]), block.text.endswith(row["last"])
        if first and last and abs(len(block.text) - int(row["length"])) <= _CHANGED:
            return "changed"
        if first or last:
            return "torn" if len(block.text) < int(row["length"]) else "glued"
        if row["first"] in block.text and row["last"] in block.text:
            return "glued"
    return "lost"


def _signs() -> None:
    print("| file | paragraphs | torn | cut or title | glued | notes called |\n|---|---|---|---|---|---|")
    for path in sorted(REAL.glob("*.pdf")):
        try:
            print(_row(path.name, parse(path.read_bytes(), name=path.name)))
        except InputError as error:
            print(f"| {path.name} | refused: {error.slug} | – | – | – | – |")


def _row(name: str, raw: RawText) -> str:
    text = [block for block in raw.blocks if block.is_text]
    torn = [b for b in text if b.text[:1].islower() and not _LABEL.match(b.text)]
    cut = [
        b for b in text if b.kind is BlockKind.PARAGRAPH and len(b.text) > _TITLE and not _END.search(b.text)
    ]
    glued = [b for b in text if _TWO.search(b.text)]
    called = {call.key for block in text for call in block.calls}
    notes = [b for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]
    if "--show" in sys.argv:
        for kind, blocks in (("torn", torn), ("cut", cut), ("glued", glued)):
            _show(kind, blocks)
    figures = f"{len(text)} | {len(torn)} | {len(cut)} | {len(glued)}"
    return f"| {name} | {figures} | {sum(note.key in called for note in notes)} of {len(notes)} |"


def _show(kind: str, blocks: list[RawBlock]) -> None:
    for block in blocks:
        print(f"    {kind}, page {block.page}: {block.text[:70]} … {block.text[-40:]}")


if __name__ == "__main__":
    main()
