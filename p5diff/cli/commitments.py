"""`p5diff commitments REF`: what one statement promises, and the rule behind each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    ColorOption,
    CorpusOption,
    EncodingOption,
    LadderOption,
    LanguageOption,
    WidthOption,
)


class CommitmentsFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("commitments", epilog=epilog("commitments"))(commitments)


def commitments(
    ref: Annotated[str, typer.Argument(metavar="REF", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    kinds: Annotated[
        str,
        typer.Option("--kind", help="Kinds: commitment,position,call,process,record,none, or all."),
    ] = "commitment",
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind each.")] = False,
    format_: Annotated[
        CommitmentsFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = CommitmentsFormat.TERMINAL,
    language: LanguageOption = None,
    encoding: EncodingOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> None:
    """List the commitments of a statement: who, what verb, how strong, by when."""
    from p5diff.workflows.commitments import commitments_of

    found = commitments_of(
        ref, corpus=corpus, language=language, encoding=encoding, ladder=ladder, kinds=kinds
    )
    if format_ is CommitmentsFormat.JSON:
        from p5diff.model.codec import to_dict
        from p5diff.report.json import envelope

        data = {"ref": found.meta.ref, "commitments": [to_dict(item) for item in found.items]}
        terminal.out(envelope("commitments", data))
        return
    from p5diff.report.terminal import paint
    from p5diff.report.terminal.commitments import commitment_lines

    explanations = found.explanations if explain else {}
    lines = commitment_lines(found.meta, found.items, explanations, console.width(width))
    paint(lines, terminal.stdout(), color=console.use_color(color))
