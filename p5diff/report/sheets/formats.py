"""Forms of the brief that are files: one line each. The terminal's form is `p5diff.report.terminal.brief`."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from p5diff.errors import P5DiffError
from p5diff.report.formats import refuse_foreign

if TYPE_CHECKING:
    from p5diff.report.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """A form: its name, the module whose `render(sheet)` makes it, the suffixes of its files."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False

    def render(self, sheet: Sheet) -> bytes:
        """The sheet as the bytes of a file. Raises `P5DiffError` where an extra is missing."""
        content: str | bytes = importlib.import_module(self.module).render(sheet)
        return content if isinstance(content, bytes) else content.encode("utf-8")


TERMINAL = SheetFormat("terminal", "", (".txt",))
SHEET_FORMATS = (
    TERMINAL,
    SheetFormat("markdown", "p5diff.report.sheets.markdown", (".md", ".markdown")),
    SheetFormat("html", "p5diff.report.sheets.html", (".html", ".htm")),
    SheetFormat("docx", "p5diff.report.sheets.word", (".docx",), binary=True),
    SheetFormat("pdf", "p5diff.report.sheets.pdf", (".pdf",), binary=True),
    SheetFormat("json", "p5diff.report.sheets.json", (".json",)),
)
"""All forms, in the order help shows them."""


def chosen(name: str | None, output: PurePath | None) -> SheetFormat:
    """The form named, else the one the file's name says, else the terminal's.

    Raises `P5DiffError`: `format-contradicts-name` where name and form disagree, `output-needed` where a
    form that is no text has no file to go to.
    """
    suffix = output.suffix.lower() if output else ""
    said = next((form for form in SHEET_FORMATS if suffix and suffix in form.suffixes), None)
    if said is None and name is None:
        refuse_foreign(output, [suffix for form in SHEET_FORMATS for suffix in form.suffixes])
    form = said or TERMINAL if name is None else next(f for f in SHEET_FORMATS if f.name == name)
    if said is not None and said is not form:
        raise P5DiffError(
            "format-contradicts-name",
            f"{output} is the name of a {said.name} file, and --format asks for {form.name}",
            cause="a program that opens the file goes by its name",
            hint=f"name it *{form.suffixes[0]}, or leave --format out",
        )
    if form.binary and output is None:
        raise P5DiffError(
            "output-needed",
            f"{form.name} output needs a file",
            cause="it is not text that a terminal could show",
            hint="add --output FILE",
        )
    return form
