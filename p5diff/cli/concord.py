"""`p5diff concord BEFORE AFTER`: two language versions of one statement side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    CarrierOption,
    ColorOption,
    CorpusOption,
    EncodingOption,
    LadderOption,
    SemanticModelOption,
    WidthOption,
    reading_options,
    with_groups,
)
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS

if TYPE_CHECKING:
    from p5diff.model.concordance import Concordance
    from p5diff.workflows.load import ReadingOptions


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Versions:
    """How the files of the two versions are read."""

    encoding: EncodingOption = None
    carrier: CarrierOption = ""
    before_language: Annotated[str | None, typer.Option(help="Language of BEFORE, overruling detection.")] = (
        None
    )
    after_language: Annotated[str | None, typer.Option(help="Language of AFTER, overruling detection.")] = (
        None
    )

    def readings(self) -> tuple[ReadingOptions, ReadingOptions]:
        """How each of the two is read."""
        return (
            reading_options(self.before_language, self.encoding, self.carrier),
            reading_options(self.after_language, self.encoding, self.carrier),
        )


_NOTHING_SAID = _Versions()


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
    files: _Versions = _NOTHING_SAID,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
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
    _deliver(
        made, form, output, console.width(width), color, everything=not discrepancies, inputs=(before, after)
    )
    return EXIT_FINDINGS if exit_code and made.discrepancies else EXIT_DONE


def _deliver(
    made: Concordance,
    form: ConcordFormat,
    output: Path | None,
    width: int,
    color: console.Color,
    *,
    everything: bool,
    inputs: tuple[str, str],
) -> None:
    if form is ConcordFormat.TERMINAL and output is None:
        from p5diff.report.concord.terminal import lines
        from p5diff.report.terminal import paint

        paint(lines(made, width, everything=everything), terminal.stdout(), color=console.use_color(color))
        return
    from p5diff.report.concord import render

    text = render(made, form.value, width=width, everything=everything)
    if output is None:
        terminal.hand_over(text)
    else:
        from p5diff.workflows.output import write_whole

        write_whole(output, text.encode("utf-8"), inputs=inputs)
