"""The brief as data."""

from __future__ import annotations

from dataclasses import asdict

from p5diff.model.comparison import FORMAT_VERSION
from p5diff.report.json import dump
from p5diff.report.sheets.sheet import Sheet


def render(sheet: Sheet) -> str:
    """The sheet as indented JSON, with the version of the form and what it is."""
    return dump({"format_version": FORMAT_VERSION, "kind": "brief", **asdict(sheet)})
