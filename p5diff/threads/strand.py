"""A thread in the making, and a sentence of the newest statement beside it: what both do, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from p5diff.model.comparison import Change, CommitmentMark, MarkKind, Side
from p5diff.model.series import Event, Gap, Thread, Wording
from p5diff.model.statement import Role, Sentence
from p5diff.text.tokens import key, printed_tokens
from p5diff.threads.likeness import terms_of

_ACT_WORDS = 4
"""What shows an act opens with its verb, behind an actor of two words at most ("The States intend to"); where
a rule spans a whole clause, what follows is the matter."""
_CLAUSE = 10
"""Words that show an act at most: where a rule takes more, it reads the sentence by its build, and the matter
is among them ("For example, … estimates of the rate had a tendency of 5.2 percent")."""
BINDING = frozenset({MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS})
"""Acts by which somebody is bound, called upon, or charged."""


@dataclass(slots=True, eq=False)  # a thread is itself, whatever it says
class Strand:
    """A thread in the making."""

    id: str
    role: Role
    topics: dict[str, None] = field(default_factory=dict)
    wordings: list[Wording | Gap] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def last(self) -> Wording:
        """The last wording there is."""
        return next(w for w in reversed(self.wordings) if isinstance(w, Wording))

    def frozen(self) -> Thread:
        """The thread as a value."""
        return Thread(
            id=self.id,
            topics=tuple(self.topics),
            role=self.role,
            wordings=tuple(self.wordings),
            events=tuple(self.events),
        )


class SaidSentence(NamedTuple):
    """A sentence of the newest statement with what was read in it."""

    sentence: Sentence
    mark: CommitmentMark | None
    topics: tuple[str, ...]


def said_in(change: Change) -> list[SaidSentence]:
    """The sentences after, each with what it does and what the pair is about."""
    marks = {m.sentence: m for m in change.marks if m.side is Side.AFTER}  # the one that counts comes last
    topics = tuple(tag.topic for tag in change.topics)
    return [SaidSentence(s, marks.get(s.id), topics) for s in change.pair.after]


def first_wording(strand: Strand) -> Wording:
    """The oldest wording of a thread."""
    return next(w for w in strand.wordings if isinstance(w, Wording))


def replace_wordings(strand: Strand, wordings: list[Wording | Gap]) -> Strand:
    """The strand as it was when it had these wordings."""
    return Strand(strand.id, strand.role, strand.topics, wordings, strand.events)


def only_uncovered(strand: Strand) -> bool:
    """Whether no statement since the last wording could have said it and did not."""
    for wording in reversed(strand.wordings):
        if isinstance(wording, Wording):
            return True
        if wording is Gap.ABSENT:
            return False
    return True


def same_act(last: Wording, said: SaidSentence) -> bool:
    """Whether both do the same: a call for what was once welcomed is no return of the welcome."""
    kind = said.mark.kind if said.mark else MarkKind.NONE
    rung = said.mark.rung if said.mark else ""
    return kind is last.kind and rung == last.rung


def does_the_same(last: Wording, said: SaidSentence) -> bool:
    """The same of sentences that do something: what only reports is told by its frame, and what it reports
    is another each time."""
    return last.kind is not MarkKind.NONE and same_act(last, said)


def takes_a_side(acts: tuple[MarkKind, MarkKind]) -> bool:
    """Whether one of both binds, calls upon or charges somebody, or both take a position."""
    return bool(BINDING & set(acts)) or acts == (MarkKind.POSITION, MarkKind.POSITION)


def opening_words(said: SaidSentence) -> frozenset[str]:
    """The words that open what shows the act of a sentence."""
    shown = said.mark.evidence if said.mark else ()
    return frozenset(key(token) for one in shown for token in printed_tokens(one.text)[:_ACT_WORDS])


def act_terms(marks: Iterable[CommitmentMark]) -> frozenset[str]:
    """The terms of the words that show what sentences do; of a whole clause, of those that open it."""
    shown = (one.text for mark in marks for one in mark.evidence)
    return frozenset(term for text in shown for term in terms_of(_act_in(text)))


def _act_in(shown: str) -> str:
    words = printed_tokens(shown)
    return shown if len(words) <= _CLAUSE else " ".join(words[:_ACT_WORDS])
