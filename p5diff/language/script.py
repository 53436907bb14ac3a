"""Characters by what they are for, in every language: each class of them defined once.

The classes are written as the inside of a regular expression's brackets, so that others can be
built from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Chinese characters, with radicals, 〇 and 々; no kana, no punctuation."""

SCRIPTS: Mapping[str, tuple[str, float]] = {
    "Han": (HAN, 3.0),
    "Arabic": ("\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc", 1.0),
    "Cyrillic": ("\u0400-\u052f", 1.0),
    "Latin": ("A-Za-z\u00c0-\u024f", 1.0),
    "Greek": ("\u0370-\u03ff\u1f00-\u1fff", 1.0),
    "Hebrew": ("\u05d0-\u05ea", 1.0),
    "Armenian": ("\u0531-\u058f", 1.0),
    "Georgian": ("\u10a0-\u10ff", 1.0),
    "Devanagari": ("\u0900-\u097f", 1.0),
    "Bengali": ("\u0980-\u09ff", 1.0),
    "Thai": ("\u0e01-\u0e4e", 1.0),
    "Hangul": ("\uac00-\ud7a3", 2.0),
    "Kana": ("\u3041-\u30ff", 2.0),
}
"""Letters of each script, and what one of them weighs beside a Latin letter: a Chinese character
says as much as three."""

ALPHABETS: Mapping[str, str] = {
    "Latin": "abcdefghijklmnopqrstuvwxyz",
    "Russian": "абвгдежзиклмнопрстуфхцчшщэюя",
    "Arabic": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "abjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "stems": "甲乙丙丁戊己庚辛壬癸",
}
"""The letters that items and notes are counted with, in their order."""

HYPHENS = "-\u2010\u2011\u00ad"
"""Hyphens within words or at line ends: hyphen-minus, hyphen, non-breaking and soft hyphen."""

BRACKETS: Mapping[str, str] = {
    "(": ")", "（": "）", "[": "]", "［": "］", "{": "}", "【": "】", "〔": "〕",
}  # fmt: skip
"""Opening → closing bracket."""
QUOTES: Mapping[str, str] = {
    "«": "»", "‹": "›", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉",
}  # fmt: skip
"""Opening → closing quotation mark, where the two differ."""

WIDE_ENDS = "。！？｡"
"""Full-width marks that end a sentence wherever they stand."""
NARROW_ENDS = ".?!…؟۔．"
"""Marks that end a sentence where a space and a beginning follow."""
SENTENCE_ENDS = NARROW_ENDS + WIDE_ENDS
CLOSERS = "\"'”’»›)]}）」』】〉》〕"
"""What may close after the mark that ends a sentence."""

_HAN = re.compile(f"[{HAN}]")


def is_han(char: str) -> bool:
    """Whether the character is a Chinese one (not kana, not punctuation)."""
    return char >= "\u2e80" and _HAN.match(char) is not None
