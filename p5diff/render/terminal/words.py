"""A pair's words as chunks: marked inline, or one side at a time."""

from __future__ import annotations

from p5diff.model.alignment import Op, Pair, WordEdit
from p5diff.render.terminal.layout import Chunk, chunk

_OPEN = {Op.DELETE: "[-", Op.INSERT: "{+", Op.KEEP: ""}
_CLOSE = {Op.DELETE: "-]", Op.INSERT: "+}", Op.KEEP: ""}
_STYLE = {Op.DELETE: "delete", Op.INSERT: "insert", Op.KEEP: ""}


def inline(pair: Pair) -> list[Chunk]:
    """Both sides in one: `agreed to [-consider-]{+adopt+} it`."""
    return [piece for edit in pair.edits for piece in _marked(edit)]


def one_side(pair: Pair, op: Op) -> list[Chunk]:
    """What was kept, and what this side's operation marks."""
    return [piece for edit in pair.edits if edit.op in (Op.KEEP, op) for piece in _marked(edit)]


def _marked(edit: WordEdit) -> list[Chunk]:
    """Marks hug the words: spaces at the ends stay outside, so that lines can break there."""
    if edit.op is Op.KEEP:
        return [chunk(edit.text)]
    core = edit.text.strip()
    if not core:
        return [chunk(f"{_OPEN[edit.op]}{edit.text}{_CLOSE[edit.op]}", _STYLE[edit.op])]
    start = edit.text.index(core)
    lead, trail = edit.text[:start], edit.text[start + len(core) :]
    marked = chunk(f"{_OPEN[edit.op]}{core}{_CLOSE[edit.op]}", _STYLE[edit.op])
    return [piece for piece in (Chunk(lead), marked, Chunk(trail)) if piece.text]
