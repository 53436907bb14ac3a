"""Letters that the font inside a PDF names, and letters that are named and not drawn."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from p5diff.ingest.readers.pdf import parse
from p5diff.ingest.readers.pdf.fontnames import font_names
from p5diff.ingest.readers.pdf.glyphs import Glyph, PageReader
from tests.ingest.blocks import texts
from tests.ingest.pdf.lettered import font_file
from tests.ingest.pdf.test_arabic import needs
from tests.ingest.pdf.test_shapes import printed

pypdfium2 = pytest.importorskip("pypdfium2")

Box = tuple[float, float, float, float]
WIDTH = 500
"""Of each glyph, of 1,000 units an em."""


def named(texts: dict[int, str]) -> dict[int, frozenset[str]]:
    return {glyph: frozenset({text}) for glyph, text in texts.items()}


def font(characters: dict[int, str]) -> bytes:
    """A font whose table names these characters: code → name of the glyph."""
    builder: Any = pytest.importorskip("fontTools.fontBuilder").FontBuilder(1000, isTTF=True)
    order = [".notdef", *dict.fromkeys(characters.values())]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(characters)
    pen: Any = pytest.importorskip("fontTools.pens.ttGlyphPen").TTGlyphPen(None)
    builder.setupGlyf(dict.fromkeys(order, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (WIDTH, 0)))
    return font_file(builder)


def test_letters_marks_and_signs_are_named_by_the_glyphs_that_draw_them() -> None:
    names = font_names(
        font({0x20: "space", 0x41: "A", 0x623: "alef", 0x628: "beh", 0x64F: "damma", 0x4E00: "one"})
    )
    assert names == named({1: " ", 2: "A", 3: "أ", 4: "ب", 5: "\u064f"})


def test_forms_of_one_letter_name_it_and_two_letters_of_one_glyph_both() -> None:
    names = font_names(font({0x628: "one", 0xFE8F: "one", 0x649: "two", 0x64A: "two", 0xFEFB: "three"}))
    assert names == {1: frozenset("ب"), 2: frozenset("ىي"), 3: frozenset({"لا"})}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uni0628", "ب"),
        ("uni0628.init_Any", "ب"),
        ("uni06440627.fina", "لا"),
        ("u1EE01", "ب"),
        ("uniFE91", "ب"),
        ("beh-ar", None),
        ("uni062", None),
        ("uniD800", None),
        ("glyph00628", None),
    ],
)
def test_the_name_of_a_glyph_spells_it(name: str, text: str | None) -> None:
    """In a font whose table of characters names another one only."""
    names = font_names(font({0x41: "A", 0x20000: name}))
    assert names.get(2) == (frozenset({text}) if text else None)


def test_letters_beyond_the_first_plane_do_not_disturb_the_table() -> None:
    assert font_names(font({0x623: "alef", 0x1F600: "face"})) == named({1: "أ"})


@pytest.mark.parametrize("cut", [0, 3, 11, 40, 200, 400])
def test_a_damaged_font_names_nothing_and_breaks_nothing(cut: int) -> None:
    whole = font({0x623: "alef"})
    found = font_names(whole[:cut])
    assert set(found.values()) <= {frozenset("أ")}
    font_names(bytes(255 - byte if n > 12 else byte for n, byte in enumerate(whole)))


def bare_font(subtables: list[list[tuple[int, int, int]]]) -> bytes:
    """A font of nothing but tables: for each subtable of its characters, its segments (first code, last code,
    first glyph)."""
    records, bodies, at = b"", b"", 4 + 8 * len(subtables)
    for segments in subtables:
        body = struct.pack(">HHLLL", 12, 0, 16 + 12 * len(segments), 0, len(segments))
        body += b"".join(struct.pack(">LLL", *segment) for segment in segments)
        records += struct.pack(">HHL", 3, 10, at + len(bodies))
        bodies += body
    tables = {
        b"cmap": struct.pack(">HH", 0, len(subtables)) + records + bodies,
        b"head": bytes(18) + struct.pack(">H", 1000),
        b"hhea": bytes(34) + struct.pack(">H", 1),
        b"hmtx": struct.pack(">HH", WIDTH, 0),
    }
    head, start = b"\x00\x01\x00\x00" + struct.pack(">HHHH", len(tables), 0, 0, 0), 12 + 16 * len(tables)
    data = b""
    for tag, table in tables.items():
        head += struct.pack(">4sLLL", tag, 0, start + len(data), len(table))
        data += table
    return head + data


@pytest.mark.parametrize(("empty", "found"), [(5, {7: "أ"}), (15, {7: "أ"}), (16, {}), (65_534, {})])
def test_a_font_of_very_many_tables_is_not_read_to_its_end(empty: int, found: dict[int, str]) -> None:
    assert font_names(bare_font([[]] * empty + [[(0x623, 0x623, 7)]])) == named(found)


def test_a_table_that_names_each_letter_very_often_is_not_read_to_its_end() -> None:
    """All letters stand in what is read first; what would follow in a sound table is nothing."""
    blocks = (
        *((0x20, 0x7E), (0xA0, 0xFF), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF)),
        *((0x2010, 0x206F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    )
    every = [(first, last, 1 + first) for first, last in blocks]
    names = font_names(bare_font([[*every, (0x628, 0x628, 9), *every * 10_000], [(0x623, 0x623, 7)]]))
    assert names[0x624] == names[7] == frozenset("أ")
    assert 9 not in names


@pytest.mark.system
@pytest.mark.parametrize("family", ["Amiri", "KacstOne", "Noto Naskh Arabic", "Noto Sans Arabic"])
def test_a_letter_first_drawn_with_its_mark_is_read_without_it_too(family: str) -> None:
    """WeasyPrint names the mark after both and the letter not at all."""
    needs(family)
    paragraphs = ["أربعة فتحت وثلاثة أُغلقت.", "وأكد أن الأمر قائم."]
    style = f"<style>body {{ font: 12pt '{family}'; direction: rtl }}</style>"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    raw = parse(printed(body, style, "ar"), name="made.pdf")
    assert texts(raw) == paragraphs
    assert [note.slug for note in raw.notes] == ["pdf-named-by-font"]


@pytest.mark.system
@pytest.mark.parametrize("margin", [24, 28, 31])
def test_a_sign_of_another_font_leaves_the_size_of_its_line(margin: int) -> None:
    """Noto Naskh has no hyphen: it comes from another font, and PDFium may give the space behind it no scale,
    which is no size of the words that follow."""
    needs("Noto Naskh Arabic")
    text = "ترسل اللجنة إلى القرى الشمالية دفتر المراكب والعبارات «على النحو المبين في الجدول»؛"
    wanted = [f"{label} - {text}" for label in ("أولا", "ثالثا", "رابعا", "خامسا")]
    style = f"""<style>@page {{ size: A4; margin: {margin}mm }}
        p {{ font: 13pt/1.8 'Noto Naskh Arabic', 'DejaVu Sans'; text-align: justify }}</style>"""
    made = printed(f"<div dir=rtl>{''.join(f'<p>{text}</p>' for text in wanted)}</div>", style, "ar")
    textpage = pypdfium2.PdfDocument(made)[0].get_textpage()
    runs, *_ = PageReader(textpage).runs(textpage.count_chars())
    assert {round(g.size, 1) for run in runs for g in run if not g.text.isspace()} == {13.0}


class Page(PageReader):
    """A reader of glyphs that are given, with their ink."""

    def __init__(self, ink: dict[int, Box]) -> None:
        self.ghosts: list[str] = []
        self._arabic = True
        self._boxes = ink

    def _ink(self, glyph: Glyph) -> Box:
        return self._boxes[glyph.index]


LOW, HIGH = (0.0, 6.0), (8.0, 10.0)
"""Bottom and top of what is drawn, in points: a letter, and a mark above it."""


def left(*glyphs: tuple[str, float, float, tuple[float, float]]) -> str:
    """What is left of glyphs at a baseline of 0 in 12 points: text, left, right, heights."""
    run = [Glyph(text, a, b, 0, 12, False, index=n) for n, (text, a, b, _) in enumerate(glyphs)]
    ink = {n: (a, b, *heights) for n, (_, a, b, heights) in enumerate(glyphs)}
    return "".join(g.text for g in Page(ink)._without_ghosts(run))


def test_a_letter_whose_own_glyph_has_no_name_is_read_by_its_mark() -> None:
    assert left(("\x11", 11, 15, LOW), ("أ", 12, 14, HIGH), ("\u064f", 12, 14, HIGH), ("غ", 4, 10, LOW)) == (
        "\x11أ\u064fغ"
    )


def test_a_letter_named_for_its_mark_again_is_read_once() -> None:
    assert left(("أ", 12, 15, LOW), ("أ", 12, 14, HIGH), ("ن", 4, 11, LOW)) == "أن"


def test_a_mark_and_a_letter_both_named_after_both_are_read_once() -> None:
    both = [("\u0651", 12, 14, HIGH), ("ك", 14, 17, LOW), ("ك", 12, 14, HIGH), ("\u0651", 11, 14, LOW)]
    assert left(*both) == "ك\u0651"


def test_letters_of_one_kind_side_by_side_stay() -> None:
    assert left(("ل", 12, 15, LOW), ("ل", 9, 12, LOW), ("\u0651", 9, 11, HIGH)) == "لل\u0651"


def test_the_same_letter_farther_on_in_its_word_is_another() -> None:
    """The first letter's own glyph has no name: its mark alone tells it."""
    word = [("ت", 24, 26, HIGH), ("\u064f", 22, 24, HIGH), ("ت", 8, 12, LOW), ("ف", 13, 20, LOW)]
    assert left(*word) == "ت\u064fتف"
