"""What the passes take from a language: spellings that count as one, and function words."""

from __future__ import annotations

from functools import partial

from p5diff.align.units.vocabulary import SymbolTable
from p5diff.align.units.wordtext import Reader
from p5diff.language import Language
from p5diff.text.fold import fold


def reader_for(language: Language, *, keep: bool = False) -> Reader:
    """A reader that knows the language.

    With `keep`, the tokens of each text stay at hand for comparing its words.
    """
    table = SymbolTable(partial(fold, language=language), language.COMMON_WORDS, language.CLITICS)
    return Reader(table, keep=keep)
