"""A pair's words as chunks: marked inline, or one side at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.language.script import HAN
from p5diff.model.alignment import Op, Pair, WordEdit
from p5diff.report.terminal.layout import Chunk, chunk

# A word, or one Han character: what counts as a word of context.
_WORD = rf"[{HAN}]|[^\s{HAN}]+"
_OPEN = {Op.DELETE: "[-", Op.INSERT: "{+", Op.KEEP: ""}
_CLOSE = {Op.DELETE: "-]", Op.INSERT: "+}", Op.KEEP: ""}
_STYLE = {Op.DELETE: "delete", Op.INSERT: "insert", Op.KEEP: ""}


def inline(pair: Pair) -> list[Chunk]:
    """Both sides in one: `agreed to [-consider-]{+adopt+} it`."""
    return marked(pair.edits)


def marked(edits: Sequence[WordEdit]) -> list[Chunk]:
    """Edits with both sides in one."""
    return [piece for edit in edits for piece in _marked(edit)]


def one_side(pair: Pair, op: Op) -> list[Chunk]:
    """What was kept, and what this side's operation marks."""
    return [piece for edit in pair.edits if edit.op in (Op.KEEP, op) for piece in _marked(edit)]


def abridged(edits: Sequence[WordEdit], around: int = 4) -> list[Chunk]:
    """As `inline`, with long stretches of kept words cut to `around` words beside each change."""
    pieces: list[Chunk] = []
    for number, edit in enumerate(edits):
        if edit.op is Op.KEEP:
            first, last = number == 0, number == len(edits) - 1
            pieces.append(chunk(_middle_cut(edit.text, 0 if first else around, 0 if last else around)))
        else:
            pieces += _marked(edit)
    return pieces


def _middle_cut(text: str, head: int, tail: int) -> str:
    """The first `head` and last `tail` words of a text, with … for what lies between."""
    spans = [m.span() for m in re.finditer(_WORD, text)]
    if len(spans) <= head + tail + 2:
        return text
    start = f"{text[: spans[head - 1][1]]} " if head else ""
    end = f" {text[spans[-tail][0] :]}" if tail else ""
    return f"{start}…{end}"


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
