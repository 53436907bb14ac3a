"""The answer in one sentence: what became of what the first text promised.

    Compared with Paris 2011, Washington 2012 drops two commitments, weakens one and sets a deadline.

It counts what p5diff recognises and says so where nothing is left to count: silence is no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Comparison, MarkKind, Side
from p5diff.model.statement import Coverage, Edition, Metadata
from p5diff.report.naming import adopted, day, heading
from p5diff.report.rank import Consequence
from p5diff.report.view import Row

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VERBS: tuple[tuple[Consequence, str, str, str], ...] = (
    (Consequence.FLIPPED, "reverses", "passage", "passages"),
    (Consequence.COMMITMENT_DROPPED, "drops", "commitment", "commitments"),
    (Consequence.COMMITMENT_WEAKER, "weakens", "commitment", "commitments"),
    (Consequence.COMMITMENT_NEW, "adds", "commitment", "commitments"),
    (Consequence.COMMITMENT_STRONGER, "strengthens", "commitment", "commitments"),
    (Consequence.COMMITMENT_CHANGED, "changes the words of", "commitment", "commitments"),
    (Consequence.BOUND, "changes who is bound by", "passage", "passages"),
    (Consequence.DEADLINE, "changes", "deadline", "deadlines"),
    (Consequence.FIGURE, "changes", "figure", "figures"),
    (Consequence.CALL_DROPPED, "drops", "call on others", "calls on others"),
    (Consequence.CALL_WEAKER, "weakens", "call on others", "calls on others"),
    (Consequence.CALL_NEW, "adds", "call on others", "calls on others"),
    (Consequence.CALL_STRONGER, "strengthens", "call on others", "calls on others"),
    (Consequence.WEAKER, "weakens", "other passage", "other passages"),
    (Consequence.STRONGER, "strengthens", "other passage", "other passages"),
    (Consequence.CARRIED_OUT, "reports as carried out", "undertaking", "undertakings"),
)
_MOST = 5
"""So many clauses a sentence bears."""


def answer(comparison: Comparison, ranked: Sequence[tuple[Consequence, list[Row]]]) -> str:
    """The sentence. Consequences in order of rank, at most `_MOST`, commitments and calls first."""
    before, after = names(comparison)
    counts = {meant: len(rows) for meant, rows in ranked}
    clauses = [
        f"{verb} {_number(counts[meant])} {one if counts[meant] == 1 else many}"
        for meant, verb, one, many in _VERBS
        if counts.get(meant)
    ]
    if clauses:
        return f"Compared with {before}, {after} {_listed(clauses[:_MOST])}{_caveat(comparison)}."
    return f"Compared with {before}, {after} {_quiet(comparison, ranked)}{_caveat(comparison)}."


def _quiet(comparison: Comparison, ranked: Sequence[tuple[Consequence, list[Row]]]) -> str:
    """What to say where no commitment or call changed that p5diff recognises."""
    kept = "keeps every commitment that p5diff recognises" if _all_kept(comparison) else ""
    tally = comparison.tally
    words = (
        (tally.new, "adds", "sentence", "sentences"),
        (tally.dropped, "drops", "sentence", "sentences"),
        (tally.reworded + tally.recast, "rewords", "sentence", "sentences"),
    )
    said = [f"{verb} {_number(n)} {one if n == 1 else many}" for n, verb, one, many in words if n]
    if not said and not ranked:
        moved = any(c.pair.moved for c in comparison.changes)
        uncovered = any(c.pair.kind is PairKind.UNCOVERED for c in comparison.changes)
        same = "says the same in another order" if moved else "says the same"
        return f"{same}, as far as both texts go" if uncovered else same
    return _listed([kept, *said] if kept else said) if said or kept else "changes nothing that p5diff ranks"


def _all_kept(comparison: Comparison) -> bool:
    """Whether the first text promises something, and each of its promises stands in the second."""
    promised = [
        change
        for change in comparison.changes
        if any(m.kind is MarkKind.COMMITMENT and m.side is Side.BEFORE for m in change.marks)
    ]
    standing = {PairKind.UNCHANGED, PairKind.EDITORIAL, PairKind.REWORDED}
    return bool(promised) and all(change.pair.kind in standing for change in promised)


def _caveat(comparison: Comparison) -> str:
    """What the count cannot know."""
    both = (comparison.before, comparison.after)
    if any(meta.coverage is Coverage.PARTIAL for meta in both):
        return ", as far as the partial text goes"
    editions = {meta.edition for meta in both}
    if Edition.DIGEST in editions:
        return ", as far as a digest can tell"
    return ""


def names(comparison: Comparison) -> tuple[str, str]:
    """How the two texts are called in a sentence: by place and year, else by short titles or by dates
    that tell them apart, else by their ids.
    """
    before, after = comparison.before, comparison.after
    places = [f"{meta.place} {_year(meta)}" if meta.place and _year(meta) else "" for meta in (before, after)]
    if all(places) and places[0] != places[1]:
        return places[0], places[1]
    found = heading(comparison)
    if found.shared and found.before not in (before.id, before.language, "before"):
        return f"the text of {found.before}", f"that of {found.after}"
    titles = [meta.title(found.language) for meta in (before, after)]
    if titles[0] != titles[1] and titles != [before.id, after.id]:
        dated = [_month(meta) for meta in (before, after)]
        if all(dated) and dated[0] != dated[1]:
            return f"the text of {dated[0]}", f"that of {dated[1]}"
        if all(len(title) <= _SHORT_TITLE for title in titles):
            return titles[0], titles[1]
    return before.id, after.id


def _year(meta: Metadata) -> str:
    date = adopted(meta)
    return str(date.year) if date else ""


def _month(meta: Metadata) -> str:
    date = adopted(meta)
    return day(f"{date:%Y-%m}") if date else ""


_SHORT_TITLE = 40
"""A longer title twice in one sentence would hide the answer."""


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def _listed(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"
