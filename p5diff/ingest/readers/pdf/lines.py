"""From glyphs to lines: cut at wide gaps, pieces of one line put together, measured.

Worked example. One run of glyphs reads across two columns: "Ports shall be    kept open": the gap amid is
wider than any word space of the line, so `pieces` makes two lines of it. "see note" and a small "3" a little
above its baseline are one line (`merged`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from statistics import median, median_low

from p5diff.ingest.readers.pdf.bidi import right_to_left
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.tags import TagNode
from p5diff.text.characters import BULLETS

_HAN = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_QUOTED = frozenset("“”‘’…—")
"""Signs that Chinese shares with other scripts: full width only among Han."""
HAN_START = re.compile(f"[{_HAN}]")
WIDE_GAP = 1.25
"""Of the type size: a gap that parts cells or columns; spaces of justified lines stay below."""
_USUAL_LEAST = 3
"""Gaps of a line that show how far it is stretched: the one between two cells shows nothing."""
LABEL = re.compile(
    rf"(?:\(?(?:\d{{1,3}}|[a-zа-яأ-ي]|[ivxlc]{{1,5}}|[一二三四五六七八九十]{{1,3}})[.)）、](?!\d)|[{BULLETS}–—-]\s"
    r"|第[一二三四五六七八九十百\d]{1,4}[条條章节節]|[（(][一二三四五六七八九十]{1,3}[)）])"
)
"""How a paragraph with a number, a letter or a bullet begins."""
STRONG = re.compile(r"[^\W\d_]")
WORD_GAP = 0.12
"""Of the type size: a gap that is a space; letter-spacing stays below, the narrowest spaces above."""
TANWIN = frozenset("\u064b\u064c\u064d")
"""Marks on the last letter of a word alone."""
WORD_LETTERS = 12
"""Places in the file within which letters are those of one word."""
CLUSTER = 4
"""Signs of a letter with its marks, which some programs place by themselves."""
OFF = 0.05
"""Of the type size: how far off its line a letter is that only a mark brings along."""
SHARE = 0.3
"""Points by which the shares of one box may differ, and a sign may stand beside its place."""
TOUCHING = 0.05
"""Letters that would be joined inside a word touch; this much apart, a space was between them."""
SMALL = 0.85
"""Of the line's type size: raised marks are smaller than this; small capitals are not."""
HIGH = 0.3
"""Of the type size: some programs set raised figures hardly smaller than text, but so much above the line."""


@dataclass(slots=True)
class PageLine:
    """A line, or a piece of one, on a page. Sizes in points; `bold` when all its letters are."""

    parts: list[list[Glyph]]
    page: int
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    size: float = 0.0
    bold: bool = False
    rtl: bool = False
    text: str = ""
    column: int = 0
    row: int = 0
    """The row of a table that it is a piece of, counted over the document; 0 outside of tables."""
    cell: int = 0
    """Its cell in that row, in reading order."""
    whole: bool = False
    """Whether it is a line of justified text, however wide its gaps: no cells."""
    alone: bool = False
    """Whether it is no part of any paragraph of several lines: one side of a letterhead."""
    node: TagNode | None = None
    """The element of a tagged file that it belongs to."""
    drawn: bool = False
    """Whether its letters, marks and spaces stand in the order in which the page draws them."""
    first_word: float = 0.0
    """Width of the word that starts the line: would it have fitted on the line before?"""

    @property
    def width(self) -> float:
        """From the first to the last glyph, in points."""
        return self.right - self.left

    @property
    def place(self) -> tuple[int, int]:
        """Its page and its column there: what stands in one place stands below each other."""
        return self.page, self.column

    def disown(self) -> None:
        """Forget what the tags of the file say of it."""
        self.node = None
        for glyph in (glyph for part in self.parts for glyph in part):
            glyph.node = None

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        return sum(len(part) for part in self.parts)


def pieces(run: list[Glyph], page: int) -> list[PageLine]:
    """A run of glyphs as one or more lines: PDFium runs a divided word on into the next line,
    and reads across the gap between two columns."""
    return [measured(PageLine([part], page)) for row in _rows(run) for part in _parts(row) if with_ink(part)]


def _parts(row: list[Glyph]) -> list[list[Glyph]]:
    """A row cut at its wide gaps, and where another element of a tagged file begins."""
    inked = with_ink(row)
    if all(glyph.node is inked[0].node for glyph in inked):
        return _cut(row)
    stretches: list[list[Glyph]] = []
    for glyph in row:
        same = stretches and (glyph.text.isspace() or glyph.node is stretches[-1][0].node)
        if same:
            stretches[-1].append(glyph)
        elif not glyph.text.isspace():
            stretches.append([glyph])
    return [part for stretch in stretches for part in _cut(stretch)]


def with_ink(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs that are no spaces."""
    return [g for g in glyphs if not g.text.isspace()]


def _rows(run: list[Glyph]) -> list[list[Glyph]]:
    """Cut where the baseline drops to another line; a raised mark stays with its line."""
    rows: list[list[Glyph]] = [[]]
    base = None
    for glyph in run:
        floating = glyph.made or is_vowel(glyph)
        if not floating and base is not None and abs(glyph.base - base) > 0.75 * glyph.size:
            rows.append([])
        base = base if floating else glyph.base
        rows[-1].append(glyph)
    return [row for row in rows if with_ink(row)]


def is_vowel(glyph: Glyph) -> bool:
    """A mark on a letter, which some files place by itself, off the baseline."""
    return unicodedata.category(glyph.text[:1]) == "Mn"


def _cut(row: list[Glyph]) -> list[list[Glyph]]:
    inked = sorted(with_ink(row), key=lambda g: g.left)
    gaps, reach = [], inked[0].right
    gone = [g for g in row if g.gone]
    for glyph in sorted([*inked[1:], *gone], key=lambda g: g.left) if gone else inked[1:]:
        gaps.append((glyph.left - reach, (reach + glyph.left) / 2))
        reach = max(reach, glyph.right)
    wide = _wide_gap(inked, [width for width, _ in gaps])
    cuts = [place for width, place in gaps if width > wide]
    parts: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for glyph in row:
        parts[sum((glyph.left + glyph.right) / 2 > cut for cut in cuts)].append(glyph)
    return parts


def _wide_gap(inked: list[Glyph], gaps: list[float]) -> float:
    """Wider than this is no word space, not even in a line stretched to fill a narrow column."""
    size = median(g.size for g in inked) or 1.0
    words = [gap for gap in gaps if gap > WORD_GAP * size]
    usual = median_low(words) if len(words) >= _USUAL_LEAST else 0.0
    return max(WIDE_GAP * size, min(2 * usual, 3 * size))


def measured(line: PageLine) -> PageLine:
    """Fill in place, size, weight and direction from the glyphs."""
    inked = with_ink([glyph for part in line.parts for glyph in part])
    line.size = median(g.size for g in inked)
    line.node = inked[0].node
    full = [g for g in inked if g.size > SMALL * line.size] or inked
    line.base = median(g.base for g in full)
    gone = [g for part in line.parts for g in part if g.gone]
    reach = [*inked, *gone] if gone else inked
    line.left, line.right = min(g.left for g in reach), max(g.right for g in reach)
    line.bold = all(g.bold for g in full if g.text.isalnum())
    line.rtl = right_to_left(g.text for g in inked)
    return line


def merged(lines: list[PageLine]) -> list[PageLine]:
    """Pieces of one column that stand on one baseline, put together, from top to bottom.

    A small piece a little above a baseline (a footnote mark PDFium saw apart) joins that line.
    """
    result: list[PageLine] = []
    for line in sorted(lines, key=lambda piece: (piece.count <= 3, -piece.size, -piece.base)):
        hosts = [other for other in result if same_line(other, line)]
        host = min(hosts, key=lambda other: abs(other.base - line.base), default=None)
        if host is None:
            result.append(line)
        else:
            host.parts += line.parts
            measured(host)
    return sorted(result, key=lambda one: (-one.base, one.left))


def same_line(host: PageLine, piece: PageLine) -> bool:
    """Whether a piece stands on the line of another one, or is a mark that is raised above its end."""
    rise = piece.base - host.base
    if host.node and piece.node and host.node is not piece.node:
        return False
    if abs(rise) < 0.2 * max(host.size, 1):
        return True
    if all(is_vowel(g) for part in piece.parts for g in with_ink(part)):
        return abs(rise) < host.size and host.left - 1 < piece.left < host.right + 1
    if piece.rtl and piece.count <= CLUSTER and abs(rise) < 0.6 * host.size:
        return _fills_gap(piece, host)
    near = piece.left - host.right < host.size and host.left - piece.right < host.size
    figures = all(g.text.isdigit() for part in piece.parts for g in with_ink(part))
    small = piece.size < SMALL * host.size or (figures and rise > HIGH * host.size)
    return near and small and 0 < rise < 0.7 * host.size and piece.count <= 6


def _fills_gap(piece: PageLine, host: PageLine) -> bool:
    """Whether a letter with its mark, set off its line, stands in a gap or at an end of that line."""
    glyphs = [g for part in host.parts for g in with_ink(part)]
    over = any(min(g.right, piece.right) - max(g.left, piece.left) > 0.5 * piece.width for g in glyphs)
    reach = 0.5 * host.size
    touches = any(abs(g.left - piece.right) < reach or abs(piece.left - g.right) < reach for g in glyphs)
    return touches and not over


def overlap(one: Glyph, other: Glyph) -> bool:
    """Whether two letters lie over each other for the most part."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    return narrower > 0 and shared > 0.7 * narrower and not (one.text.isspace() or other.text.isspace())


def is_han(text: str) -> bool:
    """Whether a sign is Han, or one that Chinese alone uses."""
    return bool(HAN_START.match(text)) and text[0] not in _QUOTED
