"""Which words of one side of a pair stand for which of the other, and what stands in between.

Words correspond where their stems do (see `basis`); what corresponds keeps its order. Around words
that changed, the nearest words that correspond tell whether the same thing was said of the same
thing: that is the ground of every verdict.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import is_content, likeness, stem
from p5diff.meaning.pair.runs import runs
from p5diff.meaning.pattern.words import WordForm, scan
from p5diff.model.alignment import Span
from p5diff.model.comparison import Evidence, Side
from p5diff.model.statement import Sentence

_CLAUSE_MARKS = frozenset({"，", "、"})
"""Chinese sets clauses apart with a comma where other languages write a full stop or a conjunction."""


class SideWord(NamedTuple):
    """One word of a side: its stem, whether it says what the side is about, its clause and place, and
    whether it is a figure, in digits or in words."""

    stem: str
    key: str
    content: bool
    clause: int
    sentence: int
    start: int
    end: int
    figure: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether it is a comma or another mark, and no word."""
        return not self.key[0].isalnum()


class SideWords(NamedTuple):
    """The words of one side of a pair, sentence after sentence."""

    side: Side
    sentences: Sequence[Sentence]
    words: Sequence[SideWord]
    offsets: Sequence[int]
    """Number of the first word of each sentence."""

    def quoted(self, first: int, last: int) -> Evidence:
        """The words from `first` up to `last` of one sentence, quoted."""
        start, end = self.words[first], self.words[last - 1]
        sentence = self.sentences[start.sentence]
        stop = end.end if end.sentence == start.sentence else len(sentence.text)
        return Evidence(
            side=self.side,
            sentence=sentence.id,
            span=Span(start.start, stop),
            text=sentence.text[start.start : stop],
        )

    def clause(self, at: int) -> list[str]:
        """The content stems of the clause that a word stands in."""
        number = self.words[at].clause
        return [w.stem for w in self.words if w.clause == number and w.content]


def side_words(side: Side, sentences: Sequence[Sentence], language: Language) -> SideWords:
    """The words of one side."""
    words: list[SideWord] = []
    offsets: list[int] = []
    clause = 0
    for number, sentence in enumerate(sentences):
        offsets.append(len(words))
        scanned = scan(sentence.text, language)
        for form, start in zip(scanned.forms, scanned.starts, strict=True):
            read = _word(form, language)
            clause += read.parts
            place = clause, number, start, start + form.letters
            words.append(SideWord(read.stem, read.key, read.content, *place, read.figure))
        clause += 1
    return SideWords(side, sentences, words, offsets)


class _WordRead(NamedTuple):
    """What a form is wherever it stands; `parts`: a clause ends at it."""

    stem: str
    key: str
    content: bool
    figure: bool
    parts: bool


@lru_cache(maxsize=65536)
def _word(form: WordForm, language: Language) -> _WordRead:
    key = form.keys[0]
    return _WordRead(
        stem(form, language),
        key,
        is_content(form, language),
        _is_figure(form.keys, language),
        form.breaks or key in _CLAUSE_MARKS,
    )


def _is_figure(keys: tuple[str, ...], language: Language) -> bool:
    if keys[0][0].isdigit():
        return True
    known = _figure_words(language)
    return any(key == _HALF or key in known for key in keys)


@cache
def _figure_words(language: Language) -> frozenset[str]:
    """The words for figures as they are folded for patterns: "خمسة" is خمسه there."""
    measures = language.MEASURES
    words = (*measures.numerals, *measures.multipliers, *measures.parts)
    forms = (form for word in words for form in scan(word, language).forms[:1])
    return frozenset((*words, *(key for form in forms for key in form.keys)))


_HALF = "半"
"""Half, in Chinese: a figure before what it counts."""


class Correspondence:
    """Two sides with the words that correspond: `forward[i] == j`."""

    def __init__(self, before: SideWords, after: SideWords, chinese: bool) -> None:
        self.before, self.after = before, after
        self.chinese = chinese
        ours = [w.stem for w in before.words]
        theirs = [w.stem for w in after.words]
        # The longest run in common is looked for in a fixed one of the two orders, so that
        # exchanging the sides exchanges the links and changes nothing else.
        turned = (len(ours), ours) > (len(theirs), theirs)
        one, two = (theirs, ours) if turned else (ours, theirs)
        kept = [run for run in runs(one, two) if run.size > 1 or not chinese]
        links = [(run.before + n, run.after + n) for run in kept for n in range(run.size)]
        self.forward: dict[int, int] = {j: i for i, j in links} if turned else dict(links)
        self.backward = {j: i for i, j in self.forward.items()}
        self.apart: dict[Side, set[int]] = {Side.BEFORE: set(), Side.AFTER: set()}
        """The words of each side that are compared by themselves."""

    def free(self, before: Iterable[int], after: Iterable[int]) -> None:
        """Let go of words that are compared by themselves: what they have in common ("to" in "is
        required to" and "is free to") is no ground for anything."""
        for i in before:
            self.apart[Side.BEFORE].add(i)
            self.backward.pop(self.forward.pop(i, -1), None)
        for j in after:
            self.apart[Side.AFTER].add(j)
            self.forward.pop(self.backward.pop(j, -1), None)

    def gap(self, side: Side, first: int, last: int) -> Surroundings:
        """What surrounds the words `[first, last)` of one side, and what the other has there."""
        (mine, there), links = self.sides(side), self.links(side)
        left, right = first - 1, last
        while left >= 0 and left not in links:
            left -= 1
        while right < len(mine.words) and right not in links:
            right += 1
        return Surroundings(
            left,
            right,
            links[left] if left >= 0 else -1,
            links[right] if right < len(mine.words) else len(there.words),
        )

    def next_content(self, side: Side, last: int, most: int) -> int | None:
        """The nearest word of content from `last` on that corresponds, in the same clause, past at
        most `most` words of content that do not."""
        words = self.sides(side)[0].words
        return self._nearest(side, words[last - 1].clause, range(last, len(words)), most)

    def previous_content(self, side: Side, first: int, most: int) -> int | None:
        """The same, before `first`."""
        clause = self.sides(side)[0].words[first].clause
        return self._nearest(side, clause, range(first - 1, -1, -1), most)

    def _nearest(self, side: Side, clause: int, path: range, most: int) -> int | None:
        """The first word of content on a path that corresponds; the path ends with the clause, and where more
        than `most` words of content have none."""
        words, links = self.sides(side)[0].words, self.links(side)
        passed = 0
        for at in path:
            word = words[at]
            if word.clause != clause:
                return None
            if word.content and at in links:
                return at
            passed += word.content
            if passed > most:
                return None
        return None

    def same_clause(self, i: int, j: int) -> float:
        """How much of the clauses of two words is the same, of both together [0, 1]."""
        one, two = self.before.clause(i), self.after.clause(j)
        return likeness(one, two)

    def same_sentence(self, side: Side, apart: Collection[int]) -> float:
        """How much of all the words of content is the same, of both sides together [0, 1]; `apart` are words
        of one side that do not count."""
        one, two = self.sides(side)
        mine = [w.stem for at, w in enumerate(one.words) if w.content and at not in apart]
        theirs = [w.stem for w in two.words if w.content]
        return likeness(mine, theirs)

    def sides(self, side: Side) -> tuple[SideWords, SideWords]:
        """The words of a side, then those of the other."""
        return (self.before, self.after) if side is Side.BEFORE else (self.after, self.before)

    def links(self, side: Side) -> Mapping[int, int]:
        """The words of a side that correspond, each with its counterpart on the other."""
        return self.forward if side is Side.BEFORE else self.backward


class Surroundings(NamedTuple):
    """The words around some others that correspond: numbers on this side and on the other."""

    left: int
    right: int
    left_there: int
    right_there: int
