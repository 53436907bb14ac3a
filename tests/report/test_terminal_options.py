"""Orders, counts, columns and colours of the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.report.cut import cells
from p5diff.report.rank import by_consequence, named
from p5diff.report.selection import Selection
from p5diff.report.terminal import Options, comparison_lines
from p5diff.report.terminal.layout import plain
from p5diff.report.terminal.paint import STYLES
from p5diff.report.view import cautions, rows
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement
from tests.report.test_contrast import contrast

BEFORE = statement(
    ["They value the talks in the valley at the river."],
    ["They agreed to consider a code for the ships in the strait."],
    ["They will send each other lists of their missile launches."],
)
AFTER = statement(
    ["They valued the talks in the valley at the river."],
    ["They agreed to adopt a code for the ships in the strait."],
    ["They call upon all States to ratify the convention on the seabed."],
)


def printed(**options: object) -> list[str]:
    shown = Options(**options)  # type: ignore[arg-type]
    return [plain(line) for line in comparison_lines(compare_statements(BEFORE, AFTER), shown)]


def numbers(lines: list[str]) -> list[int]:
    return [int(line.rsplit("#", 1)[1]) for line in lines if "  #" in line]


@pytest.mark.parametrize("sort", ["topic", "document", "importance"])
def test_every_order_shows_the_same_changes(sort: str) -> None:
    assert sorted(numbers(printed(sort=sort))) == sorted(numbers(printed()))


def test_document_order_is_that_of_the_texts_and_importance_that_of_the_brief() -> None:
    assert numbers(printed(sort="document")) == sorted(numbers(printed()))
    comparison = compare_statements(BEFORE, AFTER)
    ranked = [r.number for _, found in by_consequence(rows(comparison), named(comparison)) for r in found]
    shown = numbers(printed(sort="importance"))
    assert shown[: len(ranked)] == ranked and ranked != sorted(ranked)


def test_stat_counts_each_shown_change_once_and_fits() -> None:
    for width in (40, 80, 200):
        lines = [line for line in printed(stat=True, width=width) if " | " in line]
        assert sum(int(line.split("|")[1].split()[0]) for line in lines) == len(numbers(printed()))
        assert all(cells(line) <= width for line in lines)


def test_a_long_bar_is_shortened_and_its_number_is_not() -> None:
    many = statement(*[[f"They will open centre {n} for stations of the seas."] for n in range(120)])
    comparison = compare_statements(statement(["They met."]), many)
    lines = [plain(line) for line in comparison_lines(comparison, Options(width=60, stat=True))]
    (bar,) = [line for line in lines if "120" in line and "|" in line]
    assert cells(bar) <= 60 and 8 <= bar.count("+") <= 40


@pytest.mark.parametrize("width", [60, 80, 200])
def test_side_by_side_keeps_new_words_right_and_old_words_left(width: int) -> None:
    lines = printed(side_by_side=True, width=width)
    assert all(cells(line) <= width for line in lines)
    parted = [line.split("│") for line in lines if "│" in line]
    left, right = (" ".join(" ".join(p[n].split()) for p in parted) for n in (0, 1))
    assert "missile launches" in left and "missile" not in right
    assert "convention on the" in right and "convention" not in left


def test_texts_in_the_wrong_order_are_asked_about() -> None:
    comparison = compare_statements(BEFORE, AFTER)
    old, new = (
        replace(comparison.before, adopted="2011-06-30"),
        replace(comparison.after, adopted="2012-06-29"),
    )
    assert not [c for c in cautions(replace(comparison, before=old, after=new)) if "right order" in c]
    assert [c for c in cautions(replace(comparison, before=new, after=old)) if "right order" in c]
    assert not [c for c in cautions(replace(comparison, before=new)) if "right order" in c]


def test_every_colour_can_be_read_on_black_and_on_white() -> None:
    from rich.color import ColorType
    from rich.style import Style

    seen = 0
    for name, definition in STYLES.items():
        color = Style.parse(definition).color
        if color is None:
            continue
        assert color.type is ColorType.EIGHT_BIT, f"{name}: a theme may change it"
        assert "dim" not in definition
        shown = "#{:02x}{:02x}{:02x}".format(*color.get_truecolor())
        assert contrast(shown, "#000000") >= 4.5 and contrast(shown, "#ffffff") >= 4.5, name
        seen += 1
    assert seen > 8


def test_a_filter_counts_what_stat_leaves_out() -> None:
    lines = printed(stat=True, selection=Selection(kinds=frozenset({"dropped"})))
    assert any("not shown" in line for line in lines)
