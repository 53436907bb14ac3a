"""How many planted discrepancies `p5diff concord` finds, and how many it tells of where there are none.

    python -m benchmarks.planted [--seed 1] [--show]

Texts: the Universal Declaration in six languages (../shared/data/udhr, 15 pairs), the Contributor Covenant
where two languages have the same version, and the project's own statement in six languages
(benchmarks/planted_texts.toml), which holds dates, numbers, instruments and acts. Into one side of a pair one
fault is planted at a time, drawn by the seed:

    number      a figure becomes another
    date        a day or year becomes another
    missing     a sentence is taken out
    instrument  the name of an instrument, body or State is replaced by another, or by a common noun
    negation    an act is denied, or a denial is taken away
    weaker      the act becomes weaker by two rungs of the ladder or more

Found is a fault if a discrepancy of the right kind names the sentence; every other discrepancy that the
untouched pair does not give is counted as false. What the untouched pair gives is counted apart.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.concord import UDHR, Place, covenants, declaration, statement
from p5diff.model.concordance import Concordance, Discrepancy
from p5diff.workflows.concord import concord_statements

OWN = Path(__file__).resolve().parent / "planted_texts.toml"

KINDS = {
    "number": {"number"},
    "date": {"date", "number"},
    "missing": {"only before", "only after"},
    "instrument": {"instrument", "body", "state", "symbol"},
    "negation": {"polarity"},
    "weaker": {"strength"},
}


class Fault(NamedTuple):
    """One change: the kind, the paragraph it is made in, and the paragraph's new text."""

    kind: str
    at: int
    text: str
    was: str
    now: str


class Swap(NamedTuple):
    """Words of one language and what stands in their place."""

    kind: str
    was: str
    now: str


def own() -> dict[str, list[Place]]:
    """The project's own statement, paragraph by paragraph, in six languages."""
    data = tomllib.loads(OWN.read_text(encoding="utf-8"))
    return {
        code: [Place(f"{n}.1", text) for n, text in enumerate(texts, 1)]
        for code, texts in data["texts"].items()
    }


def swaps(language: str) -> list[Swap]:
    """The changes of words that may be made in a language."""
    data = tomllib.loads(OWN.read_text(encoding="utf-8"))
    return [Swap(kind, was, now) for kind, was, now in data["swaps"][language]]


_NUMBER = re.compile(r"(?<![0-9A-Za-z/.,-])[0-9]{1,4}(?![/.,-][0-9]|[0-9A-Za-z])|[٠-٩]+")


def _other(number: str, dice: random.Random) -> str:
    """Another number with as many digits, in the same script."""
    zero = "٠" if "٠" <= number[0] <= "٩" else "0"
    value = int(number)
    if 1800 < value < 2200:
        new = value + dice.choice((-3, -2, -1, 1, 2, 3))
    elif value <= 31:
        new = dice.choice([n for n in range(3, 29) if n != value and len(str(n)) == len(str(value))])
    else:
        new = value + dice.choice((-10, 10, 20))
    return "".join(chr(ord(zero) + int(d)) for d in str(new))


def faults(
    places: list[Place], language: str, dice: random.Random, sentences: list[list[str]]
) -> Iterator[Fault]:
    """Every fault that can be planted into a text."""
    listed = swaps(language)
    for at, place in enumerate(places):
        for match in _NUMBER.finditer(place.text):
            new = _other(match.group(), dice)
            kind = "date" if _dated(place.text, match) else "number"
            text = place.text[: match.start()] + new + place.text[match.end() :]
            yield Fault(kind, at, text, match.group(), new)
        for swap in listed:
            if swap.kind in KINDS and place.text.count(swap.was) == 1:
                text = place.text.replace(swap.was, swap.now)
                yield Fault(swap.kind, at, text, swap.was, swap.now)
        for gone in sentences[at]:
            left = place.text.replace(gone, "", 1).strip()
            if len(gone) > 20 or (language == "zh" and len(gone) > 8):
                yield Fault("missing", at, left, gone, "")


def _dated(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a year, or stands beside a month or a year."""
    value = int(match.group())
    around = text[max(match.start() - 20, 0) : match.end() + 20]
    return 1900 < value < 2100 or bool(
        re.search(r"\b(?:19|20)\d\d\b|[月日年]|[٠-٩]{4}", around) and value <= 31
    )


def _key(found: Discrepancy, made: Concordance) -> tuple[str, frozenset[str]]:
    """A discrepancy, whatever ids its sentences have: the kind and the words concerned."""
    texts = {s.id: s.text for s in made.before_sentences}, {s.id: s.text for s in made.after_sentences}
    return found.kind.value, frozenset(
        {texts[0][i] for i in found.before} or {texts[1][i] for i in found.after}
    )


def _there(found: Discrepancy, at: int) -> bool:
    """Whether a discrepancy is about the paragraph, or about one beside it, where a sentence left."""
    ids = (*found.before, *found.after)
    return any(abs(int(i[1 : i.index(".")]) - at - 1) <= 1 for i in ids if i[0] == "p" and i[1].isdigit())


class Count(NamedTuple):
    """Planted, found, and discrepancies that nothing was planted for."""

    planted: int
    found: int
    false: int


def measure(
    before: list[Place],
    after: list[Place],
    languages: tuple[str, str],
    seed: str,
    most: int,
    show: bool = False,
) -> tuple[dict[str, Count], list[str]]:
    """The counts by kind of fault, and what the untouched pair gives."""
    dice = random.Random(seed)
    one, _ = statement(before, languages[0])
    two, _ = statement(after, languages[1])
    clean = concord_statements(one, two)
    known = {_key(d, clean) for d in clean.discrepancies}
    sentences = [[s.text for s in p.sentences] for p in two.paragraphs]
    drawn: dict[str, list[Fault]] = {}
    every = list(faults(after, languages[1], dice, sentences))
    dice.shuffle(every)
    for fault in every:
        if len(drawn.setdefault(fault.kind, [])) < most:
            drawn[fault.kind].append(fault)
    counts: dict[str, Count] = {}
    for kind, some in drawn.items():
        found = false = 0
        for fault in some:
            spoilt = list(after)
            spoilt[fault.at : fault.at + 1] = (
                [after[fault.at]._replace(text=fault.text)] if fault.text else []
            )
            made = concord_statements(one, statement(spoilt, languages[1])[0])
            new = [d for d in made.discrepancies if _key(d, made) not in known]
            right = [d for d in new if d.kind.value in KINDS[kind] and _there(d, fault.at)]
            found += bool(right)
            false += len([d for d in new if d not in right])
            if show and (not right or len(new) > len(right)):
                print(
                    f"    {languages} {kind}: {fault.was} → {fault.now} in {after[fault.at].text[:90]!r}: "
                    + (
                        "; ".join(f"{d.kind.value} {d.before}{d.after} {d.explanation}" for d in new)
                        or "nothing"
                    )
                )
        counts[kind] = Count(len(some), found, false)
    return counts, [f"{d.kind.value} {d.before} {d.after} {d.explanation}" for d in clean.discrepancies]


def _pairs(which: str) -> Iterator[tuple[str, str, str, list[Place], list[Place]]]:
    if which in {"own", "all"}:
        texts = own()
        for a, b in combinations(texts, 2):
            yield "own", a, b, texts[a], texts[b]
            yield "own", b, a, texts[b], texts[a]
    if which in {"udhr", "all"}:
        for a, b in combinations(UDHR, 2):
            yield "Declaration", a, b, declaration(a), declaration(b)
    if which in {"covenant", "all"}:
        for version, a, b, one, two in covenants():
            yield f"Covenant {version}", a, b, one, two


def main() -> None:
    """Print the table of docs/benchmarks/concord.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", default="1")
    parser.add_argument("--most", type=int, default=3, help="faults of a kind in a pair")
    parser.add_argument("--texts", choices=("own", "udhr", "covenant", "all"), default="all")
    parser.add_argument("--show", action="store_true", help="what was missed or false")
    args = parser.parse_args()
    total: dict[tuple[str, str], Count] = {}
    untouched: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    for name, a, b, one, two in _pairs(args.texts):
        counts, clean = measure(one, two, (a, b), f"{args.seed}{name}{a}{b}", args.most, args.show)
        source = name.split()[0]
        untouched[source] += len(clean)
        sentences[source] += len(two)
        if args.show:
            for line in clean:
                print(f"    untouched {name} {a} {b}: {line}")
        for kind, count in counts.items():
            old = total.get((source, kind), Count(0, 0, 0))
            total[source, kind] = Count(*(x + y for x, y in zip(old, count, strict=True)))
    print("| texts | planted | n | found | false beside |\n|---|---|---:|---:|---:|")
    for (source, kind), count in sorted(total.items()):
        share = 100 * count.found / max(count.planted, 1)
        print(f"| {source} | {kind} | {count.planted} | {share:.0f} % | {count.false} |")
    planted, found = (sum(getattr(c, f) for c in total.values()) for f in ("planted", "found"))
    false = sum(c.false for c in total.values())
    print(f"| all | | {planted} | {100 * found / max(planted, 1):.0f} % | {false} |")
    for source, n in untouched.items():
        print(f"untouched {source}: {n} discrepancies on {sentences[source]} paragraphs")


if __name__ == "__main__":
    main()
