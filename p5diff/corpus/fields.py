"""Read a table of data field by field, collecting every problem with the path to its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from p5diff.text.visible import visible

_E = TypeVar("_E", bound=StrEnum)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LARGEST = 999_999_999
"""No statement counts higher, and Python refuses to write out a number of thousands of digits."""
_LANGUAGE_KEY = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Fields:
    """One table. Asking for a field takes it; `close` reports what nobody asked for."""

    def __init__(self, data: Any, *, place: str, problems: list[str]) -> None:
        self._place = place
        self.problems = problems
        self._rest: dict[str, Any] = dict(data) if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self._say("", "must be a table")

    def _say(self, name: str, message: str) -> None:
        path = ".".join(part for part in (self._place, name) if part)
        self.problems.append(visible(f"{path}: {message}" if path else message))

    def say(self, name: str, message: str) -> None:
        """Report a problem with the field `name`."""
        self._say(name, message)

    def text(self, name: str, *, required: bool = False) -> str:
        """Text; empty when absent."""
        value = self._rest.pop(name, None)
        if value is None:
            if required:
                self._say(name, "is missing")
            return ""
        if isinstance(value, date):
            return value.isoformat()
        if not isinstance(value, str):
            self._say(name, f"must be text, not {_kind(value)}")
            return ""
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of text."""
        value = self._rest.pop(name, [])
        if not isinstance(value, list):
            self._say(name, f"must be a list of text, not {_kind(value)}")
            return ()
        plain = [v.isoformat() if isinstance(v, date) else v for v in value]
        for number, item in enumerate(plain):
            if not isinstance(item, str):
                self._say(f"{name}[{number}]", f"must be text, not {_kind(item)}")
        return tuple(item for item in plain if isinstance(item, str))

    def whole(self, name: str) -> int | None:
        """A whole number from 0, or None when absent."""
        value = self._rest.pop(name, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
            shown = "a larger one" if isinstance(value, int) and abs(value) > _LARGEST else repr(value)
            self._say(name, f"must be a whole number from 0 to {_LARGEST}, not {shown}")
            return None
        return value

    def flag(self, name: str) -> bool | None:
        """True or false, or None when absent."""
        value = self._rest.pop(name, None)
        if value is not None and not isinstance(value, bool):
            self._say(name, f"must be true or false, not {_kind(value)}")
            return None
        return value

    def choice(
        self, name: str, kind: type[_E], allowed: tuple[_E, ...], default: _E, *, required: bool = False
    ) -> _E:
        """One of `allowed`; `default` when absent."""
        value = self.text(name, required=required) or default.value
        if value not in [item.value for item in allowed]:
            self._say(name, f"{value!r} is not one of {', '.join(item.value for item in allowed)}")
            return default
        return kind(value)

    def date(self, name: str) -> str:
        """A date as YYYY-MM-DD, of a real day; empty when absent."""
        value = self.text(name)
        self._check_date(name, value)
        return value

    def dates(self, name: str) -> tuple[str, ...]:
        """A list of dates."""
        values = self.texts(name)
        for number, value in enumerate(values):
            self._check_date(f"{name}[{number}]", value or "(empty)")
        return values

    def _check_date(self, name: str, value: str) -> None:
        if value and not is_date(value):
            self._say(name, f"{value!r} is not a date of the form YYYY-MM-DD")

    def by_language(self, name: str) -> tuple[tuple[str, str], ...]:
        """A table of language → text."""
        pairs = self.pairs(name)
        for language, _ in pairs:
            if not _LANGUAGE_KEY.fullmatch(language):
                self._say(f"{name}.{language}", "is not a language tag such as en or zh")
        return pairs

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """A table of name → text."""
        value = self._rest.pop(name, {})
        if not isinstance(value, dict):
            self._say(name, f"must be a table, not {_kind(value)}")
            return ()
        for key, item in value.items():
            if not isinstance(item, str):
                self._say(f"{name}.{key}", f"must be text, not {_kind(item)}")
        return tuple((key, item) for key, item in value.items() if isinstance(item, str) and item)

    def tables(self, name: str) -> list[Fields]:
        """A list of tables."""
        value = self._rest.pop(name, [])
        if not isinstance(value, list):
            self._say(name, f"must be a list of tables, not {_kind(value)}")
            return []
        return [
            Fields(item, place=f"{self._place}.{name}[{n}]".lstrip("."), problems=self.problems)
            for n, item in enumerate(value)
        ]

    def check(self, name: str, value: str, problem_of: Callable[[str], str]) -> None:
        """Report what `problem_of(value)` says, if it says anything."""
        problem = problem_of(value)
        if problem:
            self._say(name, f"{value[:60]!r}: {problem}")

    def close(self) -> None:
        """Report the fields that nobody asked for: a misspelt name must not pass unseen."""
        for name in self._rest:
            self._say(name, "is not a field that p5diff knows")


def is_date(value: str) -> bool:
    """Whether the text is a real day written YYYY-MM-DD.

    >>> is_date("2012-06-29"), is_date("2012-02-30")
    (True, False)
    """
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "text"}
    return names.get(type(value), "a list" if isinstance(value, list) else "a table")
