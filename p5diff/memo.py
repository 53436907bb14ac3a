"""Answers kept by the text they were asked for, bounded by what they hold and not only in number.

`functools.lru_cache(maxsize=8192)` keeps 8,192 answers whether each is of a sentence or of a paragraph of
6 MB: a bound in number is none in bytes where texts come from strangers. Here short texts are kept in
number, which bounds them, and longer ones as long as their sizes together stay below a sum.

    @memo(8192)
    def content(text: str, language: Language) -> tuple[str, ...]: ...
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, TypeVar

SHORT = 1000
"""Characters (of bytes: bytes) up to which a text counts as one of a number: nearly every sentence and
paragraph of a statement has fewer, and 8,192 of them have 8 million at most."""
MOST = 16_000_000
"""Characters of all longer texts kept together: those of the longest document that is read (`ingest`)."""

F = TypeVar("F", bound=Callable[..., Any])


def memo(number: int, *, most: int = MOST) -> Callable[[F], F]:
    """Keep what a function gives for its first argument, a text, and for the others, which are hashable.

    Of texts of at most `SHORT` characters the last `number` asked for are kept, of longer ones the last whose
    lengths add up to no more than `most`. The function gives the same for the same, and nobody changes what
    it gave.
    """

    def decorated(function: F) -> F:
        short = lru_cache(maxsize=number)(function)
        long = _Long(function, most)

        @wraps(function)
        def asked(text: str | bytes, *args: Any, **named: Any) -> Any:
            return (short if len(text) <= SHORT else long)(text, *args, **named)

        return asked  # type: ignore[return-value]

    return decorated


class _Long:
    """The answers for long texts, the last asked for at the end."""

    def __init__(self, function: Callable[..., Any], most: int) -> None:
        self._function = function
        self._most = most
        self._held: OrderedDict[object, tuple[int, Any]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __call__(self, text: str | bytes, *args: Any, **named: Any) -> Any:
        key = (text, args, tuple(named.items()))
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key][1]
        value = self._function(text, *args, **named)  # without the lock: it may ask for others
        with self._lock:
            if key not in self._held and len(text) <= self._most:
                self._held[key] = len(text), value
                self._size += len(text)
                self._shrink()
        return value

    def _shrink(self) -> None:
        while self._size > self._most:
            self._size -= self._held.popitem(last=False)[1][0]
