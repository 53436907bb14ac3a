"""Arabic with vowels: each mark on its letter, or none at all."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.pdf import parse
from p5diff.ingest.readers.pdf.arabic import end_words, set_tanwin
from p5diff.ingest.readers.pdf.clusters import Ranks
from p5diff.ingest.readers.pdf.drawn import NAMELESS, Drawn
from p5diff.ingest.readers.pdf.draworder import in_draw_order
from p5diff.ingest.readers.pdf.glyphs import Glyph
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.vowels import MarkOrder, is_possible, learn, placed_marks
from p5diff.model.setaside import SetAsideReason
from tests.ingest.blocks import texts
from tests.ingest.pdf.lettered import Letter, pdf
from tests.ingest.pdf.test_shapes import aside

FATHA, DAMMA, KASRA, SHADDA, FATHATAN = "\u064e", "\u064f", "\u0650", "\u0651", "\u064b"
Names = dict[tuple[str, int], str]


class Page:
    """Glyphs of 10 points in the order in which they are drawn."""

    def __init__(self) -> None:
        self.glyphs: list[Drawn] = []
        self._codes: dict[tuple[str, bool], int] = {}

    def draw(
        self,
        named: str,
        left: float,
        *,
        mark: bool = False,
        own: str = "",
        spelt: tuple[int, str] | None = None,
        width: float = 0,
        code: int = 0,
    ) -> Page:
        """A letter 6 points wide, or a mark of 2 above it, from `left` on."""
        width = width or (2 if mark else 6)
        number = len(self.glyphs)
        key = ("Font", code or self._codes.setdefault((named or own, mark), number + 1))
        ink = (left, left + width, 6, 8) if mark else (left, left + width, 0, 5)
        names = frozenset({own}) if own else frozenset[str]()
        glyph = Drawn(
            [number], named, named, key, names, ink, (left, left + width), 10, 100, (number, number), spelt
        )
        self.glyphs.append(glyph)
        return self

    def read(self, names: Names | None = None) -> tuple[list[str], int]:
        """The text of each cluster from left to right, and how many marks have no certain letter."""
        known = names if names is not None else {}
        order = MarkOrder([self.glyphs], known)
        learn([self.glyphs], known, order)
        found, unplaced = placed_marks(self.glyphs, known, order)
        return [one.text for one in sorted(found, key=lambda one: one.box)], unplaced


def test_a_mark_belongs_to_the_letter_that_is_drawn_next_though_it_stands_nearer_to_another() -> None:
    page = (
        Page().draw("م", 0).draw(DAMMA, 5.5, mark=True).draw("ل", 6).draw(FATHA, 14, mark=True).draw("ك", 12)
    )
    assert page.read() == (["ل\u064f", "ك\u064e"], 0)


def test_marks_that_are_drawn_after_their_letters() -> None:
    page = Page().draw("م", 0).draw(DAMMA, 0, mark=True).draw("ل", 6).draw("ك", 12).draw(FATHA, 17, mark=True)
    assert page.read() == (["م\u064f", "ك\u064e"], 0)


def test_a_mark_that_stands_over_no_letter_of_its_own_is_counted() -> None:
    page = Page().draw(DAMMA, 30, mark=True).draw("م", 0).draw("ل", 6)
    assert page.read()[1] == 1


def test_a_mark_in_whose_line_no_letter_stands_is_none_of_its_page() -> None:
    page = Page().draw("م", 0).draw(DAMMA, 9, mark=True)
    page.glyphs[-1].base = 29
    assert page.read() == ([], 0)
    page.glyphs[-1].base = 90.5  # half a line off, and over a gap
    assert page.read() == ([], 1)


def test_two_vowels_on_one_letter_are_counted_and_doubling_with_a_vowel_is_not() -> None:
    assert Page().draw(DAMMA, 1, mark=True).draw(FATHA, 3, mark=True).draw("م", 0).read()[1] == 1
    page = Page().draw(FATHA, 1, mark=True).draw(SHADDA, 3, mark=True).draw("م", 0)
    assert page.read() == (["م\u064e\u0651"], 0)


@pytest.mark.parametrize(
    ("text", "possible"),
    [("مُدَّة", True), ("هَٰذا", True), ("مَُ", False), ("مّّ", False), ("مًُ", False), ("اً", True)],
)
def test_what_a_letter_can_bear(text: str, possible: bool) -> None:
    assert is_possible(text) is possible


@pytest.mark.parametrize(
    ("letters", "marks", "read"),
    [
        ("لا", FATHA, ["ل\u064eا"]),
        ("لا", SHADDA + FATHA, ["ل\u064e\u0651ا"]),
        ("لأ", KASRA + FATHA, ["ل\u0650أ\u064e"]),
    ],
)
def test_marks_on_a_glyph_of_two_letters(letters: str, marks: str, read: list[str]) -> None:
    page = Page()
    for mark in reversed(marks):  # the last one of them is drawn first
        page.draw(mark, 2, mark=True)
    assert page.draw(letters, 0).read() == (read, 0)


@pytest.mark.parametrize(("letters", "mark"), [("لأ", FATHA), ("لم", DAMMA), ("شر", FATHA)])
def test_one_mark_on_one_of_two_letters_that_may_both_bear_it_is_counted(letters: str, mark: str) -> None:
    assert Page().draw(mark, 2, mark=True).draw(letters, 0).read() == ([letters], 1)


def test_what_a_file_spells_out_is_followed() -> None:
    page = Page().draw(FATHA, 2, mark=True, spelt=(1, "شَر")).draw("شر", 0, spelt=(1, "شَر"))
    assert page.read() == (["ش\u064eر"], 0)


def test_a_letter_that_is_spelled_out_with_marks_drawn_outside_is_read_once() -> None:
    page = Page().draw("كٌ", 2, mark=True, own="\u064c").draw("كُ", 0, own="ك", spelt=(1, "كٌ"))
    assert page.read({("Font", 1): "\u064c", ("Font", 2): "ك"}) == (["ك\u064c"], 0)
    outside = Page().draw(KASRA, 2, mark=True).draw("", 0, spelt=(1, "ل"))
    assert outside.read() == (["ل\u0650"], 0)


def test_letter_and_mark_that_are_both_named_after_the_two_are_read_once() -> None:
    page = Page().draw("تُ", 2, mark=True, code=7).draw("تُ", 0, code=8)
    assert page.draw("تُ", 8, mark=True, code=7).draw("ب", 6).read() == (["ت\u064f", "ب\u064f"], 0)


def test_a_mark_named_after_two_with_one_of_them_beside_it_is_the_other() -> None:
    page = Page().draw("\u0651\u064e", 1, mark=True).draw(SHADDA, 3, mark=True).draw("ت", 0)
    assert page.read() == (["ت\u064e\u0651"], 0)


@pytest.mark.parametrize("letter", ["ل", NAMELESS])
def test_a_flat_glyph_named_after_the_letter_beside_it_is_its_stroke(letter: str) -> None:
    page = Page().draw("ل", 0, code=5).draw(letter, 6, code=6)
    page.glyphs[0].box = (0, 6, 0, 1)
    names = {("Font", 6): letter} if letter == NAMELESS else {}
    page.read(names)
    assert names[("Font", 5)] == "\u0640"
    assert names.get(("Font", 6), "ل") == "ل"


def test_a_letter_that_nothing_names_is_no_letter() -> None:
    names = {("Font", 2): NAMELESS}
    assert Page().draw(FATHA, 2, mark=True).draw("", 0).read(names) == ([NAMELESS], 1)


LETTERS = {
    "space": Letter(None, 300, " "),
    "jeem": Letter((50, -200, 550, 350), 600, "ج", "ج"),
    "reh": Letter((0, -150, 350, 300), 400, "ر", "ر"),
    "feh": Letter((50, 0, 750, 350), 800, "ف", "ف"),
    "damma": Letter((0, 600, 200, 800), 0, DAMMA, DAMMA),
    "fatha": Letter((0, 600, 200, 700), 0, FATHA, FATHA),
}
SURE = [("damma", 1.2), ("jeem", 1.0), ("feh", 0.2)]
"""From left to right, as they are drawn: a mark before its letter."""


def test_one_doubtful_mark_leaves_all_out_with_a_note() -> None:
    pytest.importorskip("pypdfium2")
    found = parse(pdf(LETTERS, [sorted(SURE, key=lambda one: one[1])]), name="a.pdf")
    assert (texts(found), found.notes) == (["جُف"], ())
    astray = parse(pdf(LETTERS, [[*SURE, ("fatha", 3.0), ("reh", 1.6)]]), name="a.pdf")
    assert texts(astray) == ["رجف"]
    (note,) = [note for note in astray.notes if note.slug == "pdf-vowels-left-out"]
    assert "2 vowel signs were left out" in note.message


def test_a_vowel_that_the_page_does_not_show_leaves_no_others_out() -> None:
    """It stands below the page, where nobody sees it, and is set aside."""
    pytest.importorskip("pypdfium2")
    line = sorted(SURE, key=lambda one: one[1])
    found = parse(pdf(LETTERS, [line, [("fatha", 3.0)]], leading=900), name="a.pdf")
    assert (texts(found), aside(found, SetAsideReason.HIDDEN)) == (["جُف"], [FATHA])
    assert not [note for note in found.notes if note.slug == "pdf-vowels-left-out"]


def test_two_vowels_on_a_letter_of_a_file_are_left_out() -> None:
    pytest.importorskip("pypdfium2")
    found = parse(pdf(LETTERS, [[("feh", 0.2), ("damma", 1.2), ("fatha", 1.3), ("jeem", 1.0)]]), name="a.pdf")
    assert texts(found) == ["جف"]
    assert "pdf-vowels-left-out" in [note.slug for note in found.notes]


def glyph(text: str, left: float, right: float, rank: int, *, space: float | None = None) -> Glyph:
    return Glyph(text, left, right, 100, 10, False, index=rank, ranks=Ranks(rank, rank, space, None))


def order(*glyphs: Glyph) -> str | None:
    found = in_draw_order(glyphs)
    return None if found is None else "".join(g.text for g in found)


def test_letters_that_lie_over_each_other_keep_the_order_in_which_they_are_drawn() -> None:
    assert order(glyph("ل", 2, 12, 1), glyph("ج", 0, 12.5, 0), glyph("ا", 13, 16, 2)) == "جلا"


def test_what_is_drawn_to_the_left_of_what_was_drawn_before_stands_there() -> None:
    """A label: first the figure, then its stop, then the words of its line."""
    words = [glyph(letter, 6 * n, 6 * n + 6, n + 2) for n, letter in enumerate("بتثجحخد")]
    assert order(glyph("1", 54, 60, 0), glyph(".", 51, 54, 1), *words) == "بتثجحخد .1"


def test_a_space_is_where_one_is_drawn_though_the_letters_touch() -> None:
    assert order(glyph("ب", 0, 6, 0), glyph("ت", 5, 11, 2, space=5.5)) == "ب ت"


def test_a_bracket_that_is_drawn_into_a_gap_of_a_stretch_stands_there() -> None:
    words = [
        glyph(letter, 6 * n + 8 * (n > 2), 6 * n + 6 + 8 * (n > 2), n) for n, letter in enumerate("بتثجحخ")
    ]
    assert order(*words, glyph(")", 22, 26, 9)) == "بتث )جحخ"


def test_a_space_that_is_drawn_elsewhere_parts_no_two_stretches() -> None:
    """A bracket is drawn after the space that ends the words beside it."""
    words = [glyph(letter, 6 * n, 6 * n + 6, n) for n, letter in enumerate("بتثجحخ")]
    apart = [glyph(")", 39, 42, 9, space=37), glyph("1", 42, 48, 11, space=37), glyph("(", 48, 51, 12)]
    assert order(*words, *apart) == "بتثجحخ )1("


def test_a_line_that_is_drawn_from_the_right_is_left_to_others() -> None:
    assert order(glyph("ب", 20, 26, 0), glyph("ت", 10, 16, 1), glyph("ث", 0, 6, 2)) is None
    unknown = Glyph("ب", 0, 6, 100, 10, False)
    assert order(unknown, glyph("ت", 6, 12, 1)) is None


def test_spaces_and_endings_of_a_line_in_the_order_of_drawing_are_its_own() -> None:
    lines = [PageLine([], 1, rtl=True, drawn=True, text=text) for text in ("بدءًا يومًا", "غدًا", "ليلاً")]
    end_words(lines)
    set_tanwin(lines)
    assert [line.text for line in lines] == ["بدءًا يومًا", "غدًا", "ليلًا"]
    mixed = [PageLine([], 1, rtl=True, drawn=True, text=text) for text in ("يومًا غدًا", "يوماً")]
    set_tanwin(mixed)
    assert [line.text for line in mixed] == ["يومًا غدًا", "يوماً"]


@pytest.mark.parametrize(("space", "text"), [(42.5, "بتثجحخ] [رزسشصض"), (None, "بتثجحخ][رزسشصض")])
def test_a_space_of_other_words_parts_the_brackets_it_stands_between(space: float | None, text: str) -> None:
    """Brackets are drawn after the words, several in one run; the space is drawn with the words."""
    words = [
        glyph(letter, 6 * n + 14 * (n > 5), 6 * n + 6 + 14 * (n > 5), n)
        for n, letter in enumerate("بتثجحخرزسشصض")
    ]
    words[5] = glyph("خ", 30, 36, 5, space=space)
    assert order(*words, glyph("]", 37, 41.5, 19), glyph("[", 44, 49, 20)) == text
