"""Words of degree that came or went by themselves, from among words that stayed.

Worked example. "States report" → "all States report": "all" came before a noun of both sides, and nothing of
weight came with it. In "States report" → "all interested bodies attend" it came with a sentence about another
thing, and nothing is told.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from p5diff.meaning.pair.correspondence import Correspondence, SideWords, Surroundings
from p5diff.meaning.pair.placed import ALIKE, BESIDE, EXTENT, NEGATION, RESTRICTION, PlacedDegree, has_number
from p5diff.model.comparison import Side

_EXTRA = {False: 0, True: 2}
"""Words of content that may come or go together with a word of degree."""
_TAIL = 12
"""Words of content that a condition ("unless …", "subject to …") may bring along after itself."""
_SAME_CLAUSE = 0.5
"""Share of the two clauses that must be the same for a word that came or went to count [0, 1]: else
it belongs to another thought."""
_SAME_SENTENCE = 0.6
"""Share of both sentences, the words themselves apart, that must be the same for a condition or a limit to
have come or gone [0, 1]: "as appropriate" in a provision written anew qualifies another thing."""
_RUN = {False: 3, True: 6}
"""Words of content in a run that stayed around a word of a short scale; in Chinese (True) characters, of
which a word has two. Fewer are a phrase that any two sentences may share."""
_SHORT_RUN = 2
"""Words of content that are enough where the run has `_RUN_WORDS` with the small ones."""
_RUN_WORDS = 4
"""Words of such a run, small ones included: "the Board expects that" is one, "the fund doubled" may begin
any sentence. Chinese writes no small words that could tell."""


def came_or_went(
    ground: Correspondence,
    side: Side,
    one: PlacedDegree,
    mine: frozenset[int],
    other: frozenset[int],
    settled: Collection[tuple[Side, int, str]],
) -> bool:
    """Whether a word came or went by itself, as its scale asks."""
    if one.scale.short:
        return (side, one.first, one.scale.id) in settled
    return _alone(ground, side, one, mine, other)


def _alone(
    ground: Correspondence, side: Side, one: PlacedDegree, mine: frozenset[int], other: frozenset[int]
) -> bool:
    """Whether a word came or went by itself, from among words that stayed."""
    scale = one.scale
    here, there = ground.sides(side)
    if scale.absent is None or not one.degree.alone or (scale.number and not has_number(here, one)):
        return False
    if scale.aspect == "scope" and not _joins(ground, side, one, other):
        return False
    if (scale.aspect == "qualifier" and not scale.number) or (scale.aspect == "scope" and scale.id != EXTENT):
        whole = whole_condition(ground, side, one)
        if ground.same_sentence(side, range(whole.first, whole.last)) < _SAME_SENTENCE:
            return False
    around = _around(ground, side, one.first, one.last)
    if around is None:
        return False
    extra = _EXTRA[ground.chinese]
    leading = _weight(here, around.left + 1, one.first, mine)
    trailing = _weight(here, one.last, around.right, mine)
    # "Developed countries" → "all countries": the noun of the degree stayed, though it is not free here.
    own = {here.words[at].stem for at in range(one.first, one.last)}
    stayed = frozenset(
        at for at in range(around.left_there + 1, around.right_there) if there.words[at].stem in own
    )
    instead = _weight(there, around.left_there + 1, around.right_there, other | stayed)
    if scale.aspect == "qualifier" and not scale.number:
        return leading <= 1 and instead <= extra and trailing <= _TAIL
    # What a denial denies must have stayed: with it may come an item of a list ("convictions, non-suits").
    behind = 0 if scale.id == NEGATION else extra
    return trailing <= behind and leading + trailing <= extra and instead <= extra


def _joins(ground: Correspondence, side: Side, one: PlacedDegree, other: frozenset[int]) -> bool:
    """Whether a word of scope belongs to a word of content that stayed: a word of number ("all", "some") to
    the noun after it, articles apart; any other to one beside it that bears no limit of its own instead."""
    if one.scale.id == RESTRICTION and _limited_anew(ground, side, one, other):
        return False
    here, links = ground.sides(side)[0], ground.links(side)
    if one.scale.id == EXTENT and not ground.chinese:
        noun = ground.next_content(side, one.last, 0)
        between = here.words[one.last : noun]
        return noun is not None and not any(w.is_mark for w in between)
    for step, start in ((1, one.last), (-1, one.first - 1)):
        for at in (start, start + step):
            if not 0 <= at < len(here.words) or here.words[at].is_mark:
                break
            if here.words[at].content or ground.chinese:
                if at in links:
                    return True
                break
    return False


def _limited_anew(ground: Correspondence, side: Side, one: PlacedDegree, other: frozenset[int]) -> bool:
    """Whether the noun of a limit has words of its own beside it on the other side, which may say the same:
    "participating States", "States taking part"."""
    here, there = ground.sides(side)
    links, back = ground.links(side), ground.links(Side.AFTER if side is Side.BEFORE else Side.BEFORE)
    nouns = [at for at in (one.first - 1, one.last) if 0 <= at < len(here.words) and at in links]
    beside = {w.key[:ALIKE] for w in here.words[max(0, one.first - BESIDE) : one.last + BESIDE]}
    for noun in nouns:
        at = links[noun]
        for path in (range(at + 1, len(there.words)), range(at - 1, -1, -1)):
            nearest = next((n for n in path if there.words[n].content and n not in other), None)
            if nearest is not None and there.words[nearest].key[:ALIKE] in beside:
                continue  # inflected, no limit of its own: "государство-член", "государства-члены"
            near = nearest is not None and abs(nearest - at) <= BESIDE and nearest not in back
            if near and not ground.chinese:
                return True
    return False


def whole_condition(ground: Correspondence, side: Side, one: PlacedDegree) -> PlacedDegree:
    """A condition with all that came or went with it: "subject to the funds being there"."""
    if one.scale.aspect != "qualifier" or one.scale.number or one.scale.short:
        return one
    words = ground.sides(side)[0].words
    last = min(ground.gap(side, one.first, one.last).right, len(words))
    while last > one.last and words[last - 1].is_mark:
        last -= 1
    sentence = words[one.first].sentence
    while last > one.last and words[last - 1].sentence != sentence:
        last -= 1
    return one._replace(last=last)


def is_item(words: SideWords, links: Mapping[int, int], one: PlacedDegree, joins: frozenset[int]) -> bool:
    """Whether words of scope came or went as an item of a list, with its conjunction: "the least developed
    countries and small island States" narrows nothing."""
    at = one.first - 1
    while at >= 0 and not words.words[at].content and at not in joins and not words.words[at].is_mark:
        at -= 1
    return one.scale.aspect == "scope" and at in joins and at not in links


def is_settled(ground: Correspondence, side: Side, one: PlacedDegree) -> bool:
    """Whether the words next to a word of a short scale are next to each other on the other side, in a run of
    words that stayed: however much changed elsewhere, there it came or went."""
    here, there = ground.sides(side)
    links = ground.links(side)
    left, right = one.first - 1, one.last
    while left >= 0 and here.words[left].is_mark and left not in links:
        left -= 1
    while right < len(here.words) and here.words[right].is_mark and right not in links:
        right += 1
    if right in links and _opens_sentence(here, left, one.first):
        # "On balance, the harbour gained": the word after it opens the sentence on the other side.
        at = links[right]
        if at > 0 and there.words[at - 1].sentence == there.words[at].sentence:
            return False
        left = right
    elif left not in links or right not in links or links[right] <= links[left]:
        return False
    if not all(there.words[at].is_mark for at in range(links[left] + 1, links[right])):
        return False
    run = small = 0
    back = range(left, -1, -1) if left != right else range(0)
    for path in (back, range(right, len(here.words))):
        for at in path:
            if at not in links or links[at] - links[path[0]] != at - path[0]:
                break
            run += here.words[at].content
            small += not here.words[at].content and not here.words[at].is_mark
    if run >= _RUN[ground.chinese]:
        return True
    return not ground.chinese and run >= _SHORT_RUN and run + small >= _RUN_WORDS


def _opens_sentence(side: SideWords, left: int, first: int) -> bool:
    """Whether nothing but marks stands before a word in its sentence."""
    return left < 0 or side.words[left].sentence != side.words[first].sentence


def _around(ground: Correspondence, side: Side, first: int, last: int) -> Surroundings | None:
    """What surrounds words that have no counterpart, where it is for the most part the same clause."""
    here, there = ground.sides(side)
    gap = ground.gap(side, first, last)
    if gap.left < 0 and gap.right >= len(here.words):
        return None
    beside = gap.left_there if gap.left >= 0 else gap.right_there
    if not 0 <= beside < len(there.words):
        return None
    pair = (first, beside) if side is Side.BEFORE else (beside, first)
    return gap if ground.same_clause(*pair) >= _SAME_CLAUSE else None


def by_itself(ground: Correspondence, side: Side, first: int, last: int, more: int = 1) -> bool:
    """Whether words came or went from among words that stayed, with at most `more` of content."""
    gap = _around(ground, side, first, last)
    if gap is None:
        return False
    here, there = ground.sides(side)
    apart = frozenset(range(first, last))
    extra = _EXTRA[ground.chinese] + more
    return (
        _weight(here, gap.left + 1, gap.right, apart) <= extra
        and _weight(there, gap.left_there + 1, gap.right_there, frozenset()) <= extra
    )


def _weight(words: SideWords, first: int, last: int, apart: frozenset[int]) -> int:
    """Words of content in a stretch, except those that are compared by themselves."""
    return sum(words.words[at].content for at in range(first, last) if at not in apart)
