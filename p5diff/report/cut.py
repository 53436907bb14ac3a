"""Text cut to a length in cells, at the end of a word, with … for what is left out."""

from __future__ import annotations


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


def around(text: str, longest: int) -> str:
    """A text with … for its middle: its beginning and its end say what it stands between. Where the last
    word is too long for that, its beginning alone: "…nsomware" is no word of anybody's."""
    if cells(text) <= longest:
        return text
    half = max((longest - 3) // 2, 1)
    behind = end(text, half)
    if _in_word(text, len(text) - len(behind)):
        return short(text, longest)
    return f"{short(text, half + 2)}{behind}"


_LONGEST_WORD = 30
"""Letters: what is longer is no word (an address, a text without spaces) and may be cut anywhere."""


def _in_word(text: str, at: int) -> bool:
    """Whether a place lies inside a word; never in scripts that set no spaces."""
    if not 0 < at < len(text) or text[at - 1].isspace() or text[at].isspace() or cells(text[at]) > 1:
        return False
    stop = text.find(" ", at)
    return (stop if stop >= 0 else len(text)) - text.rfind(" ", 0, at) - 1 <= _LONGEST_WORD
