"""`p5diff fetch ID…`: bring catalogued statements from their published addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, with_groups
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS, EXIT_MISUSE

if TYPE_CHECKING:
    from p5diff.corpus import Corpus
    from p5diff.workflows.fetch import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What is fetched, from where, and what is done about doubts."""

    language: Annotated[str, typer.Option("--language", help="Which language to fetch.")] = ""
    url: Annotated[str, typer.Option("--url", help="Another address than the catalogue's.")] = ""
    edition: Annotated[str, typer.Option("--edition", help="official, translation or digest.")] = "official"
    http: Annotated[bool, typer.Option("--http", help="Also fetch from addresses without TLS.")] = False
    accept: Annotated[bool, typer.Option("--accept", help="Store it though it looks wrong.")] = False
    carrier: Annotated[
        str, typer.Option("--carrier", help="Of a page that carries the statement: inside or whole.")
    ] = ""

    def wish(self) -> Wish:
        """The same for the workflows."""
        from p5diff.ingest.fetch.fetch import Bounds
        from p5diff.workflows.fetch import Wish

        return Wish(
            language=self.language,
            url=self.url,
            edition=self.edition,
            accept=self.accept,
            carrier=self.carrier,
            bounds=Bounds(http=self.http),
        )


_AS_CATALOGUED = _Wanted()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("fetch", epilog=epilog("fetch"))(fetch)


@with_groups
def fetch(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of catalogued statements.")] = None,
    series: Annotated[str, typer.Option("--series", help="Every statement of a series.")] = "",
    wanted: _Wanted = _AS_CATALOGUED,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be stored.")] = False,
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit, or leave it staged.")] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace a text that is there already.")] = False,
    corpus: CorpusOption = None,
) -> int:
    """Fetch statements from where they are published, and add them. Nothing else uses the network.

    Every step is shown. Where an address cannot be reached, it says how to do it by hand.
    """
    from p5diff.cli.add import show_added
    from p5diff.workflows.fetch import fetch as run
    from p5diff.workspace import Workspace

    ids = ids or []
    _refuse(ids, series, wanted.url)
    found = Workspace(corpus).corpus
    wish = wanted.wish()
    if series:
        return _fetch_series(found, series, wish, dry_run=dry_run, commit=commit, force=force)
    added, errors = run(
        found, ids, wish, report=lambda step: console.tell(f"  {step}"), dry_run=dry_run, commit=commit,
        force=force,
    )  # fmt: skip
    if added.additions:
        show_added(added, found.describe())
    for error in errors:
        console.tell_error(error)
    return EXIT_MISUSE if errors else EXIT_DONE


def _refuse(ids: list[str], series: str, url: str) -> None:
    if not ids and not series:
        raise typer.BadParameter("name a statement, or a series with --series", param_hint="IDS")
    if series and (ids or url):
        raise typer.BadParameter("a series goes without ids and without --url", param_hint="--series")
    if url and len(ids) > 1:
        raise typer.BadParameter("one address is for one statement", param_hint="--url")


def _fetch_series(corpus: Corpus, name: str, wish: Wish, *, dry_run: bool, commit: bool, force: bool) -> int:
    """One line for each statement; 1 where one differs from what is stored, 2 where one did not come."""
    from p5diff.cli.add import show_added
    from p5diff.workflows.fetch import FetchOutcome, fetch_series

    added, brought = fetch_series(
        corpus, name, wish, report=lambda step: console.tell(f"  {step}"), dry_run=dry_run, commit=commit,
        force=force,
    )  # fmt: skip
    if added.additions:
        show_added(added, corpus.describe())
    for one in brought:
        console.say(
            f"{one.line()}{' (not written: --dry-run)' * (dry_run and one.outcome is FetchOutcome.STORED)}"
        )
    outcomes = {one.outcome for one in brought}
    if outcomes & {FetchOutcome.UNREACHABLE, FetchOutcome.DOUBTFUL}:
        return EXIT_MISUSE
    return EXIT_FINDINGS if FetchOutcome.DIFFERS in outcomes else EXIT_DONE
