"""Draw, print, read, compare: see the package."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from itertools import product
from pathlib import Path

from benchmarks.printed.engines import pdf
from benchmarks.printed.layouts import TEXTS, Document, drawn
from p5diff.errors import InputError
from p5diff.ingest.readers.pdf import parse
from p5diff.model.source import BlockKind

ENGINES = ("weasyprint", "chromium", "libreoffice")


def documents(seed: int, count: int) -> list[Document]:
    """So many documents, the languages and programs in turn, the rest by lot."""
    lot = random.Random(seed)
    turns = list(product(TEXTS, ENGINES))
    lot.shuffle(turns)
    return [drawn(lot, *turns[n % len(turns)]) for n in range(count)]


def differences(document: Document, data: bytes) -> list[str]:
    """What a reader of the file would miss, or find that is not there; empty where all is right."""
    try:
        raw = parse(data, name="printed.pdf")
    except InputError as error:
        return [f"refused: {error.slug}"]
    plain = _plain_zh if document.layout.language == "zh" else _plain
    found = [plain(b.text if not b.label else f"{b.label} {b.text}") for b in raw.blocks if b.is_text]
    wanted = [plain(text) for text in document.wanted]
    missing, foreign = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    result = [f"missing: {text}" for text in missing] + [f"foreign: {text}" for text in foreign]
    if not result and found != wanted:
        result = ["the order"]
    notes = {_plain(b.text) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE}
    return result + [f"note: {note}" for note in document.notes if _plain(note) not in notes]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _plain_zh(text: str) -> str:
    """The same; Chinese sets no space after a label, which is told from the text either way."""
    return re.sub(r"^(\(\w\)|\d+\.) ", r"\1", _plain(text))


def main() -> None:
    """Print how many documents are read exactly, and with `--show` what differs in the others."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    seed, count = (numbers + [1, 24][len(numbers) :])[:2]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    paragraphs = exact = 0
    keep = next((Path(a[7:]) for a in sys.argv if a.startswith("--keep=")), None)
    for number, document in enumerate(documents(seed, count), start=1):
        data = pdf(document)
        if keep:
            (keep / f"{seed}-{number:02}.pdf").write_bytes(data)
        found = differences(document, data)
        missing = sum(line.startswith("missing") for line in found)
        paragraphs += len(document.wanted)
        exact += len(document.wanted) - missing
        for key in (document.layout.engine, document.layout.language, "all"):
            total[key] += 1
            right[key] += not found
        if "--show" in sys.argv:
            print(f"{number:3} {'right' if not found else 'WRONG'}  {document.layout.name}", flush=True)
            print("".join(f"        {line[:150]}\n" for line in found), end="")
    print("| | documents | right |\n|---|---|---|")
    for key in (*ENGINES, *TEXTS, "all"):
        print(f"| {key} | {total[key]} | {right[key]} |")
    print(f"\n{exact} of {paragraphs} paragraphs, headings and rows are exact.")


if __name__ == "__main__":
    main()
