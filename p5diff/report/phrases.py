"""The words in which every output tells a change: one phrase book, so that they read the same everywhere."""

from __future__ import annotations

from dataclasses import fields
from typing import Protocol

from p5diff.model.alignment import PairKind, Shape
from p5diff.model.comparison import DOWN, DRAFTING, UP, Tally, Verdict
from p5diff.model.statement import Edition, Metadata

COUNTED = tuple(
    kind.value
    for kind in (
        PairKind.NEW,
        PairKind.DROPPED,
        PairKind.REWORDED,
        PairKind.RECAST,
        PairKind.EDITORIAL,
        PairKind.UNCHANGED,
        PairKind.UNCOVERED,
    )
)
"""The kinds of change, as a tally names and orders them."""
OVERLAPPING = tuple(field.name for field in fields(Tally) if field.name not in COUNTED)
"""What a tally counts beside the kinds: a moved sentence may be reworded, too."""
KINDS = (*COUNTED, *OVERLAPPING)
"""All that `--only` takes."""
KIND_WORDS = {
    PairKind.UNCHANGED: "same words",
    PairKind.EDITORIAL: "editorial",
    PairKind.REWORDED: "reworded",
    PairKind.RECAST: "recast",
    PairKind.NEW: "new",
    PairKind.DROPPED: "dropped",
    PairKind.UNCOVERED: "not covered by the other text",
}
SHAPE_WORDS = {Shape.SPLIT: "split", Shape.MERGED: "merged", Shape.MANY_TO_MANY: "regrouped"}
SIGNS = {
    "new": "+",
    "dropped": "-",
    "reworded": "~",
    "recast": "≈",
    "editorial": "·",
    "unchanged": "=",
    "uncovered": "?",
    "moved": "↕",
    "stronger": "▲",
    "weaker": "▼",
}
"""The sign before a kind, where colour is not enough."""
ARROWS = {
    **dict.fromkeys(UP, "▲"),
    **dict.fromkeys(DOWN, "▼"),
    **dict.fromkeys(DRAFTING, "◆"),
    Verdict.CHANGED: "◆",
    Verdict.FLIPPED: "◆",
    Verdict.JOINED: "◆",
    Verdict.LEFT: "◆",
    Verdict.CARRIED_OUT: "✓",
    Verdict.DATE_REACHED: "◇",
    Verdict.NOT_COMPARABLE: "◇",
}
"""The sign that stands before a verdict."""
EDITION_WORDS = {
    Edition.OFFICIAL: "official text",
    Edition.TRANSLATION: "unofficial translation",
    Edition.DIGEST: "digest (a paraphrase, not the wording)",
    Edition.UNSTATED: "edition not stated",
}


SHAPED = {
    Shape.SPLIT: "split in {after}",
    Shape.MERGED: "{before} merged",
    Shape.MANY_TO_MANY: "{before} regrouped as {after}",
}
"""A shape with how many sentences there are on each side."""


class TwoTexts(Protocol):
    """Whatever knows which texts were compared: a comparison, a brief."""

    @property
    def before(self) -> Metadata:
        """The first text."""

    @property
    def after(self) -> Metadata:
        """The second."""


def counted(tally: Tally, names: tuple[str, ...], texts: TwoTexts) -> list[tuple[int, str]]:
    """The counts that are not zero, with their words."""
    return [(n, spoken(name, texts)) for name in names if (n := getattr(tally, name))]


def spoken(word: str, texts: TwoTexts) -> str:
    """A kind, shape or direction as a reader is told it."""
    return uncovered_words(texts) if word == PairKind.UNCOVERED.value else word


def uncovered_words(texts: TwoTexts) -> str:
    """Why a sentence counts as neither new nor dropped: a partial text, or another language."""
    if texts.before.language != texts.after.language:
        return "not compared across languages"
    return KIND_WORDS[PairKind.UNCOVERED]
