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

from collections.abc import Sequence

from p5diff.language import Language
from p5diff.model.alignment import Op, WordEdit
from p5diff.text.tokens import key, printed_tokens

_COMMA = frozenset(",;،؛，；、")
"""After one of these an adjunct or another clause begins."""


def another_matter(
    edits: Sequence[WordEdit], language: Language, *, act: frozenset[str] = frozenset()
) -> bool:
    """Whether these edits put another thing in the place of the one that a sentence was about. `act` are
    the words that show what the later sentence does: where what came in opens with one, the act changed."""
    kept: list[str] = []
    gone: list[str] = []
    come: list[str] = []
    for edit in edits:
        words = [key(token) for token in printed_tokens(edit.text)]
        if edit.op is Op.KEEP:
            if _exchanged(kept, gone, come, words, language, act):
                return True
            kept, gone, come = words, [], []
        elif not edit.editorial:
            (gone if edit.op is Op.DELETE else come).extend(words)
    return _exchanged(kept, gone, come, [], language, act)


def _exchanged(
    before: Sequence[str],
    gone: Sequence[str],
    come: Sequence[str],
    after: Sequence[str],
    language: Language,
    act: frozenset[str],
) -> bool:
    """Whether the head of a phrase was exchanged that is no adjunct."""
    if not gone or not come or come[0] in act:
        return False
    if after and not _is_aside(after[0], language):
        return False
    if before and before[-1] in _COMMA:
        return False
    for word in reversed(before):
        if word in language.ADJUNCTS:
            return False
        if word not in language.COMMON_WORDS and word not in language.ARTICLES:
            break
    return _is_matter(gone, language) and _is_matter(come, language)


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
