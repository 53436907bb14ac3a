"""What is usual in this document: body size, line pitch, the edges of each column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.tags import NodeKind

_WIDE = 0.6
"""Of the widest line: lines that show the measure; headings and last lines are shorter."""
_INDENT = 0.7
"""Of the type size: less is the unevenness of setting, more is meant."""
_DEEP = 5
"""Ems: what starts deeper is a display, unless the text itself starts there."""
_MARGIN = 0.25
"""Where so many lines start at one place, the text starts there, however far from the edge of the page's
outermost lines: a column of numbers and a letterhead hang out to its left."""
_NEAR = 30.0
"""Ragged lines end within this distance (points) of the edge often enough to show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasures:
    """Figures of a whole document, in points. `edges` gives left and right of a column."""

    size: float
    pitch: dict[float, float]
    edges: dict[tuple[int, int], tuple[float, float]]
    headed: bool = False
    """Whether the tags of the file name headings."""
    indents: frozenset[float] = frozenset()
    """First-line indents this document uses, in ems."""

    def is_usual_indent(self, before: float) -> bool:
        """Whether lines of this document start there again and again."""
        return any(abs(before - indent) < 0.15 for indent in self.indents)

    def pitch_of(self, line: PageLine) -> float:
        """The usual distance of two baselines in text of that line's size."""
        return self.pitch.get(_rounded(line.size), 1.3 * line.size)

    def slack(self, line: PageLine) -> tuple[float, float]:
        """Room before and after the line in reading direction, in ems of its size."""
        left, right = self.edges[line.page, line.column]
        room = ((line.left - left) / line.size, (right - line.right) / line.size)
        return (room[1], room[0]) if line.rtl else room

    def share(self, line: PageLine) -> float:
        """How much of its column the line fills, 0 to 1."""
        left, right = self.edges[line.page, line.column]
        return line.width / (right - left or 1.0)


def measure(pages: list[list[PageLine]]) -> PageMeasures:
    """The figures of a document, from its body lines in reading order."""
    everything = [line for page in pages for line in page]
    lines = [line for line in everything if not (line.row or line.alone)] or everything
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    pitch = _pitches([[line for line in page if not (line.row or line.alone)] for page in pages])
    bare = PageMeasures(size=size, pitch=pitch, edges={**_edges(everything), **_edges(lines)})
    starts = Counter(round(bare.slack(line)[0] * 10) for line in lines if _rounded(line.size) == size)
    usual = {start / 10 for start, count in starts.items() if _INDENT <= start / 10 <= _DEEP and count >= 3}
    start, count = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    if start / 10 > _DEEP and count >= max(3, _MARGIN * starts.total()):
        usual.add(start / 10)
    headed = any(line.node and line.node.kind is NodeKind.HEADING for line in everything)
    return replace(bare, indents=frozenset(usual), headed=headed)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _pitches(pages: Iterable[list[PageLine]]) -> dict[float, float]:
    found: dict[float, list[float]] = defaultdict(list)
    for page in pages:
        for one, other in pairwise(page):
            drop = one.base - other.base
            if (
                one.column == other.column
                and _rounded(one.size) == _rounded(other.size)
                and 0 < drop < 4 * one.size
            ):
                found[_rounded(one.size)].append(drop)
    return {size: _usual(drops) for size, drops in found.items() if len(drops) >= 3}


def _usual(drops: list[float]) -> float:
    """The lower of the usual distances: lines of a paragraph, not the gap between paragraphs."""
    counts = Counter(round(drop * 2) / 2 for drop in drops)
    common = [drop for drop, count in counts.items() if count >= 0.2 * len(drops)]
    return min(common) if common else median(drops)


def _edges(lines: list[PageLine]) -> dict[tuple[int, int], tuple[float, float]]:
    """The edges of each column on each page; a column with few full lines borrows from others."""
    columns: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    own = {key: _edge(members) for key, members in columns.items()}
    full = [own[key] for key, members in columns.items() if _is_full(members)]
    return {key: edge if _is_full(columns[key]) else _borrowed(edge, full) for key, edge in own.items()}


def _edge(lines: list[PageLine]) -> tuple[float, float]:
    """Outer edges of the wide lines, a stray one (a hanging mark) left aside."""
    widest = max(line.width for line in lines)
    wide = [line for line in lines if line.width >= _WIDE * widest]
    return _outer([line.left for line in wide], -1), _outer([line.right for line in wide], 1)


def _outer(values: list[float], direction: int) -> float:
    """The outermost value that a tenth of the lines come near: a single stray one is no edge."""
    ordered = sorted(values, key=lambda v: -v * direction)
    needed = min(len(ordered), max(2, len(ordered) // 10))
    return next((v for v in ordered if sum(abs(v - o) < _NEAR for o in ordered) >= needed), ordered[0])


def _is_full(lines: list[PageLine]) -> bool:
    return len(lines) >= 4


def _borrowed(edge: tuple[float, float], full: list[tuple[float, float]]) -> tuple[float, float]:
    """The narrowest well-known column that contains this one, else the column as it is."""
    around = [e for e in full if e[0] - 3 <= edge[0] and edge[1] <= e[1] + 3]
    if not around:
        return edge
    best = min(around, key=lambda e: e[1] - e[0])
    return min(best[0], edge[0]), max(best[1], edge[1])
