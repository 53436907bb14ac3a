"""All passes in order, over two lists of units: from certain to likely.

exact anchors → folded anchors → candidates → wording → place (in rounds) → one-to-one choice →
growth (split, merged). Each pass only adds links for what the earlier ones left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from p5diff.align import features, score
from p5diff.align.anchors import anchors
from p5diff.align.candidates import candidates
from p5diff.align.choose import Scores, one_to_one
from p5diff.align.features import Hints
from p5diff.align.grow import grow
from p5diff.align.links import Link
from p5diff.align.order import Order
from p5diff.align.settings import Settings
from p5diff.align.units import Texts, describe, read


@dataclass(slots=True, kw_only=True)
class Outcome:
    """The links, sorted, and whether a bound of work was reached."""

    links: list[Link]
    bounded: bool = False
    texts: Texts | None = None
    scores: Scores = field(default_factory=dict)


def run(
    before: Sequence[str],
    after: Sequence[str],
    *,
    settings: Settings,
    variants: Mapping[str, str],
    hints: Hints | None = None,
) -> Outcome:
    """Link the units of two texts. Needs nothing but their wording and their order."""
    texts = read(before, after, variants)
    known = hints or Hints()
    links = anchors(known.marked(before, 0), known.marked(after, 1), [], "exact")
    folded = known.marked(texts.before.symbols, 0), known.marked(texts.after.symbols, 1)
    links += anchors(*folded, links, "folded")
    rows = _free(len(before), {i for i, _ in links})
    columns = _free(len(after), {j for _, j in links})
    if not rows and not columns:
        return Outcome(links=sorted(links), texts=texts)
    describe(texts, range(len(before)), range(len(after)))
    pairs, bounded = candidates(texts, rows, columns, most=settings.candidates, postings=settings.postings)
    pairs = _with_expected(pairs, links, rows, columns, (len(before), len(after)), settings.window)
    wording = features.wording(texts, pairs, known)
    scores = _judge(wording, links, settings, (len(before), len(after)))
    links += one_to_one(scores, links, settings.accept, "wording")
    links += grow(texts, links, scores, settings)
    return Outcome(links=sorted(links), bounded=bounded, texts=texts, scores=scores)


def _free(count: int, linked: set[int]) -> list[int]:
    return [i for i in range(count) if i not in linked]


def _with_expected(
    pairs: list[tuple[int, int]],
    links: Sequence[Link],
    rows: Sequence[int],
    columns: Sequence[int],
    sizes: tuple[int, int],
    window: int,
) -> list[tuple[int, int]]:
    """Also look at the units that stand where one would expect them."""
    order = Order(links, sizes)
    free = set(columns)
    found = set(pairs)
    for i in rows:
        middle = round(order.expected(i))
        found.update((i, j) for j in range(middle - window, middle + window + 1) if j in free)
    return sorted(found)


def _judge(
    wording: features.Pairs, links: Sequence[Link], settings: Settings, sizes: tuple[int, int]
) -> Scores:
    """Wording first; then, in rounds, place, as the links found so far show it."""
    scores = score.by_wording(wording)
    pairs = list(wording)
    for _ in range(settings.rounds):
        sure = [*links, *one_to_one(scores, links, settings.accept, "")]
        place = features.place(pairs, scores, Order(sure, sizes))
        scores = score.by_place(wording, place)
    return scores
