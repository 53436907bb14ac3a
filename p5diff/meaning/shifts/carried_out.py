"""What one side undertakes and the other tells of as done: carried out, and nothing else is said of the pair.

Worked example. "We will ratify the treaty." → "We have ratified the treaty.": one deed of one object, ahead
and then done (`_by_form`, deeds of the data); "We will restore the harbour." → "We restored the harbour.":
one verb in two forms (`_by_verb`). "Once we have ratified" is not done yet.
"""

from __future__ import annotations

from p5diff.meaning.pair import fulfilled
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import NEAR, NEGATION
from p5diff.meaning.rules.deedfile import DONE
from p5diff.meaning.sentence.reading import deeds as deeds_in
from p5diff.meaning.shifts import actors, verdict
from p5diff.meaning.shifts.both import BothSides, Place, Quoted, SideAct
from p5diff.meaning.shifts.told import TOLD
from p5diff.model.comparison import Shift, Side, Verdict

_PROMISED = frozenset({"decide", "undertake", "intend"})
"""Acts by which something is undertaken that may be told of as done later."""


def find(both: BothSides) -> Shift | None:
    """The undertaking that is told of as done on the other side."""
    return _by_form(both) or _by_verb(both)


def _by_form(both: BothSides) -> Shift | None:
    """What lay ahead on the one side and is done on the other, of the same object."""
    forms = [
        [
            (m.item, (m.first + offset, m.last + offset))
            for offset, s in zip(side.offsets, side.sentences, strict=True)
            for m in deeds_in(s.text, both.rules, both.language)
        ]
        for side in both.sides
    ]
    if any(form.tense == DONE for form, _ in forms[0]):
        return None
    for form, here in forms[0]:
        for other, there in forms[1]:
            if (
                other.tense == DONE
                and other.deed == form.deed
                and not _is_unreal(both, both.sides[1], there[0])
                and _same_deed(both, here, there)
            ):
                rule = f"{form.deed.source.name}: {form.deed.id}"
                return _shift(both, both.quoted(here, there), rule, here)
    return None


def _by_verb(both: BothSides) -> Shift | None:
    """An undertaking that the other side tells of as done, by the same who act, in another form of its
    verb; none where only one side denies something, or the other undertakes still."""
    acts = both.acts
    ahead = [a for a in acts[0] if a.act.act.id in _PROMISED and not a.act.negated]
    told = [
        a
        for a in acts[1]
        if a.act.act.id in TOLD and not a.act.negated and not _is_unreal(both, both.sides[1], a.last - 1)
    ]
    if not ahead or not told:
        return None
    # What was told of already, and what is undertaken still, is not carried out now. One form may be read
    # in both ways.
    told_before = [
        a
        for a in acts[0]
        if a.act.act.id in TOLD and not any(_share(a, b) for b in ahead) and not _stayed(both, a)
    ]
    still = [a for a in acts[1] if a.act.act.id in _PROMISED and not any(_share(a, b) for b in told)]
    if told_before or still:
        return None
    denied = [
        sum(p.scale.id == NEGATION and p.degree.value != p.scale.absent for p in placed)
        for placed in both.degrees
    ]
    if denied[0] != denied[1]:
        return None
    found = fulfilled.find(
        both.ground,
        [fulfilled.VerbPlace(a.first, a.last) for a in ahead],
        [fulfilled.VerbPlace(a.first, a.last) for a in told],
        both.language,
    )
    if found is None or actors.find(both) is not None:
        return None
    return _shift(both, both.quoted(*found), "one verb, undertaken and told of", found[0])


def _shift(both: BothSides, quoted: Quoted, rule: str, before: Place) -> Shift:
    why = f"undertaken, then told of as done; {verdict.common(both, *before)}"
    return verdict.made(both, "strength", Verdict.CARRIED_OUT, quoted, rule, why)


def _is_unreal(both: BothSides, side: SideWords, at: int) -> bool:
    """Whether a word stands in a clause that tells of what did not happen yet, however past its verb:
    "once the Parties have signed", «требуем, чтобы они подписали»."""
    clause, sentence = side.words[at].clause, side.words[at].sentence
    offset = side.offsets[sentence]
    return any(
        m.first + offset < at and side.words[m.last + offset - 1].clause == clause
        for m in both.read(side.sentences[sentence]).spans("unreal")
    )


def _same_deed(both: BothSides, here: Place, there: Place) -> bool:
    """Whether a deed has the same object on both sides, before it or after it."""
    ground = both.ground
    near = NEAR[ground.chinese]
    ahead = ground.next_content(Side.BEFORE, here[1], near)
    objects = {
        ground.next_content(Side.AFTER, there[1], near),
        ground.previous_content(Side.AFTER, there[0], near),
    }
    if ahead is not None:
        return ground.forward[ahead] in objects or ground.forward[ahead] in range(*there)
    behind = ground.previous_content(Side.BEFORE, here[0], near)
    return behind is not None and ground.forward[behind] in objects


def _stayed(both: BothSides, act: SideAct) -> bool:
    """Whether the words of an act stand on the other side as they are: what was told of before and after, or
    a noun that only ends like a past («ледокол»)."""
    links, (mine, theirs) = both.ground.forward, both.ground.sides(Side.BEFORE)
    return all(
        at in links and mine.words[at].key == theirs.words[links[at]].key for at in range(act.first, act.last)
    )


def _share(one: SideAct, two: SideAct) -> bool:
    """Whether two acts of one side share words."""
    return one.first < two.last and two.first < one.last
