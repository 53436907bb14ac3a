"""The two texts as sentences in reading order, and which pairs stand in the same order in both.

Pairs that do (anchors) are drawn in place; all others are drawn at both ends, as moves. What an
aligner calls moved is never an anchor; what it does not call moved, but crosses other pairs or
is torn apart, cannot be one either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.alignment import Op, Pair, PairKind, Shape, Span, WordEdit
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Sentence, separator


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSentence:
    """A sentence of one side and the change (numbered from 1) whose pair holds it."""

    sentence: Sentence
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOrder:
    """Both texts in reading order; `anchors` are change numbers, in that order too.

    `displaced` are the two-sided changes that are no anchors, drawn at both ends; `quiet` those
    that are none: the same words, in place, sentence for sentence.
    """

    before: tuple[PlacedSentence, ...]
    after: tuple[PlacedSentence, ...]
    anchors: tuple[int, ...]
    displaced: frozenset[int]
    quiet: frozenset[int]


def order(comparison: Comparison) -> ReadingOrder:
    """Put the sentences of a comparison back in order and find the anchors."""
    before, after = _placed(comparison, "before"), _placed(comparison, "after")
    starts_before, starts_after = _starts(before), _starts(after)
    candidates = [
        number
        for number, change in enumerate(comparison.changes, start=1)
        if not change.pair.moved and number in starts_before and number in starts_after
    ]
    candidates.sort(key=starts_before.__getitem__)
    anchors = _longest_rising(candidates, starts_after)
    in_place = frozenset(anchors)
    return ReadingOrder(
        before=before,
        after=after,
        anchors=anchors,
        displaced=frozenset(
            number
            for number, change in enumerate(comparison.changes, start=1)
            if change.pair.before and change.pair.after and number not in in_place
        ),
        quiet=frozenset(n for n in anchors if _is_same(comparison.changes[n - 1].pair)),
    )


def _is_same(pair: Pair) -> bool:
    return pair.kind is PairKind.UNCHANGED and pair.shape is Shape.ONE_TO_ONE


def _placed(comparison: Comparison, side: str) -> tuple[PlacedSentence, ...]:
    found = [
        PlacedSentence(sentence=sentence, change=number)
        for number, change in enumerate(comparison.changes, start=1)
        for sentence in getattr(change.pair, side)
    ]
    return tuple(sorted(found, key=lambda p: (p.sentence.block, p.sentence.number)))


def _starts(placed: tuple[PlacedSentence, ...]) -> dict[int, int]:
    """Change → index of its first sentence, for the changes whose sentences stand together."""
    positions: dict[int, list[int]] = {}
    for index, item in enumerate(placed):
        positions.setdefault(item.change, []).append(index)
    return {c: found[0] for c, found in positions.items() if found[-1] - found[0] == len(found) - 1}


def _longest_rising(numbers: list[int], value: dict[int, int]) -> tuple[int, ...]:
    """The longest run of `numbers`, in their order, whose values rise (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int] = {}
    for number in numbers:
        pile = bisect_left(ends, value[number])
        if pile:
            previous[number] = tails[pile - 1]
        if pile == len(ends):
            ends.append(value[number])
            tails.append(number)
        else:
            ends[pile], tails[pile] = value[number], number
    chain = [tails[-1]] if tails else []
    while chain and chain[-1] in previous:
        chain.append(previous[chain[-1]])
    return tuple(reversed(chain))


def edits_of(pair: Pair, before_language: str, after_language: str) -> tuple[WordEdit, ...]:
    """The edits of a pair, complete: where none are given, or they do not replay, whole texts."""
    old, new = pair.before_text(before_language), pair.after_text(after_language)
    if pair.edits and _replays(pair.edits, old, new):
        return pair.edits
    whole_old, whole_new = Span(0, len(old)), Span(0, len(new))
    if old == new:
        return (WordEdit(op=Op.KEEP, text=old, before=whole_old, after=whole_new),)
    steps = (
        WordEdit(op=Op.DELETE, text=old, before=whole_old, after=Span(0, 0)),
        WordEdit(op=Op.INSERT, text=new, before=Span(len(old), len(old)), after=whole_new),
    )
    return tuple(step for step in steps if step.text)


def _replays(edits: tuple[WordEdit, ...], old: str, new: str) -> bool:
    """Whether the edits cover both texts without gap, each span naming its own text."""
    at_old = at_new = 0
    for edit in edits:
        in_old = "" if edit.op is Op.INSERT else edit.text
        in_new = "" if edit.op is Op.DELETE else edit.text
        if (edit.before.start, edit.after.start) != (at_old, at_new):
            return False
        if old[at_old : edit.before.end] != in_old or new[at_new : edit.after.end] != in_new:
            return False
        at_old, at_new = edit.before.end, edit.after.end
    return (at_old, at_new) == (len(old), len(new))


Run = tuple[bool, bool, str]
"""A stretch of one side: whether it changed, whether in print only, and its text."""


def side_of(pair: Pair, side: str, before_language: str, after_language: str) -> list[list[Run]]:
    """One side of a pair (`before` or `after`) as runs, sentence by sentence."""
    sentences: tuple[Sentence, ...] = getattr(pair, side)
    own = Op.DELETE if side == "before" else Op.INSERT
    width = len(separator(before_language if side == "before" else after_language))
    edits = [e for e in edits_of(pair, before_language, after_language) if e.op in (Op.KEEP, own)]
    result, start = [], 0
    for sentence in sentences:
        result.append(list(_runs(edits, side, start, start + len(sentence.text))))
        start += len(sentence.text) + width
    return result


def _runs(edits: list[WordEdit], side: str, start: int, end: int) -> Iterator[Run]:
    for edit in edits:
        span: Span = getattr(edit, side)
        low, high = max(span.start, start), min(span.end, end)
        if low < high:
            yield edit.op is not Op.KEEP, edit.editorial, edit.text[low - span.start : high - span.start]
