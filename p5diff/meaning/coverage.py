"""Nothing is "new" or "dropped" because the other text is partial.

A one-sided sentence says nothing (kind `uncovered`) when the other text is partial and silent
on its leading topic: the topic is listed in `not_covered`. A text in parts (`*`) holds some paragraphs
of its statement, so that its silence says nothing at all, not even on the topics that it raises; a
series says the same. With a list, a sentence without a topic stays: the list says where the
silence is. Titles, letters, signatures, dates and places are formal parts that partial texts and
digests leave out: uncovered as well. A pair that is recast falls apart into its two sides where one of
the texts is in parts: the sentence may stand there still, in what is left out.

Worked example. A digest declares that it does not cover fisheries (`not_covered`). A sentence on
fisheries in the full text, without counterpart, is uncovered; one on railways is new or dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from p5diff.meaning.topics import Tags, leading
from p5diff.model.alignment import Op, Pair, PairKind, Shape, make_edit
from p5diff.model.comparison import Side
from p5diff.model.statement import Coverage, Edition, Metadata, Role, Sentence

EVERY = "*"


def settle(
    pair: Pair,
    before: Metadata,
    after: Metadata,
    tags_before: Mapping[str, Tags],
    tags_after: Mapping[str, Tags],
) -> tuple[Pair, ...]:
    """The pair, as `uncovered` where it is one-sided and the other text is silent on it; a recast one as
    two where one of the texts is in parts."""
    if pair.kind is PairKind.RECAST and EVERY in {*before.not_covered, *after.not_covered}:
        return tuple(_side(pair, side, before, after, tags_before, tags_after) for side in Side)
    if pair.kind is PairKind.NEW:
        quiet = all(silent(s, before, tags_after) for s in pair.after)
    elif pair.kind is PairKind.DROPPED:
        quiet = all(silent(s, after, tags_before) for s in pair.before)
    else:
        return (pair,)
    return (replace(pair, kind=PairKind.UNCOVERED) if quiet else pair,)


def _side(
    pair: Pair,
    side: Side,
    before: Metadata,
    after: Metadata,
    tags_before: Mapping[str, Tags],
    tags_after: Mapping[str, Tags],
) -> Pair:
    """One side of a pair by itself."""
    first = side is Side.BEFORE
    text = pair.before_text(before.language) if first else pair.after_text(after.language)
    edit = (
        make_edit(Op.DELETE, text, 0, len(text), 0, 0)
        if first
        else make_edit(Op.INSERT, text, 0, 0, 0, len(text))
    )
    alone = replace(
        pair,
        before=pair.before if first else (),
        after=() if first else pair.after,
        kind=PairKind.DROPPED if first else PairKind.NEW,
        shape=Shape.ONE_TO_ONE,
        moved=False,
        similarity=0.0,
        edits=(edit,),
    )
    return settle(alone, before, after, tags_before, tags_after)[0]


def silent(sentence: Sentence, other: Metadata, own_tags: Mapping[str, Tags]) -> bool:
    """Whether the other text could not be expected to have the sentence."""
    partial = other.coverage is Coverage.PARTIAL or bool(other.not_covered)
    if sentence.role is not Role.BODY:
        return partial or other.edition is Edition.DIGEST
    if not partial:
        return False
    return EVERY in other.not_covered or leading(own_tags, sentence) in other.not_covered
