"""The paragraph view of an alignment, derived from its sentence pairs and from nothing else.

Each paragraph belongs to the one with which it has most in common, as its linked sentences show. A sentence
that moved to another paragraph does not tie the two together where both have more in common with others.
So a paragraph is new or dropped exactly when all its sentences are.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from p5diff.align.passes.groups import heaviest_rising
from p5diff.model.alignment import Pair, PairKind, ParagraphLink, Shape
from p5diff.model.statement import Paragraph

Blocks = tuple[tuple[int, ...], tuple[int, ...]]


def paragraph_links(
    pairs: Sequence[Pair],
    before: Sequence[Paragraph],
    after: Sequence[Paragraph],
    *,
    turned: bool = False,
    apart: Set[tuple[int, int]] = frozenset(),
) -> tuple[ParagraphLink, ...]:
    """One link for each set of corresponding paragraphs, in the order of the text after.

    `turned` says from which side to look for moves, so that ties fall the same from both; paragraphs
    that are `apart` are tied by the sentences they share only where one of the two has no other tie.
    """
    sizes = [_size(p) for p in before], [_size(q) for q in after]
    components = _components(_ties(pairs, apart), len(before), len(after))
    both = [c for c in components if c[0] and c[1]]
    weight = [sum(sizes[0][p] for p in c[0]) + sum(sizes[1][q] for q in c[1]) for c in both]
    kept = heaviest_rising([(c[0][0], c[1][0]) for c in both], weight, turned=turned)
    moved = {c for k, c in enumerate(both) if k not in kept}
    inside = _pairs_of_blocks(pairs)
    links = [_link(c, c in moved, inside) for c in components if c[0] or c[1]]
    return tuple(_ordered(links))


def _size(paragraph: Paragraph) -> int:
    return sum(len(s.text) for s in paragraph.sentences)


def _ties(pairs: Sequence[Pair], apart: Set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of which one has nothing more in common with any other."""
    weight: dict[tuple[int, int], int] = {}
    for pair in pairs:
        for s in pair.before:
            for t in pair.after:
                tie = s.block, t.block
                weight[tie] = weight.get(tie, 0) + min(len(s.text), len(t.text))
    most: tuple[dict[int, int], dict[int, int]] = {}, {}
    for tie in weight.keys() - apart:
        for known, block in zip(most, tie, strict=True):
            known[block] = max(known.get(block, 0), weight[tie])
    # A sentence that went over from one pair of paragraphs to the next would make one group of four: on the
    # judged sets seventeen links hang on such ties, and sixteen of them are wrong.
    strong = {tie for tie in weight.keys() - apart if weight[tie] >= min(most[0][tie[0]], most[1][tie[1]])}
    return sorted(strong | _last_ties(weight, strong))


def _last_ties(weight: dict[tuple[int, int], int], strong: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The heaviest tie of each paragraph that has no strong one."""
    extra: set[tuple[int, int]] = set()
    for side in (0, 1):
        held = {tie[side] for tie in strong}
        best: dict[int, tuple[int, int, int]] = {}
        for tie, w in sorted(weight.items()):
            if tie[side] not in held and w > best.get(tie[side], (-1, 0, 0))[0]:
                best[tie[side]] = (w, *tie)
        extra.update((p, q) for _, p, q in best.values())
    return extra


def _components(ties: Sequence[tuple[int, int]], rows: int, columns: int) -> list[Blocks]:
    parent = list(range(rows + columns))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for p, q in ties:
        parent[root(rows + q)] = root(p)
    members: dict[int, tuple[list[int], list[int]]] = {}
    for x in range(rows + columns):
        sides = members.setdefault(root(x), ([], []))
        sides[x >= rows].append(x - rows if x >= rows else x)
    return [(tuple(p), tuple(q)) for p, q in members.values()]


def _pairs_of_blocks(pairs: Sequence[Pair]) -> tuple[dict[int, list[Pair]], dict[int, list[Pair]]]:
    """Block → the pairs with a sentence in that block, before and after."""
    inside: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = {}, {}
    for pair in pairs:
        for blocks, sentences in zip(inside, (pair.before, pair.after), strict=True):
            for block in {s.block for s in sentences}:
                blocks.setdefault(block, []).append(pair)
    return inside


def _link(
    blocks: Blocks, moved: bool, inside: tuple[dict[int, list[Pair]], dict[int, list[Pair]]]
) -> ParagraphLink:
    before, after = blocks
    pairs = [pair for p in before for pair in inside[0].get(p, ())]
    pairs += [pair for q in after for pair in inside[1].get(q, ())]
    return ParagraphLink(
        before=before,
        after=after,
        kind=_kind(blocks, pairs),
        shape=shape_of(len(before), len(after)),
        moved=moved,
    )


def _kind(blocks: Blocks, pairs: Sequence[Pair]) -> PairKind:
    before, after = blocks
    if not before or not after:
        return PairKind.NEW if after else PairKind.DROPPED
    kind = PairKind.UNCHANGED
    for pair in pairs:
        if pair.kind is PairKind.EDITORIAL:
            kind = PairKind.EDITORIAL
        elif pair.kind is not PairKind.UNCHANGED:
            return PairKind.REWORDED
        if any(s.block not in before for s in pair.before) or any(s.block not in after for s in pair.after):
            return PairKind.REWORDED
    return kind


def shape_of(before: int, after: int) -> Shape:
    """How many correspond to how many; one-sided counts as one to one."""
    if before > 1 and after > 1:
        return Shape.MANY_TO_MANY
    if before > 1 and after == 1:
        return Shape.MERGED
    if after > 1 and before == 1:
        return Shape.SPLIT
    return Shape.ONE_TO_ONE


def _ordered(links: Sequence[ParagraphLink]) -> list[ParagraphLink]:
    """By place after; dropped paragraphs behind the one they followed."""
    host = -1
    place = {p: link.after[0] for link in links if link.after and not link.moved for p in link.before}
    last = max((p for link in links for p in link.before), default=-1)
    stood = {}
    for p in range(last + 1):
        host = place.get(p, host)
        stood[p] = host
    return sorted(
        links,
        key=lambda link: (link.after[0], 0, 0) if link.after else (stood[link.before[0]], 1, link.before[0]),
    )
