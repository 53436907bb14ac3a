"""From glyphs to lines: cut at wide gaps, read superscripts as marks, order right-to-left text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

from p5diff.ingest.readers.pdf.bidi import logical, right_to_left
from p5diff.ingest.readers.pdf.draworder import in_draw_order
from p5diff.ingest.readers.pdf.glyphs import NOTHING, Glyph
from p5diff.ingest.readers.pdf.spaces import DOUBTFUL, closed, marked
from p5diff.ingest.readers.pdf.tags import TagNode

MARK_OPEN, MARK_CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters around a superscript, until it is known whether it refers to a footnote."""
MARK = re.compile(f"{MARK_OPEN}([^{MARK_OPEN}{MARK_CLOSE}]*){MARK_CLOSE}")
_HAN = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_QUOTED = frozenset("“”‘’…—")
"""Signs that Chinese shares with other scripts: full width only among Han."""
HAN_START = re.compile(f"[{_HAN}]")
_WIDE_GAP = 1.25
"""Of the type size: a gap that parts cells or columns; spaces of justified lines stay below."""
_USUAL_LEAST = 3
"""Gaps of a line that show how far it is stretched: the one between two cells shows nothing."""
_STRONG = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[^\W\d_])[.)]")
_WORD_GAP = 0.12
"""Of the type size: a gap that is a space; letter-spacing stays below, the narrowest spaces above."""
_SIGN_GAP = 0.12
"""Half of a narrow space: brackets and figures stand closer than that to what they belong to."""
_TAB_GAP = 0.3
"""Where the file writes its spaces, they are trusted, and only a tab leaves a gap without one."""
_GAPS_AFTER = (("اأإآٱ", 0.22), ("ء", 0.2), ("دذ", 0.14), ("رزوؤ", 0.1), ("ةى", 0.04))
_STOPS = frozenset("،؛؟:")
"""Signs that a space follows before a letter."""
_ENDING_STOPS = frozenset(".،؛؟!")
"""Signs that end a sentence or clause and begin none: a line with one at its left end goes to the left."""
_TANWIN = frozenset("\u064b\u064c\u064d")
"""Marks on the last letter of a word alone."""
_COMPOSED = frozenset("\u0653\u0654\u0655")
"""Madda and hamza, above and below: with the letter below or above them they are a letter of its own."""
_BEARING = 0.5
"""Of the type size: how far the middle of such a mark may stand from that of its letter."""
_UNJOINED = "،؛؟ـى"
"""Signs of Arabic that no letter joins on to."""
_WORD_LETTERS = 12
"""Places in the file within which letters are those of one word."""
_CLUSTER = 4
"""Signs of a letter with its marks, which some programs place by themselves."""
_MARKS = 3
"""Marks on one letter at most: a vowel, its doubling, and a small alef."""
_SURE_GAP = 0.18
"""Of the type size: a gap that is a word's even where the space is not said to stand there."""
_BESIDE = 0.2
"""Of the type size: how much farther than the nearest letter the one may be that the file names first."""
_BARE_ALEF = 0.25
"""Of the type size: how much farther a mark must be from another letter to stand on an alef, which bears
none but by way of spelling."""
_OFF = 0.05
"""Of the type size: how far off its line a letter is that only a mark brings along."""
_NARROW_ALEF = 0.27
"""Of the type size: an alef with its mark is no narrower, unless its box is that of the mark."""
_TWICE = 0.1
"""Of the type size: how far apart one sign may stand that is given twice."""
_SHARE = 0.3
"""Points by which the shares of one box may differ, and a sign may stand beside its place."""
_TOUCHING = 0.05
"""Letters that would be joined inside a word touch; this much apart, a space was between them."""
_RUN_GAP = 0.15
"""Of the type size: a gap between two stretches that the file draws apart, so that PDFium may have lost the
space between them; the narrowest spaces of justified lines are wider."""
_JOINED_GAP = 0.08
"""As `_WORD_GAP`, after letters of joined scripts, which are set closer."""
_RAISED = 0.15
"""Of the type size: how far above the line a mark of a note stands; accents shift less."""
_SMALL = 0.85
"""Of the line's type size: raised marks are smaller than this; small capitals are not."""
_HIGH = 0.3
"""Of the type size: some programs set raised figures hardly smaller than text, but so much above the line."""
_STAND_IN = 0xFDD4
"""A code point that is no character (U+FDD0 to U+FDEF are none), so that it can stand for a mark."""
_LONGEST_LABEL = 5
"""Signs of "(100)"; longer ones have tabs that nobody overlooks."""
_LONGEST_WORD = 20
"""Letters for each written space; with fewer spaces, the file leaves them out and gaps decide."""
_BRACKETS = tuple("()[]{}«»")
_ALEFS = "اأإآٱ"


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
    return [measured(PageLine([part], page)) for row in _rows(run) for part in _parts(row) if _inked(part)]


def _parts(row: list[Glyph]) -> list[list[Glyph]]:
    """A row cut at its wide gaps, and where another element of a tagged file begins."""
    inked = _inked(row)
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


def _inked(glyphs: list[Glyph]) -> list[Glyph]:
    return [g for g in glyphs if not g.text.isspace()]


def _rows(run: list[Glyph]) -> list[list[Glyph]]:
    """Cut where the baseline drops to another line; a raised mark stays with its line."""
    rows: list[list[Glyph]] = [[]]
    base = None
    for glyph in run:
        floating = glyph.made or _is_vowel(glyph)
        if not floating and base is not None and abs(glyph.base - base) > 0.75 * glyph.size:
            rows.append([])
        base = base if floating else glyph.base
        rows[-1].append(glyph)
    return [row for row in rows if _inked(row)]


def _is_vowel(glyph: Glyph) -> bool:
    """A mark on a letter, which some files place by itself, off the baseline."""
    return unicodedata.category(glyph.text[:1]) == "Mn"


def _cut(row: list[Glyph]) -> list[list[Glyph]]:
    inked = sorted(_inked(row), key=lambda g: g.left)
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
    words = [gap for gap in gaps if gap > _WORD_GAP * size]
    usual = median_low(words) if len(words) >= _USUAL_LEAST else 0.0
    return max(_WIDE_GAP * size, min(2 * usual, 3 * size))


def measured(line: PageLine) -> PageLine:
    """Fill in place, size, weight and direction from the glyphs."""
    inked = _inked([glyph for part in line.parts for glyph in part])
    line.size = median(g.size for g in inked)
    line.node = inked[0].node
    full = [g for g in inked if g.size > _SMALL * line.size] or inked
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
        hosts = [other for other in result if _same_line(other, line)]
        host = min(hosts, key=lambda other: abs(other.base - line.base), default=None)
        if host is None:
            result.append(line)
        else:
            host.parts += line.parts
            measured(host)
    return sorted(result, key=lambda one: (-one.base, one.left))


def _same_line(host: PageLine, piece: PageLine) -> bool:
    rise = piece.base - host.base
    if host.node and piece.node and host.node is not piece.node:
        return False
    if abs(rise) < 0.2 * max(host.size, 1):
        return True
    if all(_is_vowel(g) for part in piece.parts for g in _inked(part)):
        return abs(rise) < host.size and host.left - 1 < piece.left < host.right + 1
    if piece.rtl and piece.count <= _CLUSTER and abs(rise) < 0.6 * host.size:
        return _fills_gap(piece, host)
    near = piece.left - host.right < host.size and host.left - piece.right < host.size
    figures = all(g.text.isdigit() for part in piece.parts for g in _inked(part))
    small = piece.size < _SMALL * host.size or (figures and rise > _HIGH * host.size)
    return near and small and 0 < rise < 0.7 * host.size and piece.count <= 6


class Spaces(NamedTuple):
    """How a document's spaces stand in it, which a line of one word does not show."""

    written: bool = False
    """Whether the file writes them."""
    wide: bool = False
    """Whether those that it writes have a width."""


_UNKNOWN = Spaces()


def spaces_of(lines: Iterable[PageLine]) -> Spaces:
    """How these lines' spaces are written."""
    glyphs = [glyph for line in lines for part in line.parts for glyph in part]
    written = [glyph for glyph in glyphs if glyph.written]
    wide = 2 * sum(not glyph.made for glyph in written) > len(written)
    return Spaces(len(written) * _LONGEST_WORD >= len(glyphs), wide)


def _fills_gap(piece: PageLine, host: PageLine) -> bool:
    """Whether a letter with its mark, set off its line, stands in a gap or at an end of that line."""
    glyphs = [g for part in host.parts for g in _inked(part)]
    over = any(min(g.right, piece.right) - max(g.left, piece.left) > 0.5 * piece.width for g in glyphs)
    reach = 0.5 * host.size
    touches = any(abs(g.left - piece.right) < reach or abs(piece.left - g.right) < reach for g in glyphs)
    return touches and not over


def spell(line: PageLine, *, after_arabic: bool, spaces: Spaces = _UNKNOWN) -> None:
    """Fill in the text of the line in reading order, with superscripts between marks.

    `after_arabic` tells whether Arabic comes before it, so that a line of figures is read from the
    right too; `spaces` is how the document writes its spaces.
    """
    if after_arabic and not line.rtl:
        inked = sorted(_inked([g for part in line.parts for g in part]), key=lambda g: g.left)
        latin = any(_STRONG.match(g.text) for g in inked)
        line.rtl = not latin or inked[0].text in _ENDING_STOPS
    drawn = in_draw_order([g for part in line.parts for g in part]) if line.rtl else None
    line.drawn = drawn is not None
    glyphs = drawn or _spaced(_leftmost_first(line, spaces), line, spaces)
    line.first_word = _first_word(line, glyphs)
    glyphs = [g for g in glyphs if not (g.gone and g.text == NOTHING)]
    if not line.rtl:
        glyphs = marked(closed(glyphs, line.size), line.size)
    texts, marks = _with_marks(glyphs, line)
    text = logical(texts, after_arabic=after_arabic) if line.rtl else "".join(texts)
    text = re.sub(r" +(?=[.:،؛؟!](?: |$))", "", text) if line.rtl else text
    line.text = re.sub(r"[\s\u2000-\u200a\u3000]+", " ", text.translate(marks)).strip()


def _leftmost_first(line: PageLine, spaces: Spaces) -> list[Glyph]:
    """From left to right. Left-to-right text keeps PDFium's order inside each piece, which is
    right even where accents overlap; right-to-left text goes by place alone."""
    if not line.rtl:
        ordered = sorted(line.parts, key=_first)
        glyphs = [glyph for part in ordered for glyph in part]
        if any(_first(two) < _last(one) - 1 for one, two in pairwise(ordered)):
            return sorted(glyphs, key=lambda g: g.left)  # a raised mark that PDFium saw apart, amid a piece
        backwards = any(
            b.left < a.left - 0.5 * line.size for a, b in pairwise(glyphs) if not a.made and not b.made
        )
        return sorted(glyphs, key=lambda g: g.left) if backwards else glyphs
    glyphs = _joined([glyph for part in line.parts for glyph in _placed(part, spaces)])
    return sorted(glyphs, key=lambda g: g.left + g.right)


def _first(part: list[Glyph]) -> float:
    return min(g.left for g in part if not g.text.isspace())


def _last(part: list[Glyph]) -> float:
    return max(g.right for g in part if not g.text.isspace())


def _joined(glyphs: list[Glyph]) -> list[Glyph]:
    """Ligatures and vowel marks with the letter they stand on, each as one glyph; no made spaces."""
    glyphs = _once([g for g in glyphs if not (g.made and g.text.isspace())])
    letters = [replace(g) for g in glyphs if not _is_vowel(g)]
    hosts = [(g, g.right - g.left) for g in letters if not g.text.isspace()]
    for vowel in glyphs:
        if not hosts or not _is_vowel(vowel):
            continue
        host, own = _host_of(vowel, hosts)
        borne = unicodedata.normalize("NFD", host.text)
        # A letter bears a mark once: some files name it after its letter, and again by itself.
        host.text += "".join(mark for mark in vowel.text if mark not in borne)
        if _COMPOSED & set(vowel.text):
            host.text = unicodedata.normalize("NFC", host.text)
        if _is_share(vowel, host, own):
            host.left = min(host.left, vowel.left)
    result: list[Glyph] = []
    boxes: list[tuple[float, float]] = []
    for number, glyph in enumerate(letters):
        if result and _overlap(result[-1], glyph):
            turned = _is_turned(letters, number)
            result[-1] = replace(result[-1], text=_ligature(result[-1], glyph, turned=turned))
            left, right = boxes[-1]
            boxes[-1] = min(left, glyph.left), max(right, glyph.right)
        else:
            result.append(glyph)
            boxes.append((glyph.left, glyph.right))
    for glyph, (left, right) in zip(result, boxes, strict=True):
        glyph.left, glyph.right = min(glyph.left, left), max(glyph.right, right)
    return result


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those that PDFium gives twice: as drawn, and as the file names what is drawn. The
    wider of the two stays."""
    result: list[Glyph] = []
    for glyph in _without_echoes(glyphs):
        same = (n for n, other in enumerate(result) if other.text == glyph.text and _is_twice(other, glyph))
        number = None if glyph.text.isspace() else next(same, None)
        if number is None:
            result.append(glyph)
        elif glyph.right - glyph.left > result[number].right - result[number].left:
            result[number] = glyph
    return result


def _without_echoes(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those that are named twice: a mark that is drawn by itself, off the line, may be
    named after its letter and itself, which the line holds too."""
    letters = [g for g in glyphs if not _is_vowel(g) and not g.text.isspace()]
    if not letters:
        return glyphs
    base = median(g.base for g in letters)
    off = {id(g) for g in glyphs if abs(g.base - base) > _OFF * g.size and not _is_vowel(g)}
    if not off:
        return glyphs
    level = [g for g in letters if id(g) not in off]

    marks = [g for g in glyphs if _is_vowel(g)]
    echoes: set[int] = set()
    for letter in (g for g in letters if id(g) in off):
        own = [mark for mark in marks if _is_of(mark, letter)]
        mine = {id(mark) for mark in own}
        others = [mark for mark in marks if id(mark) not in mine]
        if own and _is_told([letter], level) and _is_told(own, others):
            echoes |= {id(letter)} | mine
    if not echoes:
        return glyphs
    spaces = {id(g) for g in glyphs if id(g) in off and g.text.isspace() and g.written and g.made}
    return [g for g in glyphs if id(g) not in echoes | spaces]


def _is_told(glyphs: Sequence[Glyph], others: Sequence[Glyph]) -> bool:
    """Whether each of the glyphs stands among others too, in about its place."""
    return all(any(_stands_by(g, other) for other in others) for g in glyphs)


def _is_of(mark: Glyph, letter: Glyph) -> bool:
    """Whether a mark and a letter are one glyph: off the line alike, in one box or in shares of it."""
    touch = max(mark.left - letter.right, letter.left - mark.right) < _TOUCHING
    return touch and abs(mark.base - letter.base) < _TOUCHING


def without_echoes(found: list[PageLine]) -> list[PageLine]:
    """A page's pieces without such marks, far enough off their line to be pieces of their own."""
    small = [piece for piece in found if piece.rtl and piece.count <= _CLUSTER and _has_mark(piece)]
    if not small:
        return found
    own = {id(piece) for piece in small}
    level = [g for piece in found if id(piece) not in own for part in piece.parts for g in part]

    def is_echo(piece: PageLine) -> bool:
        return _is_told([g for part in piece.parts for g in _inked(part)], level)

    return [piece for piece in found if id(piece) not in own or not is_echo(piece)]


def _has_mark(piece: PageLine) -> bool:
    return any(_is_vowel(g) for part in piece.parts for g in part)


def _stands_by(glyph: Glyph, other: Glyph) -> bool:
    """Whether another glyph is the same letter in the line that a mark belongs to."""
    across = abs(glyph.left + glyph.right - other.left - other.right) / 2
    return (
        other.text == glyph.text and across < 0.6 * glyph.size and abs(other.base - glyph.base) < glyph.size
    )


def _is_twice(one: Glyph, other: Glyph) -> bool:
    """Whether two glyphs of one text are one: at one place, or a narrow box beside the true one."""
    apart = abs(one.left - other.left)
    if apart < _TWICE * other.size and _overlap(one, other):
        return True
    widths = sorted((one.right - one.left, other.right - other.left))
    near = 0 < abs(one.index - other.index) <= _WORD_LETTERS and apart < 2 * _TWICE * other.size
    return near and 2 * widths[0] < widths[1]


def _host_of(vowel: Glyph, hosts: Sequence[tuple[Glyph, float]]) -> tuple[Glyph, float]:
    """The letter that a vowel mark stands on, of those with the widths of their boxes.

    Where a letter and its mark are drawn as one, PDFium cuts their box into equal shares, the letter's to
    the right. Else the mark comes after its letter in the order of the file, or before it where PDFium
    turned the word round. Where neither stands near, the nearest does.
    """

    def off(host: Glyph) -> float:
        bare = _BARE_ALEF * vowel.size if host.text == "ا" else 0.0
        return abs(host.left + host.right - vowel.left - vowel.right) / 2 + bare

    middle = vowel.left + vowel.right
    if _COMPOSED & set(vowel.text):
        bearing = [h for h in hosts if _bears(h[0].text, vowel.text)]
        bearer = min(bearing, key=lambda h: abs(h[0].left + h[0].right - middle), default=None)
        if bearer and abs(bearer[0].left + bearer[0].right - middle) < 2 * _BEARING * vowel.size:
            return bearer
    for host, own in hosts:  # one glyph that stands for both, whole
        beside = abs(host.index - vowel.index) == 1 and right_to_left([host.text])
        if beside and abs(host.left + host.right - middle) < 2 * _OFF * vowel.size:
            return host, own
    for host, own in hosts:
        if _is_share(vowel, host, own):
            return host, own
    before = next((h for h in hosts if h[0].index == vowel.index - 1), None)
    after = next((h for h in hosts if h[0].index == vowel.index + 1), None)
    near = min(hosts, key=lambda h: off(h[0]))
    if before is None or after is None:
        return near
    named = before if before[0].left > after[0].left else after
    return named if off(named[0]) <= off(near[0]) + _BESIDE * vowel.size else near


def _bears(letter: str, marks: str) -> bool:
    """Whether a letter with these marks, madda or hamza among them, is a letter of its own, or has them."""
    if set(marks) & _COMPOSED & set(unicodedata.normalize("NFD", letter)):
        return True
    return len(unicodedata.normalize("NFC", letter + marks)) < len(letter + marks)


def _is_share(vowel: Glyph, host: Glyph, own: float) -> bool:
    """Whether a mark is one of the equal shares into which PDFium cuts the box of a letter with its marks:
    the letter's, `own` points wide, is the first from the right."""
    width = vowel.right - vowel.left
    if width <= 0 or abs(own - width) > _SHARE or abs(vowel.index - host.index) > _MARKS + 1:
        return False
    shares = (host.right - vowel.right) / width
    if shares > 1.1 and abs(vowel.index - host.index) >= _MARKS:
        return False  # a mark after another comes with its letter
    return 0.9 < shares < _MARKS + 0.1 and abs(shares - round(shares)) < 0.1


def _placed(glyphs: list[Glyph], spaces: Spaces) -> list[Glyph]:
    """The glyphs with each written space of no width put into the gap it stands for: the file tells
    between which words it is, not where. One that stands outside of its gap is one that PDFium put beside a
    letter with its mark, and counts where the gap is that of words."""
    if len(glyphs) > 1 and _lies_over(glyphs[-1], glyphs[-2]):
        glyphs = glyphs[:-1]
    result = list(glyphs)
    if spaces.wide or all(_is_wide_space(g) for g in glyphs if g.written):
        return [g if _is_wide_space(g) else _in_gap(n, glyphs) for n, g in enumerate(glyphs)]
    written = [i for i, g in enumerate(glyphs) if g.written]
    bounds = [-1, *written, len(glyphs)]
    ordered = sorted(_inked(glyphs), key=lambda g: g.left)
    for number, index in enumerate(written, start=1):
        if not glyphs[index].made:
            continue  # it has a width of its own
        before = _inked(glyphs[bounds[number - 1] + 1 : index])
        after = _inked(glyphs[index + 1 : bounds[number + 1]])
        if not before or not after:
            continue
        left, right = max(g.right for g in after), min(g.left for g in before)
        if left > right:
            left, right = max(g.right for g in before), min(g.left for g in after)
        left, right = _beyond_bracket(ordered, left, right)
        here = left - _SHARE < glyphs[index].left < right + _SHARE
        if right - left > (0 if here else _SURE_GAP * max(g.size for g in before)):
            result[index] = replace(glyphs[index], left=left, right=right, made=False)
        elif gap := _gap_around(glyphs[index], ordered):
            result[index] = replace(glyphs[index], left=gap[0], right=gap[1], made=False)
    return result


def _gap_around(space: Glyph, ordered: Sequence[Glyph]) -> tuple[float, float] | None:
    """The gap that a space of no width stands in, if it is as wide as a narrow space and follows a mark that
    ends words: PDFium may have put the space before the letter of that mark."""
    left = max((g.right for g in ordered if g.left < space.left), default=space.left)
    right = min((g.left for g in ordered if g.right > space.left), default=space.left)
    ends = any(g.text in _TANWIN and abs(g.left - right) < 0.3 * space.size for g in ordered)
    inside = left - _SHARE < space.left < right + _SHARE
    return (left, right) if ends and inside and right - left > _RUN_GAP * space.size else None


def _lies_over(space: Glyph, letter: Glyph) -> bool:
    """Whether the space that ends a line lies over its last letter: it is drawn there, since there was no
    room for it any more, and parts nothing."""
    shared = min(space.right, letter.right) - max(space.left, letter.left)
    return space.text.isspace() and space.written and shared > 0.5 * (space.right - space.left)


def _in_gap(index: int, glyphs: Sequence[Glyph]) -> Glyph:
    """A space of no width, in a file whose spaces have one, with that of the gap it stands in; as it is
    where it stands in none, or beside a mark, where PDFium puts some."""
    space = glyphs[index]
    beside = [*glyphs[max(index - 1, 0) : index], *glyphs[index + 1 : index + 2]]
    if not (space.written and space.made) or any(map(_is_vowel, beside)):
        return space
    inked = _inked(list(glyphs))
    left = max((g.right for g in inked if g.left < space.left), default=space.left)
    right = min((g.left for g in inked if g.right > space.left), default=space.left)
    if left < space.left + _SHARE and right - left > _SIGN_GAP * max(inked[0].size, 1.0):
        return replace(space, left=left, right=right, made=False)
    return space


def _is_wide_space(glyph: Glyph) -> bool:
    """Whether a space that the file writes has a width: typists' wider ones (U+2003 …) always have."""
    return glyph.written and not glyph.made and glyph.text in " \u00a0"


def _beyond_bracket(ordered: list[Glyph], left: float, right: float) -> tuple[float, float]:
    """The gap itself, or the wider one on the other side of a bracket beside it: PDFium may take a
    bracket to the wrong word."""
    gaps = [(left, right)]
    for one, two, three in zip(ordered, ordered[1:], ordered[2:], strict=False):
        if two.text in _BRACKETS:
            if two.right == left:
                gaps.append((one.right, two.left))
            if two.left == right:
                gaps.append((two.right, three.left))
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def _is_turned(glyphs: list[Glyph], index: int) -> bool | None:
    """Whether PDFium turned the letters around here into reading order, so that they go to the left:
    it turns those of one glyph, too, which were in order before. None where nothing tells."""
    here = glyphs[index]
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(glyphs) and right_to_left([glyphs[other].text]):
            if abs(glyphs[other].index - here.index) > _WORD_LETTERS:
                break
            if glyphs[other].left > here.right - 1 or glyphs[other].right < here.left + 1:
                return (glyphs[other].left < here.left) == (step > 0)
            other += step
    return None


def _ligature(first: Glyph, second: Glyph, *, turned: bool | None) -> str:
    """The letters of one glyph in reading order. Two letters with the very same box are one glyph that
    stands for both, and PDFium turns them round with the rest of the line; a lam with an alef is told
    anyway, since no glyph stands for the two the other way round. Two letters that lie over each other
    keep the order of their word."""
    last = next((c for c in reversed(first.text) if unicodedata.category(c) != "Mn"), " ")
    if last in _ALEFS and second.text[:1] == "ل":
        return second.text + first.text
    if second.text[:1] in _ALEFS and last == "ل":
        return first.text + second.text
    if not (right_to_left([first.text]) and right_to_left([second.text])):
        return first.text + second.text
    if abs(first.left - second.left) < 0.05 and abs(first.right - second.right) < 0.5:
        swapped = turned is not False
    elif turned is None:
        swapped = second.left + second.right > first.left + first.right
    else:
        swapped = not turned
    return second.text + first.text if swapped else first.text + second.text


def _overlap(one: Glyph, other: Glyph) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    return narrower > 0 and shared > 0.7 * narrower and not (one.text.isspace() or other.text.isspace())


def _spaced(glyphs: list[Glyph], line: PageLine, spaces: Spaces) -> list[Glyph]:
    """The glyphs with a space wherever a gap has none; PDFium's own guesses beside Han go."""
    result: list[Glyph] = []
    written = sum(g.text.isspace() and not g.made for g in glyphs) * _LONGEST_WORD >= len(glyphs) or (
        spaces.written and line.rtl
    )
    wide = spaces.wide or any(_is_wide_space(g) for part in line.parts for g in part)
    arabic = written and line.rtl
    for glyph in glyphs:
        last = result[-1] if result else glyph
        apart = abs(last.index - glyph.index) if arabic else 0
        off = arabic and _is_off(last, glyph, line)
        if off and (apart <= _CLUSTER or _ends_word(last)):
            least = _WIDE_GAP
        elif off and _ends_word(glyph) and (last.text[:1].isalnum() or last.text in _BRACKETS):
            least = _TOUCHING if last.text[:1] not in "اى" else _TAB_GAP
        elif not off and apart > _WORD_LETTERS and not (last.made or glyph.made):
            least = _RUN_GAP
        elif written and line.rtl and _beside_sign(last, glyph, brackets=wide):
            least = _SIGN_GAP
        elif not line.rtl and _ends_label(result):
            least = _WORD_GAP
        elif line.rtl and glyph.text in _STOPS and _STRONG.match(last.text):
            least = _SIGN_GAP
        elif written and line.rtl and not wide and _would_join(last, glyph):
            least = _TOUCHING
        elif written:
            least = _TAB_GAP
        else:
            least = _word_gap(last, glyph) if line.rtl else 2 * _WORD_GAP
        parted = glyph.left - last.right > least * line.size
        if parted and not last.text.isspace() and not glyph.text.isspace():
            result.append(Glyph(" ", last.right, glyph.left, line.base, line.size, line.bold, made=True))
        result.append(glyph)
    han = any(_is_han(g.text) for g in result)
    return [
        g
        for i, g in enumerate(result)
        if not (han and g.made and g.text.isspace() and _beside_han(result, i))
    ]


def _is_off(one: Glyph, other: Glyph, line: PageLine) -> bool:
    """Whether one of two glyphs is a letter with its mark that is placed by the mark, off the line: its box
    tells nothing of the gap beside it."""

    def is_mark(glyph: Glyph) -> bool:
        if glyph.whole or not any(unicodedata.category(c) == "Mn" for c in glyph.text[1:]):
            return False
        narrow = glyph.right - glyph.left < _NARROW_ALEF * glyph.size
        return narrow or abs(glyph.base - line.base) > _OFF * line.size

    return is_mark(one) or is_mark(other)


def _ends_word(glyph: Glyph) -> bool:
    """Whether a letter bears a mark that ends words; it is never the first of its word."""
    return any(c in _TANWIN for c in glyph.text)


def _would_join(after: Glyph, before: Glyph) -> bool:
    """Whether two Arabic letters would be joined inside a word; `after` is to the left. PDFium loses the
    written space under a letter that reaches over it."""
    letter = before.text[-1:]
    if len(before.text) > 1 or len(after.text) > 1:
        return False  # the box of a letter with its mark is not that of the ink
    arabic = all(unicodedata.bidirectional(c) == "AL" for c in (letter, after.text[:1] or " "))
    return arabic and not any(letter in letters for letters, _ in _GAPS_AFTER) and letter not in _UNJOINED


def _ends_label(glyphs: list[Glyph]) -> bool:
    """Whether the glyphs so far are a label that opens the line, with a tab after it, however narrow."""
    return len(glyphs) <= _LONGEST_LABEL and bool(_LABEL.fullmatch("".join(g.text for g in glyphs)))


def _beside_sign(one: Glyph, other: Glyph, *, brackets: bool) -> bool:
    """Whether a bracket (if these count), a number or a Latin letter meets an Arabic letter: PDFium
    loses the space between them, written as it may be, where they were drawn apart."""
    arabic = [unicodedata.bidirectional(g.text[:1]) in {"AL", "NSM"} for g in (one, other)]
    bracket = [brackets and g.text[:1] in _BRACKETS for g in (one, other)]
    signs = [found or _is_latin(g) for found, g in zip(bracket, (one, other), strict=True)]
    return (arabic[0] and signs[1]) or (arabic[1] and signs[0]) or (all(signs) and any(bracket))


def _is_latin(glyph: Glyph) -> bool:
    return glyph.text[:1] == "%" or (glyph.text[:1].isascii() and glyph.text[:1].isalnum())


def _word_gap(after: Glyph, before: Glyph) -> float:
    """The gap (in ems) after an Arabic letter that stands for a space; `after` is the next sign in reading
    order, to the left of it. A letter that joins to the
    next leaves none inside a word; one that does not leaves its own: alef much, reh little."""
    letter = next((c for c in reversed(before.text) if unicodedata.category(c) != "Mn"), " ")
    if unicodedata.bidirectional(letter) != "AL" or after.text[:1] in _BRACKETS:
        return 1.5 * _WORD_GAP
    return next((gap for letters, gap in _GAPS_AFTER if letter in letters), _JOINED_GAP)


def _is_han(text: str) -> bool:
    """Whether a sign is Han, or one that Chinese alone uses."""
    return bool(HAN_START.match(text)) and text[0] not in _QUOTED


def _beside_han(glyphs: list[Glyph], index: int) -> bool:
    """Whether a gap of a line with Han is beside Han or a sign that is of full width there."""
    around = glyphs[max(index - 1, 0) : index] + glyphs[index + 1 : index + 2]
    return any(HAN_START.match(g.text) for g in around)


def _with_marks(glyphs: list[Glyph], line: PageLine) -> tuple[list[str], dict[int, str]]:
    """The glyphs' texts, each superscript as one stand-in that no reordering can take apart."""
    texts: list[str] = []
    marks: dict[int, str] = {}
    raised = False
    for index, glyph in enumerate(glyphs):
        high = glyph.base - line.base > _RAISED * line.size
        before = index + 1 if line.rtl else index - 1  # what is read before it stands to its right, or left
        last = glyphs[before] if 0 <= before < len(glyphs) else None
        if not (high and _raised(glyph, line, last)):
            texts.append(glyph.text)
            raised = False
            continue
        if not raised:
            marks[_STAND_IN + len(marks) % 24] = ""
            texts.append(chr(max(marks)))
        marks[max(marks)] += glyph.text
        raised = True
    return texts, {code: f"{MARK_OPEN}{mark}{MARK_CLOSE}" for code, mark in marks.items()}


def _raised(glyph: Glyph, line: PageLine, last: Glyph | None) -> bool:
    """Whether a glyph above the line is a superscript: a small one, or a figure behind a word, of whatever
    size, that is well above it."""
    if glyph.text.isspace():
        return False
    if glyph.size < _SMALL * line.size:
        return True
    amid_word = last is not None and not last.text.isspace()
    return amid_word and glyph.text.isdigit() and glyph.base - line.base > _HIGH * line.size


def _first_word(line: PageLine, glyphs: list[Glyph]) -> float:
    width = 0.0
    han = any(_is_han(glyph.text) for glyph in glyphs)
    for glyph in reversed(glyphs) if line.rtl else glyphs:
        if glyph.text.isspace() and not glyph.gone:
            break
        width += 0.0 if glyph.text == DOUBTFUL else glyph.right - glyph.left
        if han and HAN_START.match(glyph.text):
            return width + 1.2 * line.size  # a closing mark may not start a line and pulls one along
    return width
