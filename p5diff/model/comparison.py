"""The result: what changed between two texts, as data. Every output reads only this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum

from p5diff.model.alignment import Note, Pair, PairKind, ParagraphLink, Renumbering, Shape, Span, WordEdit
from p5diff.model.clause import ClausePair
from p5diff.model.setaside import SetAside
from p5diff.model.statement import Metadata

FORMAT_VERSION = "2.0"
"""Version of the JSON form; see docs/comparison-format.md for what each version added."""


class Side(StrEnum):
    """Which text."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a verdict rests on: a span of one sentence's text, quoted exactly."""

    side: Side
    sentence: str
    """Sentence id (`p3.2`)."""
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTag:
    """A topic, with the words it was recognised by and the rule (file and key)."""

    topic: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


class MarkKind(StrEnum):
    """What a sentence does."""

    COMMITMENT = "commitment"
    POSITION = "position"
    CALL = "call"
    PROCESS = "process"
    RECORD = "record"
    NONE = "none"
    """Titles, headings, formalities, or nothing recognised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentMark:
    """What one sentence does, how strongly, who acts, and the words that show it.

    `rung` names a step of the ladder in use; `strength` is that step's value (higher is
    stronger; None where the ladder gives none).
    """

    side: Side
    sentence: str
    kind: MarkKind
    rung: str = ""
    strength: int | None = None
    lead_verb: str = ""
    embedded_verb: str = ""
    modality: str = ""
    negated: bool = False
    actor: str = ""
    addressee: str = ""
    deadline: str = ""
    instruments: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()


class Verdict(StrEnum):
    """The direction of a shift."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    SAME = "same"
    CHANGED = "changed"
    """Different, with no direction (another actor, another date)."""
    NARROWED = "narrowed"
    """Of scope: fewer are bound, or less is covered."""
    WIDENED = "widened"
    """Of scope: more are bound, or more is covered."""
    FLIPPED = "flipped"
    """Of negation: what was affirmed is denied, or the other way round."""
    CARRIED_OUT = "carried out"
    """What was undertaken is told of as done: neither stronger nor weaker."""
    DATE_REACHED = "date reached"
    """Of what was dropped: the other text lies behind the date that it was promised for."""
    JOINED = "joined"
    """Of parties: States came into a list whose other members stayed."""
    LEFT = "left"
    """Of parties: States are no more in a list whose other members stayed."""
    BRACKETS_LIFTED = "brackets lifted"
    """Of a draft: what stood in brackets stands without them."""
    BRACKETS_ADDED = "brackets added"
    """Of a draft: words are put in brackets, or come in brackets."""
    BRACKETED_DROPPED = "bracketed words dropped"
    """Of a draft: the brackets went, and their words with them or for others."""
    OPTION_CHOSEN = "option chosen"
    """Of a draft: one of several options stands alone."""
    OPTION_ADDED = "option added"
    """Of a draft: options where there was one wording, or another option."""
    BLANK_FILLED = "blank filled"
    """Of a draft: a place that was kept open is not any more."""
    BLANK_LEFT = "blank left"
    """Of a draft: a place is kept open."""
    NOT_COMPARABLE = "not comparable"
    """A direction would rest on one-sided ground: a digest beside a text, an act without a rank."""


ASPECTS = ("strength", "qualifier", "scope", "actor", "parties", "deadline", "negation", "draft")
"""What a shift can be of, in the order in which the shifts of a pair stand.

strength: how much is bound, asked or judged · qualifier: hedges and conditions · scope: whom and
what it covers · actor: who acts · parties: which States stand in a list · deadline: by when ·
negation: whether it is affirmed or denied · draft: what became of brackets, options and blanks.
"""
DRAFTING = frozenset(
    {
        Verdict.BRACKETS_LIFTED,
        Verdict.BRACKETS_ADDED,
        Verdict.BRACKETED_DROPPED,
        Verdict.OPTION_CHOSEN,
        Verdict.OPTION_ADDED,
        Verdict.BLANK_FILLED,
        Verdict.BLANK_LEFT,
    }
)
"""Events of a draft: what became of its brackets, options and blanks; none has a direction."""
UP, DOWN = frozenset({Verdict.STRONGER, Verdict.WIDENED}), frozenset({Verdict.WEAKER, Verdict.NARROWED})
"""Verdicts that a headline counts as stronger, and as weaker, whatever their aspect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One change in meaning inside a pair, with its evidence.

    `aspect` is one of `ASPECTS`. `before` and `after` are the words or values compared; `rule`
    names the rule and the ladder that decided; `explanation` says why, with the verb, the object
    and the actor on which the two sides agree.
    """

    aspect: str
    verdict: Verdict
    before: str = ""
    after: str = ""
    rule: str = ""
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A pair with what it means."""

    pair: Pair
    topics: tuple[TopicTag, ...] = ()
    marks: tuple[CommitmentMark, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def directions(self) -> tuple[str, ...]:
        """`stronger`, `weaker`, both or none: the verdicts of all aspects that have a direction.

        A headline, a heading and a filter all go by this.
        """
        verdicts = {s.verdict for s in self.shifts}
        return tuple(name for name, side in (("stronger", UP), ("weaker", DOWN)) if verdicts & side)

    @property
    def direction(self) -> str:
        """The one direction under which a change is counted, empty for none: weaker where one aspect is and
        another is stronger, since a reader must not miss what was lost.
        """
        return self.directions[-1] if self.directions else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An instrument, symbol, body, State, date, deadline, number or action that the texts name.

    `status`: entered, left, kept or changed. `value` is canonical (alias-folded); for a changed
    one `previous` holds the value before.
    """

    category: str
    value: str
    status: str
    previous: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts that add. `moved`, `split`, `merged` overlap with the kinds; words are tokens."""

    unchanged: int = 0
    editorial: int = 0
    reworded: int = 0
    recast: int = 0
    new: int = 0
    dropped: int = 0
    uncovered: int = 0
    moved: int = 0
    split: int = 0
    merged: int = 0
    stronger: int = 0
    weaker: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @classmethod
    def of(cls, changes: Iterable[Change]) -> Tally:
        """Count the changes; a change is stronger or weaker by its `directions`."""
        counts = Counter(name for change in changes for name in _counted(change))
        return cls(**counts)


def _counted(change: Change) -> Iterator[str]:
    """The counts of a tally that a change adds one to."""
    pair = change.pair
    yield pair.kind.value
    if pair.moved:
        yield "moved"
    if pair.shape in (Shape.SPLIT, Shape.MERGED):
        yield pair.shape.value
    yield from change.directions


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """A data file that took part: its name and the digest of its bytes."""

    name: str
    sha256: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made this comparison: enough to make it again, byte for byte."""

    version: str = ""
    rules: tuple[RuleSet, ...] = ()
    ladder: str = ""
    settings: tuple[tuple[str, float | int | str | bool], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideChange:
    """What became of a piece that was set aside: `before` is null for a new one, `after` for a
    dropped one. `edits` speak of the two texts, as those of a pair do."""

    kind: PairKind
    before: SetAside | None = None
    after: SetAside | None = None
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideChanges:
    """The set-aside pieces of the two texts, compared; those of one copy's print apart
    (`p5diff.model.setaside.UNCOMPARED`)."""

    changes: tuple[SetAsideChange, ...] = ()

    @property
    def differing(self) -> tuple[SetAsideChange, ...]:
        """Those that are not the same on both sides."""
        return tuple(c for c in self.changes if c.kind is not PairKind.UNCHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from `before` to `after`. Pure data; see docs/comparison-format.md."""

    before: Metadata
    after: Metadata
    changes: tuple[Change, ...]
    tally: Tally = field(default_factory=Tally)
    paragraphs: tuple[ParagraphLink, ...] = ()
    renumbered: tuple[Renumbering, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    """Topic id → English label, for the topics that occur, in the order to show them."""
    set_aside: SetAsideChanges = field(default_factory=SetAsideChanges)
    clauses: ClausePair = field(default_factory=ClausePair)
    """The clauses of each text that is a resolution."""
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def differs(self) -> bool:
        """Whether anything but uncovered matter changed, moved, or differs among what is set aside."""
        still = {PairKind.UNCHANGED, PairKind.UNCOVERED}
        return bool(self.set_aside.differing) or any(
            c.pair.kind not in still or c.pair.moved for c in self.changes
        )
