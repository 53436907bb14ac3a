"""What the ladder says of two acts of one obligation.

Worked example. "We agree to report to the Assembly." → "We consider reporting to the Assembly.": both acts
govern the same word, of the same actor, and the ladder ranks a decision above a process: weaker. "We commit
to" → "we remain committed to" is one undertaking held to in the same word: nothing.
"""

from __future__ import annotations

from p5diff.meaning.pair.basis import is_content
from p5diff.meaning.pair.placed import MODAL, DegreeChange, PlacedDegree
from p5diff.meaning.pattern.words import WordForm, scan
from p5diff.meaning.sentence.speech import PLAIN
from p5diff.meaning.shifts import verdict
from p5diff.meaning.shifts.both import SAME_MATTER, BothSides, Place, SideAct
from p5diff.model.comparison import MarkKind, Shift, Side, Verdict

_UNRANKED = PLAIN | {"tell", "hear"}
"""Acts that only say how things are or were: what they are exchanged for is no stronger or weaker."""
_NO_ACTS = frozenset({MODAL, "evidence"})
"""Scales whose words are no acts of those who speak, whatever acts the same words are elsewhere."""
_RESTATEMENT = "restatement"
"""The scale of "reaffirm" and "recall"."""
_RESTATED = "restate"
"""The act, and the degree of engagement, of who holds to what was undertaken."""
_UNDERTAKEN = frozenset({"decide", "undertake", _RESTATED})
"""Acts between which "commit" and "remain committed" stand."""
_HEAD = 2
"""Words of content without a counterpart that may stand between an act and its object."""


def ranked(both: BothSides, finding: DegreeChange) -> Shift | None:
    """What the ladder says where both words of a finding are acts that it ranks apart. Modal
    verbs are no acts: "is required to" and "is encouraged to" are said of the same act; nor is what data
    "suggest" or "confirm" an act of those who speak."""
    if finding.before is None or finding.after is None or finding.scale.id in _NO_ACTS:
        return None
    one = next((a for a in both.acts[0] if _overlaps(a, finding.before)), None)
    two = next((a for a in both.acts[1] if _overlaps(a, finding.after)), None)
    if one is None or two is None or one.strength is None or two.strength is None:
        return None
    if one.strength == two.strength or _restates(both, one, two):
        return None
    return _shift(both, one, two)


def by_rung(both: BothSides) -> Shift | None:
    """The verdict of the ladder on the acts that the two sides count for."""
    if not both.acts[0] or not both.acts[1]:
        return None
    one, two = both.acts[0][0], both.acts[1][0]
    if {one.act.act.id, two.act.act.id} & _UNRANKED:
        return None
    if one.act.act == two.act.act or one.strength == two.strength is not None:
        return None
    if _restates(both, one, two):
        return None
    return _shift(both, one, two) if _same_obligation(both, one, two) else None


def is_restated(both: BothSides, finding: DegreeChange) -> bool:
    """Whether two words of a scale are an undertaking and the same one restated."""
    one, two = finding.before, finding.after
    if one is None or two is None or _RESTATED not in {one.degree.id, two.degree.id}:
        return False
    return _same_word(both, (one.first, one.last), (two.first, two.last))


def _restates(both: BothSides, one: SideAct, two: SideAct) -> bool:
    """Whether one side undertakes and the other holds to the same undertaking in the same word: "we
    commit to", "we remain committed to". What binds binds no less then."""
    acts = {one.act.act.id, two.act.act.id}
    named = _RESTATED in acts and len(acts & _UNDERTAKEN) == len(acts) > 1
    return named and _same_word(both, (one.first, one.last), (two.first, two.last))


def _same_word(both: BothSides, ours: Place, theirs: Place) -> bool:
    """Whether words on the two sides are forms of one, "commit" and "recommit", and none of them
    reaffirms: "we reaffirm our commitment" says less than "we commit"."""
    for placed, (first, last) in zip(both.degrees, (ours, theirs), strict=True):
        if any(p.scale.id == _RESTATEMENT and p.first < last and p.last > first for p in placed):
            return False
    language = both.language
    quoted = both.sides[0].quoted(*ours), both.sides[1].quoted(*theirs)
    words = [[min(f.keys, key=len) for f in scan(q.text, language).forms if _says(both, f)] for q in quoted]
    if not language.SEPARATOR:
        words = [["".join(each)] for each in words]
    length = language.STEM - language.STEM // 3
    return any(
        a[at : at + length] in b for a in words[0] for b in words[1] for at in range(len(a) - length + 1)
    )


def _says(both: BothSides, form: WordForm) -> bool:
    """Whether a word is one of content; in Chinese, any character that is no mark."""
    return is_content(form, both.language) if both.language.SEPARATOR else form.keys[0].isalnum()


def _shift(both: BothSides, one: SideAct, two: SideAct) -> Shift:
    ladder = both.rules.ladder
    if one.strength is None or two.strength is None:
        way, why = Verdict.NOT_COMPARABLE, f"the ladder {ladder.name} does not rank both"
    else:
        way = Verdict.STRONGER if two.strength > one.strength else Verdict.WEAKER
        why = f"rung {one.rung} ({one.strength}) → {two.rung} ({two.strength})"
    return verdict.made(
        both,
        "strength",
        way,
        both.quoted((one.first, one.last), (two.first, two.last)),
        f"{ladder.file} ({ladder.name}): {one.act.rule} → {two.act.rule}",
        f"{why}; {verdict.common(both, one.first, one.last)}",
    )


def _same_obligation(both: BothSides, one: SideAct, two: SideAct) -> bool:
    """Whether two acts have the same object and the same actor."""
    if one.act.actor != two.act.actor:
        return False
    if one.act.kind is MarkKind.RECORD and two.act.kind is MarkKind.COMMITMENT:
        return False
    ground = both.ground
    if ground.same_clause(one.first, two.first) < SAME_MATTER:
        return False
    head = ground.next_content(Side.BEFORE, one.last, _HEAD)
    back = ground.next_content(Side.AFTER, two.last, _HEAD)
    if head is None or back is None:
        return False
    return ground.forward[head] == back or ground.forward[head] in range(two.first, two.last)


def _overlaps(act: SideAct, place: PlacedDegree) -> bool:
    return act.first < place.last and place.first < act.last
