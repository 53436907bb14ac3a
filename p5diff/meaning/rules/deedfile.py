"""Deeds: forms of what lies ahead and of what is done, as the rule files name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from p5diff.language import Language
from p5diff.meaning.pattern.compiler import PatternError, compile_pattern
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.words import unaccented
from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys

_KEYS = frozenset({"id", "ahead", "done"})
AHEAD, DONE = "ahead", "done"


class Deed(NamedTuple):
    """One deed, with its forms by language."""

    id: str
    ahead: Mapping[str, tuple[str, ...]]
    done: Mapping[str, tuple[str, ...]]
    source: RuleFile


class DeedForm(NamedTuple):
    """A form of a deed: `ahead` or `done`."""

    deed: Deed
    tense: str


def read_deeds(source: RuleFile, data: Mapping[str, Any], problems: Problems) -> list[Deed]:
    """The deeds of one file. Mistakes are noted in `problems`."""
    found: list[Deed] = []
    for table in data.get("deed", []):
        name = str(table.get("id", ""))
        for key in unknown_keys(table, _KEYS):
            place = ("[[deed]]", f'"{name}"')
            problems.add(source, place, f"deed {name!r}: unknown key {key!r}", f"use {sorted(_KEYS)}")
        forms = [
            {code: strings(words) for code, words in dict(table.get(tense, {})).items()}
            for tense in (AHEAD, DONE)
        ]
        found.append(Deed(name, forms[0], forms[1], source))
    return found


def compile_deeds(
    deeds: Sequence[Deed], language: Language, problems: Problems
) -> list[tuple[Pattern, DeedForm]]:
    """The forms of one language as patterns. Mistakes are noted in `problems`."""
    compiled: list[tuple[Pattern, DeedForm]] = []
    for deed in deeds:
        for tense, words in ((AHEAD, deed.ahead), (DONE, deed.done)):
            for written in words.get(language.CODE, ()):
                try:
                    compiled.append((compile_pattern(unaccented(written), language), DeedForm(deed, tense)))
                except PatternError as error:
                    line = deed.source.line(f'"{deed.id}"', written)
                    problems.add(deed.source, line, str(error), error.remedy)
    return compiled
