"""Square brackets of a draft: where they stand in a sentence, and whether a place in it is open.

Example: "Each Party [shall] [should] report [once [or twice] a year]": three groups of one choice each, of
which the first has two options; "shall" stands open, "report" does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from p5diff.memo import memo

_BRACKET = re.compile(r"[\[［]([^\[\]［］]{0,2000})[\]］]")
EDGE = re.compile(r"[\[\]［］]")
"""A mark that opens or closes."""
_NOT_DRAFT = re.compile(r"\s*(?:\d{1,3}|sic!?|emphasis added|…|\.{3}|\w{1,3}\.)\s*", re.IGNORECASE)
"""What brackets hold that are no draft's: a note's number, "[sic]", words left out, an initial."""
BETWEEN = re.compile(r"\s*(?:/|or|ou|o|или|或|أو)?\s*")
"""What stands between two options of one choice: nothing, a stroke, "or"."""
_EMPTY = re.compile(r"[\s_.…XxХх]*")
"""What a bracket holds that only keeps a place open."""


class Bracket(NamedTuple):
    """A bracketed stretch: its span with the brackets, half-open, and the words inside."""

    start: int
    end: int
    words: str

    @property
    def is_blank(self) -> bool:
        """Whether it only keeps a place open: "[ ]", "[XX]", "[…]"."""
        return _EMPTY.fullmatch(self.words) is not None


def has_brackets(text: str) -> bool:
    """Whether words of a text may stand in open brackets or options, as those of a draft."""
    return "[" in text or "［" in text


def brackets(text: str) -> list[Bracket]:
    """The open brackets of a draft in `text`, innermost ones where they are nested, in order."""
    if not has_brackets(text):
        return []
    found = (Bracket(m.start(), m.end(), m[1].strip()) for m in _BRACKET.finditer(text))
    return [b for b in found if not _NOT_DRAFT.fullmatch(b.words) or not b.words]


def stands_open(text: str, at: int) -> bool:
    """Whether a place stands in square brackets: "[shall] [should]" is not agreed, and binds nobody."""
    return text.count("[", 0, at + 1) > text.count("]", 0, at)


def is_open(text: str, start: int, end: int) -> bool:
    """Whether any of the characters from `start` to `end` stands in open brackets of a draft."""
    if not has_brackets(text):
        return False
    places = _open_places(text)
    at = bisect_left(places, start, key=itemgetter(1))
    return at < len(places) and places[at][0] < end


@memo(1024)
def _open_places(text: str) -> list[tuple[int, int]]:
    """Where the outermost brackets of a draft open and close, in order; one that nothing closes goes on to
    the end."""
    places: list[tuple[int, int]] = []
    depth = opened = 0
    for bracket in EDGE.finditer(text):
        at = bracket.start()
        if bracket.group() in "[［":
            opened = opened if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth and not _NOT_DRAFT.fullmatch(text, opened + 1, at):
                places.append((opened, at))
    return [*places, (opened, len(text))] if depth else places


def groups(text: str) -> list[list[Bracket]]:
    """The brackets of a text; those that stand next to each other are options of one choice."""
    result: list[list[Bracket]] = []
    for bracket in brackets(text):
        last = result[-1][-1] if result else None
        if last and BETWEEN.fullmatch(text, last.end, bracket.start):
            result[-1].append(bracket)
        else:
            result.append([bracket])
    return result
