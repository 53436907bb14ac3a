"""The words that tell a change in a line or two: the same in the page, the Word file and the PDF."""

from __future__ import annotations

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Shift, Verdict
from p5diff.report.brief import Brief, BriefLine, Point
from p5diff.report.phrases import ARROWS
from p5diff.report.rank import DIRECTED

_LONGEST = 160
"""Characters of an excerpt: two lines of a page."""
_CONTEXT = 32
"""Characters of unchanged words around a change: enough to know the place again."""
TOLD = 8
"""Changes told under the points together: with head, counts and topics they fill a page, no more."""


def shift_words(shift: Shift) -> str:
    """`▼ strength: weaker: “we will” → “we may”`, in words, without the rule behind it."""
    said = f"{ARROWS.get(shift.verdict, '·')} {shift.aspect}: {shift.verdict.value}"
    if not (shift.before or shift.after):
        return said
    return f"{said}: “{shift.before or '—'}” → “{shift.after or '—'}”"


def reason(shift: Shift) -> str:
    """The rule and the steps behind a verdict, for those who ask for them."""
    return " ".join(part for part in (shift.explanation, f"[{shift.rule}]" if shift.rule else "") if part)


def told_shifts(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    """Those that say that something changed."""
    return tuple(s for s in shifts if s.verdict is not Verdict.SAME)


def fitted(found: Brief) -> tuple[tuple[Point, tuple[BriefLine, ...], tuple[int, ...]], ...]:
    """Each point with the changes that are told and the numbers of the others, so that a page holds them."""
    most = max(1, TOLD // max(len(found.points), 1))
    return tuple(
        (
            point,
            point.items[:most],
            (*(item.number for item in point.items[most:]), *point.others),
        )
        for point in found.points
    )


def unplaced(found: Brief) -> tuple[Point, ...]:
    """Verdicts of direction that stand under none of the points: named by their numbers."""
    return tuple(point for point in found.further if point.consequence in DIRECTED)


def numbers(found: tuple[int, ...], most: int = 24) -> tuple[tuple[int, ...], int]:
    """The first numbers, and how many more there are."""
    return found[:most], max(len(found) - most, 0)


def not_told(found: Brief) -> str:
    """What the page leaves out, counted, and where it stands; empty for nothing."""
    every = sum(len(section.lines) for section in found.sections)
    told = sum(len(items) for _, items, _ in fitted(found))
    said = [f"{every - told} more changes, all marked in the text"] if every > told else []
    said += [f"{found.quiet} of print or formalities only"] if found.quiet else []
    said += (
        [f"{found.uncovered} sentences not compared (a partial text, or another language)"]
        if found.uncovered
        else []
    )
    return f"Not told above: {'; '.join(said)}." if said else ""


def pieces(line: BriefLine) -> list[tuple[str, str]]:
    """(operation, text): the start of a one-sided sentence, both of a recast pair, else the first
    change of words with a little around it.
    """
    if line.what == PairKind.RECAST.value and line.before and line.after:
        return [("delete", _short(line.before, _LONGEST // 2)), ("insert", _short(line.after, _LONGEST // 2))]
    if not (line.before and line.after):
        op = Op.INSERT if line.after else Op.DELETE
        return [(op.value, _short(line.after or line.before, _LONGEST))]
    edits = line.edits
    start = next((n for n, e in enumerate(edits) if e.op is not Op.KEEP and not e.editorial), None)
    if start is None:
        return [("keep", _short(line.after, _LONGEST))]
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
