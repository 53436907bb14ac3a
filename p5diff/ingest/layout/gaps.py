"""The gap between two lines: what both sides show on their own, and whether the first had room.

Worked example. "… of the" followed by "lamps." goes on: the first line ends in the open, the second
begins in lower case. "… of the lamps." followed by "2. The states" does not: a label begins a
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from p5diff.ingest.layout.join import space_between
from p5diff.ingest.layout.lines import TextLine
from p5diff.language import Language
from p5diff.memo import SHORT
from p5diff.text.characters import chinese_columns, columns, is_wide
from p5diff.text.dates import place_and_date, whole_date
from p5diff.text.labels import split_label
from p5diff.text.segment import closes_with_abbreviation, ends_in_abbreviation, ends_sentence

_DATED = 60
"""Characters up to which a line may be a date with its place and nothing else."""
_UNIT = re.compile(r"\S+")
_OPENING = "([{“‘«„（《〈「『【"
_MARKS = "，。、；：？！）》〉」』】”’）,.;:!?)…―—"
METRICS: tuple[Callable[[str], int], ...] = (columns, chinese_columns, lambda char: 1)
"""Ways to count columns: as terminals do, as Chinese print does, as programs that count letters do."""
_ODD = re.compile("[^\x20-\xac\xae-\xb6\xb8-\u02ff\u0391-\u03a1\u03a3-\u0482\u048a-\u052f]")
"""What may take another width than one column: all but Latin, Greek and Cyrillic letters."""


class LineGap(NamedTuple):
    """The break between two lines: what both sides show on their own."""

    before: TextLine
    after: TextLine
    ended: bool
    """The line before ends a sentence."""
    lower: bool
    """The line after begins in lower case."""
    label: str
    """The label that the line after begins with."""
    dated: bool
    """The line after is a date and nothing else (asked only after the end of a sentence)."""
    clipped: bool
    """The line before ends in an abbreviation, as a line of prose may: nothing shows that it is the last."""
    needs: tuple[int, ...]
    """The columns, by each of `METRICS`, of the line before (its indent apart) and what must follow."""

    @property
    def open_end(self) -> bool:
        """The line before ends in a letter or figure: nothing is closed."""
        return self.before.text[-1].isalnum()


def gaps(lines: Sequence[TextLine], *, language: Language) -> list[LineGap]:
    """What stands between each line and the next."""
    found = [LineGap(one, two, *_shown(one.text, two.text, language)) for one, two in pairwise(lines)]
    found = [gap._replace(lower=False) if gap.lower and _opens_note(gap.after) else gap for gap in found]
    return _clipped_in_prose(found)


def _clipped_in_prose(found: list[LineGap]) -> list[LineGap]:
    """The gaps, those after an abbreviation told as such only in blocks that end as prose does: the last line
    of an address, a signature or a list of names ends in the open."""
    kept: list[LineGap] = []
    last = found[-1].after.text if found else ""
    for gap in reversed(found):
        kept.append(gap._replace(clipped=False) if gap.clipped and last[-1].isalnum() else gap)
        if gap.after.blanks or gap.after.torn:
            last = gap.before.text
    return kept[::-1]


def _opens_note(line: TextLine) -> bool:
    """Whether a line behind a blank one opens as a note that letters count: its case tells nothing."""
    return line.blanks > 0 and line.text[1:3] == "/ "


def _shown(
    before: str, after: str, language: Language
) -> tuple[bool, bool, str, bool, bool, tuple[int, ...]]:
    seen = _kept if len(before) <= SHORT and len(after) <= SHORT else _seam
    return seen(before, after, language)


def _seam(before: str, after: str, language: Language) -> tuple[bool, bool, str, bool, bool, tuple[int, ...]]:
    """What the words of two lines show, as the fields of a gap."""
    ended = ends_sentence(before, after, language=language)
    label = split_label(after, language=language)[0]
    lower = after[0].islower() and not label
    dated = ended and len(after) < _DATED and whole_date(after, language=language) is not None
    return (
        ended,
        lower,
        label,
        dated,
        _clipped(before, after, ended, language),
        _needs(before, after, language),
    )


def _clipped(before: str, after: str, ended: bool, language: Language) -> bool:
    """Whether a line of prose ends in an abbreviation. No date does, nor a name in capitals ("Acme Co.") or
    a line of a list whose next one ends in the same way."""
    if not ends_in_abbreviation(before, after, language=language):
        return False
    if len(before) < _DATED and (
        whole_date(before, language=language) or place_and_date(before, language=language)
    ):
        return False
    prose = not language.CASED or any(word[0].islower() for word in before.split()[:-1])
    if closes_with_abbreviation(before, language):
        return prose and not closes_with_abbreviation(after, language)
    return prose or not ended


# A text just written is looked at again when it is tested for being stored form.
_kept = lru_cache(maxsize=2048)(_seam)


def width_of(text: str, metric: int) -> int:
    """Columns that the text takes."""
    if text.isascii() or metric == len(METRICS) - 1:
        return len(text)
    odd = _ODD.findall(text)
    return len(text) - len(odd) + sum(map(METRICS[metric], odd))


def _needs(before: str, after: str, language: Language) -> tuple[int, ...]:
    """Columns of the line before, the space after it and the first unit of the next, by metric."""
    unit = _unit(after)
    space = len(space_between(before, after, language=language))
    if before.isascii() and unit.isascii():
        return (len(before) + space + len(unit),) * len(METRICS)
    return tuple(width_of(before, m) + space + width_of(unit, m) for m in range(len(METRICS)))


def room_in(gap: LineGap, measure: int, metric: int) -> bool:
    """Whether the line before, within `measure` columns, had room for what the next begins with."""
    return gap.before.indent + gap.needs[metric] <= measure


def _unit(text: str) -> str:
    """What a wrapper moves as a whole: a word; in Chinese a character with its marks."""
    match = _UNIT.match(text)
    word = match.group()[:80] if match else ""
    if word.isascii():
        return word
    at = 0
    while at < len(word) - 1 and word[at] in _OPENING:
        at += 1
    if not is_wide(word[at : at + 1] or " "):
        while at < len(word) and not is_wide(word[at]):
            at += 1
        at -= 1
    at += 1
    while at < len(word) and word[at] in _MARKS:
        at += 1
    return word[:at]
