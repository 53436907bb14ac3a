"""Nothing is "new" or "dropped" because the other text is partial.

A one-sided sentence says nothing (kind `uncovered`) when the other text is partial and silent
on its leading topic: the topic is listed in `not_covered`, or `*` is and no sentence of that
text touches it. With `*`, a sentence without any topic is uncovered too: nobody can tell. With
a list, it stays: the list says where the silence is. Titles, letters, signatures, dates and
places are formal parts that partial texts and digests leave out: uncovered as well.

Worked example. A digest declares that it does not cover fisheries (`not_covered`). A sentence on
fisheries in the full text, without counterpart, is uncovered; one on railways is new or dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from p5diff.meaning.topics import Tags, leading
from p5diff.model.alignment import Pair, PairKind
from p5diff.model.statement import Coverage, Edition, Metadata, Role, Sentence

EVERY = "*"


def settle(
    pair: Pair,
    before: Metadata,
    after: Metadata,
    tags_before: Mapping[str, Tags],
    tags_after: Mapping[str, Tags],
) -> Pair:
    """The pair, as `uncovered` where it is one-sided and the other text is silent on it."""
    if pair.kind is PairKind.NEW:
        quiet = all(silent(s, before, tags_after, tags_before) for s in pair.after)
    elif pair.kind is PairKind.DROPPED:
        quiet = all(silent(s, after, tags_before, tags_after) for s in pair.before)
    else:
        return pair
    return replace(pair, kind=PairKind.UNCOVERED) if quiet else pair


def silent(
    sentence: Sentence, other: Metadata, own_tags: Mapping[str, Tags], other_tags: Mapping[str, Tags]
) -> bool:
    """Whether the other text could not be expected to have the sentence."""
    partial = other.coverage is Coverage.PARTIAL or bool(other.not_covered)
    if sentence.role is not Role.BODY:
        return partial or other.edition is Edition.DIGEST
    if not partial:
        return False
    topic = leading(own_tags, sentence)
    if topic in other.not_covered:
        return True
    if EVERY not in other.not_covered:
        return False
    return topic not in {t.topic for tags in other_tags.values() for t in tags} or not topic
