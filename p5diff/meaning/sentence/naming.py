"""Instruments, bodies and States in a text: found by any of their names, told by one."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import reading


def find(text: str, rules: Rules, language: Language) -> Sequence[Match[InstrumentName]]:
    """Every instrument, body and State named in the text; a name inside a longer one is not."""
    return reading.named(text, rules, language).names


def names(text: str, rules: Rules, language: Language) -> tuple[str, ...]:
    """Canonical names of the instruments in the text, each once, in order."""
    found = (m.item.name for m in find(text, rules, language) if m.item.category == "instrument")
    return tuple(dict.fromkeys(found))
