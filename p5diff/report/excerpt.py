"""The words that tell a change in a line or two: the same in the page, the Word file and the PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Shift, Verdict
from p5diff.report.bidi import right_to_left
from p5diff.report.brief import Brief, BriefLine, Point
from p5diff.report.cut import around, cells, end, short
from p5diff.report.phrasebook import Phrases, Say, english
from p5diff.report.phrases import ARROWS
from p5diff.report.rank import DIRECTED

_LONGEST = 160
"""Cells of an excerpt: two lines of a page."""
_CONTEXT = 32
"""Cells of unchanged words beside a change: enough to know the place again."""
_LEAST = 20
"""Cells that are worth beginning another run of words in."""
_USUAL = 3
"""Changes that each point tells where they can be told generously."""
TOLD = 8
"""Changes told under the points together: with head, counts and topics they fill a page, no more."""


def shift_words(shift: Shift, words: Phrases | None = None) -> str:
    """`▼ strength: weaker: “we will” → “we may”`, in words (English unless given), without its rule."""
    said = f"{ARROWS.get(shift.verdict, '·')} {aspect_words(shift, words)}"
    if not (shift.before or shift.after):
        return said
    arrow = "←" if words is not None and right_to_left(words.language) else "→"
    return f"{said}: “{shift.before or '—'}” {arrow} “{shift.after or '—'}”"


def aspect_words(shift: Shift, words: Phrases | None = None) -> str:
    """`strength: weaker`."""
    if words is None:
        return f"{shift.aspect}: {shift.verdict.value}"
    return f"{words.word('aspects', shift.aspect)}: {words.word('verdicts', shift.verdict.value)}"


def reason(shift: Shift) -> str:
    """The rule and the steps behind a verdict, for those who ask for them."""
    return " ".join(part for part in (shift.explanation, f"[{shift.rule}]" if shift.rule else "") if part)


def told_shifts(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    """Those that say that something changed."""
    return tuple(s for s in shifts if s.verdict is not Verdict.SAME)


def fit(
    points: Sequence[Point],
    room: int,
    height: Callable[[Point, int, int], int],
    generous: Sequence[int],
) -> tuple[list[int], int]:
    """How many changes each point tells, and how long each is, so that `room` holds them.

    `height(point, changes, longest)` measures a point; `generous` are lengths of one change, longest
    first. The first length is taken in which each point tells `_USUAL` changes; else the last one, in
    which each tells one. What room is left then goes, a change at a time, to the points in their order.
    Where not even one each finds room, the last points name all their changes by number.
    """
    if not points:
        return [], generous[-1]
    measured: dict[tuple[int, int, int], int] = {}

    def needs(told: Sequence[int], longest: int) -> int:
        for at, (point, count) in enumerate(zip(points, told, strict=True)):
            if (at, count, longest) not in measured:
                measured[at, count, longest] = height(point, count, longest)
        return sum(measured[at, count, longest] for at, count in enumerate(told))

    for longest in generous:
        told = [min(_USUAL, len(point.items)) for point in points]
        if needs(told, longest) <= room:
            break
    else:
        longest = generous[-1]
        told = [min(1, len(point.items)) for point in points]
        for at in range(len(points) - 1, -1, -1):
            if needs(told, longest) > room:
                told[at] = 0
    return _grown(
        told, [len(point.items) for point in points], lambda more: needs(more, longest) <= room
    ), longest


def _grown(told: list[int], most: Sequence[int], fits: Callable[[Sequence[int]], bool]) -> list[int]:
    """One change more for each point in turn, up to `most`, as long as that fits."""
    grown = True
    while grown:
        grown = False
        for at, limit in enumerate(most):
            more = [*told[:at], told[at] + 1, *told[at + 1 :]]
            if told[at] < limit and fits(more):
                told, grown = more, True
    return told


def fitted(found: Brief) -> tuple[tuple[Point, tuple[BriefLine, ...], tuple[int, ...]], ...]:
    """Each point with the changes that are told and the numbers of the others, so that a page holds them."""
    told, _ = fit(found.points, TOLD, lambda _point, count, _longest: count, (1,))
    return tuple(
        (point, point.items[:count], (*(item.number for item in point.items[count:]), *point.others))
        for point, count in zip(found.points, told, strict=True)
    )


def unplaced(found: Brief) -> tuple[Point, ...]:
    """Verdicts of direction that stand under none of the points: named by their numbers."""
    return tuple(point for point in found.further if point.consequence in DIRECTED)


def numbers(found: tuple[int, ...], most: int = 24) -> tuple[tuple[int, ...], int]:
    """The first numbers, and how many more there are."""
    return found[:most], max(len(found) - most, 0)


def not_told(found: Brief, say: Say = english) -> str:
    """What the page leaves out, counted, and where it stands; empty for nothing."""
    every = sum(len(section.lines) for section in found.sections)
    told = sum(len(items) for _, items, _ in fitted(found))
    counts = (
        (every - told, "1 more change, marked in the text", "{n} more changes, all marked in the text"),
        (found.quiet, "1 of print or formalities only", "{n} of print or formalities only"),
        (
            found.uncovered,
            "1 sentence not compared (a partial text, or another language)",
            "{n} sentences not compared (a partial text, or another language)",
        ),
    )
    said = [say(one if n == 1 else more, n=n) for n, one, more in counts if n > 0]
    return say("Not told above: {said}.", said="; ".join(said)) if said else ""


def pieces(line: BriefLine, longest: int = _LONGEST) -> list[tuple[str, str]]:
    """(operation, text): a one-sided sentence, both of a recast pair, else the words of a change in their
    places, long stretches of kept words cut. At most `longest` cells; 0 for all of it.
    """
    if not (line.before and line.after):
        op = Op.INSERT if line.after else Op.DELETE
        return [(op.value, short(line.after or line.before, longest))]
    if line.what == PairKind.RECAST.value or not line.edits:
        half = longest // 2
        return [("delete", short(line.before, half)), ("insert", short(line.after, half))]
    if not longest:
        return [(edit.op.value, edit.text) for edit in line.edits]
    result: list[tuple[str, str]] = []
    room, run = longest, max(longest * 2 // 5, _CONTEXT)  # so that what came is seen beside what went
    last = len(line.edits) - 1
    changed = False
    for number, edit in enumerate(line.edits):
        changed = changed or edit.op is not Op.KEEP
        if edit.op is Op.KEEP:
            shown = short(_beside(edit.text, first=number == 0, last=number == last), max(room, 1))
        else:
            shown = around(edit.text, max(min(run, room), _LEAST))
        result.append((edit.op.value, shown))
        room -= cells(shown)
        replaced = edit.op is Op.DELETE and number < last and line.edits[number + 1].op is Op.INSERT
        if room < _LEAST and changed and not replaced:
            if not shown.endswith("…") and number < last:
                result[-1] = (edit.op.value, shown.rstrip())
                result.append(("keep", " …"))
            break
    return result


def _beside(text: str, *, first: bool, last: bool) -> str:
    """Kept words with … for those that are far from any change."""
    if cells(text) <= 2 * _CONTEXT:
        return text
    head = "" if first else f"{short(text, _CONTEXT).removesuffix(' …')} "
    return f"{head}…{'' if last else end(text, _CONTEXT)}"
