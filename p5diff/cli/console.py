"""Where the command line meets the terminal: colour, width, safe printing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from p5diff import terminal
from p5diff.errors import P5DiffError

if TYPE_CHECKING:
    from p5diff.model.alignment import Note
    from p5diff.model.setaside import SetAside
    from p5diff.report.terminal.layout import Line


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def use_color(choice: Color = Color.AUTO) -> bool:
    """`--color` beats NO_COLOR beats FORCE_COLOR/CLICOLOR_FORCE beats "is it a terminal?".

    Conventions of no-color.org and bixense.com/clicolors.
    """
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0" or os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return terminal.is_terminal() and os.environ.get("TERM") != "dumb"


_WIDEST = 10_000
"""Cells of a line, at most: no screen has a tenth of it, and COLUMNS may say anything."""


def width(chosen: int | None = None) -> int:
    """Cells a line may take: `--width`, else COLUMNS, else the terminal's, else 80; 40 to 10,000."""
    return min(max(chosen or shutil.get_terminal_size((80, 24)).columns, 40), _WIDEST)


def show(
    lines: Iterable[Line],
    output: Path | None,
    color: Color,
    *,
    inputs: Sequence[str] = (),
    paged: bool = True,
) -> None:
    """To the terminal, through a pager where they are longer than it; into a file without colour,
    unless it is asked for.
    """
    import io

    from p5diff.report.terminal import paint

    text = io.StringIO()
    paint(lines, text, color=colored(color, output))
    give(text.getvalue(), output, inputs=inputs, paged=paged)


def colored(color: Color, output: Path | None) -> bool:
    """Whether what goes there is coloured: a file only where it is asked for."""
    return color is Color.ALWAYS if output is not None else use_color(color)


def give(text: str, output: Path | None, *, inputs: Sequence[str] = (), paged: bool = True) -> None:
    """Text that is drawn already: into a file, or to the terminal as `show` does."""
    if output is not None:
        from p5diff.workflows.output import write_whole

        write_whole(output, text.encode("utf-8"), inputs=inputs)
    elif not paged or not terminal.page(text, shutil.get_terminal_size((80, 24)).lines):
        terminal.stdout().write(text)


def paged(wanted: Callable[[], bool]) -> AbstractContextManager[None]:
    """Keep back what is printed inside, and page it as a whole where that is `wanted` at the end."""
    return terminal.held(lambda: shutil.get_terminal_size((80, 24)).lines if wanted() else 0)


def say(text: str) -> None:
    """Print a line to stdout, made safe."""
    terminal.out(text + "\n")


def changed(what: str, commit: str, notes: Sequence[Note]) -> None:
    """Print what became of a corpus, and what had to be said of its state."""
    for note in notes:
        tell(f"note: {note.message}")
    say(f"{what}, committed {commit[:10]}" if commit else what)


def left_out(pieces: Sequence[SetAside], *, most: int | None = None) -> None:
    """Print what was left out of a text, one piece a line: where, why, its words."""
    for piece in pieces[:most]:
        caller = f", called by {piece.sentence}" if piece.sentence else ""
        say(f"  left out  {piece.place} ({piece.reason.value}{caller}): {' '.join(piece.text.split())}")
    if most is not None and len(pieces) > most:
        say(f"  left out  {len(pieces) - most} more (--dry-run lists them all)")
    if not pieces and most is None:
        say("  nothing was left out")


def tell(text: str) -> None:
    """Print a line to stderr, made safe."""
    terminal.tell(text)


def show_reading() -> None:
    """Have long readings of files told on stderr, where a person looks at it."""
    if terminal.is_watched():
        from p5diff.ingest.sandbox.progress import watch

        watch(lambda page, pages: terminal.status(f"reading page {page} of {pages}" if pages else ""))


def tell_error(error: P5DiffError) -> None:
    """An expected failure: what happened, why, what to do, and where to read more."""
    tell(f"p5diff: {error}")
    tell(f"More: docs/messages.md#{error.slug}")
