"""What the two sides of a pair have in common: the ground that any verdict stands on.

Words are compared by their stems, so that "financerons" and "financera", "обязательства" and
"обязательств" are the same word; in Chinese by pairs of neighbouring characters. Function words
say nothing of what a sentence is about and do not count.

Worked example. "Nous financerons un registre" and "On finança le registre" share "financ-" and
"registre"; "nous", "un", "on" and "le" are not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from p5diff.language import Language
from p5diff.meaning.pattern.words import WordForm, scan
from p5diff.memo import SHORT, memo
from p5diff.model.alignment import Op, Pair, PairKind, make_edit

RECAST = 0.25
"""Share of content words below which two sides do not share their wording at all [0, 1]. On 72
verdicts that were read by hand, nearly all false ones stood below it."""
ANOTHER_ACT = 0.4
"""The same where one side promises and the other asks [0, 1]: "Decides that … by States that have signed",
"Calls upon all States … to sign" share the names of those concerned and nothing that is done."""
CONTAINED = 0.5
"""A side whose words are at least this share in the other was taken up in it, however much longer
the other is [0, 1]."""
_ENOUGH = 4
"""Sides of fewer content words than this say too little for a share to mean anything."""

_BARE = 3
"""Letters that must stay of a word without its ending, or without what is written onto it: "мир" of "мира",
but "для" is no form of "дл", and the first letter of "بدء" is its own."""


@lru_cache(maxsize=65536)
def _stem(key: str, language: Language) -> str:
    if key.isascii() and len(key) > 3:
        key = key.removesuffix("s")
        if key.endswith(("ie", "y")):  # "party", "parties"
            key = key.removesuffix("e").removesuffix("y").removesuffix("i") + "i"
    ending = max((e for e in language.ENDINGS if key.endswith(e)), key=len, default="")
    if len(key) - len(ending) >= _BARE:
        key = key.removesuffix(ending)
    return key[: language.STEM]


def stem(form: WordForm, language: Language) -> str:
    """What stands for a word and its inflected forms."""
    keys = form.keys
    key = min((k for k in keys if len(k) >= _BARE), key=len, default=keys[0])
    return _stem(key[:SHORT], language)  # a stem has a few letters


def is_content(form: WordForm, language: Language) -> bool:
    """Whether a word says what a sentence is about."""
    key = form.keys[0]
    if form.breaks or not key[0].isalnum():
        return False
    if form.common or key in language.PARTICLES:
        return False
    return len(key) > 2 or not key.isascii() or key[0].isdigit()


@memo(8192)
def content(text: str, language: Language) -> tuple[str, ...]:
    """The content words of a text as stems, in order; in Chinese pairs of characters."""
    forms = scan(text, language).forms
    if language.SEPARATOR:
        return tuple(stem(f, language) for f in forms if is_content(f, language))
    keys = [f.keys[0] for f in forms]
    return tuple(a + b for a, b in pairwise(keys) if a.isalnum() and b.isalnum())


def shared(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words the two have in common, each as often as both have it."""
    return (Counter(before) & Counter(after)).total()


def likeness(before: Sequence[str], after: Sequence[str]) -> float:
    """Share of the words of both that they have in common [0, 1] (coefficient of Dice, 1945); 0 where neither
    has any."""
    return 2 * shared(before, after) / max(1, len(before) + len(after))


def is_recast(before: str, after: str, language: Language, *, another_act: bool = False) -> bool:
    """Whether two texts of one language share too little wording to be one text reworded; more is asked of
    two that do `another_act`."""
    one, two = content(before, language), content(after, language)
    shorter = min(len(one), len(two))
    if shorter < _ENOUGH:
        return shorter > 0 and max(len(one), len(two)) >= _ENOUGH and not shared(one, two)
    common, every = shared(one, two), len(one) + len(two)
    if another_act and 2 * common < ANOTHER_ACT * every:
        return True
    return 2 * common < RECAST * every and common < CONTAINED * shorter


def settle(pair: Pair, language: Language, *, another_act: bool = False) -> Pair:
    """The pair, as `recast` with two whole texts where it was called reworded without ground; `another_act`
    says that one side promises what it does and the other asks others for it."""
    if pair.kind is not PairKind.REWORDED:
        return pair
    before, after = pair.before_text(language.CODE), pair.after_text(language.CODE)
    if not is_recast(before, after, language, another_act=another_act):
        return pair
    edits = (
        make_edit(Op.DELETE, before, 0, len(before), 0, 0),
        make_edit(Op.INSERT, after, len(before), len(before), 0, len(after)),
    )
    return replace(pair, kind=PairKind.RECAST, edits=edits)
