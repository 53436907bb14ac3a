"""What two texts name: instruments, symbols, bodies, States, dates, deadlines, numbers, actions.

Aliases are folded, so that a name and its abbreviation are one entry. Each entry entered, left,
stayed (`kept`), or changed: a date, deadline or number changed where one of its unit left and
one entered. Where the other text is partial and silent on every topic an entry stands under,
its absence there says nothing: status `uncovered`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from p5diff.meaning import coverage
from p5diff.meaning.mentions import Mention, mentions
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.topics import Tags, tag_both
from p5diff.model.comparison import Evidence, LedgerEntry, Side
from p5diff.model.statement import Statement

ORDER = ("instrument", "symbol", "action", "body", "state", "date", "deadline", "number")
_CHANGING = frozenset({"date", "deadline", "number"})
_EVIDENCE = 3


class _Text(NamedTuple):
    """One side: what it mentions, and which of its sentences the other cannot be asked about."""

    found: Mapping[tuple[str, str], list[Mention]]
    silent: frozenset[str]


def ledger(
    before: Statement,
    after: Statement,
    rules: Rules,
    tags: tuple[Mapping[str, Tags], Mapping[str, Tags]] | None = None,
) -> tuple[LedgerEntry, ...]:
    """What entered, left, stayed or changed, by category, then as the texts have it; `tags` as
    for `classify`."""
    tags = tags or tag_both(before, after, rules)
    one = _text(before, after, tags[0], tags[1], rules, Side.BEFORE)
    two = _text(after, before, tags[1], tags[0], rules, Side.AFTER)
    one, two = _same_days(one, two), _same_days(two, one)
    keys = dict.fromkeys([*two.found, *one.found])
    entries = [_entry(key, one, two) for key in keys]
    merged = list(_with_changes(entries, one, two))
    return tuple(sorted(merged, key=lambda e: ORDER.index(e.category)))


def _text(
    own: Statement,
    other: Statement,
    own_tags: Mapping[str, Tags],
    other_tags: Mapping[str, Tags],
    rules: Rules,
    side: Side,
) -> _Text:
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions(own, rules, side):
        found.setdefault((mention.category, mention.value), []).append(mention)
    silent = {s.id for s in own.sentences() if coverage.silent(s, other.meta, own_tags, other_tags)}
    return _Text(found, frozenset(silent))


def _same_days(own: _Text, other: _Text) -> _Text:
    """A day without its year ("3 March") is the day of that month that only the other text dates."""
    full = {
        (c, v[4:]): (c, v) for c, v in other.found if c == "date" and len(v) == 10 and (c, v) not in own.found
    }
    found: dict[tuple[str, str], list[Mention]] = {}
    for (category, value), mentioned in own.found.items():
        day = value[1:] if value.startswith("--") else ""
        found.setdefault(full.get((category, day), (category, value)), []).extend(mentioned)
    return own._replace(found=found)


def _entry(key: tuple[str, str], one: _Text, two: _Text) -> LedgerEntry:
    category, value = key
    before, after = one.found.get(key, []), two.found.get(key, [])
    status = "kept" if before and after else "left" if before else "entered"
    only, silent = (before, one.silent) if before else (after, two.silent)
    if status != "kept" and all(m.evidence.sentence in silent for m in only):
        status = "uncovered"
    return LedgerEntry(
        category=category,
        value=value,
        status=status,
        evidence=_evidence([*before[:_EVIDENCE], *after[:_EVIDENCE]]),
    )


def _evidence(found: Iterable[Mention]) -> tuple[Evidence, ...]:
    return tuple(m.evidence for m in found)


def _with_changes(entries: list[LedgerEntry], one: _Text, two: _Text) -> Iterator[LedgerEntry]:
    """Join one entry that left with one that entered where they measure the same thing."""
    left = _by_unit((e for e in entries if e.status == "left"), one)
    entered = _by_unit((e for e in entries if e.status == "entered"), two)
    pairs = {
        new[0].value: left[unit][0]
        for unit, new in entered.items()
        if len(new) == 1 and len(left.get(unit, ())) == 1
    }
    gone = {(e.category, e.value) for e in pairs.values()}
    for entry in entries:
        previous = pairs.get(entry.value) if entry.status == "entered" else None
        if previous is not None and previous.category == entry.category:
            evidence = (*previous.evidence, *entry.evidence)
            yield replace(entry, status="changed", previous=previous.value, evidence=evidence)
        elif entry.status != "left" or (entry.category, entry.value) not in gone:
            yield entry


def _by_unit(entries: Iterable[LedgerEntry], text: _Text) -> dict[tuple[str, str], list[LedgerEntry]]:
    found: dict[tuple[str, str], list[LedgerEntry]] = {}
    for entry in entries:
        if entry.category in _CHANGING:
            unit = text.found[entry.category, entry.value][0].unit
            if unit:
                found.setdefault((entry.category, unit), []).append(entry)
    return found
