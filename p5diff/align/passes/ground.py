"""A link must rest on words that say something.

Place, length and function words can make a pair likely where nothing else stands in its place;
to a reader, two such sentences are one dropped and one new. On the judged sets, about half of the
links that share less than the default are wrong, so that dropping them costs nothing there.
Where both are known to speak of different topics, the words in common must say more.

Worked example. A "The Committee shall meet in May." stands where a "The Council may lend boats." stands
now, between two linked neighbours: place and length make the pair likely, and the words of content in
common make up nothing. The link goes: A is dropped, a is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from p5diff.align.passes.links import Link
from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Texts

CERTAIN = frozenset({"exact", "folded"})
LONG = 10
"""Clear pairs of so many words share three quarters of them: they pass."""
APART = 2.0
"""How many times as much a link must rest on where its units have topics, and none in common."""


def grounded(texts: Texts, links: Iterable[Link], least: float, hints: Hints) -> list[Link]:
    """The links whose units share at least `least` of the content of the poorer one.

    Content is what the terms are worth (their rarity) without the function words of the
    language. A unit of function words alone has no content and passes.
    """

    def stands(link: Link) -> bool:
        if link.found_by in CERTAIN:
            return True
        if link.found_by == "clear" and hints.alike(*link) >= 0 and _shorter(texts, link) >= LONG:
            return True
        return rests(texts, link, least, hints)

    return [link for link in links if stands(link)]


def rests(texts: Texts, pair: tuple[int, int], least: float, hints: Hints) -> bool:
    """Whether the two units share at least `least` of the content of the poorer one."""
    apart = hints.alike(*pair) < 0
    return _shared(texts, pair) >= least * (APART if apart else 1.0)


def _shorter(texts: Texts, link: Link) -> int:
    return min(len(texts.before.symbols[link.before]), len(texts.after.symbols[link.after]))


def _shared(texts: Texts, pair: tuple[int, int]) -> float:
    ours, theirs = texts.before.terms[pair[0]], texts.after.terms[pair[1]]
    poorer = min(_content(texts, ours), _content(texts, theirs))
    return _content(texts, ours & theirs) / poorer if poorer else 1.0


def _content(texts: Texts, terms: Set[str]) -> float:
    return sum(map(texts.content.__getitem__, terms))
