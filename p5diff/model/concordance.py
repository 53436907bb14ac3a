"""Two language versions of one statement side by side: which sentences say the same, and where they
do not. Pure data; see docs/concord.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from p5diff.model.comparison import Evidence, Provenance
from p5diff.model.statement import Metadata, Sentence


class DiscrepancyKind(StrEnum):
    """What a reviser looks for."""

    ONLY_BEFORE = "only before"
    """Sentences that the text after has no counterpart of."""
    ONLY_AFTER = "only after"
    NUMBER = "number"
    DATE = "date"
    SYMBOL = "symbol"
    """The symbol of a document."""
    INSTRUMENT = "instrument"
    BODY = "body"
    STATE = "state"
    POLARITY = "polarity"
    """Affirmed on one side, denied on the other."""
    STRENGTH = "strength"
    """The same kind of act, on rungs of the ladder that lie apart."""
    LENGTH = "length"
    """One side is so much shorter than the texts' usual ratio that words may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordLink:
    """Sentences of the two texts that say the same, by id; one side is empty where there is no
    counterpart. `confidence` is the probability of the link under the aligner's model [0, 1]."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    confidence: float
    moved: bool = False
    """Whether it stands at another place, so that it crosses other links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One thing to look at. `before` and `after` are the sentences concerned, by id; `evidence` quotes
    the words; `explanation` says in a line what differs."""

    kind: DiscrepancyKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """Two language versions of one statement. Every sentence of each text is in exactly one link."""

    before: Metadata
    after: Metadata
    links: tuple[ConcordLink, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    before_sentences: tuple[Sentence, ...] = ()
    after_sentences: tuple[Sentence, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
