"""What p5diff needs to know of a language, as a Protocol that each module satisfies.

A language is a module of plain data (like `p5diff.language.en`), found in `LANGUAGES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Language(Protocol):
    """One language. Every attribute is a module-level constant of its module."""

    CODE: str
    """BCP 47 primary tag: en zh fr ru es ar."""
    NAME: str
    """English name, for messages."""
    DIRECTION: str
    """`ltr` or `rtl`."""
    SEPARATOR: str
    """What joins two sentences of a paragraph: a space, or nothing in Chinese."""
    TERMINATORS: str
    """Characters that end a sentence."""
    ABBREVIATIONS: frozenset[str]
    """Words after whose full stop a sentence goes on, lower-cased, without the stop."""
    QUOTES: tuple[tuple[str, str], ...]
    """Opening and closing quotation marks, the usual pair first."""
    MONTHS: Mapping[str, int]
    """Month names, lower-cased, all usual forms → 1…12."""
    VARIANTS: Mapping[str, str]
    """Spelling variants, lower-cased → the form used in comparison keys (editorial only)."""
    COMMON_WORDS: frozenset[str]
    """Frequent function words: for language detection and for weighting."""
