"""Dates as a reader says them in English."""

from __future__ import annotations

import re

_MONTHS = ("January February March April May June July August September October November December").split()
_NO_YEAR = re.compile(r"--(?:0[1-9]|1[0-2])-[0-3][0-9]")
"""A day of any year, as ISO 8601 writes it."""


def day(date: str) -> str:
    """`2012-06-29` → `29 June 2012`, `--10-25` → `25 October`; what is no full date stays as it is."""
    if found := day_and_month(date):
        return f"{found[0]} {_MONTHS[found[1] - 1]}"
    parts = date.split("-")
    if month(date) and len(parts) > 2 and parts[2].isascii() and parts[2].isdigit():
        return f"{int(parts[2])} {month(date)}"
    return month(date)


def day_and_month(date: str) -> tuple[int, int] | None:
    """`--10-25` → 25 and 10; nothing for what has a year, or is no day."""
    return (int(date[5:]), int(date[2:4])) if _NO_YEAR.fullmatch(date) else None


def month(date: str) -> str:
    """`2012-06-29` → `June 2012`; what names no month stays as it is."""
    parts = date.split("-")
    if len(parts) > 1 and parts[1].isascii() and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return date
