"""A link must rest on words that say something.

Place, length and function words can make a pair likely where nothing else stands in its place;
to a reader, two such sentences are one dropped and one new. On the judged sets, about half of the
links that share less than the default are wrong, so that dropping them costs nothing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from p5diff.align.links import Link
from p5diff.align.units import Texts

CERTAIN = frozenset({"exact", "folded"})


def grounded(texts: Texts, links: Iterable[Link], common: Set[str], least: float) -> list[Link]:
    """The links whose units share at least `least` of the content of the poorer one.

    Content is what the terms are worth (their rarity) without `common`, the function words of
    the language. A unit of function words alone has no content and is let through.
    """
    empty = {symbol for symbol, word in texts.vocabulary.words.items() if word in common}
    return [link for link in links if link.found_by in CERTAIN or _shared(texts, link, empty) >= least]


def _shared(texts: Texts, link: Link, empty: Set[str]) -> float:
    ours, theirs = texts.before.terms[link[0]], texts.after.terms[link[1]]
    worth = texts.worth.__getitem__
    poorer = min(_worth(texts, ours, empty), _worth(texts, theirs, empty))
    shared = sum(worth(term) for term in ours & theirs if empty.isdisjoint(term))
    return shared / poorer if poorer else 1.0


def _worth(texts: Texts, terms: frozenset[str], empty: Set[str]) -> float:
    return sum(texts.worth[term] for term in terms if empty.isdisjoint(term))
