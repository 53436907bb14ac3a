"""`p5diff init DIR`: a corpus of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init", epilog=epilog("init"))(init)


def init(
    folder: Annotated[Path, typer.Argument(help="Folder of the new corpus; made if missing.")],
    name: Annotated[str, typer.Option("--name", help="Name of the corpus (default: the folder's).")] = "",
    title: Annotated[str, typer.Option("--title", help="What the corpus is about, in a line.")] = "",
    copy: Annotated[
        bool, typer.Option("--copy", help="Begin with all that the bundled corpus holds.")
    ] = False,
    git: Annotated[bool, typer.Option("--git/--no-git", help="Keep its history in git.")] = True,
) -> None:
    """Make a corpus of one's own, in git: a folder with corpus.toml."""
    from p5diff.corpus.catalogue import Corpus, bundled_root
    from p5diff.workflows.init import init as make

    bundled = Corpus(bundled_root(), bundled=True) if copy else None
    corpus, stored = make(folder, name=name, title=title, git=git, copy=bundled)
    in_git = f", committed {stored.commit[:10]}" if stored.commit else ", without git"
    console.say(f"made the corpus {corpus.name} in {folder}{in_git}")
    console.say(f"add a text: p5diff add FILE --id ID --corpus {shlex.quote(str(folder))}")
