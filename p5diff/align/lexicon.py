"""What the passes take from a language: spellings that count as one, and function words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from p5diff.language import LANGUAGES


class Lexicon(TypedDict):
    """Arguments of `engine.run`."""

    variants: Mapping[str, str]
    common: frozenset[str]


def lexicon(language: str) -> Lexicon:
    """What is known of the language; nothing for one that p5diff does not know."""
    if language not in LANGUAGES:
        return Lexicon(variants={}, common=frozenset())
    known = LANGUAGES[language]
    return Lexicon(variants=known.VARIANTS, common=known.COMMON_WORDS)
