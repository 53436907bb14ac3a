"""How strongly one deed is undertaken, asked for or left open, in a sentence written anew around its verb.

The other modules ask that the words around stay. Here they may change, as long as each side binds to one deed
alone, and to the same: the verb that is governed is one, and something of what it is done to or by as well.

Worked example. "We intend to reopen the canal by the summer." → "As neighbours, we commit, together with the
bargemen, to reopen the canal.": one undertaking on each side, by the same who speak, of "reopen … canal":
strength, stronger. "Damage may be reported by telephone." → "Please report damage to the keeper.": leave
became a request: stronger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.meaning.pair.placed import CALL, ENGAGEMENT, MODAL, DegreeChange, PlacedDegree
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.scalefile import Degree, Scale
from p5diff.meaning.sentence.brackets import stands_open
from p5diff.model.comparison import Side, Verdict

_AS = {"undertake": "undertake", "decide": "undertake", "intend": "intend"}
"""Act → the degree of that scale that it stands for where the scale's own words do not stand together ("we
commit, with others, to")."""
_REACH = 14
"""Most words of content between an undertaking and its verb, what stands between commas included."""
_BETWEEN = 1
"""Most words of content next to the verb that only one side has: "make participation", "participation"."""
_OBJECT = 2
"""Words of content behind the verb that must correspond: what is done, and to what."""
_FREE = "may"
"""The highest of the modal verbs that leave free."""
_ASKED = "encouraged to"
"""Where a request stands among the modal verbs: with "are requested to"."""
_AFTER = 4
"""Words behind a modal verb or a request among which its verb stands: "can be reported", "please do
report"."""
_ROOT = 5
"""Letters by which two forms are of one verb ("reported", "report")."""
_IMPERATIVE = "imperative"
_BESIDE = 3
"""Pairs of Chinese characters beside the verb that both sentences must have: two words, or one long one."""
_OPENING, _CLOSING = frozenset("[［（("), frozenset("]］）)")
"""Brackets, which hold what a form leaves to be filled in."""


class Undertaking(NamedTuple):
    """An act by which those who speak undertake something: its id, and the words `[first, last)`."""

    act: str
    first: int
    last: int


def engaged(
    ground: Correspondence,
    placed: tuple[Sequence[PlacedDegree], Sequence[PlacedDegree]],
    acts: tuple[Sequence[Undertaking], Sequence[Undertaking]],
    rules: Rules,
) -> Iterator[DegreeChange]:
    """An undertaking of another degree, where each side has one alone, of the same deed. `acts` are those of
    who speaks; `rules` say what a degree is worth."""
    # The scale is that of the words of one side at least: two bare acts are told apart by the ladder.
    scale = next((p.scale for found in placed for p in found if p.scale.id == ENGAGEMENT), None)
    if scale is None:
        return
    sides = [_undertaken(placed[n], acts[n], scale, rules) for n in (0, 1)]
    if any(len(found) != 1 for found in sides):
        return
    one, two = sides[0][0], sides[1][0]
    values = one.degree.value or 0, two.degree.value or 0
    if values[0] == values[1] or not _same_deed(ground, one, two):
        return
    yield DegreeChange(one.scale, one, two, Verdict.STRONGER if values[1] > values[0] else Verdict.WEAKER)


def _undertaken(
    placed: Sequence[PlacedDegree], acts: Sequence[Undertaking], scale: Scale, rules: Rules
) -> list[PlacedDegree]:
    """The undertakings of a side; none where a word of that scale is said by somebody else."""
    found = [p for p in placed if p.scale.id == ENGAGEMENT and p.degree.value is not None]
    if any(not any(a.first < p.last and p.first < a.last for a in acts) for p in found):
        return []
    return found + _bare(found, acts, scale, rules)


def _bare(
    found: Sequence[PlacedDegree], acts: Sequence[Undertaking], scale: Scale, rules: Rules
) -> list[PlacedDegree]:
    """The undertakings whose words are none of the degrees found, as degrees of their scale."""
    places = {(a.first, a.last): a for a in acts}
    return [
        PlacedDegree(Degree(scale, a.act, worth, {}), a.first, a.last)
        for a in places.values()
        if (worth := rules.worth(ENGAGEMENT, _AS.get(a.act, ""))) is not None
        and not any(a.first < p.last and p.first < a.last for p in found)
    ]


def bare(
    placed: Sequence[PlacedDegree], acts: Sequence[Undertaking], scale: Scale | None, rules: Rules
) -> list[PlacedDegree]:
    """Undertakings whose words no scale holds, as degrees of the scale of undertakings."""
    if scale is None:
        return []
    return _bare([p for p in placed if p.scale.id in {ENGAGEMENT, MODAL}], acts, scale, rules)


def _same_deed(ground: Correspondence, one: PlacedDegree, two: PlacedDegree) -> bool:
    """Whether the first word behind both that corresponds is one, and the next ones too."""
    first = _next(ground, Side.BEFORE, one.last), _next(ground, Side.AFTER, two.last)
    if first[0] is None or first[1] is None or ground.forward[first[0]] != first[1]:
        return False
    words = ground.before.words
    behind = [
        at
        for at in range(first[0] + 1, len(words))
        if words[at].content and ground.forward.get(at, -1) > first[1]
    ]
    return len(behind) >= _OBJECT


def _next(ground: Correspondence, side: Side, last: int) -> int | None:
    """The first word of content from `last` on that corresponds, in the same sentence; what stands between
    commas before it may be skipped."""
    words, links = ground.sides(side)[0].words, ground.links(side)
    passed = near = 0
    for at in range(last, len(words)):
        word = words[at]
        if word.sentence != words[last - 1].sentence:
            return None
        if word.is_mark:
            near = 0
        if not word.content:
            continue
        if at in links:
            return at if near <= _BETWEEN else None
        passed, near = passed + 1, near + 1
        if passed > _REACH:
            return None
    return None


def asked(
    ground: Correspondence,
    placed: tuple[Sequence[PlacedDegree], Sequence[PlacedDegree]],
    rules: Rules,
    language: Language,
) -> Iterator[DegreeChange]:
    """Leave that became a request for the same deed, and a request that became leave."""
    free, worth = rules.worth(MODAL, _FREE), rules.worth(MODAL, _ASKED)
    if free is None or worth is None:
        return  # a corpus with other modal verbs than these: nothing is said
    for side, mine, other in ((Side.BEFORE, *placed), (Side.AFTER, *placed[::-1])):
        here, there = ground.sides(side)
        modals = [p for p in mine if p.scale.id == MODAL and p.degree.value is not None]
        if len(modals) != 1:
            continue
        scale = modals[0].scale
        asking = Degree(scale, _IMPERATIVE, worth, {})
        calls = [*_calls(mine, here, asking, language)], [*_calls(other, there, asking, language)]
        if calls[0] or len(calls[1]) != 1:
            continue
        if any(p.scale.id == MODAL and p.degree.value is not None for p in other):
            continue
        modal, call = modals[0], calls[1][0]
        if (modal.degree.value or 0) > free or not _one_verb(ground, side, modal, call):
            continue
        wanted = PlacedDegree(Degree(modal.scale, "asked to", worth, {}), call.first, call.last)
        if side is Side.BEFORE:
            yield DegreeChange(modal.scale, modal, wanted, Verdict.STRONGER)
        else:
            yield DegreeChange(modal.scale, wanted, modal, Verdict.WEAKER)
        return


def _calls(
    placed: Sequence[PlacedDegree], side: SideWords, imperative: Degree, language: Language
) -> Iterator[PlacedDegree]:
    """The requests of a side: words of calls, and verbs in the `imperative`."""
    yield from (p for p in placed if p.scale.id == CALL and p.degree.value is not None)
    if not language.IMPERATIVE:
        return
    for at, word in enumerate(side.words):
        if stands_open(side.sentences[word.sentence].text, word.start):
            continue  # "[INSERT ADDRESS]" asks whoever fills in the form
        if re.fullmatch(language.IMPERATIVE, word.key):
            yield PlacedDegree(imperative, at, at + 1)


def _one_verb(ground: Correspondence, side: Side, modal: PlacedDegree, call: PlacedDegree) -> bool:
    """Whether one verb is left open here and asked for there, beside something else that both name."""
    here, there = ground.sides(side)
    if ground.chinese:
        return _run_behind(ground, side, modal.last, call.last)
    ours = [n for n in range(modal.last, min(modal.last + _AFTER, len(here.words))) if here.words[n].content]
    start = call.first if call.degree.id == _IMPERATIVE else call.last
    theirs = [n for n in range(start, min(start + _AFTER, len(there.words))) if there.words[n].content][:1]
    for n in ours:
        for m in theirs:
            if here.words[n].key[:_ROOT] == there.words[m].key[:_ROOT] and len(here.words[n].key) >= _ROOT:
                stems = {w.stem for at, w in enumerate(there.words) if w.content and at != m}
                return any(w.content and w.stem in stems for at, w in enumerate(here.words) if at != n)
    return False


def _run_behind(ground: Correspondence, side: Side, last: int, behind: int) -> bool:
    """Whether a Chinese verb stands behind both, in whatever place, and what the two sentences say beside it
    is the same in part."""
    here, there = ground.sides(side)
    ours, theirs = _pairs_behind(here, last), _pairs_behind(there, behind)
    verbs = ours & theirs
    rest = (_pairs_behind(here, 0) & _pairs_behind(there, 0)) - verbs
    return bool(verbs) and len(rest) >= _BESIDE


def _pairs_behind(side: SideWords, first: int) -> set[str]:
    """The pairs of neighbouring characters from a word on, to the end of its sentence, brackets apart."""
    sentence = side.words[first].sentence if first < len(side.words) else -1
    words = [w for w in side.words[first:] if w.sentence == sentence]
    found: set[str] = set()
    depth = 0
    for one, two in pairwise(words):
        depth += one.key in _OPENING
        if not depth and not one.is_mark and not two.is_mark:
            found.add(one.key + two.key)
        depth -= one.key in _CLOSING and depth > 0
    return found
