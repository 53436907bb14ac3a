"""Instruments, bodies and States in a text: found by any of their names, told by one."""

from __future__ import annotations

from p5diff.classify.instruments import Name
from p5diff.classify.matcher import Match, outermost
from p5diff.classify.rules import Rules
from p5diff.classify.words import scan


def find(text: str, rules: Rules, language: str) -> list[Match[Name]]:
    """Every instrument, body and State named in the text; a name inside a longer one is not."""

    def make() -> list[Match[Name]]:
        return outermost(rules.name_matcher(language).find(scan(text, language)))

    return rules.remembered("names", language, text, make)


def names(text: str, rules: Rules, language: str) -> tuple[str, ...]:
    """Canonical names of the instruments in the text, each once, in order."""
    found = (m.item.name for m in find(text, rules, language) if m.item.category == "instrument")
    return tuple(dict.fromkeys(found))
