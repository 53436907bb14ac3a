"""Which changes are shown, with how much, the same in every format. What is hidden is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, Comparison
from p5diff.report.phrasebook import Say, english
from p5diff.report.view import ChangeRow, change_words, main_topic

_FOLDED = frozenset({PairKind.UNCHANGED, PairKind.EDITORIAL, PairKind.UNCOVERED})
"""What is not shown unless it is asked for: the reader wants to know what changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The kinds and topics asked for; empty sets ask for all. `everything` shows what did not change, too;
    `explain` adds the rule behind each verdict.
    """

    kinds: frozenset[str] = field(default=frozenset())
    topics: frozenset[str] = field(default=frozenset())
    everything: bool = False
    explain: bool = False

    @property
    def filters(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.kinds or self.topics)

    def matches(self, change: Change) -> bool:
        """Whether a change is of a kind and on a topic asked for."""
        if self.kinds and not self.kinds & set(change_words(change)):
            return False
        return not self.topics or bool(self.topics & {main_topic(change), *(t.topic for t in change.topics)})

    def shows(self, change: Change) -> bool:
        """Whether a change is shown: it matches, and is a change unless all or its kind was asked for."""
        if not self.matches(change):
            return False
        pair = change.pair
        return self.everything or bool(self.kinds) or pair.kind not in _FOLDED or pair.moved

    def numbers(self, comparison: Comparison) -> frozenset[int] | None:
        """The numbers of the changes asked for; None where nothing was filtered."""
        if not self.filters:
            return None
        return frozenset(n for n, c in enumerate(comparison.changes, start=1) if self.matches(c))

    def of(self, rows: Iterable[ChangeRow]) -> list[ChangeRow]:
        """The rows that are shown, in their order."""
        return [row for row in rows if self.shows(row.change)]

    def hidden(self, comparison: Comparison) -> int:
        """How many changes the filters hide: those that would be shown without them."""
        whole = Selection(everything=self.everything)
        return sum(whole.shows(c) and not self.shows(c) for c in comparison.changes) if self.filters else 0

    def said(self, comparison: Comparison, say: Say = english) -> str:
        """One line on what is shown and how much is not; empty where nothing was filtered."""
        if not self.filters:
            return ""
        asked = [say(", ").join(say(kind) for kind in sorted(self.kinds))] * bool(self.kinds)
        asked += [say("topic {topics}", topics=", ".join(sorted(self.topics)))] * bool(self.topics)
        shown = sum(self.shows(c) for c in comparison.changes)
        hidden = self.hidden(comparison)
        counted = say("{n} shown", n=shown) if shown else say("nothing matches")
        one, more = "1 other change not shown", "{n} other changes not shown"
        others = [say(one if hidden == 1 else more, n=hidden)] * bool(hidden)
        told = say(", ").join([counted, *others])
        return say("Only {asked}: {told}.", asked=say("; ").join(asked), told=told)


ALL = Selection()
"""No filter."""
