"""Whether two wordings do the same to two different things.

    "… proposals on [broadband access]{tariff quotas}."            another matter
    "… proposals on broadband access [with the regions]{in full}." the same, done in another way
    "… proposals on broadband access [by the end of next year]."   the same
    "… [early]{prompt} progress on broadband access."              the same

What a sentence is about is a phrase with a head. Where words are exchanged up to the end of a phrase, the
head goes with them; where what is exchanged opens as an adjunct does (when, how, by what means), the matter
stays. Shares of common words cannot tell the two: a long act with a short object shares nearly everything
with the same act on another object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.model.alignment import Op, WordEdit
from p5diff.threads.likeness import compared_words

_COMMA = frozenset(",;،؛，；、")
"""After one of these an adjunct or another clause begins."""


class _Exchange(NamedTuple):
    """What stands in the place of what, as compared, between what is kept."""

    before: Sequence[str]
    gone: Sequence[str]
    come: Sequence[str]
    after: Sequence[str]


Phrase = tuple[str, ...]
"""Words as compared, one after the other."""


def another_matter(
    edits: Sequence[WordEdit],
    language: Language,
    *,
    act: frozenset[str] = frozenset(),
    heard: Heard | None = None,
) -> bool:
    """Whether these edits put another thing in the place of the one that a sentence was about. `act` are
    the words that show what the later sentence does: where what came in opens with one, the act changed.
    What was `heard` may tell more than the words alone."""
    return any(_exchanged(one, language, act, heard) for one in _exchanges(edits)) or (
        heard is not None and _in_a_frame(edits, language, act, heard)
    )


class Heard:
    """What texts have said side by side: evidence, in any language, of what is a thing of its own."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def learn(self, sentences: Iterable[str]) -> None:
        """Take in the sentences of one text."""
        words = (" ".join(compared_words(text)) for text in sentences)
        self._texts.append(f"{_START}{_START.join(words)} ")

    def together(self, one: Phrase, other: Phrase) -> bool:
        """Whether one text holds both phrases: a word before a head ("port inspectors", "mine inspectors")
        tells two things apart where both have been named side by side."""
        first, second = (f" {' '.join(phrase)} " for phrase in (one, other))
        return any(first in text and second in text for text in self._texts)

    def opens_several(self, beginning: Phrase) -> bool:
        """Whether two sentences of one text begin so and then part: nobody says the same twice in one text,
        so what follows tells the two apart ("… the results obtained with the trains", "… with the lamps")."""
        opening = f"{_START}{' '.join(beginning)} "
        for text in self._texts:
            parts = text.split(opening)[1:]
            if len({part.split(" ", 1)[0] for part in parts}) > 1:
                return True
        return False


_START = " | "
"""Stands before each sentence. No word is like it: a token holds no space."""
_FRAME = 0.5
"""How much of the shorter sentence, by its words, must stand before what was exchanged: below, many
sentences begin so that have nothing else in common ("The Committee expects")."""


def _in_a_frame(edits: Sequence[WordEdit], language: Language, act: frozenset[str], heard: Heard) -> bool:
    """Whether what was exchanged first is all that tells sentences of one text apart."""
    first = next(iter(_exchanges(edits)), None)
    if first is None or not first.gone or not first.come or first.come[0] in act:
        return False
    if edits[0].op is not Op.KEEP or len(first.before) < _FRAME * (
        len(first.before) + max(len(first.gone), len(first.come))
    ):
        return False
    if first.come[0] in _COMMA or first.gone[0] in _COMMA:
        return False
    beginning = tuple(first.before)
    if heard.opens_several(beginning):
        return True
    return bool(beginning) and beginning[-1] in language.ARTICLES and heard.opens_several(beginning[:-1])


def shared_beginning(edits: Sequence[WordEdit], language: Language) -> str:
    """What two wordings share up to where only the way differs in which something is done (when, how, by
    what means); empty where they differ otherwise first, or not at all."""
    first = next(iter(_exchanges(edits)), None)
    if first is None or not first.before:
        return ""
    if not _opens_adjunct(first.before, language):
        for words in (first.gone, first.come):
            if words and words[0] not in _COMMA and _is_matter(words, language):
                return ""
    return next(edit.text for edit in edits if edit.op is Op.KEEP)


def _exchanges(edits: Sequence[WordEdit]) -> Iterator[_Exchange]:
    kept: Sequence[str] = ()
    gone: list[str] = []
    come: list[str] = []
    for edit in edits:
        words = compared_words(edit.text)
        if edit.op is Op.KEEP:
            if gone or come:
                yield _Exchange(kept, gone, come, words)
            kept, gone, come = words, [], []
        elif not edit.editorial:
            (gone if edit.op is Op.DELETE else come).extend(words)
    if gone or come:
        yield _Exchange(kept, gone, come, ())


def _exchanged(
    one: _Exchange,
    language: Language,
    act: frozenset[str],
    heard: Heard | None,
) -> bool:
    """Whether the head of a phrase was exchanged that is no adjunct, or what tells its head from others."""
    if not one.gone or not one.come or one.come[0] in act:
        return False
    if _opens_adjunct(one.before, language):
        return False
    if not _is_matter(one.gone, language) or not _is_matter(one.come, language):
        return False
    if not one.after or _is_aside(one.after[0], language):
        return True
    if heard is None:
        return False
    head = tuple(one.after[: 2 if is_han(one.after[0]) else 1])
    return heard.together(_bare(one.gone, language) + head, _bare(one.come, language) + head)


def _bare(words: Sequence[str], language: Language) -> Phrase:
    """Without the articles that it opens with."""
    start = next((at for at, word in enumerate(words) if word not in language.ARTICLES), 0)
    return tuple(words[start:])


def _opens_adjunct(before: Sequence[str], language: Language) -> bool:
    """Whether what follows these words tells when, how or by what means."""
    if before and (before[-1] in _COMMA or (is_han(before[-1]) and before[-2:-1] and before[-2] in _COMMA)):
        return True
    for word in reversed(before):
        if word in language.ADJUNCTS:
            return True
        if word not in language.COMMON_WORDS and word not in language.ARTICLES:
            return False
    return False


def _is_matter(words: Sequence[str], language: Language) -> bool:
    """Whether these words open with what is no adjunct, and hold more than figures and small words."""
    first = next((word for word in words if word not in language.ARTICLES), "")
    if _is_aside(first, language):
        return False
    return any(word.isalpha() and word not in language.COMMON_WORDS for word in words)


def _is_aside(word: str, language: Language) -> bool:
    """Whether this word is a mark, a small word, or opens an adjunct: a phrase ends before it, and no head of
    one opens with it."""
    if not word[:1].isalnum() or word in language.COMMON_WORDS or word in language.ADJUNCTS:
        return True
    return bool(language.ADJUNCT_PREFIX) and word.startswith(language.ADJUNCT_PREFIX)
