"""Deadlines: by when something is due, wherever a preposition makes a date or a term one.

"By 14 May 2025", "no later than May 2025", 不迟于2015年, "d'ici au 30 juin", "до 1 июля"; "within six
months", "dans un délai de 30 jours", 两年内.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.sentence import figures
from p5diff.model.comparison import Verdict
from p5diff.text.characters import has_figure
from p5diff.text.dates import find_dates
from p5diff.text.needles import Spared

_AMOUNT = re.compile(r"\d[\d.,]*(?:\s[^\W\d_]+)?\s$")
"""A figure with its unit just before "each month" makes it a rate: "$85 billion each month"."""
_BEFORE = 40
"""Characters before such words in which that figure stands."""
YEARS = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
"""A year in figures."""
_MONTH, _YEAR = 30, 365
"""Days of a month and of a year, as `Measures.periods` counts them."""


class Due(NamedTuple):
    """One deadline: the whole of its words, and its day as (year, month, day) to sort by; months
    and days that are not named are 0, and the whole is None without a year."""

    start: int
    end: int
    when: tuple[int, int, int] | None


def find(text: str, language: Language) -> Iterator[Due]:
    """Every date and every term of a text that is a deadline by the words around it: the dates in
    order, then the terms, then how often it is done again."""
    yield from _dates(text, language)
    for match in _terms(language).finditer(text):
        yield Due(match.start(), match.end(), None)
    for match in _rhythms(language).finditer(text):
        if _AMOUNT.search(text, max(0, match.start() - _BEFORE), match.start()) is None:
            yield Due(match.start(), match.end(), None)


def term(text: str, language: Language) -> float | None:
    """How long a term is, in days, to compare it with another; None where the words name none.
    Twelve months are a year. A term that is counted backwards ("thirty days before the session") is below
    nought, so that of two terms the greater is always the later one."""
    match = _terms(language).search(text)
    if match is None:
        return None
    measures = language.MEASURES
    for place, (_, days) in enumerate(measures.two):
        if match.groupdict().get(f"two{place}"):
            return _signed(2 * days, match)
    place, days = next((n, d) for n, (_, d) in enumerate(measures.periods) if match[f"unit{n}"])
    number = _number(match["number"], language)
    if days == _MONTH and number % 12 == 0:
        return _signed(number // 12 * _YEAR, match)
    return _signed(number * days, match)


def _signed(days: float, match: re.Match[str]) -> float:
    """A term as a number to order by: below nought where it is counted backwards."""
    return -days if match.groupdict().get("back") else days


def interval(text: str, language: Language) -> int | None:
    """How many days pass until something is done again; None where the words are no such ones."""
    match = _rhythms(language).pattern.fullmatch(text.strip())
    return None if match is None else _days_between(match, language)


def intervals(text: str, language: Language) -> frozenset[int]:
    """The intervals (days) that a text names anywhere: "by 1 May each year" holds one."""
    return frozenset(_days_between(match, language) for match in _rhythms(language).finditer(text))


def _days_between(match: re.Match[str], language: Language) -> int:
    return language.MEASURES.rhythms[int((match.lastgroup or "").removeprefix("r"))][1]


def at_once(text: str, language: Language) -> bool:
    """Whether the words of a deadline leave no time at all ("immediately", 立即)."""
    return any(re.fullmatch(p, text.strip(), re.IGNORECASE) for p in language.MEASURES.at_once)


def some_time(text: str, language: Language) -> bool:
    """Whether the words put off to a time nobody knows ("in due course", 适时): by themselves they say
    nothing of when, and take back what a date, a term or haste said."""
    return any(re.fullmatch(p, text.strip(), re.IGNORECASE) for p in language.MEASURES.some_time)


def lasts(text: str, language: Language) -> bool:
    """Whether the words of a deadline say how long something holds at least, not by when it is due."""
    return any(re.match(p, text.strip(), re.IGNORECASE) for p in language.MEASURES.lasting)


@cache
def _rhythms(language: Language) -> Spared:
    # The longest first: "twice a year" holds "a year", 每年两次 holds 每年.
    every = sorted(enumerate(language.MEASURES.rhythms), key=lambda r: r[1][1] % 365 == 0)
    words = "|".join(rf"(?P<r{n}>{written})" for n, (written, _) in every) or r"(?!)"
    edges = (r"(?<![\w-])", r"(?!\w)") if language.SEPARATOR else ("", "")
    return Spared(rf"{edges[0]}(?:{words}){edges[1]}", re.IGNORECASE)


def _number(written: str | None, language: Language) -> int:
    if not written or written.lower() in language.MEASURES.one:
        return 1
    if not language.SEPARATOR:
        return int(figures.han(written).replace(",", ""))
    return int(written) if written.isdecimal() else language.MEASURES.numerals[written.lower()]


def _dates(text: str, language: Language) -> Iterator[Due]:
    if not has_figure(text):
        lowered = text.lower()
        if not any(name in lowered for name in language.MONTHS):
            return
    for match in _pattern(language).finditer(text):
        place = next(name for name in match.groupdict() if match[name] is not None)
        yield Due(match.start(), match.end(), when(match[place], language))


def when(text: str, language: Language) -> tuple[int, int, int] | None:
    """The day that the words of a deadline name, as far as they name it."""
    for found in find_dates(text, language=language):
        return day(found.last)
    years = YEARS.findall(text)
    if not years:
        return None
    months = _months(text, language)
    if not language.SEPARATOR:
        found_month = re.search(r"年(\d{1,2})月", text)
        months = {int(found_month[1])} if found_month else months
    return int(years[-1]), max(months, default=0), 0


def day(written: str) -> tuple[int, int, int]:
    """A day of ISO 8601 to sort by."""
    year, month, of_month = map(int, written.split("-"))
    return year, month, of_month


def _months(text: str, language: Language) -> set[int]:
    """The months that are named in a text."""
    lowered = text.lower()
    return {
        n
        for name, n in language.MONTHS.items()
        if name in lowered and re.search(rf"(?<!\w){re.escape(name)}", lowered)
    }


def day_of_year(text: str, language: Language) -> tuple[int, int] | None:
    """The month and the day that the words of a deadline name without a year; None where they name none, or
    a figure more."""
    digits = re.findall(r"\d+", text)
    months = _months(text, language)
    if not language.SEPARATOR and (found := re.search(r"(\d{1,2})月(\d{1,2})日", text)):
        return (int(found[1]), int(found[2])) if len(digits) == 2 else None
    return (months.pop(), int(digits[0])) if len(months) == len(digits) == 1 else None


def edge(text: str, language: Language) -> str | None:
    """Which edge of which month the words of a deadline name without a year, so that "before the end of
    October" and "no later than end-October" are one; None where they name none, or a figure more."""
    measures = language.MEASURES
    bounds = (r"(?<!\w)", r"(?!\w)") if language.SEPARATOR else ("", "")
    found = [
        n
        for n, word in enumerate(measures.edges)
        if re.search(rf"{bounds[0]}(?:{word}){bounds[1]}", text, re.I)
    ]
    months = _months(text, language)
    if not language.SEPARATOR:
        months = {int(n) for n in re.findall(r"(\d{1,2})月", text)}
    elif any(c.isdigit() for c in text):
        return None
    return f"edge {found[0]} of month {months.pop()}" if len(found) == len(months) == 1 else None


@cache
def _terms(language: Language) -> Spared:
    measures = language.MEASURES
    units = "|".join(rf"(?P<unit{n}>{unit})" for n, (unit, _) in enumerate(measures.periods))
    opening = "|".join(measures.within)
    if not language.SEPARATOR:
        closing = "|".join(measures.inside)
        amount = rf"(?P<number>\d{{1,4}}|[{figures.HAN_NUMERALS}]{{1,5}})(?:{units})"
        return Spared(rf"(?P<opening>{opening})?{amount}(?(opening)|(?:{closing}))(?:{closing})?")
    words = sorted([*measures.numerals, *measures.one], key=lambda w: (-len(w), w))
    number = rf"(?P<number>\d{{1,4}}|{'|'.join(map(re.escape, words))})"
    two = "".join(rf"|(?P<two{n}>{unit})" for n, (unit, _) in enumerate(measures.two))
    back = rf"(?P<back>\s(?:{'|'.join(measures.before)}))?" if measures.before else ""
    return Spared(rf"(?<![\w-])(?:{opening})\s?(?:{number}\s(?:{units}){two})(?!\w){back}", re.IGNORECASE)


@cache
def _pattern(language: Language) -> Spared:
    measures = language.MEASURES
    months = "|".join(re.escape(m) for m in sorted(language.MONTHS, key=lambda m: (-len(m), m)))
    dates = [re.sub(r"\?P<\w+>", "?:", p.replace("{month}", f"(?:{months})")) for p in language.DATE_PATTERNS]
    year = r"(?:19|20|21)\d\d(?![\d/]|[.,]\d)"
    if not language.SEPARATOR:
        part = "(?:年?底|末|初|中期|上半年|下半年)?"
        date = (
            rf"(?:{'|'.join(dates)}|{year}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?|\d{{1,2}}月(?=[底末初中])){part}"
        )
        closing = "|".join(measures.ending)
        opening = "|".join((*measures.lasting, *measures.until))
        return Spared(
            rf"(?:{opening})(?P<a>{date})(?:{closing})?|(?:在|于)?(?P<b>{date})(?:{closing})", re.IGNORECASE
        )
    link = r"(?:\s(?:de|del|of))?"
    day = rf"\d{{1,2}}(?:er|st|nd|rd|th)?\s(?:de\s|of\s)?(?:{months})|(?:{months})\s\d{{1,2}}(?!\d)"
    whole = rf"(?:{'|'.join(dates)}|(?:{months}){link},?\s{year}|{day}|{year}(?!\s?%))"
    edge = rf"{measures.part_of_year}(?P<b>{months})"
    until = "|".join((*measures.lasting, *measures.until))
    return Spared(
        rf"(?<![\w-])(?:{until})\s?(?:(?:{measures.part_of_year})?(?P<a>{whole})|{edge})(?:\s(?:года|году|г\.))?(?!\w)",
        re.IGNORECASE,
    )


def compared(
    said: tuple[str | None, str | None],
    days: tuple[tuple[int, int, int] | None, tuple[int, int, int] | None],
    language: Language,
) -> tuple[Verdict, str]:
    """Which way a deadline went, and the reason: from the words of both sides (None where a side has none),
    and the days that they name.

    Worked example. "by 1 May 2030" → "by 1 March 2030": stronger, "an earlier deadline". "within 30 days" →
    "within 60 days": weaker, "a longer term". "in due course" → "at once": stronger.
    """
    one, two = said
    if one is None:
        return Verdict.STRONGER, "a deadline came"
    if two is None:
        return Verdict.WEAKER, "a deadline went"
    if lasts(one, language) and lasts(two, language):
        return Verdict.CHANGED, "another day until which it holds"
    return (
        _by_day(days)
        or _by_term(term(one, language), term(two, language))
        or _by_words(one, two, days, language)
        or (Verdict.CHANGED, "another deadline")
    )


def _by_day(
    days: tuple[tuple[int, int, int] | None, tuple[int, int, int] | None],
) -> tuple[Verdict, str] | None:
    if not (days[0] and days[1]):
        return None
    later = days[1] > days[0]
    return _sooner(not later), "a later deadline" if later else "an earlier deadline"


def _by_term(one: float | None, two: float | None) -> tuple[Verdict, str] | None:
    if one is None or two is None or one == two:
        return None
    later = two > one
    if one < 0 or two < 0:
        return _sooner(not later), "due later" if later else "due earlier"
    return _sooner(not later), "a longer term" if later else "a shorter term"


def _by_words(
    one: str,
    two: str,
    days: tuple[tuple[int, int, int] | None, tuple[int, int, int] | None],
    language: Language,
) -> tuple[Verdict, str] | None:
    """How often, whether at once, or a date on one side alone."""
    again = interval(one, language), interval(two, language)
    if again[0] is not None and again[1] is not None:
        rarer = again[1] > again[0]
        return _sooner(not rarer), "less often" if rarer else "more often"
    if any(again):
        return None
    if (sooner := at_once(two, language)) != at_once(one, language):
        return _sooner(sooner), "nothing is sooner than at once"
    if (later := some_time(two, language)) != some_time(one, language):
        return _sooner(not later), "put off to a time that is not named" if later else "a time is named"
    if (days[0] or days[1]) and not (term(one, language) or term(two, language)):
        # How a date lies to a term depends on when the term begins, which no text says here.
        return _sooner(not days[0]), "a date gave way to words" if days[0] else "words gave way to a date"
    return None


def _sooner(so: bool) -> Verdict:
    return Verdict.STRONGER if so else Verdict.WEAKER
