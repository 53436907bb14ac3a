"""Acts and ladders: what a sentence can do, and how strong each act is on the ladder in use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys
from p5diff.model.comparison import MarkKind

_ACT_KEYS = frozenset({"id", "kind", "label"})
_RUNG_KEYS = frozenset({"id", "strength", "label", "acts"})
_LADDER_KEYS = frozenset({"name", "title", "source", "verified", "rung", "modality"})
_SPOKEN = ("commitment", "call", "position", "process", "record")


class Act(NamedTuple):
    """Something a sentence can do; `order` is its place in acts.toml (0 comes first)."""

    id: str
    kind: MarkKind
    order: int


class Rung(NamedTuple):
    """One step of a ladder; higher `strength` is stronger."""

    id: str
    label: str
    strength: int


class Ladder(NamedTuple):
    """A named scale. `rungs` maps act to step; `modality` ranks modal verbs within a step."""

    name: str
    title: str
    source: str
    file: str
    rungs: Mapping[str, Rung]
    modality: Mapping[str, int]

    def rung(self, act: str) -> Rung | None:
        """The step of an act; None where the ladder does not rank it."""
        return self.rungs.get(act)


def read_acts(source: RuleFile, data: Mapping[str, Any], problems: Problems) -> dict[str, Act]:
    """The acts, by id, in the order of the file."""
    acts: dict[str, Act] = {}
    for table in data.get("act", []):
        name, kind = str(table.get("id", "")), table.get("kind")
        place = (f'"{name}"',)
        for key in unknown_keys(table, _ACT_KEYS):
            problems.add(source, place, f"act {name!r}: unknown key {key!r}", f"use {sorted(_ACT_KEYS)}")
        if not name or kind not in _SPOKEN:
            problems.add(source, place, f"act {name!r}: unknown kind {kind!r}", f"use {', '.join(_SPOKEN)}")
            continue
        acts[name] = Act(id=name, kind=MarkKind(kind), order=len(acts))
    return acts


def read_ladder(
    source: RuleFile, data: Mapping[str, Any], acts: Mapping[str, Act], problems: Problems
) -> Ladder:
    """The ladder of one file. Mistakes are noted in `problems`."""
    for key in unknown_keys(data, _LADDER_KEYS):
        problems.add(source, source.line(f"\n{key}"), f"unknown key {key!r}", f"use {sorted(_LADDER_KEYS)}")
    for key in ("name", "source"):
        if not isinstance(data.get(key), str) or not data.get(key):
            problems.add(source, 1, f"the ladder has no {key}", f'add {key} = "…": a verdict cites it')
    rungs: dict[str, Rung] = {}
    for table in data.get("rung", []):
        _read_rung(source, table, acts, rungs, problems)
    modality = data.get("modality", {})
    return Ladder(
        name=str(data.get("name", "")),
        title=str(data.get("title", data.get("name", ""))),
        source=str(data.get("source", "")),
        file=source.name,
        rungs=rungs,
        modality={k: v for k, v in modality.items() if isinstance(v, int)},
    )


def _read_rung(
    source: RuleFile, table: Any, acts: Mapping[str, Act], rungs: dict[str, Rung], problems: Problems
) -> None:
    name = str(table.get("id", "")) if isinstance(table, Mapping) else ""
    place = ("[[rung]]", f'"{name}"')
    if not name or not isinstance(table.get("strength"), int):
        problems.add(source, place, f"rung {name!r} needs an id and a whole number", "add id and strength")
        return
    for key in unknown_keys(table, _RUNG_KEYS):
        problems.add(source, place, f"rung {name!r}: unknown key {key!r}", f"use {sorted(_RUNG_KEYS)}")
    rung = Rung(id=name, label=str(table.get("label", name)), strength=table["strength"])
    for act in strings(table.get("acts", ())):
        if act not in acts:
            problems.add(
                source,
                (f'"{name}"', f'"{act}"'),
                f"rung {name!r}: unknown act {act!r}",
                f"use {', '.join(acts)}",
            )
        elif act in rungs:
            problems.add(
                source, (f'"{name}"', f'"{act}"'), f"the act {act!r} stands on two rungs", "keep it on one"
            )
        else:
            rungs[act] = rung
