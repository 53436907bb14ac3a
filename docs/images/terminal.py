"""Draw a p5diff command's terminal output as a picture: python docs/images/terminal.py OUT.png ARGS…

Needs Chromium. The picture in the README is made by
    python docs/images/terminal.py docs/images/diff.png diff paris-2011 washington-2012
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 96
LINES = 50
THEME = TerminalTheme(
    (252, 251, 248),
    (34, 34, 34),
    [
        (34, 34, 34),
        (163, 60, 0),
        (0, 110, 60),
        (140, 90, 0),
        (0, 80, 160),
        (110, 60, 150),
        (0, 110, 120),
        (90, 90, 90),
    ],
)


def main(target: str, arguments: list[str]) -> None:
    """Run the command with colour, draw its first lines as SVG, photograph the SVG."""
    command = [sys.executable, "-m", "p5diff", *arguments, "--color", "always", "--width", str(WIDTH)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text(f"$ p5diff {' '.join(arguments)}", style="bold"))
    console.print(Text.from_ansi("\n".join(printed.splitlines()[:LINES])))
    svg = console.export_svg(title="p5diff", theme=THEME)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        # The exported picture asks a network for its font; a local one serves as well.
        svg = "\n".join(line for line in svg.splitlines() if "url(" not in line or "clip" in line)
        page.write_text(
            "<style>body{margin:0}svg{width:1180px}</style>" + svg.replace("Fira Code", "DejaVu Sans Mono")
        )
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                f"--screenshot={Path(target).resolve()}",
                f"--window-size=1180,{int(1180 / 96 * LINES * 2.05)}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
