"""What a corpus holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from p5diff.corpus.entry import StatementEntry
from p5diff.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All entries, oldest first, and the corpus they come from in words."""

    corpus: str
    entries: tuple[StatementEntry, ...]
    problems: tuple[str, ...] = ()
    """What is wrong with the statements that cannot be read, and are not among the entries."""


def listing(corpus: Path | Workspace | None = None) -> Listing:
    """The statements of the corpus in use, by date, then id; those without a text too."""
    found = Workspace.of(corpus).corpus
    readable, problems = found.survey()
    entries = sorted(readable, key=lambda entry: (entry.dates[:1] or ("9999",), entry.id))
    return Listing(corpus=found.describe(), entries=tuple(entries), problems=problems)
