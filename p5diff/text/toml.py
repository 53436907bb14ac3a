"""Read TOML that anybody may have written: within bounds of work, and with one kind of failure.

The parser takes time that grows with the square of a dotted key, recurses into nested lists, and
hands a number of any length to `int`. It is tomli, from which the standard library's `tomllib` was
taken: the same code, but compiled, so that rules and large corpora are read in a third of the time.
"""

from __future__ import annotations

import re
from typing import Any

MOST = 2 * 1024 * 1024
"""Characters of the largest TOML file that is read: a hundred times the largest statement.toml,
thirty times the largest rule file of the project's own."""
_DOTS = 200
"""Dots outside quotation marks in one line: a key has two or three parts, and the time for one of
200 is a fifth of a millisecond."""
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*+(?P<open>(?!"))?"?|\'[^\']*\'')
"""What quotation marks hold in one line. One that nothing closes reaches to the end of the line (`open`), so
that no mark is looked at twice, and what it holds is counted: another string may have ended there."""


def read(text: str) -> dict[str, Any]:
    """The table that the text holds. Raises `ValueError` saying what is wrong, and at which line,
    for a mistake of syntax and for what goes over a bound."""
    import tomli  # two files outside any corpus need none

    if len(text) > MOST:
        raise ValueError(f"it has more than {MOST:,} characters")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _DOTS and _unquoted(line).count(".") > _DOTS:
            raise ValueError(f"a key of too many parts (at line {number}, column 1)")
    try:
        return tomli.loads(text)
    except RecursionError:
        raise ValueError("tables or lists are nested too deep") from None


def _unquoted(line: str) -> str:
    return _QUOTED.sub(lambda found: "" if found["open"] is None else found[0], line)
