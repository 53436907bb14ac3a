"""`p5diff report A B [C …] -o DIR`: pages, Word files and an index for a series of texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from p5diff import disk, terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import ReadingChoice, SpaceChoice, with_groups
from p5diff.cli.words import LangOption, code
from p5diff.errors import EXIT_DONE

_NOTHING_SAID = ReadingChoice()
_AS_FOUND = SpaceChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", epilog=epilog("report"))(report)


@with_groups
def report(
    texts: Annotated[
        list[str], typer.Argument(metavar="A B [C …]", help="ID[:LANG[.EDITION]][@REV], or files, in order.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path("report"),
    open_: Annotated[bool, typer.Option("--open", help="Open the index in a browser.")] = False,
    lang: LangOption = None,
    files: ReadingChoice = _NOTHING_SAID,
    where: SpaceChoice = _AS_FOUND,
) -> int:
    """Write a folder of reports: each text against the next, with an index and a table."""
    from p5diff.workflows.report import report as write_report

    seen = terminal.errors_are_seen()
    index = write_report(
        texts,
        output,
        corpus=where.space(),
        reading=files.reading(),
        words=code(lang),
        progress=console.tell if seen else lambda _: None,
    )
    console.say(str(index))
    if open_:
        import webbrowser

        webbrowser.open(disk.real(index).as_uri())
    return EXIT_DONE
