"""What a sentence is said to rest on, where that came or went and the rest stayed.

"Available data suggest that prices fell" says less than "prices fell": the frame that tells where it is
known from takes something back. Both sides must say the same beside it; where both have a frame, its words
are of one scale and compared as such (`degrees`).

Worked example. "Readings suggest that the lake fell in May." → "The lake fell in May.": all behind "that"
stayed, the frame went: qualifier, stronger. "Readings confirm that the lake fell" bears out what is said,
so it takes nothing back when it goes: nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.meaning.pair.basis import likeness
from p5diff.meaning.pair.correspondence import Correspondence
from p5diff.meaning.pair.placed import DegreeChange, PlacedDegree
from p5diff.meaning.rules.scalefile import Degree
from p5diff.model.comparison import Side, Verdict

EVIDENCE = "evidence"
"""The scale of what something is said to show."""
_RESERVES = 30
"""The most that a word of evidence is worth that takes something back: "shows"; "confirms" bears it out."""
_LONGEST = {False: 5, True: 8}
"""Most words of content before the verb of a frame; in Chinese (True) characters: what is longer is a subject
that has more to say than where something is known from."""
_SAME_REST = 0.8
"""Share of the words of content beside the frame that must be the same, of both sides together [0, 1]: as for
a condition that came or went with its clause."""
_ENOUGH = 3
"""Words of content that must be left on either side: less is no statement that could stand alone."""


def find(
    ground: Correspondence, before: Sequence[PlacedDegree], after: Sequence[PlacedDegree]
) -> Iterator[DegreeChange]:
    """The frame that only one side has, with all its words from the opening of its sentence."""
    for side, mine, other in ((Side.BEFORE, before, after), (Side.AFTER, after, before)):
        framed = [p for p in mine if p.scale.id == EVIDENCE and p.degree.value is not None]
        if len(framed) != 1 or any(p.scale.id == EVIDENCE for p in other):
            continue
        place = framed[0]
        if (place.degree.value or 0) > _RESERVES:
            continue
        here, there = ground.sides(side)
        sentence = here.words[place.first].sentence
        opening = here.offsets[sentence]
        if sum(w.content for w in here.words[opening : place.first]) > _LONGEST[ground.chinese]:
            continue
        rest = [w.stem for n, w in enumerate(here.words) if w.content and not opening <= n < place.last]
        theirs = [w.stem for w in there.words if w.content]
        if min(len(rest), len(theirs)) < _ENOUGH:
            continue
        if likeness(rest, theirs) < _SAME_REST:
            continue
        scale = place.scale._replace(aspect="qualifier", absent=_RESERVES + 10)
        whole = PlacedDegree(Degree(scale, place.degree.id, place.degree.value, {}), opening, place.last)
        if side is Side.BEFORE:
            yield DegreeChange(scale, whole, None, Verdict.STRONGER)
        else:
            yield DegreeChange(scale, None, whole, Verdict.WEAKER)
