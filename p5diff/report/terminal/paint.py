"""Lines of chunks to text: plain, or with colour through Rich.

Colour never carries meaning alone: the marks `[-dropped-]` and `{+new+}` stand in the text, and
nothing is struck through, since what was dropped is there to be read.
Blue and a reddish brown are told apart by readers who do not see red and green. Each colour is one of the few
fixed ones that keep a contrast of 4.5 on black and on white: a program cannot know which it is read on.
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
    "dim": "color(243)",
    "delete": "color(131)",
    "insert": "color(63)",
    "new": "bold color(63)",
    "dropped": "bold color(131)",
    "reworded": "bold",
    "recast": "bold",
    "editorial": "color(243)",
    "unchanged": "color(243)",
    "uncovered": "italic color(243)",
    "moved": "bold color(98)",
    "stronger": "bold color(63)",
    "weaker": "bold color(131)",
    "caution": "color(163)",
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
