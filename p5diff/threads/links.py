"""Whether a thread goes on in a sentence that the comparison paired with it.

Worked example. "They support talks on cables." ~ "They support talks on cables in all regions.": one act, one
core, and the thread goes on. "They support talks on grain." does the same to another thing: the words without
those of the act have nothing in common, so that the thread ends and another begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.language import Language
from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, MarkKind, Side
from p5diff.model.series import Wording
from p5diff.model.statement import Role
from p5diff.threads.core import matter, shares_core, without_lists
from p5diff.threads.headings import Headings
from p5diff.threads.likeness import terms_of
from p5diff.threads.resemblance import RESUMED, REVIVAL, SHARED_TERMS, Resemblance
from p5diff.threads.strand import BINDING, SaidSentence, Strand, act_terms, opening_words, takes_a_side

RECAST = 0.25
"""Below this likeness a pair carries no thread on: the same bound as for a recast pair. Higher, and
honest rewordings break off; lower, and threads jump to what took a sentence's place."""
SUBJECT = 0.3
"""The same without the words that show the act: below it, two sentences do the same to different things
("support … satellites", "support … cables"). In planted series other subjects had 0.1 to 0.46 (one in ten
above 0.4) and the same ones 0.49 and more; in 38 statements of one committee, where what is done recurs with
other words, right links began at 0.31."""
OTHER_ACT = 0.4
"""What is needed where the act is another too, and one of both binds, calls or charges a body: of six such
pairs in those statements below 0.4 five had another subject, above it none of four."""
GROUPED = 0.4
"""Where sentences were split or joined, how much of one must stand in the other for its thread to go on,
the same act counted in with 0.05. In four statements that are reworded throughout from year to year, nine of
eleven such links below it led to another subject; in 38 of one committee right ones began there."""
GROUPED_OTHER_ACT = 0.5
"""The same where the act is another, and one of both binds, calls or charges a body: three of four below it
led to another subject, none above it."""
GROUPED_ACT = 0.45
"""The same where the act is one and somebody binds himself, calls or takes a position: what stands in such a
sentence is told by its matter, and of three of those below it each led to another subject."""
CORE = 0.5
"""From this likeness on the words themselves are evidence enough. Below it, sentences that bind, call or take
a position need their core in common, the act and what it is done to (`threads/core.py`): of 34 judged links
of texts reworded throughout that had none, 12 led to another subject. How sure the alignment is says nothing
here: it goes by places and by purposes, which all that a text promises may share. From 0.6 on as many more
right links were lost, and no wrong one."""
CORE_OTHER_ACT = 0.55
"""The same where the act is another: the one wrong link from 0.5 on was such a one."""
DOUBTED = 0.5
"""A pair that the alignment itself finds likelier wrong than right needs as much in common as a text known in
parts (`RESUMED`), whatever its sentences do."""
BRANCH = 0.25
"""How much of a sentence must stand in the other for it to be a part of it, in splits and merges."""
_WHOLE = 6
"""Terms from which on a wording is taken for a whole sentence: the shortest promises have about as many."""


class Links:
    """The pairs of one comparison, asked whether they carry threads on. `in_parts`: whether one of the two
    texts is known in parts only."""

    def __init__(self, alike: Resemblance, headings: Headings, language: Language, *, in_parts: bool) -> None:
        self.alike, self.headings, self.language, self.in_parts = alike, headings, language, in_parts

    def carries(self, change: Change, strand: Strand, only: SaidSentence) -> bool:
        """Whether the thread of a pair of one sentence with another goes on in the later one."""
        kind = change.pair.kind
        if kind in (PairKind.UNCHANGED, PairKind.EDITORIAL):
            return True
        if kind.value == "recast" or (strand.role is Role.BODY) != (only.sentence.role is Role.BODY):
            return False
        if not self._heads_the_same(strand, only):
            return False
        before, after = strand.last.text, only.sentence.text
        edits = change.pair.edits
        label = _is_label_beside_sentence(before, after)
        if self.alike.begun_alike(edits, before, after) >= REVIVAL and not self.alike.apart(
            edits, opening_words(only)
        ):  # where a rule spans a whole clause, little stands apart from what shows the act
            return not label or len(terms_of(before) & terms_of(after)) >= SHARED_TERMS
        if label or self.alike.weights.likeness(before, after) < self._needed(change):
            return False
        return self._beside_lists(before, after) and self._keeps_matter(change, strand, only)

    def _keeps_matter(self, change: Change, strand: Strand, only: SaidSentence) -> bool:
        """Whether a sentence that is alike enough does what it does to the same thing."""
        before, after = strand.last.text, only.sentence.text
        acts = (strand.last.kind, only.mark.kind if only.mark else MarkKind.NONE)
        if not takes_a_side(acts):
            # what reports or does nothing is told by all of its words
            alike = acts[0] is acts[1] or MarkKind.NONE in acts
            return alike or self.alike.weights.likeness(before, after) >= SUBJECT
        if not self._keeps_core(change, strand, only):
            return False
        subject = self.alike.weights.likeness(before, after, apart=act_terms(change.marks))
        return subject >= (SUBJECT if acts[0] is acts[1] else OTHER_ACT)

    def _heads_the_same(self, strand: Strand, only: SaidSentence) -> bool:
        """Whether two numbered wordings have more in common than a number."""
        last, sentence = strand.last, only.sentence
        return self.headings.may_be_one(last.text, sentence.text, last.sentences[0], sentence.id)

    def _needed(self, change: Change) -> float:
        """The least likeness that carries a thread on."""
        return RESUMED if self.in_parts or change.pair.confidence < DOUBTED else RECAST

    def _keeps_core(self, change: Change, strand: Strand, only: SaidSentence) -> bool:
        """Whether both sentences do what they do to one thing, as far as needs be known: not where they are
        much alike."""
        before, after = strand.last, only.sentence.text
        same = before.kind is (only.mark.kind if only.mark else MarkKind.NONE)
        alike = self.alike.weights.likeness(before.text, after)
        if alike >= (CORE if same else CORE_OTHER_ACT):
            return True
        ours = [m for m in change.marks if m.side is Side.BEFORE and m.sentence == before.sentences[0]]
        theirs = [m for m in change.marks if m.side is Side.AFTER and m.sentence == only.sentence.id]
        one, two = matter(before.text, ours, self.language), matter(after, theirs, self.language)
        return shares_core(one, two, before.text, after)

    def _beside_lists(self, before: str, after: str) -> bool:
        """Whether two wordings that enumerate have something in common beside what they enumerate: two texts
        that name the same thirty States need not say the same of them."""
        one, two = without_lists(before), without_lists(after)
        if one == before or two == after:
            return True
        return self.alike.weights.likeness(one, two) >= RECAST

    def matched(
        self, change: Change, strands: list[Strand], said: list[SaidSentence]
    ) -> dict[str, tuple[float, int]]:
        """Thread id → (likeness, number of the sentence that carries it on), best first, each once."""
        if change.pair.kind is PairKind.RECAST:
            return {}
        weights = self.alike.weights
        scored: list[tuple[float, int, int]] = []
        for at, strand in enumerate(strands):
            for number, one in enumerate(said):
                same = 0.05 if one.mark and one.mark.kind is strand.last.kind else 0.0
                ours, theirs = strand.last.text, one.sentence.text
                parts = ((theirs, ours), (ours, theirs))
                held = (min(weights.held_in(part, whole), _size(part)) for part, whole in parts)
                score = same + max(weights.likeness(ours, theirs), 0.9 * max(held))
                scored.append((-score, at, number))
        found: dict[str, tuple[float, int]] = {}
        used: set[int] = set()
        for score, at, number in sorted(scored):
            if strands[at].id in found or number in used:
                continue
            if -score >= _needed_in_group(strands[at].last, said[number]) and self._may_go_on(
                change, strands[at], said[number]
            ):
                found[strands[at].id] = (-score, number)
                used.add(number)
        return found

    def _may_go_on(self, change: Change, strand: Strand, one: SaidSentence) -> bool:
        """Whether a thread of a group that binds, calls or takes a position keeps its core in a sentence."""
        before, after = strand.last, one.sentence.text
        if not self._heads_the_same(strand, one) or not self._beside_lists(before.text, after):
            return False
        if not takes_a_side((before.kind, one.mark.kind if one.mark else MarkKind.NONE)):
            return True
        return self._keeps_core(change, strand, one)

    def nearest(self, text: str, strands: Sequence[Strand]) -> Strand | None:
        """The thread that a branch comes from."""
        best = max(strands, key=lambda s: self.alike.weights.held_in(text, s.last.text))
        return best if self.alike.weights.held_in(text, best.last.text) >= BRANCH else None


def _needed_in_group(last: Wording, said: SaidSentence) -> float:
    """The least score that carries a thread on where several sentences stand on a side."""
    kinds = (last.kind, said.mark.kind if said.mark else MarkKind.NONE)
    if kinds[0] is not kinds[1]:
        return GROUPED_OTHER_ACT if BINDING & set(kinds) else GROUPED
    return GROUPED_ACT if takes_a_side(kinds) else GROUPED


def _is_label_beside_sentence(one: str, other: str) -> bool:
    """Whether one is a few words and the other a sentence of three times as many: what is called a thing does
    not say anything of it ("Entry into force", "Emphasizes the importance of the early entry into force").
    Of 880 judged links none of the right ones is such a pair, and three of the wrong ones are."""
    least, most = sorted((len(terms_of(one)), len(terms_of(other))))
    return least < _WHOLE <= most and 3 * least <= most


def _size(text: str) -> float:
    """Up to 1: a word or two, as a heading has them, hold nothing of a sentence, nor does it go on in them
    ("Signature", "… was opened for signature in Lima")."""
    return min(1.0, len(terms_of(text)) / _WHOLE)
