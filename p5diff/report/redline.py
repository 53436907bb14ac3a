"""The two texts as one: a redline, paragraph by paragraph.

Every piece is kept, deleted or inserted, and so is every paragraph mark. Dropping what is
inserted, and joining paragraphs whose mark is inserted, gives the text before exactly; dropping
what is deleted gives the text after. Word files and the inline page are drawn from it.

    before  A. B. ¶ C. ¶             A.[- -][+¶+]B. ¶ [-C. ¶-][+D. ¶+]
    after   A. ¶ B. ¶ D. ¶
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from p5diff.model.alignment import Op, Pair
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Sentence, separator
from p5diff.report.order import PlacedSentence, ReadingOrder, Run, edits_of, order, side_of
from p5diff.report.pieces import (
    Item,
    JoinedSide,
    Joint,
    ParagraphMark,
    TextPiece,
    alone,
    kept,
    labels,
    shared,
)

_OPS = {"before": Op.DELETE, "after": Op.INSERT}
_Token = PlacedSentence | Joint


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineParagraph:
    """A paragraph of the redline and what became of the mark at its end.

    `before` and `after` are the last sentences, on each side, of the paragraph that ends here.
    """

    pieces: tuple[TextPiece, ...]
    mark: Op
    before: Sentence | None = None
    after: Sentence | None = None


def lines(comparison: Comparison, *, keep_last_mark: bool = False) -> tuple[RedlineParagraph, ...]:
    """The redline. With `keep_last_mark`, the last paragraph mark is a kept one where both
    texts have one, as a word processor needs it.
    """
    return tuple(_cut(_Weaver(comparison, order(comparison), keep_last_mark).items()))


def only(found: Iterable[RedlineParagraph], shown: Collection[int]) -> tuple[RedlineParagraph, ...]:
    """The redline with the marks of some changes (by number); the others as the text after has them.

    What other changes deleted is gone, what they inserted stands as plain text: without the deletions
    that are left it reads as the text after, to the letter. Labels, separators and paragraph marks
    belong to no change of their own; in a paragraph they stay marked beside a mark of the same sort.
    """
    result: list[RedlineParagraph] = []
    waiting: list[TextPiece] = []
    for line in found:
        marked = {piece.op for piece in line.pieces if piece.change in shown}
        pieces = [p for piece in line.pieces if (p := _only(piece, shown, marked)) is not None]
        if line.mark is Op.DELETE and Op.DELETE not in marked:
            waiting += pieces
            continue
        mark = Op.KEEP if line.mark is Op.INSERT and Op.INSERT not in marked else line.mark
        result += _cut(iter([*waiting, *pieces, ParagraphMark(mark, line.before, line.after)]))
        waiting = []
    if waiting:
        result.append(RedlineParagraph(pieces=tuple(waiting), mark=Op.KEEP))
    return tuple(result)


def _only(piece: TextPiece, shown: Collection[int], marked: set[Op]) -> TextPiece | None:
    if piece.op is Op.KEEP or piece.change in shown or (not piece.change and piece.op in marked):
        return piece
    if piece.op is Op.DELETE:
        return None
    return replace(piece, op=Op.KEEP, change=0, displaced=False, inner=False, editorial=False)


def _cut(items: Iterator[Item]) -> Iterator[RedlineParagraph]:
    """Cut at the marks, joining neighbouring pieces of the same sort."""
    pieces: list[TextPiece] = []
    for item in items:
        if isinstance(item, ParagraphMark):
            yield RedlineParagraph(pieces=tuple(pieces), mark=item.op, before=item.before, after=item.after)
            pieces = []
        elif pieces and _sort(pieces[-1]) == _sort(item):
            pieces[-1] = _longer(pieces[-1], item.text)
        elif item.text:
            pieces.append(item)


def _sort(piece: TextPiece) -> tuple[object, ...]:
    return (piece.op, piece.change, piece.displaced, piece.inner, piece.editorial, piece.label)


def _longer(piece: TextPiece, more: str) -> TextPiece:
    values = {name: getattr(piece, name) for name in TextPiece.__slots__}
    return TextPiece(**{**values, "text": piece.text + more})


class _Weaver:
    """Walks both texts from anchor to anchor."""

    def __init__(self, comparison: Comparison, found: ReadingOrder, keep_last_mark: bool) -> None:
        self._pairs = [change.pair for change in comparison.changes]
        self._languages = {"before": comparison.before.language, "after": comparison.after.language}
        self._order = found
        self._anchors = frozenset(found.anchors)
        self._keep_last_mark = keep_last_mark

    def items(self) -> Iterator[Item]:
        before, after = self._gaps("before"), self._gaps("after")
        last = len(before) - 1
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            if index:
                yield from self._pair(self._order.anchors[index - 1])
            prefer_last = index == 0 or (index == last and self._keep_last_mark)
            yield from self._gap(old, new, prefer_last)

    def _gaps(self, side: str) -> list[list[_Token]]:
        """The joints and unanchored sentences before, between and after the anchors."""
        placed: tuple[PlacedSentence, ...] = getattr(self._order, side)
        between = separator(self._languages[side])
        gaps: list[list[_Token]] = [[]]
        previous: PlacedSentence | None = None
        for item in placed:
            anchored = item.change in self._anchors
            if not (anchored and previous is not None and previous.change == item.change):
                gaps[-1].append(Joint(previous.sentence if previous else None, item.sentence, between))
                if anchored:
                    gaps.append([])
                else:
                    gaps[-1].append(item)
            previous = item
        if previous is not None:
            gaps[-1].append(Joint(previous.sentence, None, between))
        return gaps

    def _gap(self, before: list[_Token], after: list[_Token], prefer_last: bool) -> Iterator[Item]:
        """Share one joint where both sides have one of a kind; the rest stands alone.

        The labels at the end belong to the same paragraph, the one that goes on after the gap.
        """
        found = _to_share(before, after, prefer_last=prefer_last)
        olds, news = before, after
        first_old: list[Item] = []
        first_new: list[Item] = []
        if found is not None:
            i, j, old, new = found
            yield from self._alone(before[:i], "before")
            yield from self._alone(after[:j], "after")
            yield shared(old, new)
            first_old = [TextPiece(op=Op.DELETE, text=old.label, label=True)]
            first_new = [TextPiece(op=Op.INSERT, text=new.label, label=True)]
            olds, news = before[i + 1 :], after[j + 1 :]
        yield from _same_end(
            [*first_old, *self._alone(olds, "before")], [*first_new, *self._alone(news, "after")]
        )

    def _alone(self, tokens: list[_Token], side: str) -> Iterator[Item]:
        for token in tokens:
            if isinstance(token, Joint):
                yield from alone(token, _OPS[side])
            else:
                yield from self._sentence(token, side)

    def _sentence(self, placed: PlacedSentence, side: str) -> Iterator[TextPiece]:
        """A one-sided sentence, or one end of a displaced pair with its inner edits."""
        pair = self._pairs[placed.change - 1]
        displaced = bool(pair.before and pair.after)
        sentences: tuple[Sentence, ...] = getattr(pair, side)
        for changed, editorial, text in self._runs(pair, side)[sentences.index(placed.sentence)]:
            yield TextPiece(
                op=_OPS[side],
                text=text,
                change=placed.change,
                displaced=displaced,
                inner=changed and displaced,
                editorial=editorial and displaced,
            )

    def _runs(self, pair: Pair, side: str) -> list[list[Run]]:
        return side_of(pair, side, self._languages["before"], self._languages["after"])

    def _pair(self, number: int) -> Iterator[Item]:
        """The words of an anchor, with the paragraph marks that fall inside it."""
        pair = self._pairs[number - 1]
        old = JoinedSide(pair.before, self._languages["before"])
        new = JoinedSide(pair.after, self._languages["after"])
        for edit in edits_of(pair, old.language, new.language):
            olds, news = old.cut(*edit.before), new.cut(*edit.after)
            if edit.op is Op.KEEP:
                yield from kept(olds, news, number)
                continue
            for item in olds if edit.op is Op.DELETE else news:
                if isinstance(item, Joint):
                    yield from alone(item, edit.op)
                else:
                    yield TextPiece(op=edit.op, text=item, change=number, editorial=edit.editorial)


def _same_end(olds: list[Item], news: list[Item]) -> Iterator[Item]:
    """Both sides alone, without the labels both end with."""
    old, new = (items[-1] if items else None for items in (olds, news))
    if isinstance(old, TextPiece) and isinstance(new, TextPiece) and old.label and new.label:
        yield from olds[:-1]
        yield from news[:-1]
        yield from labels(old.text, new.text)
    else:
        yield from olds
        yield from news


def _to_share(
    before: list[_Token], after: list[_Token], *, prefer_last: bool
) -> tuple[int, int, Joint, Joint] | None:
    """The joints to share: the first of both sides, else the last, else the first marks."""
    if not before or not after:
        return None
    ends = [(0, 0), (len(before) - 1, len(after) - 1)]
    marks = [[n for n, t in enumerate(side) if isinstance(t, Joint) and t.ends] for side in (before, after)]
    ends = ends[::-1] if prefer_last else ends
    if all(marks):
        ends.append((marks[0][0], marks[1][0]))
    for i, j in ends:
        old, new = before[i], after[j]
        if isinstance(old, Joint) and isinstance(new, Joint) and _alike(old, new):
            return i, j, old, new
    return None


def _alike(one: Joint, two: Joint) -> bool:
    """Both paragraph ends, or both the same separator; the start of a text is neither."""
    if one.left is None or two.left is None or one.ends != two.ends:
        return False
    return one.ends or one.between == two.between
