"""`p5diff show REF`: one statement, its paragraphs, topics and source."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, LookChoice, ReadingChoice, TopicsOption, with_groups

if TYPE_CHECKING:
    from p5diff.model.statement import Statement
    from p5diff.workflows.load import ReadingOptions
    from p5diff.workspace import Workspace


class ShowFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"
    TEXT = "text"


_NOTHING_SAID = ReadingChoice()
_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog=epilog("show"))(show)


@with_groups
def show(
    ref: Annotated[str, typer.Argument(metavar="REF", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    format_: Annotated[
        ShowFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = ShowFormat.TERMINAL,
    files: ReadingChoice = _NOTHING_SAID,
    source: Annotated[bool, typer.Option("--source", help="Show where each sentence came from.")] = False,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="List what is no part of the text, with place and reason.")
    ] = False,
    topics: TopicsOption = None,
    corpus: CorpusOption = None,
    look: LookChoice = _PLAIN,
) -> None:
    """Show a statement: numbered paragraphs, topics, where it came from."""
    from p5diff.workflows.load import load_with_notes

    reading = files.reading()
    if source:
        _show_source(ref, corpus, reading)
        return
    from p5diff.workspace import Workspace

    space = Workspace(corpus, topics=topics)
    loaded = load_with_notes(ref, corpus=space, reading=reading)
    if left_out and format_ is not ShowFormat.JSON:
        console.left_out(loaded.statement.set_aside)
        return
    for note in loaded.notes:
        console.tell(f"note: {note.message}")
    if format_ is ShowFormat.JSON:
        _json(loaded.statement)
    elif format_ is ShowFormat.TEXT:
        from p5diff.language import get
        from p5diff.text.stored import serialise

        terminal.out(serialise(loaded.statement.paragraphs, language=get(loaded.statement.meta.language)))
    else:
        _paint(loaded.statement, space, look)


def _json(statement: Statement) -> None:
    from p5diff.language import get
    from p5diff.model.codec import to_dict
    from p5diff.report.json import envelope
    from p5diff.text.clauses import clauses

    found = clauses(statement.paragraphs, language=get(statement.meta.language))
    data = to_dict(statement) | {"clauses": [to_dict(clause) for clause in found]}
    terminal.out(envelope("statement", data))


def _paint(statement: Statement, space: Workspace, look: LookChoice) -> None:
    from p5diff.report.terminal import paint
    from p5diff.report.terminal.statement import statement_lines
    from p5diff.workflows.topics import tagged

    tags, labels = tagged(statement, space)
    lines = statement_lines(statement, tags, labels, look.cells)
    paint(lines, terminal.stdout(), color=look.colored)


def _show_source(ref: str, corpus: Path | None, reading: ReadingOptions) -> None:
    from p5diff.workflows.origins import origins

    original, placed, left_out = origins(ref, corpus=corpus, reading=reading)
    console.say(f"{ref}, from {original}")
    names, places = max(len(item.id) for item in placed), max(len(item.place) for item in placed)
    for item in placed:
        console.say(f"  {item.id:<{names}}  {item.place:<{places}}  {item.text}")
    console.left_out(left_out)
