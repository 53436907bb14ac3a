"""A comparison for a reader in a hurry: what was compared, how much changed, then what, by topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from p5diff.model.alignment import Op, Pair, PairKind
from p5diff.model.comparison import DOWN, UP, Comparison, Shift, Tally, Verdict
from p5diff.model.statement import Metadata
from p5diff.report import setaside, view
from p5diff.report.cut import cells, short
from p5diff.report.phrasebook import PageWords, Say, english
from p5diff.report.phrases import ARROWS, COUNTED, OVERLAPPING, SIGNS, TwoTexts, counted, uncovered_words
from p5diff.report.rank import by_consequence, named
from p5diff.report.selection import ALL, Selection
from p5diff.report.terminal.layout import Chunk, Line, chunk, columns, wrap
from p5diff.report.terminal.words import inline, marked, one_side
from p5diff.text.labels import spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to show and how. `width` in cells."""

    width: int = 80
    side_by_side: bool = False
    word_marks: bool = True
    selection: Selection = ALL
    sort: str = "topic"
    """`topic`, `document` (reading order) or `importance` (docs/brief.md)."""
    stat: bool = False
    """Only how much changed, topic by topic."""


def comparison_lines(comparison: Comparison, options: Options) -> Iterator[Line]:
    """All lines of the report, top to bottom."""
    yield from _heading(comparison, options)
    yield from counts(comparison.tally, comparison, options.width)
    chosen = options.selection.of(view.rows(comparison))
    if options.stat:
        yield from _stat(view.sections(comparison, chosen), options.width)
        yield from _footer(comparison, len(chosen), options)
        return
    for section in _sorted(comparison, chosen, options.sort):
        yield []
        yield rule(section.label, options.width)
        for number, row in enumerate(section.rows):
            if number:
                yield []
            yield from _row(row, options)
    yield from _renumbered(comparison, options)
    yield from set_aside_lines(comparison, options.width, everything=options.selection.everything)
    yield from _footer(comparison, len(chosen), options)


def _sorted(comparison: Comparison, chosen: list[view.ChangeRow], sort: str) -> Sequence[view.Section]:
    """The rows under topics, in reading order, or under what they mean for those bound by the text."""
    if sort == "topic":
        return view.sections(comparison, chosen)
    if sort == "document":
        return [view.Section("", "In the order of the texts", tuple(chosen))] if chosen else []
    ranked = by_consequence(chosen, named(comparison))
    found = [view.Section(meant.name.lower(), meant.value, tuple(rows)) for meant, rows in ranked]
    ranks = {row.at for section in found for row in section.rows}
    rest = tuple(row for row in chosen if row.at not in ranks)
    return [*found, view.Section("", "moved, of print or formalities", rest)] if rest else found


_BAR = 40
"""Signs of the longest bar at most, so that a line keeps to a screen; shorter ones in proportion."""


def _stat(sections: Sequence[view.Section], width: int) -> Iterator[Line]:
    """`CTBT and testing | 5  ++-~~`: a sign a change, by topic, as `git diff --stat` has it by file."""
    if not sections:
        return
    yield []
    size = min(max(cells(section.label) for section in sections), max(width // 2, 16))
    most = max(len(section.rows) for section in sections)
    room = min(_BAR, max(width - size - 12, 8))
    for section in sections:
        kinds = sorted((row.pair.kind for row in section.rows), key=list(PairKind).index)
        step = max(most / room, 1)
        signs = [kinds[int(n * step)] for n in range(max(round(len(kinds) / step), 1))]
        label = section.label
        while cells(label) > size:
            label = label[:-1]
        yield [
            chunk(f"  {label}{' ' * (size - cells(label))} ", "topic"),
            Chunk("| ", "dim"),
            Chunk(f"{len(kinds):>4}  "),
            *(Chunk(SIGNS[kind.value], kind.value) for kind in signs),
        ]


def _heading(comparison: Comparison, options: Options) -> Iterator[Line]:
    names = f"{comparison.before.id} → {comparison.after.id}"
    yield from wrap([chunk(names, "title")], options.width)
    for name, meta in (("before", comparison.before), ("after", comparison.after)):
        yield from text_lines(name, meta, options.width)
    for caution in view.cautions(comparison):
        yield from wrap([chunk(caution, "caution")], options.width, first="  ! ", rest="    ")


def text_lines(name: str, meta: Metadata, width: int, say: Say = english) -> Iterator[Line]:
    """Which text stands on one side: its title, reference, edition, date."""
    first, rest = f"  {name:<8}", " " * 10
    yield from wrap([chunk(meta.title())], width, first=first, rest=rest)
    facts = [meta.ref, view.describe(meta, say), *when(meta, say)]
    yield from wrap([chunk(" · ".join(facts), "dim")], width, first=rest, rest=rest)


def when(meta: Metadata, say: Say = english) -> list[str]:
    """The date of a text, or the dates it may bear; empty for none."""
    if meta.adopted:
        return [say("adopted {date}", date=meta.adopted)]
    return ["–".join(dict.fromkeys((meta.dates[0], meta.dates[-1])))] if meta.dates else []


def counts(tally: Tally, texts: TwoTexts, width: int, say: PageWords | None = None) -> Iterator[Line]:
    """`3 new   1 dropped …`, then what overlaps with those."""
    say = say or PageWords()
    for names, lead in ((COUNTED, "  "), (OVERLAPPING, f"  {say.led(say.book.say('of-which'))}")):
        found = counted(tally, names, texts)
        pieces = [
            chunk(say.book.counted(count, say(words)) + (", " if number < len(found) else ""), words)
            for number, (count, words) in enumerate(found, start=1)
        ]
        if names is COUNTED:
            yield []
        if pieces:
            yield from wrap(pieces, width, first=lead, rest=" " * cells(lead))


_SHORTEST = 12
"""Cells of a label at least, however narrow the screen: fewer name nothing."""


def rule(label: str, width: int) -> Line:
    """`── CTBT and testing ─────`."""
    label = short(label, max(width - 5, _SHORTEST))
    room = max(width - cells(label) - 4, 0)
    return [Chunk("─ ", "dim"), chunk(label, "topic"), Chunk(" " + "─" * (room + 1), "dim")]


def _row(row: view.ChangeRow, options: Options) -> Iterator[Line]:
    yield _row_head(row)
    yield from _row_text(row, options)
    for shift in row.change.shifts:
        if shift.verdict is not Verdict.SAME or options.selection.explain:
            yield from _shift(shift, options)
    if options.selection.explain:
        yield from _explanation(row, options)


def _row_head(row: view.ChangeRow) -> Line:
    kind = row.pair.kind.value
    places = " → ".join(dict.fromkeys(p for p in (row.before_place, row.after_place) if p))
    if row.pair.kind in (PairKind.NEW, PairKind.UNCOVERED) and not row.before_place:
        places = f"→ {places}"
    elif not row.after_place:
        places = f"{places} →"
    pieces = [
        Chunk(f" {SIGNS[kind]} ", kind),
        chunk(", ".join(row.words), kind),
        Chunk("  "),
        chunk(places, "dim"),
    ]
    return [*pieces, Chunk(f"  #{row.number}", "dim")] if row.number else pieces


def _row_text(row: view.ChangeRow, options: Options) -> list[Line]:
    pair = row.pair
    if options.side_by_side:
        return _two_columns(row, options)
    if pair.before and pair.after:
        marks = options.word_marks and pair.kind is not PairKind.RECAST
        return _filled(_labelled(row, inline(pair)) if marks else _unmarked(row), options)
    op, style = (Op.DELETE, "delete") if pair.before else (Op.INSERT, "insert")
    if pair.kind is PairKind.UNCOVERED:
        style = ""
    text = [Chunk(_bare(piece.text), style) for piece in one_side(pair, op)]
    return _filled(_labelled(row, text), options)


def _labelled(row: view.ChangeRow, text: list[Chunk]) -> list[Chunk]:
    """The printed paragraph labels first, marked where they changed."""
    before = next((s.label for s in row.pair.before if s.number == 1), "")
    after = next((s.label for s in row.pair.after if s.number == 1), "")
    if before == after or not (row.pair.before and row.pair.after):
        label = before or after
        return [chunk(spaced(label), "dim"), *text] if label else text
    old = [chunk(f"[-{before}-]", "delete")] if before else []
    new = [chunk(f"{{+{after}+}}", "insert")] if after else []
    return [*old, *new, Chunk(" "), *text]


def _unmarked(row: view.ChangeRow) -> list[Chunk]:
    """Without word marks: the old sentence, an arrow, the new one."""
    old = "".join(e.text for e in row.pair.edits if e.op is not Op.INSERT)
    new = "".join(e.text for e in row.pair.edits if e.op is not Op.DELETE)
    return [chunk(new)] if old == new else [chunk(old), Chunk("\n"), Chunk("→ ", "dim"), chunk(new)]


def _filled(chunks: list[Chunk], options: Options) -> list[Line]:
    return wrap(chunks, options.width, first="     ", rest="     ")


def _two_columns(row: view.ChangeRow, options: Options) -> list[Line]:
    """Old words left, new words right, also where one side has none."""
    half = max((options.width - 8) // 2, 12)
    left = wrap(_column(row.pair, Op.DELETE), half) if row.pair.before else []
    right = wrap(_column(row.pair, Op.INSERT), half) if row.pair.after else []
    return [[Chunk("     "), *line] for line in columns(left, right, half)]


def _column(pair: Pair, op: Op) -> list[Chunk]:
    """One side; whole sentences without marks where the other side has none, or has other words."""
    whole = not (pair.before and pair.after)
    style = "" if pair.kind is PairKind.UNCOVERED else "delete" if op is Op.DELETE else "insert"
    found = one_side(pair, op)
    return [Chunk(_bare(piece.text), style) for piece in found] if whole else found


def _bare(text: str) -> str:
    return text.removeprefix("[-").removesuffix("-]").removeprefix("{+").removesuffix("+}")


def shift_style(shift: Shift) -> str:
    """The style of a verdict: that of its direction, if it has one."""
    return "stronger" if shift.verdict in UP else "weaker" if shift.verdict in DOWN else "dim"


def _shift(shift: Shift, options: Options) -> list[Line]:
    arrow = ARROWS.get(shift.verdict, "=")
    style = shift_style(shift)
    words = [chunk(f"{arrow} {shift.aspect}: {shift.verdict.value}", style)]
    if shift.before or shift.after:
        words.append(chunk(f"  “{shift.before or '—'}” → “{shift.after or '—'}”"))
    if options.selection.explain and (shift.explanation or shift.rule):
        words.append(chunk(f"  {shift.explanation} [{shift.rule}]", "dim"))
    return wrap(words, options.width, first="     ", rest="       ")


def _explanation(row: view.ChangeRow, options: Options) -> Iterator[Line]:
    pair = row.pair
    said = (
        []
        if not (pair.before and pair.after)
        else [f"found by {pair.found_by}, similarity {pair.similarity:.2f}, confidence {pair.confidence:.2f}"]
    )
    for tag in row.change.topics:
        words = ", ".join(dict.fromkeys(f"“{e.text}”" for e in tag.evidence))
        said.append(f"topic {tag.topic}: {words} [{tag.rule}]")
    for mark in row.change.marks:
        said.append(f"{mark.side.value} {mark.kind.value}, {mark.rung}: “{mark.lead_verb}” [{mark.rule}]")
    for line in said:
        yield from wrap([chunk(line, "dim")], options.width, first="       ", rest="         ")


def set_aside_lines(comparison: Comparison, width: int, *, everything: bool = False) -> Iterator[Line]:
    """What was left out of the texts and differs; with `everything`, also what does not."""
    rows, same = setaside.rows(comparison, everything=everything), setaside.unchanged(comparison)
    if not rows and not same:
        return
    yield []
    yield rule(setaside.TITLE, width)
    for row in rows:
        kind = row.kind.value
        yield from wrap([Chunk(f" {SIGNS[kind]} ", kind), chunk(setaside.said(row), kind)], width, rest="   ")
        yield from wrap(marked(row.edits), width, first="     ", rest="     ")
    if same and not everything:
        yield from wrap([chunk(f"{same} (--all shows them)", "dim")], width, first="  ", rest="  ")


def _renumbered(comparison: Comparison, options: Options) -> Iterator[Line]:
    runs = view.renumberings(comparison)
    if runs:
        yield []
        yield rule("Renumbered", options.width)
    for run in runs:
        text = f"{run.before_first} … {run.before_last} → {run.after_first} … {run.after_last}"
        if run.count == 1:
            text = f"{run.before_first} → {run.after_first}"
        yield from wrap([chunk(text)], options.width, first="     ", rest="     ")


def _footer(comparison: Comparison, shown: int, options: Options) -> Iterator[Line]:
    hidden = len(comparison.changes) - shown
    yield []
    if said := options.selection.said(comparison):
        yield from wrap([chunk(said, "caution")], options.width, first="  ", rest="  ")
    elif hidden:
        folded = f"{hidden} unchanged, editorial or {uncovered_words(comparison)}: --all shows them"
        yield from wrap([chunk(folded, "dim")], options.width, first="  ", rest="  ")
    corpora = dict.fromkeys(m.corpus for m in (comparison.before, comparison.after) if m.corpus)
    sources = [f"corpus {name}" for name in corpora] or ["plain files"]
    version = f"p5diff {comparison.provenance.version}"
    ladder = [f"ladder {comparison.provenance.ladder}"] if comparison.provenance.ladder else []
    yield from wrap([chunk(" · ".join([version, *sources, *ladder]), "dim")], options.width, first="  ")
