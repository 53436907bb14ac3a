"""Items that came to, or went from, a word that stands on both sides, wherever the sentence moved it.

`enumeration` compares lists whose sentence stayed for the most part. Here the word that an item is joined to
is the ground: it stands on both sides next to the same word, on one of them with "and" or "or" and more.
What it brings is said nowhere on the other side.

Worked example. "Personal attacks" and "Insulting remarks" → "Insulting remarks and personal attacks or
threats": "attacks" stands on both sides beside "personal", and "threats" came with its "or": scope, widened.
"For good" → "for a time or for good" is wider too. "Insults and threats" → "Threats and mockery" is not:
another item went.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from p5diff.language import Language
from p5diff.meaning.pair.basis import shared
from p5diff.meaning.pair.correspondence import SideWord, SideWords
from p5diff.meaning.pair.enumeration import is_torn, verb_forms

_LONGEST = 7
"""Most words of content of an item: longer ones are clauses."""
_ROOT = 4
"""Letters by which two words are one, however they are inflected: few, since an item is said nowhere else."""
_AROUND = 3
"""Words of content on either side of the word joined, none of which may be new there."""
SAME_REST = 0.45
"""Share of the rest of both sides that must be the same [0, 1], as for an item that ends its phrase in
`enumeration`: else the two sentences say other things."""


def find(
    mine: SideWords,
    other: SideWords,
    joins: Collection[tuple[int, int]],
    taken: Collection[int],
    language: Language,
) -> Iterator[tuple[int, int]]:
    """The words `[first, last)` of each item that only one side joins to a word of both. `joins` are the
    conjunctions of the side; `taken` words that an item cannot hold (verbs of an act, words of degree)."""
    if not language.SEPARATOR:
        return
    known = {_root(w) for w in other.words if w.content}
    verbs = verb_forms(language)
    theirs = [w.stem for w in other.words if w.content]
    ends = {first for first, _ in joins}
    for first, last in sorted(joins):
        for item, ahead in ((_behind(mine, last, known, ends), False), (_ahead(mine, first, known), True)):
            if item is None or any(at in taken for at in range(*item)) or is_torn(mine, item):
                continue
            words = [w for w in mine.words[item[0] : item[1]] if w.content]
            if not words or len(words) > _LONGEST or any(w.figure for w in words):
                continue
            opening = range(last, item[1]) if not ahead else range(*item)
            if any(mine.words[n].key in verbs for n in opening):
                continue  # "and have few means" is a clause
            rest = [w.stem for n, w in enumerate(mine.words) if w.content and not item[0] <= n < item[1]]
            if shared(rest, theirs) >= SAME_REST * max(len(rest), len(theirs)) and _stayed(
                mine, other, item, ahead
            ):
                yield item


def _root(word: SideWord) -> str:
    return word.key[:_ROOT]


def _behind(
    side: SideWords, start: int, known: Collection[str], ends: Collection[int]
) -> tuple[int, int] | None:
    """The words behind a conjunction that the other side does not know, to the end of their phrase. `ends` is
    where the conjunctions of the side begin."""
    end, words = start, side.words
    while end < len(words) and not words[end].is_mark and words[end].sentence == words[start].sentence:
        if words[end].content and _root(words[end]) in known:
            if words[end - 1].content or end == start:
                return None  # its words may only modify what stayed: "or secure networks"
            break  # "threats against pilots": a small word parts them
        if end in ends and end > start and not _more(side, end, known):
            break
        end += 1
    while end > start and not words[end - 1].content:
        end -= 1
    while start < end and not words[start].content:
        start += 1
    return (start, end) if start < end else None


def _more(side: SideWords, at: int, known: Collection[str]) -> bool:
    """Whether the next word of content behind a further conjunction is unknown to the other side too."""
    behind = (side.words[n] for n in range(at + 1, len(side.words)))  # no copy: asked at each conjunction
    following = next((w for w in behind if w.content), None)
    return following is not None and _root(following) not in known


def _ahead(side: SideWords, end: int, known: Collection[str]) -> tuple[int, int] | None:
    """The one word before a conjunction that the other side does not know: "temporary or" lasting."""
    at = end - 1
    if at < 1 or not side.words[at].content or _root(side.words[at]) in known:
        return None
    before = side.words[at - 1]
    if before.content and _root(before) not in known:
        return None
    return at, at + 1


def _stayed(mine: SideWords, other: SideWords, item: tuple[int, int], ahead: bool) -> bool:
    """Whether the word that an item is joined to stands on the other side between the same neighbours: what
    stands before it is the same word there, and what follows the item follows that word."""
    anchor = _next(mine, item[1], 1) if ahead else _next(mine, item[0] - 1, -1)
    if anchor is None:
        return False
    outer = _next(mine, item[0] - 1 if ahead else anchor - 1, -1)
    ours = {_root(w) for w in mine.words if w.content}
    for at, word in enumerate(other.words):
        if not word.content or not _alike(word, mine.words[anchor]):
            continue
        if any(_root(w) not in ours for w in _around(other, at)):
            continue  # what is new there may say the item in other words
        if ahead and _key(mine, item[0] - 1) != _key(other, at - 1):
            continue  # "to be modest and consequently": the conjunction joins clauses
        beside = _next(other, at - 1, -1)
        if (outer is None) != (beside is None):
            continue
        if outer is not None and beside is not None and not _alike(mine.words[outer], other.words[beside]):
            continue
        if ahead or _closes_alike(mine, item[1], other, at + 1):
            return True
    return False


def _key(side: SideWords, at: int) -> str:
    """The word at a place; nothing at the opening of a sentence."""
    if at < 0 or (at + 1 < len(side.words) and side.words[at].sentence != side.words[at + 1].sentence):
        return ""
    return side.words[at].key


def _around(side: SideWords, at: int) -> Iterator[SideWord]:
    """The words of content on both sides of one in its sentence, the nearest few."""
    for path in (range(at - 1, -1, -1), range(at + 1, len(side.words))):
        same = (side.words[n] for n in path if side.words[n].sentence == side.words[at].sentence)
        yield from islice((w for w in same if w.content), _AROUND)


def _alike(one: SideWord, two: SideWord) -> bool:
    return _root(one) == _root(two)


def _closes_alike(mine: SideWords, end: int, other: SideWords, start: int) -> bool:
    """Whether what follows an item is what followed the word that it came to: the same word of content, or on
    both sides none before the next mark."""
    ours, theirs = _follower(mine, end), _follower(other, start)
    if ours is None or theirs is None:
        return ours is theirs
    return _alike(ours, theirs)


def _follower(side: SideWords, at: int) -> SideWord | None:
    """The next word of content, small words and nothing else between."""
    place = _next(side, at, 1)
    return None if place is None else side.words[place]


def _next(side: SideWords, at: int, step: int) -> int | None:
    """The nearest word of content from one on, before any mark and in its sentence; none where it lacks."""
    words = side.words
    if not 0 <= at < len(words):
        return None
    sentence = words[at - step].sentence if 0 <= at - step < len(words) else words[at].sentence
    while 0 <= at < len(words) and words[at].sentence == sentence and not words[at].is_mark:
        if words[at].content:
            return at
        at += step
    return None
