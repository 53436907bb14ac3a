"""What was set aside, for the end of every report: what differs, and how much is the same."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from p5diff.model.alignment import PairKind, WordEdit
from p5diff.model.comparison import Comparison, SetAsideChange
from p5diff.report.phrasebook import Say, english

TITLE = "Left out of the text"
"""The heading of the section in every output."""


class SetAsideRow(NamedTuple):
    """A piece as a report shows it: what it is and where, what became of it, its words."""

    what: str
    """`footnote 2`, `comment`, `struck text`."""
    place: str
    """Where: `page 3`, `paragraph 7`; with the sentence that calls a note."""
    kind: PairKind
    edits: tuple[WordEdit, ...]
    reason: str
    """Why it was set aside: `footnote`."""


def rows(comparison: Comparison, *, everything: bool = False) -> tuple[SetAsideRow, ...]:
    """The pieces that differ; with `everything`, the others too."""
    found = comparison.set_aside.changes if everything else comparison.set_aside.differing
    return tuple(_row(change) for change in found)


def unchanged(comparison: Comparison, say: Say = english) -> str:
    """How many pieces are the same on both sides, in words; empty for none."""
    same = len(comparison.set_aside.changes) - len(comparison.set_aside.differing)
    if not same:
        return ""
    one, more = "1 piece left out of both texts, unchanged", "{n} pieces left out of both texts, unchanged"
    return say(one if same == 1 else more, n=same)


def caution(comparison: Comparison, say: Say = english, *, listed: bool = True) -> str:
    """That something outside the text differs, for the head of every output, and where it is `listed`."""
    pieces = (change.after or change.before for change in comparison.set_aside.differing)
    counts = Counter(piece.reason.value for piece in pieces if piece)
    told = say(", ").join(f"{count} × {say(reason)}" for reason, count in counts.items())
    if not listed:
        return say("What was left out of the texts differs, too: {told} (p5diff diff lists it).", told=told)
    return say(
        "What was left out of the texts differs, too: {told} (see “{title}”).", told=told, title=say(TITLE)
    )


def said(row: SetAsideRow, say: Say = english) -> str:
    """`footnote 2, reworded (paragraph 7)`."""
    place = f" ({say.note(row.place)})" if row.place else ""
    what = f"{say(row.reason)}{row.what.removeprefix(row.reason)}"
    return f"{what}, {say(row.kind.value)}{place}"


def _row(change: SetAsideChange) -> SetAsideRow:
    piece = change.after or change.before
    assert piece is not None
    what = f"{piece.reason.value} {piece.label}".strip()
    places = [piece.place] if piece.place != what else []
    places += [f"called by {piece.sentence}"] if piece.sentence else []
    place, reason = ", ".join(places), piece.reason.value
    return SetAsideRow(what=what, place=place, kind=change.kind, edits=change.edits, reason=reason)
