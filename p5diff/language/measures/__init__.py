"""How each language writes figures and terms of time: numerals, grouping, percentages, deadlines.

Patterns are regular expressions in text form, matched without regard to case on text in stored form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

HOUR = 1 / 24
"""Of a day: what an hour counts as, where terms are compared in days."""


class FigureWords(NamedTuple):
    """What tells a figure from what only looks like one.

    `numerals`: words → their value, all inflected forms; "one" is left out, since it is an article
    or a pronoun more often than a number. `multipliers`: words that multiply what stands before
    them ("million"). `grouping`: marks between groups of three digits. `percent`: words for "of
    a hundred" after a figure, `points` for differences between such. `ordinals`: words that make one
    of the numeral before them ("twenty-first"). `counted`: pattern of a word that can be what a
    figure counts, where adjectives may stand between the two; empty where the first word is it.
    `until`: what makes the date after it a deadline; `ending`: what does so behind it (Chinese).
    `part_of_year`: what may stand between the two ("the end of").
    `edges`: words for the beginning, the middle and the end of a month, in that order.
    `within`: what makes the length of time after it a term in which something is due; `inside`: what
    does so behind it (Chinese). `periods`: pattern of a unit of time → its days, so that terms in
    different units can be told apart; `one`: words for "one" before such a unit; `two`: pattern of a
    unit that says "two" by its form (the Arabic dual) → its days. `rhythms`: pattern of words that say how often
    something is done again → the days in between. `before`: words that count a term backwards from what they name: "thirty days before
    the session". `fractions`: words for the parts of a whole ("thirds"). `parts`: words for one such part that can be nothing else ("tercio"): a figure
    where "at least" or "up to" stands before it.
    `lasting`: what makes the date after it the day from or until which something holds ("at least through",
    "expires on", "enters into force on"): another such day is neither sooner nor later than asked.
    `in_force`: patterns of a text that begins to hold, each with one group: the words that say from when.
    `at_once`: patterns of words that leave no time at all, so that every other deadline is later; `some_time`: of
    words that put off to a time nobody knows ("in due course").
    """

    numerals: Mapping[str, int]
    multipliers: Mapping[str, int]
    grouping: str
    percent: tuple[str, ...]
    points: tuple[str, ...]
    ordinals: frozenset[str]
    counted: str
    until: tuple[str, ...]
    ending: tuple[str, ...]
    part_of_year: str
    edges: tuple[str, str, str]
    within: tuple[str, ...]
    periods: tuple[tuple[str, float], ...]
    inside: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    two: tuple[tuple[str, float], ...] = ()
    rhythms: tuple[tuple[str, int], ...] = ()
    before: tuple[str, ...] = ()
    fractions: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    at_once: tuple[str, ...] = ()
    some_time: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    in_force: tuple[str, ...] = ()
