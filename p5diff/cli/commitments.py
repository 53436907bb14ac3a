"""`p5diff commitments REF`: what one statement promises, and the rule behind each."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    CorpusOption,
    EncodingOption,
    LadderOption,
    LanguageOption,
    LookChoice,
    ShownAs,
    ShownAsOption,
    with_groups,
)

_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("commitments", epilog=epilog("commitments"))(commitments)


@with_groups
def commitments(
    ref: Annotated[str, typer.Argument(metavar="REF", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    kinds: Annotated[
        str,
        typer.Option("--kind", help="Kinds: commitment,position,call,process,record,none, or all."),
    ] = "commitment",
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind each.")] = False,
    format_: ShownAsOption = ShownAs.TERMINAL,
    language: LanguageOption = None,
    encoding: EncodingOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    look: LookChoice = _PLAIN,
) -> None:
    """List the commitments of a statement: who, what verb, how strong, by when."""
    from p5diff.workflows.commitments import commitments_of

    found = commitments_of(
        ref, corpus=corpus, language=language, encoding=encoding, ladder=ladder, kinds=kinds
    )
    if format_ is ShownAs.JSON:
        from p5diff.model.codec import to_dict
        from p5diff.report.json import envelope

        data = {"ref": found.meta.ref, "commitments": [to_dict(item) for item in found.items]}
        terminal.out(envelope("commitments", data))
        return
    from p5diff.report.terminal import paint
    from p5diff.report.terminal.commitments import commitment_lines

    explanations = found.explanations if explain else {}
    lines = commitment_lines(found.meta, found.items, explanations, look.cells)
    paint(lines, terminal.stdout(), color=look.colored)
