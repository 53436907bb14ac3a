"""The judged sets as `p5diff diff` shows them: units are paragraphs, cut into sentences and aligned as such.

python -m benchmarks.as_shown              pair F1 of the paragraph view beside that of `align_sentences`
python -m benchmarks.as_shown --semantic   the paragraph view without and with `--semantic` (extra `semantic`)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.judged import FOLDER, SETS, Counts, Judged, load, score
from p5diff import language as languages
from p5diff.align import align, align_sentences
from p5diff.align.semantic import likeness
from p5diff.model.statement import Metadata, Paragraph, Sentence, Statement
from p5diff.text.segment import sentences


def statement(units: Sequence[str], code: str) -> Statement:
    """Each unit as a paragraph of sentences; a line break in a unit ends a sentence."""
    language = languages.get(code)
    made = []
    for block, text in enumerate(units):
        cut = [line[s.start : s.end] for line in text.split("\n") for s in sentences(line, language=language)]
        parts = tuple(
            Sentence(text=part, block=block, number=k, paragraph=block + 1)
            for k, part in enumerate(cut, start=1)
        )
        made.append(Paragraph(sentences=parts, number=block + 1))
    return Statement(meta=Metadata(ref="x", id="x", language=code), paragraphs=tuple(made))


def links_shown(judged: Judged, *, semantic: bool = False) -> list[tuple[int, int]]:
    """The units that the paragraph view of the comparison brings together."""
    before, after = (statement(side, judged.language) for side in (judged.old, judged.new))
    asked = likeness(before, after) if semantic else None
    found = align(before, after, likeness=asked).paragraphs
    return [(i, j) for link in found for i in link.before for j in link.after]


def new_precision(total: Counts) -> str:
    """Of the units called new, the share that is, in per cent."""
    return f"{100 * total.new_right / max(1, total.new_right + total.new_wrong):.1f}"


def with_model() -> None:
    """One row a set: as `diff` and as `diff --semantic` show it, and the links that the model added."""
    print(
        "| set | pair F1 | new, precision | n:m whole | with the model | new | n:m | added, right | wrong |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name in SETS:
        plain, asked = Counts(), Counts()
        for judged in load(name):
            plain += score(judged, links_shown(judged))
            asked += score(judged, links_shown(judged, semantic=True))
        cells = [f"{c.f1():.2f} | {new_precision(c)} | {c.recall('many_'):.1f}" for c in (plain, asked)]
        more = f"{asked.right - plain.right} | {asked.wrong - plain.wrong}"
        print(f"| {name} | {' | '.join(cells)} | {more} |", flush=True)


def main() -> int:
    if not FOLDER.is_dir():
        print("../shared/judged is not here")
        return 0
    if "--semantic" in sys.argv:
        with_model()
        return 0
    print("| set | diff, pair F1 | new, precision | n:m whole | align_sentences, pair F1 | new | n:m |")
    print("|---|---|---|---|---|---|---|")
    for name in SETS:
        shown, found = Counts(), Counts()
        for judged in load(name):
            shown += score(judged, links_shown(judged))
            found += score(judged, align_sentences(judged.old, judged.new, language=judged.language))
        cells = [f"{c.f1():.2f} | {new_precision(c)} | {c.recall('many_'):.1f}" for c in (shown, found)]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
