"""The words that tell a change in a line or two: the same in the page, the Word file and the PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from p5diff.model.alignment import Op, PairKind, WordEdit
from p5diff.model.comparison import Shift, Side, Verdict
from p5diff.report.bidi import right_to_left
from p5diff.report.brief import Brief, BriefLine, Point
from p5diff.report.cut import ENDS, cells, end, short, telling
from p5diff.report.phrasebook import Phrases, Say, english, phrases
from p5diff.report.phrases import ARROWS, SIGNS
from p5diff.report.rank import DIRECTED
from p5diff.report.room import allotted
from p5diff.report.subjects import Group, Subject, grouped

_LONGEST = 160
"""Cells of an excerpt: two lines of a page."""
_CONTEXT = 32
"""Cells of unchanged words beside a change: enough to know the place again."""
_LEAST = 20
"""Cells that are worth beginning another run of words in."""
_TELLING = 40
"""Cells that a figure, or the words that act, weigh beside the length of a change: about six words."""
_FIGURES = 1
"""Short changes with a figure that are told in front of the longest change of a sentence: a second one would
leave it no words."""
_SIDES = {Op.DELETE: Side.BEFORE, Op.INSERT: Side.AFTER, Op.KEEP: Side.AFTER}
TOLD = 8
"""Changes told under the points together: with head, counts and topics they fill a page, no more."""


def shift_words(shift: Shift, words: Phrases | None = None) -> str:
    """`▼ strength: weaker: “we will” → “we may”`, in words (English unless given), without its rule."""
    said = f"{ARROWS.get(shift.verdict, '·')} {aspect_words(shift, words)}"
    if not (shift.before or shift.after):
        return said
    arrow = "←" if words is not None and right_to_left(words.language) else "→"
    book = words or phrases("en")
    old, new = (book.quoted(side) if side else "—" for side in (shift.before, shift.after))
    return f"{words.led(said) if words else f'{said}: '}{old} {arrow} {new}"


def aspect_words(shift: Shift, words: Phrases | None = None) -> str:
    """`strength: weaker`."""
    if words is None:
        return f"{shift.aspect}: {shift.verdict.value}"
    return words.led(words.word("aspects", shift.aspect)) + words.word("verdicts", shift.verdict.value)


def reason(shift: Shift) -> str:
    """The rule and the steps behind a verdict, for those who ask for them."""
    return " ".join(part for part in (shift.explanation, f"[{shift.rule}]" if shift.rule else "") if part)


def told_shifts(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    """Those that say that something changed."""
    return tuple(s for s in shifts if s.verdict is not Verdict.SAME)


def share(line: BriefLine, cut: Sequence[tuple[str, str]]) -> float:
    """Which share of what a change says is in what is shown of it (`cut`): of a sentence that is new or gone
    its letters, of a reworded one the letters that came and went."""
    if not (line.before and line.after):
        whole, shown = line.after or line.before, "".join(text for _, text in cut)
    elif line.what == PairKind.RECAST.value or not line.edits:
        whole, shown = line.before + line.after, "".join(text for _, text in cut)
    else:
        whole = "".join(edit.text for edit in line.edits if edit.op is not Op.KEEP and not edit.editorial)
        shown = "".join(text for op, text in cut if op != Op.KEEP.value)
    return min(len(shown.replace("…", "")) / max(len(whole), 1), 1.0)


def fitted(
    found: Brief, most: int = TOLD
) -> tuple[tuple[Point, tuple[BriefLine, ...], tuple[int, ...]], ...]:
    """Each point with the changes that are told (`most` of all) and the numbers of the others, so that a page
    holds them."""
    told = allotted(found.points, most, (1,), lambda _line, _length: (1, 1.0), lambda _point, _told: 0)
    return tuple(
        (
            point,
            point.items[: len(lengths)],
            (*(item.number for item in point.items[len(lengths) :]), *point.others),
        )
        for point, lengths in zip(found.points, told, strict=True)
    )


def unplaced(found: Brief) -> tuple[Point, ...]:
    """Verdicts of direction that stand under none of the points: named by their numbers."""
    return tuple(point for point in found.further if point.consequence in DIRECTED)


def numbers(found: tuple[int, ...], most: int = 14) -> tuple[tuple[int, ...], int]:
    """The first numbers, and how many more there are."""
    return found[:most], max(len(found) - most, 0)


def about(
    found: Sequence[int],
    subjects: Mapping[int, Subject],
    words: Phrases,
    number: str = "#{}",
    *,
    signed: bool = False,
) -> str:
    """`“Lake Orr” #3, #7; ▼ “grain” #9`: changes by subject and number, `signed` with what each is where they
    are of several kinds."""
    return words.joined(about_one(group, words, number, signed=signed) for group in grouped(found, subjects))


def about_one(group: Group, words: Phrases, number: str = "#{}", *, signed: bool = False) -> str:
    """Changes about one thing by its words and their numbers."""
    numbers = ", ".join(map(number.format, group.numbers))
    sign = sign_of(group, signed=signed)
    return " ".join(
        part for part in (sign, words.quoted(group.words) if group.words else "", numbers) if part
    )


def sign_of(group: Group, *, signed: bool) -> str:
    """What became of changes that are only named: in a point of several kinds."""
    return SIGNS[group.what] if signed and group.what else ""


def not_told(found: Brief, say: Say = english, most: int = TOLD) -> str:
    """What the page leaves out, counted, and where it stands; empty for nothing."""
    every = sum(len(section.lines) for section in found.sections)
    told = sum(len(items) for _, items, _ in fitted(found, most))
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
    return say("Not told above: {said}.", said=say("; ").join(said)) if said else ""


def pieces(line: BriefLine, longest: int = _LONGEST) -> list[tuple[str, str]]:
    """(operation, text): a one-sided sentence, both of a recast pair, else the words of a change in their
    places, those that say most, long stretches of kept words cut. At most about `longest` cells; 0 for all
    of it.
    """
    if not (line.before and line.after):
        op, side = (Op.INSERT, Side.AFTER) if line.after else (Op.DELETE, Side.BEFORE)
        acts = tuple(e.text for e in line.evidence if e.side is side and e.text)
        return [(op.value, telling(line.after or line.before, longest, acts))]
    if line.what == PairKind.RECAST.value or not line.edits:
        went, came = _shares(cells(line.before), cells(line.after), longest)
        return [("delete", short(line.before, went)), ("insert", short(line.after, came))]
    if not longest:
        return [(edit.op.value, edit.text) for edit in line.edits]
    return _chosen(line, longest)


def _chosen(line: BriefLine, longest: int) -> list[tuple[str, str]]:
    """The changes of words that say most, whole as far as they find room, in reading order; what stands
    between them, changed or not, cut to what tells the place.
    """
    acts = {side: tuple(e.text for e in line.evidence if e.side is side and e.text) for side in Side}
    runs = _runs(line.edits)
    room = longest
    told: dict[int, list[tuple[str, str]]] = {}
    ranked = sorted(runs, key=lambda run: (-_worth(line.edits[run.start : run.stop], acts), run.start))
    stretches = {run.start: line.edits[run.start : run.stop] for run in runs}
    for run in ranked[1:]:
        stretches[run.start] = _to_the_figure(stretches[run.start])
    figures = [run for run in ranked[1:] if _is_figure(stretches[run.start], longest)][:_FIGURES]
    for run in (*figures, *(run for run in ranked if run not in figures)):
        words = stretches[run.start] if run in figures else line.edits[run.start : run.stop]
        needs = sum(cells(edit.text) for edit in words) + min(_CONTEXT, _before(line.edits, run.start))
        if run == ranked[0] or needs <= room:
            told[run.start] = _fitted_run(words, max(room - _CONTEXT, _LEAST), acts)
            room -= min(needs, room)
    beside = _CONTEXT + room // (2 * max(len(told), 1))
    result: list[tuple[str, str]] = []
    gap: list[WordEdit] = []
    at = 0
    while at < len(line.edits):
        if at in told:
            result += (
                [("keep", text)] if (text := _between(gap, beside, first=not result, last=False)) else []
            )
            result += told[at]
            at = next(run.stop for run in runs if run.start == at)
            gap = []
        else:
            gap.append(line.edits[at])
            at += 1
    result += [("keep", text)] if (text := _between(gap, beside, first=False, last=True)) else []
    return result


def _runs(edits: Sequence[WordEdit]) -> list[range]:
    """Where words changed, each stretch with nothing kept inside."""
    changed = [at for at, edit in enumerate(edits) if edit.op is not Op.KEEP]
    starts = [at for at in changed if at - 1 not in changed]
    return [range(at, next(n for n in range(at, len(edits) + 1) if n not in changed)) for at in starts]


def _worth(words: Sequence[WordEdit], acts: Mapping[Side, Sequence[str]]) -> int:
    """How much a changed stretch says, in cells of text; a figure or the words that act say more."""
    size = sum(cells(edit.text.strip()) for edit in words if not edit.editorial)
    figure = any(character.isdigit() for edit in words for character in edit.text)
    acting = any(text in edit.text for edit in words for text in acts[_SIDES[edit.op]])
    return size + _TELLING * (figure + acting) if size else 0


def _is_figure(words: Sequence[WordEdit], longest: int) -> bool:
    """Whether a changed stretch is a few words with a figure: it is told before a long one is."""
    figure = any(character.isdigit() for edit in words for character in edit.text)
    return figure and sum(cells(edit.text) for edit in words) + _CONTEXT <= longest // 2


def _to_the_figure(words: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """A changed stretch up to the end of the clause with its first figure: "to 1/4 percent …". Words that
    follow are another clause, which needs not be told where the figure is."""
    return tuple(replace(edit, text=_clause_with_figure(edit.text)) for edit in words)


def _clause_with_figure(text: str) -> str:
    figure = next((at for at, character in enumerate(text) if character.isdigit()), -1)
    stops = [at for mark in ENDS if (at := text.find(mark, figure)) >= 0]
    return f"{text[: min(stops)]} …" if figure >= 0 and stops else text


def _before(edits: Sequence[WordEdit], at: int) -> int:
    return cells(edits[at - 1].text) if at else 0


def _fitted_run(
    words: Sequence[WordEdit], room: int, acts: Mapping[Side, Sequence[str]]
) -> list[tuple[str, str]]:
    """One changed stretch in so many cells."""
    came = sum(cells(edit.text) for edit in words if edit.op is Op.INSERT)
    went = sum(cells(edit.text) for edit in words if edit.op is Op.DELETE)
    old, new = _shares(went, came, room)
    return [
        (
            edit.op.value,
            telling(edit.text, max(new if edit.op is Op.INSERT else old, _LEAST), acts[_SIDES[edit.op]]),
        )
        for edit in words
    ]


def _shares(went: int, came: int, room: int) -> tuple[int, int]:
    """Cells for what went and for what came: what went has at most two fifths where what came needs the
    rest, since a reader signs what stands now; 0 of 0 is all."""
    old = max(room * 2 // 5, room - came) if came else room
    return old, room - min(old, went)


def _between(gap: Sequence[WordEdit], beside: int, *, first: bool, last: bool) -> str:
    """Kept words beside a change with … for those far from it, and for changes that find no room."""
    if not gap:
        return ""
    if len(gap) == 1 and cells(gap[0].text) <= 2 * beside:
        return gap[0].text
    head = "" if first or gap[0].op is not Op.KEEP else f"{short(gap[0].text, beside).removesuffix(' …')} "
    tail = "" if last or gap[-1].op is not Op.KEEP else end(gap[-1].text, beside)
    return f"{head}…{tail}" if tail or last else f"{head}… "
