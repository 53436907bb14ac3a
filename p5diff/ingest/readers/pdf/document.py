"""A whole PDF: pages to lines, furniture and footnotes set apart, lines to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from p5diff import language as languages
from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.pdf.bars import Bar, part_struck
from p5diff.ingest.readers.pdf.blocks import blocks_of
from p5diff.ingest.readers.pdf.clusters import Renaming
from p5diff.ingest.readers.pdf.codes import file_names, saved
from p5diff.ingest.readers.pdf.columns import pages_in_order
from p5diff.ingest.readers.pdf.drawn import NAMELESS
from p5diff.ingest.readers.pdf.echoes import without_echoes
from p5diff.ingest.readers.pdf.furniture import Furniture, rows_of, split_furniture
from p5diff.ingest.readers.pdf.gaps import spaces_of
from p5diff.ingest.readers.pdf.glyphs import HYPHENS, PageReader, plain
from p5diff.ingest.readers.pdf.grids import with_grids
from p5diff.ingest.readers.pdf.hidden import Drawing, drawing
from p5diff.ingest.readers.pdf.lines import PageLine, pieces
from p5diff.ingest.readers.pdf.spaces import DOUBTFUL, Settler
from p5diff.ingest.readers.pdf.spelling import spell
from p5diff.ingest.readers.pdf.spelt import unread
from p5diff.ingest.readers.pdf.strokes import find_strokes, without_strokes
from p5diff.ingest.readers.pdf.tableheads import take_repeated
from p5diff.ingest.readers.pdf.tables import with_cells
from p5diff.ingest.readers.pdf.tagged import in_tree_order, is_sane
from p5diff.ingest.readers.pdf.tags import Tags
from p5diff.ingest.readers.pdf.trust import FontText, garbled, stops
from p5diff.ingest.readers.pdf.vowels import VOWELS
from p5diff.ingest.sandbox.limits import Limits, too_large
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import RawBlock, RawText
from p5diff.text.detect import detect_language

_PASSWORD_ERROR = 4
"""What PDFium calls FPDF_ERR_PASSWORD."""
_OVERFLOW = 3.0
"""Ems between the baselines of two lines that go on: a paragraph and the gap before the next one."""
_ARABIC = re.compile("[\u0590-\u08ff]")
_BEFORE_ALEF, _AFTER_ALEF = (
    re.compile(r"[^\u0644]\u064b\u0627(?!\w)"),
    re.compile(r"[^\u0644]\u0627\u064b(?!\w)"),
)
"""Fathatan and an alef that end a word, but for those behind a lam."""
_ARABIC_LETTER = "[\u0620-\u063a\u0641-\u064a]"
_WORDS_APART = re.compile(rf"([\u0621\u0629\u0627]\u064b|\u064b\u0627)(?={_ARABIC_LETTER})(?!\u0627(?!\w))")
"""Fathatan on an alef, hamza or teh marbuta, or before an alef: it ends a word, and a letter begins one."""
_TANWIN_AMID = re.compile(
    rf"(?<=[\u0620\u0622-\u0626\u0628\u062a-\u063a\u0641-\u064a])\u064b"
    rf"((?:{_ARABIC_LETTER}[\u064e-\u0652]*){{1,3}})(\u0627)(?!\w)"
)
"""Fathatan over a letter that bears none unless an alef follows, some letters, and that alef at the end."""
_IMPOSSIBLE = re.compile(
    rf"[\w\u064b-\u0652]{{0,40}}"
    rf"(?:{_ARABIC_LETTER}[\u064b-\u0652]*[0-9A-Za-z]{_ARABIC_LETTER}"
    rf"|[\u064b-\u0650][\u064b-\u0650]|\u0651[\u064b-\u0650]?\u0651"
    rf"|[\u064b-\u064d]\u0651?(?![\u0627\u0649](?!\w)){_ARABIC_LETTER})"
    rf"[\w\u064b-\u0652]{{0,40}}"
)
"""An Arabic word with what no word has."""
_SAMPLE = 12
"""Pages of a long document by which its tags are judged first, all over it: its front is unlike the rest."""
_LONG = 40
"""Pages from which that is done: the sample is then less than a third of the work."""
_STRONG = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff\u0590-\u08ff]")


def read_document(data: bytes, *, name: str, limits: Limits, alive: Callable[[int, int], None]) -> RawText:
    """All blocks of a PDF, with notes. Raises `InputError` (damaged, locked, scan, too long)."""
    document = _open(data, name)
    if len(document) > limits.pages:
        raise too_large(name, f"it has {len(document):,} pages", f"{limits.pages:,} pages")
    source = _Source(document, name)
    return _read(source, alive, tagged=_tags_hold_in_part(source)) or _untagged(source, alive)


def _untagged(source: _Source, alive: Callable[[int, int], None]) -> RawText:
    result = _read(source, alive, tagged=False)
    assert result is not None, "a reading that asks no tags does not fail by them"
    return result


def _read(source: _Source, alive: Callable[[int, int], None], *, tagged: bool) -> RawText | None:
    """All blocks; `tagged` is whether the tags are asked, and None says that the pages contradict them."""
    name = source.name
    pages = _read_pages(source, alive, tagged=tagged)
    _check_text(pages.raw, name)
    doubts = tuple(_doubts(pages, name))
    body, furniture = split_furniture(pages.pieces, pages.heights)
    for aside, hidden, struck in zip(furniture, pages.unseen, pages.struck, strict=True):
        aside.rows += [(row, SetAsideReason.HIDDEN) for row in rows_of(hidden)]
        aside.rows += [(row, SetAsideReason.STRUCK) for row in rows_of(struck)]
    ordered = _ordered(pages, body)
    if ordered is None:
        return None
    for page in ordered:
        _spell(page)
    take_repeated(ordered, furniture)
    lines = [line for page in ordered for line in page]
    _settle(lines)
    _end_words(lines)
    _set_tanwin(lines)
    vowels, vowel_notes = _drop_vowels(lines, furniture, pages, source)
    strokes, stroke_notes = _drop_strokes(lines, pages)
    texts = [line.text for line in lines]
    nameless = _nameless(texts, pages, name)
    blocks, notes = blocks_of(ordered, furniture, keeps=pages.tags is not None and pages.tags.keeps)
    wanted = (without_strokes(_comparable(text), strokes)[0] for text in pages.raw)
    found = (*(f"{b.label}{b.text}" for b in blocks), *pages.named, *pages.ghosts, vowels)
    lost = loss_note(found, wanted, format_name="PDF")
    notes = (
        *notes,
        *stroke_notes,
        *vowel_notes,
        *_named_notes(source),
        *_doubtful(texts),
        *nameless,
        *doubts,
        *lost,
    )
    return RawText(
        blocks=tuple(blocks), format="pdf", properties=_properties(source.document, blocks), notes=notes
    )


def _ordered(pages: _Pages, body: list[list[PageLine]]) -> list[list[PageLine]] | None:
    """The lines of each page in the order of reading; None where the pages contradict their tags."""
    ordered = pages_in_order(body)
    if pages.tags is None:
        return with_cells(with_grids(ordered, pages.bars))
    return in_tree_order(ordered) if pages.tags.covers() and is_sane(ordered) else None


def _drop_vowels(
    text: list[PageLine], furniture: list[Furniture], pages: _Pages, source: _Source
) -> tuple[str, tuple[Note, ...]]:
    """Leave the vowel signs out of the whole text where it is not certain on which letter one of them stands:
    those that were left out, with a note."""
    unplaced = pages.vowels + (source.renaming.unplaced if source.renaming else 0)
    lines = text + [piece for aside in furniture for row, _ in aside.rows for piece in row.pieces]
    left = "".join("".join(VOWELS.findall(line.text)) for line in lines)
    impossible = any(line.rtl and _IMPOSSIBLE.search(line.text) for line in lines)
    if not left or not (unplaced or impossible):
        return "", ()
    for line in lines:
        line.text = VOWELS.sub("", line.text)
    message = (
        f"{len(left)} vowel signs were left out, since the file does not say for certain on which letter "
        f"{unplaced or 'some'} of them stand: compare with the page before quoting it with its vowels"
    )
    return left, (Note(slug="pdf-vowels-left-out", message=message),)


def _drop_strokes(lines: list[PageLine], pages: _Pages) -> tuple[frozenset[str], tuple[Note, ...]]:
    """Take strokes out of Arabic words, with a note where the file misnamed them."""
    strokes, total = find_strokes(line.text for line in lines if line.rtl), 0
    for line in lines:
        text, dropped = without_strokes(line.text, strokes)
        line.text = text
        total += dropped
    pages.unmapped -= total
    if not total:
        return strokes, ()
    shown = " ".join(char if char > " " else f"U+{ord(char):04X}" for char in sorted(strokes))
    message = f"{total} strokes that lengthen Arabic words, which the file calls {shown}, were left out"
    return strokes, (Note(slug="arabic-strokes", message=message),)


def _named_notes(source: _Source) -> tuple[Note, ...]:
    """How many letters were read as the font names them."""
    count = source.renaming.misnamed if source.renaming else 0
    if not count:
        return ()
    message = (
        f"{count} characters that the file does not name, or names after more than they are, are read as the "
        "fonts inside it name them"
    )
    return (Note(slug="pdf-named-by-font", message=message),)


def _nameless(lines: list[str], pages: _Pages, name: str) -> tuple[Note, ...]:
    """How many signs nothing names, by themselves. Raises `InputError` (`pdf-garbled`) where one is part of a
    word: it would be stored with a letter missing."""
    inside = [match.group() for text in lines for match in _LETTER_MISSING.finditer(text)]
    if inside:
        fonts = sorted(font for font, text in pages.fonts.items() if text.unnamed) or ["?"]
        raise _garbled(name, len(inside), inside[0], fonts)
    alone = sum(text.count(NAMELESS) for text in lines)
    if not alone:
        return ()
    message = f"{alone} signs that nothing in the file names stand as {NAMELESS} in the text: see the page"
    return (Note(slug="pdf-unmapped", message=message),)


def _garbled(name: str, count: int, first: str, fonts: list[str]) -> InputError:
    shown = f"first: {first}; " if first else ""
    return InputError(
        "pdf-garbled",
        f"{name} cannot be read: its fonts do not say which characters they draw",
        cause=f"{count} of its words hold a letter or mark that nothing names ({shown}"
        f"fonts: {', '.join(fonts[:3])}), so that the page looks right and its text is garbled",
        hint=_REMEDY,
    )


_REMEDY = (
    "get another copy (a web page, DOCX, another PDF), or have the pages read again by OCR: "
    "ocrmypdf --force-ocr -l LANGUAGE in.pdf out.pdf (chi_sim, rus, ara, eng, fra, spa)"
)
_LETTER_MISSING = re.compile(
    rf"[\w{NAMELESS}\u064b-\u065f]{{0,40}}"
    rf"(?:[^\W\d_]{NAMELESS}+[^\W\d_]|[\u0620-\u065f]{NAMELESS}|{NAMELESS}[\u0620-\u065f])"
    rf"[\w{NAMELESS}\u064b-\u065f]{{0,40}}"
)
"""A word with a nameless glyph amid its letters, or beside an Arabic one: it may be a mark at its end."""


def _doubtful(lines: list[str]) -> tuple[Note, ...]:
    """How many Arabic words hold what no word does: a figure or Latin letter amid its letters, two vowels on
    one letter, an ending before its end. The file, or the page, may say so all the same."""
    found = [match.group() for text in lines for match in _IMPOSSIBLE.finditer(text)]
    if not found:
        return ()
    shown = ", ".join(dict.fromkeys(found[:5])) + (" …" if len(found) > 5 else "")
    message = (
        f"{len(found)} Arabic words hold marks or figures where no word has them; compare with the page: "
        f"{shown}"
    )
    return (Note(slug="pdf-doubtful-words", message=message),)


@dataclass(slots=True)
class _Source:
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
        if number not in self.drawings:
            self.drawings[number] = drawing(page, textpage)
        return self.drawings[number]


@dataclass(slots=True)
class _Pages:
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

    def add(self, source: _Source, index: int) -> None:
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
            _spell(found)
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


def _tags_hold_in_part(source: _Source) -> bool:
    """Whether some pages of a long document, from its front to its end, bear its tags out; True for a short
    one. Where tags are found wanting in the end, all was read twice, which long documents must not be."""
    size = len(source.document)
    if size < _LONG or Tags.of(source.document) is None:
        return True
    pages = _read_pages(source, lambda *_: None, tagged=True, step=-(-size // _SAMPLE))
    body, _ = split_furniture(pages.pieces, pages.heights)
    return pages.tags is not None and pages.tags.covers() and is_sane(pages_in_order(body))


def _read_pages(source: _Source, alive: Callable[[int, int], None], *, tagged: bool, step: int = 1) -> _Pages:
    count = len(source.document)
    result = _Pages(tags=Tags.of(source.document) if tagged else None)
    for index in range(0, count, step):
        result.add(source, index)
        alive(index + 1, count)
    if result.doubtful and not source.renaming and step == 1:
        source.renaming = Renaming(source.document)
        if source.document is not source.renaming.document or any(source.renaming.pages):
            source.document = source.renaming.document
            source.drawings.clear()  # they count the characters of the other one
            return _read_pages(source, alive, tagged=tagged)
    if source.renaming and source.renaming.lost:
        raise _garbled(source.name, len(source.renaming.lost), "", sorted(set(source.renaming.lost)))
    _mark_nameless(result)
    _without_idle_bold(result.pieces)
    return result


def _mark_nameless(pages: _Pages) -> None:
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


def _open(data: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == _PASSWORD_ERROR or "assword" in str(error):
            raise InputError(
                "pdf-encrypted",
                f"{name} is protected by a password",
                cause="its content is encrypted, and p5diff asks for no passwords",
                hint="open it in a viewer, print it to a new PDF, and give that file",
            ) from None
        raise InputError(
            "pdf-damaged",
            f"{name} is not a readable PDF",
            cause=str(error),
            hint="open it in a viewer and save it again",
        ) from None


def _check_text(raw: list[str], name: str) -> None:
    if any(text.strip() for text in raw):
        return
    raise InputError(
        "pdf-no-text",
        f"{name} has no text in it, only pictures of pages",
        cause=f"none of its {len(raw)} pages has a text layer: it is a scan, or its text was drawn as shapes",
        hint="run it through OCR (ocrmypdf -l eng scan.pdf text.pdf), then read the result against the scan",
    )


def _doubts(pages: _Pages, name: str) -> Iterator[Note]:
    """Pages without text, and fonts that do not say, or say wrongly, which characters they draw.

    Raises `InputError` (`pdf-garbled`) where a font of some weight cannot be trusted.
    """
    empty = [str(number) for number, text in enumerate(pages.raw, start=1) if not text.strip()]
    if empty:
        listed = ", ".join(empty[:20])
        yield Note(
            slug="pdf-pages-without-text", message=f"pages without any text (pictures or blank): {listed}"
        )
    fonts, share = garbled(pages.fonts)
    if not fonts:
        return
    listed = ", ".join(fonts[:3])
    if stops(share):
        raise InputError(
            "pdf-garbled",
            f"{name} cannot be read: its fonts do not say which characters they draw",
            cause=f"{share:.0%} of its characters come from fonts ({listed}) that name them wrongly or not "
            "at all, so that the page looks right and its text is garbled",
            hint=_REMEDY,
        )
    message = f"{share:.1%} of the characters come from fonts ({listed}) that name them wrongly: see the page"
    yield Note(slug="pdf-unmapped", message=message)


def _spell(lines: list[PageLine]) -> None:
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


def _settle(lines: list[PageLine]) -> None:
    """Decide on the doubtful spaces of all lines, with all their words as witnesses."""
    if not any(DOUBTFUL in line.text for line in lines):
        return
    language = languages.get(detect_language("\n".join(line.text for line in lines))[0])
    settler = Settler((line.text for line in lines), language.COMMON_WORDS, language.SPACED_MARKS)
    for line in lines:
        line.text = settler.settled(line.text)


def _set_tanwin(lines: list[PageLine]) -> None:
    """One order of fathatan and the alef at the end of a word all over a text: it is written before or after,
    the page shows no difference, and where the two are one glyph, with a lam, no place tells either. What the
    other words of the document show holds for all."""
    rtl = [line for line in lines if line.rtl]
    before = sum(len(_BEFORE_ALEF.findall(line.text)) for line in rtl)
    after = sum(len(_AFTER_ALEF.findall(line.text)) for line in rtl)
    if before == after:
        return
    if before and after:
        rtl = [line for line in rtl if not line.drawn]  # where the order is certain, it is the text's own
    wrong, right = ("\u064b\u0627", "\u0627\u064b") if after > before else ("\u0627\u064b", "\u064b\u0627")
    for line in rtl:
        line.text = re.sub(rf"{wrong}(?!\w)", right, line.text)


def _end_words(lines: list[PageLine]) -> None:
    """Fathatan ends a word, but for an alef that follows. What goes on after these is another word; where it
    was put over a letter before, since it stands over several, it goes to the alef."""
    for line in lines:
        if line.rtl and not line.drawn:
            text = _TANWIN_AMID.sub("\\1\u064b\\2", line.text)
            line.text = _WORDS_APART.sub(r"\1 ", text)


def _comparable(text: str) -> str:
    """PDFium's text as the blocks would spell it: hyphens at line ends are none."""
    text = re.sub("[\u00ad\ufffe\u0002\u2010-]\r?\n", "", text)
    return "".join(plain(c) for c in text if c not in "\u0002\ufffe\u00ad\ufeff")


def _properties(document: Any, blocks: list[RawBlock]) -> tuple[tuple[str, str], ...]:
    """The file's own title, where the text bears it out: many name a template or a file."""
    import pypdfium2

    try:
        title = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
    except (ValueError, UnicodeError, pypdfium2.PdfiumError):
        return ()
    borne_out = any("".join(title.split()) in "".join(block.text.split()) for block in blocks[:40])
    return (("title", title),) if len(title) > 3 and borne_out else ()
