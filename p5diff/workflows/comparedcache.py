"""Comparisons of neighbours made before, kept by content: a site written again compares what is new alone.

What is read back must be of these very texts: the same metadata, and each sentence of both sides in one
change, word for word. Anything else is compared again.
"""

from __future__ import annotations

import json

from p5diff.cache import Shelf, digest
from p5diff.errors import P5DiffError
from p5diff.meaning.rules.rules import Rules
from p5diff.model.alignment import Note
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Statement
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.seriescache import deciding


class Neighbours:
    """Compares statements of one series with the ones before them, or takes up what was compared; a series is
    known by its first statement."""

    def __init__(self, first: Statement, rules: Rules) -> None:
        self._rules = rules
        self._decided = deciding(rules)
        self._shelf = Shelf(digest(first.meta.ref, self._decided), kind="series", suffix=".pairs.json")

    def compare(self, before: Statement, after: Statement, notes: tuple[Note, ...] = ()) -> Comparison:
        """The comparison of two neighbours; `notes` tell how they were read and belong to it."""
        told = {
            "before": to_dict(before),
            "after": to_dict(after),
            "notes": [to_dict(note) for note in notes],
        }
        key = digest(self._decided, json.dumps(told, sort_keys=True))
        known = _read_back(self._shelf.get(key), before, after)
        if known is not None:
            return known
        made = compare_statements(before, after, rules=self._rules, notes=notes)
        self._shelf.put(key, to_dict(made))
        return made

    def save(self) -> None:
        """Keep what was compared for the next command."""
        self._shelf.save()


def _read_back(row: object, before: Statement, after: Statement) -> Comparison | None:
    if not isinstance(row, dict):
        return None
    try:
        found = from_dict(Comparison, row)
    except (P5DiffError, TypeError, ValueError):
        return None
    return found if _fits(found, before, after) else None


def _fits(found: Comparison, before: Statement, after: Statement) -> bool:
    if (found.before, found.after) != (before.meta, after.meta):
        return False
    for statement, side in ((before, "before"), (after, "after")):
        wanted = {one.id: one for one in statement.sentences()}
        told = [one for change in found.changes for one in getattr(change.pair, side)]
        if len(told) != len(wanted) or any(wanted.pop(one.id, None) != one for one in told):
            return False
    return True
