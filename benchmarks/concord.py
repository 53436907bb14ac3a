"""How well two language versions are linked, and how often a discrepancy is told of that is none.

    python -m benchmarks.concord [--semantic]

Texts: the Universal Declaration of Human Rights in six languages (15 pairs, ../shared/data/udhr), its
labels and titles taken away, so that only wording and layout are left; and the Contributor Covenant
(../shared/data/covenant) where two languages have the same version. The truth is article and
paragraph of the Declaration, heading and paragraph of the Covenant.

Each pair is run as it is; with one paragraph in eight taken out of either side; with all paragraphs of
an article run together on one side; and with a tenth of the articles moved on one side.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from p5diff import language as languages
from p5diff.align.semantic import Likeness, load_model
from p5diff.model.concordance import ConcordLink
from p5diff.model.statement import Metadata, Statement
from p5diff.text import stored
from p5diff.workflows.concord import concord_statements

DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
UDHR = {"ar": "arb", "zh": "cmn_hans", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
_NS = "{http://efele.net/udhr}"


class Place(NamedTuple):
    """A paragraph of a text with the key of its counterpart in every other language."""

    key: str
    text: str


def declaration(language: str) -> list[Place]:
    """The paragraphs, each with article and number; those of the preamble under P."""
    root = ElementTree.parse(DATA / "udhr" / f"{UDHR[language]}.xml").getroot()
    found: list[Place] = []
    for part in root:
        name = part.tag.removeprefix(_NS)
        if name not in {"preamble", "article"}:
            continue
        number = part.get("number") or "P"
        for n, paragraph in enumerate(part.iter(f"{_NS}para"), 1):
            text = " ".join("".join(paragraph.itertext()).split())
            text = re.sub(r"^\W*[0-9٠-٩]+\W+", "", text)
            if text:
                found.append(Place(f"{number}.{n}", text))
    return found


def statement(places: Sequence[Place], language: str, name: str = "udhr") -> tuple[Statement, dict[str, str]]:
    """The paragraphs as a statement, and sentence id → key."""
    text = "\n\n".join(
        stored.escape_line(line)
        for p in places
        for line in ["\n".join(stored.sentence_lines(p.text, language=languages.get(language)))]
    )
    paragraphs = stored.parse(text + "\n", language=languages.get(language))
    meta = Metadata(ref=f"{name}:{language}", id=name, language=language)
    keys = {s.id: places[n].key for n, p in enumerate(paragraphs) for s in p.sentences}
    assert len(paragraphs) == len(places), (language, len(paragraphs), len(places))
    return Statement(meta=meta, paragraphs=paragraphs), keys


Pairs = set[tuple[str, str]]


def wanted(one: Sequence[Place], two: Sequence[Place]) -> Pairs:
    """The paragraphs that correspond, by key."""
    return {(p.key, q.key) for p in one for q in two if set(p.key.split("+")) & set(q.key.split("+"))}


def got(links: Sequence[ConcordLink], one: dict[str, str], two: dict[str, str]) -> Pairs:
    """The paragraphs that the links tie, by key."""
    return {(one[a], two[b]) for link in links for a in link.before for b in link.after}


class Score(NamedTuple):
    """Right, given and wanted links."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        return 200 * self.right / max(self.given + self.wanted, 1)


def thinned(places: Sequence[Place], dice: random.Random) -> list[Place]:
    return [p for p in places if dice.random() > 1 / 8]


def joined(places: Sequence[Place]) -> list[Place]:
    """The paragraphs of each article as one."""
    found: list[Place] = []
    for p in places:
        if found and p.key.split(".")[0] == found[-1].key.split("+")[0].split(".")[0] != "P":
            found[-1] = Place(f"{found[-1].key}+{p.key}", f"{found[-1].text} {p.text}")
        else:
            found.append(p)
    return found


def moved(places: Sequence[Place], dice: random.Random) -> list[Place]:
    """Three articles put elsewhere."""
    articles: dict[str, list[Place]] = {}
    for p in places:
        articles.setdefault(p.key.split(".")[0], []).append(p)
    order = list(articles)
    for _ in range(3):
        order.insert(dice.randrange(len(order)), order.pop(dice.randrange(len(order))))
    return [p for name in order for p in articles[name]]


CONDITIONS = ("as it is", "paragraphs missing", "paragraphs joined", "articles moved")


def altered(condition: str, one: list[Place], two: list[Place], seed: str) -> tuple[list[Place], list[Place]]:
    dice = random.Random(seed)
    if condition == "paragraphs missing":
        return thinned(one, dice), thinned(two, dice)
    if condition == "paragraphs joined":
        return one, joined(two)
    if condition == "articles moved":
        return one, moved(two, dice)
    return one, two


def articles(pairs: Pairs) -> Pairs:
    """Without the preamble, whose paragraphs differ in number between the languages."""
    return {(a, b) for a, b in pairs if not (a.startswith("P") or b.startswith("P"))}


def covenant(language: str, version: str) -> list[Place]:
    """The paragraphs and items of the Contributor Covenant, by section and number; empty where the
    language has no such version."""
    path = DATA / "covenant" / f"{language}-{version}.md"
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8").split("+++", 2)[-1]
    found: list[Place] = []
    section = number = 0
    for block in re.split(r"\n\s*\n|\n(?=[*#-]\s)", text):
        plain = " ".join(block.split())
        if plain.startswith("#"):
            section, number = section + 1, 0
        plain = re.sub(r"^(?:#+|[*-])\s*|[*_`]|\[|\]\([^)]*\)|\]", "", plain).strip()
        if plain and "http" not in plain:
            found.append(Place(f"{section}.{number}", plain))
            number += 1
    return found


def _sections(places: Sequence[Place]) -> list[int]:
    counts: dict[str, int] = {}
    for p in places:
        counts[p.key.split(".")[0]] = counts.get(p.key.split(".")[0], 0) + 1
    return list(counts.values())


def covenants() -> Iterator[tuple[str, str, str, list[Place], list[Place]]]:
    """Pairs of languages with the same version whose sections have as many paragraphs each."""
    for version in ("1.3", "1.4", "2.0", "2.1"):
        for a, b in combinations(("ar", "zh", "fr", "ru"), 2):
            one, two = covenant(a, version), covenant(b, version)
            if one and _sections(one) == _sections(two):
                yield version, a, b, one, two


def _unasked(before: Statement, after: Statement) -> None:
    """No model takes part."""


@cache
def _vector(text: str) -> Any:
    return _model().query(text)


@cache
def _model() -> Any:
    return load_model()


def _asked(before: Statement, after: Statement) -> Likeness:
    """The likeness that `--semantic` uses, each sentence read once in the whole run."""
    texts = {s.id: s.text for s in before.sentences()}, {s.id: s.text for s in after.sentences()}
    return lambda one, two: float(_vector(texts[0][one]) @ _vector(texts[1][two]))


def main() -> None:
    """Print the tables of docs/benchmarks/concord.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--semantic", action="store_true", help="with the model of the extra `semantic`")
    ask = _asked if parser.parse_args().semantic else _unasked
    totals = dict.fromkeys(CONDITIONS, Score())
    sure: dict[int, list[bool]] = {}
    told: dict[str, int] = {}
    print("| languages | " + " | ".join(CONDITIONS) + " |\n|---|" + "---:|" * len(CONDITIONS))
    for a, b in combinations(UDHR, 2):
        row = []
        for condition in CONDITIONS:
            one, two = altered(condition, declaration(a), declaration(b), f"{a}{b}")
            (before, ours), (after, theirs) = statement(one, a), statement(two, b)
            made = concord_statements(before, after, likeness=ask(before, after))
            found, truth = articles(got(made.links, ours, theirs)), articles(wanted(one, two))
            score = Score(len(found & truth), len(found), len(truth))
            totals[condition] = totals[condition].plus(score)
            row.append(f"{score.f1:.1f}")
            for link in made.links:
                pairs = articles(got([link], ours, theirs))
                if pairs:
                    sure.setdefault(min(int(link.confidence * 10), 9), []).append(pairs <= truth)
            if condition == CONDITIONS[0]:
                for item in made.discrepancies:
                    told[item.kind.value] = told.get(item.kind.value, 0) + 1
                    print(
                        f"<!-- {a} {b}: {item.kind.value} {item.before} {item.after} {item.explanation} -->"
                    )
        print(f"| {a} {b} | " + " | ".join(row) + " |", flush=True)
    print("| all | " + " | ".join(f"{totals[c].f1:.1f}" for c in CONDITIONS) + " |")
    print("\ndiscrepancies on the texts as they are:", told)
    print("\n| confidence | links | right |\n|---|---:|---:|")
    for step, right in sorted(sure.items()):
        print(f"| {step / 10:.1f} | {len(right)} | {100 * sum(right) / len(right):.0f} % |")
    print("\n| covenant | F1 | discrepancies |\n|---|---:|---:|")
    for version, a, b, one, two in covenants():
        (before, ours), (after, theirs) = statement(one, a, "covenant"), statement(two, b, "covenant")
        made = concord_statements(before, after, likeness=ask(before, after))
        found, truth = got(made.links, ours, theirs), wanted(one, two)
        score = Score(len(found & truth), len(found), len(truth))
        print(f"| {version} {a} {b} | {score.f1:.1f} | {len(made.discrepancies)} |")
        for item in made.discrepancies:
            print(f"<!-- {item.kind.value} {item.before} {item.after} {item.explanation} -->")


if __name__ == "__main__":
    main()
