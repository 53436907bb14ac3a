"""Styles that are based on one another, in the formats that have them."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TypeVar

K = TypeVar("K")


def lineage(key: K, parent: Callable[[K], K | None], known: Container[K]) -> list[tuple[K, K]]:
    """A style and those it is based on, each with the one it takes from: the furthest first, from the one
    whose parent is known already or is none, or has come before, as in a loop. `parent` gives None for a
    style that the document lacks.

    >>> lineage("c", {"c": "b", "b": "a", "a": ""}.get, known=())
    [('a', ''), ('b', 'a'), ('c', 'b')]
    """
    found: dict[K, K] = {}
    while key not in found and key not in known and (above := parent(key)) is not None:
        found[key] = above
        key = above
    return [*reversed(found.items())]
