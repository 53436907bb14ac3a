"""`p5diff list`: what the corpus holds, and what it only knows of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.options import ColorOption, CorpusOption, WidthOption
from p5diff.errors import EXIT_DONE, EXIT_MISUSE


class ListFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list")(list_statements)


def list_statements(
    format_: Annotated[
        ListFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = ListFormat.TERMINAL,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> int:
    """List the corpus: id, date, place, title, texts.

    Exit code 2 where a statement cannot be read; the others are listed all the same.
    """
    from p5diff.workflows.listing import listing

    listed = listing(corpus)
    code = EXIT_MISUSE if listed.problems else EXIT_DONE
    for problem in listed.problems:
        console.tell(f"cannot be read: {problem}")
    if format_ is ListFormat.JSON:
        from p5diff.model.codec import to_dict

        data = {
            "corpus": listed.corpus,
            "statements": [to_dict(entry) for entry in listed.entries],
        }
        data["problems"] = list(listed.problems)
        from p5diff.report.json import envelope

        terminal.out(envelope("list", data, version="1.0"))
        return code
    from p5diff.report.terminal.listing import print_listing

    print_listing(
        listed.entries, terminal.stdout(), width=console.width(width), color=console.use_color(color)
    )
    if any(not entry.texts for entry in listed.entries):
        console.say("none here: catalogued only; p5diff show ID says where it can be had")
    console.say(f"corpus: {listed.corpus}")
    return code
