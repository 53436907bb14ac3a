"""The brief in a terminal: what is cut is cut at a word and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.report.brief import brief
from p5diff.report.terminal.brief import _shortened, brief_lines
from p5diff.report.terminal.comparison import rule
from p5diff.report.terminal.layout import Line, chunk, wrap
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

TEXT = "They resolve to strengthen verification everywhere"


def plain(line: Line) -> str:
    return "".join(piece.text for piece in line)


@pytest.mark.parametrize("width", range(12, 52))
@pytest.mark.parametrize("most", [1, 2])
def test_no_word_is_cut_and_what_is_left_out_is_told(width: int, most: int) -> None:
    lines = wrap([chunk(TEXT)], width)
    cut = _shortened(lines, most, width)
    told = " ".join(plain(line) for line in cut)
    if len(lines) <= most:
        assert told == TEXT
        return
    assert told.endswith(" …") and all(len(plain(line)) <= width for line in cut)
    words = told.removesuffix(" …").split()
    narrow = width < len("verification …")  # where no whole word finds room
    assert words[:-1] == TEXT.split()[: len(words) - 1]
    assert narrow or words == TEXT.split()[: len(words)]


def test_what_is_left_out_is_told_once() -> None:
    lines = [[chunk("They resolve"), chunk(" …", "dim")], [chunk("to act")]]
    assert plain(_shortened(lines, 1, 40)[-1]) == "They resolve …"


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_long_list_of_who_joined_says_that_it_goes_on(width: int) -> None:
    few = "The parties are Chile, Ghana, Kenya, Nepal, Norway and Peru."
    many = (
        "The parties are Albania, Austria, Belgium, Chile, Colombia, Croatia, Egypt, Estonia, Ghana, Greece, "
        "Hungary, Iceland, Jordan, Kenya, Latvia, Nepal, Norway, Peru, Portugal, Romania and Rwanda."
    )
    lines = [
        plain(x) for x in brief_lines(brief(compare_statements(statement([few]), statement([many]))), width)
    ]
    verdicts = [line for line in lines if "parties joined" in line]
    assert verdicts and all(line.endswith(" …") for line in verdicts)


def test_a_long_caution_says_that_it_goes_on() -> None:
    made = compare_statements(statement(["They will meet."]), statement(["They may meet."]))
    found = replace(brief(made), cautions=("This text " + "goes on and " * 40 + "ends.",))
    lines = [plain(line) for line in brief_lines(found, 60)]
    start = next(n for n, line in enumerate(lines) if line.startswith("  ! "))
    assert lines[start + 2].endswith(" …") and not lines[start + 3].startswith("    ")


@pytest.mark.parametrize("width", [24, 60, 80])
def test_a_rule_is_never_wider_than_the_screen(width: int) -> None:
    told = plain(rule("council-2014#p2.1 · Maritime affairs, Climate and environment", width))
    assert len(told) <= width and ("…" in told) == (width < 66)


def test_a_change_in_both_directions_has_the_sign_under_which_it_is_counted_and_both_verdicts() -> None:
    one = statement(["We are deeply concerned about the pollution of the wetlands."])
    two = statement(["We are concerned about the pollution of the wetlands and the mangroves."])
    found = brief(compare_statements(one, two))
    (point,) = found.points
    assert point.consequence.value == "other passages weakened"
    (item,) = point.items
    assert item.what == "weaker"
    assert [dict(topic.counts) for topic in found.topics] == [{"weaker": 1}]
    shown = "\n".join(map(plain, brief_lines(found, 120)))
    assert "▲ ¶" not in shown
    assert "▼ strength weaker: deeply → — · ▲ scope widened: — → mangroves" in shown
