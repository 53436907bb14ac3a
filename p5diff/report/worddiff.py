"""Pairs as `git diff --word-diff` draws changes: what p5diff shows where git asks for a diff."""

from __future__ import annotations

from collections.abc import Iterable

from p5diff.model.alignment import Op, Pair, PairKind, WordEdit
from p5diff.text.visible import visible


def render(pairs: Iterable[Pair], language: str) -> str:
    """The pairs that changed, each under a line that says where and what; or that no sentence changed."""
    lines = [line for pair in pairs for line in _pair_lines(pair, language)]
    return "\n".join(lines or ["no sentence changed"]) + "\n"


def whole(sign: str, text: str) -> str:
    """All lines of a file that is new (`+`) or gone (`-`)."""
    return "".join(f"{sign} {visible(line)}\n" for line in text.splitlines() if line)


def _pair_lines(pair: Pair, language: str) -> list[str]:
    ids = [",".join(s.id for s in side) for side in (pair.before, pair.after) if side]
    place = " → ".join(dict.fromkeys(ids))
    what = ["moved"] if pair.moved else []
    what += [pair.kind.value] if pair.kind is not PairKind.UNCHANGED else []
    if pair.kind is PairKind.NEW:
        words = f"{{+{pair.after_text(language)}+}}"
    elif pair.kind is PairKind.DROPPED:
        words = f"[-{pair.before_text(language)}-]"
    else:
        words = marked(pair.edits) or pair.after_text(language)
    return ["", f"@@ {place} {', '.join(what)} @@", visible(words)]


def marked(edits: tuple[WordEdit, ...]) -> str:
    """The words of both sides, marked as `git diff --word-diff` marks them."""
    signs = {Op.KEEP: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
    return "".join(f"{signs[edit.op][0]}{edit.text}{signs[edit.op][1]}" for edit in edits)
