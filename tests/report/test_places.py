"""Where a change stands: paragraphs as counted, with the numbers that the texts themselves print."""

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff.report.view import rows


@pytest.mark.parametrize(
    ("label", "printed"),
    [("7.", "7"), ("(b)", "b"), ("12)", "12"), ("٧.", "٧"), ("IV.", "IV")],
)
def test_a_place_has_the_number_that_is_printed(label: str, printed: str) -> None:
    before = f"The ports met in spring.\n\n{label} We will mend the quay. We will paint the boats.\n"
    after = before.replace("paint the boats", "paint all the boats")
    row = next(row for row in rows(compare_texts(before, after, language="en")) if row.number)
    assert (row.before_place, row.after_place) == (f"¶2 ({printed})", f"¶2 ({printed})")


def test_a_chinese_number_is_one() -> None:
    before = "各港口春天会晤。\n\n七、我们将修复码头。\n"
    row = next(
        row
        for row in rows(compare_texts(before, before.replace("码头", "灯塔"), language="zh"))
        if row.number
    )
    assert row.after_place == "¶2 (七)"


def test_a_number_that_says_the_same_is_not_said_twice_and_a_bullet_is_none() -> None:
    before = "1. The ports met.\n\n2. We will mend the quay.\n\n- We will paint the boats.\n"

    after = before.replace("the quay", "every quay").replace("the boats", "every boat")
    found = [row.before_place for row in rows(compare_texts(before, after, language="en")) if row.number]
    assert found == ["¶2", "¶3"]


def test_several_paragraphs_have_their_numbers_where_each_has_one() -> None:
    """Two paragraphs that became one: both numbers; where one prints none, none is said."""
    before = "The ports met.\n\n4. We will mend the northern quay in May.\n\n5. We will paint the boats.\n"
    after = "The ports met.\n\n4. We will mend the northern quay in May; we will paint the boats.\n"
    row = next(row for row in rows(compare_texts(before, after, language="en")) if row.number)
    assert (row.before_place, row.after_place) == ("¶2–3 (4, 5)", "¶2 (4)")
    row = next(
        row for row in rows(compare_texts(before.replace("5. ", ""), after, language="en")) if row.number
    )
    assert (row.before_place, row.after_place) == ("¶2–3", "¶2 (4)")


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        (["4.", "(a)", "(b)", "", "(a)"], ["4", "4 a", "4 b", "", "a"]),
        (["4.", "(a)", "(i)", "(ii)", "(b)", "5."], ["4", "4 a", "4 a i", "4 a ii", "4 b", "5"]),
        (["4.", "(g)", "(h)", "(i)", "(j)"], ["4", "4 g", "4 h", "4 i", "4 j"]),
        (["4.", "(u)", "(v)", "(w)"], ["4", "4 u", "4 v", "4 w"]),
        (["(a)", "(b)"], ["a", "b"]),
    ],
)
def test_an_item_has_the_numbers_above_it(labels: list[str], places: list[str]) -> None:
    """As long as item follows item; behind a paragraph without a number it is an item of another list."""
    said = [f"{label} We will mend the {n}th quay.".strip() for n, label in enumerate(labels, start=40)]
    before = "\n\n".join(["The ports met.", *said])
    found = [
        row.before_place
        for row in rows(compare_texts(before, before.replace("mend", "gladly mend"), language="en"))
        if row.number
    ]
    assert found == [f"¶{n}" + f" ({place})" * bool(place) for n, place in enumerate(places, start=2)]
