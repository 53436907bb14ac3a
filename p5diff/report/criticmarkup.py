"""CriticMarkup: the whole text in one, `{--dropped--}` and `{++new++}`, paragraph marks included.

Removing every `{--…--}` and unwrapping every `{++…++}` gives the text after, the other way
round the text before; a comment `{>>…<<}` at the top says what was compared.
"""

from __future__ import annotations

import re

from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.report.marks import escaped
from p5diff.report.naming import travelling
from p5diff.report.pieces import TextPiece
from p5diff.report.redline import RedlineParagraph, lines, only
from p5diff.report.selection import ALL, Selection
from p5diff.report.view import cautions, describe

_LOOKALIKE = re.compile(r"(?:^|(?<=\{))[+=-]")
"""What would make a mark with a brace of ours, or of the text."""
_BACKSLASH = r"\\\g<0>"
_WRAP = {Op.KEEP: ("", ""), Op.DELETE: ("{--", "--}"), Op.INSERT: ("{++", "++}")}


def render(comparison: Comparison, *, selection: Selection = ALL) -> str:
    """The redline as Markdown with CriticMarkup; with a `selection`, of those changes alone."""
    comparison = travelling(comparison)
    said = [f"Compared with p5diff {comparison.provenance.version}."]
    for name, meta in (("Before", comparison.before), ("After", comparison.after)):
        said.append(f"{name}: {meta.title()} ({meta.ref}; {describe(meta)}).")
    said += cautions(comparison)
    said += [selection.said(comparison)] * selection.filters
    shown = selection.numbers(comparison)
    found = lines(comparison) if shown is None else only(lines(comparison), shown)
    head = "{>>" + escaped(" ".join(said)) + "<<}\n\n"
    return head + "".join(_line(line) for line in found)


def _line(line: RedlineParagraph) -> str:
    pieces = [_piece(piece, index == 0) for index, piece in enumerate(line.pieces)]
    start, end = _WRAP[line.mark]
    return "".join(pieces) + f"{start}\n\n{end}"


def _piece(piece: TextPiece, first: bool) -> str:
    start, end = _WRAP[piece.op]
    return f"{start}{_LOOKALIKE.sub(_BACKSLASH, escaped(piece.text, start=first))}{end}"
