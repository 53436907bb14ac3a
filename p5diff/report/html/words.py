"""How many words were kept, new and dropped, topic by topic: a small bar and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Comparison
from p5diff.report.html.notes import topic_label
from p5diff.report.order import edits_of
from p5diff.report.phrasebook import PageWords
from p5diff.report.view import Section, sections
from p5diff.text.tokens import printed_tokens

BAR = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """One topic: words kept, new, dropped (and out of comparison), and the widths of its bar."""

    label: str
    kept: int
    new: int
    dropped: int
    uncovered: int
    kept_width: float
    new_width: float
    dropped_width: float


def topic_words(comparison: Comparison, say: PageWords) -> tuple[TopicWords, ...]:
    """One row a topic, in the comparison's order; bars share one scale."""
    counted = [(topic_label(section, say), _count(comparison, section)) for section in sections(comparison)]
    longest = max((sum(counts[:3]) for _, counts in counted), default=0) or 1
    return tuple(_row(label, counts, BAR / longest) for label, counts in counted)


def _row(label: str, counts: tuple[int, int, int, int], scale: float) -> TopicWords:
    kept, new, dropped, uncovered = counts
    return TopicWords(
        label=label,
        kept=kept,
        new=new,
        dropped=dropped,
        uncovered=uncovered,
        kept_width=round(kept * scale, 1),
        new_width=round(new * scale, 1),
        dropped_width=round(dropped * scale, 1),
    )


def _count(comparison: Comparison, section: Section) -> tuple[int, int, int, int]:
    found = list(_words(comparison, section))
    return (
        sum(n for op, n in found if op is Op.KEEP),
        sum(n for op, n in found if op is Op.INSERT),
        sum(n for op, n in found if op is Op.DELETE),
        sum(n for op, n in found if op is None),
    )


def _words(comparison: Comparison, section: Section) -> Iterator[tuple[Op | None, int]]:
    """Words (tokens with a letter or digit; characters in Chinese) of each step; None: uncovered."""
    for row in section.rows:
        for edit in edits_of(row.pair, comparison.before.language, comparison.after.language):
            words = sum(any(c.isalnum() for c in token) for token in printed_tokens(edit.text))
            yield None if row.pair.kind is PairKind.UNCOVERED else edit.op, words
