"""`p5diff series`, `trace`, `matrix`: one commitment through all statements of a series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    CarrierOption,
    ColorOption,
    CorpusOption,
    LadderOption,
    LanguageOption,
    OutputOption,
    SeriesOption,
    ShownAs,
    ShownAsOption,
    SinceOption,
    StatementsArgument,
    TopicsOption,
    UntilOption,
    WidthOption,
    with_groups,
)
from p5diff.cli.words import LangOption, code
from p5diff.errors import EXIT_DONE, P5DiffError

if TYPE_CHECKING:
    from p5diff.model.series import Series
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.terminal.layout import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChoice:
    """Which statements are followed, and where what comes out goes: the same for all three commands."""

    refs: StatementsArgument = None
    name: SeriesOption = ""
    since: SinceOption = ""
    until: UntilOption = ""
    output: OutputOption = None
    language: LanguageOption = None
    carrier: CarrierOption = ""
    ladder: LadderOption = None
    topics: TopicsOption = None
    corpus: CorpusOption = None
    color: ColorOption = console.Color.AUTO
    width: WidthOption = None
    lang: LangOption = None

    @property
    def words(self) -> PageWords:
        """What the output says itself, in the language that was chosen."""
        from p5diff.report.phrasebook import PageWords

        return PageWords(code(self.lang))

    @property
    def suffix(self) -> str:
        """How the name of the file ends, empty for none."""
        return self.output.suffix.lower() if self.output else ""

    def made(self) -> Series:
        """The series of what was chosen."""
        from p5diff.report.topicnames import in_language
        from p5diff.workflows.describe import carrier_choice
        from p5diff.workflows.series import series as make
        from p5diff.workspace import Workspace

        made = make(
            self.refs or (),
            name=self.name,
            corpus=Workspace(self.corpus, ladder=self.ladder, topics=self.topics),
            language=self.language,
            since=self.since,
            until=self.until,
            carrier=carrier_choice(self.carrier),
        )
        return in_language(made, code(self.lang))


_WHOLE = SeriesChoice()


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


_BY_NAME = {
    ".json": SeriesFormat.JSON,
    ".xml": SeriesFormat.TEI,
    **dict.fromkeys((".html", ".htm", ".docx", ".csv"), SeriesFormat.TABLE),
}
"""The form that the name of a file asks for."""


@with_groups
def series(
    format_: Annotated[
        SeriesFormat,
        typer.Option(
            "--format",
            "-f",
            help="Form of the output; table: HTML or Word to an .html or .docx file, else CSV.",
        ),
    ] = SeriesFormat.TERMINAL,
    choice: SeriesChoice = _WHOLE,
) -> int:
    """Follow each commitment through successive statements: what lives, left, came back."""
    from p5diff.report.terminal.series import series_lines

    made = choice.made()
    if format_ is SeriesFormat.TERMINAL:
        format_ = _BY_NAME.get(choice.suffix, format_)
    if format_ is SeriesFormat.JSON:
        from p5diff.model.codec import to_dict

        return _give_data(to_dict(made), choice.output)
    if format_ in (SeriesFormat.TABLE, SeriesFormat.TEI):
        return _give_collation(made, format_, choice.output)
    return _show(series_lines(made, console.width(choice.width), choice.words), choice, _BY_NAME)


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


@with_groups
def trace(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="WHAT", help="Words, STATEMENT#PARAGRAPH, or a thread's id.", show_default=False
        ),
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", help="Topics, e.g. ctbt,safeguards, beside or instead.")
    ] = "",
    format_: ShownAsOption = ShownAs.TERMINAL,
    choice: SeriesChoice = _WHOLE,
) -> int:
    """Follow one commitment or phrase through all statements: first use, changes, gaps, last use."""
    from p5diff.report.terminal.series import said_of_forms, trace_lines
    from p5diff.workflows.series import traced

    if what is None and not topic:
        raise P5DiffError(
            "nothing-to-trace",
            "nothing to follow was named",
            cause="trace takes words, a place such as washington-2012#10, a thread's id, or --topic",
            hint='for example: p5diff trace "moratorium"',
        )
    made = choice.made()
    found = traced(made, what or "", tuple(t.strip() for t in topic.split(",") if t.strip()))
    if found.near:
        told = said_of_forms(what or topic, len(found.exact), len(found.near), choice.words)
        console.tell(f"p5diff: {told}")
    if format_ is ShownAs.JSON or choice.suffix == ".json":
        from p5diff.model.codec import to_dict

        data = to_dict(made)
        by_id = {thread["id"]: thread for thread in data["threads"]}
        data["threads"] = [by_id[thread.id] for thread in (*found.exact, *found.near)]
        return _give_data(data, choice.output)
    return _show(
        trace_lines(made, found.exact, console.width(choice.width), choice.words, near=found.near),
        choice,
        [".json"],
    )


@with_groups
def matrix(
    by: Annotated[By, typer.Option("--by", help="What the rows are.")] = By.TOPIC,
    format_: Annotated[
        MatrixFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = MatrixFormat.TERMINAL,
    choice: SeriesChoice = _WHOLE,
) -> int:
    """Topics by statements: how much, how strong, dropped, revived, not covered, never said."""
    from p5diff.report.series import matrix as tables
    from p5diff.report.terminal.series import matrix_lines

    made = choice.made()
    table = tables.by_topic(made) if by is By.TOPIC else tables.by_thread(made)
    form = format_
    if form is MatrixFormat.TERMINAL:
        form = {".csv": MatrixFormat.CSV, ".json": MatrixFormat.JSON}.get(choice.suffix, form)
    if form is MatrixFormat.CSV:
        return _give(tables.to_csv(table, choice.words), choice.output)
    if form is MatrixFormat.JSON:
        return _give_data(tables.to_data(table), choice.output, kind="matrix")
    return _show(
        matrix_lines(table, made, console.width(choice.width), choice.words), choice, [".csv", ".json"]
    )


def _give_data(data: Any, output: Path | None, *, kind: str = "") -> int:
    """A series has a schema of its own; what else there is says its `kind`."""
    from p5diff.report.json import dump, envelope

    return _give(envelope(kind, data) if kind else dump(data), output)


def _give(content: str | bytes, output: Path | None) -> int:
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        terminal.hand_over(data.decode("utf-8"))
    else:
        from p5diff.workflows.output import write_whole

        write_whole(output, data)
    return EXIT_DONE


def _show(lines: Iterable[Line], choice: SeriesChoice, also: Iterable[str]) -> int:
    from p5diff.report.formats import refuse_foreign

    refuse_foreign(choice.output, [".txt", *also])
    console.show(lines, choice.output, choice.color, paged=False)
    return EXIT_DONE


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("series", epilog=epilog("series"))(series)
