"""What the grammar of a sentence shows where no verb of it is known: tense, mood, voice, construction.

A verb that no list holds still says by its ending and its place that something will be done, was done, is
asked for or is so. Each language gives its *constructions*, in the order in which they are tried: the name of
a construction and a pattern of it. What a construction makes of a sentence is no matter of language
(`p5diff.meaning.sentence.grammar`).

Constructions (names are the same in every language):

`unsettled`  a party has not decided yet, whatever the verb ("have yet to agree", «пока не решили»)
`pending`    work goes on, a question stays open ("is still being drafted", "reste à trancher")
`plea`       somebody is asked to do something ("we entreat the authorities to reopen")
`accord`     those who speak bind themselves ("both sides settled on scrapping", "условились разобрать")
`duty`       a party is bound, in the words of a treaty ("一方……须……")
`order`      a numbered paragraph opens with its verb and disposes of something ("санкционирует размещение")
`future`     something will be done ("will be relaid", «будет развёрнут», "entrará")
`past`       something was done ("were taught", «прокачано», "été capturés", "去年……")
`norm`       something ought to be, or may not ("nobody should", 不该)
`ours`       those who speak say what they feel or hold ("our sympathy goes to", «скорбим»)
`statement`  a whole sentence that only says how things are: the last one, of a sentence that nothing else shows
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

NAMES = (
    "unsettled",
    "pending",
    "plea",
    "accord",
    "duty",
    "order",
    "future",
    "past",
    "norm",
    "ours",
    "statement",
)
"""The constructions that a language may give."""


class Construction(NamedTuple):
    """A construction and how it is seen. `pattern` is searched in the sentence in small letters; `anywhere`:
    it may stand in a subordinate clause too (it sees to that by itself)."""

    name: str
    pattern: re.Pattern[str]
    anywhere: bool = False


Written = tuple[str, str] | tuple[str, str, bool]
"""A construction in text form: its name, its pattern, and True where it may stand anywhere."""


class Grammar:
    """The constructions of a language, first one first, and the words that open a subordinate clause (a
    pattern): what stands behind one, up to the next comma, says nothing of the sentence. `nominal`: what, right
    before a word that ends like a verb, makes a noun of it ("угольный котёл"). Its patterns are compiled when
    they are first asked for: a command needs one language, and compiling those of all takes longer than its
    work on two short texts."""

    def __init__(self, *written: Written, subordinates: str = "", nominal: str = "") -> None:
        self._written, self._subordinates, self._nominal = written, subordinates, nominal

    @cached_property
    def constructions(self) -> Sequence[Construction]:
        """In the order in which they are tried."""
        return tuple(Construction(w[0], re.compile(w[1]), len(w) > 2) for w in self._written)

    @cached_property
    def subordinates(self) -> re.Pattern[str] | None:
        """The words that open a subordinate clause."""
        return re.compile(self._subordinates) if self._subordinates else None

    @cached_property
    def nominal(self) -> re.Pattern[str] | None:
        """What makes a noun of the word behind it; ends where that begins."""
        return re.compile(rf"(?:{self._nominal})\Z") if self._nominal else None


NONE = Grammar()
"""Of a language of which nothing is known."""
_TRIED = 20
"""Places of one construction that are looked at: more verbs than that stand in no sentence, and each is asked
for the words before it."""
_LONG = 1_000
"""Characters of a sentence from which its words are measured: in a shorter one no pattern can take long."""
_NO_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{200}")
"""Letters in a row that no language has as a word (Chinese has no spaces): a pattern of several words would be
tried on it from each of its letters."""
_VERBAL = frozenset({"past", "future"})
"""Constructions that the ending of one word may show: a noun may end so too."""
_BEFORE = 40
"""Characters before such a word that are looked at: no single word is longer."""
_VERB = "v"
"""Group of a pattern that is the construction, where words before it are part of the pattern."""
_ASIDE = 3
"""The comma before the two that set words apart, counted from the last one."""
_PARTED = re.compile(r"[,;:،؛，；：]")


class Shown(NamedTuple):
    """A construction in a sentence, and where: half-open, in code points."""

    name: str
    start: int
    end: int


def find(text: str, grammar: Grammar) -> Shown | None:
    """The first construction that the sentence shows.

    >>> from p5diff.language import en
    >>> find("The dyke will be raised by two metres.", en.GRAMMAR)
    Shown(name='future', start=9, end=23)
    """
    return next(every(text, grammar), None)


def every(text: str, grammar: Grammar, wanted: Container[str] = NAMES) -> Iterator[Shown]:
    """Each construction of those `wanted` that the sentence shows, once, the first one first; none of a text
    with a word that is none."""
    if len(text) > _LONG and _NO_WORD.search(text) is not None:
        return
    small = text.lower()
    if len(small) != len(text):  # a letter of two small ones ("İ") would move all places behind it
        small = text
    openers: _Openers | None = None
    for name, pattern, anywhere in grammar.constructions:
        if name not in wanted:
            continue
        for match in islice(pattern.finditer(small), _TRIED):
            span = match.span(_VERB) if _VERB in pattern.groupindex and match[_VERB] else match.span()
            if name in _VERBAL and grammar.nominal:
                before = small[max(0, span[0] - _BEFORE) : span[0]]
                if grammar.nominal.search(before):
                    continue
            if not anywhere:
                openers = openers or _Openers.of(small, grammar)
                if openers.open_before(span[0]):
                    continue
            yield Shown(name, *span)
            break


class _Openers(NamedTuple):
    """Where commas and the like end in a sentence, and where words end that open a subordinate clause: a comma
    may belong to them ("告知会议，")."""

    parted: Sequence[int]
    opened: Sequence[int]

    @classmethod
    def of(cls, text: str, grammar: Grammar) -> _Openers:
        opened = [m.end() for m in grammar.subordinates.finditer(text)] if grammar.subordinates else []
        return cls([m.end() for m in _PARTED.finditer(text)] if opened else [], opened)

    def open_before(self, at: int) -> bool:
        """Whether a subordinate clause opens before this place and goes on to it: no comma lies between."""
        opener = bisect_right(self.opened, at)
        if not opener:
            return False
        before = bisect_right(self.parted, at)
        if (
            before > 1
            and self.parted[before - 1] + 1 >= at
            and self.opened[opener - 1] < self.parted[before - 2]
        ):
            # "that the wall, built in haste, will not hold": what stands between the commas is over, its clause is not
            return before < _ASIDE or self.opened[opener - 1] >= self.parted[before - _ASIDE]
        return self.opened[opener - 1] >= (self.parted[before - 1] if before else 0)
