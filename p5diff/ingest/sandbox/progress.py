"""Who is told how far a long reading is: nobody, unless a program asks with `watch`."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

_watcher: ContextVar[Callable[[int, int], None] | None] = ContextVar("reading", default=None)


def watch(watcher: Callable[[int, int], None] | None) -> None:
    """Have `watcher(page, pages)` called now and then while a reading takes over two seconds, and
    with (0, 0) when it is over; None for silence. Holds for this thread and what it starts."""
    _watcher.set(watcher)


def watching() -> Callable[[int, int], None] | None:
    """Who wants to be told, if anyone."""
    return _watcher.get()
