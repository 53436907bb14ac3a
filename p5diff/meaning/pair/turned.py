"""Words of number and of pace that came or went in a sentence that was turned around.

`degrees` asks that the neighbours of such a word stayed where they were. Here it is enough that the word it
belongs to stands on both sides beside something that is the same, and bears no such word on the other.

Worked example. "The crews report losses to the harbour office." → "To the office of the harbour, all losses
are reported by crews.": "losses" stands on both sides beside "report", and "all" came: scope, widened.
"Complaints will be looked into, and an answer will follow." → "Complaints will promptly be looked into.":
"look" stands beside "complaints", and "promptly" came: qualifier, stronger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from p5diff.language import Language
from p5diff.meaning.pair.attached import SAME_REST
from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.pair.correspondence import SideWord, SideWords
from p5diff.meaning.pair.placed import EXTENT, PACE, RESTRICTION, DegreeChange, PlacedDegree, verdict

_ALL = "all"
"""The word of number that is told of here: "any" and "each" may go with no change of what is meant."""
_ROOT = 5
"""Letters by which two words are one, however they are inflected."""
_NOUN = 2
"""Words between a word of number and its noun: "all of the losses"."""
_BESIDE = 2
"""Words before a noun among which another word limits it."""
_NEAR = 3
"""Words of content next to a word of pace among which what is done so stands."""
_CONTEXT = 4
"""Words of content on either side of a noun or a verb that say where it stands."""
_SAME = 2
"""Of these, how many must be around it on the other side too for all of it to have been meant."""


def find(
    sides: tuple[SideWords, SideWords],
    placed: tuple[Sequence[PlacedDegree], Sequence[PlacedDegree]],
    language: Language,
) -> Iterator[DegreeChange]:
    """Each such word that only one side has, with what it belongs to on both."""
    if not language.SEPARATOR:
        return
    for number in (0, 1):
        mine, other = sides[number], sides[1 - number]
        for place in placed[number]:
            if place.scale.id == EXTENT and place.degree.id == _ALL:
                alone = _is_alone_in_number(mine, other, place, placed[1 - number], language)
            elif place.scale.id == PACE and place.degree.value is not None:
                alone = _is_alone_in_pace(mine, other, place, placed[1 - number])
            else:
                continue
            if not alone:
                continue
            before, after = (place, None) if number == 0 else (None, place)
            told = verdict(place.scale, before and before.degree, after and after.degree)
            if told is not None:
                yield DegreeChange(place.scale, before, after, told)


def _is_alone_in_number(
    mine: SideWords,
    other: SideWords,
    place: PlacedDegree,
    others: Sequence[PlacedDegree],
    language: Language,
) -> bool:
    """Whether the noun of a word of number stands on the other side, and no word of number or limit there."""
    near = range(place.last, min(len(mine.words), place.last + _NOUN + 1))
    noun = next((n for n in near if mine.words[n].content), None)
    while (
        language.NOUN_LAST
        and noun is not None
        and noun + 1 < len(mine.words)
        and mine.words[noun + 1].content
    ):
        noun += 1  # "all terrorist groups": its head stands last
    if noun is None or any(mine.words[n].is_mark for n in range(place.last, noun + 1)):
        return False
    if any(p.scale.id == EXTENT and p.degree.value is not None for p in others):
        return False
    limited = {n for p in others if p.scale.id in {EXTENT, RESTRICTION} for n in range(p.first, p.last)}
    ours = {_root(w) for w in mine.words if w.content}
    same = [n for n, w in enumerate(other.words) if w.content and _root(w) == _root(mine.words[noun])]
    for at in same:
        before = range(max(0, at - _BESIDE), at)
        if not limited.isdisjoint((*before, at + 1)) or any(other.words[n].figure for n in before):
            return False
        if any(other.words[n].content and _root(other.words[n]) not in ours for n in before):
            return False  # "all armed crews", "gangs of crews"
    # "Decides that … by States that have signed", "Calls upon all States … to sign": the noun and what stands
    # beside it are all that is the same.
    if likeness(*([w.stem for w in side.words if w.content] for side in (mine, other))) < SAME_REST:
        return False
    return any(len(_context(mine, noun) & _context(other, at)) >= _SAME for at in same)


def _is_alone_in_pace(
    mine: SideWords, other: SideWords, place: PlacedDegree, others: Sequence[PlacedDegree]
) -> bool:
    """Whether what is done in haste, or in time, is done on the other side with no word of pace."""
    if any(p.scale.id == PACE and p.degree.value is not None for p in others):
        return False
    around = [
        *islice((n for n in range(place.first - 1, -1, -1) if mine.words[n].content), _NEAR),
        *islice((n for n in range(place.last, len(mine.words)) if mine.words[n].content), _NEAR),
    ]
    sentence = mine.words[place.first].sentence
    known = {_root(w): n for n, w in enumerate(other.words) if w.content}
    shared = [n for n in around if mine.words[n].sentence == sentence and _root(mine.words[n]) in known]
    return any(_context(mine, n) & _context(other, known[_root(mine.words[n])]) for n in shared)


def _root(word: SideWord) -> str:
    return word.key[:_ROOT]


def _context(side: SideWords, at: int) -> set[str]:
    """The words of content around one in its sentence, without it."""
    words = side.words
    found: set[str] = set()
    for path in (range(at - 1, -1, -1), range(at + 1, len(words))):
        same = (words[n] for n in path if words[n].sentence == words[at].sentence and words[n].content)
        found |= {_root(w) for w in islice(same, _CONTEXT)}
    return found - {_root(words[at])}
