"""Words with a line drawn through them are set aside as struck; other lines leave words as they are."""

# ruff: noqa: E501  (operators are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf.bars import Bar, bar_of, part_struck
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.model.setaside import SetAsideReason as Reason
from tests.ingest.pdf.test_shapes import aside, drawn, printed, read, texts

pytest.importorskip("pypdfium2")

SENTENCES = {
    "en": ("The keepers shall ", "consider cleaning", " clean all lamps before winter comes to the harbour."),
    "fr": ("Les gardiens ", "envisagent de nettoyer", " nettoient toutes les lampes avant l’hiver."),
    "es": ("Los guardianes ", "estudiarán limpiar", " limpiarán todas las lámparas antes del invierno."),
    "ru": ("Смотрители ", "рассмотрят возможность чистить", " чистят все лампы до наступления зимы."),
    "zh": ("看守人应", "考虑清洁", "在冬季到来之前清洁港口的所有灯具。"),
    "ar": ("على الحراس أن ", "ينظروا في تنظيف", " ينظفوا كل المصابيح قبل الشتاء."),
}
FONTS = {"zh": "Noto Serif CJK SC", "ar": "Noto Naskh Arabic"}
LOST = "<del>All of this was struck by the council, down to the last of its many words.</del>"


def page(body: str, language: str = "en") -> bytes:
    font = FONTS.get(language, "Liberation Serif")
    way = "rtl" if language == "ar" else "ltr"
    style = f"<style>@page {{ margin: 25mm }} body {{ font: 12pt '{font}'; direction: {way} }} p {{ margin: 0 0 3mm }}</style>"
    return printed(body, style, language)


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("mark", ["del", "u"])
def test_struck_words_are_set_aside_and_underlined_ones_are_text(language: str, mark: str) -> None:
    before, middle, after = SENTENCES[language]
    raw = read(page(f"<p>{before}<{mark}>{middle}</{mark}>{after}</p>", language))
    joined = f"{before.strip()} {after.strip()}" if language != "zh" else before + after
    assert texts(raw) == [joined if mark == "del" else before + middle + after]
    assert aside(raw, Reason.STRUCK) == ([middle] if mark == "del" else [])


def test_struck_paragraphs_over_several_lines_go_as_a_whole() -> None:
    raw = read(page(f"<p>The council met.</p><p style='width:60mm'>{LOST}</p><p>It closed at noon.</p>"))
    assert texts(raw) == ["The council met.", "It closed at noon."]
    assert " ".join(aside(raw, Reason.STRUCK)) == LOST[5:-6]


def test_a_line_that_ends_with_struck_words_still_goes_on() -> None:
    body = (
        "<p style='width:80mm'>The States that keep lamps along the river and <del>those that do not keep "
        "any lamps at all</del> near the harbour report to the council every year.</p>"
    )
    joined = (
        "The States that keep lamps along the river and near the harbour report to the council every year."
    )
    assert texts(read(page(body))) == [joined]


@pytest.mark.parametrize(
    ("written", "read_as", "away"),
    [
        ("The State<del>s</del> shall act at once.", "The State shall act at once.", "s"),
        ("They report<del>ing</del>s each year.", "They reports each year.", "ing"),
        ("A lamp of 10<sup>6</sup> units.", "A lamp of 10⁶ units.", ""),
        ("The end<del>, and more</del>.", "The end.", ", and more"),
        ("Lamps of <del>10 km<sup>2</sup> or more</del> any size.", "Lamps of any size.", "10 km² or more"),
    ],
)
def test_struck_parts_of_words_and_signs(written: str, read_as: str, away: str) -> None:
    raw = read(page(f"<p>{written}</p>"))
    assert (texts(raw), aside(raw, Reason.STRUCK)) == ([read_as], [away] if away else [])


WORDS = "The keepers met in the hall."
"""In Helvetica at 11 points from x 72 on, 136 points wide."""
BARS = {
    "a stroke": ("72 703 m 207 703 l 0.6 w S\n", True),
    "a filled shape": ("72 702.7 135 0.7 re f\n", True),
    "a red one": ("1 0 0 RG 72 703 m 207 703 l S 0 G\n", True),
    "two, as of a double strike": ("72 702.2 m 207 702.2 l S 72 704.2 m 207 704.2 l S\n", True),
    "one for each word": ("72 703 m 93 703 l S 93.4 703 m 140 703 l S 140 703 m 207 703 l S\n", True),
    "lines of one path": ("72 703 m 207 703 l 72 400 m 207 400 l S\n", True),
    "below the feet": ("72 699 m 207 699 l S\n", False),
    "over the capitals": ("72 710 m 207 710 l S\n", False),
    "a rule of the page": ("40 703 m 560 703 l S\n", False),
    "a rule that begins in the middle": ("150 703 m 300 703 l S\n", False),
    "white": ("1 G 72 703 m 207 703 l S 0 G\n", False),
    "a band": ("0.9 g 72 699 135 9 re f 0 g\n", False),
    "the frame of a cell": ("60 690 170 25 re S\n", False),
    "upright": ("100 690 m 100 715 l S\n", False),
}


@pytest.mark.parametrize("how", BARS)
def test_what_strikes_out_and_what_does_not(how: str) -> None:
    operators, strikes = BARS[how]
    raw = read(drawn((72, 700, 11, WORDS), (72, 640, 11, "It closed."), words=operators))
    assert (texts(raw), aside(raw, Reason.STRUCK)) == (
        (["It closed."], [WORDS]) if strikes else ([WORDS, "It closed."], [])
    )


def test_a_bar_is_thin_and_longer_than_thick() -> None:
    assert bar_of((0, 0, 100, 1)) == Bar(0, 0, 100, 1)
    assert bar_of((0, 0, 1, 100)) == Bar(0, 0, 1, 100)
    assert bar_of((0, 0, 100, 4)) is None
    assert bar_of((0, 0, 2, 2)) is None


def test_signs_alone_are_not_struck() -> None:
    """A dash or a dot that a line meets is a drawing, or a leader."""
    glyphs = [Glyph(c, 10.0 * n, 10.0 * n + 8, 100, 10, False, index=n) for n, c in enumerate("—··")]
    assert part_struck([glyphs], [Bar(0, 102.5, 28, 103.5)]) == ([glyphs], [])
