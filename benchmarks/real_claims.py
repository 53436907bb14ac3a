"""How much of what changed in strength between real texts is said, and how much of what is said is right.

    python -m benchmarks.real_claims [SHARED] [--all] [--lot=N]

`SHARED` (`../shared` unless given) holds the texts; without them it says so and measures nothing, and a pair
of which a text is missing is named and left out. A pair of `judged/twlaw.jsonl#id` is a revision of a law
given there as lists of articles. `lot` tells the pairs of one reading from those of another.
`real_claims.toml` names, by the digests of their sentences, the changes of strength, polarity, deadline,
actor and bound that a reader wrote down before any comparison of the pair was read, with the claims that
would say each; and what the reader thought of the other claims that were made, once they were. No sentence
of a text is stored. Drafting marks (aspect `draft`) and what is only new or dropped do not count. `--all`
prints every claim with its judgement.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from p5diff.model.comparison import Change, Shift, Verdict  # noqa: E402
from p5diff.workflows.compare import compare  # noqa: E402
from tests.gold.gold import digest  # noqa: E402

GOLD = Path(__file__).with_suffix(".toml")
NOT_JUDGED = "not judged"


class Claim(NamedTuple):
    """One verdict on one pair of sentences, named by the digests of its sentences."""

    before: frozenset[str]
    after: frozenset[str]
    said: str
    words: str

    def stands_on(self, before: Collection[str], after: Collection[str]) -> bool:
        """Whether it is made of these sentences, or of a group that holds some of them on both sides."""
        return bool(self.before & set(before)) and bool(self.after & set(after))


def claims(changes: Collection[Change]) -> Iterator[Claim]:
    """Every verdict of a comparison but those on drafting marks."""
    for change in changes:
        before = frozenset(digest(s.text) for s in change.pair.before)
        after = frozenset(digest(s.text) for s in change.pair.after)
        for shift in change.shifts:
            if shift.aspect != "draft" and shift.verdict is not Verdict.NOT_COMPARABLE:
                yield Claim(before, after, f"{shift.aspect} {shift.verdict.value}", _words(shift))


def _words(shift: Shift) -> str:
    return f"{shift.before or '·'} → {shift.after or '·'}"


def judge(claim: Claim, pair: dict[str, Any]) -> str:
    """right, wrong or arguable; `not judged` for a claim that nobody has looked at."""
    for change in pair.get("change", ()):
        if claim.said in change["said"] and claim.stands_on(change["before"], change["after"]):
            return "right"
    for known in pair.get("claim", ()):
        if claim.said == known["said"] and claim.stands_on(known["before"], known["after"]):
            return str(known["judged"])
    return NOT_JUDGED


def texts(shared: Path, pair: dict[str, Any], scratch: Path) -> tuple[Path, Path]:
    """The two files of a pair; a revision of a law is written to `scratch`, each line a paragraph."""
    rows, hash_mark, law = str(pair["before"]).partition("#")
    if not hash_mark:
        return shared / pair["before"], shared / pair["after"]
    if not (shared / rows).is_file():
        return shared / rows, shared / rows
    laws = map(json.loads, (shared / rows).read_text(encoding="utf-8").splitlines())
    revision = next(r for r in laws if r["id"].partition(":")[0] == law)
    files = scratch / f"{law}-before.txt", scratch / f"{law}-after.txt"
    for file, articles in zip(files, (revision["old"], revision["new"]), strict=True):
        file.write_text("\n\n".join(a.replace("\n", "\n\n") for a in articles) + "\n", encoding="utf-8")
    return files


def main(shared: Path, everything: bool, only: str = "") -> None:
    """Print both shares, whole and by language and reading, then what is missed and what is not right."""
    if not (shared / "data").is_dir():
        print(f"skipped: {shared / 'data'} is not there")
        return
    with tempfile.TemporaryDirectory() as scratch:
        _measure(shared, everything, only, Path(scratch))


def _measure(shared: Path, everything: bool, only: str, scratch: Path) -> None:
    pairs = tomllib.loads(GOLD.read_text(encoding="utf-8"))["pair"]
    judged: dict[str, Counter[str]] = {}
    told: dict[str, Counter[str]] = {}
    for pair in pairs:
        name = f"{pair['before']} → {pair['after']}"
        language, lot = pair["language"], f"lot {pair.get('lot', 1)}"
        if only and lot != f"lot {only}":
            continue
        before, after = texts(shared, pair, scratch)
        if not (before.is_file() and after.is_file()):
            print(f"left out   {name}: not there")
            continue
        found = compare(before, after, before_language=language, after_language=language)
        made = list(claims(found.changes))
        for claim in made:
            verdict = judge(claim, pair)
            for group in ("all", lot, language):
                judged.setdefault(group, Counter())[verdict] += 1
            if everything or verdict != "right":
                print(f"{verdict:10} {name}: {claim.said}: {claim.words}")
                if verdict == NOT_JUDGED:
                    print(f"{'':10} before = {sorted(claim.before)}")
                    print(f"{'':10} after = {sorted(claim.after)}")
        for change in pair.get("change", ()):
            hit = any(
                c.said in change["said"] and c.stands_on(change["before"], change["after"]) for c in made
            )
            for group in ("all", lot, language):
                told.setdefault(group, Counter())["said" if hit else "missed"] += 1
            if not hit:
                print(f"missed     {name}: {change['what']}")
    for group, of in told.items():
        made_of = judged.get(group, Counter())
        verdicts = ("right", "wrong", "arguable", NOT_JUDGED)
        shares = ", ".join(f"{k} {made_of[k]}" for k in verdicts if made_of[k]) or "none"
        said = f"said {of['said']} ({of['said'] / of.total():.0%})"
        print(f"{group:5} claims {made_of.total()}: {shares}; real changes {of.total()}: {said}")


if __name__ == "__main__":
    named = [a for a in sys.argv[1:] if not a.startswith("--")]
    lots = [a.removeprefix("--lot=") for a in sys.argv[1:] if a.startswith("--lot=")]
    main(Path(named[0]) if named else ROOT.parent / "shared", "--all" in sys.argv, *lots[:1])
