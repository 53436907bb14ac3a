"""Text that a page holds and nobody sees: white on white, without ink, under a picture, off the page.

Whether text is seen is not for its description to say, but for the page: a page is drawn with the text
and without it, and where no point of a word's place changes, nobody sees the word. Pages are drawn only
where something speaks for it (`_Look.doubtful`), so that plain documents cost nothing.

The words that OCR lays over the picture of a page change nothing either, and are the text: where most
of a page's text is unseen and there is ink in its places, it says what the ink shows.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from p5diff.ingest.readers.pdf.bars import Bar, bar_of
from p5diff.ingest.readers.pdf.tags import MarkNames

_SCALE = 2.0
"""Points of the picture for a point of the page: a full stop of 6-point type covers one of them whole."""
_LARGEST = 6_000_000
"""Points of a picture: twice an A3 page; larger pages are drawn smaller."""
_SEEN = 20
"""Of 255: how far a point must change. A grey of 236 on white is as good as unseen, and so is less."""
_PALE = 230
"""Of 255: a colour with no channel below it may be paper on paper; darker ones are read on white."""
_ALIKE = 26
"""Of 255: colours nearer to each other in each channel may be one to the eye: a tenth of the scale."""
_THIN = 26
"""Of 255: paint that covers less than a tenth may be none to the eye."""
_LAYER = 0.5
"""Share of a page's characters that are unseen over ink before they are its text layer: a page that was
scanned has nothing else, one with a picture of some words has more text of its own."""
_INKED = 0.6
"""Share of those characters that have ink in their places: a layer lies on what it reads, if not exactly."""
_MOST_COVERS = 200
"""Pictures and filled shapes that are looked under; a drawing of thousands has no text below it."""
_THINNEST = 3.0
"""Points: rules, borders and strokes that lie over text are thinner and hide none."""
_LETTERS = 0.5
"""Of the type size: how high small letters stand over their line; where only what is above is drawn, no
letter can be read."""
_MOST_BARS = 4000
"""Bars of a page, and points of a path, that are looked at: a large table has hundreds, a map thousands."""
_ONE_SHAPE = 5
"""Points of a rectangle: a filled path of more may be several of them."""
_DEEPEST = 8
"""Forms within forms that are looked into."""
_NO_INK = frozenset({3, 7})
"""Modes of drawing text that leave no ink (ISO 32000, table 104): invisible, and clipping only."""

_OPTIONAL = "OC"
"""The mark of content that is shown at times (ISO 32000, 14.11)."""
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix (a b c d e f of PDF) that neither scales, turns nor moves."""

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""
_Colour = tuple[int, int, int, int]
"""Red, green, blue and how much of the paint covers, each of 255."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A picture (without a colour) or filled shape, and how many texts were drawn before it."""

    box: _Box
    colour: _Colour | None
    after: int


class Drawing(NamedTuple):
    """What is drawn on a page besides its text, as far as that decides what the text is."""

    unseen: frozenset[int]
    """The numbers of the characters that nobody sees (`FPDFText_…` counts them so)."""
    bars: tuple[Bar, ...]
    """Thin lines that are seen."""


def drawing(page: Any, textpage: Any) -> Drawing:
    """Look at what is drawn on a page."""
    import pypdfium2.raw as pdfium

    look = _Look(pdfium, page, textpage)
    doubtful = look.doubtful()
    return Drawing(look.proved(doubtful) if doubtful else frozenset(), tuple(look.bars))


class _Look:
    """One page and what is drawn on it."""

    def __init__(self, pdfium: Any, page: Any, textpage: Any) -> None:
        self._pdfium, self._page, self._text = pdfium, page, textpage
        self._objects: list[tuple[Any, _Box, _Colour]] = []
        self._veiled: set[int] = set()
        """Numbers of texts inside of forms that are laid over the page with some transparency."""
        self._shapes: list[_Shape] = []
        self.bars: list[Bar] = []
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._channels = tuple(ctypes.c_uint() for _ in range(4))
        self._marks = MarkNames(pdfium)

    def doubtful(self) -> dict[int, Any]:
        """The text objects that may be unseen, by their addresses: doubtful by themselves, lying under
        something, or of the colour of what they lie on."""
        self._collect(self._direct(), _UNMOVED, 0)
        room = self._page.get_bbox()
        largest = sorted(self._shapes, key=lambda shape: -_area(shape.box))[:_MOST_COVERS]
        covers = sorted(largest, key=lambda shape: shape.after)
        afters = [shape.after for shape in covers]
        grounds: dict[_Colour, list[_Box]] = {}
        result: dict[int, Any] = {}
        for number, (item, box, colour) in enumerate(self._objects):
            if box[2] <= box[0] or box[3] <= box[1]:
                continue  # spaces
            if colour not in grounds:
                grounds[colour] = [s.box for s in covers if s.colour and _alike(s.colour, colour)]
            over = covers[bisect_right(afters, number) :]
            if (
                self._is_doubtful(number, item, box, colour, room)
                or any(_meet(box, ground) for ground in grounds[colour])
                or any(_meet(box, shape.box) for shape in over)
            ):
                result[_address(item)] = item
        return result

    def _direct(self) -> Iterator[Any]:
        raw = self._page.raw
        for index in range(self._pdfium.FPDFPage_CountObjects(raw)):
            yield self._pdfium.FPDFPage_GetObject(raw, index)

    def _collect(self, items: Iterator[Any], matrix: Sequence[float], depth: int) -> None:
        pdfium = self._pdfium
        for item in items:
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(item, inner)
                own = _times((inner.a, inner.b, inner.c, inner.d, inner.e, inner.f), matrix)
                count = pdfium.FPDFFormObj_CountObjects(item)
                first = len(self._objects)
                self._collect((pdfium.FPDFFormObj_GetObject(item, i) for i in range(count)), own, depth + 1)
                if pdfium.FPDFPageObj_HasTransparency(item):
                    self._veiled.update(range(first, len(self._objects)))
                continue
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._objects.append((item, self._box(item, matrix), self._colour(item)))
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._add_path(item, matrix)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._add_shape(self._box(item, matrix), None)

    def _add_shape(self, box: _Box, colour: _Colour | None) -> None:
        if min(box[2] - box[0], box[3] - box[1]) >= _THINNEST:
            self._shapes.append(_Shape(box, colour, len(self._objects)))

    def _add_path(self, item: Any, matrix: Sequence[float]) -> None:
        """A filled shape as one that may lie over text; thin ones, and the lines of a stroke, as bars."""
        pdfium = self._pdfium
        mode, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
        if not pdfium.FPDFPath_GetDrawMode(item, mode, stroke):
            return
        filled = mode.value != pdfium.FPDF_FILLMODE_NONE
        box = self._box(item, matrix)
        if filled:
            self._add_shape(box, self._colour(item))
        if len(self.bars) >= _MOST_BARS or not (filled or stroke.value):
            return
        ink = self._stroke_colour(item) if stroke.value else self._colour(item)
        if min(ink[:3]) >= _PALE or ink[3] < _THIN:
            return
        bar = bar_of(box)
        if bar is not None:
            self.bars.append(bar)
        elif stroke.value or pdfium.FPDFPath_CountSegments(item) > _ONE_SHAPE:
            self.bars += self._lines_of(item, matrix, stroked=bool(stroke.value))

    def _lines_of(self, item: Any, outer: Sequence[float], *, stroked: bool) -> Iterator[Bar]:
        """The straight lines of a path that is stroked, or the thin ones of the shapes that are filled."""
        pdfium = self._pdfium
        inner = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, inner)
        a, b, c, d, e, f = _times((inner.a, inner.b, inner.c, inner.d, inner.e, inner.f), outer)
        x, y = ctypes.c_float(), ctypes.c_float()
        shape: list[tuple[float, float]] = []
        for number in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_BARS)):
            segment = pdfium.FPDFPath_GetPathSegment(item, number)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                yield from _bars_of(shape, stroked=stroked)
                shape = []
            elif kind != pdfium.FPDF_SEGMENT_LINETO:
                shape = []  # what is curved bounds no cell and strikes no word
            shape.append(point)
        yield from _bars_of(shape, stroked=stroked)

    def _stroke_colour(self, item: Any) -> _Colour:
        red, green, blue, cover = self._channels
        self._pdfium.FPDFPageObj_GetStrokeColor(item, red, green, blue, cover)
        return (red.value, green.value, blue.value, cover.value)

    def _box(self, item: Any, matrix: Sequence[float]) -> _Box:
        one, two, three, four = self._sides
        if not self._pdfium.FPDFPageObj_GetBounds(item, one, two, three, four):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = one.value, two.value, three.value, four.value
        if matrix is _UNMOVED:
            return (left, bottom, right, top)
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def _colour(self, item: Any) -> _Colour:
        red, green, blue, cover = self._channels
        self._pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, cover)
        return (red.value, green.value, blue.value, cover.value)

    def _is_doubtful(self, number: int, item: Any, box: _Box, colour: _Colour, room: _Box) -> bool:
        """Whether a text may be unseen by itself: it has no ink or that of paper, is off the page, is cut
        off, or is shown at times only."""
        if self._pdfium.FPDFTextObj_GetTextRenderMode(item) in _NO_INK or colour[3] < _THIN:
            return True
        if number in self._veiled or min(colour[:3]) >= _PALE:
            return True
        return not _inside(box, room) or self._marks.has(item, _OPTIONAL) or self._is_clipped(item, box)

    def _is_clipped(self, item: Any, box: _Box) -> bool:
        """Whether a text goes over the edge of what it may be drawn on (not asked inside of forms)."""
        return any(not _inside(box, edge) for edge in self._clips(item))

    def _is_shred(self, item: Any) -> bool:
        """Whether a text is cut off so that its line lies beyond the edge: a vowel that rises over the first
        line of the next page shows in part at the foot of this one, and is drawn again there."""
        pdfium = self._pdfium
        matrix = pdfium.FS_MATRIX()
        size = ctypes.c_float()
        edges = list(self._clips(item))
        if not edges or not pdfium.FPDFPageObj_GetMatrix(item, matrix):
            return False
        if matrix.b or matrix.c:
            return False  # what stands aslant has its letters on either side of its line
        pdfium.FPDFTextObj_GetFontSize(item, size)
        reach = _LETTERS * size.value * abs(matrix.d)
        return any(matrix.f < edge[1] - reach or matrix.f > edge[3] for edge in edges)

    def _clips(self, item: Any) -> Iterator[_Box]:
        """The boxes outside of which nothing of it is drawn."""
        pdfium = self._pdfium
        clip = pdfium.FPDFPageObj_GetClipPath(item)
        x, y = ctypes.c_float(), ctypes.c_float()
        for path in range(max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0):
            xs, ys = [], []
            for number in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
                segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, number)
                if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                    xs.append(x.value)
                    ys.append(y.value)
            if xs:
                yield (min(xs), min(ys), max(xs), max(ys))

    def proved(self, doubtful: dict[int, Any]) -> frozenset[int]:
        """The characters of these texts that can be taken away without a change of the picture."""
        scale = min(_SCALE, (_LARGEST / max(1.0, self._page.get_width() * self._page.get_height())) ** 0.5)
        pictured = _Picture(self._pdfium, self._page, scale)
        for item in doubtful.values():
            self._pdfium.FPDFPageObj_SetIsActive(item, False)
        try:
            without = _Picture(self._pdfium, self._page, scale)
        finally:
            for item in doubtful.values():
                self._pdfium.FPDFPageObj_SetIsActive(item, True)
        hidden: set[int] = set()
        inked = drawn = 0
        for word in self._words(doubtful):
            if self._is_shred(self._pdfium.FPDFText_GetTextObject(self._text.raw, word[0])):
                hidden.update(word)
                continue
            places = [pictured.place(self._text.raw, index) for index in word]
            drawn += len(word)
            if 2 * sum(pictured.differs(without, place) for place in places) >= len(places):
                continue
            hidden.update(word)
            inked += sum(without.has_ink(place) for place in places)
        if inked > _INKED * len(hidden) and len(hidden) > _LAYER * self._count():
            return frozenset()
        return frozenset(hidden)

    def _words(self, doubtful: dict[int, Any]) -> Iterator[list[int]]:
        """The doubtful characters with ink, those of one word together."""
        pdfium, text = self._pdfium, self._text.raw
        word: list[int] = []
        last = 0
        for index in range(self._text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, index)
            item = pdfium.FPDFText_GetTextObject(text, index)
            address = _address(item) if item else 0
            inked = address in doubtful and not chr(code).isspace()
            if word and (not inked or address != last):
                yield word
                word = []
            if inked:
                word.append(index)
            last = address
        if word:
            yield word

    def _count(self) -> int:
        """How many characters of the page are no spaces."""
        codes = (self._pdfium.FPDFText_GetUnicode(self._text.raw, i) for i in range(self._text.count_chars()))
        return sum(not chr(code).isspace() for code in codes)


class _Picture:
    """A page as it is drawn, and where on it a character stands."""

    def __init__(self, pdfium: Any, page: Any, scale: float) -> None:
        self._pdfium, self._raw = pdfium, page.raw
        bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False, prefer_bgrx=True)
        self.width, self.height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._points = bytes(bitmap.buffer)
        self._step = self._stride // self.width
        bitmap.close()

    def place(self, textpage: Any, index: int) -> tuple[int, int, int, int]:
        """The columns and rows of points (half-open) of a character's ink."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        x, y = ctypes.c_int(), ctypes.c_int()
        corners = []
        for px, py in ((left.value, bottom.value), (right.value, top.value)):
            self._pdfium.FPDF_PageToDevice(self._raw, 0, 0, self.width, self.height, 0, px, py, x, y)
            corners.append((x.value, y.value))
        (x0, y0), (x1, y1) = corners
        return (
            max(0, min(x0, x1)),
            min(self.width, max(x0, x1) + 1),
            max(0, min(y0, y1)),
            min(self.height, max(y0, y1) + 1),
        )

    def _rows(self, place: tuple[int, int, int, int]) -> Iterator[bytes]:
        left, right, top, bottom = place
        if right <= left:
            return
        for row in range(top, bottom):
            start = row * self._stride
            yield self._points[start + left * self._step : start + right * self._step]

    def differs(self, other: _Picture, place: tuple[int, int, int, int]) -> bool:
        """Whether the two pictures look different there."""
        pairs = zip(self._rows(place), other._rows(place), strict=True)
        return any(one != two and _change(one, two) >= _SEEN for one, two in pairs)

    def has_ink(self, place: tuple[int, int, int, int]) -> bool:
        """Whether there is more than one colour there."""
        points = b"".join(self._rows(place))
        channels = [points[n :: self._step] for n in range(min(3, self._step))]
        return any(channel and max(channel) - min(channel) >= _SEEN for channel in channels)


def _bars_of(shape: Sequence[tuple[float, float]], *, stroked: bool) -> Iterator[Bar]:
    """The bars of one shape of a path: each line of it where it is stroked, itself where it is filled."""
    stretches = pairwise(shape) if stroked else [tuple(shape)] if len(shape) > 1 else []
    for points in stretches:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        bar = bar_of((min(xs), min(ys), max(xs), max(ys)))
        if bar is not None:
            yield bar


def _change(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _address(item: Any) -> int:
    return ctypes.addressof(item.contents)


def _times(inner: Sequence[float], outer: Sequence[float]) -> tuple[float, ...]:
    """Two transformations in a row (ISO 32000, 8.3.4)."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _area(box: _Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(box: _Box, room: _Box) -> bool:
    """Whether the middle of a text's height, from end to end, is on the page: boxes of fonts are generous."""
    middle = (box[1] + box[3]) / 2
    return room[0] - 1 <= box[0] and box[2] <= room[2] + 1 and room[1] <= middle <= room[3]


def _meet(one: _Box, other: _Box) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])


def _alike(one: _Colour, other: _Colour) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one[:3], other[:3], strict=True))
