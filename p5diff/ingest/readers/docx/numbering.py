"""Automatic numbers: Word stores a recipe, the printed label has to be counted out again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from p5diff.ingest.readers.docx.xml import attribute, child, children, number, switch, value
from p5diff.language.script import ALPHABETS

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
"""Levels of a list: the format has nine."""
_BULLET = "•"
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_UNITS = ("", "十", "百", "千")
_ROMAN = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
]


def roman(n: int) -> str:
    """Roman numerals, upper case; plain digits beyond 3999.

    >>> roman(14)
    'XIV'
    """
    if not 0 < n < 4000:
        return str(n)
    result = ""
    for size, sign in _ROMAN:
        result += sign * (n // size)
        n %= size
    return result


def lettered(n: int, alphabet: str = ALPHABETS["Latin"]) -> str:
    """a, b … z, aa, bb … as Word counts: the letter repeated.

    >>> lettered(28)
    'bb'
    """
    return alphabet[(n - 1) % len(alphabet)] * ((n - 1) // len(alphabet) + 1) if 0 < n <= 780 else str(n)


def han(n: int) -> str:
    """Chinese counting numbers, 1 to 9999.

    >>> han(12), han(20), han(105)
    ('十二', '二十', '一百〇五')
    """
    if not 0 < n < 10_000:
        return str(n)
    digits = [int(d) for d in str(n)]
    parts = [_HAN_DIGITS[d] + (_HAN_UNITS[len(digits) - 1 - i] if d else "") for i, d in enumerate(digits)]
    text = re.sub("〇+", "〇", "".join(parts)).rstrip("〇")
    return text[1:] if 10 <= n < 20 else text


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": lettered,
    "upperLetter": lambda n: lettered(n).upper(),
    "lowerRoman": lambda n: roman(n).lower(),
    "upperRoman": roman,
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "chineseLegalSimplified": lambda n: han(n).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    ),
    "japaneseCounting": han,
    "ideographDigital": lambda n: str(n).translate(str.maketrans("0123456789", _HAN_DIGITS)),
    "ideographTraditional": lambda n: lettered(n, ALPHABETS["stems"]) if n <= 10 else str(n),
    "arabicAlpha": lambda n: lettered(n, ALPHABETS["Arabic"]),
    "arabicAbjad": lambda n: lettered(n, ALPHABETS["abjad"]),
    "hindiNumbers": str,
    "russianLower": lambda n: lettered(n, ALPHABETS["Russian"]),
    "russianUpper": lambda n: lettered(n, ALPHABETS["Russian"]).upper(),
    "none": lambda n: "",
}


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class _NumberedList:
    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts labels along a document: ask `label` once per paragraph, in reading order."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, _NumberedList] = {} if root is None else _lists(root)
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()
        self.unknown: set[str] = set()

    def label(self, number_id: str | None, level: int) -> str:
        """The label as printed ("4.", "(a)", "•"), or nothing for a paragraph without a number."""
        chosen = self._lists.get(number_id or "0")
        if chosen is None or number_id in {None, "0"} or not 0 <= level < _LEVELS:
            return ""
        counts = self._advance(str(number_id), chosen, level)
        here = chosen.levels.get(level, _Level(text=f"%{level + 1}."))
        if here.form == "bullet":
            return _BULLET
        return _PLACE.sub(lambda m: self._show(chosen, counts, int(m[1]) - 1, here.legal), here.text).strip()

    def _advance(self, number_id: str, chosen: _NumberedList, level: int) -> list[int | None]:
        counts = self._counts.setdefault(chosen.abstract, [None] * _LEVELS)
        start = chosen.levels.get(level, _Level()).start
        if level in chosen.restarts and (number_id, level) not in self._seen:
            start, counts[level] = chosen.restarts[level], None
        self._seen.add((number_id, level))
        held = counts[level]
        counts[level] = start if held is None else held + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return counts

    def _show(self, chosen: _NumberedList, counts: list[int | None], level: int, legal: bool) -> str:
        form = chosen.levels.get(level, _Level())
        held = counts[level]
        count = form.start if held is None else held
        if form.form not in FORMATS:
            self.unknown.add(form.form)
        return str(count) if legal else FORMATS.get(form.form, str)(count)


def _lists(root: Any) -> dict[str, _NumberedList]:
    abstracts = {attribute(a, "abstractNumId") or "": a for a in children(root, "abstractNum")}
    linked = {link: a for a in abstracts.values() if (link := value(a, "styleLink"))}
    result = {}
    for num in children(root, "num"):
        key = value(num, "abstractNumId") or ""
        abstract = abstracts.get(key)
        if abstract is None:
            continue
        abstract = linked.get(value(abstract, "numStyleLink") or "", abstract)
        result[attribute(num, "numId") or ""] = _list(key, abstract, num)
    return result


def _list(key: str, abstract: Any, num: Any) -> _NumberedList:
    levels = {number(attribute(level, "ilvl")): _level(level) for level in children(abstract, "lvl")}
    restarts = {}
    for override in children(num, "lvlOverride"):
        at = number(attribute(override, "ilvl"))
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)
        if (start := value(override, "startOverride")) is not None:
            restarts[at] = number(start, 1)
    return _NumberedList(key, levels, restarts)


def _level(element: Any) -> _Level:
    return _Level(
        start=number(value(element, "start"), 1),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        legal=bool(switch(element, "isLgl")),
    )
