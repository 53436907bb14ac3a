"""The brief as data."""

from __future__ import annotations

from dataclasses import asdict

from p5diff.report.json import envelope
from p5diff.report.sheets.sheet import Sheet


def render(sheet: Sheet) -> str:
    """The sheet as indented JSON, with the version of the form and what it is."""
    return envelope("brief", asdict(sheet))
