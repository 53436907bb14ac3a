"""`p5diff rm ID …`: take statements out of a corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rm", epilog=epilog("rm"))(rm)


def rm(
    ids: Annotated[list[str], typer.Argument(help="Ids of statements.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Also what git does not keep.")] = False,
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit the change.")] = True,
    corpus: CorpusOption = None,
) -> None:
    """Take statements out of the corpus, with all their files.

    What the last commit does not hold is not thrown away unless --force says so.
    """
    from p5diff.workflows.edit import remove
    from p5diff.workspace import Workspace

    stored = remove(Workspace(corpus).corpus, ids, commit=commit, force=force)
    console.changed(f"removed {', '.join(dict.fromkeys(ids))}", stored.commit, stored.notes)
