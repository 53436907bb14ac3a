"""The brief at the top of the page: by topic, what is new, dropped, reworded, stronger, weaker."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.model.alignment import Op, Pair
from p5diff.model.comparison import Comparison
from p5diff.render.html.notes import Note, notes
from p5diff.render.html.tags import direction, language_tag
from p5diff.render.order import edits_of
from p5diff.render.view import sections

_SAID = ("new", "dropped", "reworded", "moved")
_LONGEST = 160
_CONTEXT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One change in a line: its note, and the words that tell it, kept, deleted or inserted."""

    note: Note
    language: str
    direction: str
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBrief:
    """One topic: how many changes of each sort, then the changes. `rest` counts the quiet ones."""

    label: str
    counts: str
    lines: tuple[BriefLine, ...]
    rest: str


def brief(comparison: Comparison) -> tuple[TopicBrief, ...]:
    """Topics with something to tell, in the comparison's order."""
    found = notes(comparison)
    result = []
    for section in sections(comparison):
        told = [found[row.number] for row in section.rows if row.number in found]
        main = [note for note in told if set(_SAID) & set(note.tokens) or note.strength]
        if told:
            result.append(
                TopicBrief(
                    label=section.label,
                    counts=_counts(told),
                    lines=tuple(_line(comparison, note) for note in main),
                    rest=_rest(len(told) - len(main)),
                )
            )
    return tuple(result)


def _counts(told: list[Note]) -> str:
    counts: dict[str, int] = {}
    for note in told:
        for word in (*note.words, *note.strength):
            counts[word] = counts.get(word, 0) + 1
    return ", ".join(f"{count} {word}" for word, count in counts.items())


def _rest(count: int) -> str:
    return f"and {count} of print or coverage only" if count else ""


def _line(comparison: Comparison, note: Note) -> BriefLine:
    pair = comparison.changes[note.number - 1].pair
    language = (comparison.after if pair.after else comparison.before).language
    pieces = _pieces(pair, comparison.before.language, comparison.after.language)
    return BriefLine(
        note=note, language=language_tag(language), direction=direction(language), pieces=tuple(pieces)
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
            result.append(("keep", " …"))
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
