"""The brief at the top of the page: the shared brief, with the words that tell each change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from p5diff.model.alignment import Op, Pair
from p5diff.model.comparison import Comparison
from p5diff.report import brief as shared
from p5diff.report.html.notes import Note
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.order import edits_of

_LONGEST = 160
_CONTEXT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change in a line: its note, what the sentence does, and the words that tell the
    change, kept, deleted or inserted.
    """

    note: Note
    does: str
    language: str
    direction: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBrief:
    """One topic: how many changes of each sort, then the changes."""

    label: str
    counts: str
    lines: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What entered, left or changed among the things named, of one category."""

    category: str
    entered: tuple[str, ...]
    left: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBrief:
    """The brief as the page draws it. `rest` says what it leaves out."""

    topics: tuple[TopicBrief, ...]
    named: tuple[Named, ...]
    rest: str


def page_brief(comparison: Comparison, notes: dict[int, Note]) -> PageBrief:
    """The brief of a comparison whose notes are at hand."""
    found = shared.brief(comparison)
    topics = tuple(
        TopicBrief(
            label=section.label,
            counts=", ".join(
                f"{n} {what}" for what, n in Counter(line.what for line in section.lines).items()
            ),
            lines=tuple(_told(comparison, notes[line.number], line.does) for line in section.lines),
        )
        for section in found.sections
    )
    return PageBrief(topics=topics, named=tuple(_named(found)), rest=_rest(found.quiet, found.uncovered))


def _named(found: shared.Brief) -> list[Named]:
    result = []
    for category in dict.fromkeys(entry.category for entry in found.ledger):
        entries = [entry for entry in found.ledger if entry.category == category]
        result.append(
            Named(
                category=category,
                entered=tuple(e.value for e in entries if e.status == "entered"),
                left=tuple(e.value for e in entries if e.status == "left"),
                changed=tuple((e.previous, e.value) for e in entries if e.status == "changed"),
            )
        )
    return result


def _rest(quiet: int, uncovered: int) -> str:
    said = [f"{quiet} more of print or formalities only"] if quiet else []
    said += [f"{uncovered} on what a partial text does not cover"] if uncovered else []
    return f"Not told here: {' and '.join(said)}." if said else ""


def _told(comparison: Comparison, note: Note, does: str) -> Told:
    pair = comparison.changes[note.number - 1].pair
    language = (comparison.after if pair.after else comparison.before).language
    pieces = _pieces(pair, comparison.before.language, comparison.after.language)
    return Told(
        note=note,
        does=does,
        language=language_tag(language),
        direction=direction(language),
        pieces=tuple(pieces),
    )


def _pieces(pair: Pair, before_language: str, after_language: str) -> list[tuple[str, str]]:
    """The start of a one-sided sentence; else the first change of words with a little around it."""
    if not (pair.before and pair.after):
        op = Op.INSERT if pair.after else Op.DELETE
        text = pair.after_text(after_language) or pair.before_text(before_language)
        return [(op.value, _short(text, _LONGEST))]
    edits = edits_of(pair, before_language, after_language)
    start = next((n for n, e in enumerate(edits) if e.op is not Op.KEEP and not e.editorial), None)
    if start is None:
        return [("keep", _short(pair.after_text(after_language), _LONGEST))]
    result: list[tuple[str, str]] = []
    if start and edits[start - 1].op is Op.KEEP:
        result.append(("keep", _tail(edits[start - 1].text)))
    room = _LONGEST
    for edit in edits[start:]:
        if room <= 0:
            result.append(("keep", "" if result[-1][1].endswith("…") else " …"))
            break
        long = len(edit.text) > 2 * _CONTEXT and edit.op is Op.KEEP
        text = _short(edit.text, _CONTEXT) if long else _short(edit.text, _LONGEST)
        result.append((edit.op.value, text))
        room -= len(text)
        if long:
            break
    return result


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: _word_end(text, longest)] + " …"


def _word_end(text: str, near: int) -> int:
    """The last space before `near`, if it is not far off."""
    space = text.rfind(" ", near // 2, near)
    return space if space > 0 else near


def _tail(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    space = text.find(" ", len(text) - _CONTEXT)
    return "… " + text[space + 1 if space >= 0 else len(text) - _CONTEXT :]
