"""PDF files as a whole: what is refused, and what a page's geometry is turned into."""

from __future__ import annotations

import zlib

import pytest

from p5diff.errors import InputError
from p5diff.ingest.readers.pdf import parse, read
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawText
from tests.ingest import bombs

pytest.importorskip("pypdfium2")


def page(*lines: tuple[float, float, float, str]) -> bytes:
    """A PDF page with texts at (x, y, size)."""
    shown = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, size, text in lines)
    return bombs.pdf(zlib.compress(shown.encode("latin-1")))


def column(x: float, y: float, lines: list[str], size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(x, y - 12 * n, size, line) for n, line in enumerate(lines)]


def texts(raw: RawText, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in raw.blocks if block.kind is kind]


FULL = "the lamps and the channels and the pilots were reviewed by all of the states"


def test_a_page_of_pictures_is_called_a_scan() -> None:
    with pytest.raises(InputError) as caught:
        read(bombs.pdf(zlib.compress(b"0 0 100 100 re f")), name="scan.pdf")
    assert caught.value.slug == "pdf-no-text"
    assert "OCR" in caught.value.hint


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read(b"%PDF-1.5 and no more", name="x.pdf")
    assert caught.value.slug == "pdf-damaged"


def test_lines_become_paragraphs_by_short_lines_and_gaps() -> None:
    lines = column(72, 700, [FULL, FULL, "to the end."]) + column(72, 664, [FULL, "and the next."])
    lines += column(72, 620, [FULL, "after a gap."])
    raw = parse(page(*lines), name="x")
    assert texts(raw) == [f"{FULL} {FULL} to the end.", f"{FULL} and the next.", f"{FULL} after a gap."]
    assert {block.page for block in raw.blocks} == {1}


def test_an_indent_starts_a_paragraph() -> None:
    lines = [
        (92, 700, 10, FULL[:70]),
        *column(72, 688, [FULL] * 3),
        (92, 652, 10, FULL[:70]),
        *column(72, 640, [FULL] * 3),
    ]
    assert len(texts(parse(page(*lines), name="x"))) == 2


def test_small_lines_at_the_foot_with_a_mark_are_footnotes() -> None:
    lines = [
        *column(72, 700, [FULL] * 6),
        (72, 90, 7, "1 See the earlier report."),
        (72, 80, 7, "2 Another note."),
    ]
    raw = parse(page(*lines), name="x")
    notes = [(b.label, b.text) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]
    assert notes == [("1", "See the earlier report."), ("2", "Another note.")]


def test_a_superscript_goes_only_where_it_leads_to_a_footnote() -> None:
    first = [
        (72, 700, 10, "The report"),
        (119, 704, 6, "1"),
        (126, 700, 10, "speaks of ten m"),
        (196, 704, 6, "2"),
        (201, 700, 10, "."),
    ]
    with_note = [*first, *column(72, 688, [FULL] * 5), (72, 90, 7, "1 See the earlier report.")]
    text = texts(parse(page(*with_note), name="x"))[0]
    assert text.startswith("The report speaks of ten m².")


def test_two_columns_are_read_one_after_the_other() -> None:
    narrow = "the lamps and the channels were all seen"
    left, right = column(60, 700, [narrow] * 8), column(320, 700, [narrow.replace("lamps", "boats")] * 8)
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    text = " ".join(texts(parse(page(*mixed), name="x")))
    assert text.index("boats") > text.rindex("lamps")


def test_words_divided_at_line_ends_are_made_whole() -> None:
    lines = [
        "a long documenta-",
        "tion of characteris-",
        "ing responsibil-",
        "ities that non-",
        "members see at full lengths",
    ]
    text = texts(parse(page(*column(72, 700, lines)), name="x"))
    assert (
        " ".join(text)
        == "a long documentation of characterising responsibilities that non-members see at full lengths"
    )


def test_a_page_number_is_furniture_and_text_is_not() -> None:
    raw = parse(page(*column(72, 700, [FULL] * 4), (300, 30, 9, "- 3 -")), name="x")
    aside = [(block.text, block.reason) for block in raw.blocks if not block.is_text]
    assert aside == [("- 3 -", SetAsideReason.PAGE_NUMBER)]
    assert "".join(texts(raw)) == " ".join([FULL] * 4)
