"""The brief's own words in the languages of the United Nations: one file of phrases a language.

What p5diff says itself is translated: titles, kinds, verdicts, counts, and by patterns what is noted of a
text (`notes`). What the texts say is quoted as it stands; topics have their names where their rules are. A
file that nobody who speaks the language has read says so (`reviewed = false`), and so does every page made
with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib.resources import files
from typing import Protocol

from p5diff.errors import P5DiffError
from p5diff.report.bidi import QUOTED, parts
from p5diff.report.cut import cells
from p5diff.text.toml import read as read_toml

LANGUAGES = ("en", "fr", "zh", "ru", "es", "ar")
"""Languages that there are phrases for."""

Said = str | list[str]
"""A phrase, or its forms by number where the words around a count change with it: which one is for how many
is what `plural` of the file says, in the notation of gettext, with the rules of CLDR."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language: tables of key → words, as its file gives them."""

    language: str
    reviewed: bool
    plural: Callable[[int], int]
    """The place of the form for a number."""
    tables: dict[str, dict[str, Said]]

    def say(self, key: str, /, **values: object) -> str:
        """A phrase of the page, with its values filled in."""
        return self.filled(self.tables["page"][key], **values)

    def filled(self, said: Said, /, **values: object) -> str:
        """A phrase with its values, in the form for their `n`; without one, in the form for many."""
        if isinstance(said, list):
            number = values.get("n")
            said = said[self.plural(number) if isinstance(number, int) else -1]
        return said.format(**values)

    def word(self, table: str, key: str) -> str:
        """What a kind, verdict, aspect, consequence, status or category is called; else the key itself."""
        said = self.tables.get(table, {}).get(key, key)
        return said if isinstance(said, str) else said[-1]

    def led(self, label: str) -> str:
        """What leads in to what is said of it, with the colon of the language: `source: `, `来源：`, and in
        French `source : `, with a space that no line ends in."""
        led = self.say("clause", label=label, n="").rstrip()
        return led if cells(led[-1]) > 1 else f"{led} "  # a wide colon brings its space along

    def quoted(self, text: str) -> str:
        """Words of a text in the marks of the language, or in curly ones where they hold such marks."""
        marked = self.say("quoted", words=text)
        return f"“{text}”" if marked[0] in text else marked

    def requoted(self, text: str) -> str:
        """A piece of a sentence whose quotations stand in curly marks, as those of a comparison do."""
        return QUOTED.sub(lambda found: self.quoted(parts(found[0])[1]), text)

    def listed(self, items: Iterable[str]) -> str:
        """Things one after the other, with the comma of the language."""
        comma = self.tables.get("site", {}).get(", ", ", ")
        return self.filled(comma).join(items)

    def joined(self, items: Iterable[str]) -> str:
        """Things that may hold commas, with the semicolon of the language between them."""
        return self.say("between").join(items)

    def counted(self, count: int, word: str) -> str:
        """How often something is: `3 new`, or `nouveau : 3` where an adjective would have to agree."""
        return self.say("count", n=count, what=word)


class Say(Protocol):
    """Says what a page says itself, given in English, in a language."""

    def __call__(self, words: str, /, **values: object) -> str:
        """The words with their values filled in."""
        ...

    def rung(self, name: str) -> str:
        """What a rung of a ladder is called."""
        ...

    def note(self, message: str) -> str:
        """What was noted of a text, or where a piece of it stands."""
        ...


class _English:
    def __call__(self, words: str, /, **values: object) -> str:
        return words.format(**values)

    def rung(self, name: str) -> str:
        return name

    def note(self, message: str) -> str:
        return message


english = _English()
"""Says all as it stands."""


class PageWords:
    """The words of a page in one language, looked up by the English ones that templates and code hold.

    What a file of phrases lacks is said in English rather than not at all; a test holds that none lacks any.
    """

    def __init__(self, language: str = "en") -> None:
        self.book = phrases(language)
        self.language = language
        self._own = {**self.book.tables.get("site", {}), **self.book.tables.get("report", {})}

    def __call__(self, words: str, /, **values: object) -> str:
        """The words with their values filled in."""
        return self.book.filled(self._own.get(words, words), **values)

    def raw(self, words: str) -> str:
        """The words, their places for values left open."""
        said = self._own.get(words, words)
        return said if isinstance(said, str) else said[-1]

    def led(self, label: str) -> str:
        """A label with the colon of the language (`Phrases.led`)."""
        return self.book.led(label)

    def rung(self, name: str) -> str:
        """What a rung of a ladder is called; one of somebody's own ladder keeps its name."""
        return self.book.word("rungs", name) if name in self.book.tables.get("rungs", {}) else self.raw(name)

    def aspect(self, name: str) -> str:
        """What an aspect of meaning is called."""
        return self.book.word("aspects", name)

    def many(self, n: int, one: str, more: str, /, **values: object) -> str:
        """A count with its noun; in other languages than English the second phrase has the forms."""
        return self(one if n == 1 and self.language == "en" else more, n=n, **values)

    def counted(self, n: int, words: str) -> str:
        """What stands beside a count: where a language makes the words agree with it, in the form for `n`."""
        forms = self.book.tables.get("counted", {}).get(words)
        return self.book.filled(forms, n=n) if forms else self(words)

    def note(self, message: str) -> str:
        """What was noted of a comparison or a text, by the patterns of the table `notes`, which hold the
        English message with its values left open; behind the name of a file, too. As it stands where none
        fits.
        """
        if self.language == "en":
            return message
        for pattern, own in _patterns(self.language):
            if found := pattern.fullmatch(message):
                return own.format(**{name: self.note(value) for name, value in found.groupdict().items()})
        name, colon, rest = message.partition(": ")
        if colon and "“" not in name and (told := self.note(rest)) != rest:
            return self.led(self._pieces(name)) + told
        told = self(message) if message in self._own else message
        told = _PLACED.sub(lambda found: self.book.say("beside", said=self.note(found[1])), told)
        return self._pieces(told)

    def _pieces(self, told: str) -> str:
        return _COUNTED.sub(lambda f: f"{f[1]} × {self.led(self(f[2])) if f[3] else self(f[2])}", told)

    def day(self, date: str) -> str:
        """A date with its month in words in English, else as ISO 8601 has it; a day of any year (`--10-25`),
        which in figures nobody reads, with its month in words in every language."""
        from p5diff import language as languages
        from p5diff.report.days import day, day_and_month

        if self.language != "en" and (found := day_and_month(date)):
            names = languages.get(self.language).MONTHS
            month = next(name for name, number in names.items() if number == found[1])
            return self.book.say("day-of-year", day=found[0], month=month)
        return day(date) if self.language == "en" else date

    def place(self, place: str) -> str:
        """Where something stands (`title, ¶3 (operative 2)`), the parts by their names in the language."""
        from p5diff.model.clause import ClauseRole
        from p5diff.model.statement import Role

        parts = {role.value for role in Role}
        told = ", ".join(self(part) if part in parts else part for part in place.split(", "))
        for role in ClauseRole:
            told = told.replace(f"({role.value}", f"({self(role.value)}")
        return told


_COUNTED = re.compile(r"(\d+) × ([a-z][a-z -]*[a-z])(: )?")
"""How many pieces of one sort: `5 × instruction`."""
_PLACED = re.compile(r" ?\(((?:paragraph|page) \d+)\)")
"""Where a piece stands that was left out."""
_VALUE = re.compile(r"\\{(\w+)\\}")


def _value(place: re.Match[str]) -> str:
    """What may stand for a value: a figure has no space, so that the name of a file before it is no part."""
    shape = r"\S+" if place[1] in _FIGURES else ".+"
    return f"(?P<{place[1]}>{shape})"


_FIGURES = frozenset({"n", "share", "ins", "del"})
"""Values that are figures."""


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages of the table `notes` as patterns, each with its own words."""
    table = phrases(language).tables.get("notes", {})
    return tuple(
        (re.compile(_VALUE.sub(_value, re.escape(words))), own)
        for words, own in table.items()
        if isinstance(own, str)
    )


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language. Raises `P5DiffError` (slug `unknown-phrases`) where there are none."""
    if language not in LANGUAGES:
        raise P5DiffError(
            "unknown-phrases",
            f"the brief has no words in {language!r}",
            cause="its own words are written in the languages of the United Nations",
            hint=f"use --lang with one of: {', '.join(LANGUAGES)}",
        )
    text = files("p5diff.report.phrasebook").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    data = read_toml(text)
    reviewed, plural = bool(data.pop("reviewed")), c2py(data.pop("plural"))
    return Phrases(language=language, reviewed=reviewed, plural=plural, tables=data)
