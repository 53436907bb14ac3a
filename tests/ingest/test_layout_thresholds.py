"""Where the evidence of a layout turns: each share and number, on lines made by hand that lie on both sides of it."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.layout import measure as m
from p5diff.ingest.layout.furniture import _heads_a_form
from p5diff.ingest.layout.gaps import LineGap
from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.measure import LayoutEvidence

WEIGHT = LayoutEvidence(measure=60, metric=0, wrapped=True, noisy_blanks=False, indented=False, base=0)


def gap(
    *,
    room: bool = True,
    ended: bool = True,
    blanks: int = 0,
    deep: bool = False,
    lower: bool = False,
    label: str = "",
    torn: bool = False,
    before: str = "",
    after: str = "Then",
) -> LineGap:
    """A gap in a text of 60 columns: whether the line before had room, ended, and what came behind it."""
    first = before or "x" * 40 + ("." if ended else "")
    second = TextLine(after, indent=4 if deep else 0, blanks=blanks, torn=torn)
    return LineGap(TextLine(first), second, ended, lower, label, False, False, (50 if room else 70,) * 3)


def many(**counted: tuple[int, LineGap]) -> list[LineGap]:
    return [one for count, one in counted.values() for _ in range(count)]


@pytest.mark.parametrize(
    ("found", "indented"),
    [
        (many(deep=(2, gap(deep=True)), on=(4, gap(room=False, ended=False))), True),
        # One indent is chance, and where every line has it, it opens nothing.
        (many(deep=(1, gap(deep=True)), on=(4, gap(room=False, ended=False))), False),
        (many(deep=(4, gap(deep=True))), False),
        # Three indents of five stand behind an end, or a colon: enough; two do not.
        (many(deep=(3, gap(deep=True)), loose=(2, gap(deep=True, room=False, ended=False)), on=(9, gap(room=False, ended=False))), True),
        (many(deep=(2, gap(deep=True)), loose=(3, gap(deep=True, room=False, ended=False)), on=(9, gap(room=False, ended=False))), False),
        (many(deep=(3, gap(deep=True, ended=False, before="They list:")), on=(9, gap(room=False, ended=False))), True),
        # Half of the sure ends are followed by it: enough; a third of the others may be one.
        (many(deep=(2, gap(deep=True)), flat=(2, gap()), on=(4, gap(room=False, ended=False))), True),
        (many(deep=(2, gap(deep=True)), flat=(3, gap()), on=(9, gap(room=False, ended=False))), False),
        (many(deep=(3, gap(deep=True)), flat=(3, gap()), on=(5, gap(room=False, ended=False))), False),
        (many(deep=(3, gap(deep=True)), flat=(3, gap()), on=(6, gap(room=False, ended=False))), True),
    ],
)  # fmt: skip
def test_whether_an_indent_opens_paragraphs(found: list[LineGap], indented: bool) -> None:
    assert m._indented(found, WEIGHT) is indented


@pytest.mark.parametrize(
    ("found", "parted"),
    [
        (many(blank=(2, gap(blanks=1))), True),
        (many(blank=(1, gap(blanks=1))), False),
        (many(blank=(2, gap(blanks=1)), flat=(1, gap())), True),
        (many(blank=(3, gap(blanks=1)), flat=(2, gap())), False),
        (many(blank=(1, gap(blanks=1)), full=(1, gap(blanks=1, room=False))), True),
        (many(full=(5, gap(blanks=1, room=False))), False),
        (many(blank=(1, gap(blanks=1)), full=(5, gap(room=False))), False),
        (many(blank=(2, gap(blanks=1)), short=(2, gap()._replace(clipped=True))), True),
        (many(blank=(1, gap(blanks=1)), open=(5, gap(blanks=1, ended=False))), False),
    ],
)
def test_whether_blank_lines_part_paragraphs(found: list[LineGap], parted: bool) -> None:
    assert m._parted(found, WEIGHT) is parted


@pytest.mark.parametrize(("columns", "near"), [(50, False), (51, True), (60, True)])
def test_a_line_is_near_the_measure_from_85_per_cent_on(columns: int, near: bool) -> None:
    assert m.is_near(gap(before="x" * columns), WEIGHT) is near


@pytest.mark.parametrize(
    ("found", "least"),
    [
        # Sure ends have two or more blank lines, full lines one: two are a break.
        (many(end=(2, gap(blanks=2)), full=(1, gap(blanks=1, room=False, ended=False))), 2),
        (many(end=(1, gap(blanks=3)), more=(1, gap(blanks=2)), full=(1, gap(blanks=1, room=False, ended=False))), 2),
        (many(end=(1, gap(blanks=2)), full=(1, gap(blanks=1, room=False, ended=False))), 0),
        (many(end=(2, gap(blanks=2))), 0),
        # As many blank lines stand inside a sentence: they prove nothing; after a full line that ends, they may.
        (many(end=(2, gap(blanks=2)), full=(1, gap(blanks=1, room=False)), inside=(1, gap(blanks=2, room=False, ended=False))), 0),
        (many(end=(2, gap(blanks=2)), full=(1, gap(blanks=1, room=False)), ended=(1, gap(blanks=2, room=False))), 2),
        # A page's end, and what stands before a label, prove nothing.
        (many(end=(2, gap(blanks=2)), full=(1, gap(blanks=1, room=False, torn=True))), 0),
        (many(end=(2, gap(blanks=2, label="1.")), full=(1, gap(blanks=1, room=False))), 0),
    ],
)  # fmt: skip
def test_how_many_blank_lines_part_paragraphs_for_sure(found: list[LineGap], least: int) -> None:
    assert m._least_blanks(found, WEIGHT) == least


ON = gap(room=False, ended=False, lower=True, after="then")


@pytest.mark.parametrize(
    ("found", "prefer"),
    [
        # Without any noise: most full lines that end are followed by a blank line, or not.
        (many(blank=(2, gap(room=False, blanks=1)), plain=(1, gap(room=False))), True),
        (many(blank=(1, gap(room=False, blanks=1)), plain=(1, gap(room=False))), False),
        # One in four of the lines that go on has a blank line: such accidents are to be expected elsewhere.
        (many(on=(3, ON), noise=(1, ON._replace(after=ON.after._replace(blanks=1))), end=(10, gap(blanks=1)), plain=(3, gap(room=False))), True),
        (many(on=(3, ON), noise=(1, ON._replace(after=ON.after._replace(blanks=1))), end=(9, gap(blanks=1)), plain=(3, gap(room=False))), False),
        # A sure end without a blank line: breaks have none here.
        (many(on=(3, ON), noise=(1, ON._replace(after=ON.after._replace(blanks=1))), end=(20, gap(blanks=1)), bare=(1, gap()), plain=(3, gap(room=False))), False),
    ],
)  # fmt: skip
def test_whether_a_noisy_blank_is_likelier_a_break(found: list[LineGap], prefer: bool) -> None:
    assert m._prefer_break(found, WEIGHT) is prefer


def lines(*widths: int) -> list[TextLine]:
    return [TextLine("x" * width) for width in widths]


@pytest.mark.parametrize(
    ("widths", "measure"),
    [
        ((60, 60, 40), 60),
        ((), 0),
        ((60,), 60),
        # With 25 lines a second one must come near: 94 per cent, and one column.
        ((100, 93, *[50] * 23), 100),
        ((100, 92, *[50] * 23), 50),
        ((100, *[60] * 23), 100),
        ((100, *[60] * 24), 60),
        ((100, 100, *[60] * 48), 60),
    ],
)
def test_the_measure_is_what_enough_lines_come_near(widths: tuple[int, ...], measure: int) -> None:
    assert m._measure(lines(*widths), 0) == measure


@pytest.mark.parametrize(
    ("indents", "base", "usual"),
    [
        ((0, 0, 4, 4, 4, 2), 0, 4),
        ((0, 0, 4, 4, 2, 2), 0, 2),  # the smaller of two that are as common
        ((0, 0, 8, 9, 9), 0, 8),  # deeper ones are a column of their own
        ((3, 3, 3), 3, 0),
        ((0, *[3] * 23), 0, 3),
        ((0, *[3] * 24), 3, 0),  # one stray line of twenty-five
        ((), 0, 0),
    ],
)
def test_the_usual_indents(indents: tuple[int, ...], base: int, usual: int) -> None:
    made = [TextLine("x", indent=indent) for indent in indents]
    assert (m._base(made), m._usual_indent(made)) == (base, usual)


@pytest.mark.parametrize(
    ("text", "on", "blank", "noisy"),
    [
        # Lines that go on, in lower case, behind full lines: one in twenty of the blank lines is enough.
        (20, 1, 20, True), (21, 1, 39, True), (41, 1, 40, False),
    ],
)  # fmt: skip
def test_blank_lines_inside_sentences(text: int, on: int, blank: int, noisy: bool) -> None:
    inside = ON._replace(after=ON.after._replace(blanks=1))
    found = many(text=(text, ON), inside=(on, inside), blank=(blank - on, gap(blanks=1)))
    assert m._noisy(found, WEIGHT) is noisy


def test_most_lines_that_go_on_behind_a_blank_line_were_full() -> None:
    inside = ON._replace(after=ON.after._replace(blanks=1))
    short = inside._replace(needs=(50, 50, 50))
    assert m._noisy([*[ON] * 9, *[inside] * 2, short], WEIGHT)
    assert not m._noisy([*[ON] * 9, inside, short], WEIGHT)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        # Two pages that open alike over one long line: copies of a form.
        (["No. 1|The depositary certifies the deed and seal", "No. 2|The depositary certifies the deed and seal"], True),
        # The very same line above is a running head; one copy is none; short lines below show no form.
        (["No. 1|The depositary certifies the deed and seal", "No. 1|The depositary certifies the deed and seal"], False),
        (["No. 1|The depositary certifies the deed and seal"], False),
        (["No. 1|The depositary certifies the deed and seal", "No. 2"], False),
        (["No. 1|Lamps", "No. 2|Lamps"], False),
        # What stands below differs from page to page: a heading that recurs.
        (["No. 1|The depositary certifies the deed and seal", "No. 2|The keepers of the pier agree on lamps and sails"], False),
        (["No. 1|The depositary certifies the deed and seal", "No. 2|The depositary certifies the deed and seal", "No. 3|The keepers of the pier agree on lamps and sails"], True),
    ],
)  # fmt: skip
def test_whether_a_line_that_recurs_is_the_title_of_a_form(words: list[str], form: bool) -> None:
    made = [TextLine(part) for page in words for part in page.split("|")]
    places = [i for i, line in enumerate(made) if line.text.startswith("No.")]
    assert _heads_a_form(made, [line.text for line in made], places) is form
