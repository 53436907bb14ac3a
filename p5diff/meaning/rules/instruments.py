"""Instruments, bodies and States as the rule files name them, with every alias."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from p5diff.language import Language
from p5diff.meaning.pattern.compiler import PatternError, compile_pattern
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys

ASIDE = "aside"
"""Category of what holds a name and is another thing: Northern Ireland, the Sea of Japan."""
CATEGORIES = ("instrument", "body", "state", ASIDE)
_KEYS = frozenset({"category", "name", "aliases"})


class InstrumentName(NamedTuple):
    """One entry: its category, its canonical name and its aliases per language, as written."""

    category: str
    name: str
    aliases: Mapping[str, tuple[str, ...]]
    source: RuleFile


def read_names(source: RuleFile, data: Mapping[str, Any], problems: Problems) -> list[InstrumentName]:
    """The entries of one file. Mistakes are noted in `problems`."""
    found: list[InstrumentName] = []
    for table in data.get("entry", []):
        name, category = str(table.get("name", "")), table.get("category")
        place = ("[[entry]]", f'"{name}"')
        for key in unknown_keys(table, _KEYS):
            problems.add(source, place, f"entry {name!r}: unknown key {key!r}", f"use {sorted(_KEYS)}")
        if not name or category not in CATEGORIES:
            remedy = f"use {', '.join(CATEGORIES)}"
            problems.add(source, place, f"entry {name!r}: unknown category {category!r}", remedy)
            continue
        aliases = {k: strings(v) for k, v in table.get("aliases", {}).items()}
        found.append(InstrumentName(category, name, aliases, source))
    return found


def compile_names(
    names: list[InstrumentName], language: Language, problems: Problems
) -> list[tuple[Pattern, InstrumentName]]:
    """The aliases of one language as patterns. Mistakes are noted in `problems`."""
    compiled: list[tuple[Pattern, InstrumentName]] = []
    for entry in names:
        for alias in entry.aliases.get(language.CODE, ()):
            try:
                compiled.append((compile_pattern(alias, language), entry))
            except PatternError as error:
                line = entry.source.line(f'"{entry.name}"', alias)
                problems.add(entry.source, line, str(error), error.remedy)
    return compiled
