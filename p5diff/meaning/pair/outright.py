"""Verbs that promise by their own form, beside the same verb under a weaker word.

Worked example. "Le Secrétariat établira un registre." → "Le Secrétariat pourrait établir un registre.":
the future of the one sentence is the infinitive of the other, the object is the same, and "pourrait" is
less than a promise: strength, weaker. "The Board publishes its minutes." → "The Board may publish its
minutes." is weaker too: what is done became what is left open. In the same way "should strive to cut
noise" → "should cut noise" is stronger, since the modal verb of both governs the same verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.correspondence import Correspondence
from p5diff.meaning.pair.placed import MODAL, NEAR, DegreeChange, PlacedDegree
from p5diff.meaning.rules.scalefile import Degree
from p5diff.meaning.sentence.brackets import has_brackets
from p5diff.model.comparison import Side, Verdict

_OUTRIGHT = 60
"""What a promise is worth on both scales, as "shall" and "undertake" are in `scales.toml`."""
_WEAKER = {MODAL: 50, "engagement": 40}
"""The most that a word may be worth to be weaker than a promise: "should", "intend". What lies in between
("must", a commitment restated) is not told apart from one here."""
_ROOT = 5
"""Letters by which two forms are of one verb ("publie", "publier")."""
_LEAVE = 30
"""The most that a modal verb is worth that leaves free: "may"."""
_BINDING = frozenset({MODAL, "engagement", "negation", "call"})
"""Scales whose words before a verb make it no plain one."""
_AFTER = 5
"""Words after a weaker word among which its verb stands: in Arabic the subject comes in between."""
_BESIDE = 2
"""Words of a stretch that corresponds on either side, among which the other form may stand: the subject
may come first."""
_AROUND = 1
"""Words between the modal verb of the other side and its verb: "should voluntarily report"."""
_SAME_CLAUSE = 0.6
"""Share of both clauses that must be the same where no object follows the verb [0, 1]."""


class _Verb(NamedTuple):
    """The verb under a weaker word, and the form that promises: numbers of words on their sides."""

    named: int
    form: int


def find(
    ground: Correspondence, before: Sequence[PlacedDegree], after: Sequence[PlacedDegree], language: Language
) -> Iterator[DegreeChange]:
    """Each weaker word that came before a verb or went from it."""
    for side, mine, other in ((Side.BEFORE, before, after), (Side.AFTER, after, before)):
        for place in mine:
            most = _WEAKER.get(place.scale.id)
            if most is None or place.degree.value is None or place.degree.value > most:
                continue
            if _stayed(ground, side, place, other):
                continue
            verb = _verb(ground, side, place, mine, other, language)
            if verb is None:
                continue
            promise = PlacedDegree(
                Degree(place.scale, "said outright", _OUTRIGHT, {}), verb.form, verb.form + 1
            )
            if side is Side.BEFORE:
                yield DegreeChange(place.scale, place, promise, Verdict.STRONGER)
            else:
                yield DegreeChange(place.scale, promise, place, Verdict.WEAKER)


def _stayed(ground: Correspondence, side: Side, place: PlacedDegree, other: Sequence[PlacedDegree]) -> bool:
    """Whether the weaker word has its counterpart: what stands on both sides neither came nor went."""
    links = ground.links(side)
    theirs = {links.get(at) for at in range(place.first, place.last)}
    return any(p.scale == place.scale and theirs & set(range(p.first, p.last)) for p in other)


def _verb(
    ground: Correspondence,
    side: Side,
    place: PlacedDegree,
    mine: Sequence[PlacedDegree],
    other: Sequence[PlacedDegree],
    language: Language,
) -> _Verb | None:
    here, there = ground.sides(side)
    if any(has_brackets(sentence.text) for sentence in (*here.sentences, *there.sentences)):
        return None  # what stands in open brackets is told of as a draft
    gap = ground.gap(side, place.first, place.last)
    taken = {at for p in other if p.scale == place.scale for at in range(p.first, p.last)}
    start, stop = max(0, gap.left_there - _BESIDE), min(len(there.words), gap.right_there + _BESIDE + 1)
    for named in range(place.last, min(len(here.words), place.last + _AFTER)):
        if here.words[named].clause != here.words[place.first].clause:
            break
        for form in range(start, stop):
            word = there.words[form]
            outright = language.promises(word.key, here.words[named].key)
            # "Sera ouverte" promises as "ouvrira" does, though "être" says nothing of what it is about.
            if form in taken or not (outright or (word.content and here.words[named].content)):
                continue
            governed = outright or _governed(ground, side, place, mine, other, (named, form))
            if not governed and not _left_open(ground, side, place, other, (named, form)):
                continue
            if _same_object(ground, side, (named, form), language):
                return _Verb(named, form)
    return None


def _governed(
    ground: Correspondence,
    side: Side,
    place: PlacedDegree,
    mine: Sequence[PlacedDegree],
    other: Sequence[PlacedDegree],
    verb: tuple[int, int],
) -> bool:
    """Whether one modal verb governs the verb on both sides, past the weaker word on this one."""
    named, form = verb
    if place.scale.id == MODAL or named != place.last or ground.links(side).get(named) != form:
        return False
    ours = next((p for p in mine if p.scale.id == MODAL and p.last == place.first), None)
    theirs = next((p for p in other if p.scale.id == MODAL and form - _AROUND <= p.last <= form), None)
    return ours is not None and theirs is not None and ours.degree.value == theirs.degree.value


def _left_open(
    ground: Correspondence,
    side: Side,
    place: PlacedDegree,
    other: Sequence[PlacedDegree],
    verb: tuple[int, int],
) -> bool:
    """Whether a word of leave stands here right between who acts and a verb that there follows at once: "the
    Board may publish", "the Board publishes"."""
    named, form = verb
    here, there = ground.sides(side)
    value = place.degree.value
    if place.scale.id != MODAL or value is None or value > _LEAVE or named > place.last + _AROUND:
        return False
    if (
        ground.links(side).get(named) != form
        and here.words[named].key[:_ROOT] != there.words[form].key[:_ROOT]
    ):
        return False
    if any(form - _AFTER <= p.first <= form and p.scale.id in _BINDING for p in other):
        return False
    # Small words may stand before the verb on both sides: "may also publish", "also publishes".
    small = named - place.last
    if [w.key for w in here.words[place.last : named]] != [w.key for w in there.words[form - small : form]]:
        small = 0
    before, after = place.first - 1, form - small - 1
    if before < 0 or after < 0:
        return before == after
    return ground.links(side).get(before) == after and not here.words[before].is_mark


def _same_object(ground: Correspondence, side: Side, verb: tuple[int, int], language: Language) -> bool:
    """Whether the same word follows both, or both end clauses that are the same for the most part. Who acts
    may come in between where a clause opens with its verb."""
    named, form = verb
    here, there = (Side.BEFORE, Side.AFTER) if side is Side.BEFORE else (Side.AFTER, Side.BEFORE)
    near = NEAR[ground.chinese]
    ours = ground.next_content(here, named + 1, near)
    theirs = ground.next_content(there, form + 1, near)
    if ours is not None and language.VERB_FIRST:
        words = ground.sides(side)[1].words
        at = ground.links(side)[ours]
        return at > form and words[at].clause == words[form].clause
    if ours is not None and theirs is not None:
        return ground.links(side)[ours] == theirs
    if ours is not None or theirs is not None:
        return False
    pair = (named, form) if side is Side.BEFORE else (form, named)
    return ground.same_clause(*pair) >= _SAME_CLAUSE
