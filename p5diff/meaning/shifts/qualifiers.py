"""Qualifiers, scope and polarity: which words of degree are told of beside strength, and which say nothing.

Worked example. "will report" → "will, where possible, report": a qualifier came, one shift. "trade and
transit" → "trade or transit": both became either, which is told only where something is done or laid down,
and never among examples. "promptly" where "by 1 May" stood is no more pace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from p5diff.meaning.pair import clauses, degrees, frames, turned
from p5diff.meaning.pair.placed import PACE, DegreeChange
from p5diff.meaning.shifts import deadlines, told, verdict
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.comparison import Shift, Side, Verdict


def turned_around(both: BothSides, found: Sequence[DegreeChange]) -> list[DegreeChange]:
    """Words of degree that came or went in a sentence turned around, of scales that tell nothing yet."""
    scales = {f.scale.id for f in found}
    before, after = both.degrees
    gone = degrees.gone(both.ground, Side.BEFORE, before, after)
    come = degrees.gone(both.ground, Side.AFTER, after, before)
    return [f for f in turned.find(both.sides, (gone, come), both.language) if f.scale.id not in scales]


def told_of(both: BothSides, found: Sequence[DegreeChange]) -> list[DegreeChange]:
    """What holds of the words of degree that changed: a condition is told of instead of the words in it, and
    words that say nothing here are left out."""
    conditions = [*clauses.find(both.ground, *both.degrees), *frames.find(both.ground, *both.degrees)]
    said = [f for f in found if not any(clauses.inside(f, c) for c in conditions)] + conditions
    if any(f.scale.id == PACE for f in said) and (told.is_told(both) or deadlines.differ(both)):
        said = [f for f in said if f.scale.id != PACE]
    if any(f.scale.between for f in said) and not _tells_all_or_any(both):
        said = [f for f in said if not f.scale.between]
    return said


def find(both: BothSides, said: Sequence[DegreeChange]) -> Iterator[Shift]:
    """One shift an aspect and verdict, with all its words; strength is told elsewhere."""
    groups: dict[tuple[str, Verdict], list[DegreeChange]] = {}
    for finding in said:
        if finding.scale.aspect != "strength":
            groups.setdefault((finding.scale.aspect, finding.verdict), []).append(finding)
    for group in groups.values():
        yield verdict.of_degrees(both, group)


def _tells_all_or_any(both: BothSides) -> bool:
    """Whether "and" and "or" say different things here: not among examples, and not where nothing is done
    or laid down, as in an item of a list of examples that stands by itself ("threats and insults")."""
    for side in both.sides:
        for sentence in side.sentences:
            weighs = {m.item.scale.aspect for m in both.weighed(sentence)}
            if not both.read(sentence).acts and weighs.isdisjoint({"strength", "negation"}):
                return False
            lowered = sentence.text.casefold()
            for word in both.language.EXAMPLES:
                start = r"(?<!\w)" if both.language.SEPARATOR else ""
                if re.search(start + re.escape(word), lowered):
                    return False
    return True
