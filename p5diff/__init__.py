"""p5diff: a diff and versioning tool for diplomatic documents.

>>> import p5diff
>>> comparison = p5diff.compare_texts("The States may report.", "The States shall report.", language="en")
>>> comparison.tally.reworded
1

The names below are the public library, described in docs/library.md; everything is imported on first
use, so that `import p5diff` costs next to nothing. What is not listed here may change without notice.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from p5diff.align import align_sentences
    from p5diff.align.passes.links import Link
    from p5diff.align.settings import Settings
    from p5diff.errors import P5DiffError
    from p5diff.ingest.layout.normalise import normalise
    from p5diff.meaning.rules.load import ladders, load_rules
    from p5diff.meaning.rules.rules import Rules
    from p5diff.model.alignment import (
        Alignment,
        Note,
        Op,
        Pair,
        PairKind,
        ParagraphLink,
        Renumbering,
        Shape,
        Span,
        WordEdit,
    )
    from p5diff.model.codec import from_dict, to_dict
    from p5diff.model.comparison import (
        FORMAT_VERSION,
        Change,
        CommitmentMark,
        Comparison,
        Evidence,
        LedgerEntry,
        MarkKind,
        Provenance,
        RuleSet,
        SetAsideChange,
        SetAsideChanges,
        Shift,
        Side,
        Tally,
        TopicTag,
        Verdict,
    )
    from p5diff.model.series import Alarm, AlarmKind, Event, EventKind, Gap, Naming, Series, Thread, Wording
    from p5diff.model.setaside import SetAside, SetAsideReason
    from p5diff.model.statement import (
        Coverage,
        Edition,
        Metadata,
        Paragraph,
        Role,
        Sentence,
        SourceRecord,
        Statement,
    )
    from p5diff.report.formats import render
    from p5diff.workflows.compare import compare, compare_texts
    from p5diff.workflows.load import load
    from p5diff.workflows.series import series

__version__ = "0.1.0"

_HOMES = {
    "align_sentences": ("p5diff.align", "align_sentences"),
    "Link": ("p5diff.align.passes.links", "Link"),
    "Settings": ("p5diff.align.settings", "Settings"),
    "P5DiffError": ("p5diff.errors", "P5DiffError"),
    "normalise": ("p5diff.ingest.layout.normalise", "normalise"),
    "ladders": ("p5diff.meaning.rules.load", "ladders"),
    "load_rules": ("p5diff.meaning.rules.load", "load_rules"),
    "Rules": ("p5diff.meaning.rules.rules", "Rules"),
    "Alignment": ("p5diff.model.alignment", "Alignment"),
    "Note": ("p5diff.model.alignment", "Note"),
    "Op": ("p5diff.model.alignment", "Op"),
    "Pair": ("p5diff.model.alignment", "Pair"),
    "PairKind": ("p5diff.model.alignment", "PairKind"),
    "ParagraphLink": ("p5diff.model.alignment", "ParagraphLink"),
    "Renumbering": ("p5diff.model.alignment", "Renumbering"),
    "Shape": ("p5diff.model.alignment", "Shape"),
    "Span": ("p5diff.model.alignment", "Span"),
    "WordEdit": ("p5diff.model.alignment", "WordEdit"),
    "from_dict": ("p5diff.model.codec", "from_dict"),
    "to_dict": ("p5diff.model.codec", "to_dict"),
    "FORMAT_VERSION": ("p5diff.model.comparison", "FORMAT_VERSION"),
    "Change": ("p5diff.model.comparison", "Change"),
    "CommitmentMark": ("p5diff.model.comparison", "CommitmentMark"),
    "Comparison": ("p5diff.model.comparison", "Comparison"),
    "Evidence": ("p5diff.model.comparison", "Evidence"),
    "LedgerEntry": ("p5diff.model.comparison", "LedgerEntry"),
    "MarkKind": ("p5diff.model.comparison", "MarkKind"),
    "Provenance": ("p5diff.model.comparison", "Provenance"),
    "RuleSet": ("p5diff.model.comparison", "RuleSet"),
    "SetAsideChange": ("p5diff.model.comparison", "SetAsideChange"),
    "SetAsideChanges": ("p5diff.model.comparison", "SetAsideChanges"),
    "Shift": ("p5diff.model.comparison", "Shift"),
    "Side": ("p5diff.model.comparison", "Side"),
    "Tally": ("p5diff.model.comparison", "Tally"),
    "TopicTag": ("p5diff.model.comparison", "TopicTag"),
    "Verdict": ("p5diff.model.comparison", "Verdict"),
    "Alarm": ("p5diff.model.series", "Alarm"),
    "AlarmKind": ("p5diff.model.series", "AlarmKind"),
    "Event": ("p5diff.model.series", "Event"),
    "EventKind": ("p5diff.model.series", "EventKind"),
    "Gap": ("p5diff.model.series", "Gap"),
    "Naming": ("p5diff.model.series", "Naming"),
    "Series": ("p5diff.model.series", "Series"),
    "Thread": ("p5diff.model.series", "Thread"),
    "Wording": ("p5diff.model.series", "Wording"),
    "SetAside": ("p5diff.model.setaside", "SetAside"),
    "SetAsideReason": ("p5diff.model.setaside", "SetAsideReason"),
    "Coverage": ("p5diff.model.statement", "Coverage"),
    "Edition": ("p5diff.model.statement", "Edition"),
    "Metadata": ("p5diff.model.statement", "Metadata"),
    "Paragraph": ("p5diff.model.statement", "Paragraph"),
    "Role": ("p5diff.model.statement", "Role"),
    "Sentence": ("p5diff.model.statement", "Sentence"),
    "SourceRecord": ("p5diff.model.statement", "SourceRecord"),
    "Statement": ("p5diff.model.statement", "Statement"),
    "render": ("p5diff.report.formats", "render"),
    "compare": ("p5diff.workflows.compare", "compare"),
    "compare_texts": ("p5diff.workflows.compare", "compare_texts"),
    "load": ("p5diff.workflows.load", "load"),
    "series": ("p5diff.workflows.series", "series"),
}
"""Public name → the module that holds it, and its name there."""

__all__ = [
    "Alarm",
    "AlarmKind",
    "Alignment",
    "Change",
    "CommitmentMark",
    "Comparison",
    "Coverage",
    "Edition",
    "Event",
    "EventKind",
    "Evidence",
    "FORMAT_VERSION",
    "Gap",
    "LedgerEntry",
    "Link",
    "MarkKind",
    "Metadata",
    "Naming",
    "Note",
    "Op",
    "P5DiffError",
    "Pair",
    "PairKind",
    "Paragraph",
    "ParagraphLink",
    "Provenance",
    "Renumbering",
    "Role",
    "RuleSet",
    "Rules",
    "Sentence",
    "Series",
    "SetAside",
    "SetAsideChange",
    "SetAsideChanges",
    "SetAsideReason",
    "Settings",
    "Shape",
    "Shift",
    "Side",
    "SourceRecord",
    "Span",
    "Statement",
    "Tally",
    "Thread",
    "TopicTag",
    "Verdict",
    "WordEdit",
    "Wording",
    "__version__",
    "align_sentences",
    "compare",
    "compare_texts",
    "from_dict",
    "ladders",
    "load",
    "load_rules",
    "normalise",
    "render",
    "series",
    "to_dict",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'p5diff' has no attribute {name!r}")
    module, its_name = _HOMES[name]
    value = globals()[name] = getattr(importlib.import_module(module), its_name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
