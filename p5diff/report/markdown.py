"""Markdown for a mail or an issue tracker: what was compared, the counts, then the changes by topic."""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Comparison, Shift, Verdict
from p5diff.model.statement import Metadata
from p5diff.report import setaside
from p5diff.report.marks import escaped, marked
from p5diff.report.naming import travelling
from p5diff.report.order import edits_of, order
from p5diff.report.phrases import ARROWS, COUNTED, OVERLAPPING, counted, spoken
from p5diff.report.redline import lines
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import ChangeRow, Section, cautions, describe, rows, sections


def render(
    comparison: Comparison, *, criticmarkup: bool = False, full: bool = False, selection: Selection = ALL
) -> str:
    """The changes as Markdown: `~~dropped~~`, `**new**`; with `full`, the whole text follows.

    With `criticmarkup`, the whole text in one, with `{--dropped--}` and `{++new++}`, as editors
    that know CriticMarkup accept and reject it (see `p5diff.report.criticmarkup`).
    """
    if criticmarkup:
        from p5diff.report import criticmarkup as critic

        return critic.render(comparison)
    return "\n".join(_lines(travelling(comparison), full, selection)).rstrip() + "\n"


def _lines(comparison: Comparison, full: bool, selection: Selection) -> Iterator[str]:
    yield from head(comparison)
    if said := selection.said(comparison):
        yield f"> {escaped(said)}\n"
    quiet = frozenset() if selection.everything else order(comparison).quiet
    changed = [row for row in rows(comparison) if row.at not in quiet and selection.matches(row.change)]
    for section in sections(comparison, changed):
        yield from _section(section, comparison)
    same = len(comparison.changes) - len(changed)
    if same and not selection.filters:
        yield f"{same} sentence{'s' if same != 1 else ''} unchanged, not shown here.\n"
    yield from _set_aside(comparison)
    if full:
        yield "## The whole text\n"
        yield from _whole(comparison)
    yield from _foot(comparison)


def head(comparison: Comparison) -> Iterator[str]:
    """Title, both texts, every caution, the counts."""
    before, after = comparison.before, comparison.after
    yield f"# {escaped(before.id)} → {escaped(after.id)}\n"
    for name, meta in (("Before", before), ("After", after)):
        yield f"- {name}: {_text(meta)}"
    yield ""
    for caution in cautions(comparison):
        yield f"> {escaped(caution, start=True)}\n"
    tally = comparison.tally
    counts = [f"{count} {words}" for count, words in counted(tally, COUNTED, comparison)]
    over = [f"{count} {words}" for count, words in counted(tally, OVERLAPPING, comparison)]
    yield "In brief: " + ", ".join(counts) + (f" (of which {', '.join(over)})" if over else "") + ".\n"


def _text(meta: Metadata) -> str:
    facts = (*meta.symbols, meta.ref, describe(meta), f"adopted {meta.adopted}" if meta.adopted else "")
    return f"{escaped(meta.title())} ({escaped('; '.join(fact for fact in facts if fact))})"


def _section(section: Section, comparison: Comparison) -> Iterator[str]:
    yield f"## {escaped(section.label)}\n"
    for row in section.rows:
        yield from _row(row, comparison)


def _row(row: ChangeRow, comparison: Comparison) -> Iterator[str]:
    edits = edits_of(row.pair, comparison.before.language, comparison.after.language)
    silent = row.pair.kind is PairKind.UNCOVERED
    words = [spoken(word, comparison) for word in row.words]
    number = f"{row.number}\\. " if row.number else ""
    yield f"{number}{', '.join(words)} ({_places(row)})\n"
    yield "> " + marked((Op.KEEP if silent else edit.op, edit.text) for edit in edits) + "\n"
    for shift in row.change.shifts:
        if shift.verdict is not Verdict.SAME:
            yield _shift(shift) + "\n"


def _places(row: ChangeRow) -> str:
    if row.before_place == row.after_place:
        return row.after_place
    if not (row.before_place and row.after_place):
        return row.after_place or f"was {row.before_place}"
    return f"{row.before_place} → {row.after_place}"


def _shift(shift: Shift) -> str:
    words = f": “{escaped(shift.before or '—')}” → “{escaped(shift.after or '—')}”"
    why = " ".join(part for part in (shift.explanation, f"[{shift.rule}]" if shift.rule else "") if part)
    said = words if shift.before or shift.after else ""
    arrow = ARROWS.get(shift.verdict, "·")
    return f"{arrow} {escaped(shift.aspect)}: {shift.verdict.value}{said} {escaped(why)}".rstrip()


def _set_aside(comparison: Comparison) -> Iterator[str]:
    """Footnotes and whatever else is no part of the texts, where it differs."""
    rows, same = setaside.rows(comparison), setaside.unchanged(comparison)
    if not rows and not same:
        return
    yield f"## {setaside.TITLE}\n"
    for row in rows:
        yield f"- {escaped(setaside.said(row))}: {marked((edit.op, edit.text) for edit in row.edits)}"
    if rows:
        yield ""
    if same:
        yield f"{same}.\n"


def _whole(comparison: Comparison) -> Iterator[str]:
    """The redline, paragraph by paragraph; a paragraph mark that came or went shows as ¶."""
    shown = {Op.KEEP: "", Op.INSERT: " **¶**", Op.DELETE: " ~~¶~~"}
    for line in lines(comparison):
        yield marked((piece.op, piece.text) for piece in line.pieces) + shown[line.mark] + "\n"


def _foot(comparison: Comparison) -> Iterator[str]:
    provenance = comparison.provenance
    made = [f"p5diff {provenance.version}", *([f"ladder {provenance.ladder}"] if provenance.ladder else [])]
    made += [f"{rule.name} {rule.sha256[:12]}" for rule in provenance.rules]
    yield "---\n"
    yield f"Compared with {escaped('; '.join(made))}."
    for name, meta in (("Before", comparison.before), ("After", comparison.after)):
        facts = [
            f"{label} {value}"
            for label, value in (
                ("corpus revision", meta.revision),
                ("source", meta.source.url or meta.source.path),
                ("SHA-256", meta.source.sha256),
            )
            if value
        ]
        if facts:
            yield f"{name}: {escaped('; '.join(facts))}."
