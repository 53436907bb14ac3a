"""Words of degree where they stand in a side of a pair, and what a change of one says.

A scale ranks words ("will" over "should" over "may"). One of its words at certain words of a side is a placed
degree; words of one scale that follow each other are one ("will seek to").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.scalefile import Degree, Scale
from p5diff.model.comparison import Verdict

MODAL = "modal"
"""The scale of modal verbs."""
CALL = "call"
"""The scale of calls upon others."""
ENGAGEMENT = "engagement"
"""The scale of undertakings, from "commit to" down."""
NEGATION = "negation"
"""The scale of denials: "no member may" binds nobody else than "members may not"."""
PACE = "pace"
"""The scale of how fast something is done: of what is told ("prices rose rapidly") it binds nobody."""
RESTRICTION = "restriction"
"""The scale of words that limit who or what is meant."""
PARTIES = "parties"
"""The scale of groups of States: "States Parties", "developing countries"."""
EXTENT = "extent"
"""The scale of words of number before their noun."""
NEAR = {False: 2, True: 6}
"""Words of content that may stand between a verb and its object on either side; in Chinese (True)
characters, of which a word has two or three."""
BESIDE = 3
"""Words from a noun within which another limit of it stands."""
ALIKE = 3
"""Letters by which two words between a verb and its object are one, however they are inflected: the
short ones ("свои", "своих"; "créer", "création") have no stem of full length."""
_LINKED = 1
"""Words between two verbs of a chain: "will also strive to"."""
_NUMBER_BEHIND = 3
"""Words before a degree within which a number belongs to it ("40 per cent or more")."""
_NUMBER_NEAR = 6
"""Words between "at least" and its figure: "at least reduce by 50 %"."""


class PlacedDegree(NamedTuple):
    """Words of a degree at the words `[first, last)` of a side."""

    degree: Degree
    first: int
    last: int

    @property
    def scale(self) -> Scale:
        """The scale of its degree."""
        return self.degree.scale


class DegreeChange(NamedTuple):
    """One exchange, or one word that came (no `before`) or went (no `after`)."""

    scale: Scale
    before: PlacedDegree | None
    after: PlacedDegree | None
    verdict: Verdict


def placed(words: SideWords, found: Sequence[Sequence[Match[Degree]]]) -> list[PlacedDegree]:
    """The matches of each sentence of a side, by the numbers of the side's words."""
    every = [
        PlacedDegree(m.item, m.first + offset, m.last + offset)
        for offset, matches in zip(words.offsets, found, strict=True)
        for m in matches
    ]
    # What stands inside a condition says nothing of strength: "may" in "as the case may be".
    conditions = [p for p in every if p.scale.aspect == "qualifier"]
    kept = [p for p in every if p.scale.aspect != "strength" or not any(_within(p, c) for c in conditions)]
    return _chained(words, kept, covered(conditions))


def _within(one: PlacedDegree, other: PlacedDegree) -> bool:
    return (
        other.first <= one.first
        and one.last <= other.last
        and other.last - other.first > one.last - one.first
    )


def _chained(
    words: SideWords, found: Sequence[PlacedDegree], conditions: frozenset[int]
) -> list[PlacedDegree]:
    """Words of a scale that follow each other as one, of the lowest degree among them; a condition may stand
    between them ("will, where possible, strive to")."""
    kept: list[PlacedDegree] = []
    for place in found:
        last = next((k for k in reversed(kept) if k.scale == place.scale), None)
        if not place.scale.chain or last is None:
            kept.append(place)
            continue
        between = range(last.last, place.first)
        linking = sum(n not in conditions and not words.words[n].is_mark for n in between)
        if last.last <= place.first and linking <= _LINKED:
            kept.remove(last)
            low = min(last.degree, place.degree, key=lambda d: d.value or 0)
            kept.append(PlacedDegree(low, last.first, place.last))
        else:
            kept.append(place)
    return kept


def covered(found: Iterable[PlacedDegree]) -> frozenset[int]:
    """The numbers of the words that some degrees hold."""
    return frozenset(i for p in found for i in range(p.first, p.last))


def ranks(found: Iterable[PlacedDegree], scale: str) -> bool:
    """Whether a word of a scale stands there that has a value, and does not only look like one."""
    return any(p.scale.id == scale and p.degree.value is not None for p in found)


def has_number(words: SideWords, one: PlacedDegree) -> bool:
    """Whether a figure stands near, with no comma in between: after it, or just before ("50 % at
    most")."""
    ahead = words.words[one.last : one.last + _NUMBER_NEAR]
    behind = words.words[max(0, one.first - _NUMBER_BEHIND) : one.first][::-1]
    for near in (ahead, behind):
        for word in near:
            if word.is_mark:
                break
            if word.figure:
                return True
    return False


def verdict(scale: Scale, before: Degree | None, after: Degree | None) -> Verdict | None:
    """What a change of degree says; nothing where the two are worth the same."""
    one = before.value if before is not None else scale.absent
    two = after.value if after is not None else scale.absent
    if one is None or two is None:
        return None
    if one == two:
        differs = scale.differ and before is not None and after is not None and before.id != after.id
        return Verdict.CHANGED if differs else None
    if scale.aspect == "negation":
        return Verdict.FLIPPED
    if scale.aspect == "scope":
        return Verdict.WIDENED if two > one else Verdict.NARROWED
    return Verdict.STRONGER if two > one else Verdict.WEAKER
