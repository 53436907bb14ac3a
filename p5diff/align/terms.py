"""No highlight starts or ends inside a term: 不扩散核武器条约 is changed whole or kept whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from p5diff.align.lcs import Block
from p5diff.align.wordtext import WordText
from p5diff.text.tokens import printed_tokens


def keep_terms_whole(
    blocks: list[Block], ours: WordText, theirs: WordText, terms: frozenset[str]
) -> list[Block]:
    """Give up matches that hold only a part of a term on either side, until none does."""
    if not terms or not blocks:
        return blocks
    before = _inside(ours, terms)
    after = _inside(theirs, terms)
    if not before and not after:
        return blocks
    partner = {b.before + n: b.after + n for b in blocks for n in range(b.size)}
    while True:
        cut = _cut_terms(partner, before, after)
        if not cut:
            return _to_blocks(partner)
        for index in cut:
            partner.pop(index, None)


def _inside(text: WordText, terms: frozenset[str]) -> list[range]:
    """The tokens of each occurrence of a term of two tokens or more, longest term first."""
    lowered = text.text.lower()
    present = tuple(term for term, low in _guarded(terms) if low in lowered)
    if not present:
        return []
    found = []
    for match in _pattern(present).finditer(text.text):
        first = bisect_left(text.starts, match.start())
        last = bisect_left(text.starts, match.end())
        if last - first > 1 and text.starts[first] == match.start() and text.end(last - 1) == match.end():
            found.append(range(first, last))
    return found


@lru_cache(maxsize=16)
def _guarded(terms: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Terms that an edit could cut, longest first, each with its lower case."""
    ordered = sorted((t for t in terms if len(printed_tokens(t)) > 1), key=lambda t: (-len(t), t))
    return tuple((term, term.lower()) for term in ordered)


@lru_cache(maxsize=4096)
def _pattern(ordered: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, ordered)), re.IGNORECASE)


def _cut_terms(partner: dict[int, int], before: list[range], after: list[range]) -> set[int]:
    """Tokens before whose match must go because it holds only a part of a term."""
    cut: set[int] = set()
    for term in before:
        matched = [i for i in term if i in partner]
        if matched and not _together(partner, term):
            cut.update(matched)
    back = {j: i for i, j in partner.items()}
    for term in after:
        matched = [back[j] for j in term if j in back]
        if matched and not _together(back, term):
            cut.update(matched)
    return cut


def _together(partner: dict[int, int], term: range) -> bool:
    """Whether all tokens of the term are matched, to tokens that also stand together."""
    first = partner.get(term.start)
    return first is not None and all(partner.get(i) == first + i - term.start for i in term)


def _to_blocks(partner: dict[int, int]) -> list[Block]:
    blocks: list[Block] = []
    for i in sorted(partner):
        j = partner[i]
        if blocks and blocks[-1].before + blocks[-1].size == i and blocks[-1].after + blocks[-1].size == j:
            blocks[-1] = Block(blocks[-1].before, blocks[-1].after, blocks[-1].size + 1)
        else:
            blocks.append(Block(i, j, 1))
    return blocks
