"""Is a text an unfinished merge? Then nobody has said yet which of its two wordings holds.

Where two people changed the same lines, git leaves both in the file, between lines of its own:
"<<<<<<< HEAD", "=======" and ">>>>>>> other". They are no words of the text, and what stands between
them is not what anybody adopted.
"""

from __future__ import annotations

import re

from p5diff.errors import InputError

_OPENS = re.compile(r"(?:^|(?<=[\n\r]))<{7} [^\n\r]")
_PARTS = re.compile(r"(?<=[\n\r])={7}(?=[\n\r])")
_CLOSES = re.compile(r"(?<=[\n\r])>{7} [^\n\r]")


def check_merged(text: str, *, name: str) -> None:
    """Refuse a text with a conflict that git left in it (`InputError`, slug `unmerged`)."""
    line = line_of_conflict(text)
    if line:
        raise InputError(
            "unmerged",
            f"{name} holds an unfinished merge: line {line} begins a conflict that git left there",
            cause="two wordings of one passage stand in it, and nothing says which one holds",
            hint="choose between them in an editor (or with `git mergetool`), then try again",
        )


def line_of_conflict(text: str) -> int:
    """The line (from 1) at which a conflict that git left begins, 0 where there is none.

    All three marks are wanted, each at the start of a line, in this order. One alone is text: a line of seven
    "=" is a rule of Markdown.

    >>> line_of_conflict("They met.\\n<<<<<<< HEAD\\nIn May.\\n=======\\nIn June.\\n>>>>>>> draft\\n")
    2
    """
    if "<<<<<<< " not in text:
        return 0
    opened = _OPENS.search(text)
    parted = opened and _PARTS.search(text, opened.end())
    if opened and parted and _CLOSES.search(text, parted.end()):
        return len(text[: opened.start()].splitlines()) + 1
    return 0
