"""Arabic lines set right over a whole document: vowels and strokes, and where fathatan stands.

Worked example. One vowel sign that is certain of no letter: all vowel signs of the text are left out, with a
note, since a vowel on the wrong letter is another word. Strokes that lengthen words go (`strokes`). Where a
text writes fathatan mostly before its alef, it is put before it everywhere.
"""

from __future__ import annotations

import re

from p5diff.ingest.readers.pdf.furniture import Furniture
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.pages import OpenPdf, Pages
from p5diff.ingest.readers.pdf.strokes import find_strokes, without_strokes
from p5diff.ingest.readers.pdf.vowels import VOWELS
from p5diff.model.alignment import Note
from p5diff.text.listing import first_of

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


def drop_vowels(
    text: list[PageLine], furniture: list[Furniture], pages: Pages, source: OpenPdf
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


def drop_strokes(lines: list[PageLine], pages: Pages) -> tuple[frozenset[str], tuple[Note, ...]]:
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


def doubtful_words(lines: list[str]) -> tuple[Note, ...]:
    """How many Arabic words hold what no word does: a figure or Latin letter amid its letters, two vowels on
    one letter, an ending before its end. The file, or the page, may say so all the same."""
    found = [match.group() for text in lines for match in _IMPOSSIBLE.finditer(text)]
    if not found:
        return ()
    shown = first_of(list(dict.fromkeys(found)), 5)
    message = (
        f"{len(found)} Arabic words hold marks or figures where no word has them; compare with the page: "
        f"{shown}"
    )
    return (Note(slug="pdf-doubtful-words", message=message),)


def set_tanwin(lines: list[PageLine]) -> None:
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


def end_words(lines: list[PageLine]) -> None:
    """Fathatan ends a word, but for an alef that follows. What goes on after these is another word; where it
    was put over a letter before, since it stands over several, it goes to the alef."""
    for line in lines:
        if line.rtl and not line.drawn:
            text = _TANWIN_AMID.sub("\\1\u064b\\2", line.text)
            line.text = _WORDS_APART.sub(r"\1 ", text)
