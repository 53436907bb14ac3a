"""How like a sentence is to what a thread says or said: by weight, by how both begin, and by what stands in
the place of what.

Worked example. "They call for talks on cables this year." and "They call for talks on cables with the
regions." begin alike: most of the shorter one, by weight, stands in what they share. "They call for talks on
grain this year." puts one thing in the place of another, and so is not the first one come back, however much
is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from p5diff.language import Language
from p5diff.model.alignment import WordEdit
from p5diff.model.series import Wording
from p5diff.threads.likeness import Weights, terms_of
from p5diff.threads.matter import Heard, another_matter, shared_beginning
from p5diff.threads.strand import SaidSentence, act_terms, opening_words, same_act

REVIVAL = 0.6
"""Likeness that makes a new sentence the return of an old one. On 38 statements of one committee, at 0.3
half of the returns paired strangers; at 0.6 none did, and planted returns with a fifth of their words
changed were found."""
RESUMED = 0.4
"""The same after a statement that does not cover the topic: nothing was dropped, so less is needed. A link
between neighbours needs as much where one is known in parts only: their order then says nothing."""
EXCHANGED = 0.8
"""How much of a wording, by the weight of what stays, may stand for something else when it comes back: less
than what stays. Whether it is the matter that was exchanged, no share can tell (`threads/matter.py`)."""
ACT_HELD = 0.5
"""By weight, as much of the words that show an act must stand in an older wording that did the same."""
SHARED_TERMS = 3
"""Fewer terms in common are no evidence that a sentence has come back."""


class Tools(Protocol):
    """What a series takes from other stages."""

    def edits(self, before: str, after: str) -> tuple[WordEdit, ...]:
        """The words that changed from one wording to the next."""
        ...


class Resemblance:
    """What tells how like wordings of one language are: the weights of their words, and what was heard."""

    def __init__(self, weights: Weights, heard: Heard, tools: Tools, language: Language) -> None:
        self.weights, self.heard, self.tools, self.language = weights, heard, tools, language

    def closest(self, worded: Iterable[str], said: SaidSentence) -> tuple[float, str]:
        """The best likeness to older wordings that did the same, and that wording."""
        best = (0.0, "")
        text = said.sentence.text
        terms, act = terms_of(text), act_terms((said.mark,) if said.mark else ())
        does = opening_words(said)
        for other in dict.fromkeys(worded):
            if other == text:
                return 1.0, other
            if len(terms & terms_of(other)) < SHARED_TERMS:
                continue
            edits = self.tools.edits(other, text)
            begun = self.begun_alike(edits, other, text)
            if begun < REVIVAL and (
                self.weights.held(act, other) < ACT_HELD
                or self.weights.exchanged(other, text, apart=act) > EXCHANGED
            ):
                continue
            found = (max(self.weights.likeness(other, text), begun), other)
            if found > best and not self.apart(edits, does):
                best = found
        return best

    def acts_alike(self, last: Wording, said: SaidSentence) -> bool:
        """Whether both do the same. Where they begin alike, what is done is in what they share: another act
        is then read in how it is done ("in close consultation with")."""
        if same_act(last, said):
            return True
        edits = self.tools.edits(last.text, said.sentence.text)
        return self.begun_alike(edits, last.text, said.sentence.text) >= REVIVAL

    def begun_alike(self, edits: Sequence[WordEdit], one: str, other: str) -> float:
        """How much of the shorter wording both share before they go on in other ways: "… talks on cables this
        year", "… talks on cables with the regions". A long way of doing it makes little of what is done."""
        core = shared_beginning(edits, self.language)
        least = min(self.weights.whole(one), self.weights.whole(other))
        return self.weights.whole(core) / least if core and least else 0.0

    def apart(self, edits: Sequence[WordEdit], does: frozenset[str]) -> bool:
        """Whether these edits put one thing in the place of another."""
        return another_matter(edits, self.language, act=does, heard=self.heard)

    def is_one_matter(self, one: Wording, other: Wording) -> bool:
        """Whether a thread says the same in two of its wordings, in another way at most: what is another
        thing than the one is another than the other."""
        edits = self.tools.edits(one.text, other.text)
        return self.begun_alike(edits, one.text, other.text) >= REVIVAL and not self.apart(edits, frozenset())
