"""Degrees of one scale compared inside a pair: which word stands where another stood.

A finding needs ground on both sides. In an exchange the words of degree stand between the same
words and govern the same object; a word of degree that came or went belongs to a word that stayed,
and nothing else of weight came or went with it. What has no such ground is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from p5diff.meaning.pair.correspondence import Correspondence, SideWord, SideWords, Surroundings
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.scalefile import Degree, Scale
from p5diff.model.comparison import Side, Verdict

NEAR = {False: 2, True: 6}
"""Words of content that may stand between a verb and its object on either side; in Chinese (True)
characters, of which a word has two or three."""
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
_ELSEWHERE = 0.6
"""Share of the two clauses that must be the same where the words do not stand in the same place."""
_RUN = {False: 3, True: 6}
"""Words of content in a run that stayed around a word of a short scale; in Chinese (True) characters, of
which a word has two. Fewer are a phrase that any two sentences may share."""
_SHORT_RUN = 2
"""Words of content that are enough where the run has `_RUN_WORDS` with the small ones."""
_RUN_WORDS = 4
"""Words of such a run, small ones included: "the Board expects that" is one, "the fund doubled" may begin
any sentence. Chinese writes no small words that could tell."""
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
_BESIDE = 3
"""Words from a noun within which another limit of it stands."""
PARTIES = "parties"
"""The scale of groups of States: "States Parties", "developing countries"."""
EXTENT = "extent"
"""The scale of words of number before their noun."""
_LINKED = 1
"""Words between two verbs of a chain: "will also strive to"."""
ALIKE = 3
"""Letters by which two words between a verb and its object are one, however they are inflected: the
short ones ("свои", "своих"; "créer", "création") have no stem of full length."""
_OBJECT = 3
"""Words of content behind a verb that say what it is about."""
_ROOT = 5
"""Letters by which two such words are one, however they are inflected."""
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


_VERB_BETWEEN = 2
"""Characters more between a Chinese word of degree and what it governs on one side than on the other: an
adverb has two, and what is longer holds a verb of its own."""


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
    return _chained(words, kept, _covered(conditions))


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


def ranks(found: Iterable[PlacedDegree], scale: str) -> bool:
    """Whether a word of a scale stands there that has a value, and does not only look like one."""
    return any(p.scale.id == scale and p.degree.value is not None for p in found)


def compare(
    ground: Correspondence, before: Sequence[PlacedDegree], after: Sequence[PlacedDegree]
) -> list[DegreeChange]:
    """Every degree that changed on solid ground, scale by scale."""
    before = [p for p in before if not p.scale.clause]
    after = [p for p in after if not p.scale.clause]
    left, right = _uncommon(before, after, ground), _uncommon(after, before, ground)
    left, right = _facing(left, right), _facing(right, left)
    left, right = gone(ground, Side.BEFORE, left, after), gone(ground, Side.AFTER, right, before)
    # The verb beside an adverb may be compared too, and is let go of next ("seeks to", "seeks over time to").
    settled = {
        (side, p.first, p.scale.id)
        for side, mine in ((Side.BEFORE, left), (Side.AFTER, right))
        for p in mine
        if p.scale.short and _settled(ground, side, p)
    }
    ground.free(
        (i for p in left for i in range(p.first, p.last)), (j for p in right for j in range(p.first, p.last))
    )
    joins = _covered(p for p in before if p.scale.between), _covered(p for p in after if p.scale.between)
    found: list[DegreeChange] = []
    for scale in dict.fromkeys(p.scale.id for p in [*left, *right]):
        ours = [p for p in left if p.scale.id == scale]
        theirs = [p for p in right if p.scale.id == scale]
        found += _of_scale(ground, ours, theirs, (_covered(left), _covered(right)), joins, settled)
    return [f for f in found if not any(_one_limit_for_another(ground, f, other) for other in found)]


def gone(
    ground: Correspondence, side: Side, mine: Sequence[PlacedDegree], others: Sequence[PlacedDegree]
) -> list[PlacedDegree]:
    """The degrees whose words do not stand on the other side as well, where they are read as none: "all" of
    "all fishing Parties" stands in "all Parties", and neither came nor went."""
    (here, there), links, read = ground.sides(side), ground.links(side), _covered(others)

    def stays(at: int) -> bool:
        other = links.get(at)
        return other is not None and other not in read and here.words[at].key == there.words[other].key

    return [p for p in mine if not all(map(stays, range(p.first, p.last)))]


def _one_limit_for_another(ground: Correspondence, one: DegreeChange, two: DegreeChange) -> bool:
    """Whether a limit of another scale stands where one stood: of "some States" and "interested States"
    neither says how many more than the other."""
    if {one.scale.aspect, two.scale.aspect} != {"scope"} or one.verdict is two.verdict:
        return False
    left, right = one.before or two.before, one.after or two.after
    if (one.before is None) == (one.after is None) or (two.before is None) == (two.after is None):
        return False
    if left is None or right is None:
        return False
    nouns = {ground.forward[at] for at in _beside(ground.before, left) if at in ground.forward}
    return any(at in nouns for at in _beside(ground.after, right))


def _beside(words: SideWords, one: PlacedDegree) -> list[int]:
    """The nearest word of content on either side, within reach of a limit."""
    paths = range(one.last, one.last + _BESIDE), range(one.first - 1, one.first - 1 - _BESIDE, -1)
    near = (next((n for n in p if 0 <= n < len(words.words) and words.words[n].content), None) for p in paths)
    return [n for n in near if n is not None]


def _covered(found: Iterable[PlacedDegree]) -> frozenset[int]:
    return frozenset(i for p in found for i in range(p.first, p.last))


def _uncommon(
    mine: Sequence[PlacedDegree], other: Sequence[PlacedDegree], ground: Correspondence
) -> list[PlacedDegree]:
    """Those that the other side does not have as often; first those that correspond in place."""
    there = Counter(_meaning(p) for p in other)
    here = Counter(_meaning(p) for p in mine)
    spare = {key: here[key] - min(here[key], there[key]) for key in here}
    links = ground.forward if mine and mine is not other else {}
    kept: list[PlacedDegree] = []
    # A word that stands over against itself is the common one: those that do not come first here.
    same = {(p.first, _meaning(p)) for p in other}
    back = ground.backward
    for p in sorted(
        mine,
        key=lambda p: (
            (links.get(p.first), _meaning(p)) in same or (back.get(p.first), _meaning(p)) in same,
            p.first,
        ),
    ):
        if spare[_meaning(p)] > 0:
            spare[_meaning(p)] -= 1
            kept.append(p)
    return sorted(kept, key=lambda p: p.first)


def _facing(mine: Sequence[PlacedDegree], other: Sequence[PlacedDegree]) -> list[PlacedDegree]:
    """Those without the longer readings that have no counterpart where a shorter one has: beside "we recall
    our commitment", "reaffirm" is compared, and not "reaffirm our commitment"."""
    scales = {p.scale.id for p in other}
    faced = [p for p in mine if p.scale.id in scales]
    return [
        p
        for p in mine
        if p.scale.id in scales
        or p.scale.absent is not None
        or not any(p.first <= q.first and q.last <= p.last for q in faced)
    ]


def _meaning(found: PlacedDegree) -> tuple[str, int | str]:
    """What counts as the same: the degree's value, or its name where different names differ."""
    degree = found.degree
    return degree.scale.id, degree.id if degree.scale.differ else degree.value or 0


def _of_scale(
    ground: Correspondence,
    before: list[PlacedDegree],
    after: list[PlacedDegree],
    covered: tuple[frozenset[int], frozenset[int]],
    joins: tuple[frozenset[int], frozenset[int]],
    settled: Collection[tuple[Side, int, str]],
) -> list[DegreeChange]:
    found: list[DegreeChange] = []
    for one in list(before):
        two = _counterpart(ground, one, after, len(before) == len(after) == 1)
        if two is not None:
            before.remove(one)
            after.remove(two)
            told = verdict(one.scale, one.degree, two.degree)
            if told is not None:
                found.append(DegreeChange(one.scale, one, two, told))
    for one in before:
        told = verdict(one.scale, one.degree, None)
        if _is_item(ground.before, ground.forward, one, joins[0]):
            continue
        if told is not None and _by_itself(ground, Side.BEFORE, one, *covered, settled):
            found.append(DegreeChange(one.scale, _whole(ground, Side.BEFORE, one), None, told))
    for two in after:
        told = verdict(two.scale, None, two.degree)
        if _is_item(ground.after, ground.backward, two, joins[1]):
            continue
        if told is not None and _by_itself(ground, Side.AFTER, two, *covered[::-1], settled):
            found.append(DegreeChange(two.scale, None, _whole(ground, Side.AFTER, two), told))
    return found


def _is_item(words: SideWords, links: Mapping[int, int], one: PlacedDegree, joins: frozenset[int]) -> bool:
    """Whether words of scope came or went as an item of a list, with its conjunction: "the least developed
    countries and small island States" narrows nothing."""
    at = one.first - 1
    while at >= 0 and not words.words[at].content and at not in joins and not words.words[at].is_mark:
        at -= 1
    return one.scale.aspect == "scope" and at in joins and at not in links


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
    beside = {w.key[:ALIKE] for w in here.words[max(0, one.first - _BESIDE) : one.last + _BESIDE]}
    for noun in nouns:
        at = links[noun]
        for path in (range(at + 1, len(there.words)), range(at - 1, -1, -1)):
            nearest = next((n for n in path if there.words[n].content and n not in other), None)
            if nearest is not None and there.words[nearest].key[:ALIKE] in beside:
                continue  # inflected, no limit of its own: "государство-член", "государства-члены"
            near = nearest is not None and abs(nearest - at) <= _BESIDE and nearest not in back
            if near and not ground.chinese:
                return True
    return False


def _whole(ground: Correspondence, side: Side, one: PlacedDegree) -> PlacedDegree:
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


def _counterpart(
    ground: Correspondence, one: PlacedDegree, others: Sequence[PlacedDegree], only: bool
) -> PlacedDegree | None:
    """The word of the same scale that stands where this one stood, of the same object."""
    gap = ground.gap(Side.BEFORE, one.first, one.last)
    for two in others:
        inside = gap.left_there < two.first and two.last <= gap.right_there
        if one.scale.between:
            if inside and _between(ground, one, two, gap.left, gap.right):
                return two
            continue
        if one.scale.number and not (_has_number(ground.before, one) and _has_number(ground.after, two)):
            continue
        if inside and _same_object(ground, one, two):
            return two
        if (
            only
            and (one.scale.aspect != "strength" or (ground.chinese and not inside))
            and ground.same_clause(one.first, two.first) >= _ELSEWHERE
        ):
            return two
    return None


def _between(ground: Correspondence, one: PlacedDegree, two: PlacedDegree, left: int, right: int) -> bool:
    """Whether a conjunction joins the same two words on both sides, and nothing denies them."""
    words = ground.before.words
    if left != one.first - 1 or right != one.last or right >= len(words):
        return False
    return ground.forward.get(left) == two.first - 1 and ground.forward.get(right) == two.last


def _same_object(ground: Correspondence, one: PlacedDegree, two: PlacedDegree) -> bool:
    """Whether both govern the same word; at the end of a clause, whether both follow it."""
    near = NEAR[ground.chinese]
    head = ground.next_content(Side.BEFORE, one.last, near)
    if head is not None:
        back = ground.next_content(Side.AFTER, two.last, near)
        # Who acts may stand behind the verb on one side and inside the longer words of the other (Arabic).
        if two.first < ground.forward[head] < two.last:
            head = ground.next_content(Side.BEFORE, head + 1, near)
        elif back is not None and one.first < ground.backward[back] < one.last:
            back = ground.next_content(Side.AFTER, back + 1, near)
        if head is None or back is None or ground.forward[head] != back:
            return False
        # Other verbs stand between the two and what follows on both sides: "must leave the port",
        # "may enter the port" are not one obligation.
        ours = _stems(ground.before, one.last, head, ground.apart[Side.BEFORE])
        theirs = _stems(ground.after, two.last, back, ground.apart[Side.AFTER])
        if ground.chinese and abs(len(ours) - len(theirs)) > _VERB_BETWEEN:
            return False  # "undertake to build", "undertake to act so that … is built"
        adverbs = ground.chinese and max(len(ours), len(theirs)) <= _VERB_BETWEEN
        if ours and theirs and not adverbs and [w[:ALIKE] for w in ours] != [w[:ALIKE] for w in theirs]:
            return False
        return ground.chinese or not _of_another_object(ground, head, back)
    if not (ground.chinese or _closes(ground.before, one.last) or _closes(ground.after, two.last)):
        return False  # other words follow than on the other side: another verb, of another object
    head = ground.previous_content(Side.BEFORE, one.first, near)
    back = ground.previous_content(Side.AFTER, two.first, near)
    return head is not None and back is not None and ground.forward[head] == back


def _of_another_object(ground: Correspondence, head: int, back: int) -> bool:
    """Whether a verb that stayed is about something else here and there: "may close the bridge", "must close
    the locks and drain the basin". One word in common is enough, wherever it stands there."""
    about = [
        [w for w in side.words[at + 1 :] if w.content and w.clause == side.words[at].clause][:_OBJECT]
        for side, at in ((ground.before, head), (ground.after, back))
    ]
    if not all(about):
        return False
    known = [_roots(w for w in side.words if w.content) for side in (ground.before, ground.after)]
    return known[1].isdisjoint(_roots(about[0])) and known[0].isdisjoint(_roots(about[1]))


def _roots(words: Iterable[SideWord]) -> frozenset[str]:
    """What may stand for each word: its first letters, or the whole of a short one without its ending."""
    return frozenset(root for w in words for root in (w.key[:_ROOT], w.stem))


def _closes(words: SideWords, last: int) -> bool:
    """Whether nothing of content follows in the clause of the word before."""
    clause = words.words[last - 1].clause
    return not any(w.content and w.clause == clause for w in words.words[last:])


def _stems(words: SideWords, first: int, last: int, apart: Collection[int]) -> list[str]:
    """The stems of the words of content in a stretch, without those that are compared by themselves."""
    return [w.stem for n, w in enumerate(words.words[first:last], first) if w.content and n not in apart]


def _by_itself(
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
    if scale.absent is None or not one.degree.alone or (scale.number and not _has_number(here, one)):
        return False
    if scale.aspect == "scope" and not _joins(ground, side, one, other):
        return False
    if (scale.aspect == "qualifier" and not scale.number) or (scale.aspect == "scope" and scale.id != EXTENT):
        whole = _whole(ground, side, one)
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


def _settled(ground: Correspondence, side: Side, one: PlacedDegree) -> bool:
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


def _has_number(words: SideWords, one: PlacedDegree) -> bool:
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
