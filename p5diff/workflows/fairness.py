"""What two texts cannot tell of each other: said, and never dressed up as a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from p5diff import language as languages
from p5diff.corpus.choice import difference
from p5diff.model.alignment import Alignment, Note, Pair, PairKind, ParagraphLink
from p5diff.model.statement import Statement
from p5diff.text.fold import older_forms

_Link = TypeVar("_Link", Pair, ParagraphLink)
_ONE_SIDED = frozenset({PairKind.NEW, PairKind.DROPPED})


def warnings(before: Statement, after: Statement) -> tuple[Note, ...]:
    """What makes a comparison of these two texts unfair."""
    note = difference(before.meta, after.meta)
    return tuple(found for found in (note, _characters(before, after)) if found)


def _characters(before: Statement, after: Statement) -> Note | None:
    """That one text is in traditional characters and the other in simplified ones."""
    if before.meta.language != after.meta.language:
        return None
    language = languages.get(before.meta.language)
    sides = [
        older_forms("".join(s.text for s in text.sentences()), language=language) for text in (before, after)
    ]
    if None in sides or sides[0] == sides[1]:
        return None
    older = "before" if sides[0] else "after"
    said = f"the text {older} is in traditional characters, the other in simplified ones: counted as print"
    return Note(slug="characters-differ", message=said)


def without_false_claims(alignment: Alignment, before: Statement, after: Statement) -> Alignment:
    """Across languages a sentence without a match is `uncovered`: its counterpart may stand
    there in words the aligner cannot compare, so it is neither new nor dropped."""
    if before.meta.language == after.meta.language:
        return alignment
    return replace(
        alignment,
        pairs=tuple(_settled(pair) for pair in alignment.pairs),
        paragraphs=tuple(_settled(link) for link in alignment.paragraphs),
    )


def _settled(item: _Link) -> _Link:
    return replace(item, kind=PairKind.UNCOVERED) if item.kind in _ONE_SIDED else item
