"""A pair's words as chunks: marked inline, or one side at a time."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.alignment import Op, Pair, WordEdit
from p5diff.report.terminal.layout import Chunk, chunk

_OPEN = {Op.DELETE: "[-", Op.INSERT: "{+", Op.KEEP: ""}
_CLOSE = {Op.DELETE: "-]", Op.INSERT: "+}", Op.KEEP: ""}
_STYLE = {Op.DELETE: "delete", Op.INSERT: "insert", Op.KEEP: ""}


def inline(pair: Pair) -> list[Chunk]:
    """Both sides in one: `agreed to [-consider-]{+adopt+} it`."""
    return marked(pair.edits)


def marked(edits: Sequence[WordEdit]) -> list[Chunk]:
    """Edits with both sides in one."""
    return [piece for edit in edits for piece in _marked(edit.op, edit.text)]


def one_side(pair: Pair, op: Op) -> list[Chunk]:
    """What was kept, and what this side's operation marks."""
    return [piece for edit in pair.edits if edit.op in (Op.KEEP, op) for piece in _marked(edit.op, edit.text)]


def excerpted(pieces: Sequence[tuple[str, str]]) -> list[Chunk]:
    """What `p5diff.report.excerpt.pieces` cut, marked."""
    return [piece for op, text in pieces for piece in _marked(Op(op), text)]


def _marked(op: Op, text: str) -> list[Chunk]:
    """Marks hug the words: spaces at the ends stay outside, so that lines can break there."""
    if op is Op.KEEP:
        return [chunk(text)]
    core = text.strip()
    if not core:
        return [chunk(f"{_OPEN[op]}{text}{_CLOSE[op]}", _STYLE[op])]
    start = text.index(core)
    lead, trail = text[:start], text[start + len(core) :]
    marked = chunk(f"{_OPEN[op]}{core}{_CLOSE[op]}", _STYLE[op])
    return [piece for piece in (Chunk(lead), marked, Chunk(trail)) if piece.text]
