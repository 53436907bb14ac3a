"""Arabic marks that a file names twice, spaces around fathatan, and lines that end in Latin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.ingest.readers.pdf.arabic import set_tanwin
from p5diff.ingest.readers.pdf.echoes import without_echoes
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine, measured, pieces
from p5diff.ingest.readers.pdf.notes import superscripted
from p5diff.ingest.readers.pdf.spelling import spell
from tests.ingest.pdf.test_shapes import printed, read, texts

pytest.importorskip("pypdfium2")

FATHATAN = "\u064b"


def word(letters: str, right: float, *, width: float = 5.0, first: int = 0) -> list[Glyph]:
    """The letters of a word in reading order, from its right end to the left."""
    return [
        Glyph(c, right - width * (n + 1), right - width * n, 100, 12, False, index=first + n)
        for n, c in enumerate(letters)
    ]


def spelled(glyphs: list[Glyph]) -> str:
    line = measured(PageLine([glyphs], 1))
    spell(line, after_arabic=True)
    return line.text


def test_a_mark_that_is_named_after_its_letter_and_itself_is_read_once() -> None:
    letters = word("يوما", 100)
    mark = Glyph(FATHATAN, letters[-1].left, letters[-1].right, 100, 12, False, index=4)
    echo = [
        replace(letters[-1], base=102, left=80.5, right=82, index=5),
        replace(mark, base=102, left=79, right=80.5, index=6),
    ]
    alone = spelled([*letters, mark])
    assert spelled([*letters, mark, *echo]) == alone
    assert (alone.replace(FATHATAN, ""), alone.count(FATHATAN)) == ("يوما", 1)


def test_a_letter_off_the_line_whose_marks_stand_nowhere_else_is_read() -> None:
    """Two of one letter in a word, the second set off its line by its mark."""
    letters = word("تت", 100)
    second = [replace(letters[1], base=102), Glyph("\u0651", 90, 92, 102, 12, False, index=2)]
    assert spelled([letters[0], *second]) == "تت\u0651"


def test_a_mark_far_off_its_line_is_no_piece_of_its_own() -> None:
    letters = word("ميناء", 100)
    mark = Glyph(FATHATAN, letters[-1].left, letters[-1].right, 100, 12, False, index=5)
    far = [replace(letters[-1], base=94, index=90), replace(mark, base=94, index=91)]
    found = [*pieces([*letters, mark], 1), *pieces(far, 1)]
    assert [piece.count for piece in without_echoes(found)] == [6]
    strange = [replace(far[0], text="ب"), far[1]]
    assert len(without_echoes([*pieces([*letters, mark], 1), *pieces(strange, 1)])) == 2


@pytest.mark.parametrize(
    ("other", "known"),
    [("يوماً مجدداً", "مسؤولاً"), ("يومًا مجددًا", "مسؤولًا"), ("نهر", "مسؤولًا")],
)
def test_the_order_of_alef_and_fathatan_is_that_of_the_document(other: str, known: str) -> None:
    lines = [PageLine([], 1, rtl=True, text=text) for text in (other, "مسؤولًا")]
    set_tanwin(lines)
    assert lines[1].text == known


def test_a_space_that_ends_a_line_over_its_last_letter_parts_nothing() -> None:
    letters = word("شكروا", 100)
    space = Glyph(" ", letters[-1].left, letters[-1].right + 1, 100, 12, False, index=5, written=True)
    assert spelled([*letters, space]) == "شكروا"


@pytest.mark.parametrize(
    ("seen", "after_arabic", "text"),
    [
        (".)CIH/2/9", True, "CIH/2/9)."),
        ("،CIH/2/9", True, "CIH/2/9،"),
        ("CIH/2/9", True, "CIH/2/9"),
        ("See CIH/2/9.", True, "See CIH/2/9."),
        (".NET", False, ".NET"),
    ],
)
def test_a_line_of_latin_that_ends_an_arabic_sentence_is_read_from_the_right(
    seen: str, after_arabic: bool, text: str
) -> None:
    """As it is seen, from the left: the stop at the end of the sentence comes first."""
    glyphs = [Glyph(c, 100 + 6 * n, 106 + 6 * n, 100, 12, False, index=n) for n, c in enumerate(seen)]
    line = measured(PageLine([glyphs], 1))
    spell(line, after_arabic=after_arabic)
    assert line.text == text


SUPERSCRIPTS = ["", "sup { font-size: 97%; vertical-align: super }", "sup { font-size: 60% }"]


@pytest.mark.parametrize("style", SUPERSCRIPTS)
def test_raised_figures_of_any_size_are_superscripts(style: str) -> None:
    page = f"<style>body {{ font: 12pt 'Liberation Serif' }} {style}</style>"
    body = "<p>The basin holds 10<sup>6</sup> tons on 3 km<sup>2</sup> of land.</p>"
    assert texts(read(printed(body, page))) == ["The basin holds 10⁶ tons on 3 km² of land."]


@pytest.mark.parametrize(("rise", "wanted"), [(5.8, "كم²"), (1.2, "كم2")])
def test_a_raised_figure_behind_an_arabic_word_is_a_superscript_though_hardly_smaller(
    rise: float, wanted: str
) -> None:
    """What is read before it stands to its right; to its left is a space."""
    figure = Glyph("2", 85, 89, 100 + rise, 11.6, False, index=2)
    space = Glyph(" ", 80, 85, 100, 12, False, index=3, written=True)
    assert (
        superscripted(spelled([*word("كم", 100), figure, space, *word("وبأن", 80, first=4)]))
        == f"{wanted} وبأن"
    )
