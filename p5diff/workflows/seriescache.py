"""Series woven before, kept by content in the user's own cache folder.

A series is kept under a digest of everything that decides it, so that nothing kept is ever out of
date. Keys form a chain: that of the first k statements goes into that of the first k + 1, which is
how one more statement finds the series before it.

What is read back is treated as a stranger's: bounded, checked against the texts at hand, ignored
when anything is wrong. No fault of the cache is ever a fault of the command.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import p5diff
from p5diff import cache
from p5diff.align.settings import DEFAULT
from p5diff.errors import P5DiffError
from p5diff.meaning.rules.rules import Rules
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.series import Series, Thread, Wording
from p5diff.model.statement import Statement

MOST = 32 * 1024 * 1024
"""Bytes of the largest series kept: 50 statements of 200 sentences take some 9 MB."""
NEWEST = 50
"""Files kept: each command on another choice of texts adds two, so some 25 choices stay at hand."""

_KIND = "series"
_SUFFIX = ".series.json"
_DECIDE = ("rapidfuzz", "diff-match-patch")
"""The libraries whose answers are in a series: another version may align or mark otherwise."""


def keys(statements: Sequence[Statement], rules: Rules) -> tuple[str, ...]:
    """The key of the first statement alone, of the first two, and so on: 64 hexadecimal digits each."""
    chain = deciding(rules)
    made = []
    for statement in statements:
        chain = cache.digest(chain, json.dumps(to_dict(statement), sort_keys=True))
        made.append(chain)
    return tuple(made)


def deciding(rules: Rules) -> str:
    """A digest of all that decides a comparison besides the texts: program, settings, rules."""
    return cache.digest(
        p5diff.__version__,
        cache.program(*_DECIDE),
        json.dumps(DEFAULT.as_items()),
        json.dumps([to_dict(rule) for rule in rules.digests()], sort_keys=True),
        json.dumps([rules.ladder_name, rules.profile, rules.topic_order]),
    )


def longest(statements: Sequence[Statement], known: Sequence[str]) -> Series | None:
    """The series of the longest beginning of `statements` that is kept; `known` are their `keys`."""
    for size in range(len(known), 0, -1):
        found = _read(known[size - 1])
        if found is not None and _fits(found, statements[:size]):
            return found
    return None


def keep(key: str, series: Series) -> None:
    """Keep a series under its key, and only the newest files; where that cannot be, nothing happens."""
    body = json.dumps(to_dict(series), separators=(",", ":")).encode("ascii")
    cache.keep(key, _SUFFIX, body, most=MOST, newest=NEWEST, kind=_KIND)


def folder() -> Path | None:
    """Where series are kept; None where the cache is off."""
    return cache.folder(_KIND)


def _read(key: str) -> Series | None:
    body = cache.read(key, _SUFFIX, most=MOST, kind=_KIND)
    if body is None:
        return None
    try:
        return from_dict(Series, json.loads(body))
    except (ValueError, TypeError, RecursionError, P5DiffError):
        return None


def _fits(series: Series, statements: Sequence[Statement]) -> bool:
    """Whether a series read back is one of these statements: every sentence of each in exactly one
    wording, word for word, and every thread under the name of its first wording."""
    metas = tuple(s.meta for s in statements)
    if (series.texts, series.statements) != (metas, tuple(m.ref for m in metas)):
        return False
    if series.alarms or series.notes:  # said afresh each time, never kept
        return False
    missing = {(at, one.id): one.text for at, s in enumerate(statements) for one in s.sentences()}
    unique = len(missing) == sum(1 for s in statements for _ in s.sentences())  # else none can go on
    try:
        told = all(_is_thread(t, statements) and _is_worded(t, missing) for t in series.threads)
    except (KeyError, TypeError, AttributeError, IndexError):
        return False
    return unique and told and not missing


def _is_worded(thread: Thread, missing: dict[tuple[int, str], str]) -> bool:
    """Whether the wordings are those of the texts; the sentences found are taken out of `missing`."""
    return all(
        wording.text == " ".join(missing.pop((at, name)) for name in wording.sentences)
        for at, wording in enumerate(thread.wordings)
        if isinstance(wording, Wording)
    )


def _is_thread(thread: Thread, statements: Sequence[Statement]) -> bool:
    refs = [s.meta.ref for s in statements]
    said = [(at, w) for at, w in enumerate(thread.wordings) if isinstance(w, Wording)]
    if len(thread.wordings) != len(refs) or not said:
        return False
    at, first = said[0]
    names = {f"{name}#{first.sentences[0]}" for name in (statements[at].meta.id, refs[at])}
    places = [refs.index(event.statement) for event in thread.events if event.statement in refs]
    return (
        thread.id in names
        and all(w.statement == refs[at] for at, w in said)
        and len(places) == len(thread.events)
        and all(one <= other for one, other in pairwise(places))
    )
