"""Who is bound, or who may: another bearer of one duty, though the sentence around it was written anew.

`pair.who` asks that hardly anything else changed. Here it is enough that a word of duty or of leave
(a modal verb, an undertaking) stands on both sides before the same verb with the same object, and that who
stands before it became another.

Worked example. "Project maintainers have the right and responsibility to remove comments that break this
code, or to ban any contributor." → "Community leaders have the right and responsibility to remove comments
and posts, and will give their reasons.": the duty, its verb and its object stayed, and others bear it: actor,
changed. "Members" → "participating members" share their noun: that is scope. "The IAEA" → "the International
Atomic Energy Agency" may be one name spelled out: nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import shared
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.meaning.pair.placed import ALIKE, ENGAGEMENT, EXTENT, MODAL, NEGATION, PlacedDegree
from p5diff.meaning.pair.who import Exchanged, Place, is_thing

_LONGEST = {False: 8, True: 12}
"""Longest phrase that names who is bound, in words ("the persons who look after the upkeep of the project");
in Chinese (True) in characters."""
_REACH = {False: 3, True: 8}
"""Words of content after a word of duty among which its verb stands with its object; in Chinese (True)
characters, of which a word has two."""
_VERB = 2
"""Characters of a Chinese verb or noun."""
_SAME = {False: 2, True: 4}
"""Of these, how many must be the same at least: a verb and its object."""
_ROOT = 5
"""Letters by which two names are of one root ("maintainers", "maintenance"): who bears the duty is the same
then, in other words."""


class _BoundPhrase(NamedTuple):
    """Who is bound, and the word of duty, by the words of a side; `nouns`: the words of content of who is
    bound, those of number ("all", "each") apart."""

    who: Place
    duty: PlacedDegree
    nouns: list[int]


def find(
    ground: Correspondence,
    degrees: tuple[Sequence[PlacedDegree], Sequence[PlacedDegree]],
    embeds: tuple[frozenset[int], frozenset[int]],
    language: Language,
) -> Exchanged | None:
    """The first phrase that bears a duty and became another. `embeds`: the words that open a subordinate
    clause; after one of them ("conduct that may …") nobody is bound."""
    before, after = (
        [
            found
            for found in _bound(side, placed, not language.SEPARATOR)
            if found.duty.first - 1 not in apart and not is_thing(side, found.who, found.duty.last, language)
        ]
        for side, placed, apart in zip((ground.before, ground.after), degrees, embeds, strict=True)
    )
    for one in before:
        for two in after:
            if _same_duty(ground, one.duty, two.duty) and _others(ground, one, two, language):
                return Exchanged(one.who, two.who)
    return None


def _bound(side: SideWords, placed: Sequence[PlacedDegree], chinese: bool) -> Iterator[_BoundPhrase]:
    """Each word of duty with the phrase between it and where its clause opens."""
    number = {at for p in placed if p.scale.id == EXTENT for at in range(p.first, p.last)}
    # What is denied binds nobody, and who is bound holds no other word of duty ("shall, by decision, …").
    barred = {
        at for p in placed if p.scale.id in {NEGATION, MODAL, ENGAGEMENT} for at in range(p.first, p.last)
    }
    for duty in placed:
        if duty.scale.id not in {MODAL, ENGAGEMENT} or duty.degree.value is None:
            continue
        first = duty.first
        while first > 0:
            word = side.words[first - 1]
            if word.sentence != side.words[duty.first].sentence or word.is_mark:
                break
            first -= 1
        words = side.words[first : duty.first]
        nouns = [at for at in range(first, duty.first) if side.words[at].content and at not in number]
        if not nouns or len(words) > _LONGEST[chinese] or any(w.figure for w in words):
            continue
        if barred.isdisjoint(range(first, duty.first)):
            yield _BoundPhrase((first, duty.first), duty, nouns)


def _same_duty(ground: Correspondence, one: PlacedDegree, two: PlacedDegree) -> bool:
    """Whether the same verb with the same object follows both words of duty."""
    ours = _deed(ground.before, one.last, ground.chinese)
    theirs = _deed(ground.after, two.last, ground.chinese)
    if not ours or not theirs:
        return False
    if ground.chinese:
        verbs = "".join(ours[:_VERB]), "".join(theirs[:_VERB])
        opened = verbs[0] in "".join(theirs[: 2 * _VERB]) or verbs[1] in "".join(ours[: 2 * _VERB])
    else:
        opened = _root(ours[0]) == _root(theirs[0])
    return opened and shared(ours, theirs) >= _SAME[ground.chinese]


def _deed(side: SideWords, last: int, chinese: bool) -> list[str]:
    """The first words of content after a word of duty, in its sentence."""
    sentence = side.words[last - 1].sentence
    words = (w for w in side.words[last:] if w.content and w.sentence == sentence)
    return [w.stem for w in islice(words, _REACH[chinese])]


def _others(ground: Correspondence, one: _BoundPhrase, two: _BoundPhrase, language: Language) -> bool:
    """Whether two phrases name others: no noun, no root and no abbreviation makes them one, and none of the
    two stands on the other side in another place ("shall be reviewed by the Committee")."""
    sides = ((ground.before, one), (ground.after, two))
    short = [any(_is_initials(side, at) for at in phrase.nouns) for side, phrase in sides]
    if short[0] != short[1]:
        return False
    names = [[side.words[at].stem for at in phrase.nouns] for side, phrase in sides]
    if ground.chinese:
        heads = ["".join(stems[-_VERB:]) for stems in names]
        texts = ["".join(s.text for s in side.sentences) for side, _ in sides]
        return (
            len(set(names[0]) & set(names[1])) < _VERB
            and heads[0] not in texts[1]
            and heads[1] not in texts[0]
        )
    roots = [{_root(stem) for stem in stems} for stems in names]
    elsewhere = [
        {_root(w.stem) for at, w in enumerate(side.words) if w.content and at not in phrase.nouns}
        for side, phrase in sides
    ]
    only = roots[0] - roots[1], roots[1] - roots[0]
    if not only[0] or not only[1] or only[0] & elsewhere[1] or only[1] & elsewhere[0]:
        return False
    if language.NOUN_LAST:  # "participating members", "other members"
        ends = [_root(_head(side, phrase)) for side, phrase in sides]
        return ends[0] not in roots[1] and ends[1] not in roots[0]
    return _root(names[0][0]) != _root(names[1][0])  # "члены совета", "члены бюро"


def _root(stem: str) -> str:
    """The letters by which words are of one root; a plural in "s" is no other word ("État", "États")."""
    return stem.removesuffix("s")[:_ROOT]


def _head(side: SideWords, phrase: _BoundPhrase) -> str:
    """The noun of a phrase of a language that puts it last: the last word of the first run of content,
    "members" in "the participating members of the Council"."""
    last = phrase.nouns[0]
    while last + 1 in phrase.nouns:
        last += 1
    return side.words[last].stem


def _is_initials(side: SideWords, at: int) -> bool:
    """Whether a word is printed in capitals, as an abbreviation is."""
    word = side.words[at]
    text = side.sentences[word.sentence].text[word.start : word.end]
    return len(text) >= ALIKE - 1 and text.isupper()
