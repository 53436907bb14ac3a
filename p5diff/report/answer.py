"""The answer in one sentence: what became of what the first text promised.

    Compared with Paris 2011, Washington 2012 drops two commitments, weakens one and sets a deadline.

It counts what p5diff recognises and says so where nothing is left to count: silence is no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, Comparison, MarkKind, Side, Tally
from p5diff.model.statement import Coverage, Edition, Metadata
from p5diff.report.naming import adopted, day, heading
from p5diff.report.rank import Consequence, LedgerChange
from p5diff.report.view import ChangeRow

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VERBS: tuple[tuple[Consequence, str, str, str], ...] = (
    (Consequence.FLIPPED, "reverses", "passage", "passages"),
    (Consequence.COMMITMENT_DROPPED, "drops", "commitment", "commitments"),
    (Consequence.COMMITMENT_WEAKER, "weakens", "commitment", "commitments"),
    (Consequence.COMMITMENT_NEW, "adds", "commitment", "commitments"),
    (Consequence.COMMITMENT_STRONGER, "strengthens", "commitment", "commitments"),
    (Consequence.COMMITMENT_CHANGED, "changes the words of", "commitment", "commitments"),
    (Consequence.BOUND, "changes who is bound by", "passage", "passages"),
    (Consequence.LISTED, "changes", "list of States", "lists of States"),
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
_KEPT = "keeps every commitment that p5diff recognises"
_COMMITMENTS = frozenset(c for c in Consequence if c.name.startswith("COMMITMENT")) | {
    Consequence.FLIPPED,
    Consequence.BOUND,
    Consequence.DEADLINE,
}
"""Consequences that may touch what is promised: beside one, nothing is said to be kept."""
_MOST = 5
"""So many clauses a sentence bears."""


def answer(
    comparison: Comparison,
    ranked: Sequence[tuple[Consequence, list[ChangeRow]]],
    told: Mapping[int, LedgerChange] | None = None,
    changes: Sequence[Change] | None = None,
) -> str:
    """The sentence. Consequences in order of rank, at most `_MOST`, commitments and calls first.

    `told` is what `p5diff.report.rank.named` found; `changes` are those it speaks of, if not all.
    """
    changes = comparison.changes if changes is None else changes
    before, after = names(comparison)
    if "other-language" in limits(comparison):
        return f"{_named_apart(comparison)} are in different languages: their wording is not compared."
    clauses = _clauses(ranked, told or {})[:_MOST]
    if clauses:
        if keeps(changes, ranked):
            clauses.append(_KEPT)
        return f"Compared with {before}, {after} {_listed(clauses)}{_caveat(comparison)}."
    return f"Compared with {before}, {after} {_quiet(changes, ranked)}{_caveat(comparison)}."


def _clauses(
    ranked: Sequence[tuple[Consequence, list[ChangeRow]]], told: Mapping[int, LedgerChange]
) -> list[str]:
    """A clause for each consequence; a noun that the clause before it has is not said again."""
    found = dict(ranked)
    clauses, last = [], ""
    for meant, verb, one, many in _VERBS:
        count = len(found.get(meant, ()))
        if not count:
            continue
        if meant is Consequence.LISTED and (states := _states(found[meant], told)):
            clauses += states
            last = ""
            continue
        noun = "" if many == last else f" {one if count == 1 else many}"
        clauses.append(f"{verb} {_number(count)}{noun}")
        last = many
    return clauses


def _states(rows: Sequence[ChangeRow], told: Mapping[int, LedgerChange]) -> list[str]:
    """`names six more States`, `no longer names one`: of all the lists that changed."""
    named = [told[row.number] for row in rows if row.number in told]
    joined = frozenset[str]().union(*(n.joined for n in named))
    left = frozenset[str]().union(*(n.left for n in named))
    said = [f"names {_number(len(joined))} more State{'s' * (len(joined) != 1)}"] if joined else []
    noun = "" if joined else f" State{'s' * (len(left) != 1)}"
    return said + ([f"no longer names {_number(len(left))}{noun}"] if left else [])


def _quiet(changes: Sequence[Change], ranked: Sequence[tuple[Consequence, list[ChangeRow]]]) -> str:
    """What to say where no commitment or call changed that p5diff recognises."""
    kept = _KEPT if _all_kept(changes) else ""
    tally = Tally.of(changes)
    words = (
        (tally.new, "adds", "sentence", "sentences"),
        (tally.dropped, "drops", "sentence", "sentences"),
        (tally.reworded + tally.recast, "rewords", "sentence", "sentences"),
    )
    said = [f"{verb} {_number(n)} {one if n == 1 else many}" for n, verb, one, many in words if n]
    if not said and not ranked:
        moved = any(c.pair.moved for c in changes)
        uncovered = any(c.pair.kind is PairKind.UNCOVERED for c in changes)
        same = "says the same in another order" if moved else "says the same"
        return f"{same}, as far as both texts go" if uncovered else same
    return _listed([kept, *said] if kept else said) if said or kept else "changes nothing that p5diff ranks"


def keeps(changes: Sequence[Change], ranked: Sequence[tuple[Consequence, list[ChangeRow]]]) -> bool:
    """Whether every commitment that is recognised stands, and nothing that may touch one changed."""
    return not _COMMITMENTS & {meant for meant, _ in ranked} and _all_kept(changes)


def _all_kept(changes: Sequence[Change]) -> bool:
    """Whether the first text promises something, and each of its promises stands in the second."""
    promised = [
        change
        for change in changes
        if any(m.kind is MarkKind.COMMITMENT and m.side is Side.BEFORE for m in change.marks)
    ]
    standing = {PairKind.UNCHANGED, PairKind.EDITORIAL, PairKind.REWORDED}
    return bool(promised) and all(change.pair.kind in standing for change in promised)


_LIMITS = {
    "as-partial": ", as far as the partial text goes",
    "as-digest": ", as far as a digest can tell",
}


def _caveat(comparison: Comparison) -> str:
    """What the count cannot know."""
    return "".join(_LIMITS[limit] for limit in limits(comparison)[:1])


def _named_apart(comparison: Comparison) -> str:
    """Both texts by what tells them apart: the same statement has one name in two languages."""
    before, after = names(comparison)
    return (
        f"{before} and {after}" if before != after else f"{comparison.before.ref} and {comparison.after.ref}"
    )


def limits(comparison: Comparison) -> tuple[str, ...]:
    """Why the counts cannot know all: another language (alone: it leaves nothing to count), a partial
    text, a digest; or nothing.
    """
    both = (comparison.before, comparison.after)
    if comparison.before.language != comparison.after.language:
        return ("other-language",)
    partial = any(meta.coverage is Coverage.PARTIAL for meta in both)
    digest = any(meta.edition is Edition.DIGEST for meta in both)
    return ("as-partial",) * partial + ("as-digest",) * digest


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
