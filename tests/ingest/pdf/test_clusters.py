"""Glyphs that a file names after more than they draw, or after nothing: what they are."""

from __future__ import annotations

import pytest

from p5diff.errors import InputError
from p5diff.ingest.readers.pdf import parse
from p5diff.ingest.readers.pdf.clusters import NAMELESS
from tests.ingest.blocks import texts
from tests.ingest.pdf.lettered import Letter, Placed, pdf

pytest.importorskip("pypdfium2")

SPACE = Letter(None, 300, " ")
LETTERS = {
    "space": SPACE,
    "jeem": Letter((50, -200, 550, 350), 600, "ج"),
    "reh": Letter((0, -150, 350, 300), 400, "ر"),
    "feh": Letter((50, 0, 750, 350), 800, "ف"),
    "alef": Letter((100, 0, 200, 650), 300, "ا"),
    "waw": Letter((0, -200, 400, 350), 450, "و"),
}
"""Letters that every file here names rightly, and no font: as forms amid words are."""
DAMMA, HAMZA, MADDA = (50, 600, 250, 800), (50, 680, 200, 850), (0, 700, 300, 780)
ALEF_HAMZA = (100, 0, 200, 850)


def line(*words: str) -> list[Placed]:
    """Words of letters in the order of reading, drawn from right to left as their places say; "jeem+damma" is
    a letter with its mark over its middle."""
    at, result = 30.0, list[Placed]()
    for word in words:
        for cluster in word.split():
            letter, *marks = cluster.split("+")
            width = WIDTHS[letter]
            at -= width
            result.append((letter, at))
            result += [(mark, at + width / 2 - 0.15) for mark in marks]
        at -= 0.3
        result.append(("space", at))
    return result[:-1]


WIDTHS = {key: one.width / 1000 for key, one in LETTERS.items()} | {"hamzated": 0.3, "form": 0.3, "low": 0.45}


def read(letters: dict[str, Letter], *lines: list[Placed], turned: bool = False) -> list[str]:
    return texts(parse(pdf(letters, lines, turned=turned), name="made.pdf"))


@pytest.mark.parametrize("turned", [False, True], ids=["codes are numbers", "codes by table"])
def test_a_mark_named_after_its_first_letter_is_a_mark_elsewhere(turned: bool) -> None:
    letters = LETTERS | {
        "damma": Letter(DAMMA, 0, "أُ", "\u064f"),
        "hamzated": Letter(ALEF_HAMZA, 300, "", "أ"),
    }
    found = read(letters, line("hamzated+damma feh", "jeem+damma reh feh", "hamzated feh"), turned=turned)
    assert found == ["أُف جُرف أف"]


def test_a_letter_named_after_its_first_mark_too_is_a_letter_elsewhere() -> None:
    letters = LETTERS | {"damma": Letter(DAMMA, 0, "", "\u064f"), "jeem": LETTERS["jeem"]._replace(named="جُ")}
    assert read(letters, line("jeem+damma reh feh", "jeem reh feh", "feh+damma reh")) == ["جُرف جرف فُر"]


def test_without_a_word_of_the_font_the_glyphs_beside_tell() -> None:
    """The mark got the name of both, the letter none: what stands below the mark there is that letter."""
    letters = LETTERS | {
        "damma": Letter(DAMMA, 0, "جُ"),
        "jeem": LETTERS["jeem"]._replace(named=""),
    }
    assert read(letters, line("jeem+damma reh feh", "jeem reh feh", "feh+damma reh")) == ["جُرف جرف فُر"]


def test_a_hamza_drawn_by_itself_makes_one_letter_with_its_alef() -> None:
    letters = LETTERS | {"hamza": Letter(HAMZA, 0, "أ", "\u0654"), "form": Letter((100, 0, 200, 600), 300)}
    assert read(letters, line("form+hamza feh", "reh alef+hamza feh", "feh form reh")) == ["أف رأف فار"]


def test_a_hamza_over_an_unknown_letter_that_is_no_alef_is_not_taken_for_one() -> None:
    """ "ؤ" bears the same hamza: named after an alef it tells nothing of what is below it now."""
    letters = LETTERS | {
        "hamza": Letter(HAMZA, 0, "أ", "\u0654"),
        "low": Letter((0, -200, 400, 350), 450),
    }
    with pytest.raises(InputError) as caught:
        read(letters, line("alef+hamza feh", "reh low+hamza feh", "feh reh jeem"))
    assert caught.value.slug == "pdf-garbled"


def test_a_letter_that_nothing_names_makes_the_import_stop() -> None:
    letters = LETTERS | {"jeem": LETTERS["jeem"]._replace(named="")}
    with pytest.raises(InputError) as caught:
        read(letters, line("feh reh", "reh jeem feh", "feh alef reh", "waw feh"))
    assert caught.value.slug == "pdf-garbled"
    assert "1 of its words" in str(caught.value)
    assert "ocrmypdf" in str(caught.value)


def test_a_flat_glyph_on_the_line_lengthens_its_word_and_is_no_letter() -> None:
    letters = LETTERS | {"form": Letter((0, 0, 300, 60), 300)}
    assert read(letters, line("feh form reh", "jeem form form feh", "feh alef reh", "waw jeem reh")) == [
        "فر جف فار وجر"
    ]


def test_a_stretch_named_rightly_is_left_as_it_is() -> None:
    letters = LETTERS | {
        "damma": Letter(DAMMA, 0, "\u064f", "\u064f"),
        "hamzated": Letter(ALEF_HAMZA, 300, "أ", "أ"),
    }
    raw = parse(pdf(letters, [line("hamzated+damma feh", "jeem+damma reh feh")]), name="made.pdf")
    assert texts(raw) == ["أُف جُرف"]
    assert not raw.notes


def test_names_of_glyphs_tell_where_no_table_does() -> None:
    letters = LETTERS | {"damma": Letter(DAMMA, 0, "أُ"), "hamzated": Letter(ALEF_HAMZA, 300)}
    called = {"damma": "uni064F", "hamzated": "uni0623.init_Any"}
    data = pdf(
        letters, [line("jeem+damma reh feh"), line("hamzated+damma feh"), line("hamzated feh")], called=called
    )
    assert " ".join(texts(parse(data, name="made.pdf"))) == "جُرف أُف أف"


def upright(text: str, letters: dict[str, Letter]) -> list[Placed]:
    at, result = 0.0, list[Placed]()
    for key in text:
        result.append((key, at))
        at += letters[key].width / 1000
    return result


def alphabet(text: str, nameless: str) -> dict[str, Letter]:
    """A letter for each of a text; those of `nameless` have no name in the file."""
    low = {c: Letter((50, 0, 450, 480), 500, "" if c in nameless else c) for c in sorted(set(text))}
    return low | {" ": SPACE}


@pytest.mark.parametrize(
    "text",
    [
        "the delegations met on the lake and the harbour was closed in the winter",
        "делегации собрались на озере и гавань была закрыта на зиму",
        "las delegaciones se reunieron en el lago y el puerto se cerró en invierno",
        "les délégations se sont réunies sur le lac et le port fut fermé en hiver",
    ],
)
def test_in_every_script_a_number_is_not_stored_for_a_letter(text: str) -> None:
    """PDFium gives the number of a glyph where the file has no name for it: a letter, by chance."""
    letters = alphabet(text, "tтuu")
    with pytest.raises(InputError) as caught:
        read(letters, upright(text, letters))
    assert caught.value.slug == "pdf-garbled"


def test_a_sign_by_itself_that_nothing_names_is_marked() -> None:
    text = "the port was closed * in the winter"
    letters = alphabet(text, "*")
    raw = parse(pdf(letters, [upright(text, letters)]), name="made.pdf")
    assert texts(raw) == [text.replace("*", NAMELESS)]
    assert [note.slug for note in raw.notes] == ["pdf-unmapped"]


def test_a_raised_figure_that_its_font_draws_on_the_line_is_a_mark() -> None:
    """Fonts hold such figures; the zero of Arabic, a point that stands high, is an ordinary one."""
    word = {c: Letter((50, 0, 450, 500), 500, c) for c in "port"}
    high = word | {"1": Letter((50, 380, 350, 820), 400, "1"), "2": Letter((50, 0, 450, 700), 500, "2")}
    line = [(c, 0.5 * n) for n, c in enumerate("port")]
    assert texts(parse(pdf(high, [[*line, ("1", 2.0)]]), name="a.pdf")) == ["port¹"]
    assert texts(parse(pdf(high, [[*line, ("2", 2.0)]]), name="a.pdf")) == ["port2"]
    zero = {"زاي": Letter((50, 0, 450, 500), 500, "ز"), "٠": Letter((150, 260, 280, 390), 500, "٠")}
    assert texts(parse(pdf(zero, [[("٠", 0), ("٠", 0.5), ("زاي", 1.4)]]), name="a.pdf")) == ["ز ٠٠"]
