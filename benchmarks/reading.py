"""How PDF files of `../shared/data/real` are read: paragraphs torn, cut and glued, and notes without a call.

`python benchmarks/reading.py` prints the table of docs/benchmarks/reading.md, and with `--show` each
paragraph that it counts, to be looked at beside the page. Titles that end without a stop are counted
as cut and must be told by eye.
"""

from __future__ import annotations

import re
import sys
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


def main() -> None:
    if not REAL.is_dir():
        print(f"no real documents: {REAL} is missing")
        return
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
