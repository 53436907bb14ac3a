"""A link must rest on words that say something.

Place, length and function words can make a pair likely where nothing else stands in its place;
to a reader, two such sentences are one dropped and one new. On the judged sets, about half of the
links that share less than the default are wrong, so that dropping them costs nothing there.
Where both are known to speak of different topics, the words in common must say more.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from p5diff.align.hints import Hints
from p5diff.align.links import Link
from p5diff.align.units import Texts

CERTAIN = frozenset({"exact", "folded"})
APART = 2.0
"""How many times as much a link must rest on where its units have topics, and none in common."""


def grounded(texts: Texts, links: Iterable[Link], least: float, hints: Hints) -> list[Link]:
    """The links whose units share at least `least` of the content of the poorer one.

    Content is what the terms are worth (their rarity) without the function words of the
    language. A unit of function words alone has no content and is let through.
    """
    dull = {term for term in texts.worth if not texts.vocabulary.common.isdisjoint(term)}

    def rests(link: Link) -> bool:
        needed = least * (APART if hints.alike(*link) < 0 else 1.0)
        return link.found_by in CERTAIN or _shared(texts, link, dull) >= needed

    return [link for link in links if rests(link)]


def _shared(texts: Texts, link: Link, dull: Set[str]) -> float:
    ours, theirs = texts.before.terms[link[0]] - dull, texts.after.terms[link[1]] - dull
    worth = texts.worth.__getitem__
    poorer = min(sum(map(worth, ours)), sum(map(worth, theirs)))
    return sum(map(worth, ours & theirs)) / poorer if poorer else 1.0
