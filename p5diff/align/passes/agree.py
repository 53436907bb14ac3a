"""Sentences and paragraphs tell one story: what the alignment of whole paragraphs says of their sentences.

A paragraph holds more evidence than a sentence. Two that correspond as wholes do so even where no
sentence alone was likely enough; and a single sentence that is only likely does not tie two paragraphs
that have nothing else in common.

Worked example. Before: P "They met in Oslo. Fees were cut by half." and Q "A fund was set up." After:
R "The group met in Oslo. It halved all fees." and S "Fees fund the yards." P–R correspond as wholes, and
a link of P's second sentence with S, found at 0.6, would make S a part of P. Both paragraphs it links
are partly spoken for or not at all: without other partners for S, the link goes, and S is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from p5diff.align.passes.links import SETTLED, Link
from p5diff.align.scoring.alike import edit_ratio

SURE = 0.95
"""Confidence from which a sentence ties paragraphs that do not correspond as wholes [0, 1]. On the judged
sets, read as paragraphs, 0.8 leaves 0.4 points less in the Chinese laws and 1.1 gains nothing."""
SHARED = 0.8
"""Confidence from which a paragraph without a link gets one with a sentence that has a partner already
[0, 1]: a split or a merge. Six of seven links of 0.8 are right (docs/benchmarks/alignment.md); of those
below, on the judged sets, none was."""
MOST = 400
"""Pairs of free sentences of two paragraphs up to which the most alike is looked for: 20 by 20."""

Ties = frozenset[tuple[int, int]]


def settled(links: Sequence[Link], blocks: tuple[Sequence[int], Sequence[int]]) -> list[Link]:
    """Paragraphs that correspond beyond doubt: each sentence of either has a settled partner in the other."""
    whole = Counter(blocks[0]), Counter(blocks[1])
    found = Counter((blocks[0][x.before], blocks[1][x.after]) for x in links if x.found_by in SETTLED)
    return [
        Link(p, q, 1.0, "exact")
        for (p, q), count in sorted(found.items())
        if count == whole[0][p] == whole[1][q]
    ]


class Agreed(NamedTuple):
    """Links of sentences, and the pairs of paragraphs (before, after) that they do not tie."""

    links: list[Link]
    apart: Ties


def are_told(links: Sequence[Link], blocks: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether the sentences tell all there is to tell of their paragraphs: each has a link that ties it by
    itself, and no weaker link leads elsewhere. Then no alignment of whole paragraphs can change anything."""
    ties = {(blocks[0][x.before], blocks[1][x.after]) for x in links if _is_firm(x)}
    if any((blocks[0][x.before], blocks[1][x.after]) not in ties for x in links):
        return False
    return all({tie[side] for tie in ties} >= set(blocks[side]) for side in (0, 1))


def agreed(
    links: Sequence[Link],
    paragraphs: Sequence[Link],
    blocks: tuple[Sequence[int], Sequence[int]],
    symbols: tuple[Sequence[str], Sequence[str]],
    *,
    turned: bool = False,
    rewritten: bool = False,
) -> Agreed:
    """Links of sentences that agree with those of paragraphs.

    `blocks` gives the paragraph of each sentence before and after, `symbols` its words. A weighed link
    between paragraphs that do not correspond, and that no firm one joins, goes where it is the only one
    of either; where both have others it stays, and ties nothing. Paragraphs that correspond and have no
    link get one. `turned` says from which side to look, so that ties fall the same from both. Of a text
    `rewritten` from end to end every link is firm: there paragraphs as wholes have no more in common than
    sentences."""
    whole = {(p, q) for p, q in paragraphs}

    def tie(link: Link) -> tuple[int, int]:
        return blocks[0][link.before], blocks[1][link.after]

    firm = [x for x in links if rewritten or _is_firm(x) or tie(x) in whole]
    ties = {tie(link) for link in firm}
    held_already = set(firm)
    firm += [x for x in links if x not in held_already and tie(x) in ties]
    firm += _added(paragraphs, firm, _in_groups({*links, *firm}), blocks, symbols, turned)
    ties = {tie(link) for link in firm}
    held = {p for p, _ in ties}, {q for _, q in ties}
    taken = {link.before for link in firm}, {link.after for link in firm}
    loose = [
        link
        for link in links
        if tie(link) not in ties
        and tie(link)[0] in held[0]
        and tie(link)[1] in held[1]
        and not (link.before in taken[0] and link.after in taken[1])
    ]
    return Agreed(sorted([*firm, *loose]), frozenset(map(tie, loose)))


def _is_firm(link: Link) -> bool:
    return link.found_by in SETTLED or link.confidence >= SURE


def _added(
    paragraphs: Sequence[Link],
    firm: Sequence[Link],
    more: tuple[Set[int], Set[int]],
    blocks: tuple[Sequence[int], Sequence[int]],
    symbols: tuple[Sequence[str], Sequence[str]],
    turned: bool,
) -> list[Link]:
    """One link for paragraphs that correspond where one of the two has none: of the most alike sentences.

    Sentences without a partner come first; where a paragraph has none left, those that are one of a pair.
    `more` are the sentences in larger groups, which grow no further."""
    ties = {(blocks[0][link.before], blocks[1][link.after]) for link in firm}
    held = {p for p, _ in ties}, {q for _, q in ties}
    wanted = [link for link in paragraphs if link.before not in held[0] or link.after not in held[1]]
    taken = {link.before for link in firm}, {link.after for link in firm}
    free = tuple(
        _by_block(blocks[side], symbols[side], taken[side], {link[side] for link in wanted})
        for side in (0, 1)
    )
    paired = tuple(
        _by_block(blocks[side], symbols[side], more[side], {link[side] for link in wanted}) for side in (0, 1)
    )
    ratio = edit_ratio()
    found = []
    for link in wanted:
        p, q = link
        ours, theirs = free[0].get(p, []), free[1].get(q, [])
        if link.confidence >= SHARED:
            ours, theirs = ours or paired[0].get(p, []), theirs or paired[1].get(q, [])
        if not 0 < len(ours) * len(theirs) <= MOST:
            continue
        alike = [(-ratio(symbols[0][i], symbols[1][j]), i, j) for i in ours for j in theirs]
        value, i, j = min(alike, key=lambda x: (x[0], x[2] if turned else x[1]))
        if value < 0:
            found.append(Link(i, j, link.confidence, "paragraph"))
    return found


def _in_groups(links: Iterable[Link]) -> tuple[Set[int], Set[int]]:
    """The sentences of either side in a group that is more than a pair."""
    links = [*links]
    often = Counter([link.before for link in links]), Counter([link.after for link in links])
    many = [link for link in links if often[0][link.before] > 1 or often[1][link.after] > 1]
    return {link.before for link in many}, {link.after for link in many}


def _by_block(
    blocks: Sequence[int], symbols: Sequence[str], taken: Set[int], wanted: Set[int]
) -> dict[int, list[int]]:
    free: dict[int, list[int]] = {}
    for unit, block in enumerate(blocks):
        if block in wanted and unit not in taken and symbols[unit]:
            free.setdefault(block, []).append(unit)
    return free
