"""The brief of a comparison, and what the series says beyond the two texts."""

from __future__ import annotations

from p5diff.errors import P5DiffError
from p5diff.model.comparison import Comparison
from p5diff.model.series import Alarm, AlarmKind
from p5diff.report.brief import Brief, brief
from p5diff.report.phrasebook import PageWords
from p5diff.report.selection import ALL, Selection
from p5diff.workspace import Workspace


def brief_of(comparison: Comparison, topics: frozenset[str] = frozenset(), language: str = "en") -> Brief:
    """The brief of a comparison, of all topics or of some; what it says of them in one language."""
    return brief(comparison, Selection(topics=topics) if topics else ALL, PageWords(language))


def alarms_about(comparison: Comparison, space: Workspace, language: str = "en") -> tuple[str, ...]:
    """What the series says of its newest statement, if that is the newer text here and the corpus holds
    two more: what was said again and again and is missing, first uses, revivals. Empty otherwise.
    """
    from p5diff.workflows.series import series

    after, before = comparison.after, comparison.before
    if not (after.corpus and after.corpus == before.corpus and after.language == before.language):
        return ()
    if after.revision or before.revision:
        return ()
    try:
        name = space.corpus.entry(after.id).series
        found = series(name=name, corpus=space, language=after.language) if name else None
    except P5DiffError:
        return ()
    if found is None or len(found.texts) < _ENOUGH or found.texts[-1].id != after.id:
        return ()
    names = {ref: meta.id for ref, meta in zip(found.statements, found.texts, strict=True)}
    say = PageWords(language)
    return tuple(_told(alarm, names, say) for alarm in found.alarms if alarm.kind in _BEYOND_THE_PAIR)


def _told(alarm: Alarm, names: dict[str, str], say: PageWords) -> str:
    """`absent: They will … (london-2009 – paris-2011)`."""
    span = dict.fromkeys(names.get(ref, ref) for ref in (alarm.since, alarm.until) if ref)
    where = f" ({' – '.join(span)})" if span else ""
    return f"{say.note(alarm.kind.value)}{where}: {' '.join(alarm.text.split())}"


_BEYOND_THE_PAIR = frozenset({AlarmKind.ABSENT, AlarmKind.REVIVED, AlarmKind.NAMED_LAST})
"""What two texts alone do not show. First uses are new in the pair, too, and stand there."""
_ENOUGH = 3
"""Statements of a series: with two, it says nothing that the comparison does not."""
