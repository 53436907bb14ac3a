"""What a document unfolds to, counted while its reader works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from p5diff.errors import InputError
from p5diff.ingest.sandbox.limits import DEFAULT, Limits, too_large
from p5diff.model.source import RawBlock

_NO_ELEMENTS = (b"</", b"<!", b"<?")
"""What an end, a comment and an instruction of XML begin with."""


class Extent:
    """What one document has unfolded to so far, counted while it is read: a reader that were stopped only by
    its clock would answer otherwise on a slow machine, and say nothing of the reason.

    Raises `InputError` (slug `input-too-large`) from any method once a bound is passed.
    """

    __slots__ = ("_blocks", "_characters", "_depths", "_limits", "_name", "_pieces")

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._blocks = self._characters = self._pieces = self._depths = 0

    def piece(self, depth: int, count: int = 1) -> None:
        """So many elements, attributes or words of control, so deep in others."""
        self._pieces += count
        self._depths += depth
        if self._pieces > self._limits.pieces:
            raise self._too_long("elements, attributes or words of control", self._limits.pieces)
        if self._depths > self._limits.depths:
            raise self._too_long("levels, those of all its elements added up", self._limits.depths)

    def foresee(self, parts: Iterable[bytes]) -> None:
        """Refuse parts in markup that begin more elements than one document may have, before trees are made
        of them, which takes a hundred times as long and keeps them all. The trees are what counts."""
        begun = self._pieces
        for part in parts:
            begun += part.count(b"<") - sum(map(part.count, _NO_ELEMENTS))
            if begun > self._limits.pieces:
                raise self._too_long("elements, attributes or words of control", self._limits.pieces)

    def block(self, block: RawBlock) -> RawBlock:
        """A block that was made, whether or not it stays."""
        self._blocks += 1
        self._characters += len(block.text) + len(block.label)
        if self._blocks > self._limits.blocks:
            raise self._too_long("paragraphs", self._limits.blocks)
        if self._characters > self._limits.characters:
            raise self._too_long("characters", self._limits.characters)
        return block

    def _too_long(self, what: str, limit: int) -> InputError:
        return too_large(self._name, f"it has more than {limit:,} {what}", f"{limit:,}")


_NOW: ContextVar[Extent | None] = ContextVar("extent", default=None)
"""The document that is being read: readers call one another (a message holds a page, a book its chapters),
and what they unfold counts together."""


@contextmanager
def counting(name: str, limits: Limits) -> Iterator[None]:
    """Count all that is read inside against the bounds of one document."""
    token = _NOW.set(Extent(name, limits))
    try:
        yield
    finally:
        _NOW.reset(token)


def extent() -> Extent:
    """The count of the document that is being read; outside of `counting` one of its own, for a reader that
    is called by itself."""
    return _NOW.get() or Extent("the document", DEFAULT)
