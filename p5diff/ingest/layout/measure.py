"""The evidence of a whole document: how wide its lines are, and what a blank or an indent means.

Text wrapped to a measure breaks a line only where the next word no longer fits. So a line that
would have had room for the next word ends on purpose: a paragraph, a title line, an address.
That is certain for a text wrapped by a program, and likely for one set by a printer; which of
the two a document is shows in the lines that surely go on (the next begins in lower case).

Worked example. Lines of 71, 70 and 72 columns and one of 38, which is followed by a line that begins
with "The": "The" would have fitted after column 38, so that line ends its paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from p5diff.ingest.layout.gaps import METRICS, LineGap, room_in, width_of
from p5diff.ingest.layout.lines import TextLine

_FIRST_LINE = 8
"""The deepest indent of a first line; what stands deeper is a column of its own."""
COMMAS = ",，、،"
_SAMPLE = 4000
"""Gaps measured: a longer text is sampled evenly, since its layout shows in a part of it."""
_SUPPORT = 2
"""Weight of gaps that agree, in a script without case, before the document's habit counts: one is chance."""


class LayoutEvidence(NamedTuple):
    """What the document as a whole says about its layout. Widths are columns of `metric`."""

    measure: int
    metric: int
    wrapped: bool
    """Lines are filled as far as they go: a line with room left ends on purpose."""
    noisy_blanks: bool
    """Blank lines also stand inside sentences: they prove nothing."""
    indented: bool
    """Paragraphs begin with an indent."""
    base: int
    """The indent of an ordinary line."""
    slack: int = 0
    """Columns already taken off the measure for a usual indent."""
    prefer_break: bool = True
    """After a sentence that fills its line, a blank that proves nothing is likelier a break."""
    unwrapped: bool = False
    """No line was cut inside a sentence: each line is a paragraph as it stands."""
    least_blanks: int = 0
    """Noisy blanks only: so many blank lines are a break for sure, fewer are noise (0: unknown)."""
    parted: bool = False
    """Nearly every paragraph that surely ends is followed by a blank line."""
    clauses: bool = False
    """A comma stands before a blank line: it ends clauses of a preamble."""


def evidence(lines: Sequence[TextLine], found: Sequence[LineGap]) -> LayoutEvidence:
    """Weigh the document: its measure first, then blanks and indents in its light."""
    found = found[:: 1 + len(found) // _SAMPLE]  # a long text shows its layout in a part of it
    sure, cased = _surely_on(found), _cased(found)
    most = 0.1 if cased else 0.25
    slacks = (0, _usual_indent(lines))
    tried = [
        (width - slack, slack, metric, _violations(sure, width - slack, metric, cased))
        for metric, width in ((m, _measure(lines, m)) for m in range(len(METRICS)))
        for slack in slacks
    ]
    width, slack, metric, share = min(tried, key=lambda t: (t[3] > most, t[1], t[3], t[2]))
    rough = LayoutEvidence(
        measure=width,
        metric=metric,
        slack=slack,
        wrapped=share <= most,
        noisy_blanks=False,
        indented=False,
        base=_base(lines),
    )
    least = _least_blanks(found, rough)
    indent = _indented(found, rough)
    return LayoutEvidence(
        measure=width,
        metric=metric,
        slack=slack,
        wrapped=rough.wrapped,
        noisy_blanks=least > 0 or _noisy(found, rough),
        indented=indent,
        base=rough.base,
        prefer_break=_prefer_break(found, rough),
        unwrapped=not any(_cut_line(gap, rough) for gap in found),
        least_blanks=least,
        parted=_parted(found, rough),
        clauses=any(
            gap.after.blanks and not gap.after.torn and gap.before.text[-1] in COMMAS for gap in found
        ),
    )


def has_room(gap: LineGap, weight: LayoutEvidence, *, indent: int = 0) -> bool:
    """Whether the line before had room for the first word of the line after.

    `indent` is that of the paragraph's first line, where its sentence is still open: some
    wrappers take it off the measure of every line of the paragraph.
    """
    inset = indent - weight.base
    extra = max(0, inset - weight.slack) if inset <= _FIRST_LINE else 0
    return room_in(gap, weight.measure - extra, weight.metric)


def _measure(lines: Sequence[TextLine], metric: int) -> int:
    """The widest width that enough lines come near: one stray long line does not count."""
    widths = sorted(
        (width_of(line.text, metric) for line in lines if not line.text.startswith("#")), reverse=True
    )
    need = 1 + len(widths) // 25
    for index, width in enumerate(widths):
        near = index + need - 1
        if near < len(widths) and widths[near] >= width * 0.94 - 1:
            return width
    return widths[0] if widths else 0


def _cased(found: Sequence[LineGap]) -> bool:
    return sum(gap.lower for gap in found) * 5 > len(found)


def _surely_on(found: Sequence[LineGap]) -> list[LineGap]:
    """Gaps inside a sentence beyond doubt: by case, or in scripts without case by open ends."""
    if _cased(found):
        return [gap for gap in found if gap.lower and gap.open_end]
    return [
        gap
        for gap in found
        if gap.open_end and not gap.label and not gap.ended and not gap.after.text[0].isupper()
    ]


def _violations(sure: Sequence[LineGap], measure: int, metric: int, cased: bool) -> float:
    """Share of the lines that surely go on although they had room: 0 for a wrapped text."""
    if not cased:  # without case a title line looks open: leave the short ones out
        sure = [gap for gap in sure if width_of(gap.before.text, metric) * 10 > measure * 6]
    if not sure:
        return 0.0
    return sum(room_in(gap, measure, metric) for gap in sure) / len(sure)


def _cut_line(gap: LineGap, weight: LayoutEvidence) -> bool:
    """Whether a line seems cut inside a sentence: it is long, ends open, and nothing new begins."""
    return gap.open_end and not gap.ended and not gap.label and is_near(gap, weight)


def _noisy(found: Sequence[LineGap], weight: LayoutEvidence) -> bool:
    """Whether blank lines stand inside sentences, in full lines that surely go on."""
    blank = [gap for gap in found if gap.after.blanks and not gap.after.torn]
    cased = _cased(found)
    if not cased and sum(is_near(gap, weight) for gap in found) < _SUPPORT:
        return False  # the widest line of a text that was never wrapped is not full, only long
    if not cased:  # titles above the first sentence end in the open, as long as they may be
        first = next((gap for gap in found if gap.ended), None)
        blank = [gap for gap in blank if first is not None and gap.before.start >= first.before.start]
    going_on = [
        gap
        for gap in blank
        if not gap.label
        and (gap.lower if cased else not (gap.ended or gap.after.text[0].isupper()))
        and (gap.open_end or gap.before.text[-1] in COMMAS)
    ]
    inside = [gap for gap in going_on if not has_room(gap, weight)]
    # one long line among clauses of all lengths fills the measure by being the longest
    return len(inside) >= max(1, len(blank) // 20) and len(inside) * 2 > len(going_on)


def _usual_indent(lines: Sequence[TextLine]) -> int:
    """The commonest indent beyond the base: some wrappers take it off every line's measure."""
    base = _base(lines)
    counts = Counter(line.indent - base for line in lines if base < line.indent <= base + _FIRST_LINE)
    return max(counts, key=lambda indent: (counts[indent], -indent)) if counts else 0


def _base(lines: Sequence[TextLine]) -> int:
    """The smallest indent that more than a stray line has."""
    counts = Counter(line.indent for line in lines)
    need = 1 + len(lines) // 25
    return min((indent for indent, n in counts.items() if n >= need), default=0)


def _indented(found: Sequence[LineGap], weight: LayoutEvidence) -> bool:
    """Whether an indent opens paragraphs: it follows ends, and ends are followed by it."""
    deep = [gap for gap in found if gap.after.indent > weight.base]
    flat = [gap for gap in found if gap.after.indent <= weight.base]
    if len(deep) < 2 or not flat:
        return False
    after_end = sum(gap.ended or gap.before.text[-1] in ":：;；" for gap in deep)
    ends = [gap for gap in found if gap.ended and has_room(gap, weight)]
    followed = sum(gap.after.indent > weight.base for gap in ends)
    stray = sum(gap.ended and has_room(gap, weight) for gap in flat)
    return after_end * 10 >= len(deep) * 6 and followed * 2 >= len(ends) and stray * 3 <= len(flat)


def _parted(found: Sequence[LineGap], weight: LayoutEvidence) -> bool:
    """Whether blank lines stand after most sentences that end a paragraph, for all that shows: all but lines
    of an address or a source, one in three at most. A full line before a blank one shows it too, where
    another had room; a line that ends in an abbreviation shows nothing."""
    ends = [gap for gap in found if gap.ended and not gap.clipped]
    free = [gap for gap in ends if has_room(gap, weight)]
    blank = sum(gap.after.blanks > 0 for gap in ends)
    solid = sum(not gap.after.blanks for gap in free)
    return bool(free) and blank + solid >= _SUPPORT and blank >= solid * 2


def is_near(gap: LineGap, weight: LayoutEvidence) -> bool:
    """Whether the line before comes near the measure."""
    return (gap.before.indent + width_of(gap.before.text, weight.metric)) * 20 >= weight.measure * 17


def _prefer_break(found: Sequence[LineGap], weight: LayoutEvidence) -> bool:
    """After a full line that ends a sentence, with a noisy blank: a break or an accident?

    Both happen by chance. Accidents are estimated from how often such lines have no blank after
    them, times the rate of noise; breaks from the number of sure breaks, times the chance that a
    last line is full (about one word in a measure).
    """
    sure = _surely_on(found)
    noise = sum(gap.after.blanks > 0 for gap in sure) / len(sure) if sure else 0.0
    full = [gap for gap in found if gap.ended and not gap.after.torn and not has_room(gap, weight)]
    plain = sum(not gap.after.blanks for gap in full)
    breaks = [gap for gap in found if gap.ended and has_room(gap, weight)]
    if not noise:
        return len(full) > plain * 2
    if any(not gap.after.blanks for gap in breaks):
        return False
    word = 6 / max(weight.measure, 12)
    accidents = plain * noise / max(1.0 - noise, 0.05)
    return len(breaks) * word >= accidents


def _least_blanks(found: Sequence[LineGap], weight: LayoutEvidence) -> int:
    """How many blank lines part paragraphs, where fewer stand inside sentences; 0 if unknown."""
    solid = [gap for gap in found if not gap.after.torn and gap.after.blanks and not gap.label]
    full = [gap for gap in solid if not has_room(gap, weight)]
    breaks = [gap.after.blanks for gap in solid if gap.ended and has_room(gap, weight)]
    least = min(breaks, default=0)
    fewer = any(gap.after.blanks < least for gap in full)
    torn = any(gap.after.blanks >= least and not gap.ended for gap in full)
    return least if len(breaks) > 1 and fewer and not torn else 0
