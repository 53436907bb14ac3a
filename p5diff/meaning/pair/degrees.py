"""Degrees of one scale compared inside a pair: which word stands where another stood.

A finding needs ground on both sides. In an exchange the words of degree stand between the same
words and govern the same object; a word of degree that came or went belongs to a word that stayed,
and nothing else of weight came or went with it (`alone`). What has no such ground is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from p5diff.meaning.pair.alone import came_or_went, is_item, is_settled, whole_condition
from p5diff.meaning.pair.correspondence import Correspondence, SideWord, SideWords
from p5diff.meaning.pair.placed import (
    ALIKE,
    BESIDE,
    NEAR,
    DegreeChange,
    PlacedDegree,
    covered,
    has_number,
    verdict,
)
from p5diff.model.comparison import Side

_ELSEWHERE = 0.6
"""Share of the two clauses that must be the same where the words do not stand in the same place."""
_OBJECT = 3
"""Words of content behind a verb that say what it is about."""
_ROOT = 5
"""Letters by which two such words are one, however they are inflected."""
_VERB_BETWEEN = 2
"""Characters more between a Chinese word of degree and what it governs on one side than on the other: an
adverb has two, and what is longer holds a verb of its own."""


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
        if p.scale.short and is_settled(ground, side, p)
    }
    ground.free(
        (i for p in left for i in range(p.first, p.last)), (j for p in right for j in range(p.first, p.last))
    )
    joins = covered(p for p in before if p.scale.between), covered(p for p in after if p.scale.between)
    found: list[DegreeChange] = []
    for scale in dict.fromkeys(p.scale.id for p in [*left, *right]):
        ours = [p for p in left if p.scale.id == scale]
        theirs = [p for p in right if p.scale.id == scale]
        found += _of_scale(ground, ours, theirs, (covered(left), covered(right)), joins, settled)
    return [f for f in found if not any(_one_limit_for_another(ground, f, other) for other in found)]


def gone(
    ground: Correspondence, side: Side, mine: Sequence[PlacedDegree], others: Sequence[PlacedDegree]
) -> list[PlacedDegree]:
    """The degrees whose words do not stand on the other side as well, where they are read as none: "all" of
    "all fishing Parties" stands in "all Parties", and neither came nor went."""
    (here, there), links, read = ground.sides(side), ground.links(side), covered(others)

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
    paths = range(one.last, one.last + BESIDE), range(one.first - 1, one.first - 1 - BESIDE, -1)
    near = (next((n for n in p if 0 <= n < len(words.words) and words.words[n].content), None) for p in paths)
    return [n for n in near if n is not None]


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
        if is_item(ground.before, ground.forward, one, joins[0]):
            continue
        if told is not None and came_or_went(ground, Side.BEFORE, one, *covered, settled):
            found.append(DegreeChange(one.scale, whole_condition(ground, Side.BEFORE, one), None, told))
    for two in after:
        told = verdict(two.scale, None, two.degree)
        if is_item(ground.after, ground.backward, two, joins[1]):
            continue
        if told is not None and came_or_went(ground, Side.AFTER, two, *covered[::-1], settled):
            found.append(DegreeChange(two.scale, None, whole_condition(ground, Side.AFTER, two), told))
    return found


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
        if one.scale.number and not (has_number(ground.before, one) and has_number(ground.after, two)):
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
