"""`p5diff site OUT`: pages of a series that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from p5diff import disk, terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import (
    CarrierOption,
    CorpusOption,
    LadderOption,
    LanguageOption,
    SeriesOption,
    SinceOption,
    StatementsArgument,
    TopicsOption,
    UntilOption,
    reading_options,
)
from p5diff.cli.words import Words, code
from p5diff.errors import EXIT_DONE


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("site", epilog=epilog("site"))(site)


def site(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write to.", show_default=False)],
    refs: StatementsArgument = None,
    name: SeriesOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    title: Annotated[str, typer.Option("--title", help="What stands over every page.")] = "",
    open_: Annotated[bool, typer.Option("--open", help="Open the front page in a browser.")] = False,
    lang: Annotated[
        Words | None, typer.Option("--lang", help="Language of the pages' own words.", show_default="en")
    ] = None,
    language: LanguageOption = None,
    carrier: CarrierOption = "",
    ladder: LadderOption = None,
    topics: TopicsOption = None,
    corpus: CorpusOption = None,
) -> int:
    """Write a static site of a series: topics, threads, texts, comparisons, search."""
    from p5diff.workflows.site import site as write_site
    from p5diff.workspace import Workspace

    index = write_site(
        folder,
        refs or (),
        name=name,
        corpus=Workspace(corpus, ladder=ladder, topics=topics),
        since=since,
        until=until,
        title=title,
        words=code(lang),
        reading=reading_options(language, None, carrier),
        progress=console.tell if terminal.errors_are_seen() else lambda _: None,
    )
    console.say(str(index))
    if open_:
        import webbrowser

        webbrowser.open(disk.real(index).as_uri())
    return EXIT_DONE
