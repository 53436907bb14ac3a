"""Figures of a text that measure something: how much of what.

A figure is a number in digits or words with its multiplier ("600 billion"), a percentage, a
fraction or a range ("1/4 to 1/2 percent"), with what it counts. The figures of a name or of a
reference are none: "Article 6", "resolution 1267 (1999)", "Track 1.5", "the 2010 Review
Conference"; nor are the labels of a list and the marks of notes ("(3)", "[12]").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.memo import memo
from p5diff.text.characters import has_figure
from p5diff.text.needles import Spared

_MORE = r"(?:\s?(?:,|;|and|to|et|à|y|a|и|و|–|-)\s?(?:and\s|et\s|y\s|и\s)?\d+(?:[./]\d+)*(?:\s?\(\d+\))*)*"
_FIGURE = rf"\d+(?:[./]\d+)*(?:\s?\(\w+\))*{_MORE}"
_CURRENCY = r"(?:(?:US|A|C|NZ|HK)?\$|[€£¥₽₹]|USD|EUR)"
_FIRST_OF_CURRENCY = "UACNHE$€£¥₽₹"
_TO = r"\s?(?:to|-|–|—|à|a|до|إلى|至|~|～)\s?"
_LABEL = re.compile(r"[(（\[]\d{1,3}[)）\]]|^\s*\d{1,3}[.)、．]\s|[\u2070-\u2079\u00b9\u00b2\u00b3]+")
HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿两萬億"
"""The characters of a number in Chinese numerals."""
_HAN_COUNTED = (
    r"(?:个百分点|个月|个国家|个|名|项|年内|年|天|日内|日|周|位|票|枚|架|艘|倍|次|人|吨|美元|欧元|人民币|元|件|座|"
    r"处|所|支|颗|套|国|成员|国家)"
)
FRACTION = "fraction"
"""What "thirds" and "quarters" count as: two fractions are told apart, whatever their parts."""
_ADJECTIVES = 2
"""Words between a figure and what it counts: "50 new member States"."""
_BARE = 1000
"""Figures in digits below this that count nothing are labels and references more often than not."""
_SMALL = 10
"""Numerals in words below this ("the two sides") are too common to be listed by themselves; that one
became another is told all the same."""


class Figure(NamedTuple):
    """One figure: its value in a form of its own, whatever way it is printed ("1,000,000", "5-1/4 to
    5-1/2 %"), what it counts (folded; `%` for percentages), its span with that, and whether it
    is a small numeral in words."""

    value: str
    unit: str
    start: int
    end: int
    small: bool


def of_names(text: str, language: Language) -> list[tuple[int, int]]:
    """Where the figures of names, references, labels and note marks stand, as code points."""
    if not has_figure(text):
        return []
    patterns = _named(language)
    named = [match.span("y") for pattern in patterns for match in pattern.finditer(text)]
    if _MARKED_YEAR.search(text) is not None:
        named += [match.span("y") for match in _marked_years(language).finditer(text)]
    return [*named, *(match.span() for match in _LABEL.finditer(text))]


@cache
def _named(language: Language) -> tuple[Spared, ...]:
    named = [Spared(pattern) for pattern in language.NUMBERED_NAMES]
    if language.REFERS:
        # a look ahead for the figure spares the words at most places
        near = r"\b(?=\D{1,24}+\d)" if _is_short(language.REFERS) else ""
        named.append(Spared(rf"{near}(?:{language.REFERS})\s?(?P<y>{_FIGURE})", re.IGNORECASE))
    named.append(Spared(r"\d[(（](?P<y>\d{4})[)）]"))
    return tuple(named)


def _is_short(words: str) -> bool:
    """Whether each of the words begins as one and is shorter than the look ahead, whatever it matches."""
    return words.startswith(r"\b(?:") and words.endswith(")") and not re.search(r"\\w|[+*{]", words)


_MARKED_YEAR = re.compile(r"(?:19|20)\d{3}")


@cache
def _marked_years(language: Language) -> re.Pattern[str]:
    """Years with the mark of a note printed onto them: "January 26, 20211"."""
    months = "|".join(re.escape(m) for m in sorted(language.MONTHS, key=lambda m: (-len(m), m))) or r"(?!)"
    return re.compile(rf"(?:{months})\s\d{{1,2}},?\s(?P<y>(?:19|20)\d\d\d{{1,2}})\b", re.IGNORECASE)


def find(text: str, language: Language) -> Iterator[Figure]:
    """Every figure of a text, in order, those of names included (see `of_names`)."""
    if language.SEPARATOR:
        yield from _spaced(text, language)
    else:
        yield from _unspaced(text)


def _spaced(text: str, language: Language) -> Iterator[Figure]:
    for match in _number(language).finditer(text):
        first = _value(match["one"], language)
        if first is None:
            continue
        second = _value(match["two"], language) if match["two"] else None
        worded = not any(c.isdigit() for c in match.group())
        number = first if second is None else f"{first} to {second}"
        currency = match["currency"] or ""
        end = match.end()
        counted = _counted(text, end, language)
        if counted is None:
            continue  # "twenty-first" is no figure
        unit, end = counted
        if worded and not unit:
            continue  # "the three", "one of two": counts nothing that is named
        shown = unit if unit in {"", "%"} else f" {unit}"
        lead = f"{currency} " if currency.isalpha() else currency
        small = _is_small(first, worded) if second is None else False
        small = small and not (currency or (unit and not worded) or unit == FRACTION)
        if unit == FRACTION:
            shown = f" {text[match.end() : end].strip(' -').lower()}"
        yield Figure(f"{lead}{number}{shown}", unit or currency, match.start(), end, small)


def _counted(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """What the figure that ends here counts, and where that ends; None where it is no figure."""
    measures = language.MEASURES
    tail = _tail(language).match(text, end)
    if tail is None:
        return "", end
    known = _known_unit(tail)
    if known:
        return known, tail.end()
    at: re.Match[str] | None = tail
    for _ in range(_ADJECTIVES + 1):
        word = (at["unit"] or "").lower() if at is not None else ""
        if word in measures.ordinals:
            return None
        if word in measures.fractions:
            return FRACTION, at.end() if at is not None else end
        if at is None or not word or word in language.NO_UNITS:
            break
        if not measures.counted or _is_counted(word, language):
            return word, at.end()
        at = _tail(language).match(text, at.end())
    return "", end


@memo(4096)
def _is_counted(word: str, language: Language) -> bool:
    return re.fullmatch(language.MEASURES.counted, word) is not None


def _known_unit(tail: re.Match[str]) -> str:
    """The unit of percentages, differences of such and degrees; nothing for any other."""
    if tail["percent"]:
        return "%"
    if tail["points"]:
        return "% points"
    return f"°{tail['degrees'][-1].upper()}" if tail["degrees"] else ""


def _is_small(first: str, worded: bool) -> bool:
    """Whether a bare figure is one of many: below ten in words, below a thousand in digits."""
    plain = first.replace(",", "")
    return plain.isdigit() and int(plain) < (_SMALL if worded else _BARE)


@cache
def _number(language: Language) -> re.Pattern[str]:
    measures = language.MEASURES
    marks = re.escape(measures.grouping)
    digits = rf"\d{{1,3}}(?:[{marks}]\d{{3}})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?"
    plain = rf"(?:\d{{1,3}}[- ]\d{{1,2}}/\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?!/)|{digits})"
    words = "|".join(map(re.escape, sorted(measures.numerals, key=len, reverse=True)))
    times = "|".join(map(re.escape, sorted(measures.multipliers, key=len, reverse=True)))
    worded = rf"(?:{words})(?:(?:[- ]|\sand\s|\set\s|\sy\s|\sو)(?:{words})(?!\w))*|(?:{times})"
    number = rf"(?:{plain}|(?:{worded})(?!\w))(?:[-\s](?:{times})(?!\w))*"
    # a look at the first character spares the rest at most places
    firsts = "".join(sorted({word[0] for word in (*measures.numerals, *measures.multipliers)}))
    return re.compile(
        rf"(?<![\w./\-–])(?=[\d{re.escape(firsts)}{_FIRST_OF_CURRENCY}])(?:(?P<currency>{_CURRENCY})\s?)?(?P<one>{number})"
        rf"(?:{_TO}{_CURRENCY}?(?P<two>{number}))?(?![\w/]|[.,]\d|[-–]\d|\s?(?:bis|ter|quater)\b)",
        re.IGNORECASE,
    )


@cache
def _tail(language: Language) -> re.Pattern[str]:
    points = "|".join(language.MEASURES.points)
    percent = "|".join(["%", "٪", *(rf"(?:{word})(?!\w)" for word in language.MEASURES.percent)])
    unit = r"[\s-](?:de\s|d['’])?(?P<unit>basis points?|[^\W\d_]{2,})"
    degrees = r"(?P<degrees>°\s?[CF])(?!\w)"
    return re.compile(
        rf"\s?(?:(?P<points>{points})(?!\w)|(?P<percent>{percent})|{degrees})|{unit}", re.IGNORECASE
    )


_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})")
_TOKENS = re.compile(r"[\d.,٫٬/  ]*\d(?:[- ]\d+/\d+)?|[^\W\d_]+")


def _value(written: str, language: Language) -> str | None:
    """A number in a form of its own: groups by comma, decimals by point, multipliers as they are."""
    measures = language.MEASURES
    written = written.strip()
    fraction = _FRACTION.fullmatch(written) if "/" in written else None
    if fraction is not None and int(fraction[1]) >= int(fraction[2]):
        return None  # a date, as in "the 26/11 attacks"
    if written.isascii() and written.isdigit():
        return f"{int(written):,}"
    tokens = _TOKENS.findall(written)
    total = 0
    printed = ""
    multipliers: list[str] = []
    for token in tokens:
        word = token.lower().removeprefix("و")
        if token[0].isdigit():
            printed = _digits(token, measures.grouping)
        elif word in measures.multipliers and (printed or total):
            if printed:
                multipliers.append(_plural(measures.multipliers[word]))
            else:
                total *= measures.multipliers[word]
        elif word in measures.multipliers:
            total += measures.multipliers[word]
        elif word in measures.numerals:
            total += measures.numerals[word]
    if printed:
        return " ".join([printed, *multipliers])
    return f"{total:,}" if total > 1 else None


def _plural(value: int) -> str:
    names = {100: "hundred", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
    return names.get(value, f"×{value:,}")


def _digits(token: str, grouping: str) -> str:
    """Digits of any script; `1 000 000`, `1.000.000` and `1,000,000` are one number."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in token.strip())
    marks = re.escape(grouping)
    grouped = re.fullmatch(rf"(\d{{1,3}}(?:[{marks}]\d{{3}})+)(?:[.,٫](\d+))?", plain)
    if grouped is not None:
        whole = int(re.sub(r"\D", "", grouped[1]))
        return f"{whole:,}" + (f".{grouped[2]}" if grouped[2] else "")
    decimal = re.fullmatch(r"(\d+)[.,٫](\d+)", plain)
    if decimal is not None:
        return f"{int(decimal[1]):,}.{decimal[2]}"
    return f"{int(plain):,}" if plain.isdigit() else plain.replace(" ", "-")


@cache
def _han_number() -> re.Pattern[str]:
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    run = rf"[{HAN_NUMERALS}]+"
    return re.compile(
        rf"百分之(?P<han_percent>{run}|{digits})"
        rf"|(?P<parts>[{HAN_NUMERALS}\d]+)分之(?P<share>[{HAN_NUMERALS}\d]+)"
        rf"|(?<![\d.,/A-Za-z\-])(?P<digits>{digits})(?P<times>[百千万亿萬億]*)(?![\d/])(?:余)?"
        rf"(?P<unit>%|％|{_HAN_COUNTED})?"
        rf"|(?<![第{HAN_NUMERALS}])(?P<run>{run})(?:余)?(?P<counted>{_HAN_COUNTED})"
    )


def _unspaced(text: str) -> Iterator[Figure]:
    for match in _han_number().finditer(text):
        if match["han_percent"]:
            number = han(match["han_percent"])
            yield Figure(f"{number}%", "%", match.start(), match.end(), False)
        elif match["parts"]:
            share = f"{han(match['share'])}/{han(match['parts'])}"
            yield Figure(share, FRACTION, match.start(), match.end(), False)
        elif match["digits"]:
            unit = (match["unit"] or "").replace("％", "%")
            times = match["times"] or ""
            value = _digits(match["digits"], ",") + times + unit
            yield Figure(value, unit or times, match.start(), match.end(), False)
        elif match["run"] != "一":
            number = han(match["run"])
            if number != "0":
                small = int(number.replace(",", "")) < _SMALL
                unit = match["counted"]
                yield Figure(f"{number}{unit}", unit, match.start(), match.end(), small)


def han(written: str) -> str:
    """A number in Chinese numerals, or in digits, in a form of its own."""
    if written[0].isdigit():
        return _digits(written, ",")
    units = {"十": 10, "百": 100, "千": 1000}
    large = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
    values = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
    if not set(written) & (units.keys() | large.keys()):
        return f"{int(''.join(str(values[c]) for c in written)):,}"
    total = section = digit = 0
    for c in written:
        if c in values:
            digit = values[c]
        elif c in units:
            section += (digit or 1) * units[c]
            digit = 0
        else:
            total = (total + section + digit) * large[c]
            section = digit = 0
    return f"{total + section + digit:,}"
