"""Find threads: by words, by a place in a statement, by id, by topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.language import Language, get
from p5diff.language.script import is_han
from p5diff.model.series import Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.text.fold import fold
from p5diff.text.tokens import key, printed_tokens

_PLACE = re.compile(r"(?P<statement>[^#\s]+)#(?:p|¶)?(?P<paragraph>\d+)(?:\.(?P<sentence>\d+))?")
_SHORTEST_PREFIX = 4
"""The last word of a phrase also stands for longer forms of it ("moratorium", "moratoriums"), if it has
this many letters: with fewer, "test" would be right and "no" would be "nothing"."""


def find(series: Series, what: str) -> tuple[Thread, ...]:
    """The threads that `what` names: a thread's id, `STATEMENT#PARAGRAPH[.SENTENCE]`, or words.

    Words are found in any wording, whatever their case and print; in the order of the threads.
    """
    exact = series.thread(what)
    if exact is not None:
        return (exact,)
    place = _PLACE.fullmatch(what)
    if place:
        return _at(series, place["statement"], place["paragraph"], place["sentence"] or "")
    wanted = _keys(what)
    return tuple(t for t in series.threads if any(holds(w.text, wanted) for w in t.said())) if wanted else ()


def find_forms(series: Series, what: str) -> tuple[Thread, ...]:
    """The threads that say the words of `what` in other forms: inflected, misspelt by a letter, with small
    words between them. For words that no wording holds as they stand; looser, so the reader must be told.

    "price stabilty" finds "price stability", «мораторием на испытания» finds «моратория на испытания».
    """
    language = get(series.language)
    wanted = _content(what, language)
    if not wanted:
        return ()
    return tuple(
        t
        for t in series.threads
        if any(_says(_content(text, language), wanted) for text in dict.fromkeys(w.text for w in t.said()))
    )


def near(series: Series, what: str) -> tuple[Thread, ...]:
    """The threads that say the words of `what` in other forms alone, beside those that `find` finds; none for
    a place or an id, which names what it names.
    """
    if series.thread(what) is not None or _PLACE.fullmatch(what):
        return ()
    exact = {thread.id for thread in find(series, what)}
    return tuple(thread for thread in find_forms(series, what) if thread.id not in exact)


def _content(text: str, language: Language) -> list[str]:
    """The words that say something, without what is written onto their front."""
    small = language.COMMON_WORDS | language.ARTICLES
    words = [word for word in _keys(text) if word[:1].isalnum() and word not in small]
    return [_bare(fold(word, language=language), language) for word in words]


def _bare(word: str, language: Language) -> str:
    longest = max((c for c in language.CLITICS if word.startswith(c)), key=len, default="")
    return word.removeprefix(longest) if len(word) - len(longest) >= _STEM else word


def _says(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether these words stand one after the other, each in some form."""
    slips = 1 if len(wanted) >= _HAN_PHRASE and is_han(wanted[0][0]) else 0
    for at in range(len(words) - len(wanted) + 1):
        missed = sum(not _alike(one, other) for one, other in zip(wanted, words[at:], strict=False))
        if missed <= slips:
            return True
    return False


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one of them is misspelt."""
    if one == other:
        return True
    if one[:1].isdigit() or other[:1].isdigit():
        return False
    from rapidfuzz.distance import OSA

    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    if shared >= _STEM and max(len(one), len(other)) - shared <= _ENDING:
        return True
    if min(len(one), len(other)) < _MISSPELT:
        return False
    return OSA.distance(one, other) <= (1 if max(len(one), len(other)) < _LONG else 2)


_STEM = 4
"""Letters that forms of a word share at least, and that are left of one without its prefixes."""
_ENDING = 3
"""Letters of the longest endings of inflection, beyond what two forms share."""
_MISSPELT = 5
"""Shorter words are each other's neighbours: "good", "food"."""
_LONG = 9
"""From so many letters on, two wrong ones still leave no doubt which word is meant."""
_HAN_PHRASE = 4
"""Characters of a Chinese phrase from which on one may be another."""


def on_topic(series: Series, topics: Sequence[str]) -> tuple[Thread, ...]:
    """The threads of the body that are about one of the topics."""
    wanted = set(topics)
    return tuple(t for t in series.threads if t.role is Role.BODY and wanted & set(t.topics))


def _keys(text: str) -> list[str]:
    return [key(token) for token in printed_tokens(text)]


def holds(text: str, phrase: Sequence[str]) -> bool:
    """Whether the words of `phrase` (as compared) follow one another in `text`."""
    words = _keys(text)
    head, last = list(phrase[:-1]), phrase[-1]
    begins = len(last) >= _SHORTEST_PREFIX
    return any(
        words[at : at + len(head)] == head
        and (words[at + len(head)] == last or (begins and words[at + len(head)].startswith(last)))
        for at in range(len(words) - len(head))
    )


def _at(series: Series, statement: str, paragraph: str, sentence: str) -> tuple[Thread, ...]:
    """The threads of the sentences at a place. A statement is named by its id or its reference."""
    refs = {meta.ref for meta in series.texts if statement in (meta.id, meta.ref, meta.ref.partition(":")[0])}

    def here(wording: Wording) -> bool:
        names = {f"p{paragraph}.{sentence}"} if sentence else None
        if wording.statement not in refs:
            return False
        if names is not None:
            return bool(names & set(wording.sentences))
        return any(name.startswith(f"p{paragraph}.") for name in wording.sentences)

    return tuple(t for t in series.threads if any(here(w) for w in t.said()))
