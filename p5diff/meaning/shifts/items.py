"""Items that came into a list that stayed, or went out of it: widened, narrowed; and "and" that became "or".

Worked example. "ports, harbours and airports" → "ports and airports": "harbours" stands between the same
words with its comma, and nothing stands there instead: narrowed. "promoting, protecting and respecting" →
"respect, promote and consider" is a list written anew: nothing. The finders are asked in turn, the surest
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p5diff.meaning.pair import alone, attached, enumeration
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import ENGAGEMENT, EXTENT, MODAL, NEGATION, PlacedDegree
from p5diff.meaning.sentence.speech import PLAIN
from p5diff.meaning.shifts import added_deeds, told, verdict
from p5diff.meaning.shifts.both import BothSides, Place, covered
from p5diff.model.comparison import Shift, Verdict

_LONGEST = {False: 3, True: 8}
"""Longest item of a list that is told of as such, in words; in Chinese (True) in characters."""
_COMMAS = frozenset(",،、，")
_TORN = frozenset("()[]（）【】#")
"""What stands around an abbreviation or in an open draft, and is no item of a list."""
_BLANK = "##"
"""What drafts print for words still to come."""
_LIST = 8
"""Words around an item among which another comma or conjunction shows that the list has more."""
_BESIDE = 3
"""Words on either side of where an item went among which another in its place shows that the list was
written anew."""
_SAME_LIST = 0.75
"""Share of the clause that must be the same for an item of its list to have come or gone [0, 1]."""
_ADDS = frozenset("而且但")
"""What joins a further condition to the one before it in Chinese."""
_NO_ITEM = frozenset({MODAL, ENGAGEMENT, NEGATION, "hedge"})
"""Scales whose words show a clause or a condition, which is no item; "supporting employment" is one."""


def find(both: BothSides) -> Iterator[Shift]:
    """Alternatives; where there are none, items, one shift each way."""
    yield from [*_alternatives(both)] or [*_items(both)]


def _items(both: BothSides) -> Iterator[Shift]:
    """Items that came into a list that stayed, or went out of it; one shift each way. What stands for a blank
    of a draft is none."""
    if any(_BLANK in s.text for side in both.sides for s in side.sentences):
        return
    for number, way in ((0, Verdict.NARROWED), (1, Verdict.WIDENED)):
        found = _listed(both, number) or _enumerated(both, number) or _joined(both, number)
        found = found or list(enumeration.deeds(both.ground, both.sides[number].side, both.language))
        found = found or _attached(both, number) or added_deeds.find(both, number)
        found = [item for item in found if _is_whole(both, number, item)]
        if found:
            quoted = [both.sides[number].quoted(a, b) for a, b in found]
            words = ", ".join(e.text for e in quoted)
            yield Shift(
                aspect="scope",
                verdict=way,
                before="" if number else words,
                after=words if number else "",
                rule="an item of a list",
                explanation="an item came into the list" if number else "an item went out of the list",
                evidence=tuple(quoted),
            )


def _is_whole(both: BothSides, number: int, item: Place) -> bool:
    """Whether words may be an item: in Chinese, one character is half of a word ("法", "法律"), and 而 opens
    a further condition. What came with a verb of strength before it is a deed ("and may sail"). What
    something is judged to be is no item, nor is "each" of "each and every", nor "necessary" of "necessary and
    appropriate measures", which asks more of a measure, of nobody less."""
    number_words = covered(p for p in both.degrees[number] if p.scale.id == EXTENT)
    if number_words.issuperset(range(*item)) or _is_judged(both, number, item):
        return False
    strong = covered(p for p in both.degrees[number] if p.scale.id in {MODAL, ENGAGEMENT})
    if item[0] - 1 in strong and item[0] - 1 not in both.ground.links(both.sides[number].side):
        return False
    fitting = both.words_of(both.sides[number], "fitting")
    if all(at in fitting for at in range(*item) if both.sides[number].words[at].content):
        return False
    opens = both.sides[number].words[item[0]].key
    return not both.ground.chinese or (item[1] - item[0] > 1 and opens not in _ADDS)


def _is_judged(both: BothSides, number: int, item: Place) -> bool:
    """Whether an item is what something is judged to be: "judged necessary and fitting", with nothing but
    words of content and conjunctions between the judging and the item."""
    side = both.sides[number]
    judged = both.words_of(side, "judged")
    joins = covered(p for p in both.degrees[number] if p.scale.between)
    at = item[0] - 1
    while at >= 0 and at not in judged and (side.words[at].content or at in joins):
        at -= 1
    return at in judged


def _alternatives(both: BothSides) -> Iterator[Shift]:
    """ "And" that became "or" where it is written onto the next word (Arabic)."""
    before, after = ({p.first for p in placed if p.scale.between} for placed in both.degrees)
    for i, j in enumeration.alternatives(both.ground, before, after, both.language):
        narrower = j - 1 in after
        quoted = both.quoted((i - (not narrower), i + 1), (j - narrower, j + 1))
        way = Verdict.NARROWED if narrower else Verdict.WIDENED
        why = "both → either" if narrower else "either → both"
        yield verdict.made(both, "scope", way, quoted, "scales.toml: conjunction", why)
        return


# ------------------------------------------------------------ the finders, in turn


def _listed(both: BothSides, number: int) -> list[Place]:
    """The stretches of words without a counterpart that are items of a list."""
    side, other = both.sides[number], both.sides[1 - number]
    links = both.ground.links(side.side)
    joins = covered(p for p in both.degrees[number] if p.scale.between)
    known = {w.stem for w in other.words}
    found: list[Place] = []
    at = 1
    while at < len(side.words):
        if at in links:
            at += 1
            continue
        last = at
        while last < len(side.words) and last not in links:
            last += 1
        whole = _is_item(both, side, (at, last), joins, known) and not _is_written_anew(
            both, number, at, last
        )
        if whole and _is_lost(both, number, at, last):
            words = [n for n in range(at, last) if n not in joins and not side.words[n].is_mark]
            found.append((words[0], words[-1] + 1))
        at = last
    return found


def _enumerated(both: BothSides, number: int) -> list[Place]:
    """Items that only one side's list has, where the other has none instead."""
    acting = {at for a in both.acts[number] for at in range(a.first, a.last)}
    items = enumeration.gone(both.sides[number], both.sides[1 - number], both.language, acting)
    return [(item.first, item.last) for item in items]


def _joined(both: BothSides, number: int) -> list[Place]:
    """Items that came or went with their conjunction."""
    side = both.sides[number]
    links = both.ground.links(side.side)
    taken = set(
        covered(
            p
            for p in both.degrees[number]
            if p.scale.id in _NO_ITEM and not _denies_what_came(side, links, p)
        )
    )
    said: set[int] = set()
    for one in both.acts[number]:
        if one.act.act.id in PLAIN:
            said |= set(range(one.first, one.last))
            continue
        named = one.act.actor_span is not None and one.act.actor_span.start == one.act.span.start
        # "Coastal States and others shall": who acts stands among the words, and its verb last.
        taken |= set(range(one.last - 1 if named else one.first, one.last))
    return list(enumeration.joined(both.ground, side.side, frozenset(taken), frozenset(said), both.language))


def _attached(both: BothSides, number: int) -> list[Place]:
    """Items that only one side joins to a word that stands on both; none in what is only told."""
    if told.is_told(both):
        return []
    side, other, placed = both.sides[number], both.sides[1 - number], both.degrees[number]
    joins = {(p.first, p.last) for p in placed if p.scale.between}
    taken = set(covered(p for p in placed if p.scale.id in _NO_ITEM))
    taken |= {at for a in both.acts[number] if a.act.act.id not in PLAIN for at in range(a.first, a.last)}
    return list(dict.fromkeys(attached.find(side, other, joins, taken, both.language)))


def _denies_what_came(side: SideWords, links: Mapping[int, int], place: PlacedDegree) -> bool:
    """Whether a denial belongs to a word of content right before it that came with it: "atención no
    deseada" is an item all the same."""
    before = place.first - 1
    if place.scale.id != NEGATION or before < 0 or before in links or place.first in links:
        return False
    return side.words[before].content


# ------------------------------------------------------------ what an item of a list is


def _is_item(both: BothSides, side: SideWords, place: Place, joins: frozenset[int], known: set[str]) -> bool:
    """Whether a stretch is one item with its comma or conjunction, of a list that has others."""
    first, last = place
    words = side.words
    inner = [n for n in range(first, last) if n not in joins and not words[n].is_mark]
    most = _LONGEST[both.ground.chinese]
    if not 0 < len(inner) <= most or inner[-1] - inner[0] + 1 != len(inner):
        return False
    if any(words[n].stem in known or words[n].key[0].isdigit() for n in inner):
        return False
    # A modifier of the noun before it is no item ("a response judged necessary and fitting"), nor is one
    # of the noun after it ("roads, wide bridges and tunnels").
    plain = all(words[n].content for n in inner) and not words[inner[0] - 1].content
    modifies = last < len(words) and words[last].content and inner[-1] == last - 1
    if modifies or not (both.ground.chinese or plain):
        return False
    commas = {n for n in range(max(0, first - 1), min(last + 1, len(words))) if words[n].key in _COMMAS}
    touching = {first - 1, first, last - 1, last}
    ahead = range(last, min(last + most + 2, len(words)))
    if not (touching & commas) and not (touching & joins):
        return False
    if not (touching & joins) and not any(n in joins for n in ahead):
        return False
    around = range(max(0, first - _LIST), min(len(words), last + _LIST))
    marks = {n for n in around if n in joins or words[n].key in _COMMAS} - touching
    sentence = side.sentences[words[first].sentence].text
    return (bool(marks) or _is_between(both, side, place, joins)) and not set(
        sentence[max(0, words[inner[0]].start - 1) : words[inner[-1]].end + 1]
    ) & _TORN


def _is_between(both: BothSides, side: SideWords, place: Place, joins: frozenset[int]) -> bool:
    """Whether a stretch is ", X" before "and Y", in a list of things: no adjectives before one noun, no
    verbs before one object ("farmers, fishers and foresters", not "secure, free and open networks")."""
    first, last = place
    words = side.words
    if not both.language.NOUN_LAST or both.ground.chinese or words[first].key not in _COMMAS:
        return False
    after = last + 1
    if last not in joins or after >= len(words) or not words[after].content:
        return False
    ends = after + 1 == len(words) or not words[after + 1].content
    return ends and not any(enumeration.is_verb(w.key, both.language) for w in words[first:last])


def _is_written_anew(both: BothSides, number: int, first: int, last: int) -> bool:
    """Whether the other side has a word of content of its own around there: the list was written
    anew ("promoting, protecting and respecting" → "respect, promote and consider")."""
    side, other = both.sides[number], both.sides[1 - number]
    gap = both.ground.gap(side.side, first, last)
    around = range(max(0, gap.left_there - _BESIDE), min(len(other.words), gap.right_there + _BESIDE))
    known = {w.stem for w in side.words}
    return any(other.words[n].content and other.words[n].stem not in known for n in around)


def _is_lost(both: BothSides, number: int, first: int, last: int) -> bool:
    """Whether nothing of weight stands on the other side instead, in a clause that stayed."""
    side = both.sides[number].side
    gap = both.ground.gap(side, first, last)
    at = (gap.left_there, gap.left) if number else (gap.left, gap.left_there)
    if gap.left < 0 or both.ground.same_clause(*at) < _SAME_LIST:
        return False
    return alone.by_itself(both.ground, side, first, last, 0)
