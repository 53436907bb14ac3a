"""The two texts side by side: bands of paragraphs that belong together.

A band holds the fewest paragraphs of both sides that pairs standing in order tie to each other;
a paragraph tied to nothing is a band of its own. Read down one side, the bands give that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Role, Sentence, separator
from p5diff.report.order import PlacedSentence, ReadingOrder, Run, order, side_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingSentence:
    """A sentence in a paragraph: its change, its runs, and the separator before it.

    `first` marks the first sentence of its change on this side, `displaced` one end of a move.
    """

    change: int
    runs: tuple[Run, ...]
    lead: str
    first: bool
    displaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingParagraph:
    """A paragraph of one side. `number` counts body paragraphs from 1, else None."""

    block: int
    role: Role
    label: str
    number: int | None
    parts: tuple[FacingSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingBand:
    """Paragraphs that face each other. `told` are the changes at home here: each change is at
    home in one band, where its text after begins, or before where it has none.
    """

    before: tuple[FacingParagraph, ...]
    after: tuple[FacingParagraph, ...]
    told: tuple[int, ...]
    unchanged: bool
    away: bool = False
    """Nothing but a passage that stands, whole and marked, where it moved to or came from."""
    regrouped: tuple[str, str, str] | None = None
    """That paragraphs were merged or split here: the words for it, which they were, which they are."""


def bands(comparison: Comparison) -> tuple[FacingBand, ...]:
    """Both texts, from top to bottom."""
    found = order(comparison)
    before, after = (_blocks(comparison, found, side) for side in ("before", "after"))
    return tuple(_band(comparison, found.quiet, b, a) for b, a in _group(found, before, after))


def _blocks(comparison: Comparison, found: ReadingOrder, side: str) -> list[FacingParagraph]:
    placed: tuple[PlacedSentence, ...] = getattr(found, side)
    grouped: dict[int, list[PlacedSentence]] = {}
    for item in placed:
        grouped.setdefault(item.sentence.block, []).append(item)
    builder = _SideSentences(comparison, found, side)
    return [_block(items[0].sentence, tuple(builder.parts(items))) for items in grouped.values()]


def _block(sentence: Sentence, parts: tuple[FacingSentence, ...]) -> FacingParagraph:
    return FacingParagraph(
        block=sentence.block,
        role=sentence.role,
        label=sentence.label,
        number=sentence.paragraph,
        parts=parts,
    )


class _SideSentences:
    """Sentences of one side as parts, remembering which changes have begun."""

    def __init__(self, comparison: Comparison, found: ReadingOrder, side: str) -> None:
        self._comparison = comparison
        self._displaced = found.displaced
        self._side = side
        self._languages = (comparison.before.language, comparison.after.language)
        self._between = separator(self._languages[0 if side == "before" else 1])
        self._begun: set[int] = set()

    def parts(self, items: list[PlacedSentence]) -> Iterator[FacingSentence]:
        for index, item in enumerate(items):
            pair = self._comparison.changes[item.change - 1].pair
            at = getattr(pair, self._side).index(item.sentence)
            runs = side_of(pair, self._side, *self._languages)[at]
            yield FacingSentence(
                change=item.change,
                runs=tuple(runs),
                lead=self._between if index else "",
                first=item.change not in self._begun,
                displaced=item.change in self._displaced,
            )
            self._begun.add(item.change)


def _group(
    found: ReadingOrder, before: list[FacingParagraph], after: list[FacingParagraph]
) -> Iterator[tuple[list[FacingParagraph], list[FacingParagraph]]]:
    """Join blocks that share an anchor; what stands between two groups goes alone, before first."""
    olds = {block.block: index for index, block in enumerate(before)}
    news = {block.block: index for index, block in enumerate(after)}
    spans: list[list[int]] = []
    for low_old, high_old, low_new, high_new in _ties(found, olds, news):
        if spans and (low_old <= spans[-1][1] or low_new <= spans[-1][3]):
            spans[-1][1] = max(spans[-1][1], high_old)
            spans[-1][3] = max(spans[-1][3], high_new)
        else:
            spans.append([low_old, high_old, low_new, high_new])
    at_old = at_new = 0
    for low_old, high_old, low_new, high_new in [*spans, [len(before), -1, len(after), -1]]:
        yield from (([block], []) for block in before[at_old:low_old])
        yield from (([], [block]) for block in after[at_new:low_new])
        if high_old >= 0:
            yield before[low_old : high_old + 1], after[low_new : high_new + 1]
        at_old, at_new = high_old + 1, high_new + 1


def _ties(
    found: ReadingOrder, olds: dict[int, int], news: dict[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """For each anchor, in order: first and last block before, first and last block after."""
    blocks: dict[int, tuple[set[int], set[int]]] = {number: (set(), set()) for number in found.anchors}
    for side, items, index in ((0, found.before, olds), (1, found.after, news)):
        for item in items:
            if item.change in blocks:
                blocks[item.change][side].add(index[item.sentence.block])
    for old, new in blocks.values():
        yield min(old), max(old), min(new), max(new)


def _band(
    comparison: Comparison, quiet: frozenset[int], before: list[FacingParagraph], after: list[FacingParagraph]
) -> FacingBand:
    changes = {part.change for block in (*after, *before) for part in block.parts}
    told = {part.change for block in after for part in block.parts if part.first}
    told |= {
        part.change
        for block in before
        for part in block.parts
        if part.first and not comparison.changes[part.change - 1].pair.after
    }
    one_sided = not (before and after)
    away = one_sided and all(part.displaced for block in (*before, *after) for part in block.parts)
    same_labels = [b.label for b in before] == [b.label for b in after]
    return FacingBand(
        before=tuple(before),
        after=tuple(after),
        told=tuple(sorted(told)),
        unchanged=changes <= quiet and same_labels and len(before) == len(after),
        away=away,
        regrouped=_regrouped(before, after),
    )


def _regrouped(before: list[FacingParagraph], after: list[FacingParagraph]) -> tuple[str, str, str] | None:
    """`Paragraphs merged`, `¶4, ¶5`, `¶4`: one paragraph's sentences stand in several, or the reverse."""
    if not (before and after) or len(before) == len(after):
        return None
    merged = "Paragraphs merged" if len(after) == 1 else "Paragraphs regrouped"
    olds, news = (", ".join(_name(block) for block in side) for side in (before, after))
    return ("Paragraph split" if len(before) == 1 else merged), olds, news


def _name(block: FacingParagraph) -> str:
    return block.role.value if block.number is None else f"¶{block.number}"
