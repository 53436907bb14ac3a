"""How much of what changed in strength between real texts is said, and how much of what is said is right.

    python -m benchmarks.real_claims [SHARED] [--all]

`SHARED` (`../shared` unless given) holds the texts; without them it says so and measures nothing.
`real_claims.toml` names, by the digests of their sentences, the changes of strength, polarity, deadline,
actor and bound that a reader wrote down before any comparison of the pair was read, with the claims that
would say each; and what the reader thought of the other claims that were made, once they were. No sentence
of a text is stored. Drafting marks (aspect `draft`) and what is only new or dropped do not count. `--all`
prints every claim with its judgement.
"""

from __future__ import annotations

import sys
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


def main(shared: Path, everything: bool) -> None:
    """Print both shares, whole and by language, then what is missed and what is not right."""
    if not (shared / "data").is_dir():
        print(f"skipped: {shared / 'data'} is not there")
        return
    pairs = tomllib.loads(GOLD.read_text(encoding="utf-8"))["pair"]
    judged: dict[str, Counter[str]] = {}
    told: dict[str, Counter[str]] = {}
    for pair in pairs:
        name = f"{pair['before']} → {pair['after']}"
        language = pair["language"]
        texts = (shared / "data" / pair[side] for side in ("before", "after"))
        found = compare(*texts, before_language=language, after_language=language)
        made = list(claims(found.changes))
        for claim in made:
            verdict = judge(claim, pair)
            for group in ("all", language):
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
            for group in ("all", language):
                told.setdefault(group, Counter())["said" if hit else "missed"] += 1
            if not hit:
                print(f"missed     {name}: {change['what']}")
    for group, of in told.items():
        made_of = judged.get(group, Counter())
        verdicts = ("right", "wrong", "arguable", NOT_JUDGED)
        shares = ", ".join(f"{k} {made_of[k]}" for k in verdicts if made_of[k]) or "none"
        said = f"said {of['said']} ({of['said'] / of.total():.0%})"
        print(f"{group:4} claims {made_of.total()}: {shares}; real changes {of.total()}: {said}")


if __name__ == "__main__":
    named = [a for a in sys.argv[1:] if not a.startswith("--")]
    main(Path(named[0]) if named else ROOT.parent / "shared", "--all" in sys.argv)
