"""What comes back: threads that rest, and wordings that a living thread has left behind.

Worked example. 2009 "They support a moratorium."; 2012 says nothing of it; 2014 "They support a moratorium on
tests.": the thread of 2009 had ended and is revived. One "They call for talks on X."; two "They welcome talks
on X."; three says both: the thread goes on in the welcome, and the call stands beside it, back from one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from p5diff.model.series import Event, EventKind, Wording
from p5diff.threads.likeness import terms_of
from p5diff.threads.resemblance import RESUMED, REVIVAL, Resemblance
from p5diff.threads.strand import SaidSentence, Strand, first_wording, only_uncovered, opening_words

MARGIN = 0.05
"""By how much a return must be likelier than the next candidate, unless they are worded alike."""
BESIDE = 0.1
"""By how much a sentence must be likelier the return of a wording that a thread has left behind than like
what the thread says now. In planted series twins with other acts were 0.15 apart and more."""
_LOOKED_UP = 8
"""A sentence looks for its ancestors by this many of its rarest terms."""


class Memory:
    """Every thread there is, found by the terms of what it said."""

    def __init__(self) -> None:
        self.strands: list[Strand] = []
        self.number: dict[str, int] = {}
        self._resting: dict[str, dict[int, None]] = defaultdict(dict)
        """Term → the threads without a wording in the newest statement that hold it."""
        self._past: dict[str, dict[int, None]] = defaultdict(dict)
        """Term → the threads that an earlier wording of theirs held it in, before they were reworded."""

    def enter(self, strand: Strand) -> None:
        """A thread that begins."""
        self.number[strand.id] = len(self.strands)
        self.strands.append(strand)

    def outlive(self, strand: Strand, old: Wording, new: Wording) -> None:
        """Remember a wording that its thread leaves behind for another."""
        if old.text != new.text:
            number = self.number[strand.id]
            for term in terms_of(old.text):
                self._past[term][number] = None

    def rest(self, strand: Strand) -> None:
        """A thread that the newest statement does not say."""
        number = self.number[strand.id]
        for text in dict.fromkeys((first_wording(strand).text, strand.last.text)):
            for term in terms_of(text):
                self._resting[term][number] = None

    def wake(self, strand: Strand) -> None:
        """A thread that came back."""
        number = self.number[strand.id]
        for text in dict.fromkeys((first_wording(strand).text, strand.last.text)):
            for term in terms_of(text):
                self._resting[term].pop(number, None)

    def resting(self, text: str) -> list[int]:
        """Numbers of the resting threads that share a rare term with a text."""
        return _looked_up(self._resting, text)

    def left_behind(self, text: str) -> list[int]:
        """Numbers of the threads that have left a wording behind which shares a rare term with a text."""
        return _looked_up(self._past, text)


def _looked_up(index: Mapping[str, Mapping[int, None]], text: str) -> list[int]:
    """The threads that hold one of the rarest terms of a text."""
    rare = sorted((t for t in terms_of(text) if index.get(t)), key=lambda t: (len(index[t]), t))
    return list(dict.fromkeys(n for term in rare[:_LOOKED_UP] for n in index[term]))


class BesideThread(NamedTuple):
    """The return of a wording beside the thread that left it behind, and how like it is."""

    score: float
    event: Event


class Returns:
    """What sentences of the statement `ref` may be the return of. `spoken`: the threads (`id`) that the
    statement before it, `previous`, said; they go on by their links and do not come back."""

    def __init__(
        self, memory: Memory, alike: Resemblance, *, ref: str, previous: str, spoken: frozenset[int]
    ) -> None:
        self.memory, self.alike = memory, alike
        self.ref, self.previous, self.spoken = ref, previous, spoken

    def ancestors(self, said: SaidSentence) -> list[tuple[int, float]]:
        """Threads that rest and that this sentence may be, with their likeness; none if two tie."""
        found: list[tuple[float, int, str]] = []
        for number in self.memory.resting(said.sentence.text):
            strand = self.memory.strands[number]
            if strand.role is not said.sentence.role or id(strand) in self.spoken:
                continue
            if not self.alike.acts_alike(strand.last, said):
                continue
            score, worded = self.alike.closest((strand.last.text, first_wording(strand).text), said)
            needed = RESUMED if only_uncovered(strand) else REVIVAL
            if score >= needed:
                found.append((score, number, worded))
        found.sort(key=lambda item: (-item[0], item[1]))
        if len(found) > 1 and found[0][0] - found[1][0] < MARGIN and found[0][2] != found[1][2]:
            return []
        return [(number, score) for score, number, _ in found[:3]]

    def beside(self, said: SaidSentence, *, but: Strand | None = None) -> BesideThread | None:
        """The return of a wording that a living thread has left behind: it stands beside that thread now.

        One and two say "They call for talks on X."; three says "They welcome talks on X." instead, and
        four says both: the call is back, and no first use.
        """
        text = said.sentence.text
        best: tuple[float, int, Wording] | None = None
        for number in self.memory.left_behind(text):
            strand = self.memory.strands[number]
            now = strand.wordings[-1]
            if strand is but or strand.role is not said.sentence.role or not isinstance(now, Wording):
                continue
            edits = self.alike.tools.edits(now.text, text)
            bound = 0.0  # what a thread says now of another thing is no rival
            moved = self.alike.apart(edits, opening_words(said))
            if not moved:
                alike = self.alike.weights.likeness(text, now.text)
                bound = max(alike, self.alike.begun_alike(edits, now.text, text)) + BESIDE
            for wording in reversed(strand.wordings[:-1]):  # of equal ones, the last
                if not isinstance(wording, Wording) or not self.alike.acts_alike(wording, said):
                    continue
                score = self.alike.closest((wording.text,), said)[0]
                if score >= max(REVIVAL, bound) and not (moved and self.alike.is_one_matter(wording, now)):
                    if wording.statement == self.previous:
                        break  # said just before: it goes on here, and never left
                    if best is None or score > best[0]:
                        best = (score, number, wording)
        if best is None:
            return None
        score, number, wording = best
        event = Event(
            statement=self.ref,
            event=EventKind.REVIVED,
            others=(self.memory.strands[number].id,),
            detail=f"{wording.statement}#{wording.sentences[0]}",
        )
        return BesideThread(score, event)

    def held(self, said: SaidSentence, parent: str) -> float:
        """How much of a branch stands in what it branched off from."""
        last = self.memory.strands[self.memory.number[parent]].wordings[-2:]
        texts = [w.text for w in last if isinstance(w, Wording)]
        return max((self.alike.weights.held_in(said.sentence.text, text) for text in texts), default=0.0)
