"""Both sides of a pair as every verdict reads them: their words and what corresponds, their degrees and acts.

Worked example. "The States will report yearly." → "The States intend to report yearly.": two sides whose
words all correspond but "will" and "intend to"; on each side one word of degree (`degrees`) and one act
(`acts`), by the numbers of the side's words. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from p5diff.language import get
from p5diff.meaning.pair import placed
from p5diff.meaning.pair.correspondence import Correspondence, SideWords, side_words
from p5diff.meaning.pair.placed import PlacedDegree
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.scalefile import Degree
from p5diff.meaning.sentence import brackets
from p5diff.meaning.sentence.reading import Reading, read
from p5diff.meaning.sentence.reading import degrees as degrees_in
from p5diff.meaning.sentence.speech import SpeechAct
from p5diff.model.alignment import Pair
from p5diff.model.comparison import Evidence, Side
from p5diff.model.statement import Metadata, Sentence

SAME_MATTER = 0.5
"""Share of the words of content of both clauses from which two acts are about one matter [0, 1],
where no word around the verbs itself corresponds."""
_WITHIN = frozenset("'’-·")
"""Marks inside words."""

Place = tuple[int, int]
"""The words `[first, last)` of a side."""
Quoted = tuple[Evidence | None, Evidence | None]
"""The words a verdict rests on, of either side."""


class SideAct(NamedTuple):
    """One act of a side, by the numbers of the side's words, with its rung of the ladder."""

    act: SpeechAct
    first: int
    last: int
    strength: int | None
    rung: str


class BothSides:
    """One pair of one language. `ground` tells which words correspond; who finds a change may let go of words
    in it that are compared by themselves, so the order of questions matters. All else stays as it is."""

    def __init__(self, pair: Pair, before: Metadata, after: Metadata, rules: Rules) -> None:
        self.rules = rules
        self.language = get(before.language)
        self.meta = before, after
        self.sides = (
            side_words(Side.BEFORE, pair.before, self.language),
            side_words(Side.AFTER, pair.after, self.language),
        )
        self.ground = Correspondence(*self.sides, not self.language.SEPARATOR)
        self.degrees = self._degrees(self.sides[0]), self._degrees(self.sides[1])
        """The words of degree of either side."""
        self.acts = self._acts(self.sides[0]), self._acts(self.sides[1])
        """The acts of either side, the one that counts first, first."""

    def read(self, sentence: Sentence) -> Reading:
        """What a sentence of either side says."""
        return read(sentence.text, self.rules, self.language)

    def weighed(self, sentence: Sentence) -> Sequence[Match[Degree]]:
        """The words of degree of one sentence, wherever they stand."""
        return degrees_in(sentence.text, self.rules, self.language)

    def quoted(self, before: Place | None, after: Place | None) -> Quoted:
        """The words of a place on either side, as evidence; None where there is none."""
        one, two = self.sides
        return one.quoted(*before) if before else None, two.quoted(*after) if after else None

    def spans(self, side: SideWords, kind: str) -> Iterator[tuple[str, Place]]:
        """What the markers detect as of one kind on a side, each with its words."""
        for offset, sentence in zip(side.offsets, side.sentences, strict=True):
            for m in self.read(sentence).spans(kind):
                yield m.item, (m.first + offset, m.last + offset)

    def words_of(self, side: SideWords, kind: str) -> frozenset[int]:
        """The words of a side that the markers detect as of one kind."""
        return frozenset(at for _, place in self.spans(side, kind) for at in range(*place))

    def parties_named(self, side: SideWords) -> list[tuple[str, Place]]:
        """The States and bodies that a side names, each with its words."""
        return [
            (m.item.name, (m.first + offset, m.last + offset))
            for offset, s in zip(side.offsets, side.sentences, strict=True)
            for m in self.read(s).named.names
            if m.item.category in {"body", "state"}
        ]

    def _degrees(self, side: SideWords) -> list[PlacedDegree]:
        found = [
            [
                m
                for m in self.weighed(s)
                if (m.item.scale.aspect != "strength" or not brackets.stands_open(s.text, m.start))
                and (not m.item.scale.embedded or self._is_embedded(s, m.start))
            ]
            for s in side.sentences
        ]
        return placed.placed(side, found)

    def _is_embedded(self, sentence: Sentence, at: int) -> bool:
        """Whether a place stands in a clause inside another: behind what opens one, with no mark between."""
        openers = [m.end for m in self.read(sentence).spans("embeds") if m.end <= at]
        if not openers:
            return False
        between = sentence.text[max(openers) : at]
        return all(c.isalnum() or c.isspace() or c in _WITHIN for c in between)

    def _acts(self, side: SideWords) -> list[SideAct]:
        found: list[SideAct] = []
        for offset, sentence in zip(side.offsets, side.sentences, strict=True):
            for act in self.read(sentence).known_acts:
                if brackets.stands_open(sentence.text, act.span.start):
                    continue
                rung = self.rules.ladder.rung(act.act.id)
                strength = rung.strength if rung else None
                found.append(
                    SideAct(act, act.first + offset, act.last + offset, strength, rung.id if rung else "")
                )
        return sorted(found, key=lambda a: (a.act.act.order, a.first))


def covered(found: Iterable[PlacedDegree]) -> frozenset[int]:
    """The words of some degrees."""
    return frozenset(at for p in found for at in range(p.first, p.last))
