"""Lines of chunks to text: plain, or with colour through Rich.

Colour never carries meaning alone: the marks `[-dropped-]` and `{+new+}` stand in the text, and
nothing is struck through, since what was dropped is there to be read.
Blue and orange are told apart by readers who do not see red and green.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TextIO

from p5diff.report.terminal.layout import Line, plain
from p5diff.terminal import safe

STYLES = {
    "title": "bold",
    "topic": "bold",
    "dim": "dim",
    "delete": "dark_orange3",
    "insert": "dodger_blue2",
    "new": "bold dodger_blue2",
    "dropped": "bold dark_orange3",
    "reworded": "bold",
    "recast": "bold",
    "editorial": "dim",
    "unchanged": "dim",
    "uncovered": "dim italic",
    "moved": "bold medium_purple3",
    "stronger": "bold dodger_blue2",
    "weaker": "bold dark_orange3",
    "caution": "yellow",
}


def paint(lines: Iterable[Line], stream: TextIO, *, color: bool) -> None:
    """Write the lines to `stream`; with `color` as ANSI styles, else as plain text."""
    if color:
        _paint_with_rich(lines, stream)
    else:
        stream.write("".join(safe(plain(line)) + "\n" for line in lines))


def _paint_with_rich(lines: Iterable[Line], stream: TextIO) -> None:
    from rich.console import Console
    from rich.segment import Segment, Segments
    from rich.style import Style

    styles = {name: Style.parse(definition) for name, definition in STYLES.items()}
    drawn = io.StringIO()
    console = Console(file=drawn, force_terminal=True, color_system="256", width=10_000, legacy_windows=False)
    for line in lines:
        segments = [Segment(safe(c.text), styles.get(c.style)) for c in line]
        console.print(Segments([*segments, Segment.line()]), end="", soft_wrap=True)
    # Rich ends the process itself when a pipe closes; drawing into memory keeps that decision ours.
    stream.write(drawn.getvalue())
