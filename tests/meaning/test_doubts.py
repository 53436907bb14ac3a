"""What is only thought of ("we will perhaps send") is no promise, and weaker than one."""

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff.model.comparison import MarkKind
from tests.meaning.test_constructions import RULES, mark, one

DOUBTED = [
    ("en", "We will perhaps send a pilot to the port."),
    ("en", "Perhaps we will send a pilot to the port."),
    ("en", "The Parties shall perhaps send a pilot."),
    ("fr", "Nous enverrons peut-être un pilote au port."),
    ("fr", "Les Parties enverront peut-être un pilote au port."),
    ("es", "Tal vez enviaremos un piloto al puerto."),
    ("es", "Enviaremos quizá un piloto al puerto."),
    ("ru", "Мы, возможно, направим лоцмана в порт."),
    ("ru", "Возможно, мы направим лоцмана в порт."),
    ("ar", "ربما سنرسل مرشدا إلى الميناء."),
    ("zh", "我们或许将派遣引航员。"),
    ("zh", "我们也许会派遣引航员。"),
    ("zh", "各国或会派遣引航员。"),
]
MEANT = [
    ("en", "Perhaps because of the storm, we will send a pilot to the port."),
    ("en", "We will open the port and perhaps the lock."),
    ("en", "We will send a pilot to the port of the north, perhaps in May."),
    ("fr", "Nous enverrons un pilote au port du nord, peut-être en mai."),
    ("fr", "Nous enverrons et peut-être logerons un pilote au port."),
    ("ru", "Мы направим лоцмана, насколько это возможно."),
    ("ru", "Мы направим лоцмана, когда это возможно."),
    ("zh", "各国将为港口或会议派遣引航员。"),
]


@pytest.mark.parametrize(("language", "text"), DOUBTED)
def test_what_is_only_thought_of_is_no_promise(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].kind is not MarkKind.COMMITMENT


@pytest.mark.parametrize(("language", "text"), MEANT)
def test_a_doubt_about_something_else_leaves_the_promise(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].kind is MarkKind.COMMITMENT


@pytest.mark.parametrize(
    ("language", "plain", "doubted"),
    [
        ("en", "We will send a pilot to the port.", "We will perhaps send a pilot to the port."),
        ("fr", "Nous enverrons un pilote au port.", "Nous enverrons peut-être un pilote au port."),
        ("es", "Enviaremos un piloto al puerto.", "Tal vez enviaremos un piloto al puerto."),
        ("ru", "Мы направим лоцмана в порт.", "Мы, возможно, направим лоцмана в порт."),
        ("ar", "سنرسل مرشدا إلى الميناء.", "ربما سنرسل مرشدا إلى الميناء."),
        ("zh", "我们将派遣引航员。", "我们也许将派遣引航员。"),
        ("zh", "各国将派遣引航员。", "各国或会派遣引航员。"),
    ],
)
def test_it_is_weaker_than_the_promise_and_the_promise_stronger(
    language: str, plain: str, doubted: str
) -> None:
    for before, after, verdict in ((plain, doubted, "weaker"), (doubted, plain, "stronger")):
        found = compare_texts(before, after, language=language)
        assert [shift.verdict.value for change in found.changes for shift in change.shifts] == [verdict]


def test_as_far_as_can_be_is_no_doubt() -> None:
    """«насколько возможно» qualifies, and is not told as a doubt that came."""
    found = compare_texts(
        "Мы направим лоцмана в порт.", "Мы направим лоцмана в порт, как только возможно.", language="ru"
    )
    assert [shift.aspect for change in found.changes for shift in change.shifts] == []
