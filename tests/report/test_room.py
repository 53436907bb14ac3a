"""Who gets the room of a page: what binds first, whole before cut, nothing beyond the room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from p5diff.report.brief import Brief, BriefLine, Point, brief
from p5diff.report.excerpt import share
from p5diff.report.rank import Consequence
from p5diff.report.room import allotted
from p5diff.report.terminal.brief import PAGE, brief_lines
from p5diff.report.terminal.layout import plain
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

LENGTHS = (1, 2, 4)
GONE = "They will publish the register of their stocks every year."


def line(number: int, size: int) -> BriefLine:
    """A change that needs `size` lines to be told whole."""
    made = brief(compare_statements(statement([GONE]), statement(["They value the talks."])))
    (found,) = [x for section in made.sections for x in section.lines if x.before]
    return replace(found, number=number, before="x" * size)


def drawn(change: BriefLine, length: int) -> tuple[int, float]:
    size = len(change.before)
    return min(length, size), min(length / size, 1.0)


def point(meant: Consequence, sizes: list[int]) -> Point:
    return Point(consequence=meant, items=tuple(line(at, size) for at, size in enumerate(sizes, start=1)))


def told(room: int, *points: Point) -> list[tuple[int, ...]]:
    return allotted(points, room, LENGTHS, drawn, lambda _point, _told: 1)


def high(points: tuple[Point, ...], lengths: list[tuple[int, ...]]) -> int:
    return len(points) + sum(
        drawn(item, length)[0]
        for point, some in zip(points, lengths, strict=True)
        for item, length in zip(point.items, some, strict=False)
    )


@pytest.mark.parametrize("room", range(0, 40))
def test_no_more_is_told_than_there_is_room_and_no_room_is_left_that_a_change_fits(room: int) -> None:
    points = (
        point(Consequence.COMMITMENT_DROPPED, [4, 1, 2, 4]),
        point(Consequence.CALL_NEW, [1, 4]),
        point(Consequence.POSITION_NEW, [2, 2, 1]),
    )
    lengths = told(room, *points)
    assert high(points, lengths) <= max(room, len(points))
    waits = any(len(some) < len(p.items) for some, p in zip(lengths, points, strict=True))
    assert not waits or high(points, lengths) >= room, "each change can be told in one line"


def test_each_point_tells_its_first_change_before_any_tells_a_second() -> None:
    points = [point(meant, [1] * 6) for meant in (Consequence.COMMITMENT_DROPPED, Consequence.REWORDED)]
    assert told(4, *points) == [(1,), (1,)]
    assert told(3, *points) == [(1,), ()], "the last point goes without"
    assert told(6, *points) == [(1, 1, 1), (1,)], "then what binds goes first"


def test_a_short_change_is_told_whole_before_a_long_one_is_told_at_length() -> None:
    assert told(1 + 1 + 2, point(Consequence.CALL_NEW, [8, 2])) == [(1, 2)]
    assert told(1 + 4, point(Consequence.CALL_NEW, [4, 8])) == [(4,)], "all of the first, not a bit of two"


def test_a_verdict_of_direction_is_told_before_what_has_none() -> None:
    made = brief(
        compare_statements(
            statement(["They agreed to adopt a code for the ships."]),
            statement(["They agreed to consider a code for the ships."]),
        )
    )
    (turned,) = [x for section in made.sections for x in section.lines if x.shifts]
    turned = replace(turned, before="xx")
    plain_one = Point(consequence=Consequence.BOUND, items=(line(1, 1), line(2, 2)))
    with_verdict = Point(consequence=Consequence.LISTED, items=(line(1, 1), turned))
    assert told(2 + 2 + 2, plain_one, with_verdict) == [(1,), (1, 2)]


def test_what_an_excerpt_says_is_measured_by_what_changed() -> None:
    made = brief(
        compare_statements(
            statement(["They agreed to adopt a code for all the ships in the strait and beyond."]),
            statement(["They agreed to consider a code for all the ships in the strait and beyond."]),
        )
    )
    (turned,) = [x for section in made.sections for x in section.lines]
    assert share(turned, [("delete", "adopt"), ("insert", "consider")]) == 1.0
    assert share(turned, [("insert", "consider"), ("keep", " a code for all the ships")]) == pytest.approx(
        len("consider") / len("adoptconsider")
    )
    gone = line(1, 10)
    assert share(gone, [("delete", "xxxxx …")]) == pytest.approx(0.6)


PLACES = ("harbour", "valley", "strait", "delta", "forest", "island", "desert", "plateau", "canal", "lagoon")


def crowded() -> Brief:
    """Of thirty-one commitments thirty go, and one that stays is reworded."""
    kept = "They pledge to keep the lighthouse of the northern cape open in all seasons"
    gone = [
        text
        for place in PLACES
        for text in (
            f"They will close the old {place} mine and move its workers with their families to the coast.",
            f"They resolve to teach the songs of the {place} to all children of the schools by the river.",
            f"They remember how the bakers and the weavers of the {place} went home in the winter.",
            f"They agreed to count the birds of the {place} each spring and to tell what they saw.",
        )
    ]
    return brief(
        compare_statements(
            statement(*[[s] for s in [*gone, f"{kept}."]]), statement([f"{kept}, if there is oil."])
        )
    )


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_page_with_more_than_it_holds_is_close_and_full(width: int) -> None:
    lines = [plain(x) for x in brief_lines(crowded(), width)]
    assert len(lines) <= PAGE
    shown = [x for x in lines if x.lstrip()[:1] in ("+", "-", "~") and "#" in x]
    assert len(shown) >= 15, "twenty short lines rather than five long ones"
    titles = [at for at, x in enumerate(lines) if x[:1].isdigit() and x[1:2] == "."]
    assert all(lines[at - 1] for at in titles[1:]), "points follow one another without a blank line"
    assert not any(one == two == "" for one, two in pairwise(lines))


def test_a_page_that_holds_all_changes_has_its_points_apart() -> None:
    made = compare_statements(statement([GONE]), statement(["They pledge to close three pits by 2040."]))
    lines = [plain(x) for x in brief_lines(brief(made), 80)]
    titles = [at for at, x in enumerate(lines) if x[:1].isdigit() and x[1:2] == "."]
    assert len(titles) == 2 and all(not lines[at - 1] for at in titles)
