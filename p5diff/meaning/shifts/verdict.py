"""How a verdict is written down: the words quoted, the rule, and the reason with its object and actor.

Worked example. "The States will report." → "The States intend to report.": "will" and "intend to" as
evidence; "object: “report”; actor: “The States”" behind the reason. Where one text is a digest and the other
none, a direction is "not comparable".
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.meaning.pair.placed import DegreeChange
from p5diff.meaning.shifts.both import BothSides, Quoted
from p5diff.model.alignment import Span
from p5diff.model.comparison import DOWN, UP, Evidence, Shift, Side, Verdict
from p5diff.model.statement import Edition

_QUOTED = 48
"""Longest quotation of the words a verdict rests on, in characters; half as many without spaces."""
_PARAPHRASE = "a digest paraphrases: its verbs are p5diff's words, not the authors'"
OWNERS = ("的", "'", "’")
"""What makes the owner of something of a name before it."""
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
    before = _widest([q[0] for q in words if q[0]])
    after = _widest([q[1] for q in words if q[1]])
    return Shift(
        aspect=shift.aspect,
        verdict=found[0].verdict,
        before=", ".join(e.text for e in before),
        after=", ".join(e.text for e in after),
        rule=shift.rule,
        explanation="; ".join(dict.fromkeys(of_degree(both, f).explanation for f in found)),
        evidence=(*before, *after),
    )


def _widest(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The quoted words without those that stand inside others: "no" in "has no right to"."""

    def holds(one: Evidence, other: Evidence) -> bool:
        same = one.sentence == other.sentence and one.span != other.span
        return same and one.span.start <= other.span.start and other.span.end <= one.span.end

    return tuple(e for e in found if not any(holds(other, e) for other in found))


def quoted(both: BothSides, finding: DegreeChange) -> Quoted:
    """The words of degree themselves."""
    one, two = ((p.first, p.last) if p else None for p in (finding.before, finding.after))
    return both.quoted(one, two)


def common(both: BothSides, first: int, last: int) -> str:
    """The object and the actor that both sides share, in words, for the explanation; of words before."""
    return "; ".join(part for part in (_object(both, first, last), _who(both, first)) if part)


def _who(both: BothSides, first: int) -> str:
    """Who acts by a word before: whom the act names of which it is a word, or that none is found in its
    clause. Nothing where somebody is named there, but not as who acts: "the boats of Ghana will"."""
    side = both.sides[0]
    for offset, sentence in zip(side.offsets, side.sentences, strict=True):
        for act in both.read(sentence).acts:
            if act.actor_span is not None and act.first <= first - offset < act.last:
                who = _acting(act.actor_span, act.span, sentence.text, side.words[first].start)
                return who and f"actor: “{who}”"
    clause = side.words[first].clause
    persons = {at for _, (at, _) in both.parties_named(side)} | both.words_of(side, "actors")
    return "" if any(side.words[at].clause == clause for at in persons) else "actor: none found"


def _acting(who: Span, does: Span, text: str, verb: int) -> str:
    """The words that name who acts, without a verb that was read with them ("Parties intend to"); empty
    where the name tells only whose the one is who acts: "Ghana's boats", 加纳的船, "سفن غانا"."""
    if text[who.end :].startswith(OWNERS) or (does.end <= who.start and text[does.end : who.start].strip()):
        return ""
    return text[who.start : verb if who.start < verb < who.end else who.end].strip()


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
