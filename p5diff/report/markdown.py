"""Markdown for a mail or an issue tracker: what was compared, the counts, then the changes by topic."""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Comparison, Shift, Verdict
from p5diff.model.statement import Metadata
from p5diff.report import setaside
from p5diff.report.excerpt import aspect_words, reason
from p5diff.report.marks import escaped, marked
from p5diff.report.naming import travelling
from p5diff.report.order import edits_of, order
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import ARROWS, COUNTED, OVERLAPPING, SHAPED, counted, spoken
from p5diff.report.redline import lines
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import ChangeRow, Section, cautions, describe, rows, sections, topic_name


def render(
    comparison: Comparison,
    *,
    criticmarkup: bool = False,
    full: bool = False,
    selection: Selection = ALL,
    words: str = "en",
) -> str:
    """The changes as Markdown: `~~dropped~~`, `**new**`; with `full`, the whole text follows.

    With `criticmarkup`, the whole text in one, with `{--dropped--}` and `{++new++}`, as editors
    that know CriticMarkup accept and reject it (see `p5diff.report.criticmarkup`). `words` is the language
    of what the page says itself, one of `p5diff.report.phrasebook.LANGUAGES`.
    """
    if criticmarkup:
        from p5diff.report import criticmarkup as critic

        return critic.render(comparison)
    return "\n".join(_lines(travelling(comparison, words), full, selection, PageWords(words))).rstrip() + "\n"


def _lines(comparison: Comparison, full: bool, selection: Selection, say: PageWords) -> Iterator[str]:
    yield from head(comparison, say)
    if said := selection.said(comparison, say):
        yield f"> {escaped(said)}\n"
    quiet = frozenset() if selection.everything else order(comparison).quiet
    changed = [row for row in rows(comparison) if row.at not in quiet and selection.matches(row.change)]
    for section in sections(comparison, changed):
        yield from _section(section, comparison, say)
    same = len(comparison.changes) - len(changed)
    if same and not selection.filters:
        one, more = "{n} sentence unchanged, not shown here.", "{n} sentences unchanged, not shown here."
        yield escaped(say.many(same, one, more)) + "\n"
    yield from _set_aside(comparison, say)
    if full:
        yield f"## {escaped(say('The whole text'))}\n"
        yield from _whole(comparison)
    yield from _foot(comparison, say)


def head(comparison: Comparison, say: PageWords | None = None) -> Iterator[str]:
    """Title, both texts, every caution, the counts; in English unless `say` has other words."""
    say = say or PageWords()
    before, after = comparison.before, comparison.after
    yield f"# {escaped(before.id)} → {escaped(after.id)}\n"
    for name, meta in ((say("Before"), before), (say("After"), after)):
        yield f"- {say.led(name)}{_text(meta, say)}"
    yield ""
    for caution in cautions(comparison, say):
        yield f"> {escaped(caution, start=True)}\n"
    tally = comparison.tally
    counts, over = (
        say.book.listed(say.book.counted(n, say(words)) for n, words in counted(tally, names, comparison))
        for names in (COUNTED, OVERLAPPING)
    )
    beside = f" ({say('of which {counts}', counts=over)})" if over else ""
    yield f"{say.led(say('In brief'))}{counts}{beside}.\n"


def _text(meta: Metadata, say: PageWords) -> str:
    adopted = say("adopted {date}", date=meta.adopted) if meta.adopted else ""
    facts = (*meta.symbols, meta.ref, describe(meta, say), adopted)
    return f"{escaped(meta.title(say.language))} ({escaped(say('; ').join(fact for fact in facts if fact))})"


def _section(section: Section, comparison: Comparison, say: PageWords) -> Iterator[str]:
    yield f"## {escaped(topic_name(section.label, say))}\n"
    for row in section.rows:
        yield from _row(row, comparison, say)


def _row(row: ChangeRow, comparison: Comparison, say: PageWords) -> Iterator[str]:
    edits = edits_of(row.pair, comparison.before.language, comparison.after.language)
    silent = row.pair.kind is PairKind.UNCOVERED
    words = _happened(row, comparison, say)
    number = f"{row.number}\\. " if row.number else ""
    yield f"{number}{', '.join(words)} ({_places(row, say)})\n"
    yield "> " + marked((Op.KEEP if silent else edit.op, edit.text) for edit in edits) + "\n"
    for shift in row.change.shifts:
        if shift.verdict is not Verdict.SAME:
            yield _shift(shift, say) + "\n"


def _happened(row: ChangeRow, comparison: Comparison, say: PageWords) -> list[str]:
    """What became of a passage, in words."""
    if say.language == "en":
        return [spoken(word, comparison) for word in row.words]
    pair = row.pair
    told = [say(spoken(pair.kind.value, comparison)), *[say("moved")] * pair.moved]
    if pair.shape in SHAPED:
        told.append(say(SHAPED[pair.shape], before=len(pair.before), after=len(pair.after)))
    return [*told, *(say(direction) for direction in row.change.directions)]


def _places(row: ChangeRow, say: PageWords) -> str:
    before, after = say.place(row.before_place), say.place(row.after_place)
    if before == after:
        return after
    if not (before and after):
        return after or say("was {place}", place=before)
    return f"{before} → {after}"


def _shift(shift: Shift, say: PageWords) -> str:
    old, new = (say.book.quoted(escaped(side or "—")) for side in (shift.before, shift.after))
    words = f": {old} → {new}"
    why = reason(shift) if say.language == "en" else ""  # what rules say of themselves is English
    said = words if shift.before or shift.after else ""
    arrow = ARROWS.get(shift.verdict, "·")
    return f"{arrow} {escaped(aspect_words(shift, say.book))}{said} {escaped(why)}".rstrip()


def _set_aside(comparison: Comparison, say: PageWords) -> Iterator[str]:
    """Footnotes and whatever else is no part of the texts, where it differs."""
    rows, same = setaside.rows(comparison), setaside.unchanged(comparison, say)
    if not rows and not same:
        return
    yield f"## {escaped(say(setaside.TITLE))}\n"
    for row in rows:
        lead = say.led(escaped(setaside.said(row, say)))
        yield f"- {lead}{marked((edit.op, edit.text) for edit in row.edits)}"
    if rows:
        yield ""
    if same:
        yield f"{same}.\n"


def _whole(comparison: Comparison) -> Iterator[str]:
    """The redline, paragraph by paragraph; a paragraph mark that came or went shows as ¶."""
    shown = {Op.KEEP: "", Op.INSERT: " **¶**", Op.DELETE: " ~~¶~~"}
    for line in lines(comparison):
        yield marked((piece.op, piece.text) for piece in line.pieces) + shown[line.mark] + "\n"


def _foot(comparison: Comparison, say: PageWords) -> Iterator[str]:
    provenance = comparison.provenance
    made = [
        f"p5diff {provenance.version}",
        *([say("ladder {name}", name=provenance.ladder)] if provenance.ladder else []),
    ]
    made += [f"{rule.name} {rule.sha256[:12]}" for rule in provenance.rules]
    yield "---\n"
    yield escaped(say("Compared with {made}.", made=say("; ").join(made)))
    for name, meta in ((say("Before"), comparison.before), (say("After"), comparison.after)):
        facts = [
            f"{label} {value}"
            for label, value in (
                (say("corpus revision"), meta.revision),
                (say("source"), meta.source.url or meta.source.path),
                ("SHA-256", meta.source.sha256),
            )
            if value
        ]
        if facts:
            yield f"{say.led(name)}{escaped(say('; ').join(facts))}."
    if not say.book.reviewed:
        yield ""
        yield escaped(say.book.say("unreviewed"))
