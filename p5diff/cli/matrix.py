"""`p5diff matrix`: see `p5diff.cli.series`, whose statements it chooses alike."""

from __future__ import annotations

import typer

from p5diff.cli.examples import epilog
from p5diff.cli.series import matrix


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("matrix", epilog=epilog("matrix"))(matrix)
