"""`p5diff brief BEFORE AFTER`: the page a desk officer reads first."""

from __future__ import annotations

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


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog=epilog("brief"))(brief)


def brief(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    full: Annotated[bool, typer.Option("--full", help="Every change, not the page alone.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind every verdict.")] = False,
    language: LanguageOption = None,
    encoding: EncodingOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> None:
    """One page: what is new, dropped, stronger, weaker, by topic; then the ledger."""
    from p5diff.report.terminal import paint
    from p5diff.report.terminal.brief import brief_lines
    from p5diff.workflows.brief import make_brief

    made, _ = make_brief(
        before,
        after,
        corpus=corpus,
        before_language=language,
        after_language=language,
        encoding=encoding,
        ladder=ladder,
    )
    lines = brief_lines(made, console.width(width), explain=explain, full=full)
    paint(lines, terminal.stdout(), color=console.use_color(color))
