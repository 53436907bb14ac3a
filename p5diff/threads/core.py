"""The core of a sentence: what it does, and what it does it to.

    "We will [assist Pacific island countries] on resilience."       assist, pacific, island
    "We will [strengthen our cooperation] with Pacific islands …"    strengthen, cooperation, pacific
        the one begins with what the other says further on: one core
    "We pledge to [respond to the economic impacts] of the virus"    respond, economic, impacts
    "We begin [new cooperation in cyber space]"                      none of the three: another commitment

A thread is one commitment, so its wordings share a core, however much of the rest was reworded. Sentences
of one group of States always share words: who speaks, where, and the purposes that all they do is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.model.comparison import CommitmentMark
from p5diff.text.tokens import key, printed_tokens
from p5diff.threads.likeness import stem, terms_of

_WORDS = 3
"""Words of the matter that make its head: the verb that is bound, what it is done to, and a word that tells
that from others. With five, the purposes that follow came in, which all commitments of a text share."""
_HAN_WORD = 2
"""Characters in a word of Chinese, by and large."""
_ITEMS = 6
"""Items that make a list of names: fewer are what a sentence says of somebody."""
_ITEM = 5
"""Words of the longest item of a list of names, its "and the" counted in."""
_SEPARATOR = re.compile("[,;،؛，；、]")


def matter(text: str, marks: Sequence[CommitmentMark], language: Language) -> frozenset[str]:
    """The terms that open what a sentence is about: the content words behind those that show each of its acts
    (`marks`), or its first ones where none is shown or nothing follows."""
    ends = dict.fromkeys(mark.evidence[0].span.end for mark in marks if mark.evidence)
    found = [term for end in ends for term in _opening(text[end:], language)]
    return frozenset(found or _opening(text, language))


def shares_core(one: frozenset[str], other: frozenset[str], before: str, after: str) -> bool:
    """Whether each of two wordings holds something of what the other opens its matter with (`matter`)."""
    return bool(terms_of(after) & one) and bool(terms_of(before) & other)


def without_lists(text: str) -> str:
    """The text without a long list of names; as it is, where it holds none.

    "We, the governments of A, B, C, D, E, F and G, recognise" → "We, the governments of ... recognise"
    """
    parts = _SEPARATOR.split(text)
    short = [len(printed_tokens(part)) <= _ITEM for part in parts]
    if sum(short) < _ITEMS:
        return text
    kept = [part for part, is_item in zip(parts, short, strict=True) if not is_item]
    return " ".join(kept)


def _opening(text: str, language: Language) -> tuple[str, ...]:
    """The first content words, as the terms that wordings are compared by. Names apart: whom or which region
    a sentence speaks of, others of the same text speak of, too ("denuclearization of North Korea", "urge
    North Korea to resolve")."""
    tokens = printed_tokens(text)
    if not language.SEPARATOR:
        words = [key(token) for token in tokens]
        pairs = (a + b for a, b in pairwise(words) if is_han(a) and is_han(b))
        return tuple(pairs)[: _WORDS * _HAN_WORD - 1]
    words = [key(token) for token in tokens if not token[:1].isupper()]
    held = (w for w in words if w[:1].isalnum() and w not in language.COMMON_WORDS | language.ARTICLES)
    return tuple(stem(word) for word in held)[:_WORDS]
