"""Renumbering is an event of its own: runs of paragraphs whose labels shifted, texts apart.

Worked example. Before "1." "2." "3."; after, a new paragraph stands first and the same three are "2."
"3." "4.": one run, 1–3 → 2–4, and not three changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from p5diff.model.alignment import ParagraphLink, Renumbering
from p5diff.model.statement import Paragraph

_LAST = re.compile(r"(\d+|[A-Za-z]+)(?=[^\dA-Za-z]*$)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Renumbering(NamedTuple):
    before: str
    after: str
    block: int


def renumberings(
    links: Sequence[ParagraphLink], before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> tuple[Renumbering, ...]:
    """Runs of one-to-one paragraphs whose label (or number, where none is printed) changed.

    A run goes on while both labels count up by one and the paragraphs stand next to each other.
    Paragraphs without printed labels count only where they kept their order.
    """
    runs: list[list[_Renumbering]] = []
    for link in links:
        step = _step(link, before, after)
        if step is None:
            continue
        if runs and _follows(runs[-1][-1], step):
            runs[-1].append(step)
        else:
            runs.append([step])
    return tuple(
        Renumbering(
            before_first=run[0].before,
            before_last=run[-1].before,
            after_first=run[0].after,
            after_last=run[-1].after,
            count=len(run),
        )
        for run in runs
    )


def _step(
    link: ParagraphLink, before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> _Renumbering | None:
    if len(link.before) != 1 or len(link.after) != 1:
        return None
    old, new = before[link.before[0]], after[link.after[0]]
    if old.label or new.label:
        names = old.label, new.label
    elif link.moved or old.number is None or new.number is None:
        return None
    else:
        names = str(old.number), str(new.number)
    return _Renumbering(*names, link.after[0]) if names[0] != names[1] else None


def _follows(last: _Renumbering, step: _Renumbering) -> bool:
    return _next(last.before, step.before) and _next(last.after, step.after)


def _next(first: str, second: str) -> bool:
    """Whether `second` is the label after `first`: same print around it, counted up by one.

    >>> _next("(a)", "(b)"), _next("9.", "10."), _next("(iv)", "(v)"), _next("4.", "6.")
    (True, True, True, False)
    """
    if not first or not second:
        return first == second
    one, two = _LAST.search(first), _LAST.search(second)
    if not one or not two or _LAST.sub("", first) != _LAST.sub("", second):
        return False
    return any(count(two[0]) == count(one[0]) + 1 > 1 for count in (_arabic, _letters, _roman))


def _arabic(label: str) -> int:
    return int(label) if label.isdecimal() else 0


def _letters(label: str) -> int:
    """a … z, then aa … zz, as lists are lettered."""
    letter = label.lower()
    if not letter.isalpha() or len(set(letter)) != 1:
        return 0
    return ord(letter[0]) - ord("a") + 1 + 26 * (len(letter) - 1)


def _roman(label: str) -> int:
    values = [_ROMAN.get(c, 0) for c in label.lower()]
    if 0 in values:
        return 0
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
