"""What the passes take from a language: spellings that count as one, and function words."""

from __future__ import annotations

from p5diff.align.units.vocabulary import Vocabulary
from p5diff.align.units.wordtext import Reader
from p5diff.language import LANGUAGES


def reader_for(language: str, *, keep: bool = False) -> Reader:
    """A reader that knows the language; nothing is known of one that p5diff does not have.

    With `keep`, the tokens of each text stay at hand for comparing its words.
    """
    known = LANGUAGES.get(language)
    vocabulary = Vocabulary(known.VARIANTS, known.COMMON_WORDS) if known else Vocabulary({})
    return Reader(vocabulary, keep=keep)
