"""`p5diff series`, `trace`, `matrix`: one commitment through all statements of a series."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import ColorOption, CorpusOption, LadderOption, LanguageOption, WidthOption
from p5diff.errors import EXIT_DONE, P5DiffError

if TYPE_CHECKING:
    from p5diff.model.series import Series
    from p5diff.report.terminal.layout import Line

RefsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REF…]", help="Statements or files; none: all of the corpus.", show_default=False
    ),
]
NameOption = Annotated[str, typer.Option("--series", help="A series of the corpus, e.g. p5-conference.")]
SinceOption = Annotated[str, typer.Option("--since", help="First date: a year, or 2010-05-28.")]
UntilOption = Annotated[str, typer.Option("--until", help="Last date.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]


class Format(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"


class SeriesFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"
    TABLE = "table"
    TEI = "tei"


class MatrixFormat(StrEnum):
    """What comes out."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"


class By(StrEnum):
    """What the rows are."""

    TOPIC = "topic"
    THREAD = "thread"


def series(
    refs: RefsArgument = None,
    name: NameOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    format_: Annotated[
        SeriesFormat,
        typer.Option(
            "--format",
            "-f",
            help="Form of the output; table: HTML or Word to an .html or .docx file, else CSV.",
        ),
    ] = SeriesFormat.TERMINAL,
    output: OutputOption = None,
    language: LanguageOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> int:
    """Follow each commitment through successive statements: what lives, left, came back."""
    from p5diff.report.terminal.series import series_lines
    from p5diff.workflows.series import series as make

    made = make(
        refs or (), name=name, corpus=corpus, language=language, since=since, until=until, ladder=ladder
    )
    if format_ is SeriesFormat.JSON:
        from p5diff.model.codec import to_dict

        return _give_data(to_dict(made), output)
    if format_ in (SeriesFormat.TABLE, SeriesFormat.TEI):
        return _give_collation(made, format_, output)
    return _show(series_lines(made, console.width(width)), output, color)


def _give_collation(made: Series, format_: SeriesFormat, output: Path | None) -> int:
    from p5diff import __version__
    from p5diff.report.series import collation

    suffix = output.suffix.lower() if output else ""
    if format_ is SeriesFormat.TEI:
        from p5diff.report.series.tei import to_tei

        return _give(to_tei(made, __version__), output)
    if suffix == ".docx":
        from p5diff.report.series.word import to_docx

        return _give(to_docx(made), output)
    page = suffix in (".html", ".htm")
    return _give(collation.to_html(made, __version__) if page else collation.to_csv(made), output)


def trace(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="WHAT", help="Words, STATEMENT#PARAGRAPH, or a thread's id.", show_default=False
        ),
    ] = None,
    refs: RefsArgument = None,
    topic: Annotated[
        str, typer.Option("--topic", help="Topics, e.g. ctbt,safeguards, beside or instead.")
    ] = "",
    name: NameOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the output.")] = Format.TERMINAL,
    output: OutputOption = None,
    language: LanguageOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> int:
    """Follow one commitment or phrase through all statements: first use, changes, gaps, last use."""
    from p5diff.report.terminal.series import trace_lines
    from p5diff.workflows.series import series as make
    from p5diff.workflows.series import traced

    if what is None and not topic:
        raise P5DiffError(
            "nothing-to-trace",
            "nothing to follow was named",
            cause="trace takes words, a place such as washington-2012#10, a thread's id, or --topic",
            hint='for example: p5diff trace "moratorium"',
        )
    made = make(
        refs or (), name=name, corpus=corpus, language=language, since=since, until=until, ladder=ladder
    )
    threads = traced(made, what or "", tuple(t.strip() for t in topic.split(",") if t.strip()))
    if format_ is Format.JSON:
        from p5diff.model.codec import to_dict

        wanted = {thread.id for thread in threads}
        data = to_dict(made)
        data["threads"] = [thread for thread in data["threads"] if thread["id"] in wanted]
        return _give_data(data, output)
    return _show(trace_lines(made, threads, console.width(width)), output, color)


def matrix(
    refs: RefsArgument = None,
    by: Annotated[By, typer.Option("--by", help="What the rows are.")] = By.TOPIC,
    name: NameOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    format_: Annotated[
        MatrixFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = MatrixFormat.TERMINAL,
    output: OutputOption = None,
    language: LanguageOption = None,
    ladder: LadderOption = None,
    corpus: CorpusOption = None,
    color: ColorOption = console.Color.AUTO,
    width: WidthOption = None,
) -> int:
    """Topics by statements: how much, how strong, dropped, revived, not covered, never said."""
    from p5diff.report.series import matrix as tables
    from p5diff.report.terminal.series import matrix_lines
    from p5diff.workflows.series import series as make

    made = make(
        refs or (), name=name, corpus=corpus, language=language, since=since, until=until, ladder=ladder
    )
    table = tables.by_topic(made) if by is By.TOPIC else tables.by_thread(made)
    form = format_
    if output is not None and output.suffix.lower() == ".csv" and form is MatrixFormat.TERMINAL:
        form = MatrixFormat.CSV
    if form is MatrixFormat.CSV:
        return _give(tables.to_csv(table), output)
    if form is MatrixFormat.JSON:
        return _give_data(tables.to_data(table), output)
    return _show(matrix_lines(table, made, console.width(width)), output, color)


def _give_data(data: Any, output: Path | None) -> int:
    from p5diff.report.json import dump

    return _give(dump(data), output)


def _give(content: str | bytes, output: Path | None) -> int:
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        terminal.hand_over(data.decode("utf-8"))
    else:
        from p5diff.workflows.output import write_whole

        write_whole(output, data)
    return EXIT_DONE


def _show(lines: Iterable[Line], output: Path | None, color: console.Color) -> int:
    from p5diff.report.terminal import paint
    from p5diff.report.terminal.layout import plain

    if output is not None:
        return _give("".join(plain(line) + "\n" for line in lines), output)
    paint(lines, terminal.stdout(), color=console.use_color(color))
    return EXIT_DONE


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("series", epilog=epilog("series"))(series)
