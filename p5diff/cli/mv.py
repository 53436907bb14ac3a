"""`p5diff mv OLD NEW`: another id for a statement."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mv", epilog=epilog("mv"))(mv)


def mv(
    old: Annotated[str, typer.Argument(help="Id of the statement.", show_default=False)],
    new: Annotated[str, typer.Argument(help="Its new id.", show_default=False)],
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit the change.")] = True,
    corpus: CorpusOption = None,
) -> None:
    """Rename a statement: its folder, with all its files, and the id in it.

    `p5diff log` tells of the new name only; as it was before, it is OLD@REV.
    """
    from p5diff.workflows.edit import rename
    from p5diff.workspace import Workspace

    stored = rename(Workspace(corpus).corpus, old, new, commit=commit)
    console.changed(f"renamed {old} to {new}", stored.commit, stored.notes)
