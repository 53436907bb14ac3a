"""A duty or a leave said by a modal verb on one side, and asked for by a call on the other.

Worked example. "All suppliers must report exports." → "We call on all suppliers to report exports.": the
same suppliers, the same verb, and where they were bound they are now called upon: strength, weaker. "Coastal
States may mark fishing gear." → "We urge coastal States to mark fishing gear." is stronger. "Should" and a
call are not told apart: drafters exchange them freely. Nor is a demand set below "must".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.language import Language
from p5diff.meaning.pair.correspondence import Correspondence, SideWords
from p5diff.meaning.pair.placed import ALIKE, CALL, MODAL, DegreeChange, PlacedDegree, ranks
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.scalefile import Degree
from p5diff.meaning.sentence.brackets import has_brackets
from p5diff.model.comparison import Side, Verdict

_CALLED = {
    "urge": "urged to",
    "call upon": "urged to",
    "request": "encouraged to",
    "invite": "encouraged to",
    "encourage": "encouraged to",
}
"""Degree of a call → where it stands among the modal verbs. A demand is left out."""
_BOUND, _FREE = "shall", "may"
"""The lowest of the modal verbs that bind, and the highest of those that leave free."""
_AFTER = 5
"""Words after a modal verb among which its verb stands; where clauses open with the verb, who is bound comes
in between."""
_SAME_DEED = 0.6
"""Share of the words of content that must be the same, of both sentences together, the modal verb and who
calls apart [0, 1]."""
_NAMED = 3
"""Words of content after a verb that opens its clause among which who is bound is named: "يجب على جميع
الموردين" has a preposition and a word of number before the name."""


def find(
    ground: Correspondence,
    before: Sequence[PlacedDegree],
    after: Sequence[PlacedDegree],
    rules: Rules,
    language: Language,
) -> Iterator[DegreeChange]:
    """Each modal verb that became a call upon the same to do the same, and each call that became one; `rules`
    say what a degree is worth."""
    bound, free = rules.worth(MODAL, _BOUND), rules.worth(MODAL, _FREE)
    if bound is None or free is None:
        return  # a corpus with other modal verbs than these: nothing is said
    for side, mine, other in ((Side.BEFORE, before, after), (Side.AFTER, after, before)):
        modals = [p for p in mine if p.scale.id == MODAL and p.degree.value is not None]
        calls = [p for p in other if p.scale.id == CALL and p.degree.id in _CALLED]
        # Only one of each, and none of them on both sides: else another may be the counterpart.
        if len(modals) != 1 or len(calls) != 1 or ranks(mine, CALL) or ranks(other, MODAL):
            continue
        modal, call = modals[0], calls[0]
        value = modal.degree.value or 0
        worth = rules.worth(MODAL, _CALLED[call.degree.id])
        if worth is None or free < value < bound or not _same_deed(ground, side, modal, call, language):
            continue
        called = PlacedDegree(Degree(modal.scale, "called upon to", worth, {}), call.first, call.last)
        falls = (worth < value) == (side is Side.BEFORE)
        pair = (modal, called) if side is Side.BEFORE else (called, modal)
        yield DegreeChange(modal.scale, *pair, Verdict.WEAKER if falls else Verdict.STRONGER)


def _same_deed(
    ground: Correspondence, side: Side, modal: PlacedDegree, call: PlacedDegree, language: Language
) -> bool:
    """Whether the verb of the modal verb follows the call, with who is bound named between the two."""
    here, there = ground.sides(side)
    links = ground.links(side)
    if any(has_brackets(s.text) for s in (*here.sentences, *there.sentences)):
        return False  # what stands in open brackets is told of as a draft
    # A sentence that stands beside the two, and stayed, is no part of the deed.
    bound, called = here.words[modal.first].sentence, there.words[call.first].sentence
    words = [n for n, w in enumerate(here.words) if w.content and w.sentence == bound]
    ours = [n for n in words if not modal.first <= n < modal.last]
    theirs = sum(w.content and w.sentence == called for w in there.words[call.last :])
    shared = sum(links.get(n, -1) >= call.last for n in ours)
    if 2 * shared < _SAME_DEED * (len(ours) + theirs):
        return False
    named = [n for n in _bound(here, modal, language) if links.get(n, -1) >= call.last]
    if not named:
        return False
    who = named[0] if language.VERB_FIRST else named[-1]
    first = who + 1 if language.VERB_FIRST else modal.last
    deeds = range(first, min(first + _AFTER, len(here.words)))
    deed = next((n for n in deeds if here.words[n].content and n not in named), None)
    if deed is None:
        return False
    if deed in links:
        return links[deed] > links[who]
    # A verb inflected otherwise ("taisent", "taire") begins as its counterpart does.
    head = here.words[deed].key[:ALIKE]
    return any(w.content and w.key[:ALIKE] == head for w in there.words[links[who] + 1 :][:_AFTER])


def _bound(here: SideWords, modal: PlacedDegree, language: Language) -> list[int]:
    """The words of content that may name who is bound: before the modal verb in its clause; after it, the
    first few, where clauses open with their verb."""
    clause = here.words[modal.first].clause
    if language.VERB_FIRST:
        after = [n for n in range(modal.last, len(here.words)) if here.words[n].content]
        return [n for n in after[:_NAMED] if here.words[n].clause == clause]
    return [n for n in range(modal.first) if here.words[n].clause == clause and here.words[n].content]
