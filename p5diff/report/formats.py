"""Formats of a comparison: one line each, and what each can do.

A new format is a module with `render(comparison, …) -> str | bytes` and a line in `FORMATS`; where its text
can grow long, `in_pieces(comparison, …)` gives it a piece at a time.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, Protocol, overload

from p5diff.errors import P5DiffError

if TYPE_CHECKING:
    from p5diff.model.comparison import Comparison


class Renderer(Protocol):
    """What the module of a format offers. Text is written as UTF-8."""

    def __call__(self, comparison: Comparison, /, **options: object) -> str | bytes:
        """The comparison in this format. Options are those the format honours."""
        ...


class InPieces(Protocol):
    """What the module of a format may offer beside `render`: the same text a piece at a time."""

    def __call__(self, comparison: Comparison, /, **options: object) -> Iterator[str]:
        """What `render` gives for the same options, cut anywhere between characters."""
        ...


_PIECE = 1 << 16
"""Characters that are written at once: a system call for each mark of a page costs more than the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat:
    """A form of output. `suffixes` are the file names it goes by, the usual one first.

    `honours` names the options of `p5diff diff` that change what it shows; the others are refused, so
    that nobody sends more than was asked for. `takes_suffix`: the file's suffix chooses among forms.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    takes_suffix: bool = False
    honours: frozenset[str] = field(default=frozenset())

    def render(self, comparison: Comparison, **options: object) -> bytes:
        """The comparison as the bytes of a file."""
        renderer: Renderer = importlib.import_module(self.module).render
        content = renderer(comparison, **options)
        return content if isinstance(content, bytes) else content.encode("utf-8")

    def pieces(self, comparison: Comparison, **options: object) -> Iterator[bytes]:
        """The same bytes, in pieces where the format can: a long report then never stands in memory whole.
        Text is cut between characters."""
        in_pieces: InPieces | None = getattr(importlib.import_module(self.module), "in_pieces", None)
        if in_pieces is None:
            yield self.render(comparison, **options)
            return
        held: list[str] = []
        size = 0
        for piece in in_pieces(comparison, **options):
            held.append(piece)
            size += len(piece)
            if size >= _PIECE:
                yield "".join(held).encode("utf-8")
                held, size = [], 0
        yield "".join(held).encode("utf-8")


_FILTERS = frozenset({"--only", "--topic"})

FORMATS: tuple[OutputFormat, ...] = (
    OutputFormat(
        name="terminal",
        module="p5diff.report.terminal",
        suffixes=(".txt",),
        honours=frozenset(
            {*_FILTERS, "--all", "--side-by-side", "--word-diff", "--explain", "--sort", "--stat"}
        ),
    ),
    OutputFormat(name="json", module="p5diff.report.json", suffixes=(".json",), honours=_FILTERS),
    OutputFormat(
        name="html",
        module="p5diff.report.html",
        suffixes=(".html", ".htm"),
        honours=_FILTERS | {"--explain", "--lang"},
    ),
    OutputFormat(
        name="docx",
        module="p5diff.report.docx",
        suffixes=(".docx",),
        binary=True,
        honours=_FILTERS | {"--explain", "--lang"},
    ),
    OutputFormat(
        name="odt",
        module="p5diff.report.odt",
        suffixes=(".odt",),
        binary=True,
        honours=_FILTERS | {"--explain", "--lang"},
    ),
    OutputFormat(
        name="pdf", module="p5diff.report.pdf", suffixes=(".pdf",), binary=True, honours=_FILTERS | {"--lang"}
    ),
    OutputFormat(
        name="markdown",
        module="p5diff.report.markdown",
        suffixes=(".md", ".markdown"),
        honours=_FILTERS | {"--all", "--lang"},
    ),
    OutputFormat(name="criticmarkup", module="p5diff.report.criticmarkup", suffixes=(), honours=_FILTERS),
    OutputFormat(
        name="table",
        module="p5diff.report.table",
        suffixes=(".csv",),
        takes_suffix=True,
        honours=frozenset({"--lang"}),
    ),
)
"""All formats, in the order help shows them."""
TABLE_SUFFIXES = (".html", ".docx", ".csv", ".md")


TextFormat = Literal["terminal", "json", "html", "markdown", "criticmarkup", "table"]
"""Names of the formats that are text."""


@overload
def render(comparison: Comparison, format: TextFormat = ...) -> str: ...
@overload
def render(comparison: Comparison, format: Literal["docx", "odt", "pdf"]) -> bytes: ...
@overload
def render(comparison: Comparison, format: str) -> str | bytes: ...
def render(comparison: Comparison, format: str = "terminal") -> str | bytes:
    """The whole comparison in a format: "terminal" (plain text, 80 columns), "json", "html", "docx", "odt",
    "pdf", "markdown", "criticmarkup" or "table" (CSV).

    Text comes as `str`, to be written as UTF-8; Word, OpenDocument and PDF come as the bytes of a file. The
    same comparison gives the same characters. Raises `P5DiffError` (slug `unknown-format`) for another name.

    >>> from p5diff import compare_texts
    >>> comparison = compare_texts("The States met.", "The States met in May.", language="en")
    >>> "**" in render(comparison, "markdown"), render(comparison, "docx")[:2]
    (True, b'PK')
    """
    if format not in [form.name for form in FORMATS]:
        raise P5DiffError(
            "unknown-format",
            f"{format!r} is not a format p5diff writes",
            cause="a comparison is drawn by one of the formats it knows",
            hint=f"use one of: {', '.join(form.name for form in FORMATS)}",
        )
    form = named(format)
    data = form.render(comparison)
    return data if form.binary else data.decode("utf-8")


def named(name: str) -> OutputFormat:
    """The format of that name, one of `FORMATS`."""
    return next(form for form in FORMATS if form.name == name)


def chosen(name: str | None, output: PurePath | None) -> OutputFormat:
    """The format to write: the one named, else the one the file's name says, else the terminal's.

    Raises `P5DiffError` (slug `format-contradicts-name`) where a file's name says another format than
    the one named: a mail program, or Word, would take it for what it is not.
    """
    suffix = output.suffix.lower() if output else ""
    said = next((form for form in FORMATS if suffix and suffix in form.suffixes), None)
    if name is None:
        if said is None:
            refuse_foreign(output, [suffix for form in FORMATS for suffix in form.suffixes])
        return said or named("terminal")
    wanted = named(name)
    allowed = TABLE_SUFFIXES if wanted.takes_suffix else wanted.suffixes
    fits = said is None or said is wanted or suffix in allowed or (suffix == ".md" and name == "criticmarkup")
    if not fits:
        raise P5DiffError(
            "format-contradicts-name",
            f"{output} is the name of a {said.name if said else ''} file, and --format asks for {name}",
            cause="a program that opens the file goes by its name",
            hint=f"name it *{allowed[0]}, or leave --format out" if allowed else "leave --format out",
        )
    return wanted


DOCUMENTS = frozenset(
    ".doc .docx .odt .rtf .pdf .epub .html .htm .md .markdown .json .csv .ods .xls .xlsx .xml .tex".split()
)
"""Endings by which a program takes a file for more than lines of text."""


def refuse_foreign(output: PurePath | None, able: Iterable[str]) -> None:
    """Raise `P5DiffError` (slug `format-contradicts-name`) for the name of a document that cannot be made
    here: lines for a terminal under it would be a broken file. Other names are those of plain text."""
    if output is not None and output.suffix.lower() in DOCUMENTS - {*able}:
        raise P5DiffError(
            "format-contradicts-name",
            f"{output} is the name of a {output.suffix.lower()} file, which this command does not write",
            cause="a program that opens the file goes by its name",
            hint=f"end the name in one of: {' '.join(able)}",
        )


def refuse(form: OutputFormat, given: frozenset[str]) -> None:
    """Raise `P5DiffError` (slug `option-not-honoured`) for an option that the format would ignore."""
    ignored = sorted(given - form.honours)
    if ignored:
        able = ", ".join(other.name for other in FORMATS if given <= other.honours) or "no format at all"
        raise P5DiffError(
            "option-not-honoured",
            f"{', '.join(ignored)} would change nothing in {form.name}",
            cause="the format shows the whole comparison",
            hint=f"leave the option out; formats that honour it: {able}",
        )
