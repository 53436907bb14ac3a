"""The picture of where each paragraph went, as numbers to draw: bars, and ribbons between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.report.order import PlacedSentence, ReadingOrder, order
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import uncovered_words
from p5diff.report.view import numbers, place

WIDTH = 720
_BAR = 14
_LEFT = 56
_RIGHT = WIDTH - _LEFT
_GAP = 2.0
_MOST = 240
"""Ribbons that can still be told apart: with more, each is thinner than a line, and the table tells it."""
_ROOM = {"before": 300.0, "after": 300.0}
_WEIGHT = {"unchanged": 0, "editorial": 1, "uncovered": 2, "reworded": 3, "recast": 3, "moved": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBar:
    """A paragraph as a bar: where it starts, how tall it is, what stands beside it."""

    x: int
    y: float
    height: float
    name: str
    label_x: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """What ties a paragraph before to one after, or the stub of one that has no partner."""

    kind: str
    path: str
    change: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """One line of the text that says the same as the picture."""

    before: str
    after: str
    words: str
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDiagram:
    """The picture and its text."""

    width: int
    height: float
    bars: tuple[FlowBar, ...]
    ribbons: tuple[Ribbon, ...]
    rows: tuple[FlowRow, ...]


@dataclass(slots=True)
class _Tie:
    """What two paragraphs share: how many characters on each side, and how they changed."""

    before: int | None
    after: int | None
    kind: str = "unchanged"
    old: int = 0
    new: int = 0
    change: int = 0


def flow(comparison: Comparison, say: PageWords) -> FlowDiagram:
    """Bars proportional to length; ribbons as thick as what two paragraphs share."""
    found = order(comparison)
    ties = _ties(comparison, found)
    numbered = numbers(comparison)
    sizes = {side: _sizes(getattr(found, side)) for side in ("before", "after")}
    tops = {side: _tops(sizes[side], _ROOM[side]) for side in sizes}
    names = {side: _names(getattr(found, side), say) for side in ("before", "after")}
    drawn = ties if len(ties) <= _MOST else []
    ribbons = tuple(_ribbons(drawn, sizes, tops, names, numbered, say))
    bars = tuple(bar for side in ("before", "after") if drawn for bar in _bars(side, tops[side], names[side]))
    height = max((bar.y + bar.height for bar in bars), default=0) + 8
    return FlowDiagram(
        width=WIDTH,
        height=round(height, 1),
        bars=bars,
        ribbons=ribbons,
        rows=tuple(_rows(ties, names, uncovered_words(comparison), numbered, say)),
    )


def _ties(comparison: Comparison, found: ReadingOrder) -> list[_Tie]:
    ties: dict[tuple[int | None, int | None], _Tie] = {}
    for number, change in enumerate(comparison.changes, start=1):
        pair = change.pair
        kind = "moved" if number in found.displaced else pair.kind.value
        olds: list[int | None] = [*dict.fromkeys(s.block for s in pair.before)] or [None]
        news: list[int | None] = [*dict.fromkeys(s.block for s in pair.after)] or [None]
        for old in olds:
            for new in news:
                tie = ties.setdefault((old, new), _Tie(old, new))
                tie.old += sum(len(s.text) for s in pair.before if s.block == old) // len(news)
                tie.new += sum(len(s.text) for s in pair.after if s.block == new) // len(olds)
                if not tie.change or _WEIGHT.get(kind, 5) > _WEIGHT.get(tie.kind, 5):
                    tie.kind, tie.change = kind, number
    return list(ties.values())


def _sizes(placed: tuple[PlacedSentence, ...]) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for item in placed:
        sizes[item.sentence.block] = sizes.get(item.sentence.block, 0) + len(item.sentence.text)
    return sizes


def _tops(sizes: dict[int, int], room: float) -> dict[int, tuple[float, float]]:
    """Block → (top, height) on the page; heights add up to `room`, none below one unit."""
    total = sum(sizes.values()) or 1
    tops, y = {}, 4.0
    for block, size in sizes.items():
        height = max(room * size / total, 1.5)
        tops[block] = (y, height)
        y += height + _GAP
    return tops


def _names(placed: tuple[PlacedSentence, ...], say: PageWords) -> dict[int, str]:
    return {item.sentence.block: say.place(place((item.sentence,))) for item in reversed(placed)}


def _bars(side: str, tops: dict[int, tuple[float, float]], names: dict[int, str]) -> Iterator[FlowBar]:
    """Names only where there is room for them, and only numbers: the table below names all."""
    x = _LEFT - _BAR if side == "before" else _RIGHT
    label_x, anchor = (x - 6, "end") if side == "before" else (x + _BAR + 6, "start")
    free = 0.0
    for block, (top, height) in tops.items():
        middle = top + height / 2
        name = names[block] if names[block].startswith("¶") and middle - free >= 11 else ""
        free = middle if name else free
        yield FlowBar(
            x=x, y=round(top, 1), height=round(height, 1), name=name, label_x=label_x, anchor=anchor
        )


def _ribbons(
    ties: list[_Tie],
    sizes: dict[str, dict[int, int]],
    tops: dict[str, dict[int, tuple[float, float]]],
    names: dict[str, dict[int, str]],
    numbered: Mapping[int, int],
    say: PageWords,
) -> Iterator[Ribbon]:
    """Shares of a paragraph stack up in the order of its partners, so that ribbons do not tangle."""
    spans = {
        side: _shares(ties, side, other, sizes[side], tops[side])
        for side, other in (("before", "after"), ("after", "before"))
    }
    drawn = sorted(enumerate(ties), key=lambda item: _WEIGHT.get(item[1].kind, 5))
    for index, tie in drawn:
        old, new = spans["before"].get(index), spans["after"].get(index)
        title = " → ".join(
            names[side][block] if block is not None else say("nowhere")
            for side, block in (("before", tie.before), ("after", tie.after))
        )
        yield Ribbon(
            kind=tie.kind,
            path=_path(old, new),
            change=numbered.get(tie.change, 0),
            title=f"{say.led(title)}{say(tie.kind)}",
        )


def _shares(
    ties: list[_Tie], side: str, other: str, sizes: dict[int, int], tops: dict[int, tuple[float, float]]
) -> dict[int, tuple[float, float]]:
    """Tie → (top, bottom) on this side."""
    by_block: dict[int, list[tuple[int, int]]] = {}
    for index, tie in enumerate(ties):
        block = getattr(tie, side)
        if block is not None:
            partner = getattr(tie, other)
            by_block.setdefault(block, []).append((-1 if partner is None else partner, index))
    spans = {}
    for block, found in by_block.items():
        top, height = tops[block]
        for _, index in sorted(found):
            size = ties[index].old if side == "before" else ties[index].new
            share = height * size / (sizes[block] or 1)
            spans[index] = (top, top + share)
            top += share
    return spans


def _path(old: tuple[float, float] | None, new: tuple[float, float] | None) -> str:
    if old and new:
        middle = (_LEFT + _RIGHT) // 2
        return (
            f"M{_LEFT} {old[0]:.1f}C{middle} {old[0]:.1f} {middle} {new[0]:.1f} {_RIGHT} {new[0]:.1f}"
            f"V{new[1]:.1f}C{middle} {new[1]:.1f} {middle} {old[1]:.1f} {_LEFT} {old[1]:.1f}Z"
        )
    start, end = (_LEFT, _LEFT + 46) if old else (_RIGHT, _RIGHT - 46)
    top, bottom = old or new or (0.0, 0.0)
    return f"M{start} {top:.1f}L{end} {(top + bottom) / 2:.1f}L{start} {bottom:.1f}Z"


def _rows(
    ties: list[_Tie],
    names: dict[str, dict[int, str]],
    uncovered: str,
    numbered: Mapping[int, int],
    say: PageWords,
) -> Iterator[FlowRow]:
    for tie in ties:
        yield FlowRow(
            before=names["before"][tie.before] if tie.before is not None else "—",
            after=names["after"][tie.after] if tie.after is not None else "—",
            words=say(uncovered if tie.kind == "uncovered" else tie.kind),
            change=numbered.get(tie.change, 0),
        )
