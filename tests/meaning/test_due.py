"""Which way a deadline went, from its words alone: `p5diff/meaning/sentence/due.py`.

Invented; the words of the five other languages were read by no native speaker."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.meaning.sentence.due import compared, when
from p5diff.model.comparison import Verdict

UP, DOWN, OTHER = Verdict.STRONGER, Verdict.WEAKER, Verdict.CHANGED

CASES = [
    # Days: the earlier binds more.
    ("en", "by 1 May 2030", "by 1 March 2030", UP, "an earlier deadline"),
    ("fr", "avant le 1er mars 2030", "avant le 1er mai 2030", DOWN, "a later deadline"),
    ("es", "antes del 1 de mayo de 2030", "antes del 2 de mayo de 2030", DOWN, "a later deadline"),
    ("ru", "до 1 мая 2030 года", "до 1 мая 2029 года", UP, "an earlier deadline"),
    ("zh", "在2030年5月1日前", "在2030年3月1日前", UP, "an earlier deadline"),
    # Terms: the shorter binds more, in whatever they are counted.
    ("en", "within 30 days", "within 60 days", DOWN, "a longer term"),
    ("en", "within six months", "within one year", DOWN, "a longer term"),
    ("en", "within two weeks", "within ten days", UP, "a shorter term"),
    ("fr", "dans un délai de 30 jours", "dans un délai de 60 jours", DOWN, "a longer term"),
    ("es", "en un plazo de 60 días", "en un plazo de 30 días", UP, "a shorter term"),
    ("ru", "в течение 30 дней", "в течение 60 дней", DOWN, "a longer term"),
    ("zh", "在60天内", "在30天内", UP, "a shorter term"),
    ("ar", "في غضون 30 يوما", "في غضون 60 يوما", DOWN, "a longer term"),
    ("en", "within 30 days", "within one month", OTHER, "another deadline"),
    # How often.
    ("en", "every two years", "every year", UP, "more often"),
    ("en", "annually", "every five years", DOWN, "less often"),
    # At once.
    ("en", "in due course", "immediately", UP, "nothing is sooner than at once"),
    ("en", "immediately", "in due course", DOWN, "nothing is sooner than at once"),
    # A date beside words.
    ("en", "by 1 May 2030", "before the spring", DOWN, "a date gave way to words"),
    ("en", "before the spring", "by 1 May 2030", UP, "words gave way to a date"),
    ("en", "by 1 May 2030", "within 30 days", OTHER, "another deadline"),
    ("en", "by 1 May 2030", "every year", OTHER, "another deadline"),
    ("en", "before the spring", "before the winter", OTHER, "another deadline"),
    # Words that name no time.
    ("en", "by 1 May 2030", "in due course", DOWN, "put off to a time that is not named"),
    ("en", "in due course", "by 1 May 2030", UP, "a time is named"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "after", "verdict", "why"), CASES)
def test_which_way_a_deadline_went(
    language: str, before: str, after: str, verdict: Verdict, why: str
) -> None:
    known = languages.get(language)
    days = when(before, known), when(after, known)
    assert compared((before, after), days, known) == (verdict, why)
    back = {UP: DOWN, DOWN: UP, OTHER: OTHER}[verdict]  # law 3: swapping sides swaps the verdict
    assert compared((after, before), days[::-1], known)[0] is back


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_deadline_that_came_or_went(language: str) -> None:
    known = languages.get(language)
    assert compared((None, "2030"), (None, None), known) == (UP, "a deadline came")
    assert compared(("2030", None), (None, None), known) == (DOWN, "a deadline went")


def test_a_day_until_which_something_holds_is_no_day_by_which_it_is_due() -> None:
    known = languages.get("en")
    said = "at least through 2031", "at least through 2033"
    assert compared(said, (when(said[0], known), when(said[1], known)), known) == (
        OTHER,
        "another day until which it holds",
    )
