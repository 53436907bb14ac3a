"""The pieces a redline is made of, and the joints where sentences and paragraphs meet."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.alignment import Op
from p5diff.model.statement import Sentence, separator
from p5diff.text.labels import spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """A stretch of text. `change` is its number, 0 for joints and labels. `displaced` means
    one end of a move (or of a pair out of order); `inner` the words there that changed too.
    """

    op: Op
    text: str
    change: int = 0
    displaced: bool = False
    inner: bool = False
    editorial: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """A paragraph mark: what became of it, and the last sentence before it on each side."""

    op: Op
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two sentences of a side: a separator, or a paragraph's end.

    Without `left` it is the start of the text, without `right` its end.
    """

    left: Sentence | None
    right: Sentence | None
    between: str

    @property
    def ends(self) -> bool:
        """Whether a paragraph ends here."""
        return self.left is not None and (self.right is None or self.left.block != self.right.block)

    @property
    def label(self) -> str:
        """The label printed at the start of the paragraph that begins here, with its space."""
        starts = self.ends or self.left is None
        return spaced(self.right.label) if starts and self.right else ""


Item = TextPiece | ParagraphMark


def alone(joint: Joint, op: Op) -> Iterator[Item]:
    """A joint that one side has: its mark or separator, then the label it leads to."""
    if joint.ends:
        yield ParagraphMark(
            op, joint.left if op is Op.DELETE else None, joint.left if op is Op.INSERT else None
        )
    elif joint.left is not None:
        yield TextPiece(op=op, text=joint.between)
    yield TextPiece(op=op, text=joint.label, label=True)


def shared(before: Joint, after: Joint) -> Item:
    """A joint that both sides have, without the labels."""
    if before.ends:
        return ParagraphMark(Op.KEEP, before.left, after.left)
    return TextPiece(op=Op.KEEP, text=before.between)


def labels(before: str, after: str) -> Iterator[TextPiece]:
    """The labels of one paragraph on both sides: kept when equal, else one for the other."""
    if before == after:
        yield TextPiece(op=Op.KEEP, text=before, label=True)
    else:
        yield TextPiece(op=Op.DELETE, text=before, label=True)
        yield TextPiece(op=Op.INSERT, text=after, label=True)


class JoinedSide:
    """The joined text of a pair's side, with joints where paragraphs end inside it."""

    def __init__(self, sentences: tuple[Sentence, ...], language: str) -> None:
        self.language = language
        self._between = separator(language)
        self._text = self._between.join(s.text for s in sentences)
        self._joints: list[tuple[int, Joint]] = []
        offset = 0
        for left, right in itertools.pairwise(sentences):
            offset += len(left.text)
            if left.block != right.block:
                self._joints.append((offset, Joint(left, right, self._between)))
            offset += len(self._between)

    def cut(self, start: int, end: int) -> list[str | Joint]:
        """The span as runs of text and joints; a joint belongs to what follows it."""
        items: list[str | Joint] = []
        for offset, joint in self._joints:
            if start <= offset < end:
                items += [self._text[start:offset], joint]
                start = offset + len(self._between)
        return [item for item in (*items, self._text[start:end]) if item]


def kept(olds: list[str | Joint], news: list[str | Joint], change: int) -> Iterator[Item]:
    """The same words on both sides, where a paragraph may end on one side only."""
    while olds or news:
        old, new = (side[0] if side else "" for side in (olds, news))
        if isinstance(old, Joint) and isinstance(new, Joint):
            yield shared(old, new)
            yield from labels(old.label, new.label)
            del olds[0], news[0]
        elif isinstance(old, Joint):
            yield from alone(old, Op.DELETE)
            yield from _give_up(news, old.between, Op.INSERT, change)
            del olds[0]
        elif isinstance(new, Joint):
            yield from _give_up(olds, new.between, Op.DELETE, change)
            yield from alone(new, Op.INSERT)
            del news[0]
        else:
            size = min(len(old), len(new)) or max(len(old), len(new))
            yield TextPiece(op=Op.KEEP, text=(old or new)[:size], change=change)
            _shorten(olds, size)
            _shorten(news, size)


def _give_up(items: list[str | Joint], text: str, op: Op, change: int) -> Iterator[TextPiece]:
    """Where the other side ends a paragraph, this one has a separator."""
    if text and items and isinstance(items[0], str) and items[0].startswith(text):
        yield TextPiece(op=op, text=text, change=change)
        _shorten(items, len(text))


def _shorten(items: list[str | Joint], size: int) -> None:
    if items and isinstance(items[0], str):
        rest = items[0][size:]
        items[:1] = [rest] if rest else []
