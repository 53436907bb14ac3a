"""What matters most in a comparison: one order, the same in every output.

    polarity flipped · commitment dropped, weakened, new, strengthened, changed · who is bound · States
    listed · deadline · figures · calls · carried out · positions · the rest

A change stands under the first consequence that fits it. Under one consequence, a sentence that only
leads in to a list comes last, since its items tell what it says; a changed figure comes first, then the
stronger act (by the ladder in use), then the one of which more words changed, then the reading order.
docs/brief.md publishes the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Change, CommitmentMark, Comparison, MarkKind, Side, Verdict
from p5diff.report.view import FORMALITIES, ChangeRow, main_topic


class Consequence(StrEnum):
    """What a change means for those bound by the text, most consequential first."""

    FLIPPED = "meaning reversed"
    COMMITMENT_DROPPED = "commitments dropped"
    COMMITMENT_WEAKER = "commitments weakened"
    COMMITMENT_NEW = "new commitments"
    COMMITMENT_STRONGER = "commitments strengthened"
    COMMITMENT_CHANGED = "commitments changed"
    """Reworded in what they promise (words other than function words), without a direction."""
    BOUND = "who is bound"
    LISTED = "States listed"
    """A list of States names others than before: parties, members, signatories."""
    DEADLINE = "deadlines"
    FIGURE = "figures"
    CALL_DROPPED = "calls dropped"
    CALL_WEAKER = "calls weakened"
    CALL_NEW = "new calls"
    CALL_STRONGER = "calls strengthened"
    CARRIED_OUT = "carried out since"
    WEAKER = "other passages weakened"
    STRONGER = "other passages strengthened"
    POSITION_DROPPED = "positions dropped"
    POSITION_NEW = "new positions"
    DROPPED = "other passages dropped"
    NEW = "other new passages"
    RECAST = "recast"
    REWORDED = "reworded"


DIRECTED = frozenset(
    {
        Consequence.FLIPPED,
        Consequence.COMMITMENT_WEAKER,
        Consequence.COMMITMENT_STRONGER,
        Consequence.CALL_WEAKER,
        Consequence.CALL_STRONGER,
        Consequence.WEAKER,
        Consequence.STRONGER,
    }
)
"""Consequences that are verdicts of direction: on the first page, or counted there with their numbers."""

_DIRECTIONS = {
    MarkKind.COMMITMENT: (Consequence.COMMITMENT_STRONGER, Consequence.COMMITMENT_WEAKER),
    MarkKind.CALL: (Consequence.CALL_STRONGER, Consequence.CALL_WEAKER),
}
_ASPECTS = {
    "actor": Consequence.BOUND,
    "parties": Consequence.BOUND,
    "deadline": Consequence.DEADLINE,
}
"""Aspects without a direction of their own, and what a change in them means."""
_ORDER = {consequence: place for place, consequence in enumerate(Consequence)}
_TELLING = 3
"""Letters of a word that make it more than a function word in the alphabets; any Han character tells."""
_A_LIST = 5
"""So many States named in one sentence are a list of parties; fewer are what the sentence is about."""
_TELLING_STEPS = (8, 3, 1)
"""Words that changed and say something: a clause, a phrase, a word. Finer steps would weigh noise."""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """What the ledger tells of one change: States that joined or left its list, whether a figure changed."""

    joined: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    figure: bool = False


NOTHING_NAMED = LedgerChange()


def named(comparison: Comparison) -> dict[int, LedgerChange]:
    """Number of a change → what the ledger tells of it, for the two-sided changes of which it tells."""
    states: dict[tuple[Side, str], set[str]] = {}
    figures: set[tuple[Side, str]] = set()
    for entry in comparison.ledger:
        for evidence in entry.evidence:
            place = (evidence.side, evidence.sentence)
            if entry.category == "state":
                states.setdefault(place, set()).add(entry.value)
            elif entry.category == "number" and entry.status == "changed":
                figures.add(place)
    found = {}
    for number, change in enumerate(comparison.changes, start=1):
        old = [(Side.BEFORE, s.id) for s in change.pair.before]
        new = [(Side.AFTER, s.id) for s in change.pair.after]
        if not (old and new) or change.pair.kind is PairKind.RECAST:
            continue
        was = frozenset[str]().union(*(states.get(place, ()) for place in old))
        now = frozenset[str]().union(*(states.get(place, ()) for place in new))
        listed = max(len(was), len(now)) >= _A_LIST
        told = LedgerChange(
            joined=now - was if listed else frozenset(),
            left=was - now if listed else frozenset(),
            figure=any(p in figures for p in old) and any(p in figures for p in new),
        )
        if told != NOTHING_NAMED:
            found[number] = told
    return found


def consequence(change: Change, told: LedgerChange = NOTHING_NAMED) -> Consequence | None:
    """What a change means; None for what only repeats, moves or concerns formalities."""
    if main_topic(change) == FORMALITIES:
        return None
    verdicts = {s.verdict for s in change.shifts}
    if Verdict.FLIPPED in verdicts:
        return Consequence.FLIPPED
    kind = act(change)
    if change.pair.kind in (PairKind.NEW, PairKind.DROPPED):
        return _one_sided(change.pair.kind, kind)
    return _two_sided(change, kind, verdicts, told)


def _one_sided(pair: PairKind, kind: MarkKind) -> Consequence:
    dropped = pair is PairKind.DROPPED
    if kind is MarkKind.COMMITMENT:
        return Consequence.COMMITMENT_DROPPED if dropped else Consequence.COMMITMENT_NEW
    if kind is MarkKind.CALL:
        return Consequence.CALL_DROPPED if dropped else Consequence.CALL_NEW
    if kind is MarkKind.POSITION:
        return Consequence.POSITION_DROPPED if dropped else Consequence.POSITION_NEW
    return Consequence.DROPPED if dropped else Consequence.NEW


def _two_sided(
    change: Change, kind: MarkKind, verdicts: set[Verdict], told: LedgerChange
) -> Consequence | None:
    if Verdict.CARRIED_OUT in verdicts:
        return Consequence.CARRIED_OUT
    if change.directions:
        stronger, weaker = _DIRECTIONS.get(kind, (Consequence.STRONGER, Consequence.WEAKER))
        return weaker if change.directions[-1] == "weaker" else stronger
    aspects = {s.aspect for s in change.shifts if s.verdict not in (Verdict.SAME, Verdict.NOT_COMPARABLE)}
    found = [meant for aspect, meant in _ASPECTS.items() if aspect in aspects]
    if told.joined or told.left:  # who joined and left is said by name, and more exactly
        found = [meant for meant in found if meant is not Consequence.BOUND or "actor" in aspects]
    found += [Consequence.LISTED] * bool(told.joined or told.left) + [Consequence.FIGURE] * told.figure
    undirected = _undirected(change, kind)
    if undirected is not None:
        found.append(undirected)
    return min(found, key=_ORDER.__getitem__, default=None)


def _undirected(change: Change, kind: MarkKind) -> Consequence | None:
    if change.pair.kind is PairKind.RECAST:
        return Consequence.RECAST
    if change.pair.kind is not PairKind.REWORDED:
        return None
    promised = kind is MarkKind.COMMITMENT and _says_else(change)
    return Consequence.COMMITMENT_CHANGED if promised else Consequence.REWORDED


def act(change: Change) -> MarkKind:
    """What the sentences of a change do: the kind that binds most, on either side."""
    kinds = {mark.kind for mark in change.marks}
    for kind in (MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS, MarkKind.POSITION, MarkKind.RECORD):
        if kind in kinds:
            return kind
    return MarkKind.NONE


def _says_else(change: Change) -> bool:
    """Whether words that say something changed, and not print or function words alone."""
    return _telling(change) > 0


def _telling(change: Change) -> int:
    """How many words that say something changed, on either side."""
    return sum(
        len(word) > _TELLING or any(c.isdigit() or c > "\u2fff" for c in word)
        for edit in change.pair.edits
        if edit.op is not Op.KEEP and not edit.editorial
        for word in edit.text.split()
    )


def by_consequence(
    rows: Iterable[ChangeRow], told: Mapping[int, LedgerChange] | None = None
) -> list[tuple[Consequence, list[ChangeRow]]]:
    """Rows under what they mean, most consequential first; rows that mean nothing left out.

    `told` is what `named` found: without it no list of States and no figure is known.
    """
    told = told or {}
    found: dict[Consequence, list[ChangeRow]] = {}
    for row in rows:
        meant = consequence(row.change, told.get(row.number, NOTHING_NAMED))
        if meant is not None:
            found.setdefault(meant, []).append(row)
    return [
        (meant, sorted(found[meant], key=lambda row: _weight(row, told.get(row.number, NOTHING_NAMED))))
        for meant in sorted(found, key=_ORDER.__getitem__)
    ]


def _weight(row: ChangeRow, told: LedgerChange) -> tuple[bool, bool, int, int, int]:
    """What comes first is smallest: no lead-in, a figure, the strongest act, most words, reading order."""
    texts = [s.text.rstrip() for side in (row.pair.before, row.pair.after) for s in side[-1:]]
    leads_in = all(text.endswith((":", "：")) for text in texts)
    strength = max((mark.strength or 0 for mark in row.change.marks), default=0)
    return leads_in, not told.figure, -strength, -_telling_step(row.change), row.number


def _telling_step(change: Change) -> int:
    """How much of a two-sided change says something, in steps; 0 for a one-sided one, which is whole."""
    if not (change.pair.before and change.pair.after):
        return 0
    words = _telling(change)
    return sum(words >= step for step in _TELLING_STEPS)


def leading(change: Change, side: Side) -> CommitmentMark | None:
    """The strongest mark of one side."""
    marks = [mark for mark in change.marks if mark.side is side]
    return max(marks, key=lambda m: (bool(m.evidence), m.strength or 0), default=None)
