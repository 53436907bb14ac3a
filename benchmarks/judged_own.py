"""The project's own judged set: invented statements, edited by a program that knows what it did.

`python -m benchmarks.judged_own` prints how much of it a comparison of the two texts finds, by language
and by kind of edit. The sentences stand in tests/judged_own/texts, one file a language: sentences with a
choice of wordings `[one|other]`, sentences that divide in two (`first||, joined second||Second alone`), and
sentences of which there are four that differ in a word or two, `{one|two|three|four}`; last, clauses that
may be added to any sentence, so that sentences with little in common share some words.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import p5diff
from p5diff.align.settings import DEFAULT
from p5diff.model.comparison import Change, Comparison

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "judged_own" / "texts"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
SEEDS = range(8)
KINDS = ("unchanged", "reworded", "moved", "split", "merged", "dropped", "new", "twins", "renumbered")

Row = tuple[tuple[str, ...], tuple[str, ...]]
"""Sentences before and sentences after that belong together; one side is empty for new and dropped."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands in the text before, what it became, and what was done to it."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    twin: bool = False


@dataclass(slots=True)
class Edited:
    """Two texts with printed paragraph numbers, and the truth about them."""

    language: str
    before: str
    after: str
    units: list[Unit]
    renumbered: set[tuple[int, int]] = field(default_factory=set)
    """Numbers before and after of the paragraphs that correspond and have another number."""


def edited(language: str, seed: int) -> Edited:
    """A statement and its successor, made from the sentences of a language."""
    chance = random.Random(f"{language}-{seed}")
    paragraphs = _paragraphs(language, chance)
    old = [p for p in paragraphs if any(u.before for u in p)]
    moved = [p for p in paragraphs if p[0].kind == "moved"]
    new = [p for p in paragraphs if p not in moved]
    new += moved  # from where they stood to the end: they are always fewer than what they pass
    new = [p for p in new if any(u.after for u in p)]
    numbers = {id(p): number for number, p in enumerate(old, 1)}
    pairs = {(numbers[id(p)], number) for number, p in enumerate(new, 1) if id(p) in numbers}
    return Edited(
        language,
        _written(language, [[s for u in p for s in u.before] for p in old]),
        _written(language, [[s for u in p for s in u.after] for p in new]),
        [u for p in paragraphs for u in p],
        {(one, two) for one, two in pairs if one != two},
    )


def _written(language: str, paragraphs: list[list[str]]) -> str:
    gap = "" if language == "zh" else " "
    return "\n\n".join(f"{number}. {gap.join(p)}" for number, p in enumerate(paragraphs, 1)) + "\n"


def _paragraphs(language: str, chance: random.Random) -> list[list[Unit]]:
    """All paragraphs in the order of the text before; the one that is new stands first."""
    plain, dividing, twins, clauses = _sentences(language)
    chance.shuffle(plain)
    chance.shuffle(dividing)
    wanted = ["new"] * 3 + ["moved"] * 4 + ["dropped"] * 3 + ["reworded"] * 6
    units = [_unit(kind, wordings, clauses, chance) for kind, wordings in zip(wanted, plain, strict=False)]
    kept = [_unit("unchanged", wordings, clauses, chance) for wordings in plain[len(wanted) :]]
    first, others, moving = units[:1], units[1:3] + units[7:] + kept, units[3:7]
    others += [_divided(kind, d) for kind, d in zip(["split", "split", "merged", "merged"], dividing)]  # noqa: B905
    others += [Unit("unchanged", (d[0],), (d[0],)) for d in dividing[4:]]
    chance.shuffle(others)
    body = _grouped(others, chance)
    at = chance.randrange(len(body) // 3)
    body[at:at] = [moving[:2], moving[2:]]
    lists = [_twins(four, change, chance) for four, change in zip(twins, ["", "dropped", "new"], strict=True)]
    for four in lists:
        body.insert(chance.randrange(at + 2, len(body)), four)
    return [first, *body]


def _grouped(units: list[Unit], chance: random.Random) -> list[list[Unit]]:
    """Paragraphs of two to four sentences; each holds one at least that stands on both sides."""
    groups: list[list[Unit]] = [[u] for u in units if u.before and u.after]
    groups = [a + b for a, b in zip(groups[::2], groups[1::2], strict=False)] + groups[len(groups) // 2 * 2 :]
    for unit in units:
        if not (unit.before and unit.after):
            chance.choice(groups).append(unit)
    return groups


def _unit(kind: str, wordings: tuple[str, str], clauses: list[str], chance: random.Random) -> Unit:
    """A sentence and what became of it. Of what is reworded, half gains a clause besides; of what is moved,
    half is reworded; of what is new, half has a clause that others have too."""
    one, two = wordings if chance.random() < 0.5 else wordings[::-1]
    longer = two[:-1] + chance.choice(clauses) + two[-1]
    more = chance.random() < 0.5
    if kind == "new":
        return Unit(kind, (), (longer if more else two,))
    if kind == "dropped":
        return Unit(kind, (one,), ())
    if kind == "reworded":
        return Unit(kind, (one,), (longer if more else two,))
    return Unit(kind, (one,), (two if kind == "moved" and more else one,))


def _divided(kind: str, parts: tuple[str, str, str]) -> Unit:
    whole, halves = parts[:1], parts[1:]
    return Unit(kind, whole, halves) if kind == "split" else Unit(kind, halves, whole)


def _twins(four: list[str], change: str, chance: random.Random) -> list[Unit]:
    at = chance.randrange(4)
    return [
        Unit(
            change if change and n == at else "unchanged",
            () if change == "new" and n == at else (text,),
            () if change == "dropped" and n == at else (text,),
            twin=True,
        )
        for n, text in enumerate(four)
    ]


_Sentences = tuple[list[tuple[str, str]], list[tuple[str, str, str]], list[list[str]], list[str]]


def _sentences(language: str) -> _Sentences:
    """Sentences in two wordings; whole, first and second; four that differ in a word; clauses."""
    parts = (TEXTS / f"{language}.txt").read_text(encoding="utf-8").split("--\n")
    end = "。" if language == "zh" else "."
    choice = re.compile(r"[\[{]([^\]}]*)[\]}]")
    plain = [_wordings(choice, line) for line in parts[0].splitlines()]
    dividing = []
    for line in parts[1].splitlines():
        first, joined, second = line.split("||")
        dividing.append((first + joined + end, first + end, second + end))
    twins = [_wordings(choice, line) for line in parts[2].splitlines()]
    return [(p[0], p[1]) for p in plain], dividing, twins, parts[3].splitlines()


def _wordings(choice: re.Pattern[str], line: str) -> list[str]:
    found = choice.search(line)
    assert found, line
    return [line[: found.start()] + option + line[found.end() :] for option in found[1].split("|")]


@dataclass(slots=True)
class Found:
    """Right, wrong and missed of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def f1(self) -> float:
        """F1 in per cent."""
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def score(made: Edited, comparison: Comparison) -> dict[str, Found]:
    """What the comparison says beside what was done, by kind. A row counts where its sentences are the very
    ones, both sides; twins count whatever was done to them, and in no other kind."""
    twins = {(u.before, u.after) for u in made.units if u.twin}
    names = {s for row in twins for side in row for s in side}
    rows = [(_kind(c), _row(c)) for c in comparison.changes]
    result = {}
    for kind in KINDS[:-2]:
        truth = {(u.before, u.after) for u in made.units if u.kind == kind and not u.twin}
        said = {row for k, row in rows if k == kind and not names & {*row[0], *row[1]}}
        result[kind] = _found(truth, said)
    result["twins"] = _found(twins, {row for _, row in rows if names & {*row[0], *row[1]}})
    result["renumbered"] = _found(made.renumbered, set(_numbers(comparison)))
    return result


def _found(truth: set[Any], said: set[Any]) -> Found:
    return Found(len(truth & said), len(said - truth), len(truth - said))


def _row(change: Change) -> Row:
    return tuple(s.text for s in change.pair.before), tuple(s.text for s in change.pair.after)


def _kind(change: Change) -> str:
    """The one kind under which a reader would count the change."""
    pair = change.pair
    if pair.shape.value in ("split", "merged"):
        return pair.shape.value
    if pair.moved:
        return "moved"
    return "reworded" if pair.kind.value in ("recast", "editorial") else pair.kind.value


def _numbers(comparison: Comparison) -> Iterator[tuple[int, int]]:
    for run in comparison.renumbered:
        one, two = (int(re.sub(r"\D", "", label)) for label in (run.before_first, run.after_first))
        yield from ((one + n, two + n) for n in range(run.count))


def measured(language: str, settings: p5diff.Settings = DEFAULT) -> dict[str, Found]:
    """The whole set of a language."""
    total = {kind: Found() for kind in KINDS}
    for seed in SEEDS:
        made = edited(language, seed)
        comparison = p5diff.compare_texts(made.before, made.after, language=language, settings=settings)
        for kind, found in score(made, comparison).items():
            one = total[kind]
            total[kind] = Found(one.right + found.right, one.wrong + found.wrong, one.missed + found.missed)
    return total


def main() -> None:
    print("| language | sentences | " + " | ".join(KINDS) + " |\n|" + "---|" * (len(KINDS) + 2))
    for language in LANGUAGES:
        total = measured(language)
        units = [u for seed in SEEDS for u in edited(language, seed).units]
        size = {s for u in units for s in (*u.before, *u.after)}
        figures = " | ".join(f"{total[kind].f1():.1f}" for kind in KINDS)
        print(f"| {language} | {len(size)} | {figures} |")


if __name__ == "__main__":
    sys.exit(main())
