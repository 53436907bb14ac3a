"""Whether sentences tell what was or is, or speak of what lies ahead.

Worked example. "The States reported in May." tells; "The States will report." lies ahead, by its act;
"Reports must be public." lies ahead as well, by its modal verb.
"""

from __future__ import annotations

from functools import cache

from p5diff.language import Language
from p5diff.meaning.pair.placed import MODAL
from p5diff.meaning.sentence.speech import AHEAD, SHAPES
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.comparison import MarkKind
from p5diff.model.statement import Sentence

TOLD = frozenset({"tell", "narrate"})
"""Acts that tell of what was done."""


def may_all_lie_ahead(both: BothSides) -> bool:
    """Whether no sentence of either side is known to tell only what was or is."""
    return all(_may_lie_ahead(both, s) for side in both.sides for s in side.sentences)


def _may_lie_ahead(both: BothSides, sentence: Sentence) -> bool:
    known = [a for a in both.read(sentence).known_acts if a.act.id not in SHAPES]
    return not known or _lies_ahead(both, sentence)


def _lies_ahead(both: BothSides, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what is still to be done: by an act, or by a modal verb."""
    if any(act.kind in AHEAD for act in both.read(sentence).known_acts):
        return True
    return any(m.item.scale.id == MODAL for m in both.weighed(sentence))


@cache
def _past_forms(language: Language) -> frozenset[str]:
    """Forms of verbs that tell what was."""
    return frozenset(form for sets in language.verbs().values() for form in sets.get("d", ()))


def is_told(both: BothSides) -> bool:
    """Whether a side tells what was or is, and nothing that is to be done."""
    past = _past_forms(both.language)
    for side in both.sides:
        for number, sentence in enumerate(side.sentences):
            acts = both.read(sentence).acts
            weighs = {m.item.scale.id for m in both.weighed(sentence)}
            if any(a.kind in {MarkKind.COMMITMENT, MarkKind.CALL} for a in acts) or MODAL in weighs:
                continue
            words = {w.key for w in side.words if w.sentence == number}
            if any(a.act.id in TOLD for a in acts) or not past.isdisjoint(words):
                return True
    return False
