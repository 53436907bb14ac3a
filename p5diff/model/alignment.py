"""Who corresponds to whom, and which words changed inside each pair.

Spans are half-open `[start, end)` in code points. Sides are `before` and `after`. The text of a
side of a pair is its sentences joined with `separator(language)`; edits speak of that text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple

from p5diff.model.statement import Sentence, separator


class Span(NamedTuple):
    """Half-open span of code points."""

    start: int
    end: int


class Op(StrEnum):
    """What happens to a stretch of text."""

    KEEP = "keep"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdit:
    """One step from the text before to the text after.

    `text` is what is kept, deleted or inserted, exactly as printed. A deletion has an empty
    `after` span at the point where it happened, an insertion an empty `before` span.
    `editorial` marks a deletion or insertion that changes print only (quotation marks, case of
    a heading, spacing, spelling variants), not what is said.
    """

    op: Op
    text: str
    before: Span
    after: Span
    editorial: bool = False


_new, _new_tuple = object.__new__, tuple.__new__
_set_op, _set_text, _set_before, _set_after, _set_editorial = (
    vars(WordEdit)[f.name].__set__ for f in fields(WordEdit)
)


def make_edit(
    op: Op, text: str, start: int, end: int, start_after: int, end_after: int, editorial: bool = False
) -> WordEdit:
    """A `WordEdit` from the ends of its spans.

    A comparison makes thousands. Filling the slots directly takes a third of the time of a frozen
    dataclass, which sends each field through `object.__setattr__`.
    """
    edit = _new(WordEdit)
    _set_op(edit, op)
    _set_text(edit, text)
    _set_before(edit, _new_tuple(Span, (start, end)))
    _set_after(edit, _new_tuple(Span, (start_after, end_after)))
    _set_editorial(edit, editorial)
    return edit


class PairKind(StrEnum):
    """What became of the sentences of a pair."""

    UNCHANGED = "unchanged"
    EDITORIAL = "editorial"
    REWORDED = "reworded"
    RECAST = "recast"
    """The two correspond, but share so few words that no word of one became a word of the other:
    read as two whole texts, without verdicts."""
    NEW = "new"
    DROPPED = "dropped"
    UNCOVERED = "uncovered"
    """One-sided, but the other text is partial and silent on the topic: says nothing."""


class Shape(StrEnum):
    """How many sentences correspond to how many. One-sided pairs carry ONE_TO_ONE."""

    ONE_TO_ONE = "1-1"
    SPLIT = "split"
    MERGED = "merged"
    MANY_TO_MANY = "n-m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Corresponding sentences: both sides filled, or one empty (new, dropped, uncovered).

    `similarity` in [0, 1] compares the wording; `confidence` in [0, 1] says how sure the
    aligner is of the link; `found_by` names the pass that made it. `moved` says that the pair
    stands out of order relative to the sentences around it.
    """

    before: tuple[Sentence, ...]
    after: tuple[Sentence, ...]
    kind: PairKind
    shape: Shape = Shape.ONE_TO_ONE
    moved: bool = False
    similarity: float = 0.0
    confidence: float = 1.0
    found_by: str = ""
    edits: tuple[WordEdit, ...] = ()

    def before_text(self, language: str) -> str:
        """The sentences before, joined; empty for a new pair."""
        return separator(language).join(s.text for s in self.before)

    def after_text(self, language: str) -> str:
        """The sentences after, joined; empty for a dropped pair."""
        return separator(language).join(s.text for s in self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbering:
    """A run of paragraphs whose labels shifted while they correspond one to one.

    Labels as printed ("4." → "5."), or body numbers where nothing is printed; `count` is the
    number of paragraphs in the run.
    """

    before_first: str
    before_last: str
    after_first: str
    after_last: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLink:
    """The paragraph view of the same alignment: block numbers (from 0) on both sides."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    kind: PairKind
    shape: Shape = Shape.ONE_TO_ONE
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fallback, bound or warning, said in the result. `slug` is stable; see docs/messages.md."""

    slug: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All pairs, ordered as a reader of the text after meets them (dropped where they stood)."""

    pairs: tuple[Pair, ...]
    paragraphs: tuple[ParagraphLink, ...] = ()
    renumbered: tuple[Renumbering, ...] = ()
    settings: tuple[tuple[str, float | int | str | bool], ...] = ()
    notes: tuple[Note, ...] = field(default=())
