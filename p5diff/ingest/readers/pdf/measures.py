"""What is usual in this document: body size, line pitch, the edges of each column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from p5diff.ingest.readers.pdf.lines import LABEL, PageLine
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
REACHED = 0.2
"""Ems that a line of justified text may stay away from the edge: hanging stops and rounding."""
_JUSTIFIED = 0.6
"""Share of the wide lines that reach the edge where text is justified; ragged lines do by chance."""
_WELL_BEFORE = 4.0
"""Ems of room that a sentence leaves in the last line of a paragraph: ragged lines leave a word's."""
_HAN = re.compile("[\u3400-\u9fff]")
_INSIDE = re.compile(r"[.!?؟][”»\"')]?\s+[“«\"'(\[]?[^\W\d_a-zà-öø-ÿа-яё]|[。！？][”』」）]?(?=\w)")
"""A sentence that ends inside of a line: before a capital, or a letter of a script without capitals."""
STOPPED = re.compile(r"[.!?؟。！？][”»\"')』」）]?\s*$")
"""The end of a sentence that a stop shows, with one mark that closes behind it."""
_LEAST_LINES, _ALL = 5, 0.85
"""Lines, and the share of them that end with a sentence, from which each is taken for a paragraph: of the
lines of running text one in six does, so that five of them do once in 8,000 texts."""
_FEWEST_LINES = 4
"""As many are enough where all of them do, and half of them leave room, which ragged lines seldom do."""
_SINGLE = 3
"""Paragraphs of one sentence before they are the custom of a document."""
_APART = 2.5
"""Times the type size: lines so far apart that no sentence runs over are a paragraph each; double spacing is
at most 2.4."""
_SPACE = 0.9
"""Of the type size: a space, and the unevenness of ragged lines."""
_SURE = 2
"""Pairs of lines that one sentence runs over, which show the distance of lines: one may be odd."""
_NEAR = 30.0
"""Ragged lines end within this distance (points) of the edge often enough to show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasures:
    """Figures of a whole document, in points. `edges` gives left and right of a column."""

    size: float
    pitch: dict[float, float]
    edges: dict[tuple[int, int], tuple[float, float]]
    justified: bool = False
    """Whether lines that go on reach the edge of their column."""
    single: bool = False
    """Whether more paragraphs end than sentences inside of lines do: most have one sentence."""
    gaps: bool = False
    """Whether gaps part paragraphs."""
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

    def least_gap(self, line: PageLine) -> float:
        """The distance of two baselines from which on they have a gap between them, in points."""
        pitch = self.pitch_of(line)
        return max(1.25 * pitch, pitch + 0.3 * line.size)

    def slack(self, line: PageLine) -> tuple[float, float]:
        """Room before and after the line in reading direction, in ems of its size."""
        left, right = self.edges[line.place]
        room = ((line.left - left) / line.size, (right - line.right) / line.size)
        return (room[1], room[0]) if line.rtl else room

    def leaves_room(self, line: PageLine, after: PageLine) -> bool:
        """Whether the first word of the next line would have fitted on a line."""
        return self.slack(line)[1] * line.size > after.first_word + _SPACE * line.size

    def share(self, line: PageLine) -> float:
        """How much of its column the line fills, 0 to 1."""
        left, right = self.edges[line.place]
        return line.width / (right - left or 1.0)


def measure(pages: list[list[PageLine]]) -> PageMeasures:
    """The figures of a document, from its body lines in reading order."""
    everything = [line for page in pages for line in page]
    lines = [line for line in everything if not (line.row or line.alone)] or everything
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    bare = PageMeasures(size=size, pitch={}, edges={**_edges(everything), **_edges(lines)})
    running = [[line for line in page if not (line.row or line.alone)] for page in pages]
    bare = replace(bare, pitch=_pitches(running, bare))
    starts = Counter(round(bare.slack(line)[0] * 10) for line in lines if _rounded(line.size) == size)
    usual = {start / 10 for start, count in starts.items() if _INDENT <= start / 10 <= _DEEP and count >= 3}
    start, count = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    if start / 10 > _DEEP and count >= max(3, _MARGIN * starts.total()):
        usual.add(start / 10)
    headed = any(line.node and line.node.kind is NodeKind.HEADING for line in everything)
    return replace(
        bare,
        indents=frozenset(usual),
        headed=headed,
        justified=_is_justified(lines, bare),
        gaps=_has_gaps(lines, bare),
        single=_is_single(lines, bare),
    )


def _is_justified(lines: list[PageLine], measures: PageMeasures) -> bool:
    body = [line for line in lines if _rounded(line.size) == measures.size]
    wide = [line for line in body if measures.share(line) > _WIDE and not STOPPED.search(line.text)]
    return sum(measures.slack(line)[1] < REACHED for line in wide) >= _JUSTIFIED * max(1, len(wide))


def _has_gaps(lines: list[PageLine], measures: PageMeasures) -> bool:
    """Whether sentences end before a gap again and again."""
    found = 0
    for one, other in pairwise(lines):
        if (
            _rounded(one.size) == measures.size
            and _alike(one, other)
            and one.place == other.place
            and STOPPED.search(one.text)
        ):
            found += one.base - other.base > measures.least_gap(other)
    return found >= _SURE


def _is_single(lines: list[PageLine], measures: PageMeasures) -> bool:
    """Sentences that end inside of lines against those that end with a line, well before its edge, and that a
    paragraph without a label follows: where always a title or one with a label does, what is neither goes on.
    Or all but some lines end with a sentence, which those of running text never do."""
    body = [line for line in lines if _rounded(line.size) == measures.size]
    stopped = [line for line in body if STOPPED.search(line.text)]
    inside = sum(len(_INSIDE.findall(line.text)) for line in body)
    ends = {id(line) for line in stopped if measures.slack(line)[1] > _WELL_BEFORE}
    followed = sum(
        id(one) in ends and _alike(one, other) and not LABEL.match(other.text)
        for one, other in pairwise(lines)
    )
    if len(body) >= _LEAST_LINES and len(stopped) > _ALL * len(body):
        return True
    if len(body) >= _FEWEST_LINES and len(stopped) == len(body) <= 2 * len(ends):
        return True
    return len(ends) >= _SINGLE and followed > inside


def _alike(one: PageLine, other: PageLine) -> bool:
    """Whether two lines are of one size and weight, as those of two paragraphs of the text are."""
    return _rounded(one.size) == _rounded(other.size) and one.bold == other.bold


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _pitches(pages: Iterable[list[PageLine]], measures: PageMeasures) -> dict[float, float]:
    """The usual distance of lines by size, where it is one of lines and no gap that parts all of them."""
    found: dict[float, list[float]] = defaultdict(list)
    sure: dict[float, list[float]] = defaultdict(list)
    crossed = set[float]()
    for page in pages:
        for one, other in pairwise(page):
            drop = one.base - other.base
            if (
                one.column == other.column
                and _rounded(one.size) == _rounded(other.size)
                and 0 < drop < 4 * one.size
            ):
                found[_rounded(one.size)].append(drop)
                if not (STOPPED.search(one.text) or measures.leaves_room(one, other)):
                    crossed.add(_rounded(one.size))
                if _runs_on(one, other):
                    sure[_rounded(one.size)].append(drop)
    usual = {
        size: _commonest(sure[size]) if len(sure[size]) >= _SURE else _usual(drops)
        for size, drops in found.items()
        if len(drops) >= 3
    }
    return {size: drop for size, drop in usual.items() if size in crossed or drop < _APART * size}


def _runs_on(one: PageLine, other: PageLine) -> bool:
    """Whether one sentence runs over two lines beyond doubt, as its words tell."""
    if one.text[-1:].isalpha() and other.text[:1].islower():
        return True
    return bool(_HAN.search(one.text[-1:]) and _HAN.match(other.text)) and one.width >= other.width


def _commonest(drops: list[float]) -> float:
    alike = sorted(_by_height(drops).items())
    return median(max(alike, key=lambda item: len(item[1]))[1])


def _usual(drops: list[float]) -> float:
    """The lower of the usual distances: lines of a paragraph, not the gap between paragraphs."""
    common = [members for members in _by_height(drops).values() if len(members) >= 0.2 * len(drops)]
    return min(map(median, common)) if common else median(drops)


def _by_height(drops: list[float]) -> dict[float, list[float]]:
    """Distances that are the same to half a point: programs set lines to a fraction of one."""
    alike: dict[float, list[float]] = defaultdict(list)
    for drop in drops:
        alike[round(drop * 2) / 2].append(drop)
    return alike


def _edges(lines: list[PageLine]) -> dict[tuple[int, int], tuple[float, float]]:
    """The edges of each column on each page; a column with few full lines borrows from others."""
    columns: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.place].append(line)
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
