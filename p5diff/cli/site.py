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
    LanguageOption,
    SeriesOption,
    SinceOption,
    SpaceChoice,
    StatementsArgument,
    UntilOption,
    reading_options,
    with_groups,
)
from p5diff.cli.words import LangOption, code
from p5diff.errors import EXIT_DONE

_AS_FOUND = SpaceChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("site", epilog=epilog("site"))(site)


@with_groups
def site(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write to.", show_default=False)],
    refs: StatementsArgument = None,
    name: SeriesOption = "",
    since: SinceOption = "",
    until: UntilOption = "",
    title: Annotated[str, typer.Option("--title", help="What stands over every page.")] = "",
    open_: Annotated[bool, typer.Option("--open", help="Open the front page in a browser.")] = False,
    lang: LangOption = None,
    language: LanguageOption = None,
    carrier: CarrierOption = "",
    where: SpaceChoice = _AS_FOUND,
) -> int:
    """Write a static site of a series: topics, threads, texts, comparisons, search."""
    from p5diff.workflows.site import site as write_site

    index = write_site(
        folder,
        refs or (),
        name=name,
        corpus=where.space(),
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
