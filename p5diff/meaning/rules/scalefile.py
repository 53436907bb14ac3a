"""Scales: words that differ in degree alone, as the rule files name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from p5diff.language import Language
from p5diff.meaning.pattern.compiler import PatternError, compile_pattern
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.words import unaccented
from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys
from p5diff.model.comparison import ASPECTS

_SCALE_KEYS = frozenset(
    {
        "id",
        "aspect",
        "absent",
        "between",
        "chain",
        "clause",
        "number",
        "short",
        "differ",
        "embedded",
        "source",
        "degree",
    }
)
_DEGREE_KEYS = frozenset({"id", "value", "alone"})


class Scale(NamedTuple):
    """What its degrees are compared for. See `data/commitment/scales.toml` for what each key means."""

    id: str
    aspect: str
    absent: int | None
    chain: bool
    between: bool
    number: bool
    short: bool
    clause: bool
    embedded: bool
    differ: bool
    source: RuleFile


class Degree(NamedTuple):
    """Words of one degree of a scale; without a value, words that only look like one."""

    scale: Scale
    id: str
    value: int | None
    words: Mapping[str, tuple[str, ...]]
    alone: bool = True


def read_scales(
    source: RuleFile, data: Mapping[str, Any], problems: Problems, languages: Sequence[str]
) -> list[Degree]:
    """The degrees of every scale of one file. Mistakes are noted in `problems`."""
    return [d for table in data.get("scale", []) for d in _scale(source, table, problems, languages)]


def _scale(
    source: RuleFile, table: Mapping[str, Any], problems: Problems, languages: Sequence[str]
) -> list[Degree]:
    name = str(table.get("id", ""))
    place = ("[[scale]]", f'"{name}"')
    for key in unknown_keys(table, _SCALE_KEYS):
        problems.add(source, place, f"scale {name!r}: unknown key {key!r}", f"use {sorted(_SCALE_KEYS)}")
    aspect = str(table.get("aspect", ""))
    if not name or aspect not in ASPECTS:
        remedy = f"use {', '.join(ASPECTS)}"
        problems.add(source, place, f"scale {name!r}: unknown aspect {aspect!r}", remedy)
        return []
    absent = table.get("absent")
    scale = Scale(
        id=name,
        aspect=aspect,
        absent=absent if isinstance(absent, int) else None,
        chain=table.get("chain") is True,
        between=table.get("between") is True,
        number=table.get("number") is True,
        short=table.get("short") is True,
        clause=table.get("clause") is True,
        embedded=table.get("embedded") is True,
        differ=table.get("differ") == "changed",
        source=source,
    )
    return [_degree(scale, row, place, problems, languages) for row in table.get("degree", [])]


def _degree(
    scale: Scale,
    row: Mapping[str, Any],
    place: tuple[str, ...],
    problems: Problems,
    languages: Sequence[str],
) -> Degree:
    name = str(row.get("id", ""))
    for key in unknown_keys(row, _DEGREE_KEYS | set(languages)):
        problems.add(
            scale.source,
            (*place, f'"{name}"'),
            f"degree {name!r}: unknown key {key!r}",
            f"use {', '.join([*sorted(_DEGREE_KEYS), *languages])}",
        )
    value = row.get("value")
    words = {language: strings(row.get(language, ())) for language in languages}
    return Degree(
        scale, name, value if isinstance(value, int) else None, words, row.get("alone") is not False
    )


def compile_scales(
    degrees: Sequence[Degree], language: Language, problems: Problems
) -> list[tuple[Pattern, Degree]]:
    """The words of one language as patterns. Mistakes are noted in `problems`."""
    compiled: list[tuple[Pattern, Degree]] = []
    for degree in degrees:
        for written in degree.words.get(language.CODE, ()):
            try:
                compiled.append((compile_pattern(unaccented(written), language), degree))
            except PatternError as error:
                source = degree.scale.source
                line = source.line(f'"{degree.scale.id}"', f'"{degree.id}"', written)
                problems.add(source, line, str(error), error.remedy)
    return compiled
