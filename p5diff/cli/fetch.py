"""`p5diff fetch ID…`: bring catalogued statements from their published addresses."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption
from p5diff.errors import EXIT_DONE, EXIT_MISUSE


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("fetch", epilog=epilog("fetch"))(fetch)


def fetch(
    ids: Annotated[list[str], typer.Argument(help="Ids of catalogued statements.")],
    language: Annotated[str, typer.Option("--language", help="Which language to fetch.")] = "",
    url: Annotated[str, typer.Option("--url", help="Another address than the catalogue's.")] = "",
    edition: Annotated[str, typer.Option("--edition", help="official, translation or digest.")] = "official",
    http: Annotated[bool, typer.Option("--http", help="Also fetch from addresses without TLS.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Store it though it looks wrong.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be stored.")] = False,
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit, or leave it staged.")] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace a text that is there already.")] = False,
    corpus: CorpusOption = None,
) -> int:
    """Fetch statements from where they are published, and add them. Nothing else uses the network.

    Every step is shown. Where an address cannot be reached, it says how to do it by hand.
    """
    from p5diff.cli.add import show_added
    from p5diff.ingest.fetch.fetch import Bounds
    from p5diff.workflows.fetch import Wish
    from p5diff.workflows.fetch import fetch as run
    from p5diff.workspace import Workspace

    if url and len(ids) > 1:
        raise typer.BadParameter("one address is for one statement", param_hint="--url")
    found = Workspace(corpus).corpus
    wish = Wish(language=language, url=url, edition=edition, accept=accept, bounds=Bounds(http=http))
    added, errors = run(
        found, ids, wish, report=lambda step: console.tell(f"  {step}"), dry_run=dry_run, commit=commit,
        force=force,
    )  # fmt: skip
    if added.additions:
        show_added(added, found.describe())
    for error in errors:
        console.tell_error(error)
    return EXIT_MISUSE if errors else EXIT_DONE
