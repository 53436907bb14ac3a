"""One deed under another word of strength, wherever it stands in a sentence that was written anew.

`degrees` asks that a word of strength stands where another stood, between words that stayed. In a sentence of
which half is new, what is bound may stand elsewhere and among other words. So each word of strength is read
with what it governs, as a *deed*: its verb and what that verb is about. Where one deed stands on both sides,
and once on each, its words of strength are compared.

Worked example. "Members should, as expected, take fair measures." → "In answer to any breach, and on their
own motion, the members will take fair and fitting measures.": both govern "take … measures" and nothing else
does: strength, stronger, with "should" and "will" as evidence. "Members may take leave" is another deed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import ENGAGEMENT, MODAL, NEGATION, DegreeChange, PlacedDegree
from p5diff.meaning.rules.scalefile import Degree
from p5diff.model.comparison import Verdict

_OUTRIGHT = 60
"""What a promise without a word of effort is worth on both scales, as "shall" and "undertake" are."""
_BINDS = 60
"""The least that a modal verb is worth that promises, so that an undertaking may stand over against it."""
_LOOKS_AT = 10
"""What "consider" is worth on the scale of undertakings: it is a verb of its own in many a sentence ("the
court considers the case"), so that here it is no word of strength."""
_CHAIN = 2
"""Words between a modal verb and an undertaking that it governs: "should, if needed, strive to"."""
_ROOT = 5
"""Letters by which two forms are of one word ("prennent", "prendront" need four: see `_same`)."""
_SHORT_ROOT = 4
"""Letters that are enough in words no longer than `_LONG`."""
_LONG = 9
_REACH = 7
"""Words of content behind a verb that say what it is about."""
_NEAR = 3
"""Words of content behind a verb among which what is done stands, where one word of it is enough."""
_ENOUGH = 2
"""Words of content that must be common behind one verb, farther on."""
_ALONE = 3
"""The same where the verbs differ: "make … an experience free of harassment" is one deed with two verbs."""
_AFTER = 8
"""Words behind a word of strength among which its verb stands."""
_VERBS = 3
"""Words of content behind a word of strength one of which is its verb."""
_BEFORE = 4
"""Words before one among which a denial belongs to it."""
_SUBJECT = 6
"""Most words before a word of strength, from where its clause opens, that are read as who acts."""
_CHARACTERS = 24
"""Characters of a Chinese deed, verb and object."""
_BLOCK = 2
"""Characters of a Chinese word."""
_OPENING = 6
"""Most Chinese characters before what two deeds have in common, on one side of them: "在汛期前" may stand
before the verb."""
_SAME_CHARACTERS = 6
"""Characters in such words that two Chinese deeds must have in common: a verb and two words of its object."""
_SAME_SHARE = 0.5
"""Share of the shorter Chinese deed that they must be [0, 1]."""
_WEAK = {MODAL: 50, "engagement": 40}
"""The most that a word may be worth to be weaker than the promise of a bare verb."""
_LEAVE = 30
"""The most that a modal verb is worth that leaves free, so that the bare verb in its present says more."""
_NO_VERB = frozenset({"to", "the", "a", "an", "of", "its", "their", "any", "no"})
"""Words before one that show that it is no verb of a plain sentence: an infinitive or a noun."""
_COMMAS = frozenset(",،，")
_ASIDE = 20
"""Most words of what stands between commas behind a word of strength."""
_MOST_PAIRS = 400
"""Deeds of the one side times those of the other: twenty each; of more hardly any stands once."""
_STOPS = frozenset("。；;！？!?：:")
"""Marks that end a Chinese clause."""


class _Deed(NamedTuple):
    """A word of strength with what it governs: `modal` and `effort` are its degrees on the two scales (none
    where it has no word of one), `words` the words of content behind it."""

    place: PlacedDegree
    modal: int | None
    effort: int | None
    words: tuple[int, ...]
    denied: bool

    def verbs(self, side: SideWords) -> Iterator[tuple[str, list[str]]]:
        """What may be its verb, with what stands behind: who acts may come in between ("it is expected that
        members take")."""
        keys = [side.words[n].key for n in self.words]
        for n in range(min(_VERBS, len(keys))):
            yield keys[n], keys[n + 1 : n + 1 + _REACH]


def find(
    sides: tuple[SideWords, SideWords],
    placed: tuple[Sequence[PlacedDegree], Sequence[PlacedDegree]],
    promised: tuple[Collection[int], Collection[int]],
    language: Language,
    *,
    one_verb: bool = False,
) -> Iterator[DegreeChange]:
    """Each deed that stands once on both sides, under words of another strength, or under one on the one side
    alone. `promised`: the words of each side that promise by their own form ("prendront");
    `one_verb`: only deeds whose verb is the same count, since hardly anything else of the sentences is."""
    ours = list(_deeds(sides[0], placed[0]))
    theirs = list(_deeds(sides[1], placed[1]))
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return
    alike = [[_is_one(sides, one, two, language, one_verb) for two in theirs] for one in ours]
    for n, one in enumerate(ours):
        if not any(alike[n]):
            bare = _outright(sides, one, theirs, promised[1], language)
            if bare is not None:
                yield DegreeChange(one.place.scale, one.place, bare, Verdict.STRONGER)
    for m, two in enumerate(theirs):
        if not any(row[m] for row in alike):
            bare = _outright(sides[::-1], two, ours, promised[0], language)
            if bare is not None:
                yield DegreeChange(two.place.scale, bare, two.place, Verdict.WEAKER)
    for n, one in enumerate(ours):
        if sum(alike[n]) != 1:
            continue
        m = alike[n].index(True)
        if sum(row[m] for row in alike) != 1 or one.denied != theirs[m].denied:
            continue
        verdict = _verdict(one, theirs[m])
        if verdict is not None and _same_subject(sides, one, theirs[m]):
            scale = one.place.scale if one.modal is not None else theirs[m].place.scale
            yield DegreeChange(scale, one.place, theirs[m].place, verdict)


def _outright(
    sides: tuple[SideWords, SideWords],
    weak: _Deed,
    others: Sequence[_Deed],
    promised: Collection[int],
    language: Language,
) -> PlacedDegree | None:
    """The bare verb of the other side that does what is left open, or only meant, on this one: its future, or
    after "may" its present as well."""
    value = weak.effort if weak.modal is None else weak.modal
    scale = ENGAGEMENT if weak.modal is None else MODAL
    bound = weak.modal is not None and weak.effort is not None
    if not language.SEPARATOR or bound or weak.denied or value is None or value > _WEAK[scale]:
        return None
    here, there = sides
    governed = {n for other in others for n in range(other.place.first, other.words[0] + 1)}
    found: set[int] = set()
    for n, (verb, mine) in enumerate(weak.verbs(here)):
        for at, word in enumerate(there.words):
            if not word.content or at in governed:
                continue
            promises = language.promises(word.key, verb)
            if not (_same(word.key, verb) or promises):
                continue
            ahead = (w.key for w in there.words[at + 1 :] if w.content and w.sentence == word.sentence)
            behind = list(islice(ahead, _REACH))
            if promises or at in promised:
                if _common(mine[:_NEAR], behind[:_NEAR]) and _common(mine, behind) >= _ENOUGH:
                    found.add(at)
                continue
            if n or scale != MODAL or value > _LEAVE or not _is_plain(there, at, verb, language):
                continue
            if mine[:1] and behind[:1] and _same(mine[0], behind[0]):
                found.add(at)
    if len(found) != 1:
        return None
    return PlacedDegree(Degree(weak.place.scale, "said outright", _OUTRIGHT, {}), min(found), min(found) + 1)


def _is_plain(side: SideWords, at: int, verb: str, language: Language) -> bool:
    """Whether a word is a verb in a form of its own, not the infinitive that the modal verb governs nor a
    noun of the same root."""
    word = side.words[at]
    before = side.words[at - 1] if at else None
    if before is not None and (before.key in _NO_VERB or before.sentence != word.sentence):
        return False
    return word.key != verb or language.VERB_FIRST


def _verdict(one: _Deed, two: _Deed) -> Verdict | None:
    """What became of the strength; nothing where the two scales point to different sides."""
    if (one.modal is None) == (two.modal is None):
        steps = [
            # "Must" and "shall" are not told apart where the sentence is another.
            min(two.modal or 0, _BINDS) - min(one.modal or 0, _BINDS),
            (_OUTRIGHT if two.effort is None else two.effort)
            - (_OUTRIGHT if one.effort is None else one.effort),
        ]
    else:
        bound = one if one.modal is not None else two
        if (bound.modal or 0) < _BINDS or bound.effort is not None:
            return None
        steps = [(two.effort or _OUTRIGHT) - (one.effort or _OUTRIGHT)]
    if max(steps) > 0 and min(steps) >= 0:
        return Verdict.STRONGER
    return Verdict.WEAKER if min(steps) < 0 and max(steps) <= 0 else None


def _deeds(side: SideWords, placed: Sequence[PlacedDegree]) -> Iterator[_Deed]:
    """The deeds of a side, each with its words of strength taken together."""
    modals = [p for p in placed if p.scale.id == MODAL and p.degree.value is not None]
    efforts = [
        p
        for p in placed
        if p.scale.id == ENGAGEMENT
        and (p.degree.value or 0) > _LOOKS_AT
        and not any(p.first < m.last and m.first < p.last for m in modals)
    ]
    denials = [p.first for p in placed if p.scale.id == NEGATION and p.degree.value != p.scale.absent]
    chained: set[int] = set()
    for modal in modals:
        effort = next((e for e in efforts if 0 <= e.first - modal.last <= _CHAIN), None)
        if effort is not None:
            chained.add(effort.first)
            whole = PlacedDegree(
                Degree(modal.scale, f"{modal.degree.id}, {effort.degree.id}", modal.degree.value, {}),
                modal.first,
                effort.last,
            )
        else:
            whole = modal
        if (deed := _deed(side, whole, modal, effort, denials)) is not None:
            yield deed
    for effort in efforts:
        if effort.first in chained:
            continue
        if (deed := _deed(side, effort, None, effort, denials)) is not None:
            yield deed


def _deed(
    side: SideWords,
    place: PlacedDegree,
    modal: PlacedDegree | None,
    effort: PlacedDegree | None,
    denials: Sequence[int],
) -> _Deed | None:
    words = side.words
    sentence = words[place.last - 1].sentence
    start = _past_aside(side, place.last)
    content = [n for n in range(start, len(words)) if words[n].content and words[n].sentence == sentence]
    if not content or content[0] - start > _AFTER:
        return None
    denied = any(place.first - _BEFORE <= at <= content[0] for at in denials)
    return _Deed(
        place,
        None if modal is None else modal.degree.value,
        None if effort is None else effort.degree.value,
        tuple(content[: _VERBS + _REACH]),
        denied,
    )


def _past_aside(side: SideWords, at: int) -> int:
    """Where it goes on behind what stands between commas right there: "commit, as neighbours, to reopen"."""
    words = side.words
    if at >= len(words) or words[at].key not in _COMMAS:
        return at
    sentence = words[at].sentence
    for n in range(at + 1, min(len(words), at + _ASIDE)):
        if words[n].sentence != sentence:
            break
        if words[n].key in _COMMAS:
            return n + 1
    return at


def _is_one(
    sides: tuple[SideWords, SideWords], one: _Deed, two: _Deed, language: Language, one_verb: bool
) -> bool:
    """Whether two words of strength govern one deed."""
    if not language.SEPARATOR:
        return _is_one_in_characters(_text(sides[0], one), _text(sides[1], two))
    for n, (verb, about) in enumerate(one.verbs(sides[0])):
        for m, (other, behind) in enumerate(two.verbs(sides[1])):
            if n and m:
                continue  # "leave the old port", "enter the old port"
            if not (_same(verb, other) or language.promises(verb, other) or language.promises(other, verb)):
                continue
            if _common(about[:_NEAR], behind[:_NEAR]) or _common(about, behind) >= _ENOUGH:
                return True
    if one_verb:
        return False
    ours, theirs = (
        [side.words[n].key for n in deed.words[: _REACH + 1]]
        for side, deed in zip(sides, (one, two), strict=True)
    )
    common = _common(ours, theirs)
    if _common(ours[:_NEAR], theirs[:_NEAR]):
        return common >= _ALONE
    near = _common(ours[:_NEAR], theirs) or _common(ours, theirs[:_NEAR])
    return near > 0 and common > _ALONE


def _same(one: str, two: str) -> bool:
    """Whether two forms are of one word, by the letters that they begin with."""
    if one == two:
        return True
    root = _SHORT_ROOT if max(len(one), len(two)) <= _LONG else _ROOT
    return min(len(one), len(two)) >= root and one[:root] == two[:root]


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words both have, each counted once."""
    left = list(theirs)
    found = 0
    for word in ours:
        other = next((each for each in left if _same(word, each)), None)
        if other is not None:
            left.remove(other)
            found += 1
    return found


def _text(side: SideWords, deed: _Deed) -> str:
    """The characters of a Chinese deed, to the end of its clause."""
    words = side.words[deed.place.last : deed.place.last + _CHARACTERS]
    text = ""
    for word in words:
        if word.key[0] in _STOPS or word.sentence != side.words[deed.place.first].sentence:
            break
        text += word.key
    return text


def _is_one_in_characters(ours: str, theirs: str) -> bool:
    """Whether two Chinese deeds have their verb and words of their object in common."""
    blocks = [
        b
        for b in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        if b.size >= _BLOCK
    ]
    if not blocks or min(blocks[0].a, blocks[0].b) or max(blocks[0].a, blocks[0].b) > _OPENING:
        return False
    common = sum(b.size for b in blocks)
    return common >= _SAME_CHARACTERS and common >= _SAME_SHARE * min(len(ours), len(theirs))


def _same_subject(sides: tuple[SideWords, SideWords], one: _Deed, two: _Deed) -> bool:
    """Whether nothing shows that another acts: of two short subjects one word at least is common."""
    named = [_subject(side, deed.place.first) for side, deed in zip(sides, (one, two), strict=True)]
    return not all(named) or _common(*named) > 0


def _subject(side: SideWords, at: int) -> list[str]:
    """The words of content from where a clause opens up to a word of strength; none where it is no short
    subject alone."""
    words = side.words
    first = at
    while first > 0 and words[first - 1].sentence == words[at].sentence and not words[first - 1].is_mark:
        first -= 1
    if at - first > _SUBJECT:
        return []
    return [w.key for w in words[first:at] if w.content]
