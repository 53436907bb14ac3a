"""Lists of names in messages, which say when they are cut."""

from __future__ import annotations

from collections.abc import Sequence


def first_of(names: Sequence[str], most: int) -> str:
    """At most so many of the names, and "…" for what is not said.

    >>> first_of(["a", "b"], 2), first_of(["a", "b", "c"], 2)
    ('a, b', 'a, b, …')
    """
    return ", ".join([*names[:most], *["…"] * (len(names) > most)])
