"""What the passes take from a language: spellings that count as one, and function words."""

from __future__ import annotations

from p5diff.align.units.vocabulary import Vocabulary
from p5diff.align.units.wordtext import Reader
from p5diff.language import Language


def reader_for(language: Language, *, keep: bool = False) -> Reader:
    """A reader that knows the language.

    With `keep`, the tokens of each text stay at hand for comparing its words.
    """
    return Reader(Vocabulary(language.VARIANTS, language.COMMON_WORDS), keep=keep)
