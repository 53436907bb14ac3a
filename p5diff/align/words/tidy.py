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

from p5diff.align.units.wordtext import WordText
from p5diff.align.words.lcs import CommonRun
from p5diff.align.words.semantic import drop_salad
from p5diff.align.words.slide import slide
from p5diff.language.script import BRACKETS, is_han

_SMALL = 2
"""Longest match, in tokens, that may be given up for what its words are."""
_CROWDED = 4
"""A lone Han character goes where more tokens than this changed around it."""


def clean(blocks: list[CommonRun], ours: WordText, theirs: WordText) -> list[CommonRun]:
    """The matches that remain, in order."""
    if len(blocks) == 1 and blocks[0].size == max(len(ours.symbols), len(theirs.symbols)):
        return blocks
    blocks = drop_salad(blocks, ours.symbols, theirs.symbols)
    blocks = _drop_weak(blocks, ours, theirs)
    blocks = _balance(blocks, ours, theirs)
    return slide(blocks, ours, theirs)


def _drop_weak(blocks: list[CommonRun], ours: WordText, theirs: WordText) -> list[CommonRun]:
    """Give up a match between two changes that holds nothing but small words."""
    ends = [CommonRun(0, 0, 0), *blocks, CommonRun(len(ours.symbols), len(theirs.symbols), 0)]
    result: list[CommonRun] = []
    last = ends[0]
    for block, following in pairwise(ends[1:]):
        if block.size <= _SMALL and (
            _is_weak(ours, last, block, following) or _is_swap(last, block, following, ours, theirs)
        ):
            continue
        result.append(block)
        last = block
    return result


def _is_swap(left: CommonRun, block: CommonRun, right: CommonRun, ours: WordText, theirs: WordText) -> bool:
    """Two neighbouring words that changed places: what went on one side came back on the other."""
    gone = (
        ours.symbols[left.before + left.size : block.before],
        theirs.symbols[left.after + left.size : block.after],
    )
    come = (
        theirs.symbols[block.after + block.size : right.after],
        ours.symbols[block.before + block.size : right.before],
    )
    return gone == come and len("".join(gone)) <= 2


def _is_weak(ours: WordText, left: CommonRun, block: CommonRun, right: CommonRun) -> bool:
    """Whether a match says little and stands between two changes that both delete and insert."""
    sizes = (
        block.before - left.before - left.size,
        block.after - left.after - left.size,
        right.before - block.before - block.size,
        right.after - block.after - block.size,
    )
    if not all(sizes):
        return False
    symbols, known = ours.symbols[block.before : block.before + block.size], ours.vocabulary
    solid = [s for s in symbols if s not in known.hollow]
    if len(symbols) > 1 or not solid:
        return not solid
    return is_han(known.words[solid[0]][0]) and sum(sizes) > _CROWDED


def _balance(blocks: list[CommonRun], ours: WordText, theirs: WordText) -> list[CommonRun]:
    """A change that takes in an opening bracket takes in what closes it, if that follows at once."""
    text = ours.text
    if not any(map(text.__contains__, BRACKETS)):
        return blocks
    result = list(blocks)
    ends = [CommonRun(0, 0, 0), *result, CommonRun(len(ours.symbols), len(theirs.symbols), 0)]
    for place, (left, right) in enumerate(pairwise(ends)):
        closing = _left_open(ours.tokens(left.before + left.size, right.before))
        other = _left_open(theirs.tokens(left.after + left.size, right.after))
        if closing and closing == other and right.size and ours.token(right.before) == closing:
            result[place] = CommonRun(right.before + 1, right.after + 1, right.size - 1)
    return [b for b in result if b.size]


def _left_open(tokens: list[str]) -> str:
    """What would close the last bracket that `tokens` leave open."""
    waiting: list[str] = []
    for token in tokens:
        if token in BRACKETS:
            waiting.append(BRACKETS[token])
        elif waiting and token == waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""
