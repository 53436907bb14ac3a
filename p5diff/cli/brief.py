"""`p5diff brief BEFORE AFTER`: the page a desk officer reads first."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import LookChoice, ReadingChoice, SpaceChoice, with_groups
from p5diff.cli.words import LangOption, code
from p5diff.report.sheets.formats import SHEET_FORMATS, SheetFormat, chosen

if TYPE_CHECKING:
    from p5diff.model.comparison import Comparison
    from p5diff.workspace import Workspace

Format = StrEnum("Format", {form.name.upper(): form.name for form in SHEET_FORMATS})  # type: ignore[misc]

_NOTHING_SAID = ReadingChoice()
_AS_FOUND = SpaceChoice()
_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog=epilog("brief"))(brief)


@with_groups
def brief(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Form of the page.", show_default="by the name of --output"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    topic: Annotated[str, typer.Option("--topic", help="Topics to speak of, e.g. ctbt,safeguards.")] = "",
    full: Annotated[bool, typer.Option("--full", help="Every change, not the page alone.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind every verdict.")] = False,
    lang: LangOption = None,
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page what is longer than the screen.")
    ] = True,
    files: ReadingChoice = _NOTHING_SAID,
    where: SpaceChoice = _AS_FOUND,
    look: LookChoice = _PLAIN,
) -> None:
    """One page: the answer in a sentence, five points at most, counts by topic, the ledger."""
    from p5diff.report.phrasebook import phrases
    from p5diff.report.terminal.brief import brief_lines
    from p5diff.workflows.brief import alarms_about, brief_of
    from p5diff.workflows.compare import compare_in

    form = chosen(format_.value if format_ else None, output)
    _refuse(form, explain)
    space = where.space()
    comparison = compare_in(space, before, after, readings=(files.reading(), files.reading()))
    words = phrases(code(lang))
    made = brief_of(comparison, _topics(topic, comparison, space), words.language)
    alarms = alarms_about(comparison, space, words.language) if not topic else ()
    if form.name == "terminal":
        lines = brief_lines(made, look.cells, explain=explain, full=full, words=words, alarms=alarms)
        console.show(lines, output, look.color, inputs=(before, after), paged=pager)
    else:
        from p5diff.report.sheets.sheet import sheet

        data = form.render(sheet(made, words, full=full, alarms=alarms))
        _hand_over(data, output, inputs=(before, after))


def _hand_over(data: bytes, output: Path | None, inputs: tuple[str, str]) -> None:
    if output is None:
        terminal.hand_over(data.decode("utf-8"))
        return
    from p5diff.workflows.output import write_whole

    write_whole(output, data, inputs=inputs)


def _refuse(form: SheetFormat, explain: bool) -> None:
    """An option that would change nothing is refused by name."""
    if explain and form.name != "terminal":
        from p5diff.errors import P5DiffError

        raise P5DiffError(
            "option-not-honoured",
            f"--explain would change nothing in {form.name}",
            cause="a page that is sent shows the verdicts, not the rules behind them",
            hint="leave it out, or read the explanation in the terminal",
        )


def _topics(topic: str, comparison: Comparison, space: Workspace) -> frozenset[str]:
    from p5diff.cli.filters import chosen_topics

    return chosen_topics(topic, comparison, space)
