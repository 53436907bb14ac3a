"""A whole PDF: pages to lines, furniture and footnotes set apart, lines to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from p5diff import language as languages
from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.pdf.arabic import doubtful_words, drop_strokes, drop_vowels, end_words, set_tanwin
from p5diff.ingest.readers.pdf.blocks import blocks_of
from p5diff.ingest.readers.pdf.columns import pages_in_order
from p5diff.ingest.readers.pdf.drawn import NAMELESS
from p5diff.ingest.readers.pdf.furniture import rows_of, split_furniture
from p5diff.ingest.readers.pdf.glyphs import plain
from p5diff.ingest.readers.pdf.grids import with_grids
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.pages import REMEDY, OpenPdf, Pages, garbled_words, read_pages, spell_lines
from p5diff.ingest.readers.pdf.spaces import DOUBTFUL, Settler
from p5diff.ingest.readers.pdf.strokes import without_strokes
from p5diff.ingest.readers.pdf.tableheads import take_repeated
from p5diff.ingest.readers.pdf.tables import with_cells
from p5diff.ingest.readers.pdf.tagged import in_tree_order, is_sane
from p5diff.ingest.readers.pdf.tags import Tags
from p5diff.ingest.readers.pdf.trust import garbled, stops
from p5diff.ingest.sandbox.limits import Limits, too_large
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import RawBlock, RawText
from p5diff.text.detect import detect_language
from p5diff.text.listing import first_of

_PASSWORD_ERROR = 4
"""What PDFium calls FPDF_ERR_PASSWORD."""
_SAMPLE = 12
"""Pages of a long document by which its tags are judged first, all over it: its front is unlike the rest."""
_LONG = 40
"""Pages from which that is done: the sample is then less than a third of the work."""


def read_document(data: bytes, *, name: str, limits: Limits, alive: Callable[[int, int], None]) -> RawText:
    """All blocks of a PDF, with notes. Raises `InputError` (damaged, locked, scan, too long)."""
    document = _open(data, name)
    if len(document) > limits.pages:
        raise too_large(name, f"it has {len(document):,} pages", f"{limits.pages:,} pages")
    source = OpenPdf(document, name)
    return _read(source, alive, tagged=_tags_hold_in_part(source)) or _untagged(source, alive)


def _untagged(source: OpenPdf, alive: Callable[[int, int], None]) -> RawText:
    result = _read(source, alive, tagged=False)
    assert result is not None, "a reading that asks no tags does not fail by them"
    return result


def _read(source: OpenPdf, alive: Callable[[int, int], None], *, tagged: bool) -> RawText | None:
    """All blocks; `tagged` is whether the tags are asked, and None says that the pages contradict them."""
    name = source.name
    pages = read_pages(source, alive, tagged=tagged)
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
        spell_lines(page)
    take_repeated(ordered, furniture)
    lines = [line for page in ordered for line in page]
    _settle(lines)
    end_words(lines)
    set_tanwin(lines)
    vowels, vowel_notes = drop_vowels(lines, furniture, pages, source)
    strokes, stroke_notes = drop_strokes(lines, pages)
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
        *doubtful_words(texts),
        *nameless,
        *doubts,
        *lost,
    )
    return RawText(
        blocks=tuple(blocks), format="pdf", properties=_properties(source.document, blocks), notes=notes
    )


def _ordered(pages: Pages, body: list[list[PageLine]]) -> list[list[PageLine]] | None:
    """The lines of each page in the order of reading; None where the pages contradict their tags."""
    ordered = pages_in_order(body)
    if pages.tags is None:
        return with_cells(with_grids(ordered, pages.bars))
    return in_tree_order(ordered) if pages.tags.covers() and is_sane(ordered) else None


def _named_notes(source: OpenPdf) -> tuple[Note, ...]:
    """How many letters were read as the font names them."""
    count = source.renaming.misnamed if source.renaming else 0
    if not count:
        return ()
    message = (
        f"{count} characters that the file does not name, or names after more than they are, are read as the "
        "fonts inside it name them"
    )
    return (Note(slug="pdf-named-by-font", message=message),)


def _nameless(lines: list[str], pages: Pages, name: str) -> tuple[Note, ...]:
    """How many signs nothing names, by themselves. Raises `InputError` (`pdf-garbled`) where one is part of a
    word: it would be stored with a letter missing."""
    inside = [match.group() for text in lines for match in _LETTER_MISSING.finditer(text)]
    if inside:
        fonts = sorted(font for font, text in pages.fonts.items() if text.unnamed) or ["?"]
        raise garbled_words(name, len(inside), inside[0], fonts)
    alone = sum(text.count(NAMELESS) for text in lines)
    if not alone:
        return ()
    message = f"{alone} signs that nothing in the file names stand as {NAMELESS} in the text: see the page"
    return (Note(slug="pdf-unmapped", message=message),)


_LETTER_MISSING = re.compile(
    rf"[\w{NAMELESS}\u064b-\u065f]{{0,40}}"
    rf"(?:[^\W\d_]{NAMELESS}+[^\W\d_]|[\u0620-\u065f]{NAMELESS}|{NAMELESS}[\u0620-\u065f])"
    rf"[\w{NAMELESS}\u064b-\u065f]{{0,40}}"
)
"""A word with a nameless glyph amid its letters, or beside an Arabic one: it may be a mark at its end."""


def _tags_hold_in_part(source: OpenPdf) -> bool:
    """Whether some pages of a long document, from its front to its end, bear its tags out; True for a short
    one. Where tags are found wanting in the end, all was read twice, which long documents must not be."""
    size = len(source.document)
    if size < _LONG or Tags.of(source.document) is None:
        return True
    pages = read_pages(source, lambda *_: None, tagged=True, step=-(-size // _SAMPLE))
    body, _ = split_furniture(pages.pieces, pages.heights)
    return pages.tags is not None and pages.tags.covers() and is_sane(pages_in_order(body))


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


def _doubts(pages: Pages, name: str) -> Iterator[Note]:
    """Pages without text, and fonts that do not say, or say wrongly, which characters they draw.

    Raises `InputError` (`pdf-garbled`) where a font of some weight cannot be trusted.
    """
    empty = [str(number) for number, text in enumerate(pages.raw, start=1) if not text.strip()]
    if empty:
        listed = first_of(empty, 20)
        yield Note(
            slug="pdf-pages-without-text", message=f"pages without any text (pictures or blank): {listed}"
        )
    fonts, share = garbled(pages.fonts)
    if not fonts:
        return
    listed = first_of(fonts, 3)
    if stops(share):
        raise InputError(
            "pdf-garbled",
            f"{name} cannot be read: its fonts do not say which characters they draw",
            cause=f"{share:.0%} of its characters come from fonts ({listed}) that name them wrongly or not "
            "at all, so that the page looks right and its text is garbled",
            hint=REMEDY,
        )
    message = f"{share:.1%} of the characters come from fonts ({listed}) that name them wrongly: see the page"
    yield Note(slug="pdf-unmapped", message=message)


def _settle(lines: list[PageLine]) -> None:
    """Decide on the doubtful spaces of all lines, with all their words as witnesses."""
    if not any(DOUBTFUL in line.text for line in lines):
        return
    language = languages.get(detect_language("\n".join(line.text for line in lines))[0])
    settler = Settler((line.text for line in lines), language.COMMON_WORDS, language.SPACED_MARKS)
    for line in lines:
        line.text = settler.settled(line.text)


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
