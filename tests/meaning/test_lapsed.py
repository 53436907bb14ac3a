"""What was promised for a date that the other text lies behind is dropped, and told with its date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.model.comparison import Comparison, Shift, Side, Verdict
from p5diff.model.statement import Role, Statement
from p5diff.report.rank import Consequence, consequence
from p5diff.workflows.compare import compare_statements
from tests.meaning.test_minimal_pairs import AROUND
from tests.meaning.texts import statement


def text(line: str, *body: str, language: str = "en") -> Statement:
    """A text with a date line, if any, its sentences between two that stay."""
    first, last = AROUND[language]
    if not line:
        return statement([first], *([s] for s in body), [last], language=language)
    return statement([line], [first], *([s] for s in body), [last], language=language, roles={0: Role.DATE})


def reached(comparison: Comparison) -> list[Shift]:
    return [s for c in comparison.changes for s in c.shifts if s.verdict is Verdict.DATE_REACHED]


DROPPED = (
    ("en", "Oslo, 3 March 2031", "We agreed to meet again in Lima in 2032.", "Lima, 14 April 2032", "2032"),
    (
        "fr",
        "Oslo, le 3 mars 2031",
        "Nous sommes convenus de nous réunir de nouveau à Lima en 2032.",
        "Lima, le 14 avril 2032",
        "2032",
    ),
    (
        "es",
        "Oslo, 3 de marzo de 2031",
        "Acordamos reunirnos otra vez en Lima en 2032.",
        "Lima, 14 de abril de 2032",
        "2032",
    ),
    (
        "ru",
        "Осло, 3 марта 2031 года",
        "Мы договорились вновь встретиться в Москве в 2032 году.",
        "Москва, 14 апреля 2032 года",
        "2032",
    ),
    (
        "ar",
        "أوسلو، 3 آذار/مارس 2031",
        "اتفقنا على الاجتماع مرة أخرى في تونس في عام 2032.",
        "تونس، 14 نيسان/أبريل 2032",
        "2032",
    ),
    ("zh", "2031年3月3日，奥斯陆", "我们商定2032年在利马再次举行会议。", "2032年4月14日，利马", "2032"),
    (
        "en",
        "Oslo, 3 March 2031",
        "We will publish the charts by the end of 2031.",
        "Lima, 14 April 2032",
        "by the end of 2031",
    ),
    (
        "ru",
        "Осло, 3 марта 2031 года",
        "Мы опубликуем карты до конца 2031 года.",
        "Москва, 14 апреля 2032 года",
        "до конца 2031 года",
    ),
    ("zh", "2031年3月3日，奥斯陆", "我们承诺在2031年底前公布海图。", "2032年4月14日，利马", "在2031年底前"),
)


@pytest.mark.parametrize(("language", "line", "promise", "other", "date"), DROPPED)
def test_a_date_that_was_reached_is_told_with_both_dates(
    language: str, line: str, promise: str, other: str, date: str
) -> None:
    found = compare_statements(text(line, promise, language=language), text(other, language=language))
    (shift,) = reached(found)
    assert (shift.before, shift.after) == (date, other)
    assert [(e.side, e.text) for e in shift.evidence] == [(Side.BEFORE, date), (Side.AFTER, other)]
    (change,) = [c for c in found.changes if c.shifts]
    assert consequence(change) is Consequence.COMMITMENT_LAPSED


SILENT = {
    "the date lies ahead of both": (
        "Oslo, 3 March 2031",
        "We agreed to meet again in Lima in 2040.",
        "Lima, 14 April 2032",
    ),
    "the year runs, another place": (
        "Oslo, 3 March 2031",
        "We agreed to meet again in Cairo in 2032.",
        "Lima, 14 April 2032",
    ),
    "the year runs, a deadline": (
        "Oslo, 3 March 2031",
        "We will publish the charts by the end of 2032.",
        "Lima, 14 April 2032",
    ),
    "of the past already": (
        "Oslo, 3 March 2031",
        "We will carry out the Harbour Plan of 2029.",
        "Lima, 14 April 2032",
    ),
    "of the same year, and no deadline": (
        "Oslo, 3 March 2031",
        "We will carry out the Harbour Plan of 2031.",
        "Lima, 14 April 2032",
    ),
    "a later date beside it": (
        "Oslo, 3 March 2031",
        "We will publish charts in 2031 and again by 2040.",
        "Lima, 14 April 2032",
    ),
    "a later date beside one that was reached": (
        "Oslo, 3 March 2031",
        "We will publish charts in 2032 and again in 2040.",
        "Lima, 14 April 2033",
    ),
    "no date of the first text": ("", "We agreed to meet again in Lima in 2032.", "Lima, 14 April 2032"),
    "no date of the second": ("Oslo, 3 March 2031", "We agreed to meet again in Lima in 2032.", ""),
    "the second is the older": (
        "Lima, 14 April 2032",
        "We will publish the charts by 2034.",
        "Oslo, 3 March 2031",
    ),
    "nothing is promised": ("Oslo, 3 March 2031", "Tides rose at Lima in 2032.", "Lima, 14 April 2033"),
}


@pytest.mark.parametrize(("line", "promise", "other"), SILENT.values(), ids=list(SILENT))
def test_nothing_is_said_without_both_dates_and_a_promise(line: str, promise: str, other: str) -> None:
    assert not reached(compare_statements(text(line, promise), text(other)))


def test_the_record_of_a_statement_dates_it_before_its_lines() -> None:
    before = text("", "We agreed to meet again in Lima in 2032.")
    after = text("Lima, 14 April 2032")
    before = replace(before, meta=replace(before.meta, dates=("2031-03-03",)))
    after = replace(after, meta=replace(after.meta, dates=("2033-05-05", "2033-05-06")))
    (shift,) = reached(compare_statements(before, after))
    assert (shift.before, shift.after) == ("2032", "2033-05-06")


def test_a_deadline_of_the_day_itself_lay_ahead_still() -> None:
    before, after = (
        text("Oslo, 3 March 2031", "We will publish it by 3 March 2031."),
        text("Lima, 4 March 2031"),
    )
    assert [s.before for s in reached(compare_statements(before, after))] == ["by 3 March 2031"]


def test_what_is_new_has_no_date_that_was_reached() -> None:
    before, after = text("Oslo, 3 March 2031"), text("Lima, 14 April 2032", "We will meet in Oslo in 2031.")
    assert not reached(compare_statements(before, after))
