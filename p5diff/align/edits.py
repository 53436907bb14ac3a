"""From matched tokens to edits over the printed text, exact to the last space."""

from __future__ import annotations

from itertools import pairwise

from p5diff.align.lcs import Block
from p5diff.align.wordtext import WordText
from p5diff.model.alignment import Op, Span, WordEdit
from p5diff.text.tokens import key

_SILENT = frozenset(".,;:!?'\"()-…·、。，；：！？（）؛،؟¿¡")
"""Punctuation that changes print only. Brackets, signs and percent say something, and are not here."""

_Part = tuple[bool, int, int, int, int, bool]
"""Kept?, start and end before, start and end after, editorial?"""


def whole(before: str, after: str) -> tuple[WordEdit, ...]:
    """The edits where nothing needs comparing: equal texts, or one side empty."""
    if before == after:
        return _emit(before, after, [(True, 0, len(before), 0, len(after), False)])
    return _emit(before, after, [(False, 0, len(before), 0, len(after), False)])


def build_edits(blocks: list[Block], ours: WordText, theirs: WordText) -> tuple[WordEdit, ...]:
    """Edits for the matched `blocks` (indices of tokens) and all that stands between them."""
    parts: list[_Part] = []
    ends = [Block(0, 0, 0), *blocks, Block(len(ours.tokens), len(theirs.tokens), 0)]
    for left, right in pairwise(ends):
        parts += _kept(left, ours, theirs)
        parts += _gap(left, right, ours, theirs)
    return _emit(ours.text, theirs.text, _merged(parts))


def _kept(block: Block, ours: WordText, theirs: WordText) -> list[_Part]:
    """A matched run: one part where print agrees, else token by token and space by space."""
    i, j, size = block
    if not size:
        return []
    b, b2 = ours.starts[i], ours.end(i + size - 1)
    a, a2 = theirs.starts[j], theirs.end(j + size - 1)
    if ours.text[b:b2] == theirs.text[a:a2]:
        return [(True, b, b2, a, a2, False)]
    parts: list[_Part] = []
    for n in range(size):
        b, a = ours.starts[i + n], theirs.starts[j + n]
        if n:
            parts.append(_span(ours, theirs, ours.end(i + n - 1), b, theirs.end(j + n - 1), a))
        parts.append(_span(ours, theirs, b, ours.end(i + n), a, theirs.end(j + n)))
    return parts


def _span(ours: WordText, theirs: WordText, b: int, b2: int, a: int, a2: int) -> _Part:
    """A stretch that is the same as compared: kept, or editorial where print differs."""
    same = ours.text[b:b2] == theirs.text[a:a2]
    return (same, b, b2, a, a2, not same)


def _gap(left: Block, right: Block, ours: WordText, theirs: WordText) -> list[_Part]:
    """What stands between two matches, without the white space that both sides share at its ends."""
    i, j = left.before + left.size, left.after + left.size
    b = ours.end(i - 1) if i else 0
    a = theirs.end(j - 1) if j else 0
    b2 = ours.starts[right.before] if right.before < len(ours.tokens) else len(ours.text)
    a2 = theirs.starts[right.after] if right.after < len(theirs.tokens) else len(theirs.text)
    before, after = ours.tokens[i : right.before], theirs.tokens[j : right.after]
    lead = tail = 0
    # White space may belong to a token (a mark can stand on a space), so edges are tokens' edges.
    ahead = ours.starts[i] if before else b2
    if ours.text[b:ahead] == theirs.text[a : theirs.starts[j] if after else a2]:
        lead = ahead - b
    behind = ours.end(right.before - 1) if before else b + lead
    other = theirs.end(right.after - 1) if after else a + lead
    if ours.text[behind:b2] == theirs.text[other:a2]:
        tail = b2 - behind
    editorial = (
        says_the_same(before, after)
        and not _dash_at_number(ours, i, right.before)
        and not _dash_at_number(theirs, j, right.after)
    )
    return [
        (True, b, b + lead, a, a + lead, False),
        (False, b + lead, b2 - tail, a + lead, a2 - tail, editorial),
        (True, b2 - tail, b2, a2 - tail, a2, False),
    ]


def says_the_same(before: list[str], after: list[str]) -> bool:
    """Whether two runs of tokens differ in punctuation, hyphens or spacing alone.

    >>> says_the_same(["non-proliferation", ","], ["nonproliferation"])
    True
    """
    ours, theirs = _words(before), _words(after)
    if ours == theirs:
        return True
    joined = "".join(ours).replace("-", "") == "".join(theirs).replace("-", "")
    return joined and ("-" in "".join(ours + theirs)) and not any(w[:3] == "re-" for w in ours + theirs)


def _words(tokens: list[str]) -> list[str]:
    return [k for k in map(key, tokens) if k not in _SILENT]


def _dash_at_number(text: WordText, start: int, end: int) -> bool:
    """A dash beside a number may be a minus or a range: never silent."""
    around = text.tokens[max(start - 1, 0) : end + 1]
    return any(t in "-–−" for t in text.tokens[start:end]) and any(t[0].isdigit() for t in around)


def _merged(parts: list[_Part]) -> list[_Part]:
    """Neighbouring parts of one kind become one; empty ones go."""
    result: list[_Part] = []
    for part in parts:
        kept, b, b2, a, a2, editorial = part
        if b == b2 and a == a2:
            continue
        if result and result[-1][0] == kept and result[-1][5] == editorial:
            result[-1] = (kept, result[-1][1], b2, result[-1][3], a2, editorial)
        else:
            result.append(part)
    return result


def _emit(before: str, after: str, parts: list[_Part]) -> tuple[WordEdit, ...]:
    edits: list[WordEdit] = []
    for kept, b, b2, a, a2, editorial in parts:
        if kept:
            if b2 > b:
                edits.append(_edit(Op.KEEP, before[b:b2], Span(b, b2), Span(a, a2)))
            continue
        if b2 > b:
            edits.append(_edit(Op.DELETE, before[b:b2], Span(b, b2), Span(a, a), editorial))
        if a2 > a:
            edits.append(_edit(Op.INSERT, after[a:a2], Span(b2, b2), Span(a, a2), editorial))
    return tuple(edits)


def _edit(op: Op, text: str, before: Span, after: Span, editorial: bool = False) -> WordEdit:
    return WordEdit(op=op, text=text, before=before, after=after, editorial=editorial)
