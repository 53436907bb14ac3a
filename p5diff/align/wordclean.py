"""Tidy matched tokens until a person would mark the same words.

Each step only gives matches up or slides them; none invents one, so replay stays exact:

- a short match between two larger changes is noise: diff-match-patch's semantic clean-up sees
  one private symbol per token and decides ("word salad", swaps of adjacent words);
- a match of function words or punctuation alone, between two changes, joins them
  ("thirty (30)" → "sixty (60)" is one change), brackets included;
- a change never ends inside a term;
- an insertion or deletion that could stand in several places takes the one that follows
  punctuation, so that whole sentences and clauses are marked.
"""

from __future__ import annotations

from itertools import pairwise

from p5diff.align.lcs import Block
from p5diff.align.semantic import drop_salad
from p5diff.align.slide import slide
from p5diff.align.terms import keep_terms_whole
from p5diff.align.wordtext import WordText

_OPENING = {"(": ")", "（": "）", "[": "]", "［": "］"}
_HAN_START, _HAN_END = "\u3400", "\u9fff"


def clean(
    blocks: list[Block], ours: WordText, theirs: WordText, *, common: frozenset[str], terms: frozenset[str]
) -> list[Block]:
    """The matches that remain, in order."""
    if len(blocks) > 1 or (blocks and blocks[0].size < max(len(ours.tokens), len(theirs.tokens))):
        blocks = drop_salad(blocks, ours.symbols, theirs.symbols)
        blocks = _drop_weak(blocks, ours, theirs, common)
        blocks = _balance(blocks, ours, theirs)
        blocks = slide(blocks, ours, theirs)
    return keep_terms_whole(blocks, ours, theirs, terms)


def _drop_weak(blocks: list[Block], ours: WordText, theirs: WordText, common: frozenset[str]) -> list[Block]:
    """Give up a match between two changes that holds nothing but small words."""
    ends = [Block(0, 0, 0), *blocks, Block(len(ours.tokens), len(theirs.tokens), 0)]
    result: list[Block] = []
    last = ends[0]
    for place in range(1, len(ends) - 1):
        block, following = ends[place], ends[place + 1]
        before = _change(last, block)
        after = _change(block, following)
        if _is_weak(ours, block, before, after, common) or _is_swap(last, block, following, ours, theirs):
            continue
        result.append(block)
        last = block
    return result


def _is_swap(left: Block, block: Block, right: Block, ours: WordText, theirs: WordText) -> bool:
    """Two neighbouring words that changed places: what went on one side came back on the other."""
    gone = (
        ours.symbols[left.before + left.size : block.before],
        theirs.symbols[left.after + left.size : block.after],
    )
    come = (
        theirs.symbols[block.after + block.size : right.after],
        ours.symbols[block.before + block.size : right.before],
    )
    return gone == come and len("".join(gone)) <= 2 and block.size <= 2


def _change(left: Block, right: Block) -> tuple[int, int]:
    """How many tokens were deleted and inserted between two matches."""
    return right.before - left.before - left.size, right.after - left.after - left.size


def _is_weak(
    ours: WordText, block: Block, before: tuple[int, int], after: tuple[int, int], common: frozenset[str]
) -> bool:
    if not all(before) or not all(after) or block.size > 2:
        return False
    words = ours.keys(block.before, block.size)
    solid = [w for w in words if w[0].isalnum() and w not in common]
    if not solid:
        return True
    return len(words) == 1 and _HAN_START <= words[0][0] <= _HAN_END and sum(before + after) > 4


def _balance(blocks: list[Block], ours: WordText, theirs: WordText) -> list[Block]:
    """A change that takes in an opening bracket takes in what closes it, if that follows at once."""
    if _OPENING.keys().isdisjoint(ours.tokens):
        return blocks
    result = list(blocks)
    ends = [Block(0, 0, 0), *result, Block(len(ours.tokens), len(theirs.tokens), 0)]
    for place, (left, right) in enumerate(pairwise(ends)):
        gap = ours.tokens[left.before + left.size : right.before]
        other = theirs.tokens[left.after + left.size : right.after]
        closing = _left_open(gap)
        if closing and closing == _left_open(other) and right.size and ours.tokens[right.before] == closing:
            result[place] = Block(right.before + 1, right.after + 1, right.size - 1)
    return [b for b in result if b.size]


def _left_open(tokens: list[str]) -> str:
    """What would close the last bracket that `tokens` leave open."""
    waiting: list[str] = []
    for token in tokens:
        if token in _OPENING:
            waiting.append(_OPENING[token])
        elif waiting and token == waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""
