"""What a text must hold for a pattern to match it: a look for a few strings spares the pattern most texts.

    every (?:two|2) years?|biennially      a text holds "every " or "biennially", or the pattern finds nothing

A pattern of many alternatives is tried at each character of a text; whether a string stands in a text is told
at the speed of memory. The strings are read from the pattern itself, so that nothing has to be kept in step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORTEST = 2
"""Characters of a string worth looking for: single letters stand in nearly every text."""
_MOST = 64
"""So many strings cost as much as the pattern."""
_CLOSES = {"(": ")", "[": "]"}


class Spared:
    """A pattern that is looked for only in texts that hold one of its needles, and compiled for the first
    that does: of the forty that a language has, a short text needs a few."""

    __slots__ = ("_compiled", "_flags", "_needles", "_written")

    def __init__(self, written: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._written, self._flags = written, flags
        self._compiled: re.Pattern[str] | None = None
        found = tuple(dict.fromkeys(map(folded, needles(written))))
        self._needles = found if 0 < len(found) <= _MOST else ("",)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._written, self._flags)
        return self._compiled

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.pattern.search(text) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.pattern.fullmatch(text) if self.may_match(text) else None

    def may_match(self, text: str) -> bool:
        """Whether a needle stands in the text: without one the pattern matches nowhere."""
        return any(map(folded(text).__contains__, self._needles))


def folded(text: str) -> str:
    """Text in which characters are the same that patterns without regard to case take for the same."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def needles(written: str) -> list[str]:
    """Strings of which each match of a pattern holds one, whatever its case; empty where none can be told."""
    found: list[str] = []
    for option in _options(written):
        best = max(_runs(option), key=lambda strings: min(map(len, strings), default=0), default=[])
        if not best or min(map(len, best)) < _SHORTEST:
            return []
        found += best
    return found


def _options(written: str) -> list[str]:
    """The alternatives of a pattern."""
    options, depth, start, at = [], 0, 0, 0
    while at < len(written):
        char = written[at]
        if char == "[":
            at = _close(written, at)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            options.append(written[start:at])
            start = at + 1
        at += 2 if char == "\\" else 1
    return [*options, written[start:]]


def _runs(option: str) -> Iterator[list[str]]:
    """What every match of one alternative holds: strings of plain characters, and the needles of groups that
    may not be left out."""
    run, at = "", 0
    while at < len(option):
        char = option[at]
        if char in _CLOSES:
            end = _close(option, at)
            if char == "(" and not _is_optional(option, end + 1):
                yield needles(_inside(option[at + 1 : end]))
            yield [run]
            run, at = "", end + 1
            continue
        if char == "\\" and not option[at + 1].isalnum():
            run, at = run + option[at + 1], at + 2
        elif char == "\\" or char in ".^$+":
            yield [run]
            run, at = "", at + (2 if char == "\\" else 1)
        elif char in "?*{":
            yield [run[:-1]]
            run, at = "", option.index("}", at) + 1 if char == "{" else at + 1
        else:
            run, at = run + char, at + 1
    yield [run]


def _is_optional(option: str, at: int) -> bool:
    return option[at : at + 1] in ("?", "*", "{") and bool(option[at : at + 1])


def _inside(group: str) -> str:
    """The pattern in a group; nothing for one that looks around or asks for another group."""
    if not group.startswith("?"):
        return group
    opened = re.match(r"\?(?:[a-z]*:|P<\w+>)", group)
    return group[opened.end() :] if opened else ""


def _close(written: str, at: int) -> int:
    """Where the bracket that opens here closes."""
    opens, depth = written[at], 0
    while True:
        char = written[at]
        if opens == "(" and char == "[":
            at = _close(written, at)
        elif char == opens == "(":
            depth += 1
        elif char == _CLOSES[opens]:
            depth -= opens == "("
            if not depth:
                return at
        at += 2 if char == "\\" else 1
