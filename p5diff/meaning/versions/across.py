"""What a sentence names and counts, in words that do not depend on its language.

Figures are read twice: narrowly, as what may be claimed to differ, and widely, as what may be taken
for the same (numeral words, Roman and Chinese numerals), so that a doubt speaks for agreement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import figures, naming, references
from p5diff.memo import memo
from p5diff.text.dates import find_dates

_DIGITS = re.compile(r"(?<![\d.,])\d+(?:[.,٫]\d+)?(?![\d])")
_MARK = re.compile(r"[(（\[]\d{1,3}[)）\]]|[\u2070-\u2079\u00b9\u00b2\u00b3]+")
"""Labels of a list inside a sentence, and marks of notes."""
_ROMAN = re.compile(r"(?<![\w])[IVXLC]+(?![\w])")
_HAN = re.compile(r"[〇零○一二三四五六七八九十百千万亿两]+")
_HAN_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "两": "2"}
_TIMES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
_VALUE = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)((?:\s?(?:hundred|thousand|million|billion|trillion)|[百千万萬亿億])*)"
)
_YEARS = range(1800, 2200)
_BARE_YEAR = re.compile(r"(?:1[89]|2[01])\d\d")


class Atom(NamedTuple):
    """A figure or a date: `kind` is `number`, `year` or `day`; `value` plain digits with a decimal
    point, or ISO 8601 (`--05-03` without a year, `first/last` for a range). `small`: a number in words below
    ten, which languages put in words of other kinds ("both", "a pair")."""

    kind: str
    value: str
    start: int
    end: int
    small: bool = False


class NamedThing(NamedTuple):
    """An instrument, body, State or symbol of a document that a sentence names."""

    category: str
    value: str
    start: int
    end: int


def names(text: str, rules: Rules, language: Language) -> Iterator[NamedThing]:
    """What a sentence names, by its canonical name, in order of category."""
    for match in naming.find(text, rules, language):
        yield NamedThing(match.item.category, match.item.name, match.start, match.end)
    for symbol in references.symbols(text):
        yield NamedThing("symbol", symbol.value, symbol.start, symbol.end)


def atoms(text: str, language: Language) -> list[Atom]:
    """The figures and dates that a sentence may be held to."""
    taken = bytearray(len(text))
    found: list[Atom] = []

    def add(kind: str, value: str, start: int, end: int, small: bool = False) -> None:
        if taken.find(1, start, end) < 0:
            found.append(Atom(kind, value, start, end, small))

    for symbol in references.symbols(text):
        taken[symbol.start : symbol.end] = b"\1" * (symbol.end - symbol.start)
    for date in find_dates(text, language=language):
        value = date.first if date.first == date.last else f"{date.first}/{date.last}"
        add("day", value, date.start, date.end)
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    for start, end, value in _days(text, language):
        add("day", value, start, end)
        taken[start:end] = b"\1" * (end - start)
    for mark in _MARK.finditer(text):
        taken[mark.start() : mark.end()] = b"\1" * (mark.end() - mark.start())
    for start, end, value in _with_article(text, language):
        add("number", value, start, end)
        taken[start:end] = b"\1" * (end - start)
    for figure in figures.find(text, language):
        values = _values(figure.value)
        if _BARE_YEAR.fullmatch(text, figure.start, figure.end) is not None:
            continue  # told as a year below
        for value in values:
            add("number", value, figure.start, figure.end, figure.small and not text[figure.start].isdigit())
        taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
    for match in _DIGITS.finditer(text):
        value = _plain(match.group())
        kind = "year" if value.isdigit() and len(value) == 4 and int(value) in _YEARS else "number"
        add(kind, value, match.start(), match.end())
    return sorted(found, key=lambda a: (a.start, a.end, a.value))


def readings(text: str, language: Language) -> frozenset[str]:
    """Every number that some words of a sentence could stand for."""
    return _readings(text, language) | {
        part
        for atom in atoms(text, language)
        for part in (_parts(atom.value) if atom.kind == "day" else [atom.value])
    }


def agree(one: str, two: str) -> bool:
    """Whether two dates can be the same: a range holds its days, a day without its year any year's."""
    if one == two:
        return True
    a, b = one.split("/"), two.split("/")
    if one.startswith("--") or two.startswith("--"):
        return bool({x[-5:] for x in a} & {x[-5:] for x in b})
    return a[0] <= b[-1] and b[0] <= a[-1]


def _parts(iso: str) -> list[str]:
    return [str(int(p)) for p in re.findall(r"\d+", iso)]


def _values(value: str) -> list[str]:
    """ "39 billion" → 39000000000; "5,000亿美元" → 500000000000; a range gives both its ends."""
    found = []
    for number, times in _VALUE.findall(value):
        whole, _, part = number.replace(",", "").partition(".")
        factor = 1
        for name in re.findall(r"[a-z]+|[百千万萬亿億]", times):
            factor *= _TIMES[name]
        shifted = int(whole + part) * factor
        scale = 10 ** len(part)
        found.append(str(shifted // scale) if shifted % scale == 0 else f"{shifted / scale:.12g}")
    return found


def _plain(digits: str) -> str:
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else "." for c in digits)
    whole, _, part = plain.partition(".")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def _with_article(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Numbers in two words whose first bears the article: الثمانية عشر is eighteen, not ten."""
    if not language.ARTICLE:
        return
    numerals = language.MEASURES.numerals
    for match in _TWO_WORDS.finditer(text):
        first, second = match[1].removeprefix(language.ARTICLE), match[2]
        if first != match[1] and first in numerals and numerals.get(second) == 10:
            yield match.start(1), match.end(2), str(numerals[first] + 10)


_TWO_WORDS = re.compile(r"(?<!\w)(?=(\w+) (\w+))")


def _days(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Days without their year."""
    for match in _day_and_month(language).finditer(text):
        named = match.groupdict()
        day, month = int(named["d"] or named["d2"]), (named["m"] or named["m2"]).lower()
        number = int(month[:-1]) if month[:-1].isdigit() else language.MONTHS[month]
        yield match.start(), match.end(), f"--{number:02d}-{day:02d}"


@cache
def _day_and_month(language: Language) -> re.Pattern[str]:
    months = sorted(language.MONTHS, key=lambda m: (-len(m), m))
    written = "|".join(map(re.escape, months)) or r"(?!)"
    return re.compile(language.DAY_AND_MONTH.replace("{month}", f"(?:{written})"), re.IGNORECASE)


@memo(8192)
def _readings(text: str, language: Language) -> frozenset[str]:
    """Numbers in any writing: digits, numeral and ordinal words, Roman and Chinese numerals."""
    found = {_plain(d) for d in re.findall(r"\d+", text)}
    found |= {str(_roman(r)) for r in _ROMAN.findall(text)}
    measures = language.MEASURES
    for word in re.findall(r"[^\W\d_]+", text.lower()):
        if word in language.MONTHS:
            found.add(str(language.MONTHS[word]))
        for known, value in (*measures.numerals.items(), *measures.multipliers.items()):
            if word.startswith(known[: max(len(known) - 2, 3)]):
                found.add(str(value))
    if not language.SEPARATOR:
        for run in _HAN.findall(text):
            found |= {*_values(figures.han(run)), *(_HAN_DIGITS.get(c, "10") for c in run)}
    return frozenset(found)


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(v if v >= later else -v for v, later in pairs)
