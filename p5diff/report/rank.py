"""What matters most in a comparison: one order, the same in every output.

    polarity flipped · commitment dropped, weakened, new, strengthened, changed · who is bound · States
    listed · deadline · figures · calls · carried out · positions · the rest

A change stands under the first consequence that fits it. Under one consequence, a sentence that only
leads in to a list comes last, since its items tell what it says; a changed figure comes first, then the
stronger act (by the ladder in use), then one of which the other text has no trace (a sentence that is new or
dropped while most of its words stand in one sentence of the other text comes after those), then one that
names a figure or a deadline which the other text does not, one told in so many words ("commit to") before
one that a future tense tells ("will"), then of opinions and remarks one that the authors hold themselves
("we believe", not "prices rose"), then the one of which the other text has fewest words, then the one of
which more words changed, or more of all its words, then the reading order. docs/brief.md publishes the list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from itertools import pairwise
from math import fsum, log

from p5diff.language import get
from p5diff.language.script import is_han
from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Change, CommitmentMark, Comparison, Evidence, MarkKind, Side, Verdict
from p5diff.report.view import FORMALITIES, ChangeRow, main_topic
from p5diff.text.tokens import key, printed_tokens


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
    COMMITMENT_RECAST = "commitments recast"
    """Linked by meaning alone, with a commitment on either side: neither kept nor gone in its words."""
    CALL_DROPPED = "calls dropped"
    CALL_WEAKER = "calls weakened"
    CALL_NEW = "new calls"
    CALL_STRONGER = "calls strengthened"
    CALL_CHANGED = "calls changed"
    """Reworded in what is asked, without a direction."""
    CARRIED_OUT = "carried out since"
    COMMITMENT_LAPSED = "commitments past their date"
    """Dropped, where the other text lies behind the date for which they were made: nobody took them back."""
    WEAKER = "other passages weakened"
    STRONGER = "other passages strengthened"
    POSITION_DROPPED = "positions dropped"
    POSITION_NEW = "new positions"
    POSITION_CHANGED = "positions changed"
    """Reworded by a phrase or more that says something, without a direction."""
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

_PASSAGES = (Consequence.DROPPED, Consequence.NEW, Consequence.RECAST, Consequence.REWORDED)
_POSITIONS = (Consequence.POSITION_DROPPED, Consequence.POSITION_NEW, Consequence.POSITION_CHANGED)
_CALLS = (
    Consequence.CALL_DROPPED,
    Consequence.CALL_WEAKER,
    Consequence.CALL_NEW,
    Consequence.CALL_STRONGER,
    Consequence.CALL_CHANGED,
)
_CHANGED_WORDS = (Consequence.COMMITMENT_CHANGED, Consequence.COMMITMENT_RECAST)
_DETAILS = (Consequence.BOUND, Consequence.LISTED, Consequence.DEADLINE, Consequence.FIGURE)
_TURNED = (Consequence.COMMITMENT_WEAKER, Consequence.COMMITMENT_STRONGER)
_SETTLED = (Consequence.CARRIED_OUT, Consequence.COMMITMENT_LAPSED)
_OTHERS_TURNED = (Consequence.WEAKER, Consequence.STRONGER)
_FAMILIES = (
    _PASSAGES,
    _POSITIONS,
    _CALLS,
    _CHANGED_WORDS,
    _OTHERS_TURNED,
    _DETAILS,
    (*_POSITIONS, *_PASSAGES),
    _TURNED,
    (*_SETTLED, *_OTHERS_TURNED, *_POSITIONS, *_PASSAGES),
    (*_TURNED, *_CHANGED_WORDS, *_DETAILS),
    (*_CALLS, *_SETTLED, *_OTHERS_TURNED, *_POSITIONS, *_PASSAGES),
)
"""What may be told as one point where there are more points than a page tells, in this order, until they are
few enough; in the end every change is under a point. Commitments that went and that came are always two, and
what says the reverse stands by itself."""

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


_CHANGED = {
    MarkKind.COMMITMENT: (1, Consequence.COMMITMENT_CHANGED),
    MarkKind.CALL: (1, Consequence.CALL_CHANGED),
    MarkKind.POSITION: (_TELLING_STEPS[1], Consequence.POSITION_CHANGED),
}
"""How many words that say something make a reworded act another one: one where something is promised or
asked, a phrase where an opinion is told, which is reworded all the time."""
_ACTS = frozenset({MarkKind.COMMITMENT, MarkKind.CALL})
_NEW_STEPS = (6, 3, 1)
"""Words of which the other text has none: a subject of its own, a phrase, a word."""
_MEASURED = frozenset({"number", "deadline"})
"""Categories of the ledger by which an act can be measured."""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """What the two texts as wholes tell of one change.

    `joined` and `left` are States of a list; `figures` are (before, after) of figures that changed in it;
    `measured` is whether it names a figure or a deadline that the other text does not; `fresh` counts, in
    steps, its words of which the other text has none.
    """

    joined: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    figures: tuple[tuple[str, str], ...] = ()
    replaced: tuple[str, str] = ("", "")
    """The one figure that the change names no more and the one in its place, of one unit; nothing where there
    are several, or none."""
    measured: bool = False
    fresh: int = 0
    elsewhere: bool = False
    """Whether most of what a one-sided change says stands in one sentence of the other text, in other
    words: it may be a rewording that no link joins."""
    repeated: bool = False
    """Whether all of a one-sided change stands word for word in the other text: only a repetition came or
    went."""
    leads: bool = False
    """Whether items of a list take what they do from its words: they say it."""
    optional: bool = False
    """Whether all of a one-sided change stood in a draft as an option or in brackets: nobody was bound."""


NOTHING_NAMED = LedgerChange()
_Place = tuple[Side, str]


def named(comparison: Comparison) -> dict[int, LedgerChange]:
    """Index of a row → what the texts as wholes tell of it, for the changes of which they tell."""
    states: dict[_Place, set[str]] = {}
    figures: dict[_Place, dict[tuple[str, str], None]] = {}
    measured: set[_Place] = set()
    alone: dict[_Place, set[str]] = {}
    for entry in comparison.ledger:
        for evidence in entry.evidence:
            place = (evidence.side, evidence.sentence)
            if entry.category == "number" and entry.status in {"entered", "left"}:
                alone.setdefault(place, set()).add(entry.value)
            if entry.category == "state":
                states.setdefault(place, set()).add(entry.value)
            elif entry.category == "number" and entry.status == "changed":
                figures.setdefault(place, {})[entry.previous, entry.value] = None
            if entry.category in _MEASURED and entry.status in {"entered", "left"}:
                measured.add(place)
    fresh = _Fresh(comparison)
    leading = {(e.side, e.sentence) for change in comparison.changes for e in _inherited(change)}
    found = {}
    for number, change in enumerate(comparison.changes, start=1):
        if change.pair.kind in _STANDS:
            continue
        old = [(Side.BEFORE, s.id) for s in change.pair.before]
        new = [(Side.AFTER, s.id) for s in change.pair.after]
        joined, left = _listed(states, old, new) if _compares(change) else (frozenset(), frozenset())
        told = LedgerChange(
            joined=joined,
            left=left,
            figures=_figures(figures, old, new) if _compares(change) else (),
            replaced=_replaced(alone, old, new) if _compares(change) else ("", ""),
            measured=any(place in measured for place in (*old, *new)),
            fresh=fresh.steps(change),
            elsewhere=fresh.elsewhere(change),
            repeated=fresh.repeated(change),
            leads=any(place in leading for place in (*old, *new)),
            optional=_optional(comparison, change),
        )
        if told != NOTHING_NAMED:
            found[number] = told
    return found


_STANDS = frozenset({PairKind.UNCHANGED, PairKind.EDITORIAL, PairKind.UNCOVERED})
"""Pairs in which nothing new was said."""


def _inherited(change: Change) -> Iterator[Evidence]:
    """The words of other sentences that show what its items of a list do."""
    return (e for mark in change.marks for e in mark.evidence if e.sentence != mark.sentence)


def _compares(change: Change) -> bool:
    """Whether both sides say the same thing in other words, so that what they name can be told apart."""
    return bool(change.pair.before and change.pair.after) and change.pair.kind is not PairKind.RECAST


def _optional(comparison: Comparison, change: Change) -> bool:
    """Whether a change on one side is an option of a draft ("Option 2: …") or all in brackets."""
    if change.pair.before and change.pair.after:
        return False
    meta, said = (
        (comparison.before, change.pair.before)
        if change.pair.before
        else (comparison.after, change.pair.after)
    )
    return bool(said) and all(_offered(s.text, meta.language) for s in said)


def _offered(text: str, language: str) -> bool:
    options = get(language).OPTIONS
    if options and re.match(rf"\s*{options}\s*[:.)：–—-]", text, re.IGNORECASE):
        return True
    depth, outside = 0, []
    for character in text:
        depth += character == "["
        if depth <= 0 and character not in "[]":
            outside.append(character)
        depth -= character == "]"
    return "[" in text and depth == 0 and not any(c.isalnum() for c in outside)


def _listed(
    states: Mapping[_Place, set[str]], old: list[_Place], new: list[_Place]
) -> tuple[frozenset[str], frozenset[str]]:
    """States that joined and left, where either side names a list of them."""
    was = frozenset[str]().union(*(states.get(place, ()) for place in old))
    now = frozenset[str]().union(*(states.get(place, ()) for place in new))
    listed = max(len(was), len(now)) >= _A_LIST
    return (now - was, was - now) if listed else (frozenset(), frozenset())


def _figures(
    figures: Mapping[_Place, Mapping[tuple[str, str], None]], old: list[_Place], new: list[_Place]
) -> tuple[tuple[str, str], ...]:
    """Figures of the sentences before that changed into figures of the sentences after."""
    was = {pair for place in old for pair in figures.get(place, ())}
    return tuple(dict.fromkeys(pair for place in new for pair in figures.get(place, ()) if pair in was))


def _folded(text: str) -> str:
    """The words of a sentence, in small letters, without its signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _replaced(alone: Mapping[_Place, set[str]], old: list[_Place], new: list[_Place]) -> tuple[str, str]:
    """The figure that only the sentences before name, and the one that only those after name."""
    gone, come = (set().union(*(alone.get(place, ()) for place in side)) for side in (old, new))
    if len(gone) != 1 or len(come) != 1:
        return "", ""
    one, two = *gone, *come
    return (one, two) if _unit(one) == _unit(two) else ("", "")


def _unit(figure: str) -> str:
    """What a figure counts: what stands behind its last digit."""
    return re.sub(r".*\d", "", figure)


class _Fresh:
    """The words of each text, to tell which words of a change the other text does not have."""

    def __init__(self, comparison: Comparison) -> None:
        self._sides = (
            [_words(s.text) for c in comparison.changes for s in c.pair.before],
            [_words(s.text) for c in comparison.changes for s in c.pair.after],
        )
        self._alone = (
            [not c.pair.after for c in comparison.changes for _ in c.pair.before],
            [not c.pair.before for c in comparison.changes for _ in c.pair.after],
        )
        self._counts = tuple(Counter(w for words in side for w in words) for side in self._sides)
        self._before, self._after = self._counts
        self._places: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        for side, places, counts in zip(self._sides, self._places, self._counts, strict=True):
            for at, words in enumerate(side):
                for word in words:
                    if counts[word] <= _COMMON:
                        places.setdefault(word, []).append(at)
        self._texts = (
            {_folded(s.text) for c in comparison.changes for s in c.pair.before},
            {_folded(s.text) for c in comparison.changes for s in c.pair.after},
        )
        self._same_language = comparison.before.language == comparison.after.language

    def steps(self, change: Change) -> int:
        """How much of a change the other text has no word of, in steps; 0 across languages."""
        if not self._same_language:
            return 0
        come = {w for s in change.pair.after for w in _words(s.text)} - self._before.keys()
        gone = {w for s in change.pair.before for w in _words(s.text)} - self._after.keys()
        return sum(len(come) + len(gone) >= step for step in _NEW_STEPS)

    def repeated(self, change: Change) -> bool:
        """Whether a one-sided change is said in the other text, too, word for word."""
        if bool(change.pair.before) == bool(change.pair.after):
            return False
        said = change.pair.before or change.pair.after
        return all(_folded(s.text) in self._texts[bool(change.pair.before)] for s in said)

    def elsewhere(self, change: Change) -> bool:
        """Whether one sentence of the other text has most of what a one-sided change says, rare words
        weighing more than common ones; or one that is linked with none has two words that each text says
        once. Of a long text the few sentences that share most rare words are looked at.
        """
        one_sided = bool(change.pair.before) != bool(change.pair.after)
        if not self._same_language or not one_sided or self.repeated(change):
            return False
        said = {w for s in (*change.pair.before, *change.pair.after) for w in _words(s.text)}
        side = bool(change.pair.before)
        shared: Counter[int] = Counter()
        for word in said:
            for at in self._places[side].get(word, ()):
                shared[at] += 1
        # A set of words has no order: of sentences that share as many, the first are looked at, and
        # the sums are exact.
        nearest = nsmallest(_LOOKED_AT, shared, key=lambda at: (-shared[at], at))
        whole = fsum(map(self._rarity, said))
        return any(self._stands(said & self._sides[side][at], whole, self._alone[side][at]) for at in nearest)

    def _stands(self, shared: set[str], whole: float, alone: bool) -> bool:
        once = [w for w in shared if self._before[w] == self._after[w] == 1]
        if len(shared) < _SHARED:
            return False
        rare = alone and len(once) >= _SHARED and min(map(len, self._sides)) >= _SENTENCES
        return rare or fsum(map(self._rarity, shared)) > whole / 2

    def _rarity(self, word: str) -> float:
        """How much a word tells: the logarithm of how many sentences there are to one that has it."""
        total = sum(map(len, self._sides))
        return log(1 + total / max(self._before[word] + self._after[word], 1))


_SHARED = 2
"""Words that two sentences must share before they may say the same: one may be a chance."""
_COMMON = 40
"""Sentences of a text that have a word, beyond which it leads to none: it would lead to all."""
_LOOKED_AT = 8
"""Sentences that share most words of a change: the one that says the same is among them."""
_SENTENCES = 12
"""Sentences of a text in which a word that stands once is rare: in a shorter one most words do."""


def _words(text: str) -> set[str]:
    """What tells a subject: words longer than function words, and neighbouring Han characters in twos."""
    keys = [key(token) for token in printed_tokens(text)]
    long = {word for word in keys if len(word) > _TELLING or any(c.isdigit() for c in word)}
    twos = {a + b for a, b in pairwise(keys) if is_han(a) and is_han(b)}
    return long | twos


def consequence(change: Change, told: LedgerChange = NOTHING_NAMED) -> Consequence | None:
    """What a change means; None for what only repeats, moves or concerns formalities."""
    if main_topic(change) == FORMALITIES:
        return None
    verdicts = {s.verdict for s in change.shifts}
    if Verdict.FLIPPED in verdicts:
        return Consequence.FLIPPED
    kind = act(change)
    if change.pair.kind in (PairKind.NEW, PairKind.DROPPED):
        if kind is MarkKind.COMMITMENT and Verdict.DATE_REACHED in verdicts:
            return Consequence.COMMITMENT_LAPSED
        return _one_sided(change.pair.kind, MarkKind.NONE if told.optional or told.repeated else kind)
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
    if change.direction:
        stronger, weaker = _DIRECTIONS.get(kind, (Consequence.STRONGER, Consequence.WEAKER))
        return weaker if change.direction == "weaker" else stronger
    aspects = {s.aspect for s in change.shifts if s.verdict not in (Verdict.SAME, Verdict.NOT_COMPARABLE)}
    found = [meant for aspect, meant in _ASPECTS.items() if aspect in aspects]
    if told.joined or told.left:  # who joined and left is said by name, and more exactly
        found = [meant for meant in found if meant is not Consequence.BOUND or "actor" in aspects]
    found += [Consequence.LISTED] * bool(told.joined or told.left) + [Consequence.FIGURE] * bool(told.figures)
    undirected = _undirected(change, kind)
    if undirected is not None:
        found.append(undirected)
    return min(found, key=_ORDER.__getitem__, default=None)


def _undirected(change: Change, kind: MarkKind) -> Consequence | None:
    if change.pair.kind is PairKind.RECAST:
        return Consequence.COMMITMENT_RECAST if kind is MarkKind.COMMITMENT else Consequence.RECAST
    if change.pair.kind is not PairKind.REWORDED:
        return None
    least, meant = _CHANGED.get(kind, (0, Consequence.REWORDED))
    return meant if _telling(change) >= least else Consequence.REWORDED


def act(change: Change) -> MarkKind:
    """What the sentences of a change do: the kind that binds most, on either side."""
    kinds = {mark.kind for mark in change.marks}
    for kind in (MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS, MarkKind.POSITION, MarkKind.RECORD):
        if kind in kinds:
            return kind
    return MarkKind.NONE


def _telling(change: Change) -> int:
    """How many words that say something changed, on either side."""
    return sum(
        telling_words(edit.text)
        for edit in change.pair.edits
        if edit.op is not Op.KEEP and not edit.editorial
    )


def telling_words(text: str) -> int:
    """How many words of a text say something: longer than function words, with a figure, or Han."""
    return sum(
        len(word) > _TELLING or any(c.isdigit() or c > "\u2fff" for c in word) for word in text.split()
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
        meant = consequence(row.change, told.get(row.at, NOTHING_NAMED))
        if meant is not None:
            found.setdefault(meant, []).append(row)
    return [
        (meant, sorted(found[meant], key=lambda row: _weight(row, told.get(row.at, NOTHING_NAMED))))
        for meant in sorted(found, key=_ORDER.__getitem__)
    ]


Ranked = tuple[Consequence, list[ChangeRow]]
"""Changes under what they mean."""


def gathered(ranked: Sequence[Ranked], most: int) -> list[list[Ranked]]:
    """The points of a page: each consequence by itself, or, where there are more than `most`, those of one
    family together, the least of the families first; each stands where its first one stood.

        dropped · new · changed · calls dropped · new calls · new positions   six, for five points
        dropped · new · changed · calls dropped + new calls · new positions
    """
    groups = [[one] for one in ranked]
    for family in _FAMILIES:
        if len(groups) <= most:
            break
        kin = [group for group in groups if group[0][0] in family]
        if len(kin) > 1:
            joined = [one for group in kin for one in group]
            groups = [joined if g is kin[0] else g for g in groups if g is kin[0] or g not in kin]
    return groups


def in_turn(group: Sequence[Ranked]) -> list[ChangeRow]:
    """The changes of a point, the first of each consequence, then the second of each …; passages that are
    neither promised, asked nor thought come after all others.
    """
    acts = [rows for meant, rows in group if meant not in _PASSAGES]
    return [*_alternating(acts), *_alternating([rows for meant, rows in group if meant in _PASSAGES])]


def _alternating(lists: Sequence[Sequence[ChangeRow]]) -> list[ChangeRow]:
    longest = max(map(len, lists), default=0)
    return [rows[at] for at in range(longest) for rows in lists if at < len(rows)]


def _weight(row: ChangeRow, told: LedgerChange) -> tuple[int, ...]:
    """What comes first is smallest: no lead-in, a changed figure, the strongest act, what stands nowhere in
    the other text, what can be measured, what is said in so many words ("commit to", not "will"), of opinions
    and remarks those that the authors hold and of which the other text has fewest words, most words changed,
    more than half of all, reading order."""
    texts = [s.text.rstrip() for side in (row.pair.before, row.pair.after) for s in side[-1:]]
    strength = max((mark.strength or 0 for mark in row.change.marks), default=0)
    acts = act(row.change) in _ACTS
    # a promise of a clause before a colon, from which no item takes anything, is said nowhere else
    alone = acts and not told.leads and max(len(_words(text)) for text in texts) >= _TELLING_STEPS[0]
    leads_in = not alone and all(text.endswith((":", "：")) for text in texts)
    explicit = any((m.strength or 0) == strength and not m.modality for m in row.change.marks)
    return (
        leads_in,
        not told.figures,
        -strength,
        told.elsewhere,
        not told.measured,
        acts and not explicit,
        not acts and all(mark.actor != "we" for mark in row.change.marks),
        0 if acts else -told.fresh,
        -_telling_step(row.change),
        not _thorough(row.change),
        row.at,
    )


def _telling_step(change: Change) -> int:
    """How much of a two-sided change says something, in steps; 0 for a one-sided one, which is whole."""
    if not (change.pair.before and change.pair.after):
        return 0
    words = _telling(change)
    return sum(words >= step for step in _TELLING_STEPS)


def _thorough(change: Change) -> bool:
    """Whether more than half of the words of a two-sided change are others than before."""
    size = {True: 0, False: 0}
    for edit in change.pair.edits:
        size[edit.op is Op.KEEP or edit.editorial] += len(edit.text)
    return size[False] > 2 * size[True]


def leading(change: Change, side: Side) -> CommitmentMark | None:
    """The strongest mark of one side."""
    marks = [mark for mark in change.marks if mark.side is side]
    return max(marks, key=lambda m: (bool(m.evidence), m.strength or 0), default=None)
