"""How a verdict is written down: the words quoted, the rule, and the reason with its object and actor.

Worked example. "The States will report." → "The States intend to report.": "will" and "intend to" as
evidence; "object: “report”; actor: “The States”" behind the reason. Where one text is a digest and the other
none, a direction is "not comparable".
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.meaning.pair.degrees import DegreeChange
from p5diff.meaning.shifts import named
from p5diff.meaning.shifts.both import BothSides, Quoted
from p5diff.model.comparison import DOWN, UP, Shift, Side, Verdict
from p5diff.model.statement import Edition

_QUOTED = 48
"""Longest quotation of the words a verdict rests on, in characters; half as many without spaces."""
_PARAPHRASE = "a digest paraphrases: its verbs are p5diff's words, not the authors'"
_OBJECT = 6
"""Words of content without a counterpart, past which an object is looked for: further off it is another's."""


def made(both: BothSides, aspect: str, verdict: Verdict, quoted: Quoted, rule: str, why: str) -> Shift:
    """A shift of this pair; without a direction where only one side is a digest."""
    digests = [meta.edition is Edition.DIGEST for meta in both.meta]
    if any(digests) and not all(digests) and verdict in UP | DOWN:
        verdict, why = Verdict.NOT_COMPARABLE, f"would be {verdict.value} ({why}), but {_PARAPHRASE}"
    elif all(digests):
        why = f"{why}; {_PARAPHRASE}"
    return Shift(
        aspect=aspect,
        verdict=verdict,
        before=_short(quoted[0].text) if quoted[0] else "",
        after=_short(quoted[1].text) if quoted[1] else "",
        rule=rule,
        explanation=why,
        evidence=tuple(e for e in quoted if e),
    )


def of_degree(both: BothSides, finding: DegreeChange) -> Shift:
    """The shift that one change of degree is."""
    names = [p.degree.id if p else "—" for p in (finding.before, finding.after)]
    values = [p.degree.value if p else finding.scale.absent for p in (finding.before, finding.after)]
    why = f"{finding.scale.id}: {names[0]} ({values[0]}) → {names[1]} ({values[1]})"
    if finding.before is not None:
        why += f"; {common(both, finding.before.first, finding.before.last)}"
    rule = f"{finding.scale.source.name}: {finding.scale.id}"
    return made(both, finding.scale.aspect, finding.verdict, quoted(both, finding), rule, why)


def of_degrees(both: BothSides, found: Sequence[DegreeChange]) -> Shift:
    """The one shift that several changes of one aspect and verdict are, with all their words."""
    shift = of_degree(both, found[0])
    if len(found) == 1:
        return shift
    words = [quoted(both, f) for f in found]
    before = tuple(q[0] for q in words if q[0])
    after = tuple(q[1] for q in words if q[1])
    return Shift(
        aspect=shift.aspect,
        verdict=found[0].verdict,
        before=", ".join(e.text for e in before),
        after=", ".join(e.text for e in after),
        rule=shift.rule,
        explanation="; ".join(dict.fromkeys(of_degree(both, f).explanation for f in found)),
        evidence=(*before, *after),
    )


def quoted(both: BothSides, finding: DegreeChange) -> Quoted:
    """The words of degree themselves."""
    one, two = ((p.first, p.last) if p else None for p in (finding.before, finding.after))
    return both.quoted(one, two)


def common(both: BothSides, first: int, last: int) -> str:
    """The object and the actor that both sides share, in words, for the explanation; of words before."""
    return f"{_object(both, first, last)}; {_who(both, first)}"


def _who(both: BothSides, first: int) -> str:
    """Who acts in the clause of a word before: the words that name them, or that nobody is named."""
    side = both.sides[0]
    clause = side.words[first].clause
    for name in named.names(both, side):
        if side.words[name.first].clause == clause and name.first <= first:
            return f"actor: “{side.quoted(name.first, name.last).text}”"
    return "actor: nobody is named"


def _object(both: BothSides, first: int, last: int) -> str:
    head = both.ground.next_content(Side.BEFORE, last, _OBJECT)
    if head is None:
        head = both.ground.previous_content(Side.BEFORE, first, _OBJECT)
    if head is None:
        return "in the same clause"
    return f"object: “{both.sides[0].quoted(head, head + 1).text}”"


def _short(quoted: str) -> str:
    """The words a verdict rests on, as printed; the middle of many is left out, and shown so."""
    most = _QUOTED if " " in quoted else _QUOTED // 2
    if len(quoted) <= most:
        return quoted
    head, tail = quoted[: most // 2], quoted[-most // 2 :]
    if " " in head and " " in tail:
        head, tail = head.rpartition(" ")[0], tail.partition(" ")[2]
    return f"{head} … {tail}"
