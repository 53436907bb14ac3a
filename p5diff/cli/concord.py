"""`p5diff concord BEFORE AFTER`: two language versions of one statement side by side."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    CorpusOption,
    LadderOption,
    LookChoice,
    SemanticModelOption,
    VersionsReadingChoice,
    with_groups,
)
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS

if TYPE_CHECKING:
    from p5diff.model.concordance import Concordance


class ConcordFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    HTML = "html"
    TABLE = "table"
    JSON = "json"
    TMX = "tmx"


_BY_SUFFIX = {
    ".html": ConcordFormat.HTML,
    ".htm": ConcordFormat.HTML,
    ".csv": ConcordFormat.TABLE,
    ".json": ConcordFormat.JSON,
    ".tmx": ConcordFormat.TMX,
}


_NOTHING_SAID = VersionsReadingChoice()
_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("concord", epilog=epilog("concord"))(concord)


@with_groups
def concord(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="ID:LANG[.EDITION][@REV], or a file.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The same in another language.")],
    format_: Annotated[
        ConcordFormat | None,
        typer.Option("--format", "-f", help="Form of the output.", show_default="by the name of --output"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    discrepancies: Annotated[
        bool, typer.Option("--discrepancies", help="Show what to look at, without the texts (terminal).")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are discrepancies.")
    ] = False,
    semantic: Annotated[
        bool,
        typer.Option("--semantic", help="Ask a local model of meaning where wording leaves a link open."),
    ] = False,
    semantic_model: SemanticModelOption = None,
    files: VersionsReadingChoice = _NOTHING_SAID,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    look: LookChoice = _PLAIN,
) -> int:
    """Set two language versions of one statement side by side, and say where they differ."""
    from p5diff.workflows.concord import concord as make

    made = make(
        before,
        after,
        corpus=corpus,
        readings=files.readings(),
        ladder=ladder,
        semantic=semantic,
        semantic_model=semantic_model,
    )
    form = format_ or (_BY_SUFFIX.get(output.suffix.lower()) if output else None) or ConcordFormat.TERMINAL
    _deliver(made, form, output, look, everything=not discrepancies, inputs=(before, after))
    return EXIT_FINDINGS if exit_code and made.discrepancies else EXIT_DONE


def _deliver(
    made: Concordance,
    form: ConcordFormat,
    output: Path | None,
    look: LookChoice,
    *,
    everything: bool,
    inputs: tuple[str, str],
) -> None:
    if form is ConcordFormat.TERMINAL and output is None:
        from p5diff.report.concord.terminal import lines
        from p5diff.report.terminal import paint

        paint(lines(made, look.cells, everything=everything), terminal.stdout(), color=look.colored)
        return
    from p5diff.report.concord import render

    text = render(made, form.value, width=look.cells, everything=everything)
    if output is None:
        terminal.hand_over(text)
    else:
        from p5diff.workflows.output import write_whole

        write_whole(output, text.encode("utf-8"), inputs=inputs)
