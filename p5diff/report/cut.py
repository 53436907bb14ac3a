"""Text cut to a length in cells, at the end of a word, with … for what is left out."""

from __future__ import annotations

from collections.abc import Sequence


def cells(text: str) -> int:
    """Width of a text in terminal cells: Han characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def short(text: str, longest: int) -> str:
    """The text, or its start and … in at most so many cells; whole where `longest` is 0."""
    if not longest or cells(text) <= longest:
        return text
    stop = holds(text, longest - 2)
    space = text.rfind(" ", 1, stop)
    space = space if space >= stop // 2 or _in_word(text, stop) else -1
    return f"{text[: space if space > 0 else stop].rstrip()} …"


def holds(text: str, longest: int) -> int:
    """How many characters of the text take at most so many cells."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > longest:
            return index
    return len(text)


def end(text: str, longest: int) -> str:
    """The end of a text in about so many cells, from the space before a word where there is one."""
    start = len(text) - holds(text[::-1], longest)
    space = text.find(" ", start)
    return text[space if 0 <= space < len(text) - 1 else start :]


def telling(text: str, longest: int, acts: Sequence[str]) -> str:
    """The text, or its start and … in at most so many cells; where the words that act (the first of `acts`
    that it holds) stand too far behind for that, a shorter start, then the clause with them.
    """
    if not longest or cells(text) <= longest:
        return text
    at, acting = next(((at, words) for words in acts if (at := _place(text, words)) >= 0), (0, ""))
    if acting and cells(text[: at + len(acting)]) > longest * 2 // 3:
        head = short(text, longest // 3).removesuffix(" …") if longest >= _TWO_PARTS else ""
        head = f"{head} " if head and not _in_word(text, len(head)) else ""
        start = max(text.rfind(mark, 0, at) for mark in _CLAUSES) + 1
        if cells(text[start : at + len(acting)]) > longest // 2:
            start = at
        if any(sign in text[len(head.rstrip()) : start] for sign in ENDS):
            head = ""  # what is said behind such a sign may be another's: "A, who …; and B, who …"
        if start > len(head):
            return f"{head}… {short(text[start:].lstrip(), longest - cells(head) - 2)}"
    return short(text, longest)


def _place(text: str, words: str) -> int:
    """Where these words stand, not as letters of others ("ont" in "contrat"); -1 where nowhere."""
    at = text.find(words)
    while at >= 0 and any(_between_letters(text, edge) for edge in (at, at + len(words))):
        at = text.find(words, at + 1)
    return at


def _between_letters(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() and _in_word(text, at)


_TWO_PARTS = 48
"""Cells that hold the beginning of a sentence and, behind it, the words that act: in fewer, these alone."""
ENDS = (";", "；", "؛", ". ", "。")
"""Signs that end what one says: its beginning is never put before words from behind such a sign."""
_CLAUSES = (", ", "，", "، ", "; ", "；", "؛ ", ": ", "：")
"""Signs before a clause."""


_LONGEST_WORD = 30
"""Letters: what is longer is no word (an address, a text without spaces) and may be cut anywhere."""


def _in_word(text: str, at: int) -> bool:
    """Whether a place lies inside a word; never in scripts that set no spaces."""
    if not 0 < at < len(text) or text[at - 1].isspace() or text[at].isspace() or cells(text[at]) > 1:
        return False
    stop = text.find(" ", at)
    return (stop if stop >= 0 else len(text)) - text.rfind(" ", 0, at) - 1 <= _LONGEST_WORD
