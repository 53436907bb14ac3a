"""Arabic lines in the order in which a page draws them.

Programs that shape text draw a stretch of it from left to right, its spaces too. Where that order is known,
it tells more than places do: letters of a word lie over each other, marks beside their letters, and a
letter may reach under the next word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from p5diff.ingest.readers.pdf.glyphs import Glyph

_BACK = 0.4
"""Of the type size: how far a glyph that lies over the one before it may begin to the left of it, as
cascading letters do."""
_HALF = 0.5
"""Share of the narrower of two glyphs by which they then lie over each other: signs side by side do not."""
_APART = 1.25
"""Of the type size: a gap beyond which a stretch ends; spaces of justified lines stay below."""
_OVER = 0.5
"""Of the type size: how far two stretches may lie over each other."""
_MOST_STRETCHES = 3
"""Letters for each stretch: where there are fewer, the line is not drawn from left to right."""
_GAP = 0.15
"""Of the type size: a gap between two stretches that is a space; narrower ones part no words."""
_BESIDE = 0.2
"""Of the type size: how far beside the gap between two stretches, or beside the two glyphs of one that it
parts, a space may be drawn."""
_TAB = 0.3
"""Of the type size: a gap amid a stretch that is one, though none is drawn."""


def in_draw_order(glyphs: Sequence[Glyph]) -> list[Glyph] | None:
    """The glyphs of a line from left to right, with its spaces; None where the order of drawing is not known,
    or is another one."""
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    known = sorted((g for g in inked if g.ranks), key=lambda g: g.ranks or (0, 0))
    if len(known) < len(inked) or not known:
        return None
    stretches: list[list[Glyph]] = [[known[0]]]
    for one, other in pairwise(known):
        if _goes_on(one, other):
            stretches[-1].append(other)
        else:
            stretches.append([other])
    if len(stretches) > 1 and len(known) < _MOST_STRETCHES * len(stretches):
        return None
    stretches = sorted(_opened(stretches), key=lambda stretch: stretch[0].left)
    for before, after in pairwise(stretches):
        if max(g.right for g in before) - after[0].left > _OVER * before[0].size:
            return None
    spaces = {at for g in known if g.ranks for at in (g.ranks.before_space, g.ranks.after_space) if at}
    result: list[Glyph] = []
    for stretch in stretches:
        for at, glyph in enumerate(stretch):
            if result and (
                _is_parted(result[-1], glyph, within=at > 0)
                or any(result[-1].right < middle < glyph.left for middle in spaces)
            ):
                left, right = sorted((result[-1].right, glyph.left))
                result.append(replace(glyph, text=" ", left=left, right=right, ranks=None, whole=False))
            result.append(glyph)
    return result


def _opened(stretches: list[list[Glyph]]) -> list[list[Glyph]]:
    """The stretches, cut where another one stands in a gap between two of their glyphs: brackets, and figures
    amid Arabic, are drawn by themselves."""
    edges = [(one[0].left, max(glyph.right for glyph in one)) for one in stretches]
    result = []
    for stretch, own in zip(stretches, edges, strict=True):
        inside = [edge for edge in edges if edge is not own and own[0] < sum(edge) / 2 < own[1]]
        result.append([stretch[0]])
        for one, other in pairwise(stretch):
            if any(_is_between(one, edge, other) for edge in inside):
                result.append([])
            result[-1].append(other)
    return result


def _is_between(one: Glyph, edge: tuple[float, float], other: Glyph) -> bool:
    """Whether what stands at `edge` fits between two glyphs."""
    near = _BESIDE * one.size
    return one.right - near < edge[0] and edge[1] < other.left + near


def _goes_on(one: Glyph, other: Glyph) -> bool:
    """Whether a glyph is drawn on to the right of another one, or over it."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    over = shared > _HALF * min(one.right - one.left, other.right - other.left)
    back = one.left - other.left if over else (one.left + one.right - other.left - other.right) / 2
    return back < (_BACK * one.size if over else 0) and other.left - one.right < _APART * one.size


def _is_parted(one: Glyph, other: Glyph, *, within: bool) -> bool:
    """Whether a space is drawn between two glyphs, or a gap stands for one."""
    assert one.ranks and other.ranks, "glyphs of a known order have ranks"
    spaces = [at for at in (one.ranks.before_space, other.ranks.after_space) if at is not None]
    near = _BESIDE * one.size
    left, right = (one.left, other.right) if within else (one.right, other.left)
    if any(left - near < at < right + near for at in spaces):
        return True
    return other.left - one.right > (_TAB if within else _GAP) * one.size
