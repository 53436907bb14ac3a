"""A corpus as a table: what there is, in which texts, and where the rest can be had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TextIO

from p5diff.model.statement import Coverage, Edition
from p5diff.report.cut import cells
from p5diff.text.visible import visible

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


class ListedText(Protocol):
    """A text of a listed statement."""

    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def edition(self) -> Edition: ...  # noqa: D102
    @property
    def coverage(self) -> Coverage: ...  # noqa: D102


class ListedStatement(Protocol):
    """What the table shows of a statement; the corpus's entries have it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def dates(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def texts(self) -> Sequence[ListedText]: ...  # noqa: D102
    @property
    def certain(self) -> bool: ...  # noqa: D102

    def title(self, language: str = "en") -> str: ...  # noqa: D102


def print_listing(entries: Sequence[ListedStatement], stream: TextIO, *, width: int, color: bool) -> None:
    """Write the table; long cells wrap, nothing is cut off. From `LONG` statements on, a line each."""
    if len(entries) >= LONG:
        stream.writelines(_plain_lines(entries))
        return
    import io

    from rich.console import Console

    # Rich ends the process itself when a pipe closes; drawing into memory keeps that decision ours.
    drawn = io.StringIO()
    console = Console(
        file=drawn,
        width=width,
        force_terminal=color,
        color_system="256" if color else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(_table(entries))
    stream.write("".join(line.rstrip() + "\n" for line in drawn.getvalue().splitlines()))


LONG = 500
"""Statements from which on each takes one line without a frame: nobody reads as many as a table, a line each
is what `grep` and `less` want, and to lay out cells of ten thousand statements takes seconds."""
_WIDEST = 40
"""Cells a column is filled up to: a name that is longer pushes its own line only."""
_GAP = "  "


def _plain_lines(entries: Sequence[ListedStatement]) -> Iterator[str]:
    rows = [("id", "date", "place", "title", "texts"), *map(_one_line, entries)]
    widths = [min(max(map(cells, column)), _WIDEST) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        padded = (value + " " * (width - cells(value)) for value, width in zip(row, widths, strict=False))
        yield _GAP.join((*padded, row[-1])).rstrip() + "\n"


def _one_line(entry: ListedStatement) -> tuple[str, ...]:
    return tuple(visible(" ".join(value.replace("\n", "; ").split())) for value in _values(entry))


def _table(entries: Sequence[ListedStatement]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for name in ("id", "date", "place", "title", "texts"):
        table.add_column(name, overflow="fold", no_wrap=name != "title")
    for entry in entries:
        table.add_row(*(_cell(value) for value in _values(entry)))
    return table


def _values(entry: ListedStatement) -> tuple[str, ...]:
    date = entry.dates[-1] if entry.dates else ""
    doubt = "" if entry.certain else " (not verified)"
    texts = "\n".join(text_words(text) for text in entry.texts) or "none here"
    title = entry.title()
    return entry.id, date, entry.place, ("" if title == entry.id else title) + doubt, texts


def text_words(text: ListedText) -> str:
    """`zh official`, `en digest, partial`."""
    partial = ", partial" if text.coverage is Coverage.PARTIAL else ""
    return f"{text.language} {text.edition.value}{partial}"


def _cell(value: str) -> Text:
    """As it is: no markup, no links, every hidden character spelled out."""
    from rich.text import Text

    return Text(visible(value))
