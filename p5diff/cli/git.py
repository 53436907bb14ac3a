"""`p5diff git enable|disable`: let git itself show sentences and words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.options import EncodingOption
from p5diff.errors import EXIT_DONE

_FolderOption = Annotated[Path, typer.Option("--repository", help="A folder in the repository.")]


def register(app: typer.Typer) -> None:
    """Add the command and its subcommands."""
    group = typer.Typer(no_args_is_help=True, help="Let git show sentences and words.")
    group.command("enable")(enable)
    group.command("disable")(disable)
    group.command("driver", hidden=True, context_settings=_RAW)(driver)
    group.command("textconv", hidden=True)(textconv)
    group.command("difftool", hidden=True)(difftool)
    app.add_typer(group, name="git")


_RAW = {"ignore_unknown_options": True, "allow_interspersed_args": False}


def enable(repository: _FolderOption = Path()) -> None:
    """Set up diff driver, textconv for PDF, DOCX and HTML, and difftool in a repository."""
    from p5diff.workflows.gitdriver import enable as run

    top = run(repository)
    console.say(f"git in {top} now shows sentences and words:")
    console.say("  git diff, git log -p --ext-diff, git difftool -t p5diff")
    console.say("`p5diff git disable` undoes exactly this")


def disable(repository: _FolderOption = Path()) -> None:
    """Undo exactly what `p5diff git enable` did."""
    from p5diff.workflows.gitdriver import disable as run

    console.say("undone" if run(repository) else "there was nothing to undo")


def driver(arguments: Annotated[list[str], typer.Argument()]) -> None:
    """Show one file as git's external diff; always ends well, or git would stop."""
    from p5diff.workflows.gitdriver import driver as run

    terminal.out(run(arguments))


def textconv(file: Path, encoding: EncodingOption = None) -> None:
    """Print the text of a document in stored form."""
    from p5diff.workflows.gitdriver import textconv as run

    terminal.out(run(file, encoding=encoding))


def difftool(before: Path, after: Path, name: str) -> int:
    """Show one file of `git difftool`: two texts as `p5diff diff` does, a file that is new or gone whole."""
    from p5diff.cli.diff import diff
    from p5diff.workflows.gitdriver import difftool as run

    shown = run(before, after, name)
    if shown is None:
        return diff(str(before), str(after))
    terminal.out(shown)
    return EXIT_DONE
