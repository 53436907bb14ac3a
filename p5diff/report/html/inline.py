"""The redline grouped for the page: lines, and in them the pieces of one change together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Role
from p5diff.report.order import order
from p5diff.report.pieces import TextPiece
from p5diff.report.redline import RedlineParagraph, lines, only


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceGroup:
    """Neighbouring pieces of one change (0: of none). `first` marks its first place in this
    view, or the first of the end it belongs to; `end` is `from` or `to` for the two ends of a
    move, else empty.
    """

    change: int
    first: bool
    end: str
    pieces: tuple[TextPiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineLine:
    """A paragraph of the redline. `changes` are those that begin in it."""

    groups: tuple[PieceGroup, ...]
    mark: str
    role: Role
    before_number: int | None
    after_number: int | None
    changes: tuple[int, ...]
    unchanged: bool
    block: int | None
    """That of the text after, if it has one."""
    joins: bool
    """Words of both texts stand before the mark: where it came or went, paragraphs were split or joined."""


def inline_lines(comparison: Comparison, shown: Collection[int] | None = None) -> tuple[InlineLine, ...]:
    """All lines, with the first place of each change marked: of a move, where it went.

    Only the changes `shown` (by number) are marked; None marks all.
    """
    quiet = order(comparison).quiet
    begun: set[tuple[int, str]] = set()
    found = lines(comparison)
    if shown is not None:
        found = only(found, shown)
        quiet = frozenset(range(1, len(comparison.changes) + 1)) - frozenset(shown)
    return tuple(_line(line, quiet, begun) for line in found)


def _line(line: RedlineParagraph, quiet: frozenset[int], begun: set[tuple[int, str]]) -> InlineLine:
    groups = tuple(
        _group(change, end, tuple(found), begun)
        for (change, end), found in groupby(line.pieces, key=lambda p: _key(p, quiet))
    )
    role = line.after.role if line.after else line.before.role if line.before else Role.BODY
    changed = any(group.change or any(p.op is not Op.KEEP for p in group.pieces) for group in groups)
    return InlineLine(
        groups=groups,
        mark=line.mark.value,
        role=role,
        before_number=line.before.paragraph if line.before else None,
        after_number=line.after.paragraph if line.after else None,
        changes=tuple(group.change for group in groups if group.first and group.end != "from"),
        unchanged=not changed and line.mark is Op.KEEP,
        block=line.after.block if line.after else None,
        joins=any(p.op is Op.KEEP and not p.label for p in line.pieces),
    )


def _key(piece: TextPiece, quiet: frozenset[int]) -> tuple[int, str]:
    change = 0 if piece.change in quiet else piece.change
    end = ("from" if piece.op is Op.DELETE else "to") if piece.displaced else ""
    return change, end


def _group(change: int, end: str, pieces: tuple[TextPiece, ...], begun: set[tuple[int, str]]) -> PieceGroup:
    first = bool(change) and (change, end) not in begun
    begun.add((change, end))
    return PieceGroup(change=change, first=first, end=end, pieces=pieces)
