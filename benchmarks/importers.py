"""Scores of the importers on generated documents, per format, maker and language.

    python benchmarks/importers.py [--write docs/benchmarks/importers.md]

Every document is made from a text that is known, in UN-like layout: masthead, running heads,
footnotes, hyphenation, two columns, justified Chinese, right-to-left Arabic. *Exact* counts the
paragraphs (titles, headings, place lines among them) that come out character for character;
*kept* is the share of characters that came out; *foreign* counts paragraphs that are none.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from p5diff.ingest import IMPORTERS
from tests.documents.build import LANGUAGES, Made, office_documents, weasy_documents, web_pages
from tests.documents.score import Score, score

HEAD = """# Importers

Paragraphs recovered exactly and characters kept, by `python benchmarks/importers.py` on
documents that it makes itself: an invented statement in six languages and, where
`../shared/data` is at hand, the Universal Declaration of Human Rights, each set with gaps, with
indents, and in two columns, with masthead, running heads, footnotes and hyphenation; web pages
in four shapes. The rules were written while looking at these documents; expect less from
others. Known remains: a hyphen that ends a line where the document has no other witness; spaces
around a slash in Arabic; words that a PDF does not contain cannot come out of it.
"""


def main() -> None:
    made = [*web_pages(long=True), *weasy_documents(long=True)]
    with tempfile.TemporaryDirectory() as folder:
        made += office_documents(Path(folder), long=True)
    table = _table(made)
    print(table)
    if "--write" in sys.argv:
        Path(sys.argv[sys.argv.index("--write") + 1]).write_text(f"{HEAD}\n{table}", encoding="utf-8")


def _table(made: list[Made]) -> str:
    scores: dict[tuple[str, str], list[Score]] = defaultdict(list)
    seconds: dict[tuple[str, str], list[float]] = defaultdict(list)
    for document in made:
        key = f"{document.format} ({document.maker})", document.doc.language
        reader = importlib.import_module(IMPORTERS[document.format])
        reader.parse(document.data, name=document.name)
        start = perf_counter()
        raw = reader.parse(document.data, name=document.name)
        seconds[key].append(perf_counter() - start)
        scores[key].append(score(raw, document.doc))
    rows = [
        "| format | language | documents | exact | kept | foreign | footnotes | ms, median |",
        "|---|---|---|---|---|---|---|---|",
    ]
    order = sorted(scores, key=lambda key: (key[0], LANGUAGES.index(key[1])))
    return "\n".join([*rows, *(_row(key, scores[key], sorted(seconds[key])) for key in order)]) + "\n"


def _row(key: tuple[str, str], scores: list[Score], seconds: list[float]) -> str:
    exact, wanted = sum(s.exact for s in scores), sum(s.wanted for s in scores)
    kept = min(s.kept for s in scores)
    notes, of = sum(s.notes for s in scores), sum(s.of for s in scores)
    figures = f"{exact}/{wanted} ({exact / wanted:.1%}) | {kept:.1%} | {sum(s.foreign for s in scores)}"
    usual = 1000 * seconds[len(seconds) // 2]
    return f"| {key[0]} | {key[1]} | {len(scores)} | {figures} | {notes}/{of} | {usual:.0f} |"


if __name__ == "__main__":
    main()
