"""`p5diff edit ID`: change what is known of a statement."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("edit", epilog=epilog("edit"))(edit)


def edit(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Id of the statement.", show_default=False)],
    title: Annotated[str | None, typer.Option("--title", help="Title; empty takes it out.")] = None,
    language: Annotated[str, typer.Option("--language", help="Language of --title.")] = "en",
    date: Annotated[
        list[str] | None, typer.Option("--date", help="YYYY-MM-DD; first and last day if repeated.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was adopted.")] = None,
    series: Annotated[str | None, typer.Option("--series", help="Series it belongs to.")] = None,
    ordinal: Annotated[int | None, typer.Option("--ordinal", min=0, help="Its number in the series.")] = None,
    party: Annotated[list[str] | None, typer.Option("--party", help="Who adopted it; repeatable.")] = None,
    symbol: Annotated[list[str] | None, typer.Option("--symbol", help="Document symbol; repeatable.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="A remark; empty takes it out.")] = None,
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit the change.")] = True,
    corpus: CorpusOption = None,
) -> None:
    """Change title, dates, place, series … of a statement; its texts stay as they are.

    Comments and order of a statement.toml that was written by hand stay.
    """
    from p5diff.workflows.edit import Facts
    from p5diff.workflows.edit import edit as change
    from p5diff.workspace import Workspace

    facts = Facts(
        title=title,
        language=language,
        dates=_values(date),
        place=place,
        series=series,
        ordinal=ordinal,
        parties=_values(party),
        symbols=_values(symbol),
        note=note,
    )
    if facts == Facts(language=language):
        raise typer.BadParameter("name at least one value to change", param_hint="--title, --date …")
    stored = change(Workspace(corpus).corpus, id_, facts, commit=commit)
    console.changed(f"changed {id_}", stored.commit, stored.notes)


def _values(given: list[str] | None) -> tuple[str, ...] | None:
    """The values of an option that may be repeated; one empty value: none of them."""
    return None if not given else tuple(value for value in given if value)
