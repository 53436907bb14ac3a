"""Every wrong and every missing link of the judged sets, by cause: `python -m benchmarks.census [SET …]`.

As `diff` shows them. Causes are told by rule, so that another state of the program can be counted again:
words in common are content words (as the passes see them: stems, or pairs of characters in Chinese).
`--new` prints besides, for one set, each unit that is called new and is not.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.as_shown import links_shown
from benchmarks.judged import FOLDER, SETS, Judged, Pair, load
from p5diff import language as languages
from p5diff.align.scoring.alike import edit_ratio
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import Texts, describe, read

ALIKE = 0.6
"""Edit ratio, in words, from which two units are nearly the same [0, 1]: most words, in the same order."""
FEW = {"zh": 3}
"""Content terms in common up to which two units have hardly any, where it is not one: in Chinese terms are
pairs of characters, so that one word of four gives three."""
CAUSES = (
    "missing: a further part, hardly a word in common",
    "missing: a further part, words in common",
    "missing: an only partner, hardly a word in common",
    "missing: an only partner, both left alone",
    "missing: an only partner, another took its place",
    "wrong: a further part that people did not join",
    "wrong: in place of another partner of one or both",
    "wrong: nearly the same, held for dropped and new",
    "wrong: held for dropped and new",
)


def causes(judged: Judged, links: Iterable[Pair]) -> Iterator[tuple[str, Pair]]:
    """Each wrong or missing link with its cause."""
    gold = {pair for pair in judged.gold if pair[1] not in judged.masked} - judged.optional
    found = {pair for pair in links if pair[1] not in judged.masked} - judged.optional
    texts = read(judged.old, judged.new, reader_for(languages.get(judged.language)))
    describe(texts)
    for pair in sorted(gold - found):
        yield _missing(pair, gold, found, texts, FEW.get(judged.language, 1)), pair
    for pair in sorted(found - gold):
        yield _wrong(pair, gold, found, texts), pair


def _missing(pair: Pair, gold: set[Pair], found: set[Pair], texts: Texts, few: int) -> str:
    scarce = _shared(texts, pair) <= few
    if len(_beside(pair, gold)) > 1:
        return CAUSES[0] if scarce else CAUSES[1]
    if _beside(pair, found):
        return CAUSES[4]
    return CAUSES[2] if scarce else CAUSES[3]


def _wrong(pair: Pair, gold: set[Pair], found: set[Pair], texts: Texts) -> str:
    partners = _beside(pair, gold)
    if partners & found:
        return CAUSES[5]
    if partners:
        return CAUSES[6]
    i, j = pair
    alike = edit_ratio()(texts.before.symbols[i], texts.after.symbols[j]) >= ALIKE
    return CAUSES[7] if alike else CAUSES[8]


def _beside(pair: Pair, links: set[Pair]) -> set[Pair]:
    """The links of either unit of a pair."""
    return {link for link in links if link[0] == pair[0] or link[1] == pair[1]}


def _shared(texts: Texts, pair: Pair) -> int:
    both = texts.before.terms[pair[0]] & texts.after.terms[pair[1]]
    return len([term for term in both if texts.content[term]])


def _wrongly_new(judged: Judged, links: Iterable[Pair]) -> list[int]:
    linked = {j for _, j in links}
    partners = {j for _, j in judged.gold | judged.optional}
    return sorted(partners - linked - judged.masked)


def main(arguments: list[str]) -> int:
    if not FOLDER.is_dir():
        print("../shared/judged is not here")
        return 0
    names = [name for name in arguments if name in SETS] or [*SETS]
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for name in names:
        for judged in load(name):
            links = links_shown(judged)
            counts[name].update([cause for cause, _ in causes(judged, links)])
            if "--new" in arguments:
                for j in _wrongly_new(judged, links):
                    print(f"{judged.id}, {j}: {judged.new[j]}")
                    for i in sorted(i for i, q in judged.gold if q == j):
                        print(f"    {i}: {judged.old[i]}")
    print(f"| cause | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for cause in CAUSES:
        print(f"| {cause} | {' | '.join(str(counts[name][cause]) for name in names)} |")
    print(f"| all | {' | '.join(str(counts[name].total()) for name in names)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
