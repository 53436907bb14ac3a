"""Dates as each language writes them, as ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.model.statement import Metadata
from p5diff.text.characters import has_figure

_CHINESE_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CHINESE_FIGURE = re.compile(r"[〇零○一二三四五六七八九十]")
AROUND_DATE = "()（）.,。， "
"""What may stand around a date that is alone on its line."""
_NO_PLACE = re.compile(r"[\d。!！?？:：;；#|()（）“”«»\"]|(?<![A-Z])\.")
"""What no name of a place holds; a stop only behind a capital ("Washington, D.C.")."""
_STOPS = frozenset(".。．!！")
_PARTING = frozenset(",，،、:：|·–—-")
"""What parts a place from a date that stands beside it."""
_LONGEST_PLACE = 40
"""Characters of the longest name with its country; a fifth of that in Chinese ("布宜诺斯艾利斯")."""
_PARTS = re.compile(r"\s?[,，،(（|:：]\s?|\s[-–—·]\s|——|\.\s")
"""What parts a title from the place and the date behind it."""
_BRACKETED = re.compile(r"(?P<title>[^(（]+)[(（](?P<rest>[^()（）]+)[)）]\.?")
_HOUR = re.compile(
    r"[,،]?\s(?:à |a las |at |в |الساعة )?\d{1,2}[:.h]\d{2}(?::\d{2})?"
    r"(?: ?(?:[ap]\.?m\.?|hours|hrs|GMT|UTC))?\.?$",
    re.IGNORECASE,
)
"""An hour after a date, as pages print it."""
LONGEST_DATE = 100
"""Longest line that is a date with its place, in characters."""


_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def last_day(meta: Metadata) -> str:
    """The last day of a statement, ISO 8601, from what is known of it or from its file's name; or empty."""
    known = meta.adopted or (meta.dates[-1] if meta.dates else "")
    if known:
        return known
    named = _IN_NAME.search(meta.id)
    return "-".join(named.groups()) if named else ""


class FoundDate(NamedTuple):
    """A date or a range in a text: its span and its first and last day (the same for a day)."""

    start: int
    end: int
    first: str
    last: str


def find_dates(text: str, *, language: Language) -> Iterator[FoundDate]:
    """Every date that the text names in full, in order, longest reading first."""
    return iter(_of_line(text, language) if len(text) <= LONGEST_DATE else _dates(text, language))


@lru_cache(maxsize=1024)  # a short line is asked about by each rule that may take it for a date
def _of_line(text: str, language: Language) -> tuple[FoundDate, ...]:
    return tuple(_dates(text, language))


def _dates(text: str, language: Language) -> Iterator[FoundDate]:
    if not _has_year(text, language):
        return
    at = 0
    while match := _pattern(language).search(text, at):
        found = _read(match, language)
        if found:
            yield found
        at = match.end()


def whole_date(text: str, *, language: Language) -> FoundDate | None:
    """The date that the text is, and nothing else (its weekday, an hour, brackets and a stop apart)."""
    trimmed = text.strip(AROUND_DATE)
    if not trimmed or len(trimmed) > 80 or not _has_year(trimmed, language):
        return None
    for read in dict.fromkeys((trimmed, _day_alone(trimmed, language))):
        if match := _pattern(language).fullmatch(read):
            return _read(match, language)
    return None


def place_and_date(text: str, *, language: Language) -> tuple[str, FoundDate] | None:
    """ "Geneva, 20 July 2012" or "20 July 2012, Geneva": the place and the date.

    The place is empty where the line has it in another form than it is called by ("Совершено в Вене").
    """
    trimmed = text.strip(AROUND_DATE)
    if len(trimmed) > LONGEST_DATE:
        return None
    # the stop at the end may belong to the date ("2011 г.")
    whole = text.strip()
    for read in dict.fromkeys((_day_alone(whole, language), whole, trimmed)):
        if found := _placed(read, language, stopped=read == trimmed and whole[-1:] in _STOPS):
            return found
    return None


def title_place_and_date(text: str, *, language: Language) -> tuple[str, str, FoundDate] | None:
    """ "Joint Statement, Washington, D.C., June 27-29, 2012": the title, the place and the date.

    Only where the line begins with the words of a document, and the place is parted from them by a
    mark: "Statement of the Geneva Meeting of 3 May 2032" names no place of its own.
    """
    for found in find_dates(text, language=language):
        if text[found.end :].strip(AROUND_DATE):
            inside = _BRACKETED.fullmatch(text)
            both = place_and_date(inside["rest"], language=language) if inside else None
            if inside and both and _is_document(inside["title"], language):
                return inside["title"].strip(), *both
            continue
        for mark in _PARTS.finditer(text[: found.start]):
            title, rest = text[: mark.start()].strip(), text[mark.end() :]
            if not _is_document(title, language):
                continue
            both = place_and_date(rest, language=language) or _in_brackets(rest, found, language)
            if both and both[0]:
                return title, *both
    return None


def _in_brackets(rest: str, found: FoundDate, language: Language) -> tuple[str, FoundDate] | None:
    """ "Lisbon (5 May 2032)": the place before a date in brackets."""
    place, _, day = rest.partition("(")
    whole = whole_date(day, language=language)
    place = place.strip(" ,，")
    return (place, found) if whole and is_place(place, language=language) else None


def _is_document(title: str, language: Language) -> bool:
    start = r"\b(?:و?(?:ال|لل))?" if language.SEPARATOR else ""
    return _words(rf"{start}(?:{language.DOCUMENTS})").search(title) is not None


def _day_alone(text: str, language: Language) -> str:
    """A line without the weekday and the hour beside its date."""
    bare = _words(
        rf"(?<![^\W\d_])(?:{language.WEEKDAYS})(?![^\W\d_])" if language.SEPARATOR else language.WEEKDAYS
    )
    text = _HOUR.sub("", text)
    text = bare.sub("\ufffc", text)
    return re.sub(r"[(（]?\ufffc[)）]?\s?[,،，]?\s?", "", text).strip()


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _placed(trimmed: str, language: Language, *, stopped: bool = False) -> tuple[str, FoundDate] | None:
    """The place and the date of a line.

    One with a stop (`stopped`) is a sentence ("Signed on 4 May 2031."), unless a comma parts the two
    ("Geneva, 4 May 2031.") or it says where a text was made ("Done at Geneva on 4 May 2031.").
    """
    for found in find_dates(trimmed, language=language):
        before, after = trimmed[: found.start], trimmed[found.end :]
        tail = re.search(rf"(?:{language.PLACE_BEFORE_DATE}|\s?[|·–—]\s?| - )$", before) if before else None
        place = before[: tail.start()] if tail and not after else after if not before else ""
        if not before:
            place = _words(rf"^[，,،、|·–—\s-]*(?:{language.CARRIER.at})?").sub("", after)
        done = _words(rf"^(?:{language.DONE_AT})").match(place)
        if done and done.groupdict().get("declined"):
            return "", found
        if stopped and tail and not done and _PARTING.isdisjoint(tail.group()):
            continue
        place = place[done.end() :] if done else place
        if place and is_place(place, language=language):
            return place, found
    return None


def _has_year(text: str, language: Language) -> bool:
    """Whether the text has what every date has: a year of four figures and a day; in Chinese, any numeral."""
    if not language.SEPARATOR:
        return has_figure(text) or _CHINESE_FIGURE.search(text) is not None
    return has_figure(text) and _YEAR.search(text) is not None and _DAY.search(text) is not None


def is_place(text: str, *, language: Language) -> bool:
    """Whether a short line can be the name of a place: letters, few words, no sentence, no document."""
    words = text.split()
    longest = _LONGEST_PLACE if language.SEPARATOR else _LONGEST_PLACE // 5
    if not words or len(words) > 4 or len(text) > longest or _NO_PLACE.search(text):
        return False
    if not (words[0][0].isalpha() and (text[-1].isalpha() or text.endswith("D.C."))):
        return False
    if _is_document(text, language) or _words(rf"(?:{language.WEEKDAYS})$").fullmatch(text):
        return False
    return not any(ch.islower() for ch in (words[0][0], words[-1][0]))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """One pattern for all forms; group names get the number of their form."""
    known = language
    months = "|".join(re.escape(m) for m in sorted(known.MONTHS, key=lambda m: (-len(m), m)))
    forms = []
    for number, form in enumerate(known.DATE_PATTERNS):
        filled = form.replace("{month}", f"(?:{months})")
        forms.append(re.sub(r"\?P<(\w+)>", rf"?P<\1_{number}>", filled))
    # Where words are parted by spaces, a date begins with a figure, or with a month or a small word before
    # one: a look ahead for that figure spares all forms at most places.
    near = max(map(len, known.MONTHS), default=0) + _BEFORE_FIGURE
    ahead = rf"(?=\D{{0,{near}}}+\d)" if known.SEPARATOR else ""
    return re.compile(rf"(?<![\d/]){ahead}(?:" + "|".join(forms) + r")(?!\d)", re.IGNORECASE)


_BEFORE_FIGURE = 8
"""Characters besides a month before the first figure of a date, "del " or ". ": twice the longest."""


def _read(match: re.Match[str], language: Language) -> FoundDate | None:
    parts = {name.split("_")[0]: value for name, value in match.groupdict().items() if value is not None}
    months = language.MONTHS
    year, month = _number(parts["y"]), months.get(parts["m"].lower())
    if "d" not in parts or month is None:
        return None
    first_year = last_year = year
    first_month = last_month = month
    if "m2" in parts:
        other, other_year = months.get(parts["m2"].lower(), month), _number(parts.get("y2", parts["y"]))
        if match.start(_group(match, "m2")) < match.start(_group(match, "m")):
            first_month, first_year = other, other_year
            if "y2" not in parts and first_month > last_month:
                first_year -= 1  # "29 December to 3 January 2011" began in the year before
        else:
            last_month, last_year = other, other_year
    first = _iso(first_year, first_month, _number(parts["d"]))
    last = _iso(last_year, last_month, _number(parts.get("d2", parts["d"])))
    if not first or not last or first > last:
        return None
    return FoundDate(start=match.start(), end=match.end(), first=first, last=last)


def _group(match: re.Match[str], name: str) -> str:
    return next(g for g, v in match.groupdict().items() if v is not None and g.split("_")[0] == name)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    """A number in figures of any script or in Chinese numerals ("二〇一二", "二十七")."""
    core = re.sub(r"\D+$", "", text) if text[:1].isdigit() else text.rstrip("日号號")
    if core.isdecimal():
        return int(core)
    if "十" in core:
        tens, _, units = core.partition("十")
        return _CHINESE_DIGITS.get(tens or "一", 0) * 10 + (_CHINESE_DIGITS.get(units, 0) if units else 0)
    return int("".join(str(_CHINESE_DIGITS.get(char, 0)) for char in core) or "0")
