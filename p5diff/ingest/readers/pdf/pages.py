"""The pages of a PDF, read one by one: pieces of lines, what is hidden and struck, lines drawn, fonts.

Worked example. A page shows "Ports are open", with "closed" struck out and a white "draft" that nobody sees:
three lists of pieces, the text of each in reading order, beside the page's height and its thin lines. Pages
whose glyphs turn out to be named doubtfully are read again by what the glyphs draw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from p5diff.errors import InputError
from p5diff.ingest.readers.pdf.bars import Bar, part_struck
from p5diff.ingest.readers.pdf.clusters import Renaming
from p5diff.ingest.readers.pdf.codes import file_names, saved
from p5diff.ingest.readers.pdf.drawn import NAMELESS
from p5diff.ingest.readers.pdf.echoes import without_echoes
from p5diff.ingest.readers.pdf.gaps import spaces_of
from p5diff.ingest.readers.pdf.glyphs import HYPHENS, PageReader
from p5diff.ingest.readers.pdf.hidden import Drawing, drawing
from p5diff.ingest.readers.pdf.lines import PageLine, pieces
from p5diff.ingest.readers.pdf.spaces import DOUBTFUL
from p5diff.ingest.readers.pdf.spelling import spell
from p5diff.ingest.readers.pdf.spelt import unread
from p5diff.ingest.readers.pdf.tags import Tags
from p5diff.ingest.readers.pdf.trust import FontText
from p5diff.text.listing import first_of

REMEDY = (
    "get another copy (a web page, DOCX, another PDF), or have the pages read again by OCR: "
    "ocrmypdf --force-ocr -l LANGUAGE in.pdf out.pdf (chi_sim, rus, ara, eng, fra, spa)"
)
_OVERFLOW = 3.0
"""Ems between the baselines of two lines that go on: a paragraph and the gap before the next one."""
_ARABIC = re.compile("[\u0590-\u08ff]")
_STRONG = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff\u0590-\u08ff]")


def garbled_words(name: str, count: int, first: str, fonts: list[str]) -> InputError:
    """The refusal of a file with words in which a letter is missing."""
    shown = f"first: {first}; " if first else ""
    return InputError(
        "pdf-garbled",
        f"{name} cannot be read: its fonts do not say which characters they draw",
        cause=f"{count} of its words hold a letter or mark that nothing names ({shown}"
        f"fonts: {first_of(fonts, 3)}), so that the page looks right and its text is garbled",
        hint=REMEDY,
    )


@dataclass(slots=True)
class OpenPdf:
    """An open document, and what was found of its pages that a second reading need not find again."""

    document: Any
    name: str
    drawings: dict[int, Drawing] = field(default_factory=dict)
    """Number of a page from 0 → what is drawn on it besides its text."""
    renaming: Renaming | None = None
    """What its glyphs draw, once its pages have shown that their names are doubtful."""
    _hyphens: Mapping[str, str] | None = None

    def hyphens(self) -> Mapping[str, str]:
        """What each font names its only hyphen, by its name; fonts that have several are left out."""
        if self._hyphens is None:
            fonts = file_names(saved(self.document))
            found = {name: {t for t in table.values() if t in HYPHENS} for name, table in fonts.items()}
            self._hyphens = {name: next(iter(texts)) for name, texts in found.items() if len(texts) == 1}
        return self._hyphens

    def drawing_of(self, number: int, page: Any, textpage: Any) -> Drawing:
        """What is drawn on a page, by its number from 0, found once."""
        if number not in self.drawings:
            self.drawings[number] = drawing(page, textpage)
        return self.drawings[number]


@dataclass(slots=True)
class Pages:
    """Each page's pieces and height, and its text as PDFium itself gives it."""

    pieces: list[list[PageLine]] = field(default_factory=list)
    unseen: list[list[PageLine]] = field(default_factory=list)
    """What each page holds and does not show."""
    struck: list[list[PageLine]] = field(default_factory=list)
    """What each page shows with a line through it."""
    bars: list[tuple[Bar, ...]] = field(default_factory=list)
    """The thin lines drawn on each page."""
    heights: list[float] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    unmapped: int = 0
    doubtful: bool = False
    """Whether the names of some glyphs are doubtful."""
    named: list[str] = field(default_factory=list)
    """What PDFium gives for characters that are read otherwise than the file names them."""
    ghosts: list[str] = field(default_factory=list)
    """Letters that PDFium gives and no page shows."""
    vowels: int = 0
    """Vowel signs of Arabic that were read by themselves, without a letter that is certain."""
    tags: Tags | None = None
    fonts: dict[str, FontText] = field(default_factory=dict)

    def add(self, source: OpenPdf, index: int) -> None:
        """Read one page, by its number from 0."""
        page, number = source.document[index], index + 1
        textpage = page.get_textpage()
        tags = self.tags.page(page, textpage) if self.tags else None
        renamed = source.renaming.pages[index] if source.renaming and source.renaming.pages else None
        ranks = source.renaming.ranks[index] if source.renaming and source.renaming.ranks else None
        reader = PageReader(textpage, tags, renamed, unread(page, textpage), ranks, source.hyphens)
        drawn = source.drawing_of(index, page, textpage)
        shown, hidden = reader.runs(textpage.count_chars(), drawn.unseen)
        shown, struck = part_struck(shown, drawn.bars)
        for runs, kept in ((shown, self.pieces), (hidden, self.unseen), (struck, self.struck)):
            found = without_echoes([piece for run in runs for piece in pieces(run, number)])
            spell_lines(found)
            for piece in found:
                piece.text = piece.text.replace(DOUBTFUL, " ")
            kept.append(found)
        _keep_overflow(self.pieces[-1], self.unseen[-1], page.get_bbox()[1])
        self.heights.append(page.get_height())
        self.raw.append(textpage.get_text_range() if shown or hidden or struck else "")
        self.bars.append(drawn.bars)
        self.unmapped += reader.unmapped
        self.doubtful = self.doubtful or reader.doubtful
        self.named += reader.named
        self.ghosts += reader.ghosts
        self.vowels += reader.vowels
        for name, text in reader.fonts.items():
            font = self.fonts.setdefault(name, FontText())
            font.characters += text.characters
            font.sampled += text.sampled
            font.unnamed += text.unnamed
        textpage.close()
        page.close()


def _keep_overflow(shown: list[PageLine], hidden: list[PageLine], bottom: float) -> None:
    """Text that runs over the lower edge of the page goes on with what is seen, and is no secret: it stands
    below the last line, line by line, in its type."""
    if not shown:
        return
    last = min(shown, key=lambda piece: (piece.base, piece.left))
    for piece in sorted(hidden, key=lambda piece: -piece.base):
        below = piece.base < bottom
        near = last.base - piece.base <= _OVERFLOW * piece.size and piece.base < last.base + piece.size
        level = abs(piece.base - last.base) < 0.3 * piece.size  # tops of letters show, and the others do not
        beside = piece.left < last.right and last.left < piece.right
        if below and near and (beside or level) and abs(piece.size - last.size) < 0.1 * piece.size:
            hidden.remove(piece)
            shown.append(piece)
            last = piece


def read_pages(source: OpenPdf, alive: Callable[[int, int], None], *, tagged: bool, step: int = 1) -> Pages:
    """Every page, or every `step`-th; once more by what the glyphs draw, where their names prove doubtful.
    Raises `InputError` (`pdf-garbled`) where glyphs cannot be named at all."""
    count = len(source.document)
    result = Pages(tags=Tags.of(source.document) if tagged else None)
    for index in range(0, count, step):
        result.add(source, index)
        alive(index + 1, count)
    if result.doubtful and not source.renaming and step == 1:
        source.renaming = Renaming(source.document)
        if source.document is not source.renaming.document or any(source.renaming.pages):
            source.document = source.renaming.document
            source.drawings.clear()  # they count the characters of the other one
            return read_pages(source, alive, tagged=tagged)
    if source.renaming and source.renaming.lost:
        raise garbled_words(source.name, len(source.renaming.lost), "", sorted(set(source.renaming.lost)))
    _mark_nameless(result)
    _without_idle_bold(result.pieces)
    return result


def _mark_nameless(pages: Pages) -> None:
    """Put `NAMELESS` in place of glyphs that nothing names, in fonts that name the most of theirs: what
    PDFium gives for them is their number. A font that names none is judged by what it reads like."""
    for glyph in (g for page in pages.pieces for line in page for part in line.parts for g in part):
        if glyph.nameless and glyph.text.strip():
            font = pages.fonts[glyph.nameless]
            if 2 * font.unnamed <= font.sampled:
                glyph.text = NAMELESS


def _without_idle_bold(pages: list[list[PageLine]]) -> None:
    """Where most of the text calls itself bold, the fonts are described wrongly, or the text is bold
    throughout: either way weight tells no heading."""
    lines = [line for page in pages for line in page]
    if 2 * sum(line.count for line in lines if line.bold) <= sum(line.count for line in lines):
        return
    for line in lines:
        line.bold = False
        for part in line.parts:
            for glyph in part:
                glyph.bold = False


def spell_lines(lines: list[PageLine]) -> None:
    """Text of each line; the last letter of the line before decides on numbers at its start."""
    after_arabic = False
    spaces = spaces_of(lines)
    arabic = 2 * sum(line.rtl for line in lines) > len(lines)
    for line in lines:
        if arabic and not line.rtl and not any(_STRONG.search(g.text) for part in line.parts for g in part):
            line.rtl = True  # figures and signs alone take the direction of the text, whatever went before
        spell(line, after_arabic=after_arabic, spaces=spaces)
        last = next((c for c in reversed(line.text) if _STRONG.match(c)), "")
        after_arabic = bool(_ARABIC.match(last)) if last else after_arabic
