"""How well kinds and topics agree with hand-made annotations.

    python benchmarks/meaning.py [--blind] [--errors] [--write]

Prints, per text and per language: precision, recall and F1 of each kind; how often the leading
topic is one of the annotated ones; F1 over sets of topics; agreement on the rung and the actor.
`--errors` lists every disagreement, `--write` puts the figures into docs/benchmarks/meaning.md.
`--blind` scores the texts of the second annotator instead, both halves apart; `--errors` then
lists those of the half that may be looked at, never of the half kept back.
Texts that are not there (../shared) are skipped, and named.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from p5diff.meaning import load_rules  # noqa: E402
from p5diff.meaning.sentence.commitments import mark  # noqa: E402
from p5diff.meaning.topics import tag  # noqa: E402
from tests.gold.gold import GOLD, Gold, kept_back  # noqa: E402

KINDS = ("commitment", "position", "call", "process", "record", "none")
PAGE = ROOT / "docs" / "benchmarks" / "meaning.md"


@dataclass(slots=True)
class Score:
    """Counts that add."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    rungs: int = 0
    actors: int = 0
    lead: int = 0
    topics: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in ("right", "found", "wanted", "topics"):
            getattr(self, name).update(getattr(other, name))
        for name in ("sentences", "rungs", "actors", "lead", "missing"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def kind_f1(self, kind: str) -> float:
        total = self.found[kind] + self.wanted[kind]
        return 2 * self.right[kind] / total if total else 1.0

    @property
    def accuracy(self) -> float:
        return sum(self.right.values()) / max(1, self.sentences)

    @property
    def macro(self) -> float:
        kinds = [k for k in KINDS if self.wanted[k]]
        return sum(map(self.kind_f1, kinds)) / max(1, len(kinds))

    @property
    def topic_f1(self) -> float:
        total = self.topics["found"] + self.topics["wanted"]
        return 2 * self.topics["right"] / total if total else 1.0


def score(gold: Gold, *, kept: bool | None = None) -> Score:
    """Compare the classifier with the annotations of one text, or of one half of it."""
    rules, statement, result = load_rules(), gold.statement(), Score()
    tags, marks = tag(statement, rules), mark(statement, rules)
    pairs = list(gold.pairs())
    result.missing = len(gold.rows()) - len(pairs)
    for sentence, row in pairs:
        if kept is not None and kept_back(str(row["sha"])) is not kept:
            continue
        _one(result, sentence.text, row, marks[sentence.id], [t.topic for t in tags[sentence.id]])
    return result


def _one(result: Score, text: str, row: dict, mark_, topics: list[str]) -> None:
    result.sentences += 1
    result.found[mark_.kind.value] += 1
    result.wanted[row["kind"]] += 1
    result.right[row["kind"]] += mark_.kind.value == row["kind"]
    result.rungs += mark_.rung == row.get("rung", mark_.rung)
    result.actors += mark_.actor == row["actor"]
    wanted = row["topics"]
    hit = (not wanted and not topics) or (topics[:1] != [] and topics[0] in wanted)
    result.lead += hit
    result.topics.update(found=len(topics), wanted=len(wanted), right=len(set(topics) & set(wanted)))
    if mark_.kind.value != row["kind"] or not hit or mark_.rung != row.get("rung", mark_.rung):
        result.errors.append(
            f"  {row['kind']}/{row.get('rung', '')}/{'+'.join(wanted)}  ≠  {mark_.kind.value}/{mark_.rung}/"
            f"{'+'.join(topics)}  [{mark_.rule}]\n    {text[:150]}"
        )


def table(scores: dict[str, Score], *, rung: bool = True) -> str:
    """The figures as a Markdown table; blind texts have no annotated rung."""
    columns = ["kind accuracy", "kind F1 (macro)", "leading topic", "topics F1", *["rung"] * rung, "actor"]
    lines = [f"| text | sentences | {' | '.join(columns)} |", "|" + "---|" * (len(columns) + 2)]
    for name, s in scores.items():
        n = max(1, s.sentences)
        cells = [s.accuracy, s.macro, s.lead / n, s.topic_f1, *[s.rungs / n] * rung, s.actors / n]
        lines.append(f"| {name} | {s.sentences} | " + " | ".join(f"{c:.2f}" for c in cells) + " |")
    return "\n".join(lines)


def kinds(s: Score) -> str:
    """Precision, recall and F1 of each kind."""
    lines = ["| kind | annotated | precision | recall | F1 |", "|---|---|---|---|---|"]
    for kind in KINDS:
        precision = s.right[kind] / s.found[kind] if s.found[kind] else 1.0
        recall = s.right[kind] / s.wanted[kind] if s.wanted[kind] else 1.0
        lines.append(
            f"| {kind} | {s.wanted[kind]} | {precision:.2f} | {recall:.2f} | {s.kind_f1(kind):.2f} |"
        )
    return "\n".join(lines)


def blind(list_errors: bool) -> str:
    """The figures on the texts annotated blind: per text, and per language for each half."""
    whole: dict[str, Score] = {}
    halves: dict[str, Score] = {}
    for gold in (g for g in GOLD if g.blind and g.available):
        whole[gold.name] = score(gold)
        halves.setdefault(f"all {gold.language}", Score()).add(whole[gold.name])
        for kept in (False, True):
            found = score(gold, kept=kept)
            halves.setdefault(f"{gold.language}, {'kept back' if kept else 'open'}", Score()).add(found)
            halves.setdefault(f"all, {'kept back' if kept else 'open'}", Score()).add(found)
            if list_errors and not kept:
                print(gold.name, *found.errors, sep="\n")
    shown = {**whole, **dict(sorted(halves.items()))}
    both = Score()
    for name in ("all, open", "all, kept back"):
        both.add(halves.get(name, Score()))
    return f"{table(shown, rung=False)}\n\n{kinds(both)}"


def main() -> int:
    """Score every text that is there."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--heldout", action="store_true", help="list disagreements of held-out texts too")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--blind", action="store_true", help="the second annotator's texts instead")
    options = parser.parse_args()
    if options.blind:
        print(blind(options.errors))
        return 0
    scores: dict[str, Score] = {}
    groups: dict[str, Score] = {}
    for gold in (g for g in GOLD if not g.blind):
        if not gold.available:
            print(f"skipped, not there: {gold.source}")
            continue
        scores[gold.name] = score(gold)
        group = f"held out: {gold.language}" if gold.held_out else f"all {gold.language}"
        groups.setdefault(group, Score()).add(scores[gold.name])
        if scores[gold.name].missing:
            print(f"{gold.name}: {scores[gold.name].missing} annotated sentences not found in the text")
        if options.errors and (options.heldout or not gold.held_out):
            print(gold.name, *scores[gold.name].errors, sep="\n")
    text = table({**scores, **groups})
    for name, s in groups.items():
        text += f"\n\nKinds, {name}:\n\n{kinds(s)}"
    print(text)
    if options.write:
        start, end = "<!-- figures -->", "<!-- end -->"
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(start)
        PAGE.write_text(f"{before}{start}\n\n{text}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
