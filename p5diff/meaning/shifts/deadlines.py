"""By when: a deadline that moved, came or went, of the same thing to do.

Worked example. "will report by 1 May 2031" → "will report by 1 June 2031": two days in one place, the second
the later: weaker. "will report by 1 May" → "will report": the deadline went, and nothing of weight stands
there instead. "in due course" names no time: it neither comes nor goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from p5diff.meaning.pair import alone
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.enumeration import is_verb
from p5diff.meaning.pair.placed import MODAL
from p5diff.meaning.sentence import due
from p5diff.meaning.sentence.speech import AHEAD
from p5diff.meaning.shifts import told, verdict
from p5diff.meaning.shifts.both import SAME_MATTER, BothSides, Place, SideAct
from p5diff.model.comparison import DOWN, UP, Shift, Side, Verdict
from p5diff.model.statement import Sentence

_Key = tuple[int, int, int] | str
"""What tells a deadline from others: its day, or its words."""


class _Due(NamedTuple):
    """A deadline and the words of the side; `holds`: it is one where it stands."""

    key: _Key
    place: Place
    holds: bool


def find(both: BothSides) -> Iterator[Shift]:
    """The deadlines that moved, then those that went, then those that came. Their words are let go of in the
    ground: what two dates have in common is no ground for anything."""
    before, after = _only_one_side(both)
    if not before and not after:
        return
    both.ground.free(
        (i for d in before for i in range(*d.place)), (j for d in after for j in range(*d.place))
    )
    ahead = told.may_all_lie_ahead(both)
    for one in list(before):
        for two in list(after):
            alone = len(before) == len(after) == 1
            near = alone and both.ground.same_clause(one.place[0], two.place[0]) >= SAME_MATTER
            near = near or _same_place(both, one.place, two.place)
            if (one.holds or two.holds) and near:
                before.remove(one)
                after.remove(two)
                if not _of_two_things(both, one.place, two.place):
                    yield _shift(both, one, two, ahead)
                break
    # "In due course" says nothing of when by itself, so nothing is due sooner or later for it.
    for one in before:
        if one.holds and not _puts_off(both, 0, one) and _came_or_went(both, Side.BEFORE, one.place):
            yield _shift(both, one, None, ahead)
    for two in after:
        if two.holds and not _puts_off(both, 1, two) and _came_or_went(both, Side.AFTER, two.place):
            yield _shift(both, None, two, ahead)


def differ(both: BothSides) -> bool:
    """Whether the sides name other deadlines: "promptly" in the place of "by 1 May" is no more pace."""
    one, two = ({d.key for d in _dues(both, side)} for side in both.sides)
    return one != two


def tells(deadlines: Sequence[Shift], shift: Shift) -> bool:
    """Whether all words of a qualifier are words of one deadline that came, went or changed: "as possible" in
    "as soon as possible" says by when, and must not be told a second time as a reserve."""
    return shift.aspect == "qualifier" and any(
        all(
            any(
                whole.side is part.side
                and whole.sentence == part.sentence
                and whole.span.start <= part.span.start
                and part.span.end <= whole.span.end
                for whole in due_by.evidence
            )
            for part in shift.evidence
        )
        for due_by in deadlines
    )


# ------------------------------------------------------------ the deadlines of the sides


def _only_one_side(both: BothSides) -> tuple[list[_Due], list[_Due]]:
    """The deadlines of either side that the other names nowhere."""
    dues = [_dues(both, side) for side in both.sides]
    if not any(dues):
        return [], []
    known = [
        {d.key for d in mine} | _named_days(both, side) for mine, side in zip(dues, both.sides, strict=True)
    ]
    return (
        [d for d in dues[0] if not _is_known(d.key, known[1])],
        [d for d in dues[1] if not _is_known(d.key, known[0])],
    )


def _dues(both: BothSides, side: SideWords) -> list[_Due]:
    """The deadlines of a side: the day, or the words where no year is named, and their place.
    Words without a figure hold only beside an act that lies ahead."""
    found: list[_Due] = []
    for number, sentence in enumerate(side.sentences):
        offset = side.offsets[number]
        for match in both.read(sentence).deadlines:
            words = sentence.text[match.start : match.end]
            days = due.term(words, both.language)
            again = due.interval(words, both.language)
            bare = days is None and again is None and not any(c.isdigit() for c in words)
            key = due.when(words, both.language) or (f"{days:g} days" if days else _as_said(both, words))
            place = match.first + offset, match.last + offset
            holds = not bare or _is_ahead(both, side, sentence, offset, place)
            found.append(_Due(f"every {again} days" if again else key, place, holds))
    return found


def _named_days(both: BothSides, side: SideWords) -> set[_Key]:
    """What deadlines a side names anywhere, be something to be done by then or not."""
    found: set[_Key] = set()
    for sentence in side.sentences:
        found |= {f"every {again} days" for again in due.intervals(sentence.text, both.language)}
        spans = [(m.start, m.end) for m in both.read(sentence).spans("deadlines")]
        spans += [(one.start, one.end) for one in due.find(sentence.text, both.language)]
        for start, end in spans:
            words = sentence.text[start:end]
            again = due.interval(words, both.language)
            when = due.when(words, both.language)
            found.add(f"every {again} days" if again else when or _as_said(both, words))
    return found


def _as_said(both: BothSides, words: str) -> str:
    """What the words of a deadline that names no year say: those that leave no time at all mean one
    thing, and so do those that name one day of the year, or one edge of a month."""
    day = due.day_of_year(words, both.language)
    if day is not None:
        return _any_year(*day)
    if due.at_once(words, both.language):
        return "at once"
    return due.edge(words, both.language) or words.casefold()


def _any_year(month: int, day: int) -> str:
    """A day of any year, as ISO 8601:2000 writes it."""
    return f"--{month:02}-{day:02}"


def _is_known(key: _Key, known: Collection[_Key]) -> bool:
    """Whether a day is among others; "3 May" and "3 May 2031" are one: the context may tell the year."""
    if key in known:
        return True
    if isinstance(key, tuple):
        return bool(key[2]) and _any_year(*key[1:]) in known
    return any(isinstance(other, tuple) and other[2] and _any_year(*other[1:]) == key for other in known)


def _is_ahead(both: BothSides, side: SideWords, sentence: Sentence, offset: int, place: Place) -> bool:
    """Whether an act that lies ahead, or a modal verb, stands between the same commas as the words of a
    deadline; where those stand between commas by themselves, in what is around them."""
    acts = [a.first for a in both.read(sentence).known_acts if a.kind in AHEAD]
    acts += [m.first for m in both.weighed(sentence) if m.item.scale.id == MODAL]
    first, last = place
    start, end = _between_commas(side, first, last)
    if not any(w.content for w in (*side.words[start:first], *side.words[last:end])):
        start, end = _between_commas(side, max(start - 1, 0), min(end + 1, len(side.words)))
    return any(start <= at + offset < end for at in acts)


def _between_commas(side: SideWords, first: int, last: int) -> Place:
    sentence = side.words[first].sentence
    while first > 0 and side.words[first - 1].sentence == sentence and not side.words[first - 1].is_mark:
        first -= 1
    while last < len(side.words) and side.words[last].sentence == sentence and not side.words[last].is_mark:
        last += 1
    return first, last


# ------------------------------------------------------------ what became of one


def _same_place(both: BothSides, one: Place, two: Place) -> bool:
    """Whether two deadlines stand between the same words, beside one of them at least."""
    gap = both.ground.gap(Side.BEFORE, *one)
    if not (gap.left_there < two[0] and two[1] <= gap.right_there):
        return False
    return (gap.right - one[1] <= 1 and gap.right_there - two[1] <= 1) or gap.left >= one[0] - 2


def _of_two_things(both: BothSides, one: Place, two: Place) -> bool:
    """Whether another thing is due on either side, beside a verb that stayed: "report by 3 May on mills",
    "report by 6 June on ports" are two deadlines, and neither moved; nor where the words on both sides of it
    stand elsewhere."""
    ground = both.ground
    left = ground.previous_content(Side.BEFORE, one[0], 0), ground.previous_content(Side.AFTER, two[0], 0)
    right = ground.next_content(Side.BEFORE, one[1], 0), ground.next_content(Side.AFTER, two[1], 0)
    if all(a is not None and b is not None and ground.forward[a] != b for a, b in (left, right)):
        return True
    ours, theirs = (_things(both, number, place) for number, place in enumerate((one, two)))
    gaps = (ground.gap(Side.BEFORE, at, at + 1) for at in ours)
    return any(gap.left_there < other < gap.right_there for gap in gaps for other in theirs)


def _things(both: BothSides, number: int, place: Place) -> list[int]:
    """The words of content around a deadline that only this side has, and that are no verb of an act and no
    modifier of a word that stayed ("the annual report")."""
    side = both.sides[number]
    words, links, apart = side.words, both.ground.links(side.side), both.ground.apart[side.side]
    start, end = _between_commas(side, *place)
    doing = _doing(both, number)
    beside = 1 if both.language.NOUN_LAST else -1

    def modifies(at: int) -> bool:
        head = at + beside
        return start <= head < end and head in links and words[head].content and head not in doing

    return [
        at
        for at in range(start, end)
        if words[at].content and at not in links and at not in apart and at not in doing and not modifies(at)
    ]


def _doing(both: BothSides, number: int) -> set[int]:
    """The words of the acts of a side, each with the word of content that it governs: the verb."""
    side = both.sides[number]
    words, dates = side.words, both.ground.apart[side.side]
    found: set[int] = set()
    for act in both.acts[number]:
        if act.first in dates or act.act.kind not in AHEAD:
            continue  # "3 May" is no leave
        found |= set(range(act.first, act.last))
        governed = next((n for n in range(act.last, len(words)) if words[n].content), len(words))
        if governed < len(words) and _is_verb_of(both, number, act, governed):
            found.add(governed)
    return found


def _is_verb_of(both: BothSides, number: int, act: SideAct, at: int) -> bool:
    """Whether a word behind an act is the verb that it governs: no article parts them, and it stands behind a
    modal verb or is known as a verb. Of "will complete the work" it is no more to come."""
    words = both.sides[number].words
    if any(w.key in both.language.ARTICLES for w in words[act.last : at]):
        return False
    modal = any(p.scale.id == MODAL and p.last == act.last for p in both.degrees[number])
    return modal or is_verb(words[at].key, both.language)


def _puts_off(both: BothSides, number: int, one: _Due) -> bool:
    """Whether the words of a deadline name no time at all."""
    return due.some_time(both.sides[number].quoted(*one.place).text, both.language)


def _came_or_went(both: BothSides, side: Side, place: Place) -> bool:
    """Whether a deadline stands on this side alone, with nothing of weight in its place on the other:
    what is there may be a deadline in words not known as one ("as soon as possible" → "in spring")."""
    gap, there = both.ground.gap(side, *place), both.ground.sides(side)[1]
    instead = range(gap.left_there + 1, gap.right_there)
    return not any(there.words[n].content for n in instead) and alone.by_itself(both.ground, side, *place)


def _shift(both: BothSides, one: _Due | None, two: _Due | None, ahead: bool) -> Shift:
    """Sooner or later, or only another time where nothing lies ahead."""
    quoted = both.quoted(one.place if one else None, two.place if two else None)
    days = [d.key if d and isinstance(d.key, tuple) else None for d in (one, two)]
    said = (quoted[0].text if quoted[0] else None), (quoted[1].text if quoted[1] else None)
    way, why = due.compared(said, (days[0], days[1]), both.language)
    if not ahead and way in UP | DOWN:
        way = Verdict.CHANGED
    return verdict.made(
        both, "deadline", way, quoted, "deadlines of the markers; dates after a preposition", why
    )
