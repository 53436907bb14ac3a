"""Lines drawn on a page: through words, which strikes them out, and around the cells of tables.

PDF knows neither struck text nor tables, only thin bars. One that runs through the middle of letters, begins
and ends with them, and goes on for no longer, strikes them; one below their feet underlines. Programs draw
both as filled rectangles or as stroked lines, a bar for each line of text or for each word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from p5diff.ingest.readers.pdf.glyphs import NOTHING, Glyph

_THICKEST = 3.0
"""Points of the box of a bar at most; PDFium gives a stroke twice its width. Bars of more are boxes."""
_LEAST, _MOST = 0.12, 0.5
"""Ems above the baseline between which a bar strikes: small letters reach up to 0.5, Han to 0.85 with their
middle at 0.38; underlines are below 0, and of a line above, what crosses capitals is above 0.5."""
_OVER = 0.4
"""Ems that a bar may reach beyond the letters that it strikes: rules of tables and of pages reach farther."""
_SMALLER = 0.85
"""Of the type size of what stands before: raised marks are smaller than this."""
_TOUCH = 1.0
"""Points between the ends of two bars that are one."""


class Bar(NamedTuple):
    """A thin bar, in points: its box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def level(self) -> bool:
        """Whether it lies, and does not stand."""
        return self.right - self.left > self.top - self.bottom

    def turned(self) -> Bar:
        """The same with its sides for its ends: one that stands lies then."""
        return Bar(self.bottom, self.left, self.top, self.right)

    @property
    def y(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def x(self) -> float:
        """The place of its middle across the page."""
        return (self.left + self.right) / 2


def bar_of(box: tuple[float, float, float, float]) -> Bar | None:
    """The box as a bar, if it is thin enough and longer than thick."""
    bar = Bar(*box)
    width, height = bar.right - bar.left, bar.top - bar.bottom
    thin = min(width, height) <= _THICKEST and max(width, height) > 1.5 * min(width, height)
    return bar if thin else None


def part_struck(
    runs: Sequence[list[Glyph]], bars: Sequence[Bar]
) -> tuple[list[list[Glyph]], list[list[Glyph]]]:
    """The runs of a page without what bars strike out, and that. A struck letter leaves a space in its
    place, so that the line stays as long as it is and its words stay where they are."""
    lying = chained([bar for bar in bars if bar.level])
    if not lying:
        return list(runs), []
    found = _struck([g for run in runs for g in run], lying)
    if not found:
        return list(runs), []
    shown: list[list[Glyph]] = []
    taken: list[list[Glyph]] = []
    for run in runs:
        inside = _with_spaces(run, found)
        shown.append(_with_places(run, inside))
        taken.append([g for g, away in zip(run, inside, strict=True) if away])
    return [run for run in shown if _has_ink(run)], [run for run in taken if _has_ink(run)]


def _struck(glyphs: Sequence[Glyph], bars: Sequence[Bar]) -> frozenset[int]:
    """The numbers of the inked glyphs that bars strike out."""
    inked = sorted((g for g in glyphs if not g.text.isspace()), key=lambda g: g.base)
    heights = [g.base for g in inked]
    largest = max((g.size for g in inked), default=0.0)
    found: set[int] = set()
    for bar in bars:
        near = inked[bisect_left(heights, bar.y - largest) : bisect_right(heights, bar.y)]
        met = [g for g in near if _meets(g, bar)]
        if any(g.text[:1].isalnum() for g in met) and _is_strike(met, bar):
            found.update(g.index for g in met)
    return frozenset(found)


def _is_strike(met: Sequence[Glyph], bar: Bar) -> bool:
    """Whether a bar begins and ends with the letters that it meets, and these fill most of it: else it is a
    rule that runs into words."""
    reach = _OVER * max(g.size for g in met)
    if min(g.left for g in met) - reach > bar.left or bar.right > max(g.right for g in met) + reach:
        return False
    return 2 * sum(g.right - g.left for g in met) > bar.right - bar.left


def _with_spaces(run: Sequence[Glyph], found: frozenset[int]) -> list[bool]:
    """Which glyphs of a run are struck: those found, the spaces between two of them, and raised marks there,
    which the bar of their line meets too low."""
    inside = [g.index in found and not g.text.isspace() for g in run]
    waiting: list[int] = []
    before = False
    for number, glyph in enumerate(run):
        if inside[number]:
            for one in waiting if before else ():
                inside[one] = True
            waiting, before = [], True
        elif glyph.text.isspace() or (before and _is_raised(glyph, run[number - 1])):
            waiting.append(number)
        else:
            waiting, before = [], False
    return inside


def _is_raised(glyph: Glyph, last: Glyph) -> bool:
    return glyph.size < _SMALLER * last.size and glyph.base > last.base


def _with_places(run: Sequence[Glyph], inside: Sequence[bool]) -> list[Glyph]:
    """The run with a space that is no word space in place of each struck glyph. So nothing parts what stood
    before the struck words from what stood after them, but the spaces that are not struck themselves."""
    return [
        replace(g, text=NOTHING, made=True, written=False, gone=True) if away else g
        for g, away in zip(run, inside, strict=True)
    ]


def _has_ink(run: Sequence[Glyph]) -> bool:
    return any(not g.text.isspace() for g in run)


def _meets(glyph: Glyph, bar: Bar) -> bool:
    """Whether a bar runs through the middle of a glyph."""
    middle = (glyph.left + glyph.right) / 2
    if not bar.left - 0.5 <= middle <= bar.right + 0.5:
        return False
    return _LEAST * glyph.size <= bar.y - glyph.base <= _MOST * glyph.size


def chained(bars: Sequence[Bar]) -> list[Bar]:
    """Lying bars, those of one height that touch as one: some programs draw one for each word or cell."""
    result: list[Bar] = []
    for line in _heights(bars):
        last: Bar | None = None
        for bar in sorted(line):
            if last and bar.left <= last.right + _TOUCH:
                bottom, top = min(last.bottom, bar.bottom), max(last.top, bar.top)
                last = result[-1] = Bar(last.left, bottom, max(last.right, bar.right), top)
            else:
                result.append(last := bar)
    return result


def _heights(bars: Sequence[Bar]) -> list[list[Bar]]:
    """The bars by their heights, from the lowest."""
    lines: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda bar: bar.y):
        if lines and bar.y - lines[-1][0].y < _TOUCH:
            lines[-1].append(bar)
        else:
            lines.append([bar])
    return lines
