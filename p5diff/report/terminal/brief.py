"""The brief in a terminal: one page, by topic, then the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.comparison import Evidence, LedgerEntry, Shift, Side
from p5diff.report import view
from p5diff.report.brief import DROPPED, NEW, RECAST, Brief, BriefLine
from p5diff.report.terminal.comparison import counts, rule, shift_style, text_lines
from p5diff.report.terminal.layout import Chunk, Line, chunk, wrap
from p5diff.report.terminal.words import abridged

_SIGNS = {
    "new": "+",
    "dropped": "-",
    "stronger": "▲",
    "weaker": "▼",
    "reworded": "~",
    "recast": "≈",
    "moved": "↕",
}
_STATUS = {"entered": "+", "left": "-", "changed": "~"}
_INDENT = " " * 5


def brief_lines(brief: Brief, width: int, *, explain: bool = False) -> Iterator[Line]:
    """All lines of the page; `explain` adds the rule behind each verdict."""
    yield from wrap([chunk(f"In brief: {brief.before.id} → {brief.after.id}", "title")], width)
    for name, meta in (("before", brief.before), ("after", brief.after)):
        yield from text_lines(name, meta, width)
    for caution in brief.cautions:
        yield from wrap([chunk(caution, "caution")], width, first="  ! ", rest="    ")
    yield from counts(brief.tally, width)
    for section in brief.sections:
        yield []
        yield rule(section.label, width)
        for line in section.lines:
            yield from _line(line, width, explain)
    yield from _ledger(brief.ledger, width)
    yield from _foot(brief, width)


def _line(line: BriefLine, width: int, explain: bool) -> Iterator[Line]:
    places = f"{line.before_place} → {line.after_place}".strip()
    does = f"  {line.does}" if line.does else ""
    style = line.what
    yield [
        chunk(f" {_SIGNS[line.what]} {line.what}", style),
        chunk(f"  {places}{does}  #{line.number}", "dim"),
    ]
    yield from wrap(_text(line), width, first=_INDENT, rest=_INDENT)
    for shift in line.shifts:
        yield from _shift(shift, width, explain)
    if explain:
        quoted = "; ".join(f"{e.side.value} {e.sentence} “{e.text}”" for e in line.evidence)
        if quoted:
            yield from wrap([chunk(quoted, "dim")], width, first=_INDENT + "  ", rest=_INDENT + "  ")


def _text(line: BriefLine) -> list[Chunk]:
    """One-sided: the whole sentence. Otherwise what changed, with a few words around it."""
    if line.what in (NEW, DROPPED):
        return [chunk(line.after or line.before, "insert" if line.what == NEW else "delete")]
    if line.what == RECAST:
        return [chunk(line.before), Chunk("\n"), Chunk("→ ", "dim"), chunk(line.after)]
    return abridged(line.edits)


def _shift(shift: Shift, width: int, explain: bool) -> list[Line]:
    style = shift_style(shift)
    words = [chunk(f"{view.ARROWS.get(shift.verdict, '=')} {shift.aspect} {shift.verdict.value}: ", style)]
    words.append(chunk(f"{shift.before or '—'} → {shift.after or '—'}"))
    if explain:
        words.append(chunk(f"  {shift.explanation} [{shift.rule}]", "dim"))
    return wrap(words, width, first=_INDENT, rest=_INDENT + "  ")


def _ledger(entries: tuple[LedgerEntry, ...], width: int) -> Iterator[Line]:
    """One line a category and status: what entered, left or changed, with its paragraphs."""
    if not entries:
        return
    yield []
    yield rule("Ledger: what the texts name", width)
    for category in dict.fromkeys(entry.category for entry in entries):
        for status, sign in _STATUS.items():
            named = [e for e in entries if e.category == category and e.status == status]
            if named:
                text = "; ".join(_entry(entry) for entry in named)
                head = f" {sign} {category} {status}: "
                yield from wrap([chunk(head, "topic"), chunk(text)], width, rest=_INDENT)


def _entry(entry: LedgerEntry) -> str:
    value = f"{entry.previous} → {entry.value}" if entry.previous else entry.value
    side = Side.BEFORE if entry.status == "left" else Side.AFTER
    places = list(dict.fromkeys(_paragraph(e) for e in entry.evidence if e.side is side))
    return f"{value} ({', '.join(places)})" if places else value


def _paragraph(evidence: Evidence) -> str:
    """`p3.2` → `¶3`; other places by their name."""
    name = evidence.sentence.split(".")[0]
    return f"¶{name[1:]}" if name[:1] == "p" and name[1:].isdecimal() else name.rstrip("0123456789")


def _foot(brief: Brief, width: int) -> Iterator[Line]:
    yield []
    left_out = []
    if brief.uncovered:
        left_out.append(f"{brief.uncovered} uncovered")
    if brief.quiet:
        left_out.append(f"{brief.quiet} in print or formalities only")
    if left_out:
        said = f"Not in this page: {', '.join(left_out)}. p5diff diff --all shows everything."
        yield from wrap([chunk(said, "dim")], width, first="  ", rest="  ")
    if brief.ladder:
        yield from wrap([chunk(f"Strength by the ladder {brief.ladder}.", "dim")], width, first="  ")
